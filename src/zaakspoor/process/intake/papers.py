"""The papers of an application: the PDF and JSON of what was sent, and the uploads."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID, uuid5

from django.conf import settings

from zaakspoor.core.clock import AMSTERDAM, local_date
from zaakspoor.process.blueprints import forms
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.blueprints.form_definition import Field
from zaakspoor.process.intake.models import Draft, DraftFile
from zaakspoor.process.intake.people import open_answers
from zaakspoor.process.papers.receipt import make_receipt
from zaakspoor.process.route import library
from zaakspoor.registers.documenten import operations as documenten
from zaakspoor.registers.documenten import queries as documenten_queries
from zaakspoor.registers.documenten.bytes import open_bytes


@dataclass(frozen=True, slots=True)
class Paper:
    """One document that comes with the application; its id follows from the zaak."""

    document_id: UUID
    kind: str
    title: str
    file_name: str
    mime: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Receipt:
    """All papers of one application."""

    papers: Sequence[Paper]
    pdf_id: UUID
    json_id: UUID


def papers_of(draft: Draft, blueprint: Blueprint) -> Receipt:
    """Return the papers of a received draft; the same draft always gives the same bytes."""
    assert draft.zaak_id is not None
    files = list(draft.files.order_by("added_at", "id"))
    answers = forms.visible_answers(blueprint.form, open_answers(draft.answers_sealed))
    pdf = Paper(
        uuid5(draft.zaak_id, "ingezonden.pdf"),
        "aanvraag",
        "Uw ingezonden gegevens",
        f"Aanvraag-{draft.identificatie}.pdf",
        "application/pdf",
        partial(_pdf, draft, blueprint, answers, files),
    )
    data = Paper(
        uuid5(draft.zaak_id, "ingezonden.json"),
        "aanvraag",
        "Uw ingezonden gegevens als data",
        f"Aanvraag-{draft.identificatie}.json",
        "application/json",
        partial(_json, draft, blueprint, answers, files),
    )
    return Receipt(
        [pdf, data, *(_upload(draft, f) for f in files)], pdf.document_id, data.document_id
    )


def store_papers(draft: Draft, blueprint: Blueprint, receipt: Receipt) -> None:
    """Put the papers in the register, visible to the initiator; a second time changes nothing.

    What an earlier try stored is what was sent, also when newer software would draw it otherwise.

    :raises FileNotFoundError: an upload is gone, because somebody else completed the draft.
    """
    assert draft.sent_at is not None
    rows = library.catalogue_rows(blueprint.key, blueprint.version)
    for paper in receipt.papers:
        if documenten_queries.exists(paper.document_id):
            continue
        documenten.store(
            content=paper.make(),
            titel=paper.title,
            bestandsnaam=paper.file_name,
            formaat=paper.mime,
            informatieobjecttype_id=rows.informatieobjecttypen[paper.kind],
            auteur="Aanvrager",
            taal="nld",
            vertrouwelijkheidaanduiding="zaakvertrouwelijk",
            status="definitief",
            tonen_aan_initiator=blueprint.documents[paper.kind].show_to_initiator,
            creatiedatum=local_date(draft.sent_at),
            ontvangstdatum=local_date(draft.sent_at),
            bronorganisatie=settings.MUNICIPALITY_RSIN,
            document_id=paper.document_id,
            at=draft.sent_at,
        )


def _upload(draft: Draft, file: DraftFile) -> Paper:
    assert draft.zaak_id is not None
    return Paper(
        uuid5(draft.zaak_id, str(file.id)),
        "bijlage",
        file.name,
        file.name,
        file.mime,
        partial(_bytes_of, file),
    )


def _bytes_of(file: DraftFile) -> bytes:
    with open_bytes(file.stored_as) as stored:
        return stored.read()


def _pdf(
    draft: Draft, blueprint: Blueprint, answers: dict[str, str], files: Sequence[DraftFile]
) -> bytes:
    assert draft.sent_at is not None
    sections = [
        (
            step.title.nl,
            [
                (f.label.nl, _shown(f, answers, files))
                for f in step.fields
                if _asked(f, answers, files)
            ],
        )
        for step in blueprint.form.steps
    ]
    return make_receipt(
        title=blueprint.title.nl,
        number=draft.identificatie,
        received_at=draft.sent_at,
        sections=sections,
        declaration=blueprint.form.declaration.nl,
    )


def _json(
    draft: Draft, blueprint: Blueprint, answers: dict[str, str], files: Sequence[DraftFile]
) -> bytes:
    assert draft.sent_at is not None
    content = {
        "zaaknummer": draft.identificatie,
        "dienst": blueprint.key,
        "versie": blueprint.version,
        "ontvangen": draft.sent_at.astimezone(AMSTERDAM).isoformat(),
        "kanaal": draft.channel,
        "antwoorden": answers,
        "bestanden": [
            {"veld": f.field, "naam": f.name, "soort": f.mime, "bytes": f.size, "sha256": f.sha256}
            for f in files
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True).encode()


def _asked(field: Field, answers: dict[str, str], files: Sequence[DraftFile]) -> bool:
    return field.key in answers or any(file.field == field.key for file in files)


def _shown(field: Field, answers: dict[str, str], files: Sequence[DraftFile]) -> str:
    if field.kind == "bestand":
        return ", ".join(file.name for file in files if file.field == field.key)
    return forms.shown(field, answers.get(field.key, ""), "nl")
