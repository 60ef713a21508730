"""The rows of the Catalogi API: what kinds of zaken, besluiten and documents there are."""

from zaakspoor.registers.catalogi.models.besluittype import (
    BesluitType,
    BesluitTypeInformatieObjectType,
)
from zaakspoor.registers.catalogi.models.catalogus import Catalogus
from zaakspoor.registers.catalogi.models.eigenschap import Eigenschap
from zaakspoor.registers.catalogi.models.informatieobjecttype import (
    InformatieObjectType,
    ZaakTypeInformatieObjectType,
)
from zaakspoor.registers.catalogi.models.relaties import (
    DeelZaakType,
    GerelateerdZaakType,
    ZaakTypeBesluitType,
)
from zaakspoor.registers.catalogi.models.resultaattype import (
    ResultaatType,
    ResultaatTypeBesluitType,
    ResultaatTypeInformatieObjectType,
)
from zaakspoor.registers.catalogi.models.roltype import RolType
from zaakspoor.registers.catalogi.models.statustype import CheckListItem, StatusType
from zaakspoor.registers.catalogi.models.zaakobjecttype import ZaakObjectType
from zaakspoor.registers.catalogi.models.zaaktype import ZaakType

__all__ = [
    "BesluitType",
    "BesluitTypeInformatieObjectType",
    "Catalogus",
    "CheckListItem",
    "DeelZaakType",
    "Eigenschap",
    "GerelateerdZaakType",
    "InformatieObjectType",
    "ResultaatType",
    "ResultaatTypeBesluitType",
    "ResultaatTypeInformatieObjectType",
    "RolType",
    "StatusType",
    "ZaakObjectType",
    "ZaakType",
    "ZaakTypeBesluitType",
    "ZaakTypeInformatieObjectType",
]
