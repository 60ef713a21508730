"""Files with an application: judged by what they are, not by what they are called."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID, uuid4

from zaakspoor.core.refusals import Refused
from zaakspoor.events.failures import blot
from zaakspoor.process.blueprints.form_definition import Field, FormStep, Text
from zaakspoor.process.blueprints.forms.wording import too_many_files
from zaakspoor.process.intake.models import Draft, DraftFile
from zaakspoor.process.intake.operations.clearing import FOLDER, remove_after_commit
from zaakspoor.registers.documenten.bytes import remove_bytes, write_bytes

_MAGIC = {
    b"%PDF-": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
}
# What a name of each kind ends with; the first is the usual one.
_ENDINGS = {
    "application/pdf": ("pdf",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
}
_LONGEST_NAME = 100


class FileRefused(Refused):
    """A file is not what the form asks for."""

    code: ClassVar[str] = "bestand-geweigerd"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as the browser sent it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that was accepted and whose bytes are in the store."""

    field: Field
    name: str
    mime: str
    size: int
    sha256: str
    stored_as: str


@contextmanager
def staged(
    draft_id: UUID, step: FormStep, uploads: Mapping[str, Sequence[Upload]]
) -> Iterator[tuple[list[Staged], dict[str, Text]]]:
    """Judge the files of one page, store the good ones and give them with the refusals.

    Should the block fail, then what was stored is removed again.

    :raises FileRefused: the page has no such question.
    """
    fields = {field.key: field for field in step.fields if field.kind == "bestand"}
    if not uploads.keys() <= fields.keys():
        raise FileRefused("Bij deze vraag hoort geen bestand.")
    accepted: list[Staged] = []
    refused: dict[str, Text] = {}
    try:
        for key, files in uploads.items():
            for upload in files:
                problem = _problem(fields[key], upload)
                if problem:
                    refused[key] = problem
                else:
                    accepted.append(_store(draft_id, fields[key], upload))
        yield accepted, refused
    except BaseException:
        for file in accepted:
            remove_bytes(file.stored_as)
        raise


def keep(draft: Draft, files: Sequence[Staged], at: datetime) -> dict[str, Text]:
    """Put staged files on a locked draft and return the refusals: more than the form has room for.

    The same file twice counts once.
    """
    refused: dict[str, Text] = {}
    for file in files:
        present = DraftFile.objects.filter(draft=draft, field=file.field.key)
        digests = set(present.values_list("sha256", flat=True))
        if file.sha256 in digests or len(digests) >= file.field.max_files:
            remove_after_commit([file.stored_as])
            if file.sha256 not in digests:
                refused[file.field.key] = too_many_files(file.field.max_files)
            continue
        DraftFile.objects.create(
            draft=draft,
            field=file.field.key,
            sha256=file.sha256,
            name=file.name,
            mime=file.mime,
            size=file.size,
            stored_as=file.stored_as,
            added_at=at,
        )
    return refused


def counts(draft: Draft) -> dict[str, int]:
    """Return how many files each field of the draft has, in one SQL statement."""
    found: dict[str, int] = {}
    for key in draft.files.values_list("field", flat=True):
        found[key] = found.get(key, 0) + 1
    return found


def mime_of(content: bytes) -> str:
    """Return the type that the first bytes prove, or "" when they prove none we know."""
    return next((mime for start, mime in _MAGIC.items() if content.startswith(start)), "")


def safe_name(name: str, mime: str) -> str:
    """Return a file name of at most 100 harmless characters that ends as its type does.

    No folder, no sign that a shell, a page or a spreadsheet would carry out, and no second
    meaning: `aanvraag.pdf.exe` with a PDF in it becomes `aanvraag.pdf.exe.pdf`. No BSN either:
    names of files are shown, kept and sent without a seal.
    """
    last = blot(re.split(r"[\\/]", name)[-1])
    plain = re.sub(r"[^\w .()+-]", "_", last).strip(" .+-") or "bestand"
    endings = _ENDINGS.get(mime, ())
    if not endings or plain.lower().endswith(tuple(f".{ending}" for ending in endings)):
        return plain[-_LONGEST_NAME:]
    return f"{plain[-_LONGEST_NAME + 5 :]}.{endings[0]}"


def _problem(field: Field, upload: Upload) -> Text | None:
    if len(upload.content) > field.max_bytes:
        limit = field.max_bytes // 1_000_000
        return Text(
            f"Dit bestand is te groot. Het mag hoogstens {limit} MB zijn.",
            f"This file is too large. It may be at most {limit} MB.",
        )
    if mime_of(upload.content) not in field.accept:
        kinds = ", ".join(_ENDINGS.get(mime, (mime,))[0] for mime in field.accept)
        return Text(
            f"Dit bestand kunnen wij niet gebruiken. Kies een bestand van deze soort: {kinds}.",
            f"We cannot use this file. Choose a file of this kind: {kinds}.",
        )
    return None


def _store(draft_id: UUID, field: Field, upload: Upload) -> Staged:
    # A name of its own: whoever removes one upload never takes the bytes of another.
    path = f"{FOLDER}/{draft_id}/{uuid4().hex}"
    mime = mime_of(upload.content)
    return Staged(
        field=field,
        name=safe_name(upload.name, mime),
        mime=mime,
        size=len(upload.content),
        sha256=hashlib.sha256(upload.content).hexdigest(),
        stored_as=write_bytes(path, upload.content),
    )
