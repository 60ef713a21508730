"""Everything that changes a zaak. Each function is one transaction and one story."""

from zaakspoor.registers.zaken.operations.dates import set_dates, update_toelichting
from zaakspoor.registers.zaken.operations.document import DocumentNotForZaak, attach_document
from zaakspoor.registers.zaken.operations.eigenschap import (
    EigenschapRefused,
    set_eigenschap,
    set_eigenschappen,
)
from zaakspoor.registers.zaken.operations.guards import NotOfZaaktype, ZaakClosed
from zaakspoor.registers.zaken.operations.identificatie import (
    next_identificatie,
    reserve_identificaties,
)
from zaakspoor.registers.zaken.operations.opening import ZaakRefused, open_zaak
from zaakspoor.registers.zaken.operations.resultaat import set_resultaat
from zaakspoor.registers.zaken.operations.rol import (
    RolRefused,
    add_initiator,
    add_medewerker,
    add_rol,
)
from zaakspoor.registers.zaken.operations.status import ResultaatMissing, set_status

__all__ = [
    "DocumentNotForZaak",
    "EigenschapRefused",
    "NotOfZaaktype",
    "ResultaatMissing",
    "RolRefused",
    "ZaakClosed",
    "ZaakRefused",
    "add_initiator",
    "add_medewerker",
    "add_rol",
    "attach_document",
    "next_identificatie",
    "open_zaak",
    "reserve_identificaties",
    "set_dates",
    "set_eigenschap",
    "set_eigenschappen",
    "set_resultaat",
    "set_status",
    "update_toelichting",
]
