"""A note that was written as one text, put into the sections of the gemeente by its headings."""

import re
from collections.abc import Iterable

from django.utils.text import slugify

from monitor.models import Notasectie

_KOP = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)


def verdeel(tekst: str) -> tuple[str, list[tuple[str, str]]]:
    """(what stands before the first heading, [(heading, text)]). Every heading begins a part."""
    stukken = _KOP.split(tekst.replace("\r\n", "\n"))
    paren = zip(stukken[1::2], stukken[2::2], strict=True)
    return stukken[0].strip(), [(kop.strip(), inhoud.strip()) for kop, inhoud in paren]


def plaats(
    secties: Iterable[Notasectie], delen: Iterable[tuple[str, str]]
) -> list[tuple[Notasectie, str]]:
    """Each section with its text. A part that fits no section becomes one, where it was written."""
    uit = [(s, "") for s in secties]
    plek = 0
    for kop, tekst in delen:
        gevonden = _zoek(uit, kop)
        if gevonden is None:
            eigen = Notasectie(code=slugify(kop) or f"deel-{len(uit)}", kop=kop)
            uit.insert(plek, (eigen, tekst))
            plek += 1
        else:
            sectie, eerder = uit[gevonden]
            uit[gevonden] = (sectie, f"{eerder}\n\n{tekst}".strip())
            plek = gevonden + 1
    return uit


def _zoek(secties: list[tuple[Notasectie, str]], kop: str) -> int | None:
    """ "Consequenties voor de gemeente" is the section Consequenties."""
    naam = slugify(kop)
    for i, (sectie, _) in enumerate(secties):
        eigen = slugify(sectie.kop)
        if eigen and (naam == eigen or naam.startswith(f"{eigen}-")):
            return i
    return None
