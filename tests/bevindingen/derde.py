"""Waterrijk: an invented half-year monitor, written before anyone looked at what the checks can read.

`FOUTEN`: name → (chapter, sentence); the first word of the name says which kinds may report it.
"""

from tests.bevindingen.bouwen import feit, geld, stuk, tabel

HOOFDSTUKKEN = [
    ("kern", "In één oogopslag"), ("fin", "Financiën"), ("jeugd", "Jeugd"),
    ("wmo", "Wmo en ondersteuning"), ("werk", "Werk en inkomen"), ("proj", "Projecten"),
]  # fmt: skip

GOED = {
    "kern": [
        "Eind juni 2024 maakten 862 kinderen en jongeren gebruik van een jeugdhulpvoorziening; een half jaar "
        "eerder waren dat er 845.",
        "Daarmee nam het aantal jeugdcliënten toe met 17 (2%).",
        "Het aantal Wmo-cliënten is juist gezakt, van 2.198 naar 2.146.",
        "Per saldo koerst Waterrijk in 2024 af op een tekort van ruim vier ton.",
        "Dat is 1,2% van wat er begroot was.",
    ],
    "fin": [
        "Onderstaande bedragen zijn × € 1.000.",
        "Jeugdhulp komt naar verwachting € 780 (× € 1.000) duurder uit dan begroot.",
        "De belangrijkste oorzaak is de stijging van de tarieven met 5,4% per 1 januari 2024.",
        "Voor de Wmo rekenen we op een voordeel van € 245.000, bijna een kwart miljoen.",
        "Werk en inkomen sluit met een plus van € 0,12 miljoen.",
        "Samen geeft dat een nadelig saldo van € 415.000 (780 - 245 - 120).",
        "Er is dus geen sprake van een overschot.",
        "Het tekort komt ten laste van de reserve sociaal domein, die daarmee daalt van € 3.200.000 naar "
        "€ 2.785.000.",
    ],
    "jeugd": [
        "Van de 862 cliënten kwam 48% binnen via het lokale team, 39% via de huisarts en 13% via een "
        "gecertificeerde instelling.",
        "Ten opzichte van een jaar geleden, toen het er 810 waren, is sprake van een groei van ruim 6 procent.",
        "De gemiddelde wachttijd bleef met zes weken gelijk.",
        "In 2 op de 5 trajecten is ook een ouder in begeleiding.",
        "Het aandeel trajecten dat in overleg is afgesloten, liep op van 71% naar 76%, een toename van 5 "
        "procentpunt.",
        "De kosten per cliënt bedragen gemiddeld € 6.400 per halfjaar, oftewel € 5.516.800 voor 862 cliënten.",
    ],
    "wmo": [
        "In het eerste halfjaar kwamen 744 meldingen binnen, gemiddeld 124 per maand.",
        "Ruim een derde daarvan, 264 meldingen, ging over hulp bij het huishouden.",
        "De doorlooptijd is niet gedaald: die bleef 44 dagen.",
        "Vergeleken met juni 2023 zijn er 59 cliënten minder (2.205 toen, 2.146 nu).",
        "Twaalf inwoners wachten langer dan drie maanden op een woningaanpassing.",
        "De regeling voor vervoer verandert op 1 juli 2025.",
    ],
    "werk": [
        "Op 30 juni 2024 ontvingen 618 huishoudens een bijstandsuitkering, twaalf minder dan bij de "
        "jaarwisseling.",
        "In zes maanden stroomden 74 huishoudens in en 86 uit.",
        "Van de uitstromers vond de helft (43) werk.",
        "De helft van de statushouders is binnen een half jaar gestart met de inburgering.",
        "Het doel was 600 uitkeringen; dat is niet gehaald.",
    ],
    "proj": [
        "De proef met de welzijnscoach is op 1 maart 2024 begonnen en loopt tot en met 28 februari 2026.",
        "De uitkomsten worden in het najaar van 2025 met de raad besproken.",
        "In 2019 is de visie vastgesteld.",
    ],
}  # fmt: skip

FOUTEN = {
    "PCT groei": ("jeugd", "Daarmee nam het aantal jeugdcliënten in een jaar toe van 810 naar 862, een groei van 9 "
                  "procent."),
    "PCT op-de": ("werk", "Van de 618 huishoudens heeft 1 op de 3 (124) een ontheffing."),
    "PCT begroting": ("fin", "Het tekort van € 780.000 op de jeugdhulp is 9,6% van de begroting van € 11.250.000."),
    "PCT|RICHTING verdubbeld": ("werk", "De uitstroom naar werk verdubbelde van 43 naar 61."),
    "AVG telefoon": ("kern", "Het callcenter nam in zes maanden 4.320 telefoontjes aan, gemiddeld 820 per maand."),
    "AVG maand": ("wmo", "Over het hele halfjaar zijn 744 meldingen gedaan; dat zijn er 142 per maand."),
    "SUM verdeeld": ("wmo", "De 2.146 Wmo-cliënten zijn te verdelen in 1.310 met huishoudelijke hulp, 540 met "
                     "begeleiding en 346 met vervoer."),
    "SUM bestaat": ("fin", "Het tekort bestaat uit € 500.000 door tarieven, € 210.000 door verblijf en € 90.000 door "
                    "vervoer, samen € 780.000."),
    "SALDO|RICHTING teken": ("fin", "Werk en inkomen sluit met een tekort van € 120.000."),
    "SALDO ton": ("fin", "Voor de Wmo houden we naar verwachting ruim drie ton over."),
    "STALE november": ("wmo", "In november wachten 31 inwoners op een indicatie."),
    "STALE kwartaal": ("jeugd", "In het eerste kwartaal van 2023 wachten nog 17 kinderen op specialistische hulp."),
    "DATE juni": ("proj", "De tussenrapportage is op 31 juni 2024 aan de raad gestuurd."),
    "DATE|STALE later": ("proj", "De nieuwe aanbieder is sinds 1 november 2024 actief."),
    "RICHTING opgelopen": ("werk", "Het aantal bijstandsuitkeringen is opgelopen van 630 naar 618."),
}  # fmt: skip

GELD = [
    geld("fin", "geld", "Jeugdhulp", 11250000, 12030000),
    geld("fin", "geld", "Wmo", 9400000, 9155000),
    geld("fin", "geld", "Werk en inkomen", 14600000, 14480000),
    geld("fin", "geld", "Totaal sociaal domein", 35250000, 35665000, is_totaal=True),
]

VERWIJZER = {
    "dimensie": "verwijzer",
    "hoofdstuk": "jeugd",
    "blok": "verwijzers",
    "is_optelbaar": True,
}

CIJFERS = [
    feit("jeugd-clienten", "Jeugdcliënten", "2024-H1", 862, hoofdstuk="jeugd", blok="verwijzers"),
    feit("jeugd-clienten", "Jeugdcliënten", "2023-H2", 845, hoofdstuk="jeugd"),
    feit("jeugd-clienten", "Jeugdcliënten", "2023-H1", 810, hoofdstuk="jeugd"),
    feit("jeugd-clienten", "Jeugdcliënten", "2024-H1", 340, categorie="huisarts", **VERWIJZER),
    feit("jeugd-clienten", "Jeugdcliënten", "2024-H1", 412, categorie="lokaal team", **VERWIJZER),
    feit("jeugd-clienten", "Jeugdcliënten", "2024-H1", 110, categorie="GI", **VERWIJZER),
    feit("wmo-clienten", "Wmo-cliënten", "2024-H1", 2146, hoofdstuk="wmo"),
    feit("wmo-clienten", "Wmo-cliënten", "2023-H2", 2198, hoofdstuk="wmo"),
    feit("wmo-clienten", "Wmo-cliënten", "2023-H1", 2205, hoofdstuk="wmo"),
    feit("wmo-meldingen", "Wmo-meldingen", "2024-H1", 744, hoofdstuk="wmo"),
    feit("bijstand", "Bijstandsuitkeringen", "2024-H1", 618, hoofdstuk="werk"),
    feit("bijstand", "Bijstandsuitkeringen", "2023-H2", 630, hoofdstuk="werk"),
    feit("instroom", "Instroom bijstand", "2024-H1", 74, hoofdstuk="werk"),
    feit("uitstroom", "Uitstroom bijstand", "2024-H1", 86, hoofdstuk="werk"),
]  # fmt: skip

TABELLEN = [
    tabel("jeugd", "verwijzers", "Wie verwees", "2024-H1"),
    tabel("fin", "geld", "Begroting en verwachting", soort="financieel"),
]

maak = stuk(
    "2024-H1", "2024-06-30", "2024-08-20", HOOFDSTUKKEN, GOED, FOUTEN, CIJFERS, GELD, TABELLEN
)
