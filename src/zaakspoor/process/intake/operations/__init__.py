"""Everything that changes a draft, and the sending that makes a zaak of it."""

from zaakspoor.process.intake.operations.drafting import (
    AlreadySent,
    discard,
    remove_file,
    save_step,
    start_draft,
    sweep_drafts,
)
from zaakspoor.process.intake.operations.sending import Incomplete, complete, finish_due, submit
from zaakspoor.process.intake.operations.uploads import FileRefused, Upload

__all__ = [
    "AlreadySent",
    "FileRefused",
    "Incomplete",
    "Upload",
    "complete",
    "discard",
    "finish_due",
    "remove_file",
    "save_step",
    "start_draft",
    "submit",
    "sweep_drafts",
]
