"""What somebody typed in rows of the grid, read by the reader that files have too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitor.invoer.cellen import Cel, Kapot, schone_tekst
from monitor.invoer.cijferkolommen import Lezing
from monitor.invoer.fouten import Fout
from monitor.invoer.rooster import Roosterrij
from monitor.invoer.tabel import Rij, Tabel
from monitor.invoer.toepassen import Cijfer
from monitor.models import Gemeente
from monitor.models.enums import WaarnemingStatus

_BELOFTE = re.compile(
    r"(nog niet bekend|volgt)\b[\s:,(]*(?:komt )?(?:in |voor )?\s*([^()]*)\)?", re.I
)
_KOLOMMEN = ["indicator", "soort", "periode", "waarde", "status", "voetnoot", "beloofd_voor"]
LEEGMAKEN = Fout(
    "Een cijfer dat er is, kunt u niet leegmaken.",
    "Schrijf ‘niet bekend’ of ‘vervallen’, of druk op Escape.",
)
ZONDER_WAARDE = Fout("Er staat een noot zonder cijfer.", "Vul ook de waarde in.")


@dataclass(frozen=True, slots=True)
class Invoer:
    """The texts of one row, and the version of the figure that was shown (0: none)."""

    waarde: str
    status: str
    voetnoot: str
    versie: int


@dataclass(slots=True)
class Gelezen:
    """By key of the row: the figure, or what is wrong with what was typed."""

    cijfers: dict[str, Cijfer]
    fouten: dict[str, Fout]


def is_aangeraakt(rij: Roosterrij, invoer: Invoer) -> bool:
    """Whether the row says something else than what is known of it now."""
    nu = rij.huidig
    if nu is None:
        return bool(invoer.waarde.strip() or invoer.voetnoot.strip())
    return (invoer.waarde.strip(), invoer.status, invoer.voetnoot.strip()) != (
        rij.tekst,
        nu.status,
        nu.voetnoot,
    )


def lees(
    gemeente: Gemeente, rijen: Mapping[str, Roosterrij], invoer: Mapping[str, Invoer]
) -> Gelezen:
    """Read the rows that were touched; their keys are in `rijen`."""
    gelezen = Gelezen({}, {})
    te_lezen = []
    for sleutel, ingevuld in invoer.items():
        if ingevuld.waarde.strip():
            te_lezen.append(sleutel)
        elif rijen[sleutel].huidig is not None:
            gelezen.fouten[sleutel] = LEEGMAKEN
        else:
            gelezen.fouten[sleutel] = ZONDER_WAARDE
    tabelrijen = [_rij(i, rijen[s], invoer[s]) for i, s in enumerate(te_lezen)]
    dimensies = {c.dimensie.code for s in te_lezen for c in rijen[s].delen}
    lezing = Lezing(Tabel([*_KOLOMMEN, *sorted(dimensies)], _heel(tabelrijen)), gemeente)
    for rij in tabelrijen:
        for naam, cel in rij.cellen.items():
            if isinstance(cel, Kapot):
                fout = Fout(cel.melding, cel.advies, rij.nummer, naam, cel.tekst)
                gelezen.fouten[te_lezen[rij.nummer]] = fout
    for fout in reversed(lezing.fouten):
        gelezen.fouten[te_lezen[fout.rij or 0]] = fout
    gelezen.cijfers = {te_lezen[c.rij]: c for c in lezing.cijfers}
    return gelezen


def splits_belofte(tekst: str) -> tuple[str, str]:
    """ "nog niet bekend (2026-K4)" → ("nog niet bekend", "2026-K4")."""
    gevonden = _BELOFTE.fullmatch(tekst.strip())
    if gevonden is None or not gevonden[2].strip():
        return tekst, ""
    return gevonden[1], gevonden[2].strip()


def _rij(nummer: int, rij: Roosterrij, invoer: Invoer) -> Rij:
    waarde, belofte = splits_belofte(invoer.waarde)
    teksten = {
        "waarde": waarde,
        "status": invoer.status or WaarnemingStatus.DEFINITIEF.value,
        "voetnoot": invoer.voetnoot,
        "beloofd_voor": belofte,
    }
    cellen: dict[str, Cel] = {n: schone_tekst(t) for n, t in teksten.items() if t.strip()}
    cellen |= {"indicator": rij.indicator.code, "soort": rij.soort, "periode": rij.periode.code}
    cellen |= {c.dimensie.code: c.code for c in rij.delen}
    return Rij(nummer, cellen)


def _heel(rijen: Sequence[Rij]) -> list[Rij]:
    return [r for r in rijen if not any(isinstance(c, Kapot) for c in r.cellen.values())]
