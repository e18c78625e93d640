"""Zuiderveen: an invented month of short remarks that lean on each other, only measured."""

from tests.bevindingen.bouwen import Fout, feit, geld, lopend, tabel

PAGINAS = [
    ("intro", "In het kort", [
        "Zuiderveen in juli 2025, een zomermaand met weinig nieuws.",
        Fout("STALE", "Dit bericht gaat over juli.", "Dit bericht gaat over april."),
        Fout("SALDO", "We stevenen af op een nadeel van ruim vier ton (€ 410.000).", "We stevenen af op een nadeel van € 140.000."),
        "De wethouder licht dit op 9 september 2025 toe.",
    ]),
    ("jeugd", "Jeugd", [
        "In juni hielpen we 587 jeugdigen.",
        Fout("RICHTING", "In juli waren het er 579, een kleine daling.", "In juli waren het er 579, een kleine stijging."),
        Fout("PCT", "In procenten: 1,4% minder.", "In procenten: 4,1% minder."),
        Fout("SUM", "Van de 579 zitten er 402 op de basisschool en 177 op het voortgezet onderwijs.",
             "Van de 579 zitten er 402 op de basisschool en 197 op het voortgezet onderwijs."),
        "Zeven jeugdigen verblijven buiten de regio.",
        Fout("AVG", "Onze acht jeugdconsulenten spraken 112 gezinnen, gemiddeld 14.", "Onze 8 jeugdconsulenten spraken 112 gezinnen, gemiddeld 18 gezinnen per consulent."),
        Fout("DATE", "De scholen beginnen weer op 18 augustus 2025.", "De scholen zijn op 18 oktober 2025 weer begonnen."),
    ]),
    ("wmo", "Wmo", [
        "804 mensen krijgen hulp.",
        Fout("RICHTING|SUM", "Dat zijn er 6 meer dan in juni (798).", "Dat zijn er 6 minder dan in juni (798)."),
        Fout("PCT", "Een kwart van hen, 201 mensen, krijgt dagbesteding.", "Een derde van de 804, 201 mensen, krijgt dagbesteding."),
        Fout("STALE|LOS", "In juli handelden we 88 meldingen af.", "In maart handelden we 88 meldingen af."),
        Fout("PCT", "Daarvan was 75% binnen zes weken klaar (66).", "Van de 88 meldingen was 85% binnen zes weken klaar (66)."),
        Fout("SUM", "De andere 22 duurden langer.", "Van de 88 meldingen waren er 66 op tijd; de andere 32 duurden langer."),
        Fout("XREF", "De grafiek Meldingen laat de zomerdip zien.", "Grafiek 4 laat de zomerdip zien."),
    ]),
    ("inkomen", "Inkomen", [
        "Op 31 juli waren er 455 uitkeringen.",
        Fout("SUM", "Begin juli waren dat er 461; 9 mensen kwamen erbij en 15 gingen eruit.", "Begin juli waren dat er 461; er kwamen 9 mensen bij en er gingen 15 mensen uit, zodat er nu 465 zijn."),
        Fout("PCT", "Van de 15 die eruit gingen, vonden er 6 werk: 40%.", "Van de 15 die eruit gingen, vonden er 6 werk: 60%."),
        "De norm voor alleenstaanden is sinds 1 juli 2025 € 1.400.",
        Fout("LOS|STALE", "We hielpen 233 gezinnen via de voedselbank.", "We hielpen 323 gezinnen via de voedselbank."),
    ]),
    ("geld", "Geld", [
        Fout("SALDO", "Jeugd: nadeel van € 350.000.", "Jeugd: nadeel van € 530.000."),
        Fout("RICHTING|SALDO", "Wmo: nadeel van € 90.000.", "Wmo: voordeel van € 90.000."),
        "Inkomen: voordeel van € 30.000.",
        Fout("SUM|SALDO", "Samen een nadeel van € 410.000.", "Samen een nadeel van € 510.000."),
    ]),
]  # fmt: skip
GELD = [
    geld("geld", "geld", "Jeugd", 8000000, 8350000),
    geld("geld", "geld", "Wmo", 6000000, 6090000),
    geld("geld", "geld", "Inkomen", 9000000, 8970000),
    geld("geld", "geld", "Totaal", 23000000, 23410000, is_totaal=True),
]
CIJFERS = [
    feit("jeugd", "Jeugdigen met hulp", "2025-07", 579, hoofdstuk="jeugd"),
    feit("jeugd", "Jeugdigen met hulp", "2025-06", 587, hoofdstuk="jeugd"),
    feit("wmo", "Mensen met Wmo-hulp", "2025-07", 804, hoofdstuk="wmo"),
    feit("wmo", "Mensen met Wmo-hulp", "2025-06", 798, hoofdstuk="wmo"),
    feit("meldingen", "Afgehandelde meldingen", "2025-07", 88, hoofdstuk="wmo"),
    feit("bijstand", "Uitkeringen", "2025-07", 455, hoofdstuk="inkomen"),
    feit("bijstand", "Uitkeringen", "2025-06", 461, hoofdstuk="inkomen"),
    feit("voedsel", "Gezinnen voedselbank", "2025-07", 233, hoofdstuk="inkomen"),
]
TABELLEN = [
    tabel("wmo", "verloop", "Meldingen", "2025-06", "2025-07", soort="grafiek"),
    tabel("geld", "geld", "Begroting en prognose", soort="financieel"),
]
maak = lopend("2025-07", "2025-07-31", "2025-08-19", PAGINAS, CIJFERS, GELD, TABELLEN)
