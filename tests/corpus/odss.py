"""ODS: the same harm in the other format, and its own: repeated rows, columns and spaces."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.corpus.maak import (
    GOED,
    GOEDE_TABEL,
    RIJ,
    VRIJ,
    WEIGER,
    Geval,
    ods,
    ods_delen,
    ods_rij,
    ods_rijen,
    xlsx_delen,
    zip_van,
)
from tests.corpus.xlsxs import EXTERN, LACH, MB, NET, PARAM
from tests.invoer_bestanden import KOP

CEL = "<table:table-cell"


def _cel(kenmerken: str = "", inhoud: str = "") -> str:
    return f"{CEL} {kenmerken}>{inhoud}</table:table-cell>"


def _getal(waarde: str, soort: str = "float", meer: str = "") -> str:
    return _cel(f'office:value-type="{soort}" office:value="{waarde}" {meer}')


def _tekst(tekst: str) -> str:
    return _cel('office:value-type="string"', f"<text:p>{tekst}</text:p>")


def _met(cel: str) -> bytes:
    return ods_rijen(ods_rij(*RIJ[:3], cel))


def _herhaald(wat: str, aantal: str) -> str:
    return f'table:number-{wat}-repeated="{aantal}"'


def _goed() -> dict[str, Callable[[], bytes]]:
    leeg = ods_rij(_cel(_herhaald("columns", "16384")), extra=_herhaald("rows", "1048000"))
    verborgen = '<table:table table:name="Weg" table:style-name="w"/>'
    return {
        "gewoon": ods,
        "getal": lambda: _met(_getal("748")),
        "formule met uitkomst": lambda: _met(_getal("748", meer='table:formula="of:=700+48"')),
        "een miljoen lege rijen": lambda: ods_rijen(ods_rij(*RIJ), leeg),
        "leeg blad ernaast": lambda: ods(GOEDE_TABEL + verborgen),
        "opmerking bij de cel": lambda: _met(_tekst("748").replace("<text:p>", "<office:annotation><text:p>9</text:p></office:annotation><text:p>", 1)),
        "onbekende delen": lambda: ods(**{"Pictures/x.png": b"\x00", "styles.xml": "geen xml <<<"}),
        "niet samengeperst": lambda: zip_van(ods_delen(), stil=True),
        "pad naar buiten als los deel": lambda: ods(**{"../../etc/passwd": "root"}),
    }  # fmt: skip


def _geweigerd() -> dict[str, Callable[[], bytes]]:
    gevallen: dict[str, Callable[[], bytes]] = {}
    for naam, dtd in {"extern": EXTERN, "net": NET, "parameter": PARAM, "lach": LACH}.items():
        gevallen[naam] = lambda d=dtd: ods(**{"content.xml": f"{d}<a>&e;</a>"})
    return gevallen | _delen() | _vormen() | _cellen()


def _delen() -> dict[str, Callable[[], bytes]]:
    return {
        "zonder inhoud": lambda: ods(**{"content.xml": None}),
        "zonder mimetype": lambda: ods(mimetype=None),
        "ander mimetype": lambda: ods(mimetype="application/vnd.oasis.opendocument.text"),
        "leeg mimetype": lambda: ods(mimetype=""),
        "mimetype van 20 MB": lambda: ods(mimetype="a" * (20 * MB)),
        "xlsx erin": lambda: zip_van(xlsx_delen()),
        "beide tegelijk, verkeerd type": lambda: zip_van(xlsx_delen() | {"mimetype": "x"}),
        "macro": lambda: ods(**{"Basic/Standard/Module1.xml": "Sub x"}),
        "script": lambda: ods(**{"Scripts/python/x.py": "import os"}),
        "wachtwoord": lambda: ods(**{"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        "inhoud zonder bytes": lambda: ods(**{"content.xml": ""}),
        "inhoud is geen xml": lambda: ods(**{"content.xml": "{}"}),
        "inhoud van NUL": lambda: ods(**{"content.xml": bytes(5000)}),
    }


def _vormen() -> dict[str, Callable[[], bytes]]:
    return {
        "geen tabel": lambda: ods(""),
        "lege tabel": lambda: ods('<table:table table:name="a"/>'),
        "tabel zonder eind": lambda: ods("<table:table>"),
        "tabel in een cel": lambda: _met(_cel("", GOEDE_TABEL)),
        "cel buiten een rij": lambda: ods(f'<table:table table:name="a">{_tekst("x")}</table:table>'),
        "rijen negen miljoen keer": lambda: ods_rijen(ods_rij(*RIJ, extra=_herhaald("rows", "9000000"))),
        "rij twee keer": lambda: ods_rijen(ods_rij(*RIJ, extra=_herhaald("rows", "2"))),
        "kolommen 99999999 keer": lambda: ods_rijen(ods_rij(_getal("1", meer=_herhaald("columns", "99999999")))),
        "herhaling onder nul": lambda: ods_rijen(ods_rij(*RIJ, extra=_herhaald("rows", "-1"))),
        "herhaling nul": lambda: ods_rijen(ods_rij(*RIJ, extra=_herhaald("rows", "0"))),
        "herhaling in het kwadraat": lambda: ods_rijen(ods_rij(*RIJ, extra=_herhaald("rows", "²"))),
        "herhaling van 5000 cijfers": lambda: ods_rijen(ods_rij(*RIJ, extra=_herhaald("rows", "9" * 5000))),
        "herhaling met een woord": lambda: ods_rijen(ods_rij(*RIJ, extra=_herhaald("rows", "veel"))),
        "samengevoegd": lambda: _met(_getal("1", meer='table:number-rows-spanned="2"')),
        "samengevoegd over alles": lambda: _met(_getal("1", meer='table:number-columns-spanned="99999999"')),
        "kop drie keer": lambda: ods(f'<table:table table:name="a">{ods_rij(*KOP, *KOP)}{ods_rij(*RIJ)}</table:table>'),
        "alle bladen verborgen": lambda: ods('<style:style style:name="w"><style:table-properties table:display="false"/></style:style><table:table table:name="a" table:style-name="w"/>'),
    }  # fmt: skip


def _cellen() -> dict[str, Callable[[], bytes]]:
    cellen = {
        "formule zonder uitkomst": _cel('table:formula="of:=1"'),
        "formule met fout": _cel('table:formula="of:=1/0" office:value-type="string"', "<text:p>#DIV/0!</text:p>"),
        "formule met Err:502": _cel('table:formula="of:=1/0" office:value-type="float" office:value="0"', "<text:p>Err:502</text:p>"),
        "fouttype": _cel('table:formula="of:=1" office:value-type="error"'),
        "waar": _cel('office:value-type="boolean" office:boolean-value="true"'),
        "tijd": _cel('office:value-type="time" office:time-value="PT12H"'),
        "datum": _cel('office:value-type="date" office:date-value="2021-04-01"'),
        "datum die niet bestaat": _cel('office:value-type="date" office:date-value="2021-02-31"'),
        "datum van elf cijfers": _cel('office:value-type="date" office:date-value="99999999999"'),
        "percentage": _getal("7.48", "percentage"),
        "oneindig": _getal("INF"),
        "geen getal": _getal("NaN"),
        "1e308": _getal("1e308"),
        "1e999": _getal("1e999"),
        "vijfduizend cijfers": _getal("9" * 5000),
        "gebroken": _getal("748.5"),
        "leeg getal": _getal(""),
        "kwadraat": _getal("²"),
        "onbekend celtype": _getal("748x", "klingon"),
        "spaties in het kwadraat": _cel('office:value-type="string"', '<text:p>7<text:s text:c="²"/>8</text:p>'),
        "twee alinea's": _cel('office:value-type="string"', "<text:p>7</text:p><text:p>48</text:p>"),
    }  # fmt: skip
    return {naam: lambda c=cel: _met(c) for naam, cel in cellen.items()}


def _bommen() -> dict[str, Callable[[], bytes]]:
    spaties = '<text:s text:c="99"/>'
    lang = _tekst("x" * MB)
    return {
        "nullen": lambda: ods(**{"Pictures/x.png": bytes(60 * MB)}),
        "spaties": lambda: _met(_tekst(spaties * (2 * MB))),
        "veel alinea's": lambda: _met(_cel('office:value-type="string"', "<text:p/>" * (3 * MB))),
        "lange rij, vaak": lambda: ods_rijen(ods_rij(lang, lang, extra=_herhaald("rows", "200000"))),
        "een cel zonder eind": lambda: _met(_tekst("x" * (45 * MB))),
        "cellen zonder eind": lambda: ods_rijen("<table:table-row>" + _getal("1") * (MB * 7 // 10) + "</table:table-row>"),
        "herhaalde cellen zonder eind": lambda: ods_rijen("<table:table-row>" + _getal("1", meer=_herhaald("columns", "1000")) * (MB * 3 // 10) + "</table:table-row>"),
        "kolomstijlen zonder eind": lambda: ods(f'<table:table table:name="a">{"<table:table-column/>" * MB}{ods_rij(*KOP)}{ods_rij(*RIJ[:2], _cel(chr(32).join(("office:value-type=" + chr(34) + "date" + chr(34), "office:date-value=" + chr(34) + "2021-04-01" + chr(34)))), RIJ[3]) * 100}</table:table>'),
        "tabellen zonder eind": lambda: ods('<table:table table:name="a"/>' * MB),
        "diep genest": lambda: _met("<text:a>" * (3 * MB)),
        "diep genest in een cel": lambda: _met(_cel("", "<a>" * MB + "</a>" * MB)),
        "een kenmerk zonder eind": lambda: ods_rijen(f'<table:table-row x="{"y" * (45 * MB)}"/>'),
        "stijlen zonder eind": lambda: ods('<style:style style:name="a" style:data-style-name="b"/>' * (MB // 2) + GOEDE_TABEL),
    }  # fmt: skip


VRIJE_BOMMEN = {
    "kolomstijlen zonder eind",
    "stijlen zonder eind",
    "diep genest in een cel",
    "tabellen zonder eind",
}


def maak_gevallen() -> Iterator[Geval]:
    for naam, maak in _goed().items():
        yield Geval(f"ods {naam}", "a.ods", GOED, maak)
    for naam, maak in _geweigerd().items():
        yield Geval(f"ods {naam}", "a.ods", WEIGER, maak)
    for naam, maak in _bommen().items():
        verwacht = VRIJ if naam in VRIJE_BOMMEN else WEIGER
        yield Geval(f"ods bom: {naam}", "a.ods", verwacht, maak, is_bom=True)
