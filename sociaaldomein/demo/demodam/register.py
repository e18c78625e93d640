"""The sixty indicators of Demodam and its breakdowns: what they mean, and how they behave."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cijfer:
    """One indicator: its definition, and the level, growth and season of its invented figures."""

    code: str
    naam: str
    domein: str
    definitie: str
    eenheid: str = "aantal"
    telt: str = "personen"
    soort: str = "stand"  # stand · stroom
    niveau: float = 100.0  # at the first month
    groei: float = 0.02  # a year
    seizoen: float = 0.0  # share up and down through the year
    ruis: float = 0.01
    decimalen: int = 0
    richting: str = "neutraal"
    ritme: str = "maand"
    bron: str = ""
    eigenaar: str = ""
    delen: dict[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    optelbaar: bool = False
    formule: str = ""
    streef: float | None = None


DIMENSIES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "leveringsvorm": ("Leveringsvorm", [("zin", "Zorg in natura"), ("pgb", "Persoonsgebonden budget")]),
    "wijk": (
        "Wijk",
        [
            ("centrum", "Centrum"),
            ("dijkzicht", "Dijkzicht"),
            ("molenveld", "Molenveld"),
            ("oostwal", "Oostwal"),
            ("waterkant", "Waterkant"),
            ("buitengebied", "Buitengebied"),
        ],
    ),
    "leeftijd": (
        "Leeftijd",
        [("0-11", "0 tot en met 11 jaar"), ("12-17", "12 tot en met 17 jaar"), ("18-22", "18 tot en met 22 jaar")],
    ),
    "regeling": ("Regeling", [("pw", "Participatiewet"), ("ioaw", "IOAW"), ("ioaz", "IOAZ")]),
    "verwijzer": (
        "Verwijzer",
        [("toegang", "Gemeentelijke toegang"), ("huisarts", "Huisarts"), ("gi", "Gecertificeerde instelling"), ("rechter", "Rechter")],
    ),
    "product": (
        "Product",
        [("hulp-bij-huishouden", "Hulp bij het huishouden"), ("begeleiding", "Begeleiding"), ("dagbesteding", "Dagbesteding"), ("vervoer", "Vervoer"), ("hulpmiddelen", "Hulpmiddelen")],
    ),
    "looptijd": (
        "Looptijd",
        [("0-6", "Tot 6 maanden"), ("6-12", "6 tot 12 maanden"), ("12-24", "12 tot 24 maanden"), ("24-36", "24 tot 36 maanden"), ("36-plus", "36 maanden of langer")],
    ),
    "gemeente-naast": ("Vergeleken gemeente", [("demodam", "Demodam"), ("dorpstad", "Dorpstad"), ("veenmeer", "Veenmeer"), ("zandhaven", "Zandhaven"), ("bosrijk", "Bosrijk"), ("land", "Nederland")]),
}  # fmt: skip

_VORM = {"leveringsvorm": (("zin", 0.9), ("pgb", 0.1))}
_WIJK = {
    "wijk": (("centrum", 0.28), ("dijkzicht", 0.22), ("molenveld", 0.2), ("oostwal", 0.16), ("waterkant", 0.125), ("buitengebied", 0.015))
}  # fmt: skip
_LEEFTIJD = {"leeftijd": (("0-11", 0.46), ("12-17", 0.46), ("18-22", 0.08))}
_REGELING = {"regeling": (("pw", 0.945), ("ioaw", 0.048), ("ioaz", 0.007))}
_VERWIJZER = {"verwijzer": (("toegang", 0.52), ("huisarts", 0.37), ("gi", 0.09), ("rechter", 0.02))}
_PRODUCT = {
    "product": (("hulp-bij-huishouden", 0.46), ("begeleiding", 0.2), ("dagbesteding", 0.09), ("vervoer", 0.3), ("hulpmiddelen", 0.24))
}  # fmt: skip
_LOOPTIJD = {
    "looptijd": (("0-6", 0.22), ("6-12", 0.27), ("12-24", 0.29), ("24-36", 0.14), ("36-plus", 0.08))
}

_JZ = {"bron": "Registratie jeugdhulp", "eigenaar": "Beleidsadviseur Jeugd"}
_WZ = {"bron": "Registratie Wmo", "eigenaar": "Beleidsadviseur Wmo"}
_PZ = {"bron": "Uitkeringsadministratie", "eigenaar": "Teamleider Participatie"}
_SZ = {"bron": "Opgave welzijnsorganisatie", "eigenaar": "Beleidsadviseur Sociale basis"}
_AZ = {"bron": "Basisregistratie personen", "eigenaar": "Team Informatie"}
_FZ = {"bron": "Financiële administratie", "eigenaar": "Team Financiën", "eenheid": "euro", "telt": "euro", "soort": "stroom"}  # fmt: skip
_OZ = {"bron": "Cliëntervaringsonderzoek", "eigenaar": "Team Kwaliteit", "eenheid": "cijfer", "telt": "overig", "ritme": "jaar", "decimalen": 1, "richting": "meer"}  # fmt: skip
_DEEL = {"eenheid": "percentage", "telt": "overig", "decimalen": 1}

G = "gebeurtenissen"
CIJFERS: list[Cijfer] = [
    Cijfer("inwoners", "Inwoners", "algemeen", "Aantal mensen dat in Demodam staat ingeschreven.", niveau=41250, groei=0.004, ruis=0.0004, **_AZ),
    Cijfer("jongeren-0-17", "Jongeren van 0 tot en met 17 jaar", "algemeen", "Inwoners die nog geen 18 jaar zijn.", niveau=8120, groei=-0.006, ruis=0.0005, **_AZ),
    Cijfer("ouderen-70plus", "Inwoners van 70 jaar en ouder", "algemeen", "Inwoners die 70 jaar of ouder zijn.", niveau=6480, groei=0.021, ruis=0.0005, **_AZ),
    Cijfer("meldingen-toegang", "Meldingen bij de toegang", "algemeen", "Vragen om hulp die bij de gemeente binnenkomen. Eén inwoner kan vaker melden.", telt=G, soort="stroom", niveau=236, groei=0.06, seizoen=0.12, ruis=0.05, bron="Zaaksysteem", eigenaar="Teamleider Toegang"),
    Cijfer("doorlooptijd-toegang", "Doorlooptijd van melding tot besluit", "algemeen", "Gemiddeld aantal dagen tussen melding en besluit.", eenheid="dagen", telt="overig", niveau=44, groei=-0.05, ruis=0.03, decimalen=0, richting="minder", streef=42, bron="Zaaksysteem", eigenaar="Teamleider Toegang"),
    Cijfer("bezwaren", "Bezwaren", "algemeen", "Bezwaren tegen besluiten in het sociaal domein.", telt=G, soort="stroom", niveau=13, groei=0.03, ruis=0.2, richting="minder", bron="Zaaksysteem", eigenaar="Team Juridisch"),
    Cijfer("lasten-algemeen", "Kosten uitvoering sociaal domein", "algemeen", "Kosten van de toegang en de uitvoering. Niet: de hulp zelf.", niveau=268000, groei=0.03, ruis=0.02, **_FZ),
    Cijfer("huishoudens-stapeling", "Huishoudens met drie of meer voorzieningen", "algemeen", "Huishoudens die tegelijk drie of meer vormen van hulp krijgen.", telt="huishoudens", niveau=312, groei=0.03, ruis=0.01, bron="Koppeling registraties", eigenaar="Team Informatie"),
    Cijfer("clienten-jeugd", "Jongeren met jeugdhulp", "jeugd", "Jongeren met een lopende voorziening aan het einde van de maand. Iedereen telt één keer.", niveau=742, groei=0.03, seizoen=0.03, delen={**_VORM, **_WIJK, **_LEEFTIJD, **_VERWIJZER}, optelbaar=True, **_JZ),
    Cijfer("voorzieningen-jeugd", "Voorzieningen jeugdhulp", "jeugd", "Lopende voorzieningen aan het einde van de maand. Een jongere kan er meer hebben.", telt=G, niveau=1098, groei=0.035, seizoen=0.03, **_JZ),
    Cijfer("instroom-jeugd", "Nieuwe jongeren in jeugdhulp", "jeugd", "Jongeren die in de maand met jeugdhulp beginnen.", soort="stroom", niveau=38, groei=0.02, seizoen=0.25, ruis=0.08, **_JZ),
    Cijfer("uitstroom-jeugd", "Jongeren die stoppen met jeugdhulp", "jeugd", "Jongeren van wie de laatste voorziening in de maand stopt.", soort="stroom", niveau=36, groei=0.02, seizoen=0.2, ruis=0.08, **_JZ),
    Cijfer("wachtlijst-jeugd", "Jongeren die wachten op jeugdhulp", "jeugd", "Jongeren met een besluit, voor wie de hulp nog niet is begonnen.", niveau=31, groei=0.12, ruis=0.08, richting="minder", delen=_WIJK, optelbaar=True, **_JZ),
    Cijfer("lasten-jeugd", "Kosten jeugdhulp", "jeugd", "Kosten van jeugdhulp naar de maand waarin de hulp is gegeven.", niveau=968000, groei=0.05, seizoen=0.05, ruis=0.02, **_FZ),
    Cijfer("betaald-jeugd", "Betaald aan jeugdhulp, naar maand van betaling", "jeugd", "Wat van de hulp in een maand in welke maand is betaald. Aanbieders declareren na afloop.", niveau=0, delen={"betaalmaand": ()}, optelbaar=True, **_FZ),
    Cijfer("looptijd-jeugd", "Afgesloten jeugdhulp naar looptijd", "jeugd", "Afgesloten voorzieningen in het kwartaal naar hoe lang zij duurden.", telt=G, soort="stroom", ritme="kwartaal", niveau=118, groei=0.02, ruis=0.05, delen=_LOOPTIJD, optelbaar=True, **_JZ),
    Cijfer("verblijf-jeugd", "Jongeren met verblijf", "jeugd", "Jongeren die voor hun hulp niet thuis wonen.", niveau=64, groei=-0.04, ruis=0.02, delen=_WIJK, optelbaar=True, richting="minder", **_JZ),
    Cijfer("pleegzorg-jeugd", "Jongeren in pleegzorg", "jeugd", "Jongeren die in een pleeggezin wonen.", niveau=41, groei=0.03, ruis=0.015, **_JZ),
    Cijfer("jeugdbescherming", "Jongeren met jeugdbescherming", "jeugd", "Jongeren met een maatregel van de rechter.", niveau=58, groei=-0.03, ruis=0.02, **_JZ),
    Cijfer("poh-jeugd-zonder-verwijzing", "Bij de huisarts geholpen zonder verwijzing", "jeugd", "Deel van de jongeren dat de praktijkondersteuner helpt zonder verwijzing.", niveau=68, groei=0.03, ruis=0.01, richting="meer", streef=75, ritme="kwartaal", bron="Opgave huisartsen", eigenaar="Beleidsadviseur Jeugd", **_DEEL),
    Cijfer("tevredenheid-jeugd", "Tevredenheid over jeugdhulp", "jeugd", "Gemiddeld rapportcijfer van ouders en jongeren.", niveau=7.5, groei=0.01, ruis=0.01, streef=7.5, **_OZ),
    Cijfer("kosten-per-client-jeugd", "Kosten per jongere met jeugdhulp", "jeugd", "Kosten in de maand gedeeld door het aantal jongeren.", formule="lasten-jeugd / clienten-jeugd", eenheid="euro", telt="euro", **_JZ),
    Cijfer("clienten-wmo", "Inwoners met Wmo-hulp", "wmo", "Inwoners met een lopende Wmo-voorziening aan het einde van de maand. Iedereen telt één keer.", niveau=2312, groei=0.015, delen={**_VORM, **_WIJK}, optelbaar=True, **_WZ),
    Cijfer("clienten-wmo-product", "Inwoners met Wmo-hulp naar product", "wmo", "Inwoners per soort hulp. Wie twee soorten heeft, telt in beide mee.", niveau=2312, groei=0.015, delen=_PRODUCT, **_WZ),
    Cijfer("voorzieningen-wmo", "Voorzieningen Wmo", "wmo", "Lopende Wmo-voorzieningen aan het einde van de maand.", telt=G, niveau=4105, groei=0.01, **_WZ),
    Cijfer("instroom-wmo", "Nieuwe inwoners met Wmo-hulp", "wmo", "Inwoners die in de maand met Wmo-hulp beginnen.", soort="stroom", niveau=57, groei=0.03, seizoen=0.1, ruis=0.07, **_WZ),
    Cijfer("uitstroom-wmo", "Inwoners die stoppen met Wmo-hulp", "wmo", "Inwoners van wie de laatste Wmo-voorziening in de maand stopt.", soort="stroom", niveau=54, groei=0.02, seizoen=0.08, ruis=0.07, **_WZ),
    Cijfer("lopende-zaken-wmo", "Lopende onderzoeken Wmo", "wmo", "Onderzoeken die aan het einde van de maand nog niet zijn afgerond.", telt=G, niveau=214, groei=0.02, seizoen=0.08, ruis=0.04, richting="minder", **_WZ),
    Cijfer("zaken-langer-dan-8-weken", "Onderzoeken die langer dan 8 weken duren", "wmo", "Lopende onderzoeken die de termijn van 8 weken voorbij zijn.", telt=G, niveau=63, groei=-0.08, ruis=0.07, richting="minder", streef=40, **_WZ),
    Cijfer("lasten-wmo", "Kosten Wmo", "wmo", "Kosten van Wmo-hulp naar de maand waarin de hulp is gegeven.", niveau=874000, groei=0.04, seizoen=0.02, ruis=0.015, **_FZ),
    Cijfer("betaald-wmo", "Betaald aan Wmo-hulp, naar maand van betaling", "wmo", "Wat van de hulp in een maand in welke maand is betaald. Aanbieders declareren na afloop.", niveau=0, delen={"betaalmaand": ()}, optelbaar=True, **_FZ),
    Cijfer("eigen-bijdrage-wmo", "Eigen bijdragen Wmo", "wmo", "Wat inwoners zelf betalen voor Wmo-hulp.", niveau=36500, groei=0.02, ruis=0.03, **_FZ),
    Cijfer("uren-huishouden", "Uren hulp bij het huishouden", "wmo", "Gemiddeld aantal uren per week per inwoner met deze hulp.", eenheid="uren", telt="overig", decimalen=1, niveau=3.1, groei=-0.015, ruis=0.01, ritme="kwartaal", **_WZ),
    Cijfer("vervoerspas", "Inwoners met een vervoerspas", "wmo", "Inwoners met een geldige pas voor de regiotaxi.", niveau=1180, groei=0.01, ruis=0.005, **_WZ),
    Cijfer("woningaanpassingen", "Woningaanpassingen boven € 10.000", "wmo", "Aanpassingen die in de maand zijn betaald en meer dan € 10.000 kostten.", telt=G, soort="stroom", niveau=0.9, groei=0, ruis=0.9, **_WZ),
    Cijfer("tevredenheid-wmo", "Tevredenheid over Wmo-hulp", "wmo", "Gemiddeld rapportcijfer van inwoners met Wmo-hulp.", niveau=7.8, groei=0.0, ruis=0.01, streef=8.0, **_OZ),
    Cijfer("wmo-per-1000", "Inwoners met Wmo-hulp per 1.000 inwoners", "wmo", "Aantal inwoners met Wmo-hulp op elke 1.000 inwoners.", eenheid="per_1000", telt="overig", decimalen=1, formule="clienten-wmo / inwoners * 1000", **_WZ),
    Cijfer("uitkeringen", "Inwoners met een uitkering", "participatie", "Inwoners met een lopende uitkering aan het einde van de maand.", niveau=712, groei=-0.02, seizoen=0.02, delen={**_REGELING, **_WIJK}, optelbaar=True, richting="minder", **_PZ),
    Cijfer("instroom-uitkering", "Nieuwe uitkeringen", "participatie", "Uitkeringen die in de maand beginnen.", telt=G, soort="stroom", niveau=22, groei=0.0, seizoen=0.15, ruis=0.1, **_PZ),
    Cijfer("uitstroom-uitkering", "Beëindigde uitkeringen", "participatie", "Uitkeringen die in de maand stoppen.", telt=G, soort="stroom", niveau=23, groei=0.01, seizoen=0.15, ruis=0.1, **_PZ),
    Cijfer("uitstroom-naar-werk", "Inwoners die van uitkering naar werk gaan", "participatie", "Inwoners van wie de uitkering stopt omdat zij werk hebben.", soort="stroom", niveau=11, groei=0.03, ruis=0.18, richting="meer", **_PZ),
    Cijfer("aanvragen-bijstand", "Aanvragen voor een uitkering", "participatie", "Aanvragen die in de maand binnenkomen.", telt=G, soort="stroom", niveau=34, groei=0.0, seizoen=0.15, ruis=0.1, **_PZ),
    Cijfer("lasten-participatie", "Kosten uitkeringen en re-integratie", "participatie", "Kosten van uitkeringen, begeleiding naar werk en sociale werkvoorziening.", niveau=1480000, groei=0.01, ruis=0.008, **_FZ),
    Cijfer("gemiddelde-uitkering", "Gemiddelde uitkering per maand", "participatie", "Gemiddeld bedrag per uitkering in de maand.", niveau=1186, groei=0.025, ruis=0.004, **{**_FZ, "soort": "stand"}),
    Cijfer("loonkostensubsidie", "Inwoners met loonkostensubsidie", "participatie", "Inwoners voor wie de gemeente een deel van het loon betaalt.", niveau=87, groei=0.09, ruis=0.01, richting="meer", **_PZ),
    Cijfer("sociale-werkvoorziening", "Inwoners in de sociale werkvoorziening", "participatie", "Inwoners met een indicatie van voor 2015 die er nog werken.", niveau=168, groei=-0.05, ruis=0.003, **_PZ),
    Cijfer("statushouders-gehuisvest", "Gehuisveste statushouders", "participatie", "Statushouders die in het kwartaal een woning kregen.", soort="stroom", ritme="kwartaal", niveau=19, groei=0.05, ruis=0.2, **_PZ),
    Cijfer("inburgering", "Inwoners die inburgeren", "participatie", "Inwoners die een inburgeringstraject volgen.", niveau=96, groei=0.06, ruis=0.02, **_PZ),
    Cijfer("schuldhulp-dossiers", "Lopende dossiers schuldhulp", "participatie", "Dossiers schuldhulpverlening aan het einde van de maand.", telt=G, niveau=148, groei=0.05, ruis=0.02, **_PZ),
    Cijfer("vroegsignalen", "Signalen van betalingsachterstand", "participatie", "Signalen van verhuurders, energie- en waterbedrijven en zorgverzekeraars.", telt=G, soort="stroom", niveau=84, groei=0.08, ruis=0.12, **_PZ),
    Cijfer("hulp-na-signaal", "Inwoners die hulp aannemen na een signaal", "participatie", "Inwoners die na een signaal hulp van de gemeente aannemen.", soort="stroom", niveau=8.5, groei=0.1, ruis=0.2, richting="meer", **_PZ),
    Cijfer("vrijwilligers", "Actieve vrijwilligers", "sociale-basis", "Vrijwilligers die via de welzijnsorganisatie actief zijn.", ritme="kwartaal", niveau=486, groei=0.03, ruis=0.02, richting="meer", **_SZ),
    Cijfer("mantelzorgers-bereikt", "Bereikte mantelzorgers", "sociale-basis", "Mantelzorgers die bij het steunpunt bekend zijn.", ritme="kwartaal", niveau=604, groei=0.05, ruis=0.01, richting="meer", **_SZ),
    Cijfer("inloop-bezoeken", "Bezoeken aan de inloop", "sociale-basis", "Bezoeken aan de inloop in de wijken. Eén inwoner kan vaker komen.", telt=G, soort="stroom", niveau=1420, groei=0.07, seizoen=0.1, ruis=0.05, delen={"wijk": _WIJK["wijk"]}, optelbaar=True, **_SZ),
    Cijfer("bewonersinitiatieven", "Gesteunde bewonersinitiatieven", "sociale-basis", "Plannen van bewoners die steun kregen.", telt="overig", soort="stroom", ritme="kwartaal", niveau=9, groei=0.05, ruis=0.2, **_SZ),
    Cijfer("lasten-sociale-basis", "Kosten sociale basis", "sociale-basis", "Kosten van welzijnswerk, preventie en inloop.", niveau=212000, groei=0.04, ruis=0.01, **_FZ),
    Cijfer("jongerenwerk", "Jongeren die jongerenwerkers kennen", "sociale-basis", "Jongeren met wie een jongerenwerker in het kwartaal contact had.", ritme="kwartaal", niveau=338, groei=0.02, ruis=0.03, delen=_WIJK, optelbaar=True, **_SZ),
    Cijfer("bekendheid-hulp", "Inwoners die weten waar hulp te vinden is", "sociale-basis", "Deel van de inwoners dat weet waar zij met een vraag terechtkunnen.", niveau=42, groei=0.03, ruis=0.02, ritme="jaar", richting="meer", streef=50, bron="Inwonersonderzoek", eigenaar="Team Kwaliteit", **_DEEL),
    Cijfer("eenzaamheid", "Inwoners die zich eenzaam voelen", "sociale-basis", "Deel van de volwassenen dat zich matig of sterk eenzaam voelt.", niveau=46, groei=-0.01, ruis=0.01, ritme="jaar", richting="minder", bron="Gezondheidsmonitor", eigenaar="Beleidsadviseur Sociale basis", **_DEEL),
    Cijfer("jeugdhulp-per-1000", "Jeugdhulp per 1.000 jongeren, vergeleken", "jeugd", "Jongeren met jeugdhulp op elke 1.000 jongeren, naast gemeenten met evenveel inwoners.", eenheid="per_1000", telt="overig", ritme="jaar", decimalen=0, niveau=92, bron="Landelijke statistiek (verzonnen)", eigenaar="Beleidsadviseur Jeugd"),
]  # fmt: skip
