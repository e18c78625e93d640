"""Grensland: an invented quarter of three rural towns, the last to be written and only measured."""

from tests.bevindingen.bouwen import Fout, feit, geld, lopend, tabel

PAGINAS = [
    ("kort", "Kort en bondig", [
        "Kwartaalmonitor Grensland, vierde kwartaal 2025.",
        Fout("SALDO", "De prognose laat een tekort van € 450.000 zien.", "De prognose laat een tekort van € 540.000 zien."),
        "Drie ontwikkelingen springen in het oog.",
        Fout("PCT", "- Meer jeugdhulp: 702 jeugdigen, tegen 675 in het derde kwartaal (+4%).",
             "- Meer jeugdhulp: 702 jeugdigen, tegen 675 in het derde kwartaal (+7%)."),
        Fout("RICHTING", "- Minder Wmo: van 1.310 naar 1.297 cliënten.", "- Meer Wmo: van 1.310 naar 1.297 cliënten."),
        Fout("RICHTING|SUM", "- Bijstand stabiel: 388 uitkeringen, 2 meer dan vorig kwartaal (386).", "- Bijstand stabiel: 388 uitkeringen, 2 minder dan vorig kwartaal (386)."),
        Fout("DATE", "De raad bespreekt de monitor op 26 februari 2026.", "De raad bespreekt de monitor op 30 februari 2026."),
    ]),
    ("jeugd", "Jeugd", [
        "Aan 702 jeugdigen wordt jeugdhulp geboden.",
        Fout("SUM", "Zij wonen in Grensdorp (340), Veldhuizen (221) en Oosterwold (141).", "De 702 jeugdigen wonen in Grensdorp (340), Veldhuizen (221) en Oosterwold (151)."),
        Fout("PCT", "Bijna de helft van hen, 340 jeugdigen, komt dus uit Grensdorp.", "Ruim een derde van de 702 jeugdigen, 340, komt dus uit Grensdorp."),
        "Per 1.000 jeugdigen krijgen er 118 jeugdhulp; het landelijke cijfer is 112.",
        Fout("AVG", "De kosten in dit kwartaal waren € 2.106.000, per jeugdige € 3.000.", "De kosten voor 702 jeugdigen waren dit kwartaal € 2.106.000, gemiddeld € 3.600 per jeugdige."),
        Fout("STALE", "In oktober kwamen 31 aanmeldingen binnen, in november 28 en in december 22.", "In juni kwamen 31 aanmeldingen binnen, in juli 28 en in augustus 22."),
        Fout("SUM", "Opgeteld zijn dat 81 aanmeldingen.", "Opgeteld zijn dat 91 aanmeldingen."),
        "Van de 81 aanmeldingen leidden er 54 (67%) tot een indicatie.",
        "Het preventieakkoord 2024-2027 kent zes actielijnen.",
    ]),
    ("wmo", "Wmo", [
        Fout("PCT", "1.297 inwoners doen een beroep op de Wmo, 1,0% minder dan drie maanden geleden (1.310).",
             "1.297 inwoners doen een beroep op de Wmo, 3,0% minder dan drie maanden geleden (1.310)."),
        "Twee derde van hen is ouder dan 70 jaar.",
        Fout("SUM", "Van de 1.297 hebben er 703 hulp bij het huishouden; de overige 594 hebben begeleiding of een hulpmiddel.",
             "Van de 1.297 hebben er 703 hulp bij het huishouden; de overige 694 hebben begeleiding of een hulpmiddel."),
        Fout("RICHTING", "De wachttijd is met 24 dagen korter dan in het derde kwartaal (29 dagen).", "De wachttijd is met 24 dagen langer dan in het derde kwartaal (29 dagen)."),
        "De regiotaxi reed 5.240 ritten.",
        Fout("AVG", "Dat kostte € 94.320, dus € 18 per rit.", "De 5.240 ritten kostten € 94.320, dus € 21 per rit."),
        Fout("XREF", "Tabel 2 splitst de cliënten uit naar dorp.", "Tabel 9 splitst de cliënten uit naar dorp."),
        Fout("DATE", "De nieuwe dagbesteding in Veldhuizen start op 1 mei 2026.", "De nieuwe dagbesteding in Veldhuizen is sinds 1 mei 2026 open."),
    ]),
    ("inkomen", "Inkomen", [
        "Eind december waren er 388 bijstandsuitkeringen.",
        Fout("SUM", "Er begonnen 27 uitkeringen en er eindigden er 25; het verschil is 2.", "De instroom was 27, de uitstroom 25, per saldo 12 meer."),
        Fout("PCT", "Van de 25 mensen die uitstroomden gingen er 11 werken (44%).", "Van de 25 mensen die uitstroomden gingen er 11 werken (54%)."),
        "Het doel voor 2025 was een gemiddelde van 380 uitkeringen; het werd 391.",
        Fout("LOS|STALE", "De collectieve zorgverzekering telt 612 deelnemers.", "De collectieve zorgverzekering telt 621 deelnemers."),
        Fout("PCT|RICHTING", "De vraag naar budgetcoaching is anderhalf keer zo groot: 48 trajecten, waar dat er in 2024 nog 32 waren.",
             "De vraag naar budgetcoaching verdubbelde van 32 naar 48 trajecten."),
        "Volgens het Nibud houdt een gezin met twee kinderen € 180 per maand te weinig over.",
    ]),
    ("financien", "Financiën", [
        "Begroot is € 21,6 miljoen.",
        Fout("SALDO", "Jeugd valt € 520.000 duurder uit.", "Jeugd komt € 250.000 tekort."),
        Fout("SALDO|RICHTING", "Op de Wmo is sprake van een voordeel van € 110.000.", "Op de Wmo is sprake van een nadeel van € 110.000."),
        "Inkomen sluit met een nadeel van € 40.000.",
        Fout("SUM|SALDO", "Onder de streep staat een tekort van € 450.000.", "Onder de streep staat een tekort van € 650.000."),
        Fout("PCT", "Dat is 2,1% van de begroting.", "Het tekort van € 450.000 is 3,1% van de begroting."),
        "De meicirculaire van 2026 kan dit beeld nog veranderen.",
    ]),
]  # fmt: skip

GELD = [
    geld("financien", "geld", "Jeugd", 8900000, 9420000),
    geld("financien", "geld", "Wmo", 5800000, 5690000),
    geld("financien", "geld", "Inkomen", 6900000, 6940000),
    geld("financien", "geld", "Totaal", 21600000, 22050000, is_totaal=True),
]
CIJFERS = [
    feit("jeugd", "Jeugdigen met jeugdhulp", "2025-K4", 702, hoofdstuk="jeugd"),
    feit("jeugd", "Jeugdigen met jeugdhulp", "2025-K3", 675, hoofdstuk="jeugd"),
    feit("aanmeld", "Aanmeldingen", "2025-K4", 81, hoofdstuk="jeugd"),
    feit("wmo", "Wmo-cliënten", "2025-K4", 1297, hoofdstuk="wmo"),
    feit("wmo", "Wmo-cliënten", "2025-K3", 1310, hoofdstuk="wmo"),
    feit("wacht", "Wachttijd", "2025-K4", 24, eenheid="dagen", hoofdstuk="wmo"),
    feit("wacht", "Wachttijd", "2025-K3", 29, eenheid="dagen", hoofdstuk="wmo"),
    feit("ritten", "Ritten regiotaxi", "2025-K4", 5240, hoofdstuk="wmo"),
    feit("bijstand", "Bijstandsuitkeringen", "2025-K4", 388, hoofdstuk="inkomen"),
    feit("bijstand", "Bijstandsuitkeringen", "2025-K3", 386, hoofdstuk="inkomen"),
    feit("in", "Instroom", "2025-K4", 27, hoofdstuk="inkomen"),
    feit("uit", "Uitstroom", "2025-K4", 25, hoofdstuk="inkomen"),
    feit("czv", "Deelnemers collectieve zorgverzekering", "2025-K4", 612, hoofdstuk="inkomen"),
]
TABELLEN = [
    tabel("jeugd", "stand", "Jeugdigen", "2025-K3", "2025-K4"),
    tabel("wmo", "dorp", "Cliënten per dorp", "2025-K4"),
    tabel("financien", "geld", "Begroting en prognose", soort="financieel"),
]
maak = lopend("2025-K4", "2025-12-31", "2026-02-03", PAGINAS, CIJFERS, GELD, TABELLEN)
