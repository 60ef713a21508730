"""What a resident reads when an answer is not right: what it is, and what to do."""

from zaakspoor.process.blueprints.form_definition import Field, Text

CHOOSE = Text("Kies een van de mogelijkheden.", "Choose one of the options.")
EMAIL = Text(
    "Dit e-mailadres klopt niet. Een e-mailadres ziet er zo uit: naam@voorbeeld.nl.",
    "This e-mail address is not right. An e-mail address looks like this: name@example.com.",
)
PHONE = Text(
    "Dit telefoonnummer klopt niet. Een nummer ziet er zo uit: 06 12345678 of +32 470 123456.",
    "This telephone number is not right. A number looks like this: 06 12345678 or +32 470 123456.",
)
DATE = Text(
    "Deze datum klopt niet. Schrijf de datum zo: 31-12-1990.",
    "This date is not right. Write the date like this: 31-12-1990.",
)
BSN_LENGTH = Text(
    "Dit nummer klopt niet. Een burgerservicenummer heeft 9 cijfers.",
    "This number is not right. A citizen service number has 9 digits.",
)
BSN = Text(
    "Dit nummer klopt niet. Kijk of u een cijfer verkeerd hebt getypt.",
    "This number is not right. See whether you mistyped a digit.",
)
CHARACTERS = Text(
    "Uw antwoord bevat tekens die wij niet kunnen lezen. Typ het opnieuw.",
    "Your answer has characters that we cannot read. Type it again.",
)
DECLARE = Text("Zet een vinkje als u het eens bent.", "Tick the box if you agree.")

_MISSING = {
    "keuze": CHOOSE,
    "email": Text("Vul uw e-mailadres in.", "Fill in your e-mail address."),
    "telefoon": Text("Vul uw telefoonnummer in.", "Fill in your telephone number."),
    "datum": Text("Vul de datum in.", "Fill in the date."),
    "bsn": Text("Vul het burgerservicenummer in.", "Fill in the citizen service number."),
    "verklaring": DECLARE,
    "bestand": Text("Voeg een bestand toe.", "Add a file."),
}


def missing(field: Field) -> Text:
    """Return what to say when a required question was left open."""
    open_question = Text("Vul deze vraag in.", "Answer this question.")
    return _MISSING.get(field.kind, open_question)


def too_long(limit: int) -> Text:
    """Return what to say when more than `limit` characters were typed."""
    return Text(
        f"Uw antwoord is te lang. Gebruik hooguit {limit} tekens.",
        f"Your answer is too long. Use {limit} characters at most.",
    )


def too_many_files(limit: int) -> Text:
    """Return what to say when more than `limit` files were added."""
    nl = "bestand" if limit == 1 else "bestanden"
    en = "file" if limit == 1 else "files"
    return Text(f"Voeg hooguit {limit} {nl} toe.", f"Add {limit} {en} at most.")
