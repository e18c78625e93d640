"""Odd files that offices make without meaning harm: exports, reports with a title, money in other shapes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tests.corpus.maak import (
    GOED,
    RIJ,
    WEIGER,
    Geval,
    csv,
    met_teksten,
    ods,
    ods_rij,
    ods_rijen,
    rij_xml,
    xlsx,
)
from tests.corpus.xlsxs import _met_stijl
from tests.invoer_bestanden import KOP

GOEDE = csv(RIJ)
NOOT, KOP_NOOT = [*RIJ, "cliënten"], [*KOP, "voetnoot"]
SCHEEF = b"indicator,soort,periode,waarde,voetnoot\r\nclienten-jeugd,realisatie,2021-04,7,5,\r\n"


def _csv_goed() -> dict[str, bytes]:
    return {
        "utf-32": csv(RIJ, codering="utf-32"),
        "staande streep": csv(RIJ, sch="|"),
        "SEP met hoofdletters": b"SEP=;\r\n" + GOEDE,
        "twee keer een BOM": b"\xef\xbb\xbf\xef\xbb\xbf" + GOEDE,
        "BOM midden in het bestand": GOEDE.replace(b"clienten", b"\xef\xbb\xbfclienten"),
        "titel erboven": b"Cijfers van Demodam\r\n\r\n" + GOEDE,
        "kop op rij 4": b"Rapport;;;\r\n;;;\r\nDatum;1-1-2022;;\r\n" + GOEDE,
        "rijen van alleen spaties": GOEDE + b"\r\n ; ;  ; \r\n",
        "scheidingsteken achter elke rij": GOEDE.replace(b"\r\n", b";\r\n") + b";",
        "apostrof voor het getal": GOEDE.replace(b"748", b"'748"),
        "dunne spatie": csv([*RIJ[:3], "\u2009748\u2009"]),
        "streepje van een tekstverwerker": csv([*RIJ[:2], "2021–04", "748"]),
        "kop en rij op verschillende regeleinden": GOEDE.replace(b"\r\n", b"\n", 1) + b"\r\n",
    }


def _csv_geweigerd() -> dict[str, bytes]:
    waarden = (
        "(748)", "€ (748)", "748-", "748 -", "-", "€ -", "—", "#N/B", "#REF!", "####", "7,48E+02", "748*",
        "748¹", "748 1)", "748 (voorlopig)", "748 cliënten", "€ 748", "748 euro", "748k", "≤748", "748+",
        "7,48%", "½", "7\u00ad48", "\u200f748",
    )  # fmt: skip
    cellen = {f"waarde {w!r}": csv([*RIJ[:3], w]) for w in waarden}
    perioden = ("44287", "2020/21", "04-13-2021", "2021-04-01 08:30", "week 12 2021", "#REF!")
    cellen |= {f"periode {p!r}": csv([*RIJ[:2], p, "748"]) for p in perioden}
    return cellen | {
        "totaal onderaan": csv(RIJ, ["Totaal", "", "", "748"]),
        "bron onderaan": csv(RIJ, ["Bron: CBS", "", "", ""]),
        "twee tabellen": GOEDE + b"\r\n\r\n" + GOEDE.replace(b"-04", b"-05"),
        "komma in een getal, kop met een kolom meer": SCHEEF,
        "komma in een getal": csv([*RIJ[:3], "7", "5"], sch=","),
        "letters van DOS": csv(NOOT, kop=KOP_NOOT, codering="cp850"),
        "letters van een oude Mac": csv(NOOT, kop=KOP_NOOT, codering="mac_roman"),
        "twee keer gecodeerd": csv([*RIJ, "cliÃ«nten"], kop=KOP_NOOT),
        "webpagina zonder kop": b"<table><tr><td>indicator</td></tr></table>",
        "json met een lijst": b'[{"indicator": "clienten-jeugd"}]',
    }


def _xlsx_goed() -> dict[str, Callable[[], bytes]]:
    titel = rij_xml(1, "Cijfers van Demodam") + rij_xml(4, *KOP) + rij_xml(5, *RIJ)
    enter = "".join(f"<si><t>{t}_x000D_</t></si>" for t in (*KOP, *RIJ))
    rijen = "".join(
        f'<row r="{n}">'
        + "".join(f'<c r="{k}{n}" t="s"><v>{i + 4 * (n - 1)}</v></c>' for i, k in enumerate("ABCD"))
        + "</row>"
        for n in (1, 2)
    )
    return {
        "titel boven de kop": partial(xlsx, titel),
        "regelterugloop als _x000D_": partial(met_teksten, rijen, enter),
        "opmaak van boekhouders": partial(_met_stijl, "_ * #,##0_ ;_ * (#,##0)_ ;_ * -??_ ", "748"),
        "getoond in duizenden": partial(_met_stijl, "#,##0,", "748"),
        "opmaak die niets toont": partial(_met_stijl, ";;;", "748"),
        "dag met tijd nul": partial(_met_stijl, "mmm-yy", "44287", "C"),
    }


def _xlsx_geweigerd() -> dict[str, Callable[[], bytes]]:
    return {
        "dollars": partial(_met_stijl, "[$$-409]#,##0.00", "748"),
        "ponden": partial(_met_stijl, "[$£-809]#,##0.00", "748"),
        "dagnummer als periode": partial(_met_stijl, "0", "44287", "C"),
        "half teken als _xD83D_": partial(xlsx, rij_xml(1, *KOP) + rij_xml(2, *RIJ[:3], "_xD83D_")),
        "NUL als _x0000_": partial(xlsx, rij_xml(1, *KOP) + rij_xml(2, *RIJ[:3], "7_x0000_48")),
    }


def _ods() -> dict[str, tuple[str, Callable[[], bytes]]]:
    def geld(munt: str) -> str:
        kenmerken = f'office:value-type="currency" office:currency="{munt}" office:value="748"'
        return f"<table:table-cell {kenmerken}/>"

    titel = f"{ods_rij('Cijfers')}{ods_rij(*KOP)}{ods_rij(*RIJ)}"
    return {
        "dollars": (WEIGER, partial(ods_rijen, ods_rij(*RIJ[:3], geld("USD")))),
        "euro's": (GOED, partial(ods_rijen, ods_rij(*RIJ[:3], geld("EUR")))),
        "titel boven de kop": (
            GOED,
            partial(ods, f'<table:table table:name="Blad1">{titel}</table:table>'),
        ),
    }


def maak_gevallen() -> Iterator[Geval]:
    for naam, inhoud in _csv_goed().items():
        yield Geval(f"kantoor csv {naam}", "a.csv", GOED, partial(bytes, inhoud))
    for naam, inhoud in _csv_geweigerd().items():
        yield Geval(f"kantoor csv {naam}", "a.csv", WEIGER, partial(bytes, inhoud))
    for naam, maak in _xlsx_goed().items():
        yield Geval(f"kantoor xlsx {naam}", "a.xlsx", GOED, maak)
    for naam, maak in _xlsx_geweigerd().items():
        yield Geval(f"kantoor xlsx {naam}", "a.xlsx", WEIGER, maak)
    for naam, (verwacht, maak) in _ods().items():
        yield Geval(f"kantoor ods {naam}", "a.ods", verwacht, maak)
    for naam in ("a.txt", "a.tsv", "a.zip", "a.numbers", "a.pdf"):
        yield Geval(f"kantoor naam {naam}", naam, WEIGER, partial(bytes, GOEDE))
