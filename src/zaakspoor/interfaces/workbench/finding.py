"""Finding a case by its number: at the counter somebody has a letter or a screen with it."""

from collections.abc import Iterable
from uuid import UUID

from zaakspoor.process.route.models import CaseRoute


def case_with_number(number: str, teams: Iterable[str]) -> UUID | None:
    """Return the case with this zaaknummer when it belongs to one of `teams`, in one statement.

    Spaces and capitals do not matter. None: no such case, or of another team.
    """
    asked = "".join(number.split())[:40]
    rows = CaseRoute.objects.filter(zaak__identificatie__iexact=asked, team__in=list(teams))
    return rows.values_list("zaak_id", flat=True).first()
