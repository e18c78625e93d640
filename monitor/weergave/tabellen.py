"""Tables of the reader pages, with django-tables2: row headers, right-aligned figures, footnotes."""

from __future__ import annotations

from typing import Any

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString

from monitor.weergave.opmaak import cel_html


class CelKolom(tables.Column):
    """A figure of the snapshot: right-aligned, with its word and the letter of its footnote."""

    attrs = {"th": {"class": "rm-getal"}, "td": {"class": "rm-getal"}}

    def __init__(self, *args: Any, noten: tuple[str, ...] = (), blok: str = "", **kw: Any) -> None:
        super().__init__(*args, orderable=False, empty_values=(), **kw)
        self.noten, self.blok = noten, blok

    def render(self, value: Any) -> SafeString:
        return cel_html(value, self.noten, self.blok)


class RijKolom(tables.Column):
    """The header of a row; a link when the row is a figure with a page of its own."""

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, orderable=False, empty_values=(), **kw)

    def render(self, value: Any, record: dict[str, Any]) -> SafeString | str:
        if record.get("adres"):
            return format_html('<a href="{}">{}</a>', record["adres"], value)
        return value or ""


class WoordKolom(tables.Column):
    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, orderable=False, default="", **kw)


class BlokTabel(tables.Table):
    """Any table of the snapshot; its columns are given when it is made."""

    class Meta:
        template_name = "weergave/tabel.html"
        orderable = False
        attrs = {"class": "utrecht-table"}
        row_attrs = {"class": lambda record: "rm-totaal" if record.get("is_totaal") else None}

    def __init__(self, *args: Any, bijschrift: str = "", sleutel: str = "", **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.bijschrift, self.sleutel = bijschrift, sleutel
        self.is_herhaling = False  # the caption says what the heading above it says already


def noten_van(blok: dict[str, Any]) -> tuple[str, ...]:
    """The footnotes of the block, and those of its cells that it did not list."""
    noten = [*blok["voetnoten"]]
    for cel in _cellen(blok):
        if cel and cel["voetnoot"] and cel["voetnoot"] not in noten:
            noten.append(cel["voetnoot"])
    return tuple(noten)


def _cellen(blok: dict[str, Any]) -> list[Any]:
    inhoud = blok["inhoud"]
    if blok["soort"] == "tabel":
        return [c for rij in inhoud["rijen"] for c in rij["cellen"]]
    if blok["soort"] == "grafiek":
        return [c for reeks in inhoud["reeksen"] for c in reeks["punten"]]
    if blok["soort"] == "ranglijst":
        return [rij["cel"] for rij in inhoud["rijen"]]
    if blok["soort"] == "financieel":
        codes = [k["code"] for k in inhoud["kolommen"]]
        return [rij[code] for rij in inhoud["rijen"] for code in codes]
    if blok["soort"] == "tegels":
        return [t["cel"] for t in inhoud["tegels"]]
    return []


def van_blok(blok: dict[str, Any], bijschrift: str = "") -> BlokTabel:
    maak = {"tabel": _tabel, "ranglijst": _ranglijst, "grafiek": _grafiek}[blok["soort"]]
    rijkop, koppen, rijen = maak(blok["inhoud"])
    noten = noten_van(blok)
    kolommen: list[tuple[str, tables.Column]] = [("label", RijKolom(verbose_name=rijkop))]
    kolommen += [
        (f"c{i}", CelKolom(verbose_name=kop, noten=noten, blok=blok["code"]))
        for i, kop in enumerate(koppen)
    ]
    eigen = bijschrift or blok["ondertitel"]
    tabel = BlokTabel(
        rijen,
        extra_columns=kolommen,
        bijschrift=eigen or blok["titel"],
        sleutel=blok["code"],
    )
    tabel.is_herhaling = not eigen
    return tabel


def _rij(label: str, cellen: list[Any], **rest: Any) -> dict[str, Any]:
    return {"label": label, **{f"c{i}": cel for i, cel in enumerate(cellen)}, **rest}


def _tabel(inhoud: dict[str, Any]) -> tuple[str, list[str], list[Any]]:
    rijen = [_rij(r["label"], r["cellen"], is_totaal=r["is_totaal"]) for r in inhoud["rijen"]]
    return inhoud["rijkop"], [k["titel"] for k in inhoud["kolommen"]], rijen


def _ranglijst(inhoud: dict[str, Any]) -> tuple[str, list[str], list[Any]]:
    rijen = [_rij(f"{r['plaats']}. {r['label']}", [r["cel"]]) for r in inhoud["rijen"]]
    return "Plaats", [inhoud["kolom"]], rijen


def _grafiek(inhoud: dict[str, Any]) -> tuple[str, list[str], list[Any]]:
    reeksen = inhoud["reeksen"]
    rijen = [
        _rij(label, [r["punten"][i] for r in reeksen]) for i, label in enumerate(inhoud["labels"])
    ]
    return "", [r["naam"] for r in reeksen], rijen


def losse_tabel(
    kolommen: list[tuple[str, str, str]], rijen: list[dict[str, Any]], bijschrift: str, sleutel: str
) -> BlokTabel:
    """A table that is not a block. `kolommen`: name, heading, and "rij", "cel" or "woord"."""
    soorten = {"rij": RijKolom, "cel": CelKolom, "woord": WoordKolom}
    extra = [(naam, soorten[soort](verbose_name=kop)) for naam, kop, soort in kolommen]
    return BlokTabel(rijen, extra_columns=extra, bijschrift=bijschrift, sleutel=sleutel)
