"""The columns of a programme file, and an example of every kind of row for the template."""

from monitor.invoer.tabel import Kolom

RIJSOORTEN = (
    "programma", "rol", "uitgangspunt", "partner", "bron", "onderdeel", "mijlpaal", "deel", "stand",
    "herplanning", "indicator", "aanname", "risico", "risicostand", "budget",
)  # fmt: skip

_RIJ = ", ".join(RIJSOORTEN)
KOLOMMEN = [
    Kolom("rijsoort", f"Wat deze rij is: {_RIJ}. Wat onder een programma staat, hoort erbij.", True, "onderdeel"),
    Kolom("gemeente", "Mag leeg: de gemeente waarvoor u levert."),
    Kolom("code", "Vaste naam van het programma, onderdeel, de mijlpaal of het risico. Bij een stand, "
          "herplanning, indicator of deel: waar die over gaat.", voorbeeld="4-2"),
    Kolom("ouder", "Code van het onderdeel waar dit onder valt.", voorbeeld="4"),
    Kolom("nummer", "Zoals lezers het zien.", voorbeeld="4.2"),
    Kolom("titel", "Kort en gewoon. Bij rol: de functie. Bij deel: de naam van het deel.", voorbeeld="Inloop in drie kernen"),
    Kolom("omschrijving", "Wat het is, in hooguit drie zinnen. Bij een programma: de ambitie."),
    Kolom("aanleiding", "Alleen bij een programma: waarom het er is."),
    Kolom("eigenaar", "Functie, geen naam van een persoon."),
    Kolom("gepland", "Zoals eerst afgesproken: september 2020, medio 2022, Q3/Q4, 1-1-2023, datum volgt.", voorbeeld="medio 2022"),
    Kolom("gepland_op", "Dag van de afspraak; het jaar bij ‘juni’ volgt hieruit.", voorbeeld="2020-09-01"),
    Kolom("naar_raad", "ja of nee.", voorbeeld="nee"),
    Kolom("zelfde_als", "Code van het onderdeel dat hier nog een keer getoond wordt."),
    Kolom("deel", "Bij een stand of herplanning: over welk deel.", voorbeeld="Nieuwleusen"),
    Kolom("datum", "Dag van de stand of het besluit, of sinds wanneer een risico er is.", voorbeeld="2021-04-16"),
    Kolom("status", "gereed, op_schema, vertraagd, loopt, niet_gestart, gestopt of ingetrokken. "
          "Bij een aanname: houdt_stand, twijfelachtig of weerlegd.", voorbeeld="loopt"),
    Kolom("toelichting", "Waarom u een andere status kiest dan uit de data volgt."),
    Kolom("verwacht", "Nieuwe verwachting in woorden. Leeg: ongewijzigd.", voorbeeld="eind 2022"),
    Kolom("gerealiseerd", "Wanneer het klaar was, in woorden."),
    Kolom("gedaan", "Wat er is gedaan."),
    Kolom("opgeleverd", "Wat het opleverde. Bij een mijlpaal: wat er dan ligt."),
    Kolom("reden", "Waarom het later wordt of stopt."),
    Kolom("nodig", "Wat er nodig is om verder te kunnen."),
    Kolom("effect", "geen_doel, nog_niet_meetbaar, gemeten, niet_toe_te_wijzen of gestopt."),
    Kolom("kwaliteit", "Oordeel: goed, let_op of niet_goed."),
    Kolom("tijd", "Oordeel: goed, let_op of niet_goed."),
    Kolom("geld", "Oordeel: goed, let_op of niet_goed."),
    Kolom("besloten_door", "raad, college, bestuurlijk, ambtelijk, stuurgroep of programmateam."),
    Kolom("indicator", "Code van het cijfer. Een cijfer dat er nog niet is, wordt overgeslagen."),
    Kolom("schakel", "input, throughput, output, outcome of impact.", voorbeeld="output"),
    Kolom("soort", "Bij rol: programmamanager, ambtelijk of bestuurlijk. Bij budget: begroot, aangevraagd, toegekend of "
          "gerealiseerd. Bij een stand, herplanning of deel: mijlpaal, als een onderdeel dezelfde code heeft."),
    Kolom("reeks", "Bij budget: soort van het cijfer, bijvoorbeeld begroting_primitief."),
    Kolom("uitsplitsing", "Bij budget: uitsplitsing van het cijfer."),
    Kolom("document", "Bij budget: met welk stuk."),
    Kolom("kans", "klein, middel of groot."),
    Kolom("gevolg", "klein, middel of groot."),
    Kolom("maatregel", "Wat tegen het risico wordt gedaan."),
    Kolom("trend", "nieuw, groter, gelijk of kleiner."),
    Kolom("start", "Eerste dag van het programma.", voorbeeld="2020-09-01"),
    Kolom("eind", "Laatste dag van het programma. Bij een risico: vanaf wanneer het er niet meer is.", voorbeeld="2022-12-31"),
    Kolom("looptijd_opmerking", "Als stukken elkaar over de looptijd tegenspreken."),
    Kolom("rapportageperiode", "Waarover verslag wordt gedaan, in woorden."),
    Kolom("niveaus", "Namen van de niveaus: tafel, tafels / spoor, sporen / activiteit, activiteiten."),
    Kolom("telniveau", "Op welk niveau geteld wordt; 1 is het bovenste.", voorbeeld="2"),
    Kolom("regelnaam", "Hoe lezers dat noemen: mijlpaal, mijlpalen."),
    Kolom("budgettekst", "Wat er over geld is afgesproken."),
    Kolom("risicotekst", "Tekst bij de risico's."),
    Kolom("vindplaats", "Waar het in de stukken staat."),
    Kolom("nulmeting", "Bij een indicator: de periode waarmee u vergelijkt.", voorbeeld="2019"),
    Kolom("gearchiveerd", "ja als het niet meer getoond wordt. Laat de kolom weg om niets te veranderen."),
    Kolom("volgorde", "Laag komt eerst. Leeg: de volgorde van de rijen."),
]  # fmt: skip

VOORBEELDEN = [
    {"rijsoort": "programma", "code": "grip-op-zorg", "titel": "Grip op zorg", "omschrijving": "Wij houden zicht op zorg en kosten.",
     "start": "2020-09-01", "eind": "2022-12-31", "niveaus": "doel, doelen / subdoel, subdoelen", "telniveau": "2"},
    {"rijsoort": "rol", "soort": "programmamanager", "titel": "programmamanager sociaal domein"},
    {"rijsoort": "onderdeel", "code": "4", "nummer": "4", "titel": "Algemene hulp voorkomt maatwerk"},
    {"rijsoort": "onderdeel", "code": "4-2", "ouder": "4", "nummer": "4.2", "titel": "Inloop in drie kernen",
     "gepland": "eind 2020 Nieuwleusen, eind 2021 Dalfsen en Lemelerveld"},
    {"rijsoort": "stand", "code": "4-2", "deel": "Nieuwleusen", "datum": "2021-04-16", "status": "gereed",
     "gerealiseerd": "eind 2020", "opgeleverd": "De inloop is open."},
    {"rijsoort": "mijlpaal", "code": "raad-inloop", "ouder": "4-2", "titel": "Plan voor de inloop in de raad",
     "gepland": "november 2021", "naar_raad": "ja"},
    {"rijsoort": "herplanning", "code": "raad-inloop", "datum": "2021-06-01", "gepland": "begin 2022",
     "reden": "Eerst overleg met partners.", "besloten_door": "college"},
    {"rijsoort": "risico", "code": "mensen", "titel": "Te weinig mensen voor de toegang", "kans": "middel", "gevolg": "groot",
     "maatregel": "Extra geld gevraagd aan de raad."},
]  # fmt: skip
