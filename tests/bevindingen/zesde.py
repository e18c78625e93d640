"""Kloosterveen: an invented first quarter. Kept apart until the checks had been mended on the others."""

from tests.bevindingen.bouwen import feit, geld, stuk, tabel

HOOFDSTUKKEN = [
    ("intro", "Inleiding"), ("zorg", "Zorg voor jeugd"), ("thuis", "Langer thuis"),
    ("best", "Bestaanszekerheid"), ("eur", "Euro's"),
]  # fmt: skip

GOED = {
    "intro": [
        "U leest hier hoe het sociaal domein er na drie maanden in 2025 voor staat.",
        "Het eerste kwartaal is doorgaans weinig voorspellend voor het hele jaar.",
        "Drie dingen vallen op: meer jongeren in zorg (1.310 tegen 1.262 in het vierde kwartaal van 2024), "
        "minder Wmo-meldingen en een tegenvaller van € 330.000.",
        "Bijna 4% meer jongeren dus.",
    ],
    "zorg": [
        "Het aantal jongeren in zorg klom van 1.262 naar 1.310.",
        "Dat er 48 jongeren bij kwamen, heeft alles te maken met de instroom in januari.",
        "De instroom was 171, de uitstroom 123; per saldo kwamen er 48 jongeren bij.",
        "Per maand stromen gemiddeld 57 jongeren in.",
        "Een op de acht jongeren woont niet thuis: 164 van de 1.310.",
        "Van alle jongeren is 54% jongen en 46% meisje.",
        "Het tevredenheidscijfer bleef met een 7,4 nagenoeg gelijk (was 7,3).",
    ],
    "thuis": [
        "Het aantal Wmo-meldingen liep terug van 640 naar 576, een min van 10%.",
        "Dit zijn 192 meldingen per maand.",
        "Van deze meldingen leidde 75% tot een voorziening (432).",
        "De overige 144 meldingen zijn opgelost met algemene voorzieningen of ingetrokken.",
        "Gemiddeld wachten inwoners vijf en een halve week; in het kwartaal ervoor was dat zes weken.",
        "Het aantal scootmobielen groeide niet verder en staat op 212.",
    ],
    "best": [
        "Er zijn 905 bijstandsuitkeringen, evenveel als eind december.",
        "Het armoedefonds bereikte 1.500 van de 2.000 kinderen, driekwart van de doelgroep.",
        "Van de 80 schuldregelingen slaagden er 64, vier van de vijf.",
        "In maart deden 33 ondernemers een beroep op de Bbz, tegen 11 in maart 2024; een verdrievoudiging.",
    ],
    "eur": [
        "Over heel 2025 verwachten we € 34,53 miljoen uit te geven; begroot is € 34,2 miljoen.",
        "Het verschil van 330 duizend euro is nog geen 1% van de begroting.",
        "Zorg voor jeugd gaat € 450.000 over het budget heen (2,9%).",
        "Langer thuis valt € 180.000 mee.",
        "Bij Bestaanszekerheid rekenen we op een kleine overschrijding van zestigduizend euro.",
        "In de eerste drie maanden ging er € 8,6 miljoen uit, ongeveer een kwart van het jaarbudget.",
    ],
}  # fmt: skip

FOUTEN = {
    "PCT min": ("thuis", "Het aantal aanvragen voor vervoer liep terug van 640 naar 576, een min van 16%."),
    "PCT op-de": ("zorg", "Een op de vijf jongeren (164 van de 1.310) heeft een voogd."),
    "PCT tweederde": ("thuis", "Van de 576 meldingen leidden er 432 tot een voorziening, ofwel twee derde."),
    "PCT miljoen": ("eur", "De tegenvaller van € 450.000 is 4,5% van de € 15,6 miljoen die begroot was."),
    "PCT helft": ("thuis", "Het aantal huisbezoeken nam met de helft toe, van 60 naar 75."),
    "AVG instroom": ("zorg", "In drie maanden kwamen 171 jongeren in zorg; gemiddeld zijn dat er 67 per maand."),
    "AVG voorziening": ("thuis", "Aan 432 voorzieningen is € 1.296.000 uitgegeven, gemiddeld € 3.500 per "
                        "voorziening."),
    "SUM gaan-naar": ("best", "De 905 uitkeringen gaan naar 520 alleenstaanden, 240 gezinnen en 165 jongeren."),
    "SUM nadeel": ("eur", "€ 450.000 nadeel, € 180.000 voordeel en € 60.000 nadeel komen samen uit op een nadeel van "
                   "€ 350.000."),
    "SALDO|RICHTING teken": ("eur", "Op Langer thuis komen we € 180.000 tekort."),
    "SALDO bedrag": ("eur", "Bestaanszekerheid laat een overschrijding zien van € 95.000."),
    "STALE november": ("zorg", "Op dit moment, november, wachten 26 gezinnen op hulp."),
    "STALE monitor": ("intro", "Deze monitor beschrijft het vierde kwartaal van 2024."),
    "DATE april": ("best", "Het convenant is op 31 april 2025 getekend."),
    "DATE|STALE pilot": ("best", "De pilot startte op 1 september 2025 en is een succes."),
    "RICHTING minder": ("best", "Er kwamen minder aanvragen binnen: 310, tegen 288 in het kwartaal daarvoor."),
    "RICHTING tot": ("zorg", "Het aantal uithuisplaatsingen is toegenomen van 29 tot 21."),
}  # fmt: skip

GELD = [
    geld("eur", "geld", "Zorg voor jeugd", 15600000, 16050000),
    geld("eur", "geld", "Langer thuis", 10200000, 10020000),
    geld("eur", "geld", "Bestaanszekerheid", 8400000, 8460000),
    geld("eur", "geld", "Alles bij elkaar", 34200000, 34530000, is_totaal=True),
]

CIJFERS = [
    feit("jongeren", "Jongeren in zorg", "2025-K1", 1310, hoofdstuk="zorg"),
    feit("jongeren", "Jongeren in zorg", "2024-K4", 1262, hoofdstuk="zorg"),
    feit("instroom", "Instroom jeugd", "2025-K1", 171, hoofdstuk="zorg"),
    feit("uitstroom", "Uitstroom jeugd", "2025-K1", 123, hoofdstuk="zorg"),
    feit("wmo-meldingen", "Wmo-meldingen", "2025-K1", 576, hoofdstuk="thuis"),
    feit("wmo-meldingen", "Wmo-meldingen", "2024-K4", 640, hoofdstuk="thuis"),
    feit("scoot", "Scootmobielen", "2025-K1", 212, hoofdstuk="thuis"),
    feit("bijstand", "Bijstandsuitkeringen", "2025-K1", 905, hoofdstuk="best"),
    feit("bijstand", "Bijstandsuitkeringen", "2024-K4", 905, hoofdstuk="best"),
]

WIJK = {"dimensie": "wijk", "hoofdstuk": "thuis", "blok": "wijken", "is_optelbaar": True}
FOUTE_CIJFERS = [
    feit(
        "hulp",
        "Huishoudelijke hulp",
        "2025-K1",
        980,
        hoofdstuk="thuis",
        blok="wijken",
        is_optelbaar=True,
    ),
    feit("hulp", "Huishoudelijke hulp", "2025-K1", 410, categorie="dorp", **WIJK),
    feit("hulp", "Huishoudelijke hulp", "2025-K1", 560, categorie="stad", **WIJK),
]
IN_TABEL = {"SUM wijken": ("SUM", "Huishoudelijke hulp")}

TABELLEN = [
    tabel("thuis", "wijken", "Hulp per wijk", "2025-K1"),
    tabel("eur", "geld", "Begroting en prognose", soort="financieel"),
]

maak = stuk(
    "2025-K1", "2025-03-31", "2025-05-12", HOOFDSTUKKEN, GOED, FOUTEN, CIJFERS, GELD, TABELLEN,
    foute_cijfers=FOUTE_CIJFERS,
)  # fmt: skip
