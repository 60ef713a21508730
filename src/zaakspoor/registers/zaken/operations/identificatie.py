"""The numbers of zaken: one queue per year, without gaps and without doubles."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from zaakspoor.core.clock import local_date
from zaakspoor.registers.validation import checked
from zaakspoor.registers.zaken.models import GereserveerdeZaakIdentificatie, Zaaknummering


@transaction.atomic
def next_identificatie(*, at: datetime) -> str:
    """Take the next number of the local year of `at`: `ZAAK-2026-0000000001`.

    The row of the year stays locked until the surrounding transaction ends. So a number that is
    rolled back is given to the next, and take it as late in that transaction as possible.
    """
    return _take(at, 1)[0]


@transaction.atomic
def reserve_identificaties(*, bronorganisatie: str, aantal: int, at: datetime) -> list[str]:
    """Promise `aantal` numbers to who will open the zaken later (ReserveZaakIdentificatie).

    :raises Invalid: `bronorganisatie` is no RSIN.
    """
    numbers = _take(at, aantal)
    GereserveerdeZaakIdentificatie.objects.bulk_create(
        checked(
            GereserveerdeZaakIdentificatie(
                bronorganisatie=bronorganisatie, zaaknummer=number, reserved_at=at
            )
        )
        for number in numbers
    )
    return numbers


def _take(at: datetime, count: int) -> list[str]:
    year = local_date(at).year
    row = Zaaknummering.objects.filter(jaar=year)
    # The UPDATE locks the row on both databases; a plain read would let two see one number.
    if not row.update(laatste=F("laatste") + count):
        Zaaknummering.objects.bulk_create([Zaaknummering(jaar=year)], ignore_conflicts=True)
        row.update(laatste=F("laatste") + count)
    last = row.get().laatste
    return [f"ZAAK-{year}-{number:010d}" for number in range(last - count + 1, last + 1)]
