"""An invented document of a gemeente that does not exist: thirty right sentences, and twelve mistakes.

Written apart from the first, with other words, to see whether the checks read or only remember.
"""

from tests.bevindingen.bouwen import dia, document, feit, geld, tabel

GOED = {
    "kort": [
        "In het derde kwartaal van 2025 kregen 1.204 inwoners hulp uit de Wmo.",
        "Dat zijn er 34 meer dan een kwartaal eerder, toen waren het er 1.170.",
        "De gemeente verwacht dit jaar € 212.000 over te houden op het sociaal domein.",
        "De wethouder bedankt alle vrijwilligers.",
    ],
    "geld": [
        "Voor Jeugd is € 8.400.000 begroot en de prognose is € 8.650.000.",
        "Dat geeft een tekort van € 250.000, ofwel 3,0% van de begroting.",
        "De Wmo houdt € 340.000 over.",
        "Bij Participatie is het overschot ruim € 120.000.",
        "Door hogere tarieven voor vervoer geven we € 45.000 meer uit aan leerlingenvervoer.",
        "De reserve is bedoeld voor tegenvallers.",
    ],
    "jeugd": [
        "Het aantal jongeren met hulp steeg van 400 naar 430, een stijging van 7,5%.",
        "Van de 430 jongeren wonen er 43 (10%) niet thuis.",
        "Gemiddeld kwamen er 22 aanmeldingen per maand binnen, 66 in het hele kwartaal van juli tot en "
        "met september.",
        "De wachttijd daalde van zes naar vijf weken.",
        "Van de verwijzingen komt 45% van de huisarts, 35% van het wijkteam en 20% van de rechter.",
        "Op 15 september 2025 opende het nieuwe jongerencentrum.",
        "Sinds februari werkt het wijkteam ook op zaterdag.",
        "In de tabel hieronder staan de aantallen per kwartaal.",
    ],
    "wmo": [
        "Er lopen 1.204 voorzieningen, waarvan 800 hulp bij het huishouden en 404 begeleiding.",
        "Inwoners krijgen gemiddeld 2,5 uur hulp per week.",
        "Het aantal meldingen bleef bijna gelijk: van 301 naar 299.",
        "De eigen bijdrage is € 20,60 per maand.",
        "In 2019 is de regeling veranderd.",
        "De gemeente spreekt elk kwartaal met aanbieders.",
        "Een op de vijf inwoners is ouder dan 65 jaar.",
        "Artikel 2.3.5 van de wet regelt het maatwerk.",
    ],
    "plannen": [
        "De nieuwe verordening gaat op 1 januari 2026 in.",
        "Het college neemt in december een besluit.",
        "De proef loopt tot 1 juli 2026.",
        "Meer staat in het hoofdstuk Jeugd.",
    ],
}  # fmt: skip

FOUTEN = {
    "PCT stijging": ("jeugd", "Het aantal meldingen ging van 250 naar 300, een stijging van 25%."),
    "PCT deel": ("jeugd", "Van de 80 aanvragen zijn er 60 toegekend (70%)."),
    "AVG totaal": ("wmo", "In het halfjaar van januari tot en met juni kwamen 900 telefoontjes binnen, "
                   "gemiddeld 180 per maand."),
    "SUM delen": ("wmo", "Er zijn 500 voorzieningen, waarvan 300 vervoer en 220 wonen."),
    "SUM honderd": ("wmo", "Van de cliënten is 30% jonger dan 65, 40% tussen 65 en 80 en 35% ouder."),
    "SALDO tabel": ("geld", "Op de Wmo is er een overschot van € 430.000."),
    "RICHTING woord": ("wmo", "Het aantal klachten daalde van 12 naar 19."),
    "STALE maand": ("plannen", "In mei zijn er 18 wachtenden voor een woning."),
    "DATE onmogelijk": ("plannen", "De evaluatie was klaar op 31 september 2025."),
    "DATE toekomst": ("plannen", "Op 1 maart 2026 is het loket feestelijk geopend."),
    "XREF tabel": ("jeugd", "Zie tabel 9 voor de uitsplitsing."),
    "UNIT uren": ("wmo", "Cliënten met begeleiding krijgen gemiddeld 3,2 uur hulp."),
}  # fmt: skip

HOOFDSTUKKEN = [
    ("kort", "Samenvatting"), ("geld", "Financieel"), ("jeugd", "Jeugd"), ("wmo", "Wmo"),
    ("plannen", "Plannen"), ("participatie", "Participatie"),
]  # fmt: skip

GELD = [
    geld("geld", "geld", "Jeugd", 8400000, 8650000),
    geld("geld", "geld", "Wmo", 6200000, 5860000),
    geld("geld", "geld", "Participatie", 5000000, 4878000),
    geld("geld", "geld", "Sociaal domein", 19600000, 19388000, is_totaal=True),
]

CIJFERS = [
    feit("clienten-wmo", "Inwoners met Wmo-hulp", "2025-K3", 1204, hoofdstuk="wmo"),
    feit("clienten-wmo", "Inwoners met Wmo-hulp", "2025-K2", 1170, hoofdstuk="wmo"),
    feit("jongeren", "Jongeren met hulp", "2025-K3", 430, hoofdstuk="jeugd"),
    feit("jongeren", "Jongeren met hulp", "2025-K2", 400, hoofdstuk="jeugd"),
]

TABELLEN = [
    tabel("jeugd", "aantallen", "Aantallen per kwartaal", "2025-K2", "2025-K3"),
    tabel("geld", "geld", "Geld", soort="financieel"),
]


def _tekst(code, met_fouten):
    fout = [z for plek, z in FOUTEN.values() if plek == code] if met_fouten else []
    return " ".join([*GOED[code], *fout])


def maak(met_fouten):
    teksten = [
        dia(code, code, _tekst(code, met_fouten)) for code, _ in HOOFDSTUKKEN if code in GOED
    ]
    return document(
        "2025-K3", "2025-09-30", "2025-10-20", teksten,
        hoofdstukken=HOOFDSTUKKEN, cijfers=CIJFERS, geldrijen=GELD, tabellen=TABELLEN,
    )  # fmt: skip
