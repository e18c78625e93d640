"""Eilandrijk: an invented two-monthly letter of a small gemeente, written when all rules were done."""

from tests.bevindingen.bouwen import Fout, feit, geld, lopend, tabel

PAGINAS = [
    ("begin", "Aan de raad", [
        "Hierbij bieden wij u de tweemaandelijkse voortgangsbrief over september en oktober 2024 aan.",
        "Uw raad vroeg op 14 februari 2023 om vaker en korter te rapporteren.",
        Fout("SALDO", "Naar de huidige inzichten komt het sociaal domein dit jaar € 165.000 tekort.",
             "Naar de huidige inzichten komt het sociaal domein dit jaar € 265.000 tekort."),
        Fout("STALE|DATE", "De stand per 31 oktober 2024 is leidend.", "De stand per 31 augustus 2024 is leidend."),
        "Een uitgebreid jaarverslag volgt in mei 2025.",
        Fout("XREF", "Voor de cijfers over jeugd verwijzen wij naar tabel 1.", "Voor de cijfers over jeugd verwijzen wij naar tabel 4."),
    ]),
    ("jeugd", "Jeugdhulp", [
        "Het aantal kinderen met jeugdhulp is 218.",
        Fout("RICHTING|SUM", "Eind augustus telden wij er nog 226; er zijn er dus 8 minder.", "Eind augustus telden wij er nog 226; er zijn er dus 8 meer."),
        Fout("PCT", "De daling komt neer op 3,5%.", "De daling komt neer op 5,3%."),
        Fout("SUM", "De 218 kinderen hebben begeleiding (131), behandeling (64) of verblijf (23).",
             "De 218 kinderen hebben begeleiding (131), behandeling (64) of verblijf (32)."),
        "Op ons eiland met 1.900 jongeren is dat 11%.",
        Fout("AVG", "De huisartsen verwezen in twee maanden 26 kinderen, 13 per maand.", "De huisartsen verwezen in twee maanden 26 kinderen, 16 per maand."),
        Fout("PCT", "De helft van deze 26 kinderen (13) ging naar de praktijkondersteuner.", "Een kwart van deze 26 kinderen (13) ging naar de praktijkondersteuner."),
        Fout("DATE", "Sinds 1 oktober 2024 is er een jeugdwerker in dienst.", "Sinds 1 oktober 2025 is er een jeugdwerker in dienst."),
    ]),
    ("wmo", "Wmo en vervoer", [
        Fout("RICHTING", "Het aantal Wmo-cliënten nam licht toe, van 401 naar 409.", "Het aantal Wmo-cliënten nam licht af, van 401 naar 409."),
        "Gemiddeld is een Wmo-cliënt 77 jaar.",
        Fout("PCT", "70 van de 409 cliënten (17%) hebben een pgb.", "70 van de 409 cliënten (27%) hebben een pgb."),
        Fout("SUM", "De overige 339 cliënten hebben zorg in natura.", "Van de 409 cliënten hebben er 70 een pgb; de overige 349 hebben zorg in natura."),
        Fout("AVG", "De belbus reed 960 ritten voor € 19.200, gemiddeld € 20 per rit.", "De belbus reed 960 ritten voor € 19.200, gemiddeld € 24 per rit."),
        Fout("STALE", "In oktober waren er 61 meldingen, in september 54.", "In februari waren er 61 meldingen, in januari 54."),
        Fout("SUM", "Samen zijn dat 115 meldingen.", "In twee maanden waren er 61 en 54 meldingen, samen 125."),
        "De wettelijke termijn van acht weken is één keer overschreden.",
    ]),
    ("inkomen", "Inkomen", [
        "77 huishoudens ontvangen bijstand, evenveel als eind augustus.",
        Fout("SUM|RICHTING", "Er kwamen 5 huishoudens bij en er gingen er 5 af.", "De instroom was 15 en de uitstroom 15, per saldo een stijging van 5."),
        Fout("PCT", "30 van de 77 huishoudens (39%) zijn alleenstaande ouders.", "30 van de 77 huishoudens (93%) zijn alleenstaande ouders."),
        "Landelijk is dat ongeveer 20%.",
        Fout("LOS|STALE", "Aan 143 huishoudens is de minimatoeslag betaald.", "Aan 134 huishoudens is de minimatoeslag betaald."),
        Fout("AVG", "De toeslag kostte € 50.050, oftewel € 350 per huishouden.", "De toeslag kostte voor 143 huishoudens € 50.050, oftewel € 530 per huishouden."),
        Fout("DATE", "De regeling loopt tot en met 31 december 2024.", "De regeling is op 31 december 2024 gestopt."),
    ]),
    ("geld", "Financieel beeld", [
        "Er is € 7,6 miljoen beschikbaar.",
        Fout("SALDO", "Jeugdhulp: € 120.000 nadeel.", "Jeugdhulp: € 210.000 nadeel."),
        Fout("SALDO|RICHTING", "Wmo en vervoer: € 70.000 nadeel.", "Wmo en vervoer: € 70.000 voordeel."),
        "Inkomen: € 25.000 voordeel.",
        Fout("PCT", "Het nadeel op Jeugdhulp is 4,3% van het budget van € 2,8 miljoen.", "Het nadeel van € 120.000 op Jeugdhulp is 6,3% van het budget van € 2,8 miljoen."),
        Fout("SUM", "€ 120.000 plus € 70.000 min € 25.000 is € 165.000.", "€ 120.000 plus € 70.000 min € 25.000 is € 195.000."),
        "De algemene reserve is met € 9,4 miljoen ruim voldoende.",
    ]),
]  # fmt: skip

GELD = [
    geld("geld", "geld", "Jeugdhulp", 2800000, 2920000),
    geld("geld", "geld", "Wmo en vervoer", 2600000, 2670000),
    geld("geld", "geld", "Inkomen", 2200000, 2175000),
    geld("geld", "geld", "Totaal", 7600000, 7765000, is_totaal=True),
]
CIJFERS = [
    feit("jeugd", "Kinderen met jeugdhulp", "2024-10", 218, hoofdstuk="jeugd"),
    feit("jeugd", "Kinderen met jeugdhulp", "2024-08", 226, hoofdstuk="jeugd"),
    feit("wmo", "Wmo-cliënten", "2024-10", 409, hoofdstuk="wmo"),
    feit("wmo", "Wmo-cliënten", "2024-08", 401, hoofdstuk="wmo"),
    feit("meldingen", "Meldingen Wmo", "2024-10", 61, hoofdstuk="wmo"),
    feit("meldingen", "Meldingen Wmo", "2024-09", 54, hoofdstuk="wmo"),
    feit("ritten", "Ritten belbus", "2024-10", 960, hoofdstuk="wmo"),
    feit("bijstand", "Huishoudens met bijstand", "2024-10", 77, hoofdstuk="inkomen"),
    feit("bijstand", "Huishoudens met bijstand", "2024-08", 77, hoofdstuk="inkomen"),
    feit("toeslag", "Minimatoeslag huishoudens", "2024-10", 143, hoofdstuk="inkomen"),
]
TABELLEN = [
    tabel("jeugd", "stand", "Kinderen met jeugdhulp", "2024-08", "2024-10"),
    tabel("geld", "geld", "Begroting en prognose", soort="financieel"),
]
maak = lopend("2024-09_2024-10", "2024-10-31", "2024-11-19", PAGINAS, CIJFERS, GELD, TABELLEN)
