"""Heuveloord: an invented two-monthly set of slides, nearly all bullets."""

from tests.bevindingen.bouwen import Fout, feit, geld, lopend, tabel

PAGINAS = [
    ("kern", "In één oogopslag", [
        "- Monitor sociaal domein mei en juni 2025, gemeente Heuveloord (ruim 23.000 inwoners)",
        "- 3 van de 4 doelen uit het beleidsplan 2023-2026 liggen op koers",
        Fout("PCT", "- Jeugd: 486 cliënten (april: 459), +5,9%", "- Jeugd: 486 cliënten (april: 459), +9,5%"),
        "- Wmo: 1.092 cliënten, nagenoeg stabiel (april: 1.087)",
        Fout("RICHTING", "- Bijstand: 402 uitkeringen, 11 minder dan in april (413)",
             "- Bijstand: 402 uitkeringen, 11 meer dan in april (413)"),
        "- Verwacht resultaat 2025: € 184.000 nadelig",
        "- Volgende monitor: september 2025",
        Fout("STALE|DATE", "- Peildatum van alle cijfers: 30 juni 2025", "- Peildatum van alle cijfers: 30 april 2025"),
    ]),
    ("jeugd", "Jeugd", [
        "- Aantal cliënten: 486, waarvan 441 ZIN en 45 PGB",
        Fout("AVG", "- Nieuwe aanmeldingen mei en juni: 88, dat is gemiddeld 44 per maand",
             "- Nieuwe aanmeldingen mei en juni: 88, dat is gemiddeld 48 per maand"),
        Fout("SUM", "- Leeftijd: 0-4 jaar 52, 5-11 jaar 198, 12-17 jaar 211, 18-22 jaar 25 (totaal 486)",
             "- Leeftijd: 0-4 jaar 52, 5-11 jaar 198, 12-17 jaar 221, 18-22 jaar 25 (totaal 486)"),
        "- 12 tot 17 jaar is met 43% de grootste groep",
        "- Kosten per cliënt: € 13.200 (regio: € 14.050)",
        "- Klanttevredenheid 7,6; norm 7,5",
        Fout("PCT", "- 1 op de 3 aanmeldingen komt via de huisarts (29 van 88)", "- 1 op de 5 aanmeldingen komt via de huisarts (29 van 88)"),
        "- Nieuwe POH-jeugd start 1/9/2025 voor 24 uur per week bij twee huisartsenpraktijken",
        Fout("SUM", "- Ambulant 312, verblijf 38, crisis 9", "- Van de 359 trajecten zijn er 312 ambulant, 38 verblijf en 19 crisis"),
    ]),
    ("wmo", "Wmo", [
        "- 1.092 cliënten met samen 1.638 voorzieningen: 1,5 per cliënt",
        Fout("AVG", "- Hulp bij huishouden: 1.345 uur per week voor 538 huishoudens, gemiddeld 2,5 uur per week",
             "- Hulp bij huishouden: 1.345 uur per week voor 538 huishoudens, gemiddeld 3,2 uur per week"),
        "- Begeleiding: 264 cliënten; dagbesteding: 117 cliënten",
        "- 65-plussers: 71% van alle Wmo-cliënten",
        Fout("PCT", "- Rolstoelen: van 140 naar 154 (+10%)", "- Rolstoelen: van 140 naar 154 (+14%)"),
        "- Wachttijd huishoudelijke hulp: 4 à 5 weken (was 8 weken)",
        Fout("RICHTING", "- Verhuizingen naar het verpleeghuis gedaald: 31 in mei-juni, 36 in maart-april",
             "- Verhuizingen naar het verpleeghuis gestegen: 31 in mei-juni, 36 in maart-april"),
        "- Nieuwe aanbesteding vervoer: contract 2026-2030, ca. € 650k per jaar",
        Fout("DATE", "- Inschrijven kan tot en met 30 september 2025", "- Inschrijven kan tot en met 31 september 2025"),
    ]),
    ("werk", "Werk en inkomen", [
        "- 402 uitkeringen: 389 Pw, 9 IOAW, 4 Bbz",
        Fout("RICHTING|SUM", "- Instroom 17, uitstroom 28 (saldo -11)", "- Instroom 17, uitstroom 28 (saldo +11)"),
        "- Jongeren tot 27 jaar: 37 (9%)",
        Fout("PCT", "- Schuldhulp: 61 dossiers, waarvan 43 geslaagd (70%)", "- Schuldhulp: 61 dossiers, waarvan 43 geslaagd (80%)"),
        "- Vroegsignalering: 240 signalen, 96 huisbezoeken, 34 inwoners accepteren hulp",
        Fout("STALE", "- In juni verstrekten we 55 keer bijzondere bijstand, in mei 49 keer", "- In februari verstrekten we 55 keer bijzondere bijstand, in januari 49 keer"),
        "- Meedoenregeling: 610 kinderen; doel 2025 is 650",
        "- Banenafspraak: 6 plaatsingen t/m juni, doel 12 per 31-12-2025",
        Fout("XREF", "- Zie de grafiek Uitkeringen voor het verloop sinds 2022", "- Zie grafiek 12 voor het verloop sinds 2022"),
    ]),
    ("geld", "Geld", [
        "- Bedragen x € 1.000",
        Fout("SALDO", "- Jeugd: nadeel € 240.000 op een budget van € 6,2 mln", "- Jeugd: nadeel € 340.000 op een budget van € 6,2 mln"),
        "- Wmo: nadeel € 30.000 door indexatie van 4,2%",
        "- Werk en inkomen: voordeel € 86.000",
        Fout("SUM|SALDO", "- Samen: nadeel € 184.000", "- Samen: nadeel € 148.000"),
        Fout("PCT", "- Nadeel Jeugd is 3,9% van het budget", "- Nadeel Jeugd (€ 240.000) is 2,9% van het budget (€ 6.200.000)"),
        "- Stand reserve: € 1,9 mln (1-1-2025: € 2,3 mln), een afname van € 0,4 mln",
    ]),
]  # fmt: skip

GELD = [
    geld("geld", "geld", "Jeugd", 6200000, 6440000),
    geld("geld", "geld", "Wmo", 5400000, 5430000),
    geld("geld", "geld", "Werk en inkomen", 7300000, 7214000),
    geld("geld", "geld", "Totaal", 18900000, 19084000, is_totaal=True),
]
VORM = {"dimensie": "vorm", "hoofdstuk": "jeugd", "is_optelbaar": True}
JEUGD = [
    feit("jeugd", "Cliënten jeugd", "2025-06", 486, hoofdstuk="jeugd", is_optelbaar=True),
    feit("jeugd", "Cliënten jeugd", "2025-04", 459, hoofdstuk="jeugd"),
    feit("jeugd", "Cliënten jeugd", "2025-06", 441, categorie="zin", **VORM),
]
CIJFERS = [
    *JEUGD,
    feit("jeugd", "Cliënten jeugd", "2025-06", 45, categorie="pgb", **VORM),
    feit("aanmeld", "Nieuwe aanmeldingen", "2025-05_2025-06", 88, hoofdstuk="jeugd"),
    feit("kosten", "Kosten per cliënt", "2025-06", 13200, eenheid="euro", hoofdstuk="jeugd"),
    feit("wmo", "Cliënten Wmo", "2025-06", 1092, hoofdstuk="wmo"),
    feit("wmo", "Cliënten Wmo", "2025-04", 1087, hoofdstuk="wmo"),
    feit("voorzieningen", "Voorzieningen Wmo", "2025-06", 1638, hoofdstuk="wmo"),
    feit("hh", "Hulp bij huishouden", "2025-06", 538, hoofdstuk="wmo"),
    feit("begeleiding", "Begeleiding", "2025-06", 264, hoofdstuk="wmo"),
    feit("rolstoel", "Rolstoelen", "2025-06", 154, hoofdstuk="wmo"),
    feit("rolstoel", "Rolstoelen", "2025-04", 140, hoofdstuk="wmo"),
    feit("bijstand", "Uitkeringen", "2025-06", 402, hoofdstuk="werk"),
    feit("bijstand", "Uitkeringen", "2025-04", 413, hoofdstuk="werk"),
    feit("instroom", "Instroom", "2025-05_2025-06", 17, hoofdstuk="werk"),
    feit("uitstroom", "Uitstroom", "2025-05_2025-06", 28, hoofdstuk="werk"),
    feit("signalen", "Signalen", "2025-06", 240, hoofdstuk="werk"),
]
FOUTE_CIJFERS = [
    *JEUGD,
    feit("jeugd", "Cliënten jeugd", "2025-06", 54, categorie="pgb", **VORM),
    *CIJFERS[4:],
]
IN_TABEL = {"SUM vorm": ("SUM", "Cliënten jeugd")}

TABELLEN = [
    tabel("jeugd", "vorm", "Cliënten jeugd", "2025-04", "2025-06"),
    tabel("werk", "uitk", "Uitkeringen", "2025-04", "2025-06", soort="grafiek"),
    tabel("geld", "geld", "Begroting en prognose", soort="financieel"),
]

maak = lopend(
    "2025-05_2025-06", "2025-06-30", "2025-07-14", PAGINAS, CIJFERS, GELD, TABELLEN,
    foute_cijfers=FOUTE_CIJFERS,
)  # fmt: skip
