"""Rivierstad: an invented city's monthly dashboard, with short explanations beside the figures."""

from tests.bevindingen.bouwen import Fout, feit, geld, lopend, tabel

PAGINAS = [
    ("top", "Dashboard oktober", [
        "Dashboard sociaal domein Rivierstad, oktober 2025.",
        Fout("STALE", "Alle cijfers zijn peildatum 31 oktober 2025, tenzij anders vermeld.",
             "Alle cijfers zijn peildatum 31 juli 2025, tenzij anders vermeld."),
        "De stad heeft 163.000 inwoners, van wie er 34.900 jonger zijn dan 18.",
        Fout("PCT", "Het aantal jeugdigen met hulp steeg in een maand met 0,9% (van 5.340 naar 5.388).",
             "Het aantal jeugdigen met hulp steeg in een maand met 1,9% (van 5.340 naar 5.388)."),
        Fout("RICHTING", "De bijstand daalt verder: 7.212 uitkeringen, 38 minder dan eind september.",
             "De bijstand stijgt verder: 7.212 uitkeringen, tegen 7.250 eind september."),
        "Het college hanteert voor de bijstand een streefwaarde van 7.100 op 31 december 2025.",
        Fout("SALDO", "Financieel koersen we af op een tekort van € 5,2 miljoen.", "Financieel koersen we af op een tekort van € 4,2 miljoen."),
    ]),
    ("jeugd", "Jeugd", [
        "5.388 jeugdigen ontvangen op dit moment hulp.",
        Fout("PCT", "Dat is 15,4% van alle 34.900 jeugdigen in de stad.", "Dat is 18,4% van alle 34.900 jeugdigen in de stad."),
        Fout("SUM", "Naar leefsituatie: thuis 4.902, pleeggezin 241, gezinshuis 88, instelling 157.",
             "Naar leefsituatie (5.388): thuis 4.902, pleeggezin 241, gezinshuis 88, instelling 257."),
        Fout("RICHTING", "Er zijn in oktober meer jeugdigen ingestroomd (302) dan uitgestroomd (254).",
             "Er zijn in oktober minder jeugdigen ingestroomd (302) dan uitgestroomd (254)."),
        "Per saldo groeide het bestand met 48.",
        "De wachttijd voor specialistische ggz is opgelopen tot 21 weken; de treeknorm is 14 weken.",
        Fout("AVG", "Het wijkteam (12 locaties) voerde 1.068 gesprekken, gemiddeld 89 per locatie.",
             "Het wijkteam (12 locaties) voerde 1.068 gesprekken, gemiddeld 98 per locatie."),
        Fout("XREF", "Grafiek 1 laat het verloop vanaf 2021 zien.", "Grafiek 3 laat het verloop vanaf 2021 zien."),
        "Voor 18-plussers loopt de hulp in 340 gevallen door.",
    ]),
    ("wmo", "Wmo", [
        Fout("SUM", "Er zijn 9.870 cliënten: 9.205 met zorg in natura en 665 met een pgb.", "Er zijn 9.870 cliënten: 9.205 met zorg in natura en 765 met een pgb."),
        Fout("PCT", "Het pgb-aandeel komt uit op 6,7%.", "Het pgb-aandeel (665 van de 9.870) komt uit op 7,6%."),
        "Vergeleken met oktober 2024 (9.610) is het aantal met 2,7% gegroeid.",
        Fout("STALE", "In oktober zijn 712 nieuwe aanvragen gedaan, in september 695.", "In mei zijn 712 nieuwe aanvragen gedaan, in april 695."),
        "In de eerste tien maanden waren het er 6.840, ofwel 684 per maand.",
        Fout("RICHTING", "De klanttevredenheid is licht gedaald, van 7,8 naar 7,7.", "De klanttevredenheid is licht gestegen, van 7,8 naar 7,7."),
        Fout("PCT", "Ruim 1 op de 3 cliënten (3.480 van 9.870) heeft meer dan één voorziening.",
             "Ruim de helft van de cliënten (3.480 van 9.870) heeft meer dan één voorziening."),
        "Het tarief voor huishoudelijke hulp is in 2025 € 37,20 per uur.",
    ]),
    ("werk", "Werk en inkomen", [
        "In oktober stroomden 214 mensen in en 252 uit.",
        Fout("SUM|PCT", "Het verschil, 38, verklaart de daling van de bijstand.", "Het verschil, 48, verklaart de daling van de bijstand van 7.250 naar 7.212."),
        Fout("PCT", "Van de 252 uitstromers vonden er 113 een baan (45%).", "Van de 252 uitstromers vonden er 113 een baan (54%)."),
        "Een derde van de uitkeringsgerechtigden is ouder dan 55 jaar.",
        Fout("DATE", "Vanaf 1 januari 2026 geldt de nieuwe verlaagde kostendelersnorm.", "Sinds 1 januari 2026 geldt de nieuwe verlaagde kostendelersnorm."),
        Fout("LOS", "De schuldhulp telt 1.846 lopende dossiers.", "De schuldhulp telt 1.684 lopende dossiers."),
        Fout("PCT|RICHTING", "Het aantal energietoeslagen halveerde van 120 naar 60.", "Het aantal energietoeslagen halveerde van 120 naar 90."),
        "De Stadspas is door 14.300 inwoners aangevraagd, 71% van de doelgroep.",
        Fout("DATE", "De beleidsregels zijn op dinsdag 14 oktober 2025 vastgesteld.", "De beleidsregels zijn op zondag 14 oktober 2025 vastgesteld."),
    ]),
    ("geld", "Geld", [
        "Bedragen zijn in miljoenen euro's.",
        Fout("SALDO", "Jeugd: begroot 62,0, verwacht 66,1, tekort € 4,1 miljoen.", "Jeugd: tekort € 3,1 miljoen."),
        Fout("SALDO|RICHTING", "Wmo: tekort € 1,9 miljoen.", "Wmo: overschot € 1,9 miljoen."),
        "Werk en inkomen: overschot € 0,8 miljoen.",
        Fout("SUM|SALDO", "Het totaal van 4,1 en 1,9 min 0,8 is 5,2 miljoen euro.", "Totaal verwachten we een tekort van € 6,2 miljoen."),
        Fout("PCT", "Het tekort op Jeugd is 6,6% van de begroting.", "Het tekort op Jeugd is 4,6% van de begroting."),
        Fout("AVG", "Tot en met oktober is € 160 miljoen uitgegeven, gemiddeld € 16 miljoen per maand.",
             "In tien maanden is € 160 miljoen uitgegeven, gemiddeld € 18 miljoen per maand."),
    ]),
]  # fmt: skip

GELD = [
    geld("geld", "geld", "Jeugd", 62000000, 66100000),
    geld("geld", "geld", "Wmo", 41500000, 43400000),
    geld("geld", "geld", "Werk en inkomen", 93800000, 93000000),
    geld("geld", "geld", "Totaal", 197300000, 202500000, is_totaal=True),
]
CIJFERS = [
    feit("jeugd", "Jeugdigen met hulp", "2025-10", 5388, hoofdstuk="jeugd"),
    feit("jeugd", "Jeugdigen met hulp", "2025-09", 5340, hoofdstuk="jeugd"),
    feit("in", "Instroom jeugd", "2025-10", 302, hoofdstuk="jeugd"),
    feit("uit", "Uitstroom jeugd", "2025-10", 254, hoofdstuk="jeugd"),
    feit("wmo", "Wmo-cliënten", "2025-10", 9870, hoofdstuk="wmo"),
    feit("wmo", "Wmo-cliënten", "2024-10", 9610, hoofdstuk="wmo"),
    feit("aanvragen", "Nieuwe aanvragen", "2025-10", 712, hoofdstuk="wmo"),
    feit("aanvragen", "Nieuwe aanvragen", "2025-09", 695, hoofdstuk="wmo"),
    feit("bijstand", "Bijstandsuitkeringen", "2025-10", 7212, hoofdstuk="werk"),
    feit("bijstand", "Bijstandsuitkeringen", "2025-09", 7250, hoofdstuk="werk"),
    feit("instroom", "Instroom bijstand", "2025-10", 214, hoofdstuk="werk"),
    feit("uitstroom", "Uitstroom bijstand", "2025-10", 252, hoofdstuk="werk"),
    feit("schuld", "Dossiers schuldhulp", "2025-10", 1846, hoofdstuk="werk"),
]  # fmt: skip
TABELLEN = [
    tabel("jeugd", "verloop", "Jeugdigen met hulp", "2025-09", "2025-10", soort="grafiek"),
    tabel("wmo", "stand", "Wmo-cliënten", "2024-10", "2025-10"),
    tabel("geld", "geld", "Begroting en prognose", soort="financieel"),
]
maak = lopend("2025-10", "2025-10-31", "2025-11-12", PAGINAS, CIJFERS, GELD, TABELLEN)
