"""The words on an extract from the civil registry, in Dutch and English."""

Texts = dict[str, str]

TITLE: Texts = {
    "nl": "Uittreksel uit de Basisregistratie Personen",
    "en": "Extract from the Personal Records Database",
}
SUBTITLES: dict[str, Texts] = {
    "adres": {"nl": "Naam en adres", "en": "Name and address"},
    "nationaliteit": {
        "nl": "Naam, adres en nationaliteit",
        "en": "Name, address and nationality",
    },
    "in_leven": {"nl": "Bewijs van in leven zijn", "en": "Proof of being alive"},
}
LABELS: dict[str, Texts] = {
    "geslachtsnaam": {"nl": "Achternaam", "en": "Surname"},
    "voornamen": {"nl": "Voornamen", "en": "Given names"},
    "adellijke_titel": {"nl": "Titel of predicaat", "en": "Title"},
    "full_name": {"nl": "Naam", "en": "Name"},
    "geboortedatum": {"nl": "Geboortedatum", "en": "Date of birth"},
    "geboorteplaats": {"nl": "Geboorteplaats", "en": "Place of birth"},
    "geboorteland": {"nl": "Geboorteland", "en": "Country of birth"},
    "adres": {"nl": "Adres", "en": "Address"},
    "address_since": {"nl": "Op dit adres sinds", "en": "At this address since"},
    "gemeente": {"nl": "Ingeschreven in gemeente", "en": "Registered in municipality"},
    "datum_inschrijving": {"nl": "Ingeschreven sinds", "en": "Registered since"},
    "nationaliteiten": {"nl": "Nationaliteit", "en": "Nationality"},
}
ALIVE: Texts = {
    "nl": "Volgens de Basisregistratie Personen is deze persoon op {at} in leven.",
    "en": "According to the Personal Records Database this person is alive on {at}.",
}
ISSUED: Texts = {
    "nl": "Gemaakt op {at} uit de Basisregistratie Personen.",
    "en": "Made on {at} from the Personal Records Database.",
}
SPELLING: Texts = {
    "nl": "",
    "en": "Places, countries and nationalities are spelled as they are in the Dutch registry.",
}
CHECK_TITLE: Texts = {"nl": "Is dit papier echt?", "en": "Is this paper genuine?"}
CHECK: tuple[Texts, ...] = (
    {
        "nl": "Scan de code of ga naar het adres hieronder. U ziet dan of wij dit papier hebben "
        "gemaakt en of er niets aan veranderd is.",
        "en": "Scan the code or go to the address below. You will see whether we made this paper "
        "and whether it is unchanged.",
    },
    {
        "nl": "Het bestand heeft een digitaal zegel. Een handtekening of stempel is niet nodig.",
        "en": "The file has a digital seal. A signature or stamp is not needed.",
    },
)
QR_ALT: Texts = {
    "nl": "QR-code met het adres om dit papier te controleren",
    "en": "QR code with the address to check this paper",
}
# The few registry words that stand on nearly every paper; the others stay as registered.
REGISTRY_WORDS: dict[str, str] = {
    "Nederlandse": "Dutch",
    "Nederland": "the Netherlands",
    "Onbekend": "Unknown",
    "Staatloos": "Stateless",
}
