"""One page of forms: which are sent, which are saved, and what stays in them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from programma.bijwerken.formulier import INHOUD, KEUZES, LijnForm
from programma.bijwerken.lijst import Lijn

ALLES = "alles"


@dataclass
class Pagina:
    forms: list[LijnForm]

    @property
    def vragend(self) -> list[LijnForm]:
        return [f for f in self.forms if f.lijn.vraagt]

    @property
    def overige(self) -> list[LijnForm]:
        return [f for f in self.forms if not f.lijn.vraagt]

    @property
    def gevuld(self) -> list[LijnForm]:
        return [f for f in self.forms if f.is_gevuld]

    @property
    def mis(self) -> list[LijnForm]:
        return [f for f in self.forms if f.is_mis]

    def gekozen(self, knop: str) -> list[LijnForm]:
        """What the button saves: everything that is filled in, or one line."""
        if knop == ALLES:
            return self.gevuld
        return [f for f in self.forms if f.lijn.sleutel == knop]


def open_pagina(lijnen: Iterable[Lijn], data: Any = None) -> Pagina:
    return Pagina([LijnForm(lijn, data) for lijn in lijnen])


def gestuurd(lijnen: Iterable[Lijn], data: Container[str]) -> list[Lijn]:
    """The lines whose form was on the page that was sent."""
    return [x for x in lijnen if f"{x.sleutel}-gezien" in data]


def verdwenen(lijnen: Iterable[Lijn], data: Mapping[str, str]) -> list[str]:
    """What somebody wrote about lines that are not there any more: archived since, or given to another."""
    hier = {x.sleutel for x in lijnen}
    weg = [k.removesuffix("-gezien") for k in data if k.endswith("-gezien")]
    teksten = (
        " · ".join(
            t
            for veld in INHOUD
            if veld not in KEUZES and (t := data.get(f"{sleutel}-{veld}", "").strip())
        )
        for sleutel in weg
        if sleutel not in hier
    )
    return [tekst for tekst in teksten if tekst]


def na_bewaren(oud: Pagina, lijnen: Sequence[Lijn], bewaard: Iterable[str]) -> Pagina:
    """Fresh forms for what was saved; all others as they were, with their text and their errors."""
    klaar = set(bewaard)
    eerder = {f.lijn.sleutel: f for f in oud.forms}
    return Pagina(
        [
            LijnForm(x) if x.sleutel in klaar or x.sleutel not in eerder else eerder[x.sleutel]
            for x in lijnen
        ]
    )
