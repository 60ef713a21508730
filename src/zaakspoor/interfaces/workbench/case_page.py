"""All that one page shows of a case, gathered from the parts that know it. Nothing here writes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zaakspoor.core.actors import Actor
from zaakspoor.interfaces.workbench import words
from zaakspoor.process.automatic import queries as automatic
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.form_definition import Field
from zaakspoor.process.intake import queries as intake
from zaakspoor.process.intake.models import Submission
from zaakspoor.process.intake.queries import Sent
from zaakspoor.process.route.queries import ActionView, RouteView
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.process.tracking import visibility
from zaakspoor.process.tracking.track import Track, Viewer
from zaakspoor.registers.zaken import queries as zaken

TEAM_LEAD = "teamleider"
EXTRACT = "uittreksel"
CHANNELS = {
    "web": "website",
    "balie": "balie",
    "telefoon": "telefoon",
    "brief": "brief",
    "huisbezoek": "huisbezoek",
}


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A question of the form with what was answered."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class StaffDocument:
    """A document of the case; `explanation` says why the applicant sees it, or why not."""

    id: UUID
    title: str
    file_name: str
    mime: str
    size: int
    visible: bool
    explanation: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case as its page on the workbench shows it."""

    route: RouteView
    track: Track
    applicant: str
    channel: str
    answers: Sequence[AnswerRow]
    documents: Sequence[StaffDocument]
    failures: Sequence[words.FailureLine]
    history: Sequence[words.HistoryRow]
    is_mine: bool
    is_taken: bool
    may_act: bool

    @property
    def actions(self) -> Sequence[ActionView]:
        """The buttons for this employee: none while a colleague works on the case."""
        return self.route.actions if self.may_act else ()

    @property
    def can_make(self) -> bool:
        """Whether one of the buttons needs an extract, so that making one has a purpose."""
        return any(EXTRACT in action.requires for action in self.actions)


def page_of(route: RouteView, *, employee: Actor, now: datetime) -> CasePage:
    """Return the page of a case that `employee` may see. A constant number of SQL statements.

    A team leader may act on the case of a colleague, so that illness does not stop a case.
    """
    sent = submission(route.zaak_id)
    is_taken = route.claimed_by not in ("", employee.id)
    viewer = Viewer("employee", employee.id)
    return CasePage(
        route=route,
        track=tracking.track_of(route.zaak_id, viewer, now=now),
        applicant=sent.applicant.name if sent else "",
        channel=CHANNELS.get(sent.channel, sent.channel) if sent else "",
        answers=_answers(route.blueprint, sent.answers) if sent else (),
        documents=_documents(route.zaak_id),
        failures=words.failure_lines(route.blueprint, automatic.failures_of(route.zaak_id)),
        history=words.history_rows(route.blueprint, route.history),
        is_mine=route.claimed_by == employee.id,
        is_taken=is_taken,
        may_act=may_act(route, employee),
    )


def may_act(route: RouteView, employee: Actor) -> bool:
    """Return whether `employee` may press a button now: not while a colleague holds the case."""
    return route.claimed_by in ("", employee.id) or TEAM_LEAD in employee.roles


def submission(zaak_id: UUID) -> Sent | None:
    """Return what was sent for a case; None when it did not come from a form."""
    try:
        return intake.submission_of(zaak_id)
    except Submission.DoesNotExist:
        return None


def _answers(blueprint: Blueprint, answers: Mapping[str, str]) -> list[AnswerRow]:
    return [
        AnswerRow(field.label.nl, _readable(field, answers[field.key]))
        for step in blueprint.form.steps
        for field in step.fields
        if answers.get(field.key)
    ]


def _readable(field: Field, answer: str) -> str:
    return next((option.label.nl for option in field.options if option.key == answer), answer)


def _documents(zaak_id: UUID) -> list[StaffDocument]:
    applicant = Viewer("resident", "")
    rows = []
    for row in zaken.documents_of(zaak_id):
        judged = visibility.judge(row, applicant, is_initiator=True)
        rows.append(
            StaffDocument(
                id=row.informatieobject_id,
                title=row.titel,
                file_name=row.bestandsnaam,
                mime=row.formaat,
                size=row.bestandsomvang or 0,
                visible=judged.visible,
                explanation=judged.explanation,
            )
        )
    return rows
