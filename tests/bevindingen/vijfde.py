"""Oeverland: an invented monitor of eight months. See `derde` for how it was made."""

from tests.bevindingen.bouwen import feit, geld, stuk, tabel

HOOFDSTUKKEN = [
    ("voor", "Vooraf"), ("jeugd", "Jeugdhulp"), ("wmo", "Wmo"), ("part", "Participatie"),
    ("fin", "Geldzaken"),
]  # fmt: skip

GOED = {
    "voor": [
        "Deze monitor bestrijkt de periode januari tot en met augustus 2022 (acht maanden).",
        "Waar mogelijk vergelijken we met dezelfde periode in 2021.",
        "De cijfers over september verschijnen in de volgende monitor.",
        "Het college behandelt dit stuk op 18 oktober 2022.",
    ],
    "jeugd": [
        "Tot en met augustus waren 1.024 jeugdigen in zorg, tegenover 988 in dezelfde periode vorig jaar "
        "(+36).",
        "Dit betekent een plus van 3,6 procent.",
        "Er kwamen 296 verwijzingen binnen: 37 per maand.",
        "De huisarts verwees 148 keer, dus in de helft van de gevallen.",
        "Het percentage uitval daalde van 12,5 naar 11 procent, een daling van 1,5 procentpunt (12% minder).",
        "De gemiddelde kosten zijn € 5.900 per jeugdige.",
        "Bijna 7 op de 10 ouders is tevreden over de hulp (68%).",
    ],
    "wmo": [
        "In augustus 2022 hadden 1.655 inwoners een voorziening; in januari waren dat er nog 1.702.",
        "Het aantal is in acht maanden dus met 47 afgenomen (-2,8%).",
        "Van de 1.655 inwoners krijgt 71% hulp in het huishouden; dat zijn 1.175 mensen.",
        "Met 240 toekenningen per kwartaal ligt het tempo iets hoger dan de begrote 225.",
        "De uitgaven liggen precies op begroting.",
        "Sinds 2020 geldt het abonnementstarief van € 19 per maand.",
    ],
    "part": [
        "Het bestand telde op 1 januari 742 uitkeringen. Er stroomden 118 mensen in en 151 mensen uit, "
        "waardoor het bestand op 31 augustus 709 telt.",
        "Dat is een daling met 33 uitkeringen, ofwel 4,4%.",
        "Van de 151 uitstromers gingen er 83 aan het werk, 21 naar school en verlieten 47 mensen de gemeente.",
        "Er zijn 9 klachten ontvangen, 3 minder dan de 12 van vorig jaar.",
        "Het aantal leerwerkplekken ging van tien naar vijftien en is daarmee anderhalf keer zo groot.",
    ],
    "fin": [
        "Bedragen in de tabel zijn in duizenden euro's.",
        "We ramen een nadeel van € 70.000 op een begroting van € 28,75 miljoen, circa 0,2%.",
        "Jeugdhulp: -/- € 540.000 (nadeel).",
        "Participatie: € 470.000 voordeel, vooral door minder uitkeringen.",
        "Het nadeel op de jeugdhulp wordt voor 87% gedekt door het voordeel op Participatie.",
        "Van het jeugdbudget van € 9,1 miljoen was eind augustus tweederde besteed: € 6,07 miljoen.",
        "In de jaarrekening 2021 was het resultaat € 310.000 positief.",
    ],
}  # fmt: skip

FOUTEN = {
    "PCT hoger": ("part", "De instroom lag met 118 mensen 20% hoger dan de 107 van vorig jaar."),
    "PCT haakje": ("jeugd", "Van de 296 verwijzingen is 31% (74) afkomstig van scholen."),
    "PCT punt": ("jeugd", "Het aandeel tevreden ouders steeg van 64% naar 68%, dat is een stijging van 4%."),
    "PCT miljoen": ("fin", "Op een budget van € 12,4 miljoen is een voordeel van € 470.000 ruim 5 procent."),
    "AVG gesprekken": ("wmo", "Tot en met augustus zijn 520 keukentafelgesprekken gevoerd, gemiddeld 55 per maand."),
    "AVG traject": ("part", "De 60 trajecten kostten samen € 420.000; per traject is dat € 6.000."),
    "SUM uitstroom": ("part", "Er stroomden 151 mensen uit: 83 naar werk, 31 naar school en 47 door verhuizing."),
    "SUM stand": ("part", "Van 742 uitkeringen op 1 januari kwamen we, na een instroom van 118 en een uitstroom van "
                  "151, uit op 719."),
    "SALDO resteert": ("fin", "Op Participatie resteert naar verwachting € 540.000."),
    "SALDO|RICHTING nul": ("fin", "De Wmo sluit met een voordeel van € 90.000."),
    "STALE juni": ("part", "Tot en met juni stroomden 101 mensen uit."),
    "STALE|DATE oktober": ("part", "In oktober zitten 720 mensen in de bijstand."),
    "DATE schrikkel": ("voor", "Het besluit viel op 29 februari 2022."),
    "DATE|STALE verhuisd": ("voor", "Het wijkteam verhuisde op 15 december 2022 naar het gemeentehuis."),
    "RICHTING korter": ("jeugd", "De wachttijd werd korter: van 31 naar 38 dagen."),
    "RICHTING meer": ("wmo", "In augustus waren er met 1.655 cliënten meer dan in januari (1.702)."),
}  # fmt: skip

GELD = [
    geld("fin", "geld", "Jeugdhulp", 9100000, 9640000),
    geld("fin", "geld", "Wmo", 7250000, 7250000),
    geld("fin", "geld", "Participatie", 12400000, 11930000),
    geld("fin", "geld", "Totaal sociaal domein", 28750000, 28820000, is_totaal=True),
]
FOUT_GELD = [
    geld("wmo", "soorten", "Vervoer", 1250000, 1300000),
    geld("wmo", "soorten", "Huishouden", 3400000, 3350000),
    geld("wmo", "soorten", "Begeleiding", 2600000, 2600000),
    geld("wmo", "soorten", "Wmo samen", 7150000, 7250000, is_totaal=True),
]
IN_TABEL = {"SUM wmo": ("SUM", "Wmo samen")}

CIJFERS = [
    feit("jeugd", "Jeugdigen in zorg", "2022-01_2022-08", 1024, hoofdstuk="jeugd"),
    feit("jeugd", "Jeugdigen in zorg", "2021-01_2021-08", 988, hoofdstuk="jeugd"),
    feit("verwijzingen", "Verwijzingen", "2022-01_2022-08", 296, hoofdstuk="jeugd"),
    feit("verwijzingen", "Verwijzingen", "2022-01_2022-08", 148, hoofdstuk="jeugd",
         dimensie="verwijzer", categorie="huisarts"),
    feit("kosten", "Kosten per jeugdige", "2022-01_2022-08", 5900, "euro", hoofdstuk="jeugd"),
    feit("wmo", "Inwoners met een voorziening", "2022-08", 1655, hoofdstuk="wmo"),
    feit("wmo", "Inwoners met een voorziening", "2022-01", 1702, hoofdstuk="wmo"),
    feit("bijstand", "Uitkeringen", "2022-08-31", 709, hoofdstuk="part"),
    feit("bijstand", "Uitkeringen", "2022-01-01", 742, hoofdstuk="part"),
    feit("instroom", "Instroom", "2022-01_2022-08", 118, hoofdstuk="part"),
    feit("uitstroom", "Uitstroom", "2022-01_2022-08", 151, hoofdstuk="part"),
    feit("klachten", "Klachten", "2022-01_2022-08", 9, hoofdstuk="part"),
    feit("klachten", "Klachten", "2021-01_2021-08", 12, hoofdstuk="part"),
]  # fmt: skip

TABELLEN = [
    tabel("part", "stand", "In- en uitstroom", "2022-08"),
    tabel("fin", "geld", "Begroting en prognose", soort="financieel"),
    tabel("wmo", "soorten", "Wmo naar soort", soort="financieel"),
]

maak = stuk(
    "2022-01_2022-08", "2022-08-31", "2022-10-03", HOOFDSTUKKEN, GOED, FOUTEN, CIJFERS, GELD, TABELLEN,
    fout_geld=FOUT_GELD,
)  # fmt: skip
