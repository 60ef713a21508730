"""From "Verstuur" to exactly one zaak, whatever happens in between.

Sending has two moments. First the application is *received*: one short transaction fixes its
number, its moment and its zaak id, and leaves a job that completes it if we are killed right
after. Then it is *completed*: papers are made, and one transaction makes the zaak with all that
belongs to it. Both are the same the second time.
"""

from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID, uuid4

from django.db import transaction

from zaakspoor.core import by_key
from zaakspoor.core.actors import Actor
from zaakspoor.core.refusals import Refused
from zaakspoor.events import outbox
from zaakspoor.events.reactions import Work
from zaakspoor.process.blueprints import forms
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.intake.models import Draft
from zaakspoor.process.intake.operations import registering
from zaakspoor.process.intake.operations.clearing import remove_after_commit
from zaakspoor.process.intake.operations.uploads import counts
from zaakspoor.process.intake.papers import Receipt, papers_of, store_papers
from zaakspoor.process.intake.people import (
    Applicant,
    open_answers,
    open_applicant,
    seal_applicant,
)
from zaakspoor.process.intake.queries import DraftNotFound, Submitted, submitted_of
from zaakspoor.process.route import library
from zaakspoor.registers.zaken import operations as zaken

FINISH_REACTION = "intake.finish"
# Long enough for the request that sends to complete it itself.
FINISH_AFTER = timedelta(seconds=30)


class Incomplete(Refused):
    """Something in the application is missing or not right."""

    code: ClassVar[str] = "onvolledig"


def submit(*, draft_id: UUID, applicant: Applicant, channel: str, at: datetime) -> Submitted:
    """Send an application: it becomes exactly one zaak. Sending again gives the same answer.

    `channel` is the word of how it came in: web, balie, telefoon, post.

    :raises DraftNotFound: no such draft of this applicant.
    :raises Incomplete: the answers have errors; nothing was sent.
    """
    _receive(draft_id=draft_id, applicant=applicant, channel=channel, at=at)
    return complete(draft_id=draft_id)


def finish_due(work: Work) -> None:
    """Complete an application that was received while we were stopped (reaction to a timer)."""
    complete(draft_id=UUID(work.payload["draft"]))


def complete(*, draft_id: UUID) -> Submitted:
    """Make the zaak of a received application, once.

    :raises DraftNotFound: nothing was received under this id.
    """
    draft = by_key.find(Draft, draft_id)
    if draft is None or draft.sent_at is None:
        raise DraftNotFound(str(draft_id))
    done = submitted_of(draft)
    if done:
        return done
    blueprint = library.blueprint_of(draft.blueprint_key, draft.blueprint_version)
    # Typesetting and writing files takes milliseconds that no lock should last.
    receipt = papers_of(draft, blueprint)
    try:
        store_papers(draft, blueprint, receipt)
    except FileNotFoundError:
        # Two at once: the other one was ready first, and took the uploads away.
        done = submitted_of(Draft.objects.get(id=draft_id))
        if done is None:
            raise
        return done
    return _register(draft_id, blueprint, receipt)


@transaction.atomic
def _receive(*, draft_id: UUID, applicant: Applicant, channel: str, at: datetime) -> None:
    draft = Draft.objects.select_for_update().filter(id=draft_id, owner=applicant.owner).first()
    if draft is None:
        raise DraftNotFound(str(draft_id))
    if draft.sent_at is not None:
        return
    blueprint = library.blueprint_of(draft.blueprint_key, draft.blueprint_version)
    errors = forms.check_all(blueprint.form, open_answers(draft.answers_sealed), counts(draft))
    if errors:
        raise Incomplete("Uw aanvraag is nog niet compleet. Vul de vragen in die open staan.")
    draft.sent_at, draft.channel = at, channel
    draft.zaak_id = uuid4()
    draft.identificatie = zaken.next_identificatie(at=at)
    draft.applicant_sealed = seal_applicant(applicant)
    draft.save()
    outbox.schedule(
        FINISH_REACTION,
        key=f"finish:{draft_id}",
        due=at + FINISH_AFTER,
        subject=draft.zaak_id,
        payload={"draft": str(draft_id)},
    )


@transaction.atomic
def _register(draft_id: UUID, blueprint: Blueprint, receipt: Receipt) -> Submitted:
    draft = by_key.lock(Draft, draft_id)
    done = submitted_of(draft)
    if done:
        return done
    assert draft.sent_at is not None and draft.zaak_id is not None
    applicant = open_applicant(draft.applicant_sealed)
    actor = Actor("resident", applicant.owner, "Aanvrager", frozenset({"aanvrager"}))
    registering.register(draft, blueprint, receipt, applicant, actor)
    # From here on the zaak holds it all; nothing personal stays behind in the draft.
    remove_after_commit(draft.files.values_list("stored_as", flat=True))
    draft.files.all().delete()
    draft.completed_at = draft.sent_at
    draft.answers_sealed = draft.applicant_sealed = ""
    draft.save(update_fields=["completed_at", "answers_sealed", "applicant_sealed"])
    outbox.cancel(key=f"finish:{draft_id}")
    return Submitted(draft.zaak_id, draft.identificatie)
