"""What the tests of the public pages share: a paper of ours, and a throttle that forgot."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import pytest

from zaakspoor.interfaces.public.throttle import Throttle
from zaakspoor.interfaces.public.views import verify
from zaakspoor.process.papers import operations
from zaakspoor.process.papers.letter import make_letter
from zaakspoor.process.papers.sealing import seal

SEALED_AT = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
DOCUMENT = UUID("6f2c7b9e-0a51-4d38-9c7e-3f6a1b2c4d5e")
NAME_ON_PAPER = "Testpersoon Fictief"


@dataclass(frozen=True)
class Paper:
    """A document that we issued: its bytes and the code that is printed on it."""

    content: bytes
    code: str


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test wait for the visits of another."""
    monkeypatch.setattr(verify, "UPLOADS", Throttle(burst=10, per_minute=10))
    monkeypatch.setattr(verify, "LOOKUPS", Throttle(burst=30, per_minute=30))


@pytest.fixture
def unsealed() -> bytes:
    """A PDF as we make them, without our seal."""
    return make_letter(
        title="Uittreksel", paragraphs=[NAME_ON_PAPER], number="Z-2026-000001", at=SEALED_AT
    )


@pytest.fixture
def paper(db: None, unsealed: bytes) -> Paper:
    """A document that was sealed and issued."""
    code = operations.reserve_code(document_id=DOCUMENT, kind="uittreksel", at=SEALED_AT)
    content = seal(unsealed, at=SEALED_AT)
    digest = hashlib.sha256(content).hexdigest()
    operations.mark_issued(document_id=DOCUMENT, sha256=digest, at=SEALED_AT)
    return Paper(content, code)
