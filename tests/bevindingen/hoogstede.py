"""Hoogstede: an invented yearly overview of two pages a chapter, only measured."""

from tests.bevindingen.bouwen import Fout, feit, geld, lopend, tabel

PAGINAS = [
    ("terugblik", "Terugblik", [
        "Het jaar 2025 stond in Hoogstede in het teken van wachttijden en geld.",
        Fout("SALDO", "We eindigden met een nadelig saldo van € 860.000.", "We eindigden met een nadelig saldo van € 680.000."),
        Fout("PCT", "Op een begroting van € 71,5 miljoen is dat 1,2%.", "Een nadeel van € 860.000 op een begroting van € 71,5 miljoen is 2,1%."),
        "De accountant rondt zijn controle af in mei 2026.",
        Fout("DATE", "Op 18 november 2025 stelde de raad het nieuwe kader vast.", "Op 31 november 2025 stelde de raad het nieuwe kader vast."),
    ]),
    ("jeugd", "Jeugd", [
        Fout("RICHTING", "Voor het eerst in jaren daalde het aantal jeugdigen met hulp: 1.711 in 2024, 1.668 in 2025.",
             "Opnieuw steeg het aantal jeugdigen met hulp: 1.711 in 2024, 1.668 in 2025."),
        Fout("PCT", "Dat is een verschil van 2,5%.", "Dat is een verschil van 5,2%."),
        "Vooral bij dyslexie en begeleiding zien we minder vraag.",
        Fout("SUM", "Verwijzers waren de huisarts (772), het wijkteam (610) en anderen (286).",
             "De 1.668 verwijzingen kwamen van de huisarts (772), het wijkteam (610) en anderen (386)."),
        Fout("AVG", "We besteedden € 25.020.000, oftewel € 15.000 per jeugdige.", "We besteedden aan 1.668 jeugdigen € 25.020.000, oftewel € 18.000 per jeugdige."),
        "De helft van de trajecten duurt korter dan negen maanden.",
    ]),
    ("wmo", "Wmo", [
        "Eind 2025 hadden 3.120 inwoners een voorziening.",
        Fout("PCT", "In een jaar tijd kwamen er 120 bij (was 3.000), een groei van 4%.", "In een jaar tijd groeide het aantal van 3.000 naar 3.120, dus met 6%."),
        Fout("AVG", "Er waren 1.848 meldingen, gemiddeld 154 per maand.", "Er waren in twaalf maanden 1.848 meldingen, gemiddeld 184 per maand."),
        Fout("PCT", "Van die meldingen werd 1 op de 4 (462) doorverwezen naar welzijn.", "Van de 1.848 meldingen werd 1 op de 6 (462) doorverwezen naar welzijn."),
        Fout("RICHTING", "De doorlooptijd verbeterde: van 52 naar 43 dagen.", "De doorlooptijd verslechterde: van 52 naar 43 dagen."),
        Fout("XREF", "Zie tabel 2 voor de soorten voorzieningen.", "Zie tabel 12 voor de soorten voorzieningen."),
        "Inwoners betalen in 2026 € 21,80 per maand.",
    ]),
    ("werk", "Werk en inkomen", [
        "Per eind 2025 waren er 1.140 uitkeringen, 60 minder dan een jaar eerder.",
        Fout("SUM", "Er gingen 310 mensen uit en 250 mensen in, per saldo 60 minder.", "De instroom was 250 en de uitstroom 310, per saldo 80 minder."),
        Fout("PCT", "Van de 310 uitstromers vonden 155 mensen werk: de helft.", "Van de 310 uitstromers vonden 155 mensen werk: een derde."),
        Fout("LOS|STALE", "Het Kindpakket bereikte 934 kinderen.", "Het Kindpakket bereikte 943 kinderen."),
        "De armoedegrens ligt bij ons op 120% van het sociaal minimum.",
    ]),
    ("geld", "Geld", [
        Fout("SALDO", "Jeugd gaf € 1.020.000 meer uit dan begroot.", "Jeugd gaf € 1.200.000 meer uit dan begroot."),
        Fout("SALDO|RICHTING", "De Wmo bleef € 260.000 binnen het budget.", "De Wmo kwam € 260.000 tekort."),
        "Bij Werk en inkomen was het nadeel € 100.000.",
        Fout("SUM|SALDO", "Alles opgeteld: € 860.000 nadelig.", "Alles opgeteld: € 960.000 nadelig."),
    ]),
]  # fmt: skip
GELD = [
    geld("geld", "geld", "Jeugd", 24000000, 25020000),
    geld("geld", "geld", "Wmo", 19500000, 19240000),
    geld("geld", "geld", "Werk en inkomen", 28000000, 28100000),
    geld("geld", "geld", "Totaal", 71500000, 72360000, is_totaal=True),
]
CIJFERS = [
    feit("jeugd", "Jeugdigen met hulp", "2025", 1668, hoofdstuk="jeugd"),
    feit("jeugd", "Jeugdigen met hulp", "2024", 1711, hoofdstuk="jeugd"),
    feit("wmo", "Inwoners met een voorziening", "2025", 3120, hoofdstuk="wmo"),
    feit("wmo", "Inwoners met een voorziening", "2024", 3000, hoofdstuk="wmo"),
    feit("meldingen", "Meldingen", "2025", 1848, hoofdstuk="wmo"),
    feit("bijstand", "Uitkeringen", "2025", 1140, hoofdstuk="werk"),
    feit("bijstand", "Uitkeringen", "2024", 1200, hoofdstuk="werk"),
    feit("in", "Instroom", "2025", 250, hoofdstuk="werk"),
    feit("uit", "Uitstroom", "2025", 310, hoofdstuk="werk"),
    feit("kind", "Kindpakket", "2025", 934, hoofdstuk="werk"),
]
TABELLEN = [
    tabel("jeugd", "stand", "Jeugdigen", "2024", "2025"),
    tabel("wmo", "soort", "Voorzieningen", "2025"),
    tabel("geld", "geld", "Begroting en rekening", soort="financieel"),
]
maak = lopend("2025", "2025-12-31", "2026-04-14", PAGINAS, CIJFERS, GELD, TABELLEN)
