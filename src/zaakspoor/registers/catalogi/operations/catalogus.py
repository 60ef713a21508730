"""The catalogus of an organisation, made when it is first needed."""

from django.db import transaction

from zaakspoor.registers.catalogi.models import Catalogus
from zaakspoor.registers.validation import checked


@transaction.atomic
def ensure_catalogus(*, domein: str, rsin: str, naam: str, contactpersoon: str) -> Catalogus:
    """Return the catalogus of `rsin` for `domein`, made now when it did not exist.

    `domein` is at most five letters, `contactpersoon` the name of who maintains it. An existing
    catalogus keeps its own naam and contactpersoon.

    :raises Invalid: an attribute breaks a limit of the standard.
    """
    row = checked(
        Catalogus(domein=domein, rsin=rsin, naam=naam, contactpersoon_beheer_naam=contactpersoon)
    )
    # Two processes may start at once: the unique constraint decides, nobody sees an error.
    Catalogus.objects.bulk_create([row], ignore_conflicts=True)
    return Catalogus.objects.get(domein=domein, rsin=rsin)
