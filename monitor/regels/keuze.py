"""Which periods a block shows, chosen in words so that a copied edition follows its own time.

""             the newest
"laatste 12"   the twelve newest
"zelfde maand 3"  the newest and the same part of the year in the two years before it
"alles"        all
"2019-02, 2020-02"  these, when they are there
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import Tijdvak, een_jaar_eerder, lees_periode


@dataclass(frozen=True)
class Keuze:
    soort: str  # nieuwste · laatste · zelfde · alles · genoemd
    aantal: int = 1
    codes: tuple[str, ...] = ()


def lees_keuze(tekst: str) -> Keuze:
    """Read the choice. Raises `NotatieFout` with the forms that are known."""
    klein = " ".join(tekst.casefold().split())
    if not klein:
        return Keuze("nieuwste")
    if klein in ("alles", "alle"):
        return Keuze("alles")
    if gevonden := re.fullmatch(r"laatste ([1-9]\d{0,2})", klein):
        return Keuze("laatste", int(gevonden[1]))
    if gevonden := re.fullmatch(r"zelfde (?:maand|periode|kwartaal|jaar)? ?([1-9]\d?)", klein):
        return Keuze("zelfde", int(gevonden[1]))
    try:
        codes = tuple(lees_periode(deel).code for deel in tekst.split(",") if deel.strip())
    except NotatieFout as fout:
        raise NotatieFout(
            f"‘{tekst}’ is geen keuze van perioden. Schrijf ‘laatste 12’, ‘zelfde maand 3’, "
            f"‘alles’, of perioden met een komma ertussen. ({fout.melding})"
        ) from fout
    return Keuze("genoemd", len(codes), codes)


def tijdvolgorde(t: Tijdvak) -> tuple[date, date, str]:
    """Order of time: by end, then by start, so that a month comes after the year to date.

    An open end comes last, an unknown start first.
    """
    return (t.eind or date.max, t.begin or date.min, t.code)


def kies_perioden(
    keuze: str, beschikbaar: Sequence[Tijdvak], *, peildatum: date | None
) -> list[Tijdvak]:
    """The chosen periods in order of time, none that ends after the peildatum (None: no bound)."""
    gekozen = lees_keuze(keuze)
    op_tijd = [t for t in beschikbaar if peildatum is None or (t.eind or t.begin) <= peildatum]  # type: ignore[operator]
    alle = sorted(dict.fromkeys(op_tijd), key=tijdvolgorde)
    if gekozen.soort == "genoemd":
        return [t for t in alle if t.code in gekozen.codes]
    if gekozen.soort == "alles" or not alle:
        return alle
    if gekozen.soort == "zelfde":
        gewenst = [alle[-1]]
        while len(gewenst) < gekozen.aantal:
            gewenst.append(een_jaar_eerder(gewenst[-1]))
        return [t for t in alle if t in gewenst]
    return alle[-gekozen.aantal :]
