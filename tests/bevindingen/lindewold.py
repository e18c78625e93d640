"""Lindewold: an invented year report of a small gemeente, part letter and part story."""

from tests.bevindingen.bouwen import Fout, feit, geld, lopend, tabel

PAGINAS = [
    ("brief", "Aanbiedingsbrief", [
        "Beste raadsleden, hierbij ontvangt u de jaarmonitor sociaal domein 2024 van de gemeente Lindewold.",
        "De monitor is op 18 maart 2025 door ons vastgesteld.",
        Fout("DATE", "Op 8 april 2025 lichten wij de cijfers graag toe in de commissie.",
             "Op 31 april 2025 lichten wij de cijfers graag toe in de commissie."),
        "Onze gemeente had op 1 januari 2025 volgens het CBS 18.240 inwoners.",
        Fout("SALDO", "Wij sluiten 2024 af met een voordelig resultaat van € 210.000.",
             "Wij sluiten 2024 af met een voordelig resultaat van € 310.000."),
        Fout("PCT", "Ten opzichte van de begroting (€ 17,5 miljoen) is dat 1,2%.", "Ten opzichte van de begroting (€ 17,5 miljoen) is die € 210.000 2,1%."),
        Fout("XREF", "De cijfers per wijk staan in tabel 2.", "De cijfers per wijk staan in tabel 5."),
        "Op grond van artikel 169 van de Gemeentewet informeren wij u hiermee actief.",
    ]),
    ("kind", "Opgroeien", [
        "In 2024 hadden 412 kinderen en jongeren jeugdhulp.",
        Fout("RICHTING", "Dat waren er 19 minder dan de 431 van 2023.", "Dat waren er 19 meer dan de 431 van 2023."),
        Fout("PCT", "Procentueel gaat het om een daling van 4,4%.", "Procentueel gaat het om een daling van 6,4%."),
        "Het aandeel jongeren met jeugdhulp (11,3%) ligt iets onder het landelijke gemiddelde van 12,0%.",
        Fout("SUM", "De verwijzingen kwamen van huisartsen (176), het dorpsteam (148), medisch specialisten (33) en de rechter (55).",
             "De verwijzingen van de 412 kinderen kwamen van huisartsen (176), het dorpsteam (148), medisch specialisten (33) en de rechter (75)."),
        Fout("AVG", "Een traject kostte gemiddeld € 11.250: samen € 4.635.000 voor 412 kinderen.",
             "Een traject kostte gemiddeld € 12.150: samen € 4.635.000 voor 412 kinderen."),
        "Acht op de tien ouders (81%) vonden dat zij snel werden geholpen.",
        Fout("PCT", "Van de 95 afgesloten trajecten werd 60% volgens plan beëindigd, dat zijn er 57.",
             "Van de 95 afgesloten trajecten werd 60% volgens plan beëindigd, dat zijn er 47."),
        "Voor kinderen van 0 tot 4 jaar is er sinds september 2024 een ouder-kindgroep.",
    ]),
    ("steun", "Ondersteuning thuis", [
        "Eind 2024 maakten 688 inwoners gebruik van de Wmo; eind 2023 waren dat er 655.",
        Fout("PCT", "Een groei dus van 5 procent.", "Een groei dus van 8 procent."),
        Fout("STALE", "In december stonden er 12 mensen op de wachtlijst voor huishoudelijke hulp.",
             "Deze monitor gaat over 2023 en beschrijft de wachtlijst van 12 mensen voor huishoudelijke hulp."),
        Fout("SUM", "We ontvingen 300 meldingen: 75 per kwartaal.", "We ontvingen 300 meldingen: 80 in het eerste kwartaal, 75 in het tweede, 70 in het derde en 85 in het vierde."),
        Fout("AVG", "In een jaar kwamen er 300 meldingen binnen, dus 25 per maand.", "In een jaar kwamen er 300 meldingen binnen, dus 35 per maand."),
        "Bijna een kwart van de meldingen (72) leidde niet tot een voorziening.",
        Fout("RICHTING", "De doorlooptijd werd korter: 38 dagen, tegen 44 dagen in 2023.", "De doorlooptijd werd langer: 38 dagen, tegen 44 dagen in 2023."),
        "Gemiddeld krijgt een inwoner 2 uur en 40 minuten hulp per week.",
        Fout("DATE", "Het nieuwe vervoerscontract gaat in op 1 januari 2026.", "Het nieuwe vervoerscontract is op 1 januari 2026 ingegaan."),
    ]),
    ("werk", "Werk en inkomen", [
        "Op 31 december 2024 telde Lindewold 196 uitkeringen.",
        Fout("PCT", "Daarvan loopt ruim de helft (104) al langer dan drie jaar.", "Daarvan loopt ruim driekwart (104) al langer dan drie jaar."),
        Fout("SUM", "We begonnen het jaar met 208 uitkeringen, er kwamen 61 bij en er gingen er 73 af: 196.",
             "We begonnen het jaar met 208 uitkeringen, er kwamen 61 bij en er gingen er 73 af: 186."),
        Fout("PCT", "Van de 73 uitstromers ging 41% aan het werk (30).", "Van de 73 uitstromers ging 51% aan het werk (30)."),
        "De bijstandsnorm voor gehuwden ging per 1 juli 2024 van € 1.806,53 naar € 1.828,47.",
        Fout("RICHTING", "Het aantal uitkeringen nam af met 12.", "Het aantal uitkeringen nam toe met 12, van 208 naar 196."),
        "In de gemeente is 3,1% van de huishoudens aangewezen op bijstand; in Nederland is dat 4,6%.",
        Fout("LOS|SALDO|SUM", "Van de regeling Meedoen maakten 143 gezinnen gebruik.", "Van de regeling Meedoen maakten 134 gezinnen gebruik."),
    ]),
    ("euro", "Geld", [
        Fout("SALDO|RICHTING", "Op Opgroeien hielden we € 165.000 over.", "Op Opgroeien kwamen we € 165.000 tekort."),
        Fout("SALDO", "Ondersteuning thuis kostte € 75.000 meer dan begroot.", "Ondersteuning thuis kostte € 57.000 meer dan begroot."),
        "Bij Werk en inkomen was er een voordeel van € 120.000.",
        Fout("SUM|SALDO", "Dat brengt het totaal op € 210.000 voordelig.", "Dat brengt het totaal op € 270.000 voordelig."),
        Fout("PCT", "Aan Opgroeien gaven we € 4,6 miljoen uit: 27% van alle uitgaven.", "Aan Opgroeien gaven we € 4,6 miljoen uit van de in totaal € 17,3 miljoen: 37%."),
        "De algemene uitkering van het Rijk steeg met € 0,3 miljoen.",
        "In 2026 krijgen we naar verwachting € 400.000 minder van het Rijk.",
    ]),
]  # fmt: skip

GELD = [
    geld("euro", "geld", "Opgroeien", 4800000, 4635000),
    geld("euro", "geld", "Ondersteuning thuis", 5100000, 5175000),
    geld("euro", "geld", "Werk en inkomen", 7600000, 7480000),
    geld("euro", "geld", "Totaal", 17500000, 17290000, is_totaal=True),
]
CIJFERS = [
    feit("jeugd", "Kinderen met jeugdhulp", "2024", 412, hoofdstuk="kind"),
    feit("jeugd", "Kinderen met jeugdhulp", "2023", 431, hoofdstuk="kind"),
    feit("aandeel", "Aandeel jongeren met jeugdhulp", "2024", "11.3", eenheid="percentage", hoofdstuk="kind"),
    feit("wmo", "Inwoners met Wmo", "2024", 688, hoofdstuk="steun"),
    feit("wmo", "Inwoners met Wmo", "2023", 655, hoofdstuk="steun"),
    feit("meldingen", "Meldingen", "2024", 300, hoofdstuk="steun"),
    feit("doorloop", "Doorlooptijd", "2024", 38, eenheid="dagen", hoofdstuk="steun"),
    feit("doorloop", "Doorlooptijd", "2023", 44, eenheid="dagen", hoofdstuk="steun"),
    feit("bijstand", "Uitkeringen", "2024", 196, hoofdstuk="werk"),
    feit("bijstand", "Uitkeringen", "2023", 208, hoofdstuk="werk"),
    feit("instroom", "Instroom", "2024", 61, hoofdstuk="werk"),
    feit("uitstroom", "Uitstroom", "2024", 73, hoofdstuk="werk"),
    feit("meedoen", "Gezinnen met Meedoen", "2024", 143, hoofdstuk="werk"),
]  # fmt: skip
TABELLEN = [
    tabel("kind", "stand", "Kinderen met jeugdhulp", "2023", "2024"),
    tabel("steun", "wijk", "Wmo per wijk", "2024"),
    tabel("euro", "geld", "Begroting en uitgaven", soort="financieel"),
]
maak = lopend("2024", "2024-12-31", "2025-03-18", PAGINAS, CIJFERS, GELD, TABELLEN)
