"""The rows of the Documenten API: documents, their versions, and what may be done with them."""

from zaakspoor.registers.documenten.models.informatieobject import (
    BestandsDeel,
    EnkelvoudigInformatieObject,
    EnkelvoudigInformatieObjectVersie,
)
from zaakspoor.registers.documenten.models.relaties import (
    Gebruiksrechten,
    ObjectInformatieObject,
)
from zaakspoor.registers.documenten.models.verzending import Verzending

__all__ = [
    "BestandsDeel",
    "EnkelvoudigInformatieObject",
    "EnkelvoudigInformatieObjectVersie",
    "Gebruiksrechten",
    "ObjectInformatieObject",
    "Verzending",
]
