"""Who has a part in a zaak."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django.db import transaction

from zaakspoor.core import by_key, vault
from zaakspoor.core.refusals import Refused
from zaakspoor.events import outbox
from zaakspoor.registers.catalogi.models import RolType
from zaakspoor.registers.choices import OmschrijvingGeneriek
from zaakspoor.registers.validation import Invalid, checked
from zaakspoor.registers.zaken.betrokkenen import (
    Betrokkene,
    ContactpersoonRol,
    Medewerker,
    NatuurlijkPersoon,
    as_identificatie,
    problems_of,
)
from zaakspoor.registers.zaken.models import Rol, Zaak
from zaakspoor.registers.zaken.operations.guards import changeable_zaak, require_same_zaaktype

# A zaak has one of these at most.
_SINGLE = (OmschrijvingGeneriek.INITIATOR, OmschrijvingGeneriek.ZAAKCOORDINATOR)
_LOOK_UPS = (
    "anp_identificatie",
    "inn_nnp_id",
    "ann_identificatie",
    "vestigings_nummer",
    "kvk_nummer",
)


class RolRefused(Refused):
    """This zaak already has someone in that role."""

    code: ClassVar[str] = "rol-bezet"


@transaction.atomic
def add_rol(
    *,
    zaak_id: UUID,
    roltype_id: UUID,
    betrokkene: Betrokkene,
    at: datetime,
    roltoelichting: str = "",
    afwijkende_naam_betrokkene: str = "",
    indicatie_machtiging: str = "",
    contactpersoon_rol: ContactpersoonRol | None = None,
) -> Rol:
    """Give `betrokkene` a part in the zaak; publish `zaken.rol.create`.

    What identifies them is encrypted; a BSN and an A-nummer are found back by keyed hash only.
    `roltoelichting` is the omschrijving of the roltype unless given.

    :raises Zaak.DoesNotExist: there is no such zaak.
    :raises RolType.DoesNotExist: there is no such roltype.
    :raises ZaakClosed: the zaak has ended.
    :raises NotOfZaaktype: the roltype belongs to another zaaktype (zrc-019).
    :raises RolRefused: the zaak already has an initiator, or a zaakcoordinator.
    :raises Invalid: an attribute breaks a limit of the standard.
    """
    zaak = changeable_zaak(zaak_id)
    roltype = by_key.get(RolType, roltype_id)
    require_same_zaaktype(zaak, roltype.zaaktype_id, "rol")
    _require_free(zaak, roltype)
    rol = Rol(
        zaak=zaak,
        roltype=roltype,
        omschrijving=roltype.omschrijving,
        omschrijving_generiek=roltype.omschrijving_generiek,
        betrokkene_type=betrokkene.betrokkene_type,
        roltoelichting=roltoelichting or roltype.omschrijving,
        afwijkende_naam_betrokkene=afwijkende_naam_betrokkene,
        indicatie_machtiging=indicatie_machtiging,
        contactpersoon_rol=_sealed(contactpersoon_rol),
        registratiedatum=at,
        **_columns(betrokkene),
    )
    checked(rol).save(force_insert=True)
    outbox.publish(
        "zaken.rol.create",
        subject=zaak_id,
        payload={"zaak": str(zaak_id), "rol": str(rol.uuid)},
        at=at,
    )
    return rol


def add_initiator(
    *,
    zaak_id: UUID,
    roltype_id: UUID,
    bsn: str,
    at: datetime,
    geslachtsnaam: str = "",
    voorvoegsel_geslachtsnaam: str = "",
    voorletters: str = "",
    voornamen: str = "",
    geboortedatum: str = "",
) -> Rol:
    """Make the resident with this BSN the one who asked for the zaak.

    :raises: everything that `add_rol` does; `Invalid` for a BSN that fails the elfproef.
    """
    person = NatuurlijkPersoon(
        inp_bsn=bsn,
        geslachtsnaam=geslachtsnaam,
        voorvoegsel_geslachtsnaam=voorvoegsel_geslachtsnaam,
        voorletters=voorletters,
        voornamen=voornamen,
        geboortedatum=geboortedatum,
    )
    return add_rol(zaak_id=zaak_id, roltype_id=roltype_id, betrokkene=person, at=at)


def add_medewerker(
    *,
    zaak_id: UUID,
    roltype_id: UUID,
    identificatie: str,
    at: datetime,
    achternaam: str = "",
    voorletters: str = "",
    voorvoegsel_achternaam: str = "",
) -> Rol:
    """Give an employee, known by `identificatie` at the login of the municipality, a part.

    :raises: everything that `add_rol` does.
    """
    employee = Medewerker(
        identificatie=identificatie,
        achternaam=achternaam,
        voorletters=voorletters,
        voorvoegsel_achternaam=voorvoegsel_achternaam,
    )
    return add_rol(zaak_id=zaak_id, roltype_id=roltype_id, betrokkene=employee, at=at)


def _require_free(zaak: Zaak, roltype: RolType) -> None:
    generiek = roltype.omschrijving_generiek
    if generiek in _SINGLE and zaak.rollen.filter(omschrijving_generiek=generiek).exists():
        raise RolRefused(f"Zaak {zaak.identificatie} heeft al een {generiek}.")


def _columns(betrokkene: Betrokkene) -> dict[str, Any]:
    """Return the columns for `betrokkene`: all of it sealed, and what it is found by."""
    sealed = _sealed(betrokkene)
    bsn = sealed.pop("inp_bsn", "")
    columns: dict[str, Any] = {name: sealed.get(name) for name in _LOOK_UPS}
    columns["identificatie"] = sealed
    columns["interne_identificatie"] = sealed.get("identificatie")
    if bsn:
        columns["inp_bsn"] = vault.encrypt(bsn)
        columns["inp_bsn_hash"] = vault.keyed_hash(bsn)
    if sealed.get("inp_a_nummer"):
        columns["inp_a_nummer_hash"] = vault.keyed_hash(sealed["inp_a_nummer"])
    return columns


def _sealed(party: Betrokkene | ContactpersoonRol | None) -> dict[str, Any]:
    if party is None:
        return {}
    problems = problems_of(party)
    if problems:
        raise Invalid("Rol", problems)
    return as_identificatie(party)
