"""First values for a form: what the registry and the login already know."""

import logging
from collections.abc import Mapping

from zaakspoor.process.blueprints.form_definition import Form
from zaakspoor.process.papers import ports
from zaakspoor.process.papers.person import Person, SourceRefused, SourceUnavailable

log = logging.getLogger(__name__)


def prefill_of(form: Form, *, bsn: str, email: str = "") -> dict[str, str]:
    """Return a first value per field that asks for one, from the BRP and the login.

    When the registry does not answer, its fields stay empty: a form can always be filled in.
    """
    wanted = {field.key: field.prefill for field in form.fields.values() if field.prefill}
    known: dict[str, str] = {"login.email": email} if email else {}
    if any(source.startswith("brp.") for source in wanted.values()):
        known |= _from_registry(bsn)
    return {key: known[source] for key, source in wanted.items() if source in known}


def _from_registry(bsn: str) -> Mapping[str, str]:
    try:
        person = ports.persons().person(bsn, purpose="vooraf invullen")
    except (SourceRefused, SourceUnavailable) as error:
        log.warning("prefill_skipped error=%s", type(error).__name__)
        return {}
    return _values(person) if person else {}


def _values(person: Person) -> Mapping[str, str]:
    return {
        "brp.naam": person.full_name,
        "brp.adres": ", ".join(person.address_lines),
        "brp.geboortedatum": person.geboortedatum_text,
    }
