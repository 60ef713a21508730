"""The day on which the archive term of a zaak ends (zrc-021)."""

from datetime import date

from zaakspoor.registers.catalogi.models import ResultaatType
from zaakspoor.registers.durations import parse_duration
from zaakspoor.registers.zaken.models import Zaak


def archive_date(zaak: Zaak, resultaattype: ResultaatType) -> date | None:
    """Return the archiefactiedatum of a zaak that ends with this resultaattype.

    None where it can not be known from the zaak alone: the standard lets it stay empty then.
    """
    source = _source_date(zaak, resultaattype)
    if source is None or not resultaattype.archiefactietermijn:
        return None
    return parse_duration(resultaattype.archiefactietermijn).after(source)


def _source_date(zaak: Zaak, resultaattype: ResultaatType) -> date | None:
    match resultaattype.brondatum_archiefprocedure_afleidingswijze:
        case "afgehandeld":
            return zaak.einddatum
        case "hoofdzaak":
            return zaak.hoofdzaak.einddatum if zaak.hoofdzaak else None
        case "termijn" if zaak.einddatum:
            term = resultaattype.brondatum_archiefprocedure_procestermijn
            return parse_duration(term).after(zaak.einddatum)
        case _:
            return None
