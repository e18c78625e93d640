"""The programme Dichtbij of Demodam, in motion: what was promised, and what each quarter reported.

Every file holds the plan and all reports so far; the import adds what is new and changes nothing else.
"""

from collections.abc import Iterator

from sociaaldomein.demo.demodam.programmageld import budgetregels
from sociaaldomein.demo.demodam.rijen import Rij
from sociaaldomein.demo.demodam.tijd import EDITIES, Editie

AFGESPROKEN = "2025-06-01"

PLAN: list[Rij] = [
    {
        "rijsoort": "programma",
        "code": "dichtbij",
        "titel": "Dichtbij",
        "omschrijving": "Eind 2027 vinden inwoners eerder lichte hulp in hun eigen wijk.",
        "aanleiding": "De kosten stegen, en inwoners wisten de weg naar hulp niet te vinden.",
        "start": "2025-06-01",
        "eind": "2027-12-31",
        "rapportageperiode": "elk kwartaal",
        "niveaus": "spoor, sporen / activiteit, activiteiten",
        "telniveau": "2",
        "regelnaam": "activiteit, activiteiten",
        "budgettekst": "Het programma kost € 400.000 in drie jaar. De raad stelde dat in 2025 beschikbaar.",
    },
    {"rijsoort": "rol", "soort": "programmamanager", "titel": "programmamanager Dichtbij"},
    {"rijsoort": "rol", "soort": "ambtelijk", "titel": "directeur Samenleving"},
    {"rijsoort": "rol", "soort": "bestuurlijk", "titel": "wethouder Sociaal domein"},
    {"rijsoort": "uitgangspunt", "titel": "Eerst kijken wat de inwoner zelf en de buurt kan."},
    {"rijsoort": "uitgangspunt", "titel": "Lichte hulp gaat voor zware hulp."},
]

# code, ouder, nummer, titel, gepland
ONDERDELEN = [
    ("wijk", "", "1", "Hulp in de wijk", ""),
    ("wijk-inloop", "wijk", "1.1", "Een inloop in elke wijk", "eind 2026"),
    ("wijk-oostwal", "wijk", "1.2", "Een ruimte voor de inloop in Oostwal", "Q1 2026"),
    ("wijk-buurtteam", "wijk", "1.3", "Een buurtteam in Dijkzicht", "medio 2026"),
    ("jeugd", "", "2", "Jeugd eerder helpen", ""),
    ("jeugd-poh", "jeugd", "2.1", "Praktijkondersteuner bij elke huisarts", "eind 2025"),
    ("jeugd-school", "jeugd", "2.2", "Jongerenwerk op alle scholen", "september 2026"),
    ("jeugd-steun", "jeugd", "2.3", "Steungezinnen", "vanaf Q4 2026"),
    ("toegang", "", "3", "Een snelle toegang", ""),
    ("toegang-termijn", "toegang", "3.1", "Onderzoeken binnen 8 weken klaar", "medio 2026"),
    ("toegang-loket", "toegang", "3.2", "Eén telefoonnummer voor alle vragen", "Q4 2025"),
]

# Who leads a track, as a function; what stands below it is of the same function.
TREKKERS = {
    "wijk": "coördinator wijken",
    "jeugd": "beleidsadviseur Jeugd",
    "toegang": "teamleider Toegang",
}

# moment, code, status, verwacht, gerealiseerd, gedaan, opgeleverd, reden
STANDEN = [
    ("2026-01-15", "wijk-inloop", "op_schema", "", "", "In drie van de zes wijken is een inloop.", "", ""),
    ("2026-01-15", "wijk-oostwal", "op_schema", "", "", "Er is een ruimte op het oog.", "", ""),
    ("2026-01-15", "wijk-buurtteam", "op_schema", "", "", "Het team is gevraagd.", "", ""),
    ("2026-01-15", "jeugd-poh", "gereed", "", "december 2025", "Alle praktijken doen mee.", "Meer jongeren worden bij de huisarts geholpen.", ""),
    ("2026-01-15", "jeugd-school", "op_schema", "", "", "Afspraken met vier scholen zijn klaar.", "", ""),
    ("2026-01-15", "jeugd-steun", "niet_gestart", "", "", "", "", ""),
    ("2026-01-15", "toegang-termijn", "op_schema", "", "", "Extra mensen zijn begonnen.", "", ""),
    ("2026-01-15", "toegang-loket", "vertraagd", "Q1 2026", "", "Het nummer is getest.", "", "De leverancier was later klaar."),
    ("2026-04-15", "wijk-inloop", "op_schema", "", "", "In vier wijken is een inloop.", "Het bezoek stijgt.", ""),
    ("2026-04-15", "wijk-oostwal", "vertraagd", "Q3 2026", "", "De gevonden ruimte viel af.", "", "De ruimte was niet toegankelijk voor een rolstoel."),
    ("2026-04-15", "wijk-buurtteam", "op_schema", "", "", "Het team begint in juni.", "", ""),
    ("2026-04-15", "jeugd-school", "op_schema", "", "", "Zes scholen doen mee.", "", ""),
    ("2026-04-15", "toegang-termijn", "op_schema", "", "", "De wachttijd daalt.", "", ""),
    ("2026-04-15", "toegang-loket", "gereed", "", "maart 2026", "Het nummer is open.", "Inwoners bellen één nummer.", ""),
    ("2026-07-15", "wijk-inloop", "op_schema", "", "", "In vijf wijken is een inloop.", "", ""),
    ("2026-07-15", "wijk-oostwal", "vertraagd", "Q4 2026", "", "Met de kerk wordt gesproken.", "", "Er is weinig ruimte in de wijk."),
    ("2026-07-15", "wijk-buurtteam", "gereed", "", "juni 2026", "Het team werkt.", "Vragen uit Dijkzicht komen eerst bij het team.", ""),
    ("2026-07-15", "jeugd-school", "op_schema", "", "", "Zeven van de acht scholen doen mee.", "", ""),
    ("2026-07-15", "toegang-termijn", "vertraagd", "eind 2026", "", "Minder onderzoeken duren te lang.", "", "Er vielen mensen uit."),
    ("2026-10-15", "wijk-inloop", "op_schema", "", "", "Alleen Oostwal mist nog een inloop.", "", ""),
    ("2026-10-15", "wijk-oostwal", "vertraagd", "Q1 2027", "", "Het college kiest een andere plek.", "", "De kerk wil de ruimte zelf gebruiken."),
    ("2026-10-15", "jeugd-school", "gereed", "", "september 2026", "Op alle scholen is jongerenwerk.", "Jongerenwerkers kennen meer jongeren.", ""),
    ("2026-10-15", "jeugd-steun", "loopt", "", "", "De eerste tien gezinnen zijn geworven.", "", ""),
    ("2026-10-15", "toegang-termijn", "vertraagd", "eind 2026", "", "Nog enkele tientallen onderzoeken duren te lang.", "", "Er vielen mensen uit."),
]  # fmt: skip

SLOT: list[Rij] = [
    {"rijsoort": "mijlpaal", "code": "raad-tussen", "ouder": "wijk", "titel": "Tussenverslag Dichtbij in de raad", "gepland": "november 2026", "naar_raad": "ja"},
    {"rijsoort": "indicator", "code": "wijk-inloop", "indicator": "inloop-bezoeken", "schakel": "output", "nulmeting": "2025-06", "toelichting": "Wie de inloop kent, vraagt eerder om lichte hulp."},
    {"rijsoort": "aanname", "code": "wijk-inloop", "indicator": "inloop-bezoeken", "schakel": "output", "datum": "2026-03-31", "status": "houdt_stand", "toelichting": "Het bezoek stijgt in de wijken met een inloop."},
    {"rijsoort": "indicator", "code": "jeugd-poh", "indicator": "poh-jeugd-zonder-verwijzing", "schakel": "outcome", "nulmeting": "2025-K2", "toelichting": "Hulp bij de huisarts voorkomt een verwijzing."},
    {"rijsoort": "aanname", "code": "jeugd-poh", "indicator": "poh-jeugd-zonder-verwijzing", "schakel": "outcome", "datum": "2026-06-30", "status": "houdt_stand", "toelichting": "Minder jongeren krijgen een verwijzing."},
    {"rijsoort": "indicator", "code": "toegang-termijn", "indicator": "zaken-langer-dan-8-weken", "schakel": "outcome", "nulmeting": "2025-06", "toelichting": "Met meer mensen zijn onderzoeken sneller klaar."},
    {"rijsoort": "aanname", "code": "toegang-termijn", "indicator": "zaken-langer-dan-8-weken", "schakel": "outcome", "datum": "2026-03-31", "status": "houdt_stand", "toelichting": "Het aantal daalde na de komst van extra mensen."},
    {"rijsoort": "aanname", "code": "toegang-termijn", "indicator": "zaken-langer-dan-8-weken", "schakel": "outcome", "datum": "2026-09-30", "status": "twijfelachtig", "toelichting": "Het aantal meldingen stijgt net zo hard als de inzet."},
    {"rijsoort": "risico", "code": "mensen", "titel": "Te weinig mensen voor de toegang", "kans": "middel", "gevolg": "groot", "maatregel": "Wij leiden zelf mensen op.", "eigenaar": "teamleider Toegang", "trend": "gelijk", "datum": "2025-12-31"},
    {"rijsoort": "risico", "code": "ruimte", "titel": "Geen ruimte in Oostwal", "kans": "groot", "gevolg": "middel", "maatregel": "Het college kiest een andere plek.", "eigenaar": "programmamanager Dichtbij", "trend": "groter", "datum": "2026-03-31"},
    {"rijsoort": "risicostand", "code": "mensen", "datum": "2026-06-30", "kans": "groot", "gevolg": "groot", "toelichting": "Er vielen mensen uit."},
    {"rijsoort": "risicostand", "code": "mensen", "datum": "2026-09-30", "kans": "middel", "gevolg": "groot", "toelichting": "Twee nieuwe collega’s zijn begonnen."},
    {"rijsoort": "risicostand", "code": "ruimte", "datum": "2026-09-30", "kans": "groot", "gevolg": "groot", "toelichting": "De kerk wil de ruimte zelf gebruiken."},
]  # fmt: skip


# What can be said of the effect, by moment and code.
EFFECTEN = {
    ("2026-01-15", "jeugd-poh"): "gemeten",
    ("2026-04-15", "wijk-inloop"): "nog_niet_meetbaar",
    ("2026-07-15", "wijk-buurtteam"): "geen_doel",
    ("2026-10-15", "wijk-inloop"): "gemeten",
    ("2026-10-15", "toegang-termijn"): "gemeten",
    ("2026-10-15", "jeugd-school"): "niet_toe_te_wijzen",
}


# Quality, time and money, judged apart, by moment and code.
OORDELEN = {
    ("2026-04-15", "wijk-oostwal"): ("", "niet_goed", "goed"),
    ("2026-07-15", "wijk-oostwal"): ("", "niet_goed", "let_op"),
    ("2026-07-15", "wijk-buurtteam"): ("goed", "goed", "goed"),
    ("2026-10-15", "wijk-inloop"): ("goed", "goed", "goed"),
    ("2026-10-15", "wijk-oostwal"): ("", "niet_goed", "let_op"),
    ("2026-10-15", "jeugd-school"): ("goed", "goed", "goed"),
    ("2026-10-15", "toegang-termijn"): ("let_op", "niet_goed", ""),
}


def programma(e: Editie) -> Iterator[Rij]:
    """The programme file that goes with an edition: the plan, and the reports until then."""
    yield from PLAN
    for code, ouder, nummer, titel, gepland in ONDERDELEN:
        rij = {
            "rijsoort": "onderdeel",
            "code": code,
            "ouder": ouder,
            "nummer": nummer,
            "titel": titel,
            "eigenaar": TREKKERS.get(code, ""),
        }
        yield rij | ({"gepland": gepland, "gepland_op": AFGESPROKEN} if gepland else {})
    momenten = sorted({stand[0] for stand in STANDEN})[: EDITIES.index(e) + 1]
    for moment, code, status, verwacht, gerealiseerd, gedaan, opgeleverd, reden in STANDEN:
        if moment in momenten:
            kwaliteit, tijd, geld = OORDELEN.get((moment, code), ("", "", ""))
            yield {
                "rijsoort": "stand",
                "code": code,
                "datum": _voor_peildatum(moment),
                "status": status,
                "verwacht": verwacht,
                "gerealiseerd": gerealiseerd,
                "gedaan": gedaan,
                "opgeleverd": opgeleverd,
                "reden": reden,
                "effect": EFFECTEN.get((moment, code), ""),
                "kwaliteit": kwaliteit,
                "tijd": tijd,
                "geld": geld,
            }
    yield from budgetregels(e)
    yield from SLOT


def _voor_peildatum(moment: str) -> str:
    """Reports are dated on the last day of the quarter they are about."""
    momenten = sorted({stand[0] for stand in STANDEN})
    return EDITIES[momenten.index(moment)].peildatum
