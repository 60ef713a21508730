"""The zaak that an application becomes, row by row, in the caller's one transaction."""

from django.conf import settings

from zaakspoor.core.actors import Actor
from zaakspoor.core.clock import local_date
from zaakspoor.process.blueprints import forms
from zaakspoor.process.blueprints.definition import Blueprint
from zaakspoor.process.intake.models import Draft, Submission
from zaakspoor.process.intake.papers import Receipt
from zaakspoor.process.intake.people import Applicant, open_answers, seal_answers
from zaakspoor.process.route import library
from zaakspoor.process.route import operations as route_operations
from zaakspoor.process.route.library import CatalogueRows
from zaakspoor.registers.zaken import operations as zaken


def register(
    draft: Draft, blueprint: Blueprint, receipt: Receipt, applicant: Applicant, actor: Actor
) -> None:
    """Make zaak, initiator, eigenschappen, documents, intake record and the start of the route."""
    assert draft.zaak_id is not None and draft.sent_at is not None
    rows = library.catalogue_rows(blueprint.key, blueprint.version)
    answers = forms.visible_answers(blueprint.form, open_answers(draft.answers_sealed))
    zaken.open_zaak(
        zaaktype_id=rows.zaaktype,
        zaak_id=draft.zaak_id,
        identificatie=draft.identificatie,
        omschrijving=blueprint.title.nl,
        bronorganisatie=settings.MUNICIPALITY_RSIN,
        verantwoordelijke_organisatie=settings.MUNICIPALITY_RSIN,
        startdatum=local_date(draft.sent_at),
        communicatiekanaalnaam=draft.channel,
        at=draft.sent_at,
    )
    zaken.add_initiator(
        zaak_id=draft.zaak_id,
        roltype_id=rows.roltypen["initiator"],
        bsn=applicant.bsn,
        geslachtsnaam=applicant.name,
        at=draft.sent_at,
    )
    _keep_answers(draft, blueprint, rows, answers)
    _attach(draft, receipt)
    Submission.objects.create(
        zaak_id=draft.zaak_id,
        draft=draft,
        channel=draft.channel,
        received_at=draft.sent_at,
        identity_level=applicant.level,
        # Only what was asked: an answer to a question that disappeared was not sent.
        answers_sealed=seal_answers(answers),
        applicant_sealed=draft.applicant_sealed,
        receipt_pdf=receipt.pdf_id,
        receipt_json=receipt.json_id,
    )
    route_operations.begin(
        zaak_id=draft.zaak_id, blueprint=blueprint, answers=answers, actor=actor, at=draft.sent_at
    )


def _keep_answers(
    draft: Draft, blueprint: Blueprint, rows: CatalogueRows, answers: dict[str, str]
) -> None:
    assert draft.zaak_id is not None and draft.sent_at is not None
    kept = {
        rows.eigenschappen[key]: value
        for key, value in answers.items()
        if blueprint.form.fields[key].keep == "eigenschap"
    }
    zaken.set_eigenschappen(zaak_id=draft.zaak_id, waarden=kept, at=draft.sent_at)


def _attach(draft: Draft, receipt: Receipt) -> None:
    assert draft.zaak_id is not None and draft.sent_at is not None
    for paper in receipt.papers:
        zaken.attach_document(
            zaak_id=draft.zaak_id,
            informatieobject_id=paper.document_id,
            titel=paper.title,
            at=draft.sent_at,
        )
