from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from tests.blueprints.shipped import EXTRACT
from tests.blueprints.small import SMALL
from zaakspoor.process.route import library
from zaakspoor.process.route.models import PublishedBlueprint
from zaakspoor.process.route.publishing import BlueprintRejected, Published, VersionTaken, publish
from zaakspoor.registers.catalogi.models import Eigenschap, ResultaatType, StatusType, ZaakType

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
TEXT = EXTRACT.read_text(encoding="utf-8")
NEXT = TEXT.replace("versie: 1\n", "versie: 2\n")


def test_publishing_makes_a_zaaktype_with_everything_below_it() -> None:
    published = publish(source=TEXT, at=AT)

    zaaktype = ZaakType.objects.get(uuid=published.zaaktype_id)
    assert (published.key, published.version, published.is_new) == ("uittreksel-brp", 1, True)
    assert zaaktype.identificatie == "UITTREKSEL_BRP"
    assert not zaaktype.concept
    assert zaaktype.doorlooptijd == "P1D"
    steps = StatusType.objects.filter(zaaktype=zaaktype).order_by("volgnummer")
    assert [step.omschrijving for step in steps] == [
        "Aangevraagd",
        "Gegevens ophalen",
        "Uittreksel maken",
        "Klaar",
    ]
    assert [step.is_eindstatus for step in steps] == [False, False, False, True]
    given = ResultaatType.objects.get(zaaktype=zaaktype, omschrijving="Verstrekt")
    assert given.archiefactietermijn == "P20Y"
    names = Eigenschap.objects.filter(zaaktype=zaaktype).values_list("naam", flat=True)
    assert set(names) == {"voor_wie", "soort", "taal", "ontvangst"}


def test_the_library_knows_what_each_part_became() -> None:
    published = publish(source=TEXT, at=AT)

    rows = library.catalogue_rows("uittreksel-brp", 1)
    assert rows.zaaktype == published.zaaktype_id == library.zaaktype_id_of("uittreksel-brp", 1)
    assert set(rows.statustypen) == {"aangevraagd", "gegevens", "maken", "klaar"}
    assert set(rows.resultaattypen) == {"verstrekt", "niet_verstrekt", "ingetrokken"}
    assert set(rows.roltypen) == {"initiator", "behandelaar"}
    assert set(rows.eigenschappen) == {"voor_wie", "soort", "taal", "ontvangst"}
    assert set(rows.informatieobjecttypen) == {"aanvraag", "bijlage", "uittreksel", "brief"}


def test_the_same_text_again_changes_nothing() -> None:
    first = publish(source=TEXT, at=AT)
    again = publish(source=TEXT.replace("\n", "\r\n"), at=LATER)

    assert again.zaaktype_id == first.zaaktype_id
    assert not again.is_new
    assert ZaakType.objects.count() == PublishedBlueprint.objects.count() == 1


def test_a_next_version_is_for_new_cases_and_the_old_one_stays_readable() -> None:
    first = publish(source=TEXT, at=AT)
    second = publish(source=NEXT, at=LATER)

    assert second.zaaktype_id != first.zaaktype_id
    assert ZaakType.objects.get(uuid=first.zaaktype_id).einde_geldigheid is not None
    newest = library.newest("uittreksel-brp")
    assert newest and newest.version == 2
    assert library.blueprint_of("uittreksel-brp", 1).version == 1


@pytest.mark.parametrize("other", [TEXT.replace("seconden", "tellen"), TEXT + "# opmerking\n"])
def test_another_text_needs_another_version(other: str) -> None:
    publish(source=TEXT, at=AT)

    with pytest.raises(VersionTaken, match="Verhoog versie: tot 2"):
        publish(source=other, at=LATER)


def test_an_older_version_does_not_come_back() -> None:
    publish(source=NEXT, at=AT)

    with pytest.raises(VersionTaken):
        publish(source=TEXT, at=LATER)


def test_a_blueprint_with_mistakes_changes_nothing() -> None:
    with pytest.raises(BlueprintRejected) as rejected:
        publish(source=TEXT.replace("naar: versturen", "naar: verstuur"), at=AT)

    assert {finding.rule for finding in rejected.value.findings} == {"onbekende-status"}
    assert not ZaakType.objects.exists()


@pytest.mark.parametrize("text", [SMALL, TEXT.replace("tarief: 0", "tarief: 1750")])
def test_what_no_part_carries_out_is_not_promised(text: str) -> None:
    with pytest.raises(BlueprintRejected, match="kan nog niet"):
        publish(source=text, at=AT)


def test_the_newest_of_every_service_is_found_in_one_statement(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    publish(source=TEXT, at=AT)
    publish(source=NEXT, at=LATER)
    publish(source=TEXT.replace("uittreksel-brp", "ander").replace("_BRP\n", "_2\n"), at=AT)
    library.newest_all()

    with django_assert_num_queries(1):
        found = library.newest_all()

    assert [(blueprint.key, blueprint.version) for blueprint in found] == [
        ("ander", 1),
        ("uittreksel-brp", 2),
    ]


def test_a_blueprint_is_read_from_the_database_once() -> None:
    publish(source=TEXT, at=AT)

    assert library.blueprint_of("uittreksel-brp", 1) is library.blueprint_of("uittreksel-brp", 1)


def test_what_was_never_published_is_unknown() -> None:
    assert library.newest("uittreksel-brp") is None
    assert list(library.newest_all()) == []
    with pytest.raises(library.UnknownBlueprint):
        library.blueprint_of("uittreksel-brp", 7)


@pytest.mark.django_db(transaction=True)
def test_two_servers_that_start_at_once_publish_one_version() -> None:
    def start(_: int) -> Published:
        try:
            return publish(source=TEXT, at=AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(start, range(4)))

    assert len({published.zaaktype_id for published in found}) == 1
    assert [published.is_new for published in found].count(True) == 1
    assert ZaakType.objects.count() == PublishedBlueprint.objects.count() == 1
