"""How the columns of somebody's own file become our columns: kept per source, used again by itself.

As JSON, `schema` 1: `kolommen` (part of the header → role), `vast` (our column → text for all rows) and
`vertaal` (our column → word in the file → code, "" to leave the row out).
A role is "" (not used), the name of our column, `jaar` (the year of headers without one), or `waarde`:
values, with after a colon what their header says: `waarde:periode`, `waarde:leveringsvorm=zin`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Any

from monitor.invoer.cellen import Cel, als_tekst
from monitor.invoer.tabel import norm
from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import Tijdvak, lees_periode

SCHEMA = 1
WAARDE, JAAR, PERIODE = "waarde", "jaar", "periode"
NODIG = {"indicator": "welk cijfer het", "soort": "wat de soort", "periode": "welke periode het"}
MAX_TEKST = 120
MAX_PERIODE = 40  # a longer header is no period


class IndelingFout(ValueError):
    """A mapping that can not be used; `meldingen` say why, for people."""

    def __init__(self, *meldingen: str) -> None:
        self.meldingen = list(meldingen)
        super().__init__(" ".join(meldingen))


@dataclass(frozen=True)
class Indeling:
    kolommen: Mapping[str, str]
    vast: Mapping[str, str] = field(default_factory=dict)
    vertaal: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def van_json(cls, bewaard: Any) -> Indeling:
        """Raises `IndelingFout` for what is no mapping of this schema."""
        if not isinstance(bewaard, dict) or bewaard.get("schema") != SCHEMA:
            raise IndelingFout("Dit is geen indeling van kolommen, of van een andere versie.")
        delen = [bewaard.get(naam, {}) for naam in ("kolommen", "vast", "vertaal")]
        kolommen, vast, vertaal = delen
        if not (_teksten(kolommen) and _teksten(vast) and isinstance(vertaal, dict)):
            raise IndelingFout("In een indeling staan alleen teksten.")
        if not all(_teksten(woorden) for woorden in vertaal.values()):
            raise IndelingFout("In de vertaling staan alleen teksten.")
        return cls(kolommen, vast, vertaal)

    def als_json(self) -> dict[str, Any]:
        vertaal = {naam: dict(woorden) for naam, woorden in self.vertaal.items() if woorden}
        vast = {naam: tekst for naam, tekst in self.vast.items() if tekst}
        return {"schema": SCHEMA, "kolommen": dict(self.kolommen), "vast": vast, "vertaal": vertaal}

    def rollen(self) -> list[str]:
        return [rol for rol in self.kolommen.values() if rol]

    def toets(self, bekend: Iterable[str]) -> None:
        """Whether each figure gets all it needs, from one place. Raises `IndelingFout` with all reasons.

        `bekend` are the columns of our own that there are.
        """
        waarden = [zet_van(rol) for rol in self.rollen() if is_waarde(rol)]
        gewoon = [rol for rol in self.rollen() if not is_waarde(rol)]
        fouten = [] if waarden else ["Kies bij ten minste één kolom dat er de cijfers in staan."]
        toegestaan = {*bekend, JAAR} - {WAARDE}
        vreemd = {n for n in (*gewoon, *self.vast) if n not in toegestaan}
        vreemd |= {n for zet in waarden for n in zet if n not in toegestaan}
        fouten += [f"De kolom ‘{n}’ is niet bekend." for n in sorted(vreemd)]
        tel = Counter([*gewoon, *(n for n, tekst in self.vast.items() if tekst)])
        tel.update({n for zet in waarden for n in zet})
        fouten += [f"‘{n}’ komt van twee plaatsen. Kies er een." for n in tel if tel[n] > 1]
        for naam, wat in NODIG.items():
            if naam not in self._van_rij() and not all(naam in z for z in waarden):
                fouten.append(f"Er is nog niet gezegd {wat} is.")
        if JAAR in gewoon and not any(PERIODE in z for z in waarden):
            fouten.append(
                "Kies bij de kolom met het jaar ‘periode’: de andere koppen zijn geen periode."
            )
        if fouten:
            raise IndelingFout(*dict.fromkeys(fouten))

    def _van_rij(self) -> set[str]:
        vast = {naam for naam, tekst in self.vast.items() if tekst}
        return vast | {rol for rol in self.rollen() if not is_waarde(rol)}


def is_waarde(rol: str) -> bool:
    return rol == WAARDE or rol.startswith(f"{WAARDE}:")


def zet_van(rol: str) -> dict[str, str]:
    """What the header of a column of values says: our column → text, "" for the header itself."""
    _, _, zegt = rol.partition(":")
    return {n: w for n, _, w in (deel.partition("=") for deel in zegt.split(";") if deel)}


def _teksten(deel: Any) -> bool:
    return isinstance(deel, dict) and all(
        isinstance(n, str) and isinstance(w, str) and len(w) <= 400 for n, w in deel.items()
    )


# -- headers ---------------------------------------------------------------------------------------


def kopdelen(kop: Mapping[int, Cel]) -> dict[int, str]:
    """What each cell of a header is called in a mapping. Periods go by their sort (`#maand`), so that
    next month's file has the same shape; a word that comes twice gets a number."""
    gezien: Counter[str] = Counter()
    delen = {}
    for plek, cel in sorted(kop.items()):
        tekst = als_tekst(cel)[:MAX_TEKST]
        deel = f"#{t}" if (t := periodesoort(tekst)) else norm(tekst)
        if not t:
            gezien[deel] += 1
            deel = deel if gezien[deel] == 1 else f"{deel} ({gezien[deel]})"
        delen[plek] = deel
    return delen


def kenmerk(kop: Mapping[int, Cel]) -> str:
    """The same for headers of the same shape, whatever the order of their columns."""
    return sha256("\n".join(sorted(set(kopdelen(kop).values()))).encode()).hexdigest()


@lru_cache(maxsize=2000)
def periodesoort(tekst: str) -> str:
    """`maand`, `jaar`, …; `maand zonder jaar` for a bare "jan"; "" for what is no period."""
    if len(tekst) > MAX_PERIODE:
        return ""
    if periode := _periode(tekst):
        return str(periode.soort)
    if periode := _periode(tekst, jaar=2000):
        return f"{periode.soort} zonder jaar"
    return ""


def _periode(tekst: str, jaar: int | None = None) -> Tijdvak | None:
    try:
        return lees_periode(tekst, jaar=jaar)
    except NotatieFout:
        return None
