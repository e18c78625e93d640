"""What a cell of a file may hold, and how it reads as text.

A cell is a `str`, `int`, `Decimal` or `bool`, one of the three kinds below, or absent when empty.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

_STUUR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_KOMMAGETAL = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?")
MAX_TEKENS = 32_767  # what a cell of a spreadsheet holds
MAX_KOLOMMEN = 16_384  # what a sheet holds; which columns a table may have is said elsewhere
_ONZICHTBAAR = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Procent:
    """A cell in percent format, as it is stored: 0.022 for 2,2%."""

    waarde: Decimal


@dataclass(frozen=True, slots=True)
class Datum:
    """A date cell; `code` is what its format shows: 2021-04-01, 2021-04 or 2021."""

    dag: date
    code: str


@dataclass(frozen=True, slots=True)
class Kapot:
    """A cell that holds no usable value: what stands there, what is wrong and what to do."""

    tekst: str
    melding: str
    advies: str


Cel = str | int | Decimal | bool | Procent | Datum | Kapot


@dataclass(slots=True)
class Ruw:
    """A sheet as it was read: rows of cells by column number, counted from 0; empty ones left out.

    `samengevoegd` and `verbergt` (rows or columns that are not shown) are known only when all rows were
    read.
    """

    blad: str
    rijen: Iterator[tuple[int, dict[int, Cel]]]
    andere_bladen: list[str] = field(default_factory=list)
    samengevoegd: list[str] = field(default_factory=list)
    verbergt: bool = False
    erboven: int = 0  # rows above the names of the columns that were left out


def schone_tekst(tekst: str) -> str | Kapot:
    """Trimmed and composed text; invisible characters at no width go, control characters do not."""
    if len(tekst) > MAX_TEKENS:
        melding = f"In de cel staan {len(tekst)} tekens; er passen er {MAX_TEKENS}."
        return Kapot(tekst[:60], melding, "Maak de tekst korter.")
    if gevonden := _STUUR.search(tekst):
        naam = f"U+{ord(gevonden[0]):04X}"
        zichtbaar = _STUUR.sub("�", tekst)[:60]
        return Kapot(zichtbaar, f"In de cel staat een onleesbaar teken ({naam}).", TYP_OPNIEUW)
    recht = tekst.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", recht).translate(_ONZICHTBAAR).strip()


TYP_OPNIEUW = "Typ de inhoud van de cel opnieuw."


def als_tekst(cel: Cel | None) -> str:
    """The text of a cell for a column that holds words or codes."""
    if cel is None:
        return ""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, Datum):
        return cel.code
    if isinstance(cel, Procent):
        return f"{getal_als_tekst(cel.waarde * 100)}%"
    if isinstance(cel, Kapot):
        return cel.tekst
    return getal_als_tekst(cel) if isinstance(cel, int | Decimal) else cel


def getal_als_tekst(getal: int | Decimal) -> str:
    return f"{Decimal(getal).normalize():f}".replace(".", ",")


def lees_kommagetal(tekst: str) -> int | Decimal:
    """The number in a workbook's XML, at the fifteen digits that a spreadsheet keeps.

    Raises ValueError when it is none, or none that is finite.
    """
    if re.fullmatch(r"-?[0-9]{1,15}", tekst):
        return int(tekst)
    getal = Decimal(f"{float(tekst):.15g}") if _KOMMAGETAL.fullmatch(tekst) else None
    if getal is None or not getal.is_finite():
        raise ValueError(tekst[:60])
    return getal


def kolomletter(nummer: int) -> str:
    """0 → A, 26 → AA."""
    letters = ""
    nummer += 1
    while nummer:
        nummer, rest = divmod(nummer - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
