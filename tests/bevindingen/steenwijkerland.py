"""Source A as it was published: its claims in short words of our own, with its own numbers and tables.

`VERWACHT` is what is wrong in it by a count by hand: the findings of the kinds SUM, PCT, AVG, SALDO,
STALE and DATE, each with the kind a check may give it and a piece of the sentence or table.
"""

from tests.bevindingen.bouwen import dia, document, feit, geld, tabel

HOOFDSTUKKEN = [
    ("financieel", "Algemeen financieel"),
    ("jeugd", "Jeugd"),
    ("wmo", "Wmo"),
    ("participatie", "Participatie"),
    ("programma", "Transformatie 2.0"),
]

TEKSTEN = [
    dia(
        "nota", "",
        "Elke twee maanden krijgt de raad een monitor over het sociaal domein.\n"
        "Het aantal nieuwe aanmeldingen voor Jeugd en Wmo steeg met circa 40%.\n"
        "De vragen worden zwaarder.\n"
        "De instroom in de bijstand is veel lager dan begroot.\n"
        "Eén inwoner nam na een vroeg signaal hulp aan.\n"
        "TOZO 3: van de 277 aanvragen zijn er 251 toegekend.\n"
        "TONK: van de 26 aanvragen zijn er 6 toegekend.\n"
        "Het verwachte saldo over 2021 van het sociaal domein is € 1,1 miljoen voordelig.\n"
        "De vergelijking is met de primitieve begroting. In de vorige monitor was dat de begroting met "
        "wijzigingen.\n"
        "Zeven KPI's zijn niet bijgewerkt: een bij jeugd, een bij de kosten, twee en drie bij de Wmo.\n"
        "De opmerkingen van 18 mei 2021 zijn nog niet verwerkt.\n"
        "De volgende monitor verschijnt in augustus en gaat over het eerste halfjaar 2021.",
    ),
    dia(
        1, "financieel",
        "Op basis van de eerste vier maanden verwachten we op het totale sociaal domein een overschot "
        "van circa € 1.115.000. Dit is 2,2% van de begroting.\n"
        "- Jeugd: een tekort van circa € 50.000\n"
        "- Wmo: een tekort van circa € 5.000\n"
        "- Participatie: een overschot van € 1.170.000\n"
        "Bij Jeugd is het tekort circa € 50.000. Dat is 0,3% van het totale jeugdbudget. Er zijn meer "
        "zware vragen.\n"
        "Bij de Wmo is het tekort circa € 5.000. Door meer aanvragen voor schoonmaakondersteuning is daar "
        "een tekort van € 500.000. De eigen bijdrage brengt circa € 80.000 meer op dan begroot. Bij "
        "individuele begeleiding en dagbesteding is er een voordeel van circa € 420.000.\n"
        "Bij Participatie is het overschot bijna € 1.170.000 (5%). "
        "Dit bestaat uit een overschot op de uitkeringen van € 1.340.000, een overschot op de sociale "
        "werkvoorziening van € 440.000 en een tekort op het minimabeleid van € 310.000. "
        "De begroting rekende met een groei die niet kwam.",
    ),
    dia(
        2, "jeugd",
        "De tevredenheid over het eerste kwartaal van 2021 is bekend in het derde kwartaal. "
        "In 2019 is de tevredenheid niet gemeten.", is_noot=True,
    ),
    dia(3, "jeugd", "Deze cijfers waren bij het opstellen niet bekend en volgen in de volgende monitor."),
    dia(4, "jeugd", "De gemiddelde kosten per cliënt per zorgvorm."),
    dia(
        5, "jeugd",
        "Van januari tot en met april 2020 kwamen er 684 nieuwe aanmeldingen voor Jeugd en Wmo, gemiddeld "
        "191 per maand. In dezelfde maanden van 2021, januari tot en met april 2021, waren het er 985, "
        "gemiddeld 246 per maand. Dit is een stijging van circa 40%. "
        "MDO en overige vragen tellen niet mee.\n"
        "De problemen worden zwaarder. In het tweede kwartaal van 2020 daalde het aantal lopende zaken, "
        "vanaf september steeg het weer. Er komt voor 1 jaar een extra jeugdconsulent. "
        "De wachtlijst is stabiel: 15-20 jongeren.\n"
        "Het aantal cliënten is het aantal unieke cliënten over de afgelopen 12 maanden. "
        "De groei zit in jeugd-ggz en intensieve begeleiding in een groep.",
    ),
    dia(6, "wmo", "De tevredenheid over het eerste kwartaal van 2021 is bekend in het derde kwartaal.",
        is_noot=True),
    dia(7, "wmo", "Deze cijfers waren bij het opstellen nog niet bekend; zij volgen in de volgende monitor."),
    dia(
        8, "wmo",
        "In deze maanden zijn geen woningaanpassingen boven € 10.000 betaald. Het werk was wel bezig.",
    ),
    dia(
        9, "wmo",
        "Van januari tot april 2020 daalde de casusregie van 239 naar 147 zaken. In dezelfde maanden van "
        "2021 ging het van 234 naar 215. Het aantal zaken dat langer dan 8 weken duurt daalde van 90 in "
        "december naar 71 in april.\n"
        "In april zijn er 2.480 unieke cliënten, een daling van 1,6% ten opzichte van april 2020.\n"
        "April 2020: 2.521 cliënten, waarvan 2.355 ZIN en 166 PGB\n"
        "November 2020: 2.498 cliënten, waarvan 2.356 ZIN en 142 PGB\n"
        "April 2021: 2.480 cliënten, waarvan 2.367 ZIN en 113 PGB\n"
        "Het aantal voorzieningen daalde met 2,6%.\n"
        "April 2020: 4.294 voorzieningen, waarvan 4.097 ZIN en 197 PGB\n"
        "November 2020: 4.282 voorzieningen, waarvan 4.113 ZIN en 169 PGB\n"
        "April 2021: 4.182 voorzieningen, waarvan 4.039 ZIN en 143 PGB\n"
        "De huishoudelijke hulp steeg met 6% ten opzichte van april 2020, door het vaste lage bedrag.",
    ),
    dia(10, "participatie", "Financiën participatie, totaal en per onderdeel."),
    dia(11, "participatie", "Uitkeringen naar leeftijd: 24 jonger dan 21 jaar en 673 ouder dan 21 jaar."),
    dia(12, "participatie", "In- en uitstroom van januari 2019 tot en met april 2021."),
    dia(
        13, "participatie",
        "In april was de instroom 6. De maand daarvoor was dat 11. De uitstroom was 7, een maand eerder 6.\n"
        "4.1 IOAW en IOAZ: het werkelijke aantal is 42, begroot waren 50. Er is € 759.500 begroot voor "
        "IOAW en IOAZ. Tot en met april is € 178.500 uitgegeven. De prognose van IOAW en IOAZ is "
        "€ 577.500, een voordelige afwijking van € 182.000.\n"
        "4.2 Het gemiddelde aantal uitkeringen is 734, begroot was 815. In april waren er 18 aanvragen, in "
        "maart 16. In april 2020 waren het er 54, dat is dus een daling van 36.\n"
        "De uitgaven van februari zijn in lijn met de begroting.",
    ),
    dia(
        14, "participatie",
        "In januari liepen er 135 dossiers schuldhulp, in april 155. Er waren 11 nieuwe aanmeldingen, "
        "gelijk aan de vorige maand. Er werden 12 dossiers beëindigd, waarvan 7 met succes. "
        "35% heeft inkomsten uit arbeid.\n"
        "De signalen komen van verhuurders, zorgverzekeraars, waterleveranciers en energieleveranciers. "
        "In april kwamen er 77 signalen, in maart 94 en in februari 34. "
        "Van de signalen komt 60% van zorgverzekeraars. "
        "Verder komt 25% van waterleveranciers en 15% van energieleveranciers. "
        "Tot op heden heeft één inwoner hulp aangenomen.\n"
        "Het Rijk gaf voor TOZO in 2021 een voorschot van € 2.113.821,-. In 2020 was dat € 9.555.046,-.",
    ),
    dia(
        15, "participatie",
        "TOZO 3: er zijn 277 aanvragen ingediend. Alle 277 zijn afgehandeld, waarvan 251 toegekend. "
        "TOZO 3 kon worden aangevraagd tot en met 31 maart 2021.\n"
        "TOZO 4: er zijn 83 aanvragen ingediend, daarvan zijn er 64 afgehandeld en 63 toegekend. "
        "In totaal is iets meer dan € 4.899.132 uitbetaald.\n"
        "Kredieten: er zijn 157 aanvragen, de vorige maand 156, en daarvan zijn 88 toegekend. Aan 78 "
        "ondernemers is € 597.217,22 betaald; 37 kregen het hele krediet.\n"
        "TONK loopt van 1 januari 2021 tot 1 oktober 2021. Er zijn 26 aanvragen. "
        "Er zijn 12 aanvragen afgehandeld: 6 toegekend, 4 afgewezen en 2 niet in behandeling genomen. "
        "Er is € 10.380 betaald aan 5 inwoners. Ook landelijk zijn er weinig aanvragen.\n"
        "TONK liep eerst tot 1 juli 2021; de regeling is verlengd.",
    ),
    dia(
        16, "programma",
        "Spoor 0 heeft drie hoofdthema's. Er komen twee interne sessies over positieve gezondheid.",
    ),
    dia(
        17, "programma",
        "De richtlijn op basis van de 7 leidende principes is in de maak. "
        "Op het platform werken 650 professionals samen.",
    ),
    dia(
        18, "programma",
        "Het ontwerp van het dashboard wordt in de tweede week van juni 2021 vastgesteld.",
    ),
    dia(
        19, "programma",
        "De pilot met steungezinnen is gestart met twee nieuwe aanbieders. "
        "Bij circa 50% van de hulpvragen speelt een echtscheiding.",
    ),
    dia(
        20, "programma",
        "Van de 1325 inwoners met een vervoersvoorziening gebruiken 287 die weinig of niet. "
        "De terugvordering is € 73.000. Er komt een onderzoek naar 100 cliënten.",
    ),
    dia(
        21, "programma",
        "De datum van 1 juli 2021 voor het dashboard is niet realistisch. Een nieuwe datum staat in het "
        "volgende overzicht.",
    ),
]  # fmt: skip

GELD = [
    geld("jeugd", "geld", "Totaal jeugdzorg", 12994629, 13046000),
    geld("wmo", "geld", "Totaal Wmo", 11321000, 11324000),
    geld("participatie", "geld", "Uitkeringen", 13260000, 10768000),
    geld("participatie", "delen", "Minimabeleid/schuldhulpverlening", 2098777, 2407000),
    geld("participatie", "delen", "Participatiebudget (re-integratie)", 736093, 1034000),
    geld("participatie", "delen", "Sociale werkvoorziening", 7563488, 7125000),
]


def _regelingen(code, label, periode, waarden, eenheid="aantal", soort="realisatie"):
    return [
        feit(code, label, periode, w, eenheid, soort, "participatie", blok="tegels",
             dimensie="regeling", categorie=c)
        for c, w in zip(("PW", "IOAW", "IOAZ"), waarden, strict=True)
    ]  # fmt: skip


def _reeks(code, label, hoofdstuk, waarden, eenheid="aantal"):
    return [feit(code, label, p, w, eenheid, hoofdstuk=hoofdstuk) for p, w in waarden.items()]


def _feb(*waarden):
    return dict(zip(("2019-02", "2020-02", "2021-02"), waarden, strict=False))


CIJFERS = [
    *_reeks("lopende-zaken-jeugd", "Lopende zaken jeugd", "jeugd", {"2021-04": 187}),
    *_reeks("clienten-jeugd", "Cliënten jeugd", "jeugd", {"2021-04": 748}),
    *_reeks("voorzieningen-jeugd", "Voorzieningen jeugd", "jeugd", {"2021-04": 1135}),
    *_reeks("vijf-jaar", "Jeugdigen 0-17 ten minste 5 jaar in zorg", "jeugd", _feb(260, 217, 237)),
    *_reeks("met", "Jeugdigen 0-17 met een voorziening", "jeugd", _feb(764, 761, 745)),
    *_reeks("inwoners-0-17", "Inwoners 0-17 jaar", "jeugd", _feb(8689, 8552, 8398)),
    *_reeks("zonder", "Kosten per cliënt zonder verblijf", "jeugd", _feb(6772, 7175), "euro"),
    *_reeks("jb", "Kosten per cliënt reclassering", "jeugd", _feb(8997, 13696), "euro"),
    *_reeks("verblijf", "Kosten per cliënt met verblijf", "jeugd", _feb(24565, 23152), "euro"),
    *_reeks("tevreden-jeugd", "Tevredenheid jeugdhulp", "jeugd", {"2020": "7.8"}, "cijfer"),
    *_reeks("lopende-zaken-wmo", "Lopende zaken Wmo", "wmo", {"2021-04": 215}),
    *_reeks("clienten-wmo", "Cliënten Wmo", "wmo", {"2021-04": 2480}),
    *_reeks("voorzieningen-wmo", "Voorzieningen Wmo", "wmo", {"2021-04": 4182}),
    *_reeks("schoon", "Schoonmaakondersteuning 70-plussers", "wmo", _feb(761, 907, 967)),
    *_reeks("vervoer", "70-plussers met een vervoersvoorziening", "wmo", _feb(177, 232, 199)),
    *_reeks("inwoners-70", "Inwoners 70 jaar en ouder", "wmo", _feb(6839, 7006, 7087)),
    *_reeks("uren", "Uren schoonmaakondersteuning", "wmo", _feb("3.4", "3.3", "3.2"), "uren"),
    *_reeks("woningen", "Woningaanpassingen boven € 10.000", "wmo", _feb(0, 0, 0)),
    *_reeks("begeleiding", "Kosten begeleiding per cliënt", "wmo", _feb(6014, 5712), "euro"),
    *_regelingen("aantal", "Lopende uitkeringen", "2021-04", (697, 35, 2)),
    *_regelingen("gem-aantal", "Gemiddeld aantal uitkeringen", "2021", (815, 41, 9),
                 soort="begroting_primitief"),
    *_regelingen("gem-aantal", "Gemiddeld aantal uitkeringen", "2021", (734, 38, 4),
                 soort="prognose"),
    *_regelingen("gem-bedrag", "Gemiddelde uitkering per maand", "2021", (1190, 1260, 1292), "euro",
                 "begroting_primitief"),
    *_regelingen("gem-bedrag", "Gemiddelde uitkering per maand", "2021", (1153, 1173, 1451), "euro",
                 "prognose"),
    feit("lasten", "Uitkeringen", "2021", 13260000, "euro", "begroting_definitief", "participatie",
         blok="geld"),
    feit("lasten", "Uitkeringen", "2021", 10768000, "euro", "prognose", "participatie", blok="geld"),
]  # fmt: skip

_FEBRUARI = ("2019-02", "2020-02", "2021-02")
TABELLEN = [
    tabel("jeugd", "tegels", "Lopende zaken", "2021-04", soort="tegels"),
    tabel("jeugd", "jongeren", "Cliënten 0-17 jarigen", *_FEBRUARI),
    tabel("jeugd", "kosten", "Gemiddelde kosten per cliënt", "2019-02", "2020-02"),
    tabel("wmo", "tegels", "Lopende zaken", "2021-04", soort="tegels"),
    tabel("wmo", "schoon", "Schoonmaakondersteuning 70+", *_FEBRUARI, soort="grafiek"),
    tabel("wmo", "vervoer", "Vervoersvoorzieningen 70+", *_FEBRUARI),
    tabel("wmo", "uren", "Uren schoonmaakondersteuning", *_FEBRUARI),
    tabel("wmo", "woningen", "Woningaanpassingen > 10.000", *_FEBRUARI),
    tabel("wmo", "begeleiding", "Begeleiding per cliënt", "2019-02", "2020-02"),
    tabel("participatie", "tegels", "Uitkeringen", "2021-04", soort="tegels"),
]

DOCUMENT = document(
    "2021-03_2021-04", "2021-04-30", "2021-06-22", TEKSTEN,
    hoofdstukken=HOOFDSTUKKEN, cijfers=CIJFERS, geldrijen=GELD, tabellen=TABELLEN,
    volgende="augustus 2021",
)  # fmt: skip

# id in tegenstrijdigheden.md → kinds it may be given, and what must stand in place, quotation or sum.
VERWACHT = {
    "A1": ("PCT", "684 naar 985 is +44,0%"),
    "A2": ("AVG", "684 gedeeld door 4 is 171"),
    "A3": ("SALDO", "2.492.000"),
    "A4": ("SALDO", "2.324.358"),
    "A5": ("SUM", "1.470.000"),
    "A6": ("SALDO", "2.269.987"),
    "A7": ("PCT", "2,3%, de tekst zegt 2,2%"),
    "A8": ("PCT", "0,4%, de tekst zegt 0,3%"),
    "A9": ("SALDO", "3.000 tekort"),
    "A12": ("SUM", "12.397.656"),
    "A13": ("SUM", "604.536"),
    "A14": ("SUM", "697 + 35 + 2 = 734"),
    "A17": ("STALE", "februari zijn in lijn"),
    "A25": ("STALE", "Cliënten 0-17"),
    "A26": ("STALE", "derde kwartaal"),
    "A27": ("SUM", "verhuurders"),
    "A29": ("SUM", "277 afgehandeld − 251 = 26"),
    "A31": ("DATE", "1 oktober 2021"),
    "A35": ("DATE", "dashboard"),
    "A37": ("DATE", "eerste halfjaar"),
}

# The same mistakes said again elsewhere, and what the finding says beside its first place.
HERHAALD = {
    "A6": ("SALDO", "€ 1,1 miljoen"),
    "A9": ("SALDO", "Bij de Wmo is het tekort"),
    "A4": ("SALDO", "Bij Participatie is het overschot bijna"),
    "A25": ("STALE", "het nieuwste cijfer is van februari"),
    "A29": ("SUM", "64 afgehandeld"),
}
