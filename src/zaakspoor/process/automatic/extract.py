"""The extract as a document of the case: made, sealed, filed, checked."""

from datetime import datetime
from uuid import UUID, uuid5

from django.conf import settings

from zaakspoor.core.clock import local_date
from zaakspoor.process.automatic.filing import Sheet, file_document
from zaakspoor.process.papers import operations as papers
from zaakspoor.process.papers.extract import make_extract
from zaakspoor.process.papers.person import Person
from zaakspoor.process.papers.sealing import seal


def make_and_file(
    *,
    zaak_id: UUID,
    occasion: str,
    person: Person,
    kind: str,
    language: str,
    identificatie: str,
    at: datetime,
    is_draft: bool = False,
) -> UUID:
    """Make, seal and file the extract and return the id of the document.

    The id follows from the case and `occasion`, so a second run after a crash finds the
    document of the first and makes none. `is_draft`: the resident does not see it yet.

    :raises Unprintable: a name has a character that our font lacks.
    :raises NotReadableBack: the store does not give back what it took.
    """
    document_id = uuid5(zaak_id, f"uittreksel:{occasion}")

    def make() -> bytes:
        code = papers.reserve_code(document_id=document_id, kind="uittreksel", at=at)
        pdf = make_extract(
            person,
            kind=kind,
            language=language,
            issued_at=at,
            number=identificatie,
            verification_url=f"{settings.BASE_URL}/controleer/{code}/",
        )
        return seal(pdf, at=at)

    file_name = f"Uittreksel-BRP-{local_date(at)}.pdf"
    sheet = Sheet("uittreksel", "Uittreksel BRP", file_name, is_draft)
    sha256 = file_document(zaak_id=zaak_id, document_id=document_id, sheet=sheet, make=make, at=at)
    papers.mark_issued(document_id=document_id, sha256=sha256, at=at)
    return document_id
