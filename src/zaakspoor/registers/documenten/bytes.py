"""Where the bytes of documents are, and how they get there whole.

On a file system a file appears under its name only when it is complete and on the disk: written
under another name, flushed, renamed, and the folder flushed. An object store does that itself.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, storages

# What a name ends with while its bytes are on their way.
PARTIAL = ".deel"
_OF_A_DOCUMENT = re.compile(r"[0-9a-f]{2}/[0-9a-f]{32}-\d+-[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class StoredName:
    """A name in the storage and when its bytes were written."""

    name: str
    modified: datetime


def name_of(document_id: UUID, versie: int, sha256: str) -> str:
    """Return the name for these bytes: the same bytes get the same name, others another."""
    digits = document_id.hex
    # 256 folders: a folder with a million files is slow to list and to back up.
    return f"{digits[:2]}/{digits}-{versie}-{sha256[:32]}"


def is_of_a_document(name: str) -> bool:
    """Return whether `name` is one of `name_of`, also while its bytes are on their way.

    The storage may hold what belongs to others, who look after it themselves.
    """
    return _OF_A_DOCUMENT.match(name) is not None


def write_bytes(name: str, content: bytes) -> str:
    """Write `content` under `name`; return the name under which the storage keeps it."""
    storage = _storage()
    if isinstance(storage, FileSystemStorage):
        _write_file(Path(storage.path(name)), content)
        return name
    kept: str = storage.save(name, ContentFile(content))
    return kept


def open_bytes(name: str) -> BinaryIO:
    """Return the open stream of what is stored under `name`; the caller closes it.

    :raises FileNotFoundError: there is nothing under that name.
    """
    return cast(BinaryIO, _storage().open(name, "rb"))


def size_of(name: str) -> int:
    """Return the number of bytes under `name`, without reading them."""
    return _storage().size(name)


def remove_bytes(name: str) -> None:
    """Remove what is stored under `name`, if it is there."""
    _storage().delete(name)


def stored_names(under: str = "") -> Iterator[StoredName]:
    """Yield every name in the storage, or in its folder `under`; those on their way included."""
    storage = _storage()
    if isinstance(storage, FileSystemStorage) and not Path(storage.path(under)).exists():
        return
    yield from _walk(storage, under)


def _walk(storage: Storage, folder: str) -> Iterator[StoredName]:
    folders, files = storage.listdir(folder)
    for file in files:
        name = f"{folder}/{file}" if folder else file
        yield StoredName(name, storage.get_modified_time(name))
    for inner in folders:
        yield from _walk(storage, f"{folder}/{inner}" if folder else inner)


def _write_file(path: Path, content: bytes) -> None:
    new_folder = not path.parent.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{uuid4().hex}{PARTIAL}")
    # Only the service reads documents: no rights for anybody else.
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    _flush_folder(path.parent)
    if new_folder:
        # Its name stands in the folders above, which may be new as well.
        for folder in path.parents[1:3]:
            _flush_folder(folder)


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _storage() -> Storage:
    # Asked each time: the settings decide where, and a test may decide otherwise.
    return storages["default"]
