"""A zaak from opening to end."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders.registers import (
    AT,
    BSN,
    OTHER_BSN,
    RESULTAATTYPEN,
    end_zaak,
    make_document,
    make_zaak,
    make_zaaktype,
)
from zaakspoor.core.vault import keyed_hash
from zaakspoor.events.models import Event
from zaakspoor.registers.catalogi.models import ZaakType
from zaakspoor.registers.catalogi.queries import ZaaktypeParts, parts_of
from zaakspoor.registers.catalogi.specs import ResultaattypeSpec
from zaakspoor.registers.validation import Invalid
from zaakspoor.registers.zaken import operations, queries
from zaakspoor.registers.zaken.models import Resultaat, Status, Zaak
from zaakspoor.registers.zaken.operations.status import GebruiksrechtUnknown

pytestmark = pytest.mark.django_db


def _parts(zaak: Zaak) -> ZaaktypeParts:
    return parts_of(zaak.zaaktype_id)


def _set(zaak: Zaak, volgnummer: int, at: datetime = AT) -> Status:
    return operations.set_status(
        zaak_id=zaak.uuid, statustype_id=_parts(zaak).statustypen[volgnummer], datum_status_gezet=at
    )


def _topics(zaak: Zaak) -> list[str]:
    return list(
        Event.objects.filter(subject=zaak.uuid).order_by("id").values_list("topic", flat=True)
    )


def test_a_zaak_takes_what_it_is_not_given_from_its_zaaktype_and_the_clock() -> None:
    # 23:30 UTC is already the next day in the Netherlands.
    zaak = make_zaak(at=datetime(2026, 6, 30, 23, 30, tzinfo=UTC))
    zaak.refresh_from_db()
    assert zaak.startdatum == zaak.registratiedatum == date(2026, 7, 1)
    assert zaak.vertrouwelijkheidaanduiding == "zaakvertrouwelijk"
    assert zaak.archiefstatus == "nog_te_archiveren"
    assert zaak.identificatie == "ZAAK-2026-0000000001"


def test_what_is_given_wins() -> None:
    zaak_id = uuid4()
    zaak = make_zaak(
        zaak_id=zaak_id,
        identificatie="EIGEN-1",
        startdatum=date(2026, 2, 1),
        vertrouwelijkheidaanduiding="geheim",
    )
    assert (zaak.uuid, zaak.identificatie) == (zaak_id, "EIGEN-1")
    assert zaak.startdatum == date(2026, 2, 1)
    assert zaak.vertrouwelijkheidaanduiding == "geheim"


def test_a_concept_can_not_be_used() -> None:
    zaaktype = make_zaaktype()
    ZaakType.objects.filter(uuid=zaaktype.uuid).update(concept=True)
    with pytest.raises(operations.ZaakRefused):
        make_zaak(zaaktype=zaaktype)


def test_a_deelzaak_has_no_deelzaken() -> None:
    part = make_zaak(hoofdzaak_id=make_zaak().uuid)
    with pytest.raises(operations.ZaakRefused):
        make_zaak(hoofdzaak_id=part.uuid)


def test_a_limit_of_the_standard_is_refused_by_name_only() -> None:
    with pytest.raises(Invalid, match="omschrijving") as refusal:
        make_zaak(omschrijving="geheime tekst " * 10)
    assert "geheime" not in str(refusal.value)


def test_every_change_is_published_with_identifiers_only() -> None:
    zaak = make_zaak()
    make_document(zaak=zaak)
    operations.set_eigenschap(
        zaak_id=zaak.uuid, eigenschap_id=_parts(zaak).eigenschappen["doel"], waarde="huur", at=AT
    )
    end_zaak(zaak)
    assert _topics(zaak) == [
        "zaken.zaak.create",
        "zaken.rol.create",
        "zaken.zaakinformatieobject.create",
        "zaken.zaakeigenschap.create",
        "zaken.resultaat.create",
        "zaken.status.create",
    ]
    for event in Event.objects.all():
        assert all(str(UUID(value)) == value for value in event.payload.values())


def test_the_newest_status_is_the_current_one() -> None:
    zaak = make_zaak()
    _set(zaak, 1)
    second = _set(zaak, 2, AT + timedelta(hours=2))
    # Only now written down, but it happened before.
    _set(zaak, 1, AT + timedelta(hours=1))
    zaak.refresh_from_db()
    assert zaak.huidige_status == second
    assert [row.volgnummer for row in queries.statussen_of(zaak.uuid)] == [1, 1, 2]


def test_two_statuses_at_one_moment_keep_their_order() -> None:
    zaak = make_zaak()
    for volgnummer in (1, 2, 1):
        _set(zaak, volgnummer)
    zaak.refresh_from_db()
    assert [row.volgnummer for row in queries.statussen_of(zaak.uuid)] == [1, 2, 1]
    assert zaak.huidige_status is not None
    assert zaak.huidige_status.statustype.volgnummer == 1


def test_a_zaak_without_result_does_not_end() -> None:
    zaak = make_zaak()
    with pytest.raises(operations.ResultaatMissing):
        _set(zaak, 3)
    zaak.refresh_from_db()
    assert zaak.einddatum is None
    assert not zaak.statussen.exists()


def test_the_end_gives_an_end_date_and_an_archive_regime() -> None:
    zaak = make_zaak()
    end_zaak(zaak, at=datetime(2026, 3, 31, 22, 30, tzinfo=UTC))
    zaak.refresh_from_db()
    # Half past midnight in the Netherlands.
    assert zaak.einddatum == date(2026, 4, 1)
    assert zaak.archiefnominatie == "vernietigen"
    assert zaak.archiefactiedatum == date(2027, 4, 1)


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"archiefactietermijn": "P5Y"}, date(2031, 3, 2)),
        ({"archiefactietermijn": None, "archiefnominatie": "blijvend_bewaren"}, None),
        (
            {"archiefactietermijn": "P1Y", "afleidingswijze": "termijn", "procestermijn": "P2M"},
            date(2027, 5, 2),
        ),
        (
            {"archiefactietermijn": "P1Y", "afleidingswijze": "eigenschap", "datumkenmerk": "op"},
            None,
        ),
        ({"archiefactietermijn": "P1Y", "afleidingswijze": "hoofdzaak"}, None),
    ],
)
def test_the_archive_date_follows_the_resultaattype(
    attributes: dict[str, Any], expected: date | None
) -> None:
    basis = RESULTAATTYPEN[0]
    spec = ResultaattypeSpec(
        omschrijving="Verstrekt",
        resultaattypeomschrijving=basis.resultaattypeomschrijving,
        selectielijstklasse=basis.selectielijstklasse,
        **attributes,
    )
    zaak = make_zaak(zaaktype=make_zaaktype(resultaattypen=(spec,)))
    end_zaak(zaak)
    zaak.refresh_from_db()
    assert zaak.archiefactiedatum == expected


def test_an_undecided_document_keeps_a_zaak_open() -> None:
    zaak = make_zaak()
    make_document(zaak=zaak, indicatie_gebruiksrecht=None)
    with pytest.raises(GebruiksrechtUnknown):
        end_zaak(zaak)


def test_an_ended_zaak_changes_no_more() -> None:
    zaak = make_zaak()
    document = make_document()
    end_zaak(zaak)
    parts = _parts(zaak)
    with pytest.raises(operations.ZaakClosed):
        operations.set_resultaat(
            zaak_id=zaak.uuid, resultaattype_id=parts.resultaattypen["Geweigerd"], at=AT
        )
    with pytest.raises(operations.ZaakClosed):
        operations.set_eigenschap(
            zaak_id=zaak.uuid, eigenschap_id=parts.eigenschappen["doel"], waarde="x", at=AT
        )
    with pytest.raises(operations.ZaakClosed):
        operations.attach_document(zaak_id=zaak.uuid, informatieobject_id=document.uuid, at=AT)
    with pytest.raises(operations.ZaakClosed):
        operations.update_toelichting(zaak_id=zaak.uuid, toelichting="x", at=AT)


def test_a_document_may_be_added_to_an_ended_zaak_as_a_correction() -> None:
    zaak = make_zaak()
    document = make_document()
    end_zaak(zaak)
    operations.attach_document(
        zaak_id=zaak.uuid, informatieobject_id=document.uuid, at=AT, as_correction=True
    )
    assert len(queries.documents_of(zaak.uuid)) == 1


def test_a_status_that_is_no_end_opens_a_zaak_again() -> None:
    zaak = make_zaak()
    end_zaak(zaak)
    _set(zaak, 2, AT + timedelta(days=1))
    zaak.refresh_from_db()
    assert (zaak.einddatum, zaak.archiefactiedatum, zaak.archiefnominatie) == (None, None, "")


def test_types_of_another_zaaktype_are_refused() -> None:
    zaak = make_zaak()
    other = parts_of(make_zaaktype(identificatie="ANDERS").uuid)
    with pytest.raises(operations.NotOfZaaktype):
        operations.set_status(
            zaak_id=zaak.uuid, statustype_id=other.statustypen[1], datum_status_gezet=AT
        )
    with pytest.raises(operations.NotOfZaaktype):
        operations.set_resultaat(
            zaak_id=zaak.uuid, resultaattype_id=other.resultaattypen["Verstrekt"], at=AT
        )
    with pytest.raises(operations.NotOfZaaktype):
        operations.set_eigenschap(
            zaak_id=zaak.uuid, eigenschap_id=other.eigenschappen["doel"], waarde="x", at=AT
        )
    with pytest.raises(operations.NotOfZaaktype):
        operations.add_medewerker(
            zaak_id=zaak.uuid, roltype_id=other.roltypen["Behandelaar"], identificatie="m", at=AT
        )


def test_a_second_result_replaces_the_first() -> None:
    zaak = make_zaak()
    for name in ("Verstrekt", "Geweigerd"):
        operations.set_resultaat(
            zaak_id=zaak.uuid, resultaattype_id=_parts(zaak).resultaattypen[name], at=AT
        )
    assert Resultaat.objects.get(zaak=zaak).resultaattype.omschrijving == "Geweigerd"


@pytest.mark.parametrize(
    ("naam", "waarde", "kept"),
    [
        ("doel", "  huurwoning ", "huurwoning"),
        ("doel", "", ""),
        ("taal", "nl", "nl"),
        ("gewenst_op", "2026-04-01", "20260401"),
        ("gewenst_op", "20260401", "20260401"),
        ("aantal", "12", "12"),
    ],
)
def test_a_value_that_fits_is_kept_as_the_standard_writes_it(
    naam: str, waarde: str, kept: str
) -> None:
    zaak = make_zaak()
    row = operations.set_eigenschap(
        zaak_id=zaak.uuid, eigenschap_id=_parts(zaak).eigenschappen[naam], waarde=waarde, at=AT
    )
    assert row.waarde == kept
    assert queries.eigenschappen_of(zaak.uuid) == {naam: kept}


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("doel", "x" * 256),
        ("taal", "fr"),
        ("gewenst_op", "2026-02-30"),
        ("gewenst_op", "morgen"),
        ("aantal", "123"),
        ("aantal", "twee"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(naam: str, waarde: str) -> None:
    zaak = make_zaak()
    with pytest.raises(operations.EigenschapRefused):
        operations.set_eigenschap(
            zaak_id=zaak.uuid, eigenschap_id=_parts(zaak).eigenschappen[naam], waarde=waarde, at=AT
        )


def test_dates_and_words_can_change_on_the_way() -> None:
    zaak = make_zaak()
    operations.set_dates(
        zaak_id=zaak.uuid,
        einddatum_gepland=date(2026, 3, 3),
        uiterlijke_einddatum_afdoening=date(2026, 3, 5),
        at=AT,
    )
    operations.update_toelichting(zaak_id=zaak.uuid, toelichting="Spoed", at=AT)
    zaak.refresh_from_db()
    assert zaak.einddatum_gepland == date(2026, 3, 3)
    assert zaak.uiterlijke_einddatum_afdoening == date(2026, 3, 5)
    assert zaak.toelichting == "Spoed"


def test_a_resident_finds_their_own_zaken_only() -> None:
    mine = make_zaak()
    make_zaak(bsn=OTHER_BSN)
    make_zaak(bsn=None)
    assert list(Zaak.objects.of_initiator(keyed_hash(BSN))) == [mine]
    assert not Zaak.objects.of_initiator("").exists()


def test_lists_cost_one_statement_whatever_their_length() -> None:
    one, many = make_zaak(), make_zaak()
    for number in range(5):
        make_document(zaak=many, titel=f"Document {number}", content=bytes([number]))
        _set(many, 1, AT + timedelta(minutes=number))
    make_document(zaak=one)
    _set(one, 1)
    for zaak in (one, many):
        with CaptureQueriesContext(connection) as captured:
            queries.documents_of(zaak.uuid)
            queries.statussen_of(zaak.uuid)
            queries.is_initiator(zaak.uuid, keyed_hash(BSN))
        assert len(captured) == 3
