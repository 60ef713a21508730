"""What every change of a zaak asks first."""

from typing import ClassVar
from uuid import UUID

from zaakspoor.core import by_key
from zaakspoor.core.refusals import Refused
from zaakspoor.registers.zaken.models import Zaak


class ZaakClosed(Refused):
    """The zaak has ended; only a correction may still change it (zrc-007)."""

    code: ClassVar[str] = "zaak-afgesloten"


class NotOfZaaktype(Refused):
    """The type that was named belongs to another zaaktype (zrc-016 to zrc-020)."""

    code: ClassVar[str] = "zaaktype-mismatch"


def locked_zaak(zaak_id: UUID) -> Zaak:
    """Return the zaak with its row locked, so that two changes at once follow each other.

    :raises Zaak.DoesNotExist: there is no such zaak.
    """
    return by_key.lock(Zaak, zaak_id)


def changeable_zaak(zaak_id: UUID, *, as_correction: bool = False) -> Zaak:
    """Return the zaak, locked, when its data may still change.

    :raises Zaak.DoesNotExist: there is no such zaak.
    :raises ZaakClosed: it has ended, and this is no correction.
    """
    zaak = locked_zaak(zaak_id)
    if zaak.is_closed and not as_correction:
        raise ZaakClosed(f"Zaak {zaak.identificatie} is afgesloten. Heropen de zaak eerst.")
    return zaak


def require_same_zaaktype(zaak: Zaak, zaaktype_id: UUID, what: str) -> None:
    """Refuse a type of another zaaktype than that of `zaak`; `what` names it in Dutch.

    :raises NotOfZaaktype: it belongs to another (version of a) zaaktype.
    """
    if zaaktype_id != zaak.zaaktype_id:
        raise NotOfZaaktype(f"Kies een {what} van het zaaktype van zaak {zaak.identificatie}.")
