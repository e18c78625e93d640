"""Waterrijk: an invented third-quarter report in the prose of a finance department."""

from tests.bevindingen.bouwen import Fout, feit, geld, lopend, tabel

PAGINAS = [
    ("samenvatting", "Samenvatting", [
        "Met deze derde bestuursrapportage informeert het college de raad over de voortgang in het sociaal domein "
        "tot en met 30 september 2024.",
        Fout("DATE", "De cijfers zijn op 4 oktober 2024 afgesloten.", "De cijfers zijn op 31 september 2024 afgesloten."),
        "Voor 2024 is € 103 miljoen begroot, wat bij 104.000 inwoners neerkomt op € 990 per inwoner.",
        Fout("PCT|SALDO", "Het college verwacht over heel 2024 een nadelig saldo van € 1,6 miljoen, ofwel 1,6% van de begroting.",
             "Het college verwacht over heel 2024 een nadelig saldo van € 1,6 miljoen, ofwel 2,6% van de begroting."),
        Fout("SUM|PCT|SALDO", "In de tweede bestuursrapportage was dat € 1,1 miljoen; de verslechtering bedraagt daarmee € 0,5 miljoen.",
             "In de tweede bestuursrapportage was dat € 1,1 miljoen; de verslechtering bedraagt daarmee € 0,7 miljoen."),
        "De Hervormingsagenda Jeugd 2023-2028 gaat uit van een besparing die landelijk oploopt tot € 1 miljard.",
        "Op grond van artikel 2.3.2 van de Wmo 2015 geldt voor het onderzoek een termijn van zes weken.",
        "Voor vragen over deze rapportage is de afdeling bereikbaar op 14 0512.",
    ]),
    ("jeugd", "Jeugdhulp", [
        "Ultimo het derde kwartaal maakten 2.214 jeugdigen gebruik van jeugdhulp.",
        Fout("PCT", "Ten opzichte van het tweede kwartaal (2.160) is dit een toename van 2,5%.",
             "Ten opzichte van het tweede kwartaal (2.160) is dit een toename van 5,2%."),
        "Een jaar eerder, in het derde kwartaal van 2023, waren het er 2.052; de toename op jaarbasis bedraagt 7,9%.",
        Fout("SUM", "Van de 2.214 jeugdigen zijn er 974 verwezen door de huisarts, 797 door de gemeentelijke toegang, 266 door een "
             "gecertificeerde instelling en 177 door overige verwijzers.",
             "Van de 2.214 jeugdigen zijn er 974 verwezen door de huisarts, 797 door de gemeentelijke toegang, 366 door een "
             "gecertificeerde instelling en 177 door overige verwijzers."),
        "Het aandeel van de huisarts komt daarmee uit op 44%, tegen 46% een jaar eerder: een daling van 2 procentpunt.",
        "Landelijk ontvangt volgens het CBS ongeveer één op de zeven jongeren tot 23 jaar jeugdhulp.",
        Fout("RICHTING", "De gemiddelde wachttijd bij de toegang is gedaald van 46 naar 38 dagen en voldoet nu aan de norm van 42 dagen.",
             "De gemiddelde wachttijd bij de toegang is gestegen van 46 naar 38 dagen en voldoet nu aan de norm van 42 dagen."),
        Fout("STALE", "Eind september stonden 63 jeugdigen langer dan dertien weken op een wachtlijst.",
             "Eind juni stonden nu 63 jeugdigen langer dan dertien weken op een wachtlijst."),
        "De verlengde jeugdhulp voor 18- tot 23-jarigen is hierin meegeteld.",
        "De verwijzers staan in tabel 1.",
    ]),
    ("wmo", "Wmo", [
        "Het aantal inwoners met een maatwerkvoorziening Wmo daalde licht, van 4.020 naar 3.980 (-1,0%).",
        Fout("AVG", "In het derde kwartaal kwamen 1.044 meldingen binnen, gemiddeld 348 per maand.",
             "In het derde kwartaal kwamen 1.044 meldingen binnen, gemiddeld 384 per maand."),
        "Hiervan is 87% binnen de wettelijke termijn afgehandeld; de streefwaarde voor 2024 is 90%.",
        Fout("PCT", "Ruim de helft van de 3.980 cliënten (2.150) ontvangt hulp bij het huishouden.",
             "Ruim twee derde van de 3.980 cliënten (2.150) ontvangt hulp bij het huishouden."),
        "De eigen bijdrage bedraagt in 2024 maximaal € 20,60 per maand.",
        "Het abonnementstarief is in 2019 ingevoerd; het kabinet wil dit per 1 januari 2027 vervangen.",
        "Het gemiddelde rapportcijfer in het cliëntervaringsonderzoek is een 7,9 (2022: 7,8).",
        Fout("XREF", "Een uitsplitsing naar wijk is opgenomen in tabel 2.", "Een uitsplitsing naar wijk is opgenomen in tabel 7."),
        "Van de 75-plussers in onze gemeente gebruikt naar schatting 30% een of meer voorzieningen.",
        Fout("SUM", "In totaal zijn 146 woningaanpassingen verstrekt: 101 in koopwoningen en 45 in huurwoningen.",
             "In totaal zijn 164 woningaanpassingen verstrekt: 101 in koopwoningen en 45 in huurwoningen."),
    ]),
    ("participatie", "Participatie", [
        "Aan het eind van het derde kwartaal telde de gemeente 2.745 bijstandsuitkeringen.",
        Fout("RICHTING", "Dat is een afname van 45 ten opzichte van het tweede kwartaal, toen het er 2.790 waren.",
             "Dat is een toename van 45 ten opzichte van het tweede kwartaal, toen het er 2.790 waren."),
        "De instroom bedroeg 198 en de uitstroom 243.",
        Fout("PCT", "Van de uitstroom ging 40% (97 personen) naar betaald werk.",
             "Van de uitstroom van 243 personen ging 50% (97 personen) naar betaald werk."),
        "De taakstelling voor de huisvesting van statushouders in de tweede helft van 2024 is 96; hiervan zijn er 72 gehuisvest (75%).",
        "Per 1 juli 2024 zijn de bijstandsnormen geïndexeerd met 1,2%.",
        "De energietoeslag van € 1.300 is in 2023 voor het laatst uitgekeerd.",
        Fout("AVG", "Aan bijzondere bijstand is in negen maanden € 1.350.000 uitgegeven, gemiddeld € 150.000 per maand.",
             "Aan bijzondere bijstand is in negen maanden € 1.350.000 uitgegeven, gemiddeld € 135.000 per maand."),
        "De doelgroep met een inkomen tot 120% van het sociaal minimum omvat circa 6.900 huishoudens.",
    ]),
    ("financien", "Financiën", [
        "De jeugdhulp laat een nadeel zien van € 1,4 miljoen (4,5% van het budget).",
        Fout("SALDO", "Bij de Wmo wordt een voordeel van € 450.000 verwacht.", "Bij de Wmo wordt een voordeel van € 540.000 verwacht."),
        Fout("SALDO|RICHTING", "Participatie sluit naar verwachting met een nadeel van € 650.000.",
             "Participatie sluit naar verwachting met een voordeel van € 650.000."),
        "De budgetten voor de sociale basis worden naar verwachting geheel besteed.",
        Fout("SUM|SALDO", "Per saldo resteert een nadeel van € 1,6 miljoen.", "Per saldo resteert een nadeel van € 1,9 miljoen."),
        "Tot en met september is € 78,2 miljoen uitgegeven, oftewel 76% van de jaarbegroting van € 103 miljoen.",
        Fout("DATE|STALE", "De gevolgen voor 2025 en verder zijn verwerkt in de begroting die de raad op 12 november 2024 behandelt.",
             "De gevolgen voor 2025 en verder zijn verwerkt in de begroting die de raad op 12 november 2025 heeft vastgesteld."),
        "Van de reserve sociaal domein (€ 4,8 mln) is € 1,2 mln geoormerkt voor de Hervormingsagenda.",
    ]),
]  # fmt: skip

GELD = [
    geld("financien", "geld", "Jeugdhulp", 31000000, 32400000),
    geld("financien", "geld", "Wmo", 27600000, 27150000),
    geld("financien", "geld", "Participatie", 38250000, 38900000),
    geld("financien", "geld", "Sociale basis", 6150000, 6150000),
    geld("financien", "geld", "Totaal sociaal domein", 103000000, 104600000, is_totaal=True),
]

VERWIJZER = {"dimensie": "verwijzer", "hoofdstuk": "jeugd", "is_optelbaar": True}
CIJFERS = [
    feit("jeugd", "Jeugdigen met jeugdhulp", "2024-K3", 2214, hoofdstuk="jeugd", is_optelbaar=True),
    feit("jeugd", "Jeugdigen met jeugdhulp", "2024-K2", 2160, hoofdstuk="jeugd"),
    feit("jeugd", "Jeugdigen met jeugdhulp", "2023-K3", 2052, hoofdstuk="jeugd"),
    feit("jeugd", "Jeugdigen met jeugdhulp", "2024-K3", 974, categorie="huisarts", **VERWIJZER),
    feit("jeugd", "Jeugdigen met jeugdhulp", "2024-K3", 797, categorie="gemeente", **VERWIJZER),
    feit("jeugd", "Jeugdigen met jeugdhulp", "2024-K3", 266, categorie="gi", **VERWIJZER),
    feit("jeugd", "Jeugdigen met jeugdhulp", "2024-K3", 177, categorie="overig", **VERWIJZER),
    feit("wachttijd", "Wachttijd toegang", "2024-K3", 38, eenheid="dagen", hoofdstuk="jeugd"),
    feit("wachttijd", "Wachttijd toegang", "2024-K2", 46, eenheid="dagen", hoofdstuk="jeugd"),
    feit("wachtlijst", "Jeugdigen op een wachtlijst", "2024-K3", 63, hoofdstuk="jeugd"),
    feit("wmo", "Cliënten Wmo", "2024-K3", 3980, hoofdstuk="wmo"),
    feit("wmo", "Cliënten Wmo", "2024-K2", 4020, hoofdstuk="wmo"),
    feit("meldingen", "Meldingen Wmo", "2024-K3", 1044, hoofdstuk="wmo"),
    feit("hh", "Hulp bij het huishouden", "2024-K3", 2150, hoofdstuk="wmo"),
    feit("termijn", "Binnen de termijn", "2024-K3", 87, eenheid="percentage", hoofdstuk="wmo"),
    feit("termijn", "Binnen de termijn", "2024", 90, eenheid="percentage", soort="streefwaarde", hoofdstuk="wmo"),
    feit("bijstand", "Bijstandsuitkeringen", "2024-K3", 2745, hoofdstuk="participatie"),
    feit("bijstand", "Bijstandsuitkeringen", "2024-K2", 2790, hoofdstuk="participatie"),
    feit("instroom", "Instroom bijstand", "2024-K3", 198, hoofdstuk="participatie"),
    feit("uitstroom", "Uitstroom bijstand", "2024-K3", 243, hoofdstuk="participatie"),
]  # fmt: skip

TABELLEN = [
    tabel("jeugd", "verwijzers", "Verwijzers", "2024-K2", "2024-K3"),
    tabel("wmo", "wijken", "Wmo per wijk", "2024-K3"),
    tabel("financien", "geld", "Begroting en prognose", soort="financieel"),
]

maak = lopend("2024-K3", "2024-09-30", "2024-11-04", PAGINAS, CIJFERS, GELD, TABELLEN)
