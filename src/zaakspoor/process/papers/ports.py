"""The doors of the process to the outside world; config opens them at start-up."""

from zaakspoor.process.papers.person import Persons

_persons: list[Persons] = []


def install_persons(persons: Persons) -> None:
    """Use `persons` from now on as the source of the civil registry."""
    _persons[:] = [persons]


def persons() -> Persons:
    """Return the source of the civil registry.

    :raises RuntimeError: config has installed none.
    """
    if not _persons:
        raise RuntimeError("no source of persons is installed")
    return _persons[0]
