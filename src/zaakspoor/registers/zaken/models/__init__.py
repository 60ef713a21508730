"""The rows of the Zaken API: the pieces of work, who has a part in them, and how they went."""

from zaakspoor.registers.zaken.models.identificatie import (
    GereserveerdeZaakIdentificatie,
    Zaaknummering,
)
from zaakspoor.registers.zaken.models.inhoud import (
    Resultaat,
    ZaakBesluit,
    ZaakEigenschap,
    ZaakInformatieObject,
    ZaakObject,
)
from zaakspoor.registers.zaken.models.klantcontact import (
    KlantContact,
    ZaakContactMoment,
    ZaakNotitie,
    ZaakVerzoek,
)
from zaakspoor.registers.zaken.models.relaties import RelevanteZaak, ZaakKenmerk
from zaakspoor.registers.zaken.models.rol import Rol
from zaakspoor.registers.zaken.models.status import Status
from zaakspoor.registers.zaken.models.zaak import Zaak

__all__ = [
    "GereserveerdeZaakIdentificatie",
    "KlantContact",
    "RelevanteZaak",
    "Resultaat",
    "Rol",
    "Status",
    "Zaak",
    "ZaakBesluit",
    "ZaakContactMoment",
    "ZaakEigenschap",
    "ZaakInformatieObject",
    "ZaakKenmerk",
    "ZaakNotitie",
    "ZaakObject",
    "ZaakVerzoek",
    "Zaaknummering",
]
