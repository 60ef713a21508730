"""For each rule of the lint a small mistake: what stands in the small service, and what instead."""

GOED = (
    'goed: {label: {nl: "Goed", en: "Fine"}, door: [behandelaar], als: wijk!=zuid, naar: geregeld}'
)
STAAT = 'staat: {label: {nl: "Staat", en: "Done"}, door: [behandelaar, balie], naar: geregeld}'
VOORBIJ = (
    'voorbij: {label: {nl: "Voorbij", en: "Over"}, door: [tijd], op: reactiedatum, naar: bekijken}'
)
RETRY = (
    "      herprobeer: {na: [30s, 10min], vertel_vanaf: 10min, "
    "bericht: vertraagd, daarna: collega}\n"
)
REMINDER = "    herinneringen:\n      - {feit: reactiedatum, vooraf: 3d, bericht: vertraagd}\n"
TASK = (
    '    taken:\n      - {taak: borden, titel: {nl: "Zet borden", en: "Put signs"}, termijn: 3wd}\n'
)
ADDRESS = "        - veld: email\n          soort: email\n"
KLAAR = '  klaar: {titel: {nl: Klaar, en: Done}, tekst: {nl: "Het is klaar.", en: "It is done."}}\n'
LONG = "en " * 60
EXTRA = "".join(KLAAR.replace("  klaar:", f"  meer{n}:") for n in (1, 2, 3))

BAD: list[tuple[str, str, str]] = [
    # names
    ("onbekende-status", "begin: ontvangen", "begin: ergens"),
    ("onbekende-status", "stop: [geregeld, afgewezen]", "stop: [geregelt]"),
    ("onbekende-rol", "door: [aanvrager], naar", "door: [buurman], naar"),
    ("onbekend-feit", "eist: [brief]", "eist: [briefje]"),
    ("onbekend-effect", "effect: [schors.beslissen]", "effect: [bel.beslissen]"),
    ("onbekende-klok", "effect: [schors.beslissen]", "effect: [schors.betalen]"),
    ("onbekende-mijlpaal", "    mijlpaal: regelen\n", "    mijlpaal: regel\n"),
    ("onbekend-bericht", "    bericht: ontvangen\n", "    bericht: ontvang\n"),
    ("onbekend-bericht", "vooraf: 3d, bericht: vertraagd", "vooraf: 3d, bericht: later"),
    ("onbekend-resultaat", "    resultaat: nee\n", "    resultaat: neen\n"),
    ("onbekend-resultaat", "generiek: Afgewezen", "generiek: Nee"),
    ("onbekende-stap", "{stap: haal_persoon,", "{stap: haal_hond,"),
    ("onbekende-fout", "niet_gevonden: collega}", "niet_gevonden: collega, ziek: collega}"),
    ("onbekende-actie", "niet_gevonden: collega}", "niet_gevonden: baas}"),
    ("onbekende-actie", ", daarna: collega}", ", daarna: baas}"),
    ("onbekend-veld", "{als: wijk=zuid, team: zuid}", "{als: dorp=zuid, team: zuid}"),
    ("onbekende-optie", "{als: wijk=zuid, team: zuid}", "{als: wijk=west, team: zuid}"),
    ("onbekend-woord", "vooraf: login.email", "vooraf: brp.hond"),
    ("onbekende-variabele", '"De borden komen eraan."', '"De {borden} komen eraan."'),
    # paths
    ("onbereikbare-status", "naar: afgewezen}", "naar: geregeld}"),
    ("doodlopend", STAAT, STAAT.replace("geregeld", "regelen")),
    ("eind-zonder-resultaat", "    eind: ja\n    resultaat: nee\n", "    eind: ja\n"),
    (
        "eind-met-vervolg",
        "    resultaat: nee\n",
        "    resultaat: nee\n    acties: {" + STAAT + "}\n",
    ),
    ("resultaat-zonder-eind", TASK, TASK + "    resultaat: ja\n"),
    ("eind-mijlpaal", "    mijlpaal: regelen\n", "    mijlpaal: klaar\n"),
    ("mijlpalen-aantal", KLAAR, KLAAR + EXTRA),
    ("mijlpaal-ongebruikt", KLAAR, KLAAR.replace("  klaar:", "  einde:") + KLAAR),
    (
        "mijlpaal-terug",
        "door: [behandelaar, balie], naar: geregeld",
        "door: [systeem], naar: bekijken",
    ),
    ("routering-zonder-terugval", "  - {team: noord}\n", "  - {als: wijk=noord, team: noord}\n"),
    ("routering-onbereikbaar", "  - {als: wijk=zuid, team: zuid}\n", "  - {team: zuid}\n"),
    # waiting
    ("wacht-zonder-herinnering", REMINDER, ""),
    ("wacht-zonder-uitweg", VOORBIJ, VOORBIJ.replace("[tijd], op: reactiedatum", "[aanvrager]")),
    ("wacht-zonder-taak", TASK, ""),
    ("niemand-aan-zet", "    aan_zet: gemeente\n" + TASK, "    aan_zet: niemand\n" + TASK),
    ("tijd-zonder-moment", "door: [tijd], na: 2u", "door: [tijd]"),
    ("tijd-zonder-moment", "door: [behandelaar, balie], naar", "door: [balie], na: 2d, naar"),
    ("tijd-en-mens", "door: [tijd], na: 2u", "door: [tijd, behandelaar], na: 2u"),
    (
        "tijd-overal",
        "statussen:\n",
        "overal:\n  " + VOORBIJ.replace("op: reactiedatum", "na: 9d") + "\nstatussen:\n",
    ),
    (
        "actie-zonder-doener",
        STAAT,
        STAAT
        + "\n      "
        + STAAT.replace("staat:", "zelf:").replace("[behandelaar, balie]", "[systeem]"),
    ),
    # machine
    ("automatisch-zonder-uitweg", ", niet_gevonden: collega}", "}"),
    ("automatisch-zonder-uitweg", "        - {actie: bekijken}\n", ""),
    ("automatisch-zonder-uitweg", "{na: [30s, 10min],", "{na: [],"),
    (
        "automatisch-zonder-uitweg",
        RETRY,
        "",
    ),
    ("herprobeer-volgorde", "{na: [30s, 10min],", "{na: [10min, 30s],"),
    ("vertraging-zonder-bericht", "vertel_vanaf: 10min, bericht: vertraagd, ", ""),
    ("vertraging-zonder-bericht", "vertel_vanaf: 10min", "vertel_vanaf: 9u"),
    ("actie-niet-voor-systeem", "door: [systeem], eist: [reden]", "door: [balie], eist: [reden]"),
    ("onbekende-reden", '  niet_gevonden: {nl: "Wij kennen', '  iets_anders: {nl: "Wij kennen'),
    ("onbekende-reden", "  te_laat: {nl: ", "  laat: {nl: "),
    # facts
    ("feit-ontbreekt", '"De borden komen eraan."', '"{uitleg} De borden komen eraan."'),
    ("feit-ontbreekt", "eist: [vraagtekst, reactiedatum]", "eist: [vraagtekst]"),
    ("feit-ontbreekt", "door: [systeem], eist: [reden]", "door: [systeem], eist: [brief]"),
    ("feit-geen-datum", "feit: reactiedatum", "feit: vraagtekst"),
    # promises
    ("zonder-belofte", "    start: ontvangen\n", "    start: bekijken\n"),
    ("klok-zonder-stop", "    stop: [geregeld, afgewezen]\n", ""),
    ("klok-zonder-stop", "stop: [geregeld, afgewezen]", "stop: [ontvangen]"),
    ("opschorting-zonder-datum", "eist: [vraagtekst, reactiedatum]", "eist: [vraagtekst]"),
    ("besluit-zonder-document", "eist: [brief], ", ""),
    ("besluit-zonder-document", "eist: [brief]", "eist: [bijlage]"),
    # questions
    (
        "veld-zonder-waarom",
        '          waarom: {nl: "Daar is het druk.", en: "It is busy there."}\n',
        "",
    ),
    ("veld-bestemming", "          bewaar: document\n", "          bewaar: alleen_pdf\n"),
    ("bsn-leesbaar", "soort: datum", "soort: bsn"),
    ("veld-onvolledig", '            noord: {nl: "Noord", en: "North"}\n', ""),
    ("veld-onvolledig", "          grootte: 5 MB\n", ""),
    (
        "veld-onvolledig",
        "soort: datum\n",
        'soort: datum\n          opties: {a: {nl: "A", en: "A"}}\n',
    ),
    ("voorwaarde-vooruit", "als: wijk=zuid\n          vraag", "als: dag=x\n          vraag"),
    ("voorwaarde-zonder-eigenschap", "als: wijk!=zuid,", "als: email!=x,"),
    ("bericht-zonder-adres", ADDRESS, ADDRESS.replace("soort: email", "soort: tekst")),
    ("document-ontbreekt", "  bijlage: {omschrijving: Bijlage", "  andere: {omschrijving: Bijlage"),
    # texts
    ("inwonertekst-ontbreekt", '{nl: "Veel plezier.", en: "Have fun."}', '{nl: "Veel plezier."}'),
    ("inwonertekst-ontbreekt", '{nl: "Veel plezier.", en: "Have fun."}', '{en: "Have fun."}'),
    ("talen-verschillen", 'en: "Your application {zaaknummer}"', 'en: "Your application"'),
    # catalogue
    ("te-lang-voor-standaard", "onderwerp: Straat", f"onderwerp: {'straat ' * 12}"),
    ("te-lang-voor-standaard", "- veld: dag\n", "- veld: dag_waarop_u_de_straat_wilt_afsluiten\n"),
    ("versie", "versie: 1", "versie: 0"),
    (
        "selectielijst",
        "selectielijst_procestype: 07c3c06a-2049-4e9e-82c5-7c1ff703c642",
        "selectielijst_procestype: B5",
    ),
    (
        "selectielijst",
        "selectielijstklasse: 423c22eb-1237-4a8b-846d-1cb0a02d74b2",
        "selectielijstklasse: B5",
    ),
    ("archieftermijn", "vernietigen, archiefactietermijn: P1Y}\n  nee", "vernietigen}\n  nee"),
    ("archieftermijn", "archiefactietermijn: P1Y}\n  nee", "archiefactietermijn: 1 jaar}\n  nee"),
]

WARNED: list[tuple[str, str, str]] = [
    ("lange-zin", '{nl: "Veel plezier."', f'{{nl: "Veel plezier {LONG}."'),
    ("moeilijk-woord", '{nl: "Veel plezier."', '{nl: "Veel plezier, indien het droog is."'),
    ("aanspreekvorm", '{nl: "Veel plezier."', '{nl: "Veel plezier in jouw straat."'),
]
