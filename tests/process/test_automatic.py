"""The machine at work: every rule, every way out, and exactly one document."""

import hashlib
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from simulators.people import person_with
from tests.builders.applications import FOR_ANOTHER, apply, resident_actor, viewer_of
from tests.builders.cases import SOON, act, case_in, status_of
from zaakspoor.events import claims
from zaakspoor.events.worker import drain
from zaakspoor.process.automatic import operations as automatic
from zaakspoor.process.automatic import running
from zaakspoor.process.automatic.queries import failures_of
from zaakspoor.process.automatic.steps import STEPS, Run, fetch_person
from zaakspoor.process.blueprints import vocabulary
from zaakspoor.process.messages.models import Message
from zaakspoor.process.papers import ports, verification
from zaakspoor.process.papers.models import IssuedDocument
from zaakspoor.process.papers.partial_date import PartialDate
from zaakspoor.process.papers.person import Person, PersonIncomplete
from zaakspoor.process.papers.typesetting import Unprintable
from zaakspoor.process.route.models import CaseRoute
from zaakspoor.process.tracking import queries as tracking
from zaakspoor.registers.documenten import queries as documenten
from zaakspoor.registers.documenten.models import EnkelvoudigInformatieObjectVersie
from zaakspoor.registers.zaken import queries as zaken

pytestmark = pytest.mark.usefixtures("extract")
ME = person_with("nieuw")

SOMEBODY = Person(
    full_name="Noor Nieuwelink",
    geboortedatum=PartialDate(1994, 5, 17),
    geboorteplaats="Voorbeeldstad",
    address_lines=("Voorbeeldlaan 12", "9999 AB Voorbeeldstad"),
)


class OnePerson:
    """A civil registry that knows one person."""

    def __init__(self, person: Person | None) -> None:
        self.answer = person

    def person(self, bsn: str, *, purpose: str, user: str = "zaakspoor") -> Person | None:
        return self.answer


def extracts(zaak_id: UUID) -> list[zaken.DocumentRow]:
    rows = zaken.documents_of(zaak_id)
    return [row for row in rows if row.informatieobjecttype_omschrijving == "Uittreksel BRP"]


def assert_one_good_extract(zaak_id: UUID) -> None:
    """Exactly one: final, visible to who asked, sealed by us, and told of once."""
    (row,) = extracts(zaak_id)
    assert (row.status, row.tonen_aan_initiator, row.versie) == ("definitief", True, 1)
    assert CaseRoute.objects.get(zaak_id=zaak_id).facts["uittreksel"] == str(
        row.informatieobject_id
    )
    content = tracking.document_for(zaak_id, row.informatieobject_id, viewer_of(ME))
    with content.stream as stream:
        pdf = stream.read()
    assert hashlib.sha256(pdf).hexdigest() == row.sha256
    verdict = verification.verify(pdf)
    issued = IssuedDocument.objects.get(document=row.informatieobject_id)
    assert (verdict.state, verdict.document_code) == ("sealed", issued.code)
    assert issued.sha256 == row.sha256
    kind = EnkelvoudigInformatieObjectVersie.objects.filter(titel="Uittreksel BRP")
    assert kind.count() == 1
    assert sorted(Message.objects.values_list("key", "state")) == [
        ("klaar", "sent"),
        ("ontvangen", "sent"),
    ]


def test_the_software_carries_out_what_a_blueprint_may_name() -> None:
    assert STEPS.keys() == vocabulary.STEPS.keys()


@pytest.mark.parametrize(
    ("person", "answers", "reason"),
    [
        ("nieuw", FOR_ANOTHER, "namens_ander"),
        ("overleden", {}, "overleden"),
        ("curatele", {}, "onder_curatele"),
        ("niet-ingezetene", {}, "niet_ingezetene"),
        ("onderzoek", {}, "in_onderzoek"),
        ("minderjarig", {}, "jonger_dan_16"),
    ],
)
def test_every_rule_sends_the_case_to_a_person_and_the_resident_is_told_once(
    person: str, answers: dict[str, str], reason: str
) -> None:
    somebody = person_with(person)
    sent = apply(somebody, answers=answers)
    drain(SOON)
    assert status_of(sent.zaak_id) == "handmatig"
    at = CaseRoute.objects.get()
    assert (at.facts["reden"], at.team, at.needs_person) == (reason, "burgerzaken", True)
    assert extracts(sent.zaak_id) == []
    track = tracking.track_of(sent.zaak_id, viewer_of(somebody), now=SOON)
    assert [message.subject.split(" ")[0] for message in track.messages] == ["Een", "Wij"]
    assert track.turn == "gemeente"


def test_who_is_not_in_the_registry_goes_to_a_person() -> None:
    unknown = replace(ME, bsn="999990019")
    sent = apply(unknown)
    drain(SOON)
    assert CaseRoute.objects.get(zaak_id=sent.zaak_id).facts == {"reden": "niet_gevonden"}


def test_an_unknown_age_goes_to_a_person() -> None:
    ports.install_persons(OnePerson(replace(SOMEBODY, geboortedatum=PartialDate())))
    apply()
    drain(SOON)
    assert CaseRoute.objects.get().facts["reden"] == "jonger_dan_16"


def test_a_name_that_cannot_be_printed_goes_to_a_person_and_leaves_no_paper() -> None:
    ports.install_persons(OnePerson(replace(SOMEBODY, full_name="Noor \U00012000")))
    sent = apply()
    drain(SOON)
    assert CaseRoute.objects.get().facts == {"reden": "niet_afdrukbaar"}
    assert extracts(sent.zaak_id) == []


@pytest.mark.parametrize("person", ["nieuw", "diakrieten", "onvolledig", "geheim", "ouder"])
def test_everybody_else_has_an_extract_at_once(person: str) -> None:
    sent = apply(person_with(person), answers={"soort": "nationaliteit", "taal": "meertalig"})
    drain(SOON)
    assert status_of(sent.zaak_id) == "klaar"
    assert len(extracts(sent.zaak_id)) == 1


def test_the_extract_is_one_sealed_final_and_visible_document() -> None:
    sent = apply()
    drain(SOON)
    assert_one_good_extract(sent.zaak_id)


def test_by_post_it_can_be_downloaded_at_once_and_is_done_when_posted() -> None:
    sent = apply(answers={"ontvangst": "post"})
    drain(SOON)
    at = CaseRoute.objects.get()
    assert (at.status, at.needs_person) == ("versturen", True)
    assert len(extracts(sent.zaak_id)) == 1
    assert not Message.objects.filter(key="klaar").exists()
    act(sent.zaak_id, "verzonden")
    drain(SOON)
    assert_one_good_extract(sent.zaak_id)


def test_trying_again_makes_a_document_of_its_own() -> None:
    zaak_id = case_in("handmatig")
    act(zaak_id, "nogmaals")
    drain(SOON)
    assert status_of(zaak_id) == "klaar"
    assert len(extracts(zaak_id)) == 1


def test_the_machine_stops_when_the_case_is_withdrawn_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    zaak_id = apply().zaak_id

    def withdraw_first(run: Run) -> str:
        act(zaak_id, "intrekken", resident_actor(ME))
        return fetch_person(run)

    monkeypatch.setattr(running, "STEPS", {**STEPS, "haal_persoon": withdraw_first})
    drain(SOON)
    assert status_of(zaak_id) == "ingetrokken"
    assert extracts(zaak_id) == []


_EXTRACT = "zaakspoor.process.automatic.extract"
_FILING = "zaakspoor.process.automatic.filing"


@pytest.mark.parametrize(
    "crashing",
    [
        f"{_EXTRACT}.make_extract",
        f"{_EXTRACT}.seal",
        f"{_FILING}._store",
        f"{_FILING}.documenten_queries.is_intact",
        f"{_FILING}.zaken.attach_document",
        f"{_EXTRACT}.papers.mark_issued",
        "zaakspoor.process.automatic.running.route_operations.act",
    ],
)
def test_after_a_crash_at_any_step_there_is_one_document(
    monkeypatch: pytest.MonkeyPatch, crashing: str
) -> None:
    sent = apply()
    with monkeypatch.context() as patch:
        patch.setattr(crashing, _crash)
        with pytest.raises(KeyboardInterrupt):
            drain(SOON)
    assert not Message.objects.filter(key="klaar").exists()
    # What a worker does that finds itself alone.
    claims.release_all(now=SOON)
    drain(SOON)
    assert_one_good_extract(sent.zaak_id)


def _crash(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_nothing_is_ready_when_the_store_lost_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(path: Path, content: bytes) -> None:
        """Say that all went well, as a disk with a full cache does."""

    sent = apply()
    monkeypatch.setattr("zaakspoor.registers.documenten.bytes._write_file", lose)
    drain(SOON)
    assert status_of(sent.zaak_id) == "maken"
    assert extracts(sent.zaak_id) == []
    assert not Message.objects.filter(key="klaar").exists()
    assert [failure.outcome for failure in failures_of(sent.zaak_id)] == ["storing"]


FIELDS = {
    "full_name": "Noor Nieuwelink",
    "geboortedatum": "1994-05-17",
    "geboorteplaats": "Voorbeeldstad",
    "address_lines": "Voorbeeldlaan 12\n9999 AB Voorbeeldstad",
}


def by_hand(zaak_id: UUID, **fields: str) -> UUID:
    return automatic.make_by_hand(
        zaak_id=zaak_id, fields=FIELDS | fields, kind="adres", language="nl", at=SOON
    )


def test_a_colleague_makes_the_extract_by_hand() -> None:
    zaak_id = case_in("handmatig")
    document = by_hand(zaak_id)
    assert by_hand(zaak_id) == document, "the same words twice are one paper"
    assert act(zaak_id, "klaar") == "klaar"
    (row,) = extracts(zaak_id)
    assert row.informatieobject_id == document
    assert documenten.is_intact(document)


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [({"full_name": " "}, PersonIncomplete), ({"full_name": "Noor \U00012000"}, Unprintable)],
)
def test_a_paper_that_cannot_be_made_by_hand_changes_nothing(
    fields: dict[str, str], refusal: type[Exception]
) -> None:
    zaak_id = case_in("handmatig")
    with pytest.raises(refusal):
        by_hand(zaak_id, **fields)
    assert extracts(zaak_id) == []
    assert "uittreksel" not in CaseRoute.objects.get().facts
