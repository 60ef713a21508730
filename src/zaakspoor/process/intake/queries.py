"""What pages and later steps read about applications. Nothing here writes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zaakspoor.core import by_key
from zaakspoor.process.blueprints import forms
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.form_definition import Text
from zaakspoor.process.intake.models import Draft, DraftFile, Submission
from zaakspoor.process.intake.people import Applicant, open_answers, open_applicant
from zaakspoor.process.route import library


class DraftNotFound(LookupError):
    """There is no such draft for this owner."""


class UnknownService(LookupError):
    """No blueprint with this key is published."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """What a resident gets back at once after sending."""

    zaak_id: UUID
    identificatie: str


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft as its owner sees it. `errors` per field tells what is not right yet."""

    id: UUID
    blueprint: Blueprint
    answers: Mapping[str, str]
    files: Mapping[str, Sequence[DraftFile]]
    done: frozenset[str]
    next_step: str | None
    errors: Mapping[str, Text]
    submitted: Submitted | None
    updated_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft as one line on the home page."""

    id: UUID
    key: str
    title: Text
    updated_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent, opened for the step that needs it."""

    answers: Mapping[str, str]
    applicant: Applicant
    channel: str
    received_at: datetime
    receipt_pdf: UUID
    receipt_json: UUID

    @property
    def bsn(self) -> str:
        """The BSN of the applicant."""
        return self.applicant.bsn


def services() -> Sequence[Blueprint]:
    """Return the newest published version of every service, by Dutch title."""
    return sorted(library.newest_all(), key=lambda blueprint: blueprint.title.nl)


def service(key: str) -> Blueprint:
    """Return the newest published version of one service.

    :raises UnknownService: there is none.
    """
    blueprint = library.newest(key)
    if blueprint is None:
        raise UnknownService(key)
    return blueprint


def draft_of(draft_id: UUID, owner: str) -> DraftView:
    """Return a draft to its owner, in two SQL statements.

    :raises DraftNotFound: it does not exist, or is somebody else's, or was thrown away.
    """
    draft = Draft.objects.filter(id=draft_id, owner=owner).first()
    if draft is None:
        raise DraftNotFound(str(draft_id))
    return view_of(draft)


def view_of(draft: Draft) -> DraftView:
    """Return the view of a draft row already held."""
    blueprint = library.blueprint_of(draft.blueprint_key, draft.blueprint_version)
    answers = open_answers(draft.answers_sealed)
    files: dict[str, list[DraftFile]] = {}
    for file in draft.files.order_by("added_at"):
        files.setdefault(file.field, []).append(file)
    done, submitted = frozenset(draft.done), submitted_of(draft)
    counts = {key: len(rows) for key, rows in files.items()}
    return DraftView(
        id=draft.id,
        blueprint=blueprint,
        answers=answers,
        files=files,
        done=done,
        next_step=next((s.key for s in blueprint.form.steps if s.key not in done), None),
        # What was sent has no mistakes, and its answers are not here any more.
        errors={} if submitted else forms.check_all(blueprint.form, answers, counts),
        submitted=submitted,
        updated_at=draft.updated_at,
        expires_at=draft.expires_at,
    )


def drafts_of(owner: str) -> Sequence[DraftCard]:
    """Return the drafts not yet sent of one person, newest first, in one SQL statement."""
    rows = Draft.objects.filter(owner=owner, sent_at=None).order_by("-updated_at")
    return [
        DraftCard(
            row.id,
            row.blueprint_key,
            library.blueprint_of(row.blueprint_key, row.blueprint_version).title,
            row.updated_at,
            row.expires_at,
        )
        for row in rows
    ]


def submitted_of(draft: Draft) -> Submitted | None:
    """Return number and zaak of a draft that was sent and completed, else None."""
    if draft.completed_at is None or draft.zaak_id is None:
        return None
    return Submitted(draft.zaak_id, draft.identificatie)


def submission_of(zaak_id: UUID) -> Sent:
    """Return what was sent for a zaak, in one SQL statement.

    :raises Submission.DoesNotExist: the zaak was made another way.
    """
    row = by_key.get(Submission, zaak_id)
    return Sent(
        answers=open_answers(row.answers_sealed),
        applicant=open_applicant(row.applicant_sealed),
        channel=row.channel,
        received_at=row.received_at,
        receipt_pdf=row.receipt_pdf,
        receipt_json=row.receipt_json,
    )
