"""Stuwwal: an invented monthly report, written after the checks had been mended and not tuned on."""

from tests.bevindingen.bouwen import feit, geld, stuk, tabel

HOOFDSTUKKEN = [
    ("begin", "Stand van zaken"), ("opvoeden", "Opgroeien en opvoeden"), ("meedoen", "Meedoen"),
    ("zelf", "Zelfstandig wonen"), ("cent", "De centen"),
]  # fmt: skip

GOED = {
    "begin": [
        "Februari was een drukke maand voor onze consulenten.",
        "Ze handelden 188 meldingen af, tegen 175 in januari: een stijging van 7,4%.",
        "In beide maanden samen gaat het om 363 meldingen.",
        "Op 12 maart 2026 bespreekt de commissie Samenleving deze cijfers.",
    ],
    "opvoeden": [
        "De teller staat op 1.128 jeugdigen met een indicatie, 24 onder het niveau van januari (1.152).",
        "Dat komt neer op een krimp van 2,1 procent.",
        "Twee derde van de 1.128 jeugdigen (752) krijgt ambulante hulp.",
        "Van de overigen verblijven er 96 in een gezinshuis.",
        "Het aantal wachtenden halveerde bijna, van 61 naar 33.",
        "Ouders geven de hulp een 7,8; vorig jaar was dat een 7,6.",
    ],
    "meedoen": [
        "We betaalden 1.480 uitkeringen uit, precies evenveel als een maand geleden.",
        "Daarvan ontvangen 370 mensen, een kwart, al langer dan vijf jaar bijstand.",
        "De instroom van 41 mensen hield gelijke tred met de uitstroom van 41.",
        "Een op de tien uitkeringsgerechtigden doet vrijwilligerswerk.",
        "Per klantmanager zijn er 74 dossiers; er zijn 20 klantmanagers voor de 1.480 uitkeringen.",
    ],
    "zelf": [
        "Er zijn 930 huishoudens met hulp bij het huishouden en 410 met begeleiding.",
        "De gemiddelde levertijd van een scootmobiel zakte van acht naar zes weken.",
        "Het tarief voor begeleiding steeg per 1 januari 2026 met 4,1%.",
        "Twintig woningen zijn aangepast, waarvan 13 koopwoningen en 7 huurwoningen.",
    ],
    "cent": [
        "Na twee maanden is € 9,3 miljoen uitgegeven van de € 55,8 miljoen die dit jaar beschikbaar is: een "
        "zesde.",
        "Opgroeien en opvoeden stevent af op een tekort van € 600.000 (2,4%).",
        "Meedoen houdt naar verwachting € 250.000 over.",
        "Zelfstandig wonen blijft binnen de begroting.",
        "Onder de streep rest een nadeel van € 350.000.",
    ],
}  # fmt: skip

FOUTEN = {
    "PCT stijging": ("begin", "Ze voerden 175 huisbezoeken uit in januari en 188 in februari: een stijging van 17,4%."),
    "PCT deel": ("opvoeden", "Twee derde van de 1.128 jeugdigen (564) is een jongen."),
    "PCT kwart": ("meedoen", "Van de 1.480 uitkeringen gaan er 740 naar alleenstaanden, een kwart dus."),
    "PCT|RICHTING halveren": ("opvoeden", "Het aantal crisismeldingen halveerde, van 61 naar 43."),
    "AVG dossiers": ("meedoen", "Voor de 1.480 uitkeringen zijn er 20 klantmanagers, dus gemiddeld 84 uitkeringen per "
                     "klantmanager."),
    "AVG week": ("begin", "In vier weken kwamen 188 telefoontjes binnen, gemiddeld 57 per week."),
    "SUM samen": ("begin", "In januari kwamen 175 en in februari 188 mails binnen, samen 373."),
    "SUM waarvan": ("zelf", "Dertig traplifts zijn geplaatst, waarvan 18 nieuwe en 15 gebruikte."),
    "SALDO|RICHTING teken": ("cent", "Meedoen komt € 250.000 tekort."),
    "SALDO bedrag": ("cent", "Opgroeien en opvoeden sluit met een tekort van € 850.000."),
    "STALE december": ("meedoen", "In december staan 64 mensen op de wachtlijst voor beschut werk."),
    "STALE uitgave": ("begin", "Deze monitor bestrijkt de maand november 2025."),
    "DATE februari": ("zelf", "Op 30 februari 2026 is de nieuwe woonvorm geopend."),
    "DATE later": ("zelf", "De verordening is op 1 juni 2026 in werking getreden."),
    "RICHTING toegenomen": ("opvoeden", "Het aantal jeugdigen is toegenomen van 1.152 tot 1.128."),
    "RICHTING onder": ("meedoen", "De uitstroom was lager dan in januari: 41 tegen 35 toen."),
}  # fmt: skip

GELD = [
    geld("cent", "geld", "Opgroeien en opvoeden", 25000000, 25600000),
    geld("cent", "geld", "Meedoen", 18800000, 18550000),
    geld("cent", "geld", "Zelfstandig wonen", 12000000, 12000000),
    geld("cent", "geld", "Saldo sociaal domein", 55800000, 56150000, is_totaal=True),
]

CIJFERS = [
    feit("meldingen", "Afgehandelde meldingen", "2026-02", 188, hoofdstuk="begin"),
    feit("meldingen", "Afgehandelde meldingen", "2026-01", 175, hoofdstuk="begin"),
    feit("jeugd", "Jeugdigen met een indicatie", "2026-02", 1128, hoofdstuk="opvoeden"),
    feit("jeugd", "Jeugdigen met een indicatie", "2026-01", 1152, hoofdstuk="opvoeden"),
    feit("bijstand", "Uitkeringen", "2026-02", 1480, hoofdstuk="meedoen"),
    feit("bijstand", "Uitkeringen", "2026-01", 1480, hoofdstuk="meedoen"),
    feit("instroom", "Instroom", "2026-02", 41, hoofdstuk="meedoen"),
    feit("uitstroom", "Uitstroom", "2026-02", 41, hoofdstuk="meedoen"),
    feit("uitstroom", "Uitstroom", "2026-01", 35, hoofdstuk="meedoen"),
    feit("hulp", "Huishoudens met hulp", "2026-02", 930, hoofdstuk="zelf"),
    feit("begeleiding", "Huishoudens met begeleiding", "2026-02", 410, hoofdstuk="zelf"),
]

TABELLEN = [
    tabel("meedoen", "stand", "Uitkeringen", "2026-01", "2026-02"),
    tabel("cent", "geld", "Begroting en prognose", soort="financieel"),
]

maak = stuk(
    "2026-02", "2026-02-28", "2026-03-05", HOOFDSTUKKEN, GOED, FOUTEN, CIJFERS, GELD, TABELLEN,
)  # fmt: skip
