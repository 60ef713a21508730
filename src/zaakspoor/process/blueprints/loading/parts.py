"""Reading the whole blueprint, and the parts that are no form and no status."""

from typing import Literal

from zaakspoor.process.blueprints.definition import (
    Blueprint,
    Clock,
    DocumentType,
    Message,
    Milestone,
    Result,
    Route,
    Span,
    Zaaktype,
)
from zaakspoor.process.blueprints.form_definition import Text
from zaakspoor.process.blueprints.loading.form import read_form
from zaakspoor.process.blueprints.loading.statuses import DAYS, read_actions, read_status
from zaakspoor.process.blueprints.loading.tree import Entry
from zaakspoor.process.blueprints.vocabulary import CONFIDENTIALITY, LOGIN_LEVELS

_NEED = (
    "blueprint versie titel samenvatting zaaktype tarief inlogniveau begin formulier mijlpalen"
    " routering statussen resultaten documenten berichten"
)
_ZAAKTYPE = (
    "identificatie omschrijving doel aanleiding onderwerp handeling_initiator"
    " handeling_behandelaar vertrouwelijkheid selectielijst_procestype"
)


def read_blueprint(root: Entry) -> Blueprint:
    """Read a whole file."""
    part = root.part(need=_NEED, may="klokken redenen overal")
    return Blueprint(
        key=part["blueprint"].name(hyphens=True),
        version=part["versie"].number(),
        title=part["titel"].text(),
        summary=part["samenvatting"].text(),
        zaaktype=_zaaktype(part["zaaktype"]),
        fee_cents=part["tarief"].number(),
        login_level=part["inlogniveau"].choice(LOGIN_LEVELS, "midden"),
        form=read_form(part["formulier"]),
        begin=part["begin"].word(),
        routing=tuple(
            _route(number, item) for number, item in enumerate(part["routering"].listed(), 1)
        ),
        clocks={key: _clock(key, item) for key, item in part["klokken"].named().items()},
        milestones=tuple(_milestone(k, item) for k, item in part["mijlpalen"].named().items()),
        statuses={key: read_status(key, item) for key, item in part["statussen"].named().items()},
        results={key: _result(key, item) for key, item in part["resultaten"].named().items()},
        documents={key: _document(key, item) for key, item in part["documenten"].named().items()},
        messages={key: _message(key, item) for key, item in part["berichten"].named().items()},
        reasons=_reasons(part["redenen"]),
        everywhere=read_actions(part["overal"]),
    )


def _zaaktype(entry: Entry) -> Zaaktype:
    part = entry.part(need=_ZAAKTYPE, may="trefwoorden")
    return Zaaktype(
        identificatie=part["identificatie"].word(),
        omschrijving=part["omschrijving"].text(),
        doel=part["doel"].word(),
        aanleiding=part["aanleiding"].word(),
        onderwerp=part["onderwerp"].word(),
        handeling_initiator=part["handeling_initiator"].word(),
        handeling_behandelaar=part["handeling_behandelaar"].word(),
        vertrouwelijkheidaanduiding=part["vertrouwelijkheid"].choice(
            CONFIDENTIALITY, "zaakvertrouwelijk"
        ),
        selectielijst_procestype=part["selectielijst_procestype"].word(),
        trefwoorden=part["trefwoorden"].words(),
    )


def _route(number: int, entry: Entry) -> Route:
    part = entry.part(need="team", may="als")
    return Route(number, part["team"].word(), part["als"].condition())


def _clock(key: str, entry: Entry) -> Clock:
    part = entry.part(need="start streef uiterlijk grondslag", may="stop")
    return Clock(
        key=key,
        starts_at=part["start"].word(),
        stops_at=part["stop"].words(),
        target=part["streef"].span() or Span(1, "d"),
        # The last day that was promised is a day: the register keeps a date.
        fatal=part["uiterlijk"].span(DAYS) or Span(1, "d"),
        basis=part["grondslag"].word(),
    )


def _milestone(key: str, entry: Entry) -> Milestone:
    part = entry.part(need="titel tekst")
    return Milestone(key, part["titel"].text(), part["tekst"].text())


def _result(key: str, entry: Entry) -> Result:
    part = entry.part(
        need="omschrijving generiek selectielijstklasse archiefnominatie",
        may="archiefactietermijn afleidingswijze",
    )
    nomination: Literal["vernietigen", "blijvend_bewaren"] = part["archiefnominatie"].choice(
        ("vernietigen", "blijvend_bewaren"), "vernietigen"
    )
    return Result(
        key=key,
        omschrijving=part["omschrijving"].word(),
        resultaattypeomschrijving=part["generiek"].word(),
        selectielijstklasse=part["selectielijstklasse"].word(),
        archiefnominatie=nomination,
        archiefactietermijn=part["archiefactietermijn"].word() or None,
        afleidingswijze=part["afleidingswijze"].choice(("afgehandeld",), "afgehandeld"),
    )


def _document(key: str, entry: Entry) -> DocumentType:
    part = entry.part(need="omschrijving richting tonen")
    direction: Literal["inkomend", "intern", "uitgaand"] = part["richting"].choice(
        ("inkomend", "intern", "uitgaand"), "intern"
    )
    return DocumentType(key, part["omschrijving"].word(), direction, part["tonen"].yes())


def _message(key: str, entry: Entry) -> Message:
    part = entry.part(need="onderwerp tekst")
    return Message(key, part["onderwerp"].text(), part["tekst"].text())


def _reasons(entry: Entry) -> dict[str, Text]:
    return {key: item.text() for key, item in entry.named().items()}
