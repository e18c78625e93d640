"""Meerhaven: an invented first quarter of 2026, written last and kept apart from the rules."""

from tests.bevindingen.bouwen import Fout, feit, geld, lopend, tabel

PAGINAS = [
    ("vooraf", "Vooraf", [
        "Meerhaven werkt aan een samenleving waarin iedereen meetelt.",
        Fout("STALE", "In deze rapportage kijken we terug op januari, februari en maart 2026.",
             "In deze rapportage kijken we terug op oktober, november en december 2025."),
        "De cijfers komen uit onze eigen administratie en zijn op 10 april 2026 opgehaald.",
        "Onze gemeente groeide in 2025 met 640 inwoners naar 47.300.",
        Fout("XREF", "Tabel 1 geeft de jeugdcijfers, tabel 2 de cijfers over inkomen.", "Tabel 1 geeft de jeugdcijfers, tabel 6 de cijfers over inkomen."),
        Fout("SALDO", "Onze verwachting voor het hele jaar: een tekort van 7 ton.", "Onze verwachting voor het hele jaar: een tekort van 9 ton."),
    ]),
    ("jeugd", "Kinderen en gezinnen", [
        Fout("PCT", "Eind maart waren 1.066 kinderen in zorg, 4% meer dan eind december (1.025).",
             "Eind maart waren 1.066 kinderen in zorg, 7% meer dan eind december (1.025)."),
        "Van elk van deze kinderen is een plan vastgelegd in het systeem.",
        Fout("SUM", "Bij 640 kinderen gaat het om begeleiding, bij 298 om behandeling en bij 128 om verblijf, in totaal 1.066.",
             "Bij 640 kinderen gaat het om begeleiding, bij 298 om behandeling en bij 182 om verblijf, in totaal 1.066."),
        "Sommige scholen kennen een brugfunctionaris; dat zijn er nu 9 op 21 scholen.",
        Fout("RICHTING", "Het aantal crisisplaatsingen liep terug van 14 naar 11.", "Het aantal crisisplaatsingen liep op van 14 naar 11."),
        Fout("PCT", "Een op de vier verwijzingen (61 van 244) kwam van school.", "Een op de drie verwijzingen (61 van 244) kwam van school."),
        Fout("AVG", "Er waren in het kwartaal 156 nieuwe gezinnen: 12 per week.", "Er waren in dertien weken 156 nieuwe gezinnen, gemiddeld 15 per week."),
        "Ouders beoordelen de hulp met een 7,9, een tiende meer dan vorig jaar.",
        Fout("DATE", "Op 28 februari 2026 liep het contract met een van de aanbieders af.", "Op 29 februari 2026 liep het contract met een van de aanbieders af."),
    ]),
    ("wmo", "Langer thuis", [
        "In maart hadden 1.944 inwoners ondersteuning vanuit de Wmo.",
        Fout("RICHTING|SUM", "Drie maanden eerder waren dat er 1.980, dus 36 meer dan nu.", "Drie maanden eerder waren dat er 1.980, dus 36 minder dan nu."),
        Fout("PCT", "De daling van 1,8% is de eerste sinds 2021.", "De daling van 4,8% is de eerste sinds 2021."),
        "Volgens de prognose van Primos telt Meerhaven in 2035 ruim 13.000 65-plussers.",
        Fout("PCT", "Van de 390 nieuwe meldingen konden we er 117 (30%) oplossen zonder voorziening.",
             "Van de 390 nieuwe meldingen konden we er 117 (40%) oplossen zonder voorziening."),
        Fout("SUM", "De andere 273 kregen een indicatie.", "De andere 293 kregen een indicatie."),
        Fout("STALE", "In maart was de wachttijd 31 dagen, in februari 34.", "In maart 2025 was de wachttijd 31 dagen, de laagste van dit kwartaal."),
        "Wij hanteren als norm dat niemand langer wacht dan 42 dagen.",
        Fout("AVG", "Aan 75 woningaanpassingen gaven we € 337.500 uit, gemiddeld € 4.500.", "Aan 75 woningaanpassingen gaven we € 337.500 uit, gemiddeld € 5.400."),
    ]),
    ("inkomen", "Werk en inkomen", [
        Fout("LOS|STALE|SALDO", "De bijstand staat op 812 huishoudens.", "De bijstand staat op 821 huishoudens."),
        "Op 1 januari 2026 waren het er 805.",
        Fout("SUM", "In het kwartaal kwamen er 58 bij en gingen er 51 af, een toename van 7.",
             "In het kwartaal kwamen er 58 bij en gingen er 51 af, een toename van 17."),
        Fout("PCT", "Van de 51 vertrekkers vond 47% werk (24 mensen).", "Van de 51 vertrekkers vond 57% werk (24 mensen)."),
        "Eén op de acht inwoners van Meerhaven leeft volgens het CBS van een laag inkomen.",
        Fout("PCT|RICHTING", "Het aantal aanvragen voor de individuele inkomenstoeslag is ruim verdubbeld, van 66 naar 140.",
             "Het aantal aanvragen voor de individuele inkomenstoeslag is ruim verdubbeld, van 66 naar 104."),
        "De schuldhulp wordt vanaf 1 juli 2026 gezamenlijk met twee buurgemeenten uitgevoerd.",
        Fout("DATE", "De nieuwe kledingbank gaat op 1 september 2026 open.", "De nieuwe kledingbank is op 1 september 2026 opengegaan."),
    ]),
    ("geld", "Wat het kost", [
        "Het budget voor 2026 is € 44,5 miljoen, bijna € 941 per inwoner.",
        Fout("SALDO", "Kinderen en gezinnen: verwacht tekort € 950.000.", "Kinderen en gezinnen: verwacht tekort € 590.000."),
        Fout("SALDO|RICHTING", "Langer thuis: verwacht overschot € 300.000.", "Langer thuis: verwacht tekort € 300.000."),
        "Werk en inkomen: verwacht tekort € 50.000.",
        Fout("SUM|SALDO", "Totaal: verwacht tekort € 700.000.", "Totaal: verwacht tekort € 800.000."),
        Fout("PCT", "Het tekort van € 700.000 is 1,6% van het budget.", "Het tekort van € 700.000 is 2,6% van het budget."),
        "In maart stelde het Rijk € 220.000 beschikbaar voor de opvang van ontheemden.",
    ]),
]  # fmt: skip

GELD = [
    geld("geld", "geld", "Kinderen en gezinnen", 17200000, 18150000),
    geld("geld", "geld", "Langer thuis", 12100000, 11800000),
    geld("geld", "geld", "Werk en inkomen", 15200000, 15250000),
    geld("geld", "geld", "Totaal", 44500000, 45200000, is_totaal=True),
]
CIJFERS = [
    feit("jeugd", "Kinderen in zorg", "2026-K1", 1066, hoofdstuk="jeugd"),
    feit("jeugd", "Kinderen in zorg", "2025-K4", 1025, hoofdstuk="jeugd"),
    feit("verwijzing", "Verwijzingen", "2026-K1", 244, hoofdstuk="jeugd"),
    feit("gezinnen", "Nieuwe gezinnen", "2026-K1", 156, hoofdstuk="jeugd"),
    feit("wmo", "Inwoners met Wmo", "2026-K1", 1944, hoofdstuk="wmo"),
    feit("wmo", "Inwoners met Wmo", "2025-K4", 1980, hoofdstuk="wmo"),
    feit("meldingen", "Nieuwe meldingen", "2026-K1", 390, hoofdstuk="wmo"),
    feit("wacht", "Wachttijd", "2026-03", 31, eenheid="dagen", hoofdstuk="wmo"),
    feit("wacht", "Wachttijd", "2026-02", 34, eenheid="dagen", hoofdstuk="wmo"),
    feit("bijstand", "Huishoudens met bijstand", "2026-K1", 812, hoofdstuk="inkomen"),
    feit("bijstand", "Huishoudens met bijstand", "2025-K4", 805, hoofdstuk="inkomen"),
    feit("instroom", "Instroom bijstand", "2026-K1", 58, hoofdstuk="inkomen"),
    feit("uitstroom", "Uitstroom bijstand", "2026-K1", 51, hoofdstuk="inkomen"),
]
TABELLEN = [
    tabel("jeugd", "stand", "Kinderen in zorg", "2025-K4", "2026-K1"),
    tabel("inkomen", "stand", "Bijstand", "2025-K4", "2026-K1"),
    tabel("geld", "geld", "Begroting en prognose", soort="financieel"),
]
maak = lopend("2026-K1", "2026-03-31", "2026-04-21", PAGINAS, CIJFERS, GELD, TABELLEN)
