"""Bergschoor: an invented half-year story, written after the rules were made and kept apart from them."""

from tests.bevindingen.bouwen import Fout, feit, geld, lopend, tabel

PAGINAS = [
    ("start", "Leeswijzer", [
        "Dit is de halfjaarmonitor van Bergschoor, over de tweede helft van 2023.",
        "Vijf hoofdstukken laten zien waar wij staan met het beleidskader ‘Samen verder 2022-2026’.",
        Fout("STALE|DATE", "Tenzij anders aangegeven is 31 december 2023 de peildatum.",
             "Tenzij anders aangegeven is 30 juni 2023 de peildatum."),
        "Een afwijking van meer dan 5% lichten wij toe.",
        Fout("XREF", "In hoofdstuk 5 vindt u de financiën.", "In hoofdstuk 6 vindt u de financiën."),
        Fout("DATE", "De monitor is besproken met de adviesraad op 22 februari 2024.", "De monitor is besproken met de adviesraad op 30 februari 2024."),
    ]),
    ("jong", "Jong in Bergschoor", [
        "Op de peildatum kregen 934 jeugdigen een vorm van jeugdhulp.",
        Fout("PCT", "Een half jaar daarvoor ging het om 905 jeugdigen; de groei is dus 3,2%.",
             "Een half jaar daarvoor ging het om 905 jeugdigen; de groei is dus 5,2%."),
        "Omdat er in Bergschoor 9.100 jeugdigen wonen, krijgt ruim een op de tien van hen hulp.",
        Fout("SUM", "Ambulante hulp gaat naar 811 jeugdigen, 74 wonen in een pleeggezin en 49 in een instelling; dat zijn er bij elkaar 934.",
             "Ambulante hulp gaat naar 811 jeugdigen, 84 wonen in een pleeggezin en 49 in een instelling; dat zijn er bij elkaar 934."),
        Fout("RICHTING", "De wachtlijst is kleiner geworden: van 71 naar 55 jeugdigen.", "De wachtlijst is groter geworden: van 71 naar 55 jeugdigen."),
        Fout("AVG", "In zes maanden meldden zich 372 gezinnen bij het jeugdteam, wat neerkomt op 62 per maand.",
             "In zes maanden meldden zich 372 gezinnen bij het jeugdteam, wat neerkomt op 72 per maand."),
        "Van die gezinnen kon 58% zonder verwijzing verder.",
        Fout("PCT", "De huisarts verwees 402 van de 934 jeugdigen (43%).", "De huisarts verwees 402 van de 934 jeugdigen (34%)."),
        "De POH's jeugd werken samen 64 uur per week.",
    ]),
    ("zorg", "Zorg en ondersteuning", [
        Fout("RICHTING|SUM", "Met 1.702 Wmo-cliënten zitten we 38 hoger dan halverwege 2023 (1.664).", "Met 1.702 Wmo-cliënten zitten we 38 lager dan halverwege 2023 (1.664)."),
        Fout("PCT", "Die toename, 2,3%, is kleiner dan we hadden voorspeld (4%).", "De toename van 1.664 naar 1.702 cliënten, 3,2%, is kleiner dan we hadden voorspeld (4%)."),
        "Cliënten waarderen de ondersteuning met een 8,0; bij de vorige meting in 2021 was dat een 7,8.",
        Fout("SUM", "De 512 aanvragen zijn als volgt afgehandeld: 401 toegewezen, 63 afgewezen, 48 ingetrokken.",
             "De 512 aanvragen zijn als volgt afgehandeld: 401 toegewezen, 73 afgewezen, 48 ingetrokken."),
        Fout("STALE", "In november deden we een steekproef onder 120 cliënten.", "In mei ontvingen 120 cliënten een vragenlijst, in april 95."),
        "Mantelzorgers konden tot 1 december 2023 het mantelzorgcompliment van € 100 aanvragen; 740 mensen deden dat.",
        Fout("PCT", "Driekwart van de 740 aanvragers (555) vroeg dit eerder aan.", "Driekwart van de 740 aanvragers (455) vroeg dit eerder aan."),
        Fout("AVG", "Het vervoer kostte € 288.000 voor 24.000 ritten, dus gemiddeld € 12 per rit.", "Het vervoer kostte € 288.000 voor 24.000 ritten, dus gemiddeld € 14 per rit."),
    ]),
    ("werk", "Werk en rondkomen", [
        "Wij verstrekken 640 bijstandsuitkeringen.",
        Fout("RICHTING|SUM", "Dat zijn er 22 minder dan op 30 juni 2023 (662).", "Dat zijn er 22 meer dan op 30 juni 2023 (662)."),
        Fout("SUM", "Er stroomden 84 huishoudens in en 106 uit, een afname van per saldo 22.", "Er stroomden 84 huishoudens in en 106 uit, een afname van per saldo 32."),
        "Het kabinet verhoogde de bijstand per 1 januari 2024 met 3,4%.",
        Fout("PCT", "Bijna twee derde van de 640 huishoudens (415) heeft geen betaald werk gehad in de afgelopen vijf jaar.",
             "Bijna een derde van de 640 huishoudens (415) heeft geen betaald werk gehad in de afgelopen vijf jaar."),
        Fout("LOS", "Het aantal bijstandsuitkeringen is met 640 historisch laag.", "Het aantal bijstandsuitkeringen is met 604 historisch laag."),
        Fout("DATE", "Het werkcafé opent op 1 april 2024.", "Het werkcafé opende op 1 april 2024."),
        "Het Jeugdfonds hielp 310 kinderen aan een sport- of muziekles, vorig jaar 285.",
    ]),
    ("euro", "De portemonnee", [
        "Voor heel 2023 was € 40,2 miljoen begroot.",
        Fout("SALDO", "Op Jong in Bergschoor resteert een tekort van € 620.000.", "Op Jong in Bergschoor resteert een tekort van € 820.000."),
        Fout("RICHTING|SALDO", "Zorg en ondersteuning sluit met een plus van € 140.000.", "Zorg en ondersteuning sluit met een min van € 140.000."),
        "Werk en rondkomen levert een meevaller op van € 90.000.",
        Fout("SUM|SALDO", "Het totale tekort is daarmee € 390.000.", "Het totale tekort is daarmee € 490.000."),
        Fout("PCT|SALDO", "Uitgedrukt in een percentage van de begroting is het tekort 1,0%.", "Uitgedrukt in een percentage van de begroting is het tekort van € 390.000 2,0%."),
        "Het tekort komt ten laste van de reserve, die daalt van € 3,1 miljoen naar € 2,7 miljoen.",
    ]),
]  # fmt: skip

GELD = [
    geld("euro", "geld", "Jong in Bergschoor", 14300000, 14920000),
    geld("euro", "geld", "Zorg en ondersteuning", 12600000, 12460000),
    geld("euro", "geld", "Werk en rondkomen", 13300000, 13210000),
    geld("euro", "geld", "Totaal", 40200000, 40590000, is_totaal=True),
]
CIJFERS = [
    feit("jeugd", "Jeugdigen met jeugdhulp", "2023-H2", 934, hoofdstuk="jong"),
    feit("jeugd", "Jeugdigen met jeugdhulp", "2023-H1", 905, hoofdstuk="jong"),
    feit("wachtlijst", "Wachtlijst jeugdhulp", "2023-H2", 55, hoofdstuk="jong"),
    feit("wachtlijst", "Wachtlijst jeugdhulp", "2023-H1", 71, hoofdstuk="jong"),
    feit("gezinnen", "Meldingen jeugdteam", "2023-H2", 372, hoofdstuk="jong"),
    feit("wmo", "Wmo-cliënten", "2023-H2", 1702, hoofdstuk="zorg"),
    feit("wmo", "Wmo-cliënten", "2023-H1", 1664, hoofdstuk="zorg"),
    feit("aanvragen", "Aanvragen Wmo", "2023-H2", 512, hoofdstuk="zorg"),
    feit("compliment", "Mantelzorgcompliment", "2023-H2", 740, hoofdstuk="zorg"),
    feit("bijstand", "Bijstandsuitkeringen", "2023-H2", 640, hoofdstuk="werk"),
    feit("bijstand", "Bijstandsuitkeringen", "2023-H1", 662, hoofdstuk="werk"),
    feit("instroom", "Instroom", "2023-H2", 84, hoofdstuk="werk"),
    feit("uitstroom", "Uitstroom", "2023-H2", 106, hoofdstuk="werk"),
]
TABELLEN = [
    tabel("jong", "stand", "Jeugdigen met jeugdhulp", "2023-H1", "2023-H2"),
    tabel("werk", "stand", "Bijstandsuitkeringen", "2023-H1", "2023-H2", soort="grafiek"),
    tabel("euro", "geld", "Begroting en rekening", soort="financieel"),
]
maak = lopend("2023-H2", "2023-12-31", "2024-03-05", PAGINAS, CIJFERS, GELD, TABELLEN)
