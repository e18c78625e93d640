"""Heidestein: an invented quarterly report with words for numbers. See `derde` for how it was made."""

from tests.bevindingen.bouwen import feit, geld, stuk, tabel

HOOFDSTUKKEN = [
    ("samen", "Samenvatting"), ("jeugd", "Jeugd"), ("wmo", "Maatschappelijke ondersteuning"),
    ("inkomen", "Inkomen en schulden"), ("geld", "Geld"),
]  # fmt: skip

GOED = {
    "samen": [
        "Dit is de derde kwartaalrapportage van 2023.",
        "Eind september ontvingen 512 jeugdigen hulp, dertig minder dan eind juni (542).",
        "Dat is een afname van vijf à zes procent.",
        "In de Wmo gaat het de andere kant op: daar groeide het aantal cliënten van 1.340 naar 1.389.",
        "Financieel ligt de gemeente zo goed als op koers: we verwachten een klein nadeel van dertigduizend "
        "euro.",
    ],
    "jeugd": [
        "Het aantal jeugdigen met hulp bedroeg achtereenvolgens 560 (maart), 542 (juni) en 512 (september).",
        "Een derde van hen heeft een pgb, tweederde krijgt zorg in natura.",
        "Van de 96 nieuwe aanvragen zijn er 72 toegewezen: drie op de vier.",
        "Gemiddeld kwamen er dus 32 aanvragen per maand binnen.",
        "Het aantal crisisplaatsingen is gehalveerd, van 14 naar 7.",
        "Het ziekteverzuim in het team steeg met 2 procentpunt, van 5% naar 7%.",
        "De wachtlijst telt 15 tot 20 kinderen.",
    ],
    "wmo": [
        "Er zijn 1.389 mensen met een maatwerkvoorziening. Dat zijn er 49 meer dan in het tweede kwartaal.",
        "De stijging (3,7%) komt vrijwel geheel door huishoudelijke hulp.",
        "Van deze groep is ongeveer 60% vrouw en 40% man.",
        "Van juli tot en met september zijn 261 meldingen gedaan, 87 per maand.",
        "Zij ontvangen gemiddeld 2,3 uur huishoudelijke hulp per week.",
        "De klanttevredenheid daalde licht: van een 7,9 naar een 7,7.",
    ],
    "inkomen": [
        "Het aantal uitkeringen bleef stabiel: 401 in juni, 399 in september.",
        "Er zijn in het derde kwartaal 28 uitkeringen toegekend en 30 beëindigd.",
        "Van de 30 beëindigde uitkeringen was in 18 gevallen werk de reden (60 procent).",
        "Bij schuldhulpverlening meldden zich 45 huishoudens, anderhalf keer zoveel als de 30 in het tweede "
        "kwartaal.",
        "Het aantal aanvragen voor de energietoeslag nam met een kwart af, van 200 naar 150.",
    ],
    "geld": [
        "De begroting voor Jeugd, Wmo en minima bedraagt samen € 13,89 miljoen.",
        "Op Jeugd houden we € 275.000 over (4,0%).",
        "De Wmo laat een tekort zien van € 260.000, dat is 5,1% van het budget.",
        "Het minimabeleid kost ca. € 45.000 meer dan geraamd.",
        "Het voordeel bij Jeugd is niet voldoende om beide nadelen op te vangen.",
        "Tot en met september is € 10,4 miljoen uitgegeven; dat is 75% van de begroting.",
        "In de tweede Berap hielden we nog rekening met een overschot van € 100.000.",
    ],
}  # fmt: skip

FOUTEN = {
    "PCT daling": ("jeugd", "Ten opzichte van maart is het aantal jeugdigen met 12% gedaald, van 560 naar 512."),
    "PCT op-de": ("inkomen", "Twee op de vijf van de 45 aanmeldingen (27) kwamen via de bank."),
    "PCT driekwart": ("wmo", "Driekwart van de 1.389 cliënten, ruim 700 mensen, is ouder dan 75."),
    "PCT punt": ("jeugd", "Het aandeel pgb daalde met 8 procentpunt, van 33% naar 28%."),
    "PCT|RICHTING verdubbeld": ("wmo", "Het aantal meldingen over eenzaamheid is bijna verdubbeld, van 24 naar 31."),
    "AVG maand": ("jeugd", "In het derde kwartaal waren er 96 aanvragen, ofwel gemiddeld 48 per maand."),
    "AVG gezin": ("jeugd", "Voor € 360.000 kregen 90 gezinnen ondersteuning, gemiddeld € 3.600 per gezin."),
    "SUM dubbelepunt": ("inkomen", "Er zijn 399 uitkeringen: 210 aan alleenstaanden, 130 aan alleenstaande ouders en "
                        "69 aan paren."),
    "SALDO|RICHTING teken": ("geld", "Jeugd komt dit jaar € 275.000 tekort."),
    "SALDO overschrijding": ("geld", "De overschrijding op de Wmo is € 290.000."),
    "STALE april": ("jeugd", "In april staan er 38 kinderen op de wachtlijst."),
    "STALE rapportage": ("samen", "Deze rapportage gaat over het tweede kwartaal van 2023."),
    "DATE februari": ("geld", "Op 30 februari 2023 is het contract verlengd."),
    "DATE omgekeerd": ("inkomen", "Vanaf 1 januari 2022 tot 1 juli 2021 gold een overgangsregeling."),
    "RICHTING omhoog": ("wmo", "De tevredenheid ging omhoog, van 7,9 naar 7,7."),
    "RICHTING niet": ("wmo", "Het aantal cliënten in de Wmo is niet gestegen: het ging van 1.340 naar 1.389."),
}  # fmt: skip

GELD = [
    geld("geld", "geld", "Jeugd", 6820000, 6545000),
    geld("geld", "geld", "Wmo", 5130000, 5390000),
    geld("geld", "geld", "Minimabeleid", 1940000, 1985000),
    geld("geld", "geld", "Totaal", 13890000, 13920000, is_totaal=True),
]

CIJFERS = [
    feit("jeugd", "Jeugdigen met hulp", "2023-09-30", 512, hoofdstuk="jeugd"),
    feit("jeugd", "Jeugdigen met hulp", "2023-06-30", 542, hoofdstuk="jeugd"),
    feit("jeugd", "Jeugdigen met hulp", "2023-03-31", 560, hoofdstuk="jeugd"),
    feit("aanvragen", "Nieuwe aanvragen jeugdhulp", "2023-K3", 96, hoofdstuk="jeugd"),
    feit("wmo", "Wmo-cliënten", "2023-K3", 1389, hoofdstuk="wmo"),
    feit("wmo", "Wmo-cliënten", "2023-K2", 1340, hoofdstuk="wmo"),
    feit("meldingen-wmo", "Meldingen Wmo", "2023-K3", 261, hoofdstuk="wmo"),
    feit("uitkeringen", "Bijstandsuitkeringen", "2023-K3", 399, hoofdstuk="inkomen"),
    feit("uitkeringen", "Bijstandsuitkeringen", "2023-K2", 401, hoofdstuk="inkomen"),
    feit("schuld", "Aanmeldingen schuldhulp", "2023-K3", 45, hoofdstuk="inkomen"),
    feit("schuld", "Aanmeldingen schuldhulp", "2023-K2", 30, hoofdstuk="inkomen"),
]

WIJK = {"dimensie": "wijk", "hoofdstuk": "wmo", "blok": "wijken", "is_optelbaar": True}
FOUTE_CIJFERS = [
    feit(
        "vragen",
        "Vragen aan het wijkteam",
        "2023-K3",
        412,
        hoofdstuk="wmo",
        blok="wijken",
        is_optelbaar=True,
    ),
    feit("vragen", "Vragen aan het wijkteam", "2023-K3", 150, categorie="noord", **WIJK),
    feit("vragen", "Vragen aan het wijkteam", "2023-K3", 120, categorie="zuid", **WIJK),
    feit("vragen", "Vragen aan het wijkteam", "2023-K3", 132, categorie="oost", **WIJK),
]
IN_TABEL = {"SUM wijken": ("SUM", "Vragen aan het wijkteam")}

TABELLEN = [
    tabel("wmo", "wijken", "Vragen per wijk", "2023-K3"),
    tabel("geld", "geld", "Begroting en prognose", soort="financieel"),
]

maak = stuk(
    "2023-K3", "2023-09-30", "2023-11-06", HOOFDSTUKKEN, GOED, FOUTEN, CIJFERS, GELD, TABELLEN,
    foute_cijfers=FOUTE_CIJFERS,
)  # fmt: skip
