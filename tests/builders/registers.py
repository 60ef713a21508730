"""Rows of the registers that are valid without arguments. Fixed names, fixed dates."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from zaakspoor.registers.catalogi.models import ZaakType
from zaakspoor.registers.catalogi.operations import publish_zaaktype
from zaakspoor.registers.catalogi.queries import parts_of
from zaakspoor.registers.catalogi.specs import (
    EigenschapSpec,
    InformatieobjecttypeSpec,
    ResultaattypeSpec,
    RoltypeSpec,
    StatustypeSpec,
    ZaaktypeSpec,
)
from zaakspoor.registers.documenten.models import EnkelvoudigInformatieObject
from zaakspoor.registers.documenten.operations import store
from zaakspoor.registers.zaken import operations as zaken
from zaakspoor.registers.zaken.models import Zaak

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
RSIN = "999990482"
# The BSN of Tessa Testpersoon, who does not exist; it passes the elfproef.
BSN = "999990019"
OTHER_BSN = "999990020"
_LIST = "https://selectielijst.example/api/v1"

STATUSTYPEN = (
    StatustypeSpec(1, "Ontvangen", "Wij hebben uw aanvraag."),
    StatustypeSpec(2, "In behandeling", "Wij werken aan uw aanvraag."),
    StatustypeSpec(3, "Klaar", "Uw uittreksel staat klaar.", informeren=True),
)
RESULTAATTYPEN = (
    ResultaattypeSpec(
        "Verstrekt",
        f"{_LIST}/resultaattypeomschrijvingen/verstrekt",
        f"{_LIST}/resultaten/verstrekt",
        archiefactietermijn="P1Y",
    ),
    ResultaattypeSpec(
        "Geweigerd",
        f"{_LIST}/resultaattypeomschrijvingen/geweigerd",
        f"{_LIST}/resultaten/geweigerd",
        archiefactietermijn="P5Y",
    ),
)
ROLTYPEN = (RoltypeSpec("Aanvrager", "initiator"), RoltypeSpec("Behandelaar", "behandelaar"))
EIGENSCHAPPEN = (
    EigenschapSpec("doel"),
    EigenschapSpec("taal", waardenverzameling=("nl", "en")),
    EigenschapSpec("gewenst_op", formaat="datum"),
    EigenschapSpec("aantal", formaat="getal", lengte="2"),
)
INFORMATIEOBJECTTYPEN = (
    InformatieobjecttypeSpec("Uittreksel BRP", "uitgaand"),
    InformatieobjecttypeSpec("Aanvraag", "inkomend"),
)


def make_spec(**changes: Any) -> ZaaktypeSpec:
    """Return the specification of a small zaaktype; `changes` replace its attributes."""
    attributes: dict[str, Any] = {
        "identificatie": "UITTREKSEL_BRP",
        "omschrijving": "Uittreksel uit de BRP",
        "doel": "Een inwoner kan aantonen wat in de basisregistratie staat.",
        "aanleiding": "Een inwoner vraagt een uittreksel aan.",
        "onderwerp": "Uittreksel",
        "handeling_initiator": "aanvragen",
        "handeling_behandelaar": "verstrekken",
        "doorlooptijd": "P3D",
        "servicenorm": "P1D",
        "statustypen": STATUSTYPEN,
        "resultaattypen": RESULTAATTYPEN,
        "roltypen": ROLTYPEN,
        "eigenschappen": EIGENSCHAPPEN,
        "informatieobjecttypen": INFORMATIEOBJECTTYPEN,
    }
    return ZaaktypeSpec(**{**attributes, **changes})


def make_zaaktype(*, at: datetime = AT, **changes: Any) -> ZaakType:
    """Publish a zaaktype; `changes` replace attributes of its specification."""
    return publish_zaaktype(spec=make_spec(**changes), at=at)


def make_zaak(
    *, zaaktype: ZaakType | None = None, bsn: str | None = BSN, at: datetime = AT, **changes: Any
) -> Zaak:
    """Open a zaak with an initiator (none when `bsn` is None), without any status.

    `changes` replace arguments of `open_zaak`. Without `zaaktype` the newest one of the builder
    is used, or published first.
    """
    zaaktype = zaaktype or _zaaktype()
    arguments: dict[str, Any] = {
        "zaaktype_id": zaaktype.uuid,
        "omschrijving": "Uittreksel voor een huurwoning",
        "bronorganisatie": RSIN,
        "verantwoordelijke_organisatie": RSIN,
        "at": at,
    }
    zaak = zaken.open_zaak(**{**arguments, **changes})
    if bsn is not None:
        zaken.add_initiator(
            zaak_id=zaak.uuid,
            roltype_id=parts_of(zaaktype.uuid).roltypen_generiek["initiator"],
            bsn=bsn,
            geslachtsnaam="Testpersoon",
            voornamen="Tessa",
            at=at,
        )
    return zaak


def make_document(
    *,
    zaak: Zaak | None = None,
    content: bytes = b"%PDF-1.7 voorbeeld",
    informatieobjecttype: str = "Uittreksel BRP",
    document_id: UUID | None = None,
    at: datetime = AT,
    **changes: Any,
) -> EnkelvoudigInformatieObject:
    """Store a document, and attach it to `zaak` when given; `changes` replace its attributes."""
    zaaktype = zaak.zaaktype if zaak else _zaaktype()
    attributes: dict[str, Any] = {
        "titel": "Uittreksel",
        "bestandsnaam": "uittreksel.pdf",
        "formaat": "application/pdf",
        "auteur": "Gemeente Voorbeeldstad",
        "creatiedatum": date(2026, 3, 2),
        "tonen_aan_initiator": True,
    }
    kind = changes.pop("informatieobjecttype_id", None)
    document = store(
        content=content,
        informatieobjecttype_id=kind
        or parts_of(zaaktype.uuid).informatieobjecttypen[informatieobjecttype],
        bronorganisatie=RSIN,
        document_id=document_id,
        at=at,
        **{**attributes, **changes},
    )
    if zaak is not None:
        zaken.attach_document(zaak_id=zaak.uuid, informatieobject_id=document.uuid, at=at)
    return document


def end_zaak(zaak: Zaak, *, resultaat: str = "Verstrekt", at: datetime = AT) -> None:
    """Give the zaak its result and its end status."""
    parts = parts_of(zaak.zaaktype_id)
    zaken.set_resultaat(zaak_id=zaak.uuid, resultaattype_id=parts.resultaattypen[resultaat], at=at)
    last = max(parts.statustypen)
    zaken.set_status(
        zaak_id=zaak.uuid, statustype_id=parts.statustypen[last], datum_status_gezet=at
    )


def _zaaktype() -> ZaakType:
    existing: ZaakType | None = ZaakType.objects.filter(
        identificatie="UITTREKSEL_BRP", einde_geldigheid=None
    ).first()
    return existing or make_zaaktype()
