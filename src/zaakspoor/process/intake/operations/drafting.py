"""Writing an application: nothing typed is ever lost, right or wrong."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from django.db import transaction

from zaakspoor.core.refusals import Refused
from zaakspoor.process.blueprints import forms
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.form_definition import FormStep, Text
from zaakspoor.process.intake.models import Draft, DraftFile
from zaakspoor.process.intake.operations import uploads as uploading
from zaakspoor.process.intake.operations.clearing import remove_after_commit, sweep_uploads
from zaakspoor.process.intake.operations.uploads import Upload
from zaakspoor.process.intake.people import open_answers, seal_answers
from zaakspoor.process.intake.queries import DraftNotFound, service
from zaakspoor.process.route import library

# How long an unfinished application waits for its owner.
KEEP = timedelta(days=30)


class AlreadySent(Refused):
    """The application was sent; what was sent does not change."""

    code: ClassVar[str] = "al-verstuurd"


@transaction.atomic
def start_draft(
    *, key: str, owner: str, at: datetime, prefill: Mapping[str, str] | None = None
) -> UUID:
    """Start an application for the service `key`, with first values from `prefill`.

    :raises UnknownService: no such service is published.
    """
    blueprint = service(key)
    draft = Draft.objects.create(
        owner=owner,
        blueprint_key=blueprint.key,
        blueprint_version=blueprint.version,
        answers_sealed=seal_answers(prefill or {}),
        created_at=at,
        updated_at=at,
        expires_at=at + KEEP,
    )
    return draft.id


def save_step(
    *,
    draft_id: UUID,
    owner: str,
    step: str,
    answers: Mapping[str, str],
    uploads: Mapping[str, Sequence[Upload]],
    at: datetime,
) -> Mapping[str, Text]:
    """Keep what was typed on one page and return what is wrong with it, per field.

    Values are kept also when they are wrong. Files that are refused are not kept, the others
    are. A field that the page does not have is refused as forged.

    :raises DraftNotFound: no such draft of this owner.
    :raises AlreadySent: it was sent meanwhile.
    :raises forms.UnknownField: the browser sent a field that the form does not have.
    """
    page = _page(draft_id, owner, step)
    # Bytes first and outside the transaction: a crash leaves at most an orphan file.
    with uploading.staged(draft_id, page, uploads) as (files, refused), transaction.atomic():
        draft, blueprint = _locked(draft_id, owner)
        kept = open_answers(draft.answers_sealed)
        kept |= forms.clean_step(blueprint.form, step, answers)
        refused |= uploading.keep(draft, files, at)
        counts = uploading.counts(draft)
        errors = {**forms.check_step(blueprint.form, step, kept, counts), **refused}
        draft.answers_sealed = seal_answers(kept)
        draft.done = sorted(set(draft.done) - {step} | (set() if errors else {step}))
        draft.updated_at, draft.expires_at = at, at + KEEP
        draft.save()
    return errors


@transaction.atomic
def remove_file(*, draft_id: UUID, owner: str, file_id: UUID, at: datetime) -> None:
    """Take an upload off a draft, with its bytes. One that is gone already is no problem.

    :raises DraftNotFound: no such draft of this owner.
    :raises AlreadySent: it was sent meanwhile.
    """
    draft, _ = _locked(draft_id, owner)
    mine = DraftFile.objects.filter(id=file_id, draft=draft)
    remove_after_commit(mine.values_list("stored_as", flat=True))
    mine.delete()
    draft.updated_at = at
    draft.save(update_fields=["updated_at"])


@transaction.atomic
def discard(*, draft_id: UUID, owner: str) -> None:
    """Throw a draft away, with everything typed and every file in it.

    :raises DraftNotFound: no such draft of this owner.
    :raises AlreadySent: it was sent meanwhile.
    """
    draft, _ = _locked(draft_id, owner)
    _forget([draft.id])


def sweep_drafts(*, at: datetime) -> int:
    """Throw away the drafts whose time is up and return how many there were.

    Uploads that a crash left without a draft go too.
    """
    with transaction.atomic():
        # Locked, so that nobody is typing in one of them.
        expired = Draft.objects.select_for_update().filter(sent_at=None, expires_at__lt=at)
        ids = list(expired.values_list("id", flat=True))
        _forget(ids)
    sweep_uploads(at=at)
    return len(ids)


def _forget(ids: Sequence[UUID]) -> None:
    files = DraftFile.objects.filter(draft__in=ids)
    remove_after_commit(files.values_list("stored_as", flat=True))
    Draft.objects.filter(id__in=ids).delete()


def _locked(draft_id: UUID, owner: str) -> tuple[Draft, Blueprint]:
    mine = Draft.objects.select_for_update().filter(id=draft_id, owner=owner)
    return _open(mine.first(), draft_id)


def _open(draft: Draft | None, draft_id: UUID) -> tuple[Draft, Blueprint]:
    if draft is None:
        raise DraftNotFound(str(draft_id))
    if draft.sent_at is not None:
        raise AlreadySent("U hebt deze aanvraag al verstuurd. U vindt hem bij uw aanvragen.")
    return draft, library.blueprint_of(draft.blueprint_key, draft.blueprint_version)


def _page(draft_id: UUID, owner: str, key: str) -> FormStep:
    _, blueprint = _open(Draft.objects.filter(id=draft_id, owner=owner).first(), draft_id)
    for step in blueprint.form.steps:
        if step.key == key:
            return step
    raise DraftNotFound(f"{draft_id}/{key}")
