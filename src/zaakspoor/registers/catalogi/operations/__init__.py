"""Everything that changes the catalogus."""

from zaakspoor.registers.catalogi.operations.catalogus import ensure_catalogus
from zaakspoor.registers.catalogi.operations.publish import ZaaktypeIncomplete, publish_zaaktype

__all__ = ["ZaaktypeIncomplete", "ensure_catalogus", "publish_zaaktype"]
