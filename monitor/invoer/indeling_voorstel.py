"""What the columns of an unknown table probably are: a proposal that a person looks at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from monitor.invoer.breed import Kop
from monitor.invoer.cellen import als_tekst
from monitor.invoer.indeling import JAAR, WAARDE, Indeling, is_waarde, kopdelen, zet_van
from monitor.invoer.keuzes import ALIASSEN
from monitor.invoer.register import Register
from monitor.invoer.tabel import norm
from monitor.models.enums import Soort

GEGEVENS = {
    "indicator": "Welk cijfer (naam of code)",
    "soort": "Soort (realisatie, begroting …)",
    "periode": "Periode",
    JAAR: "Jaar, bij koppen zonder jaar",
    "gemeente": "Gemeente",
    "status": "Status (voorlopig, definitief …)",
    "voetnoot": "Voetnoot voor lezers",
    "beloofd_voor": "Beloofd voor",
    "brondatum": "Brondatum",
}
WOORDEN = {
    "indicator": (
        "cijfer",
        "indicator",
        "voorziening",
        "naam",
        "omschrijving",
        "onderwerp",
        "product",
    ),
    "periode": ("maand", "kwartaal", "tijdvak", "peildatum", "datum"),
    JAAR: ("jaar", "boekjaar"),
    "gemeente": ("gemeente", "gemeentenaam"),
    "voetnoot": ("noot",),  # not "opmerking": what staff write to each other is not for readers
    WAARDE: ("aantal", "aantallen", "bedrag", "totaal", "stand", "uitkomst", "score", "euro"),
}
_OP_WOORD = {woord: rol for rol, woorden in WOORDEN.items() for woord in woorden}


def stel_voor(
    register: Register, kop: Kop, inhoud: Mapping[str, Sequence[str]] | None = None
) -> Indeling:
    """A role for each part of the header; realisation when nothing says the kind of figure.

    `inhoud`: part of the header → some texts of its column, for a name that says nothing.
    """
    kolommen = {deel: _rol(register, deel, als_tekst(kop[p])) for p, deel in kopdelen(kop).items()}
    for deel, teksten in (inhoud or {}).items():
        kolommen[deel] = kolommen.get(deel) or _van_inhoud(register, teksten)
    kolommen = _eerste_van_elk(kolommen)
    zegt_periode = any("periode" in zet_van(r) for r in kolommen.values() if is_waarde(r))
    if not zegt_periode and JAAR in kolommen.values() and "periode" not in kolommen.values():
        kolommen = {d: "periode" if rol == JAAR else rol for d, rol in kolommen.items()}
    gezegd = {n for rol in kolommen.values() for n in (zet_van(rol) or {rol: ""})}
    vast = {} if "soort" in gezegd else {"soort": Soort.REALISATIE.value}
    if "indicator" not in gezegd and len(register.indicatoren) == 1:
        vast["indicator"] = next(iter(register.indicatoren))
    return Indeling(kolommen, vast)


def _rol(register: Register, deel: str, tekst: str) -> str:
    if deel.startswith("#"):
        return f"{WAARDE}:periode"
    woord = norm(tekst)
    if woord in GEGEVENS or woord == WAARDE:
        return woord
    for code, dimensie in register.dimensies.items():
        if woord in (norm(code), norm(dimensie.naam)):
            return code
    if passend := _categorieen(register, woord):
        return f"{WAARDE}:{passend[0]}" if len(passend) == 1 else ""
    if soort := _soort(woord):
        return f"{WAARDE}:soort={soort}"
    namen = [c for c, i in register.indicatoren.items() if woord in (norm(c), norm(i.naam))]
    if len(namen) == 1:
        return f"{WAARDE}:indicator={namen[0]}"
    return _OP_WOORD.get(woord, "")


def _van_inhoud(register: Register, teksten: Sequence[str]) -> str:
    """The only breakdown that knows most of the words; a column of figures has none."""
    woorden = {norm(t) for t in teksten}
    delen = {
        dimensie: len(woorden & {w for c in rijen.values() for w in (norm(c.code), norm(c.naam))})
        for dimensie, rijen in register.categorieen.items()
    }
    meeste = [d for d, aantal in delen.items() if aantal > 1 and 2 * aantal > len(woorden)]
    return meeste[0] if len(meeste) == 1 else ""


def _categorieen(register: Register, woord: str) -> list[str]:
    return [
        f"{dimensie}={c.code}"
        for dimensie, rijen in register.categorieen.items()
        for c in rijen.values()
        if woord in (norm(c.code), norm(c.naam))
    ]


def _soort(woord: str) -> str:
    bekend = {norm(label): waarde for waarde, label in Soort.choices}
    bekend |= ALIASSEN[Soort] | {norm(waarde): waarde for waarde in Soort.values}
    return str(bekend.get(woord, ""))


def _eerste_van_elk(kolommen: Mapping[str, str]) -> dict[str, str]:
    """Of two columns that would describe the row in the same way, the first."""
    gezien: set[str] = set()
    uit = {}
    for deel, rol in kolommen.items():
        dubbel = bool(rol) and not is_waarde(rol) and rol in gezien
        uit[deel] = "" if dubbel else rol
        gezien.add(rol)
    return uit
