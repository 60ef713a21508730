"""Everything that changes the documents."""

from zaakspoor.registers.documenten.operations.finalise import finalise
from zaakspoor.registers.documenten.operations.relaties import link_to_object
from zaakspoor.registers.documenten.operations.store import DocumentDiffers, store
from zaakspoor.registers.documenten.operations.sweep import sweep_orphans

__all__ = ["DocumentDiffers", "finalise", "link_to_object", "store", "sweep_orphans"]
