"""One invented edition, for which short pieces of text are checked one by one."""

from tests.bevindingen.bouwen import dia, document, feit, geld, tabel

HOOFDSTUKKEN = [
    ("intro", "Inleiding"), ("jeugd", "Jeugd"), ("wmo", "Wmo"), ("part", "Participatie"),
    ("fin", "Financiën"),
]  # fmt: skip
CIJFERS = [
    feit("jeugd", "Cliënten jeugdhulp", "2025-K2", 1240, hoofdstuk="jeugd"),
    feit("jeugd", "Cliënten jeugdhulp", "2025-K1", 1200, hoofdstuk="jeugd"),
    feit("jeugd", "Cliënten jeugdhulp", "2024-K2", 1310, hoofdstuk="jeugd"),
    feit("wacht", "Wachtlijst jeugd", "2025-K2", 58, hoofdstuk="jeugd"),
    feit("wacht", "Wachtlijst jeugd", "2025-K1", 64, hoofdstuk="jeugd"),
    feit("wmo", "Cliënten Wmo", "2025-K2", 2100, hoofdstuk="wmo"),
    feit("wmo", "Cliënten Wmo", "2025-K1", 2150, hoofdstuk="wmo"),
    feit("meld", "Meldingen Wmo", "2025-K2", 450, hoofdstuk="wmo"),
    feit("tev", "Tevredenheid", "2025-K2", "7.6", eenheid="cijfer", hoofdstuk="wmo"),
    feit("bijstand", "Bijstandsuitkeringen", "2025-K2", 870, hoofdstuk="part"),
    feit("bijstand", "Bijstandsuitkeringen", "2025-K1", 900, hoofdstuk="part"),
    feit("instroom", "Instroom", "2025-K2", 60, hoofdstuk="part"),
    feit("uitstroom", "Uitstroom", "2025-K2", 90, hoofdstuk="part"),
]
GELD = [
    geld("fin", "geld", "Jeugdhulp", 12000000, 12500000),
    geld("fin", "geld", "Wmo", 9000000, 8800000),
    geld("fin", "geld", "Participatie", 15000000, 15000000),
    geld("fin", "geld", "Totaal", 36000000, 36300000, is_totaal=True),
]
TABELLEN = [
    tabel("jeugd", "verloop", "Jeugd", "2025-K1", "2025-K2"),
    tabel("fin", "geld", "Begroting", soort="financieel"),
]


def maak(hoofdstuk, tekst):
    return document(
        "2025-K2", "2025-06-30", "2025-08-20", [dia(hoofdstuk, hoofdstuk, tekst)],
        hoofdstukken=HOOFDSTUKKEN, cijfers=CIJFERS, geldrijen=GELD, tabellen=TABELLEN,
    )  # fmt: skip
