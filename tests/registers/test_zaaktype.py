"""Publishing a zaaktype: versions follow each other, running zaken keep theirs."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.builders.registers import (
    AT,
    RSIN,
    STATUSTYPEN,
    make_spec,
    make_zaak,
    make_zaaktype,
)
from zaakspoor.registers.catalogi.models import Catalogus, InformatieObjectType, ZaakType
from zaakspoor.registers.catalogi.operations import (
    ZaaktypeIncomplete,
    ensure_catalogus,
    publish_zaaktype,
)
from zaakspoor.registers.catalogi.queries import parts_of, zaaktype_valid_on
from zaakspoor.registers.catalogi.specs import (
    EigenschapSpec,
    ResultaattypeSpec,
    RoltypeSpec,
    StatustypeSpec,
)
from zaakspoor.registers.validation import Invalid

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def test_a_published_zaaktype_is_no_concept_and_has_all_its_parts() -> None:
    zaaktype = make_zaaktype()
    parts = parts_of(zaaktype.uuid)
    assert not zaaktype.concept
    assert zaaktype.versiedatum == date(2026, 3, 2)
    assert list(parts.statustypen) == [1, 2, 3]
    assert set(parts.resultaattypen) == {"Verstrekt", "Geweigerd"}
    assert set(parts.roltypen_generiek) == {"initiator", "behandelaar"}
    assert set(parts.eigenschappen) == {"doel", "taal", "gewenst_op", "aantal"}
    assert set(parts.informatieobjecttypen) == {"Uittreksel BRP", "Aanvraag"}


def test_only_the_highest_volgnummer_is_the_eindstatus() -> None:
    zaaktype = make_zaaktype(statustypen=tuple(reversed(STATUSTYPEN)))
    ends = zaaktype.statustypen.filter(is_eindstatus=True)
    assert [row.volgnummer for row in ends] == [3]


def test_a_new_version_ends_the_old_one_the_day_before() -> None:
    old = make_zaaktype()
    new = make_zaaktype(at=LATER)
    old.refresh_from_db()
    assert old.einde_geldigheid == date(2026, 5, 3)
    assert new.begin_geldigheid == date(2026, 5, 4)
    assert new.begin_object == old.begin_geldigheid
    assert zaaktype_valid_on("UITTREKSEL_BRP", date(2026, 5, 3)) == old
    assert zaaktype_valid_on("UITTREKSEL_BRP", date(2026, 5, 4)) == new


def test_published_twice_on_one_day_only_the_last_is_valid_on_any_day() -> None:
    make_zaaktype()
    last = make_zaaktype(at=AT + timedelta(hours=1))
    for day in (date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)):
        valid = ZaakType.objects.valid_on(day)
        assert [row.uuid for row in valid] == ([last.uuid] if day >= date(2026, 3, 2) else [])


def test_a_running_zaak_keeps_its_version() -> None:
    zaak = make_zaak()
    make_zaaktype(at=LATER, omschrijving="Anders")
    zaak.refresh_from_db()
    assert zaak.zaaktype.omschrijving == "Uittreksel uit de BRP"


def test_a_kind_of_document_is_shared_by_zaaktypen() -> None:
    make_zaaktype()
    make_zaaktype(identificatie="VERHUIZING", at=LATER)
    assert InformatieObjectType.objects.filter(omschrijving="Aanvraag").count() == 1


def test_a_date_gets_the_length_of_the_standard() -> None:
    zaaktype = make_zaaktype(
        eigenschappen=(EigenschapSpec("op", formaat="datum"), EigenschapSpec("o", formaat="tekst"))
    )
    assert zaaktype.eigenschappen.get(naam="op").specificatie_lengte == "8"


@pytest.mark.parametrize(
    "changes",
    [
        {"statustypen": ()},
        {"roltypen": ()},
        {"statustypen": (StatustypeSpec(1, "A"), StatustypeSpec(1, "B"))},
        {"roltypen": (RoltypeSpec("A", "initiator"), RoltypeSpec("A", "behandelaar"))},
    ],
)
def test_a_zaaktype_that_no_zaak_could_walk_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ZaaktypeIncomplete):
        publish_zaaktype(spec=make_spec(**changes), at=AT)
    assert not ZaakType.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"omschrijving": "x" * 81}, "omschrijving"),
        ({"doorlooptijd": "acht weken"}, "doorlooptijd"),
        ({"vertrouwelijkheidaanduiding": "geheimpje"}, "vertrouwelijkheidaanduiding"),
        ({"eigenschappen": (EigenschapSpec("x" * 21),)}, "naam"),
        ({"statustypen": (StatustypeSpec(10_000, "Te ver"),)}, "volgnummer"),
        ({"roltypen": (RoltypeSpec("Aanvrager", "aanvrager"),)}, "omschrijving_generiek"),
        ({"resultaattypen": (ResultaattypeSpec("R", "geen url", "geen url"),)}, "selectielijst"),
    ],
)
def test_a_limit_of_the_standard_is_named_and_nothing_is_kept(
    changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid, match=field):
        publish_zaaktype(spec=make_spec(**changes), at=AT)
    assert not ZaakType.objects.exists()


def test_a_catalogus_is_made_once() -> None:
    first = ensure_catalogus(domein="ALG", rsin=RSIN, naam="A", contactpersoon="Beheer")
    again = ensure_catalogus(domein="ALG", rsin=RSIN, naam="B", contactpersoon="Ander")
    assert first == again
    assert again.naam == "A"
    assert Catalogus.objects.count() == 1
