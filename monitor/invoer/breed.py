"""A file in somebody's own columns, read as ours by a remembered mapping.

It becomes a sheet in our columns, so that everything after it is the same; where each row came from
is kept, so that an error points at the cell that its maker knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.conf import settings

from monitor.invoer.blok import Ruw, in_blokken
from monitor.invoer.cellen import Cel, Kapot, als_tekst, kolomletter
from monitor.invoer.cijferrijen import VASTE_NAMEN
from monitor.invoer.controle import Controle
from monitor.invoer.fouten import Fout, bedoelt_u
from monitor.invoer.indeling import (
    JAAR,
    PERIODE,
    Indeling,
    is_waarde,
    kenmerk,
    kopdelen,
    zet_van,
)
from monitor.invoer.tabel import norm, samengevoegd
from monitor.models import Bronindeling, Gemeente, Indicator
from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import lees_periode
from monitor.regels.smelten import Cijferrij, Waardekolom, smelt

ZOEK = 20  # rows at the top in which the names of the columns may stand
ONZE = frozenset({"indicator", "soort", "periode", "waarde"})
RUIMER = 4  # a wide table may have so many times the columns of a tidy one
_RIJ = re.compile(r"\brij (\d+)")

Kop = Mapping[int, Cel]


@dataclass
class Herkomst:
    """Where the rows of the tidy sheet stood: row n came from the n-th of `cellen`."""

    indeling: Bronindeling | None
    koprij: int
    kop: Kop
    bron: Mapping[str, int]  # our column → number of theirs
    cellen: list[tuple[int, int]] = field(default_factory=list)
    ruw: Ruw | None = None
    los: list[Fout] = field(default_factory=list)  # cells in a column without a name

    def cel(self, rij: int) -> tuple[int, int]:
        """Row and column number of the value behind a row of the tidy sheet."""
        return self.cellen[rij - 2] if 2 <= rij < len(self.cellen) + 2 else (self.koprij, -1)

    def naam(self, plek: int) -> str:
        """The header of a column; with its letter when that says more."""
        tekst = als_tekst(self.kop.get(plek))[:60]
        dubbel = sum(als_tekst(c)[:60] == tekst for c in self.kop.values()) > 1
        return f"{tekst} ({kolomletter(plek)})" if dubbel else tekst or kolomletter(max(plek, 0))

    def fout(self, fout: Fout) -> Fout:
        """The same error at the cell of the wide table."""
        if fout.rij is None:
            return fout
        rij, plek = self.cel(fout.rij)
        plek = self.bron.get(fout.kolom, plek)
        kolom = self.naam(plek) if plek >= 0 else fout.kolom
        return replace(fout, rij=rij, kolom=kolom, melding=_RIJ.sub(self._noem, fout.melding))

    def _noem(self, gevonden: re.Match[str]) -> str:
        rij, plek = self.cel(int(gevonden[1]))
        return f"rij {rij}, kolom ‘{self.naam(plek)}’"

    def leg_uit(self, controle: Controle) -> None:
        """Point at the cells of the file, and say by which mapping it was read."""
        self.vertaal(controle)
        controle.herkomst = self
        if self.indeling is not None:
            naam, rijen = self.indeling.naam, len(self.cellen)
            controle.opmerkingen.append(f"Gelezen met de indeling ‘{naam}’: {rijen} cijfers.")

    def vertaal(self, controle: Controle) -> None:
        eigen = [self.fout(f) for f in controle.fouten]
        controle.fouten = eigen + self.samengevoegd() + self.los
        controle.fouten.sort(key=lambda f: f.rij or 0)
        controle.verschillen = [replace(v, rij=self.cel(v.rij)[0]) for v in controle.verschillen]

    def samengevoegd(self) -> list[Fout]:
        """Merged cells in the wide table."""
        laatste = max((rij for rij, _ in self.cellen), default=self.koprij)
        bereiken = self.ruw.samengevoegd if self.ruw else []
        return list(samengevoegd(bereiken, self.koprij, laatste, max(self.kop)))


def ontvouw(gemeente: Gemeente, soort: str, ruw: Ruw) -> tuple[Ruw, Herkomst | None]:
    """The sheet in our columns when a mapping of this gemeente knows its header, else as it was."""
    if soort != "waarnemingen":
        return ruw, None
    begin = ruw.begin(ZOEK)
    if is_onze(begin):
        return ruw, None
    bekend = {b.kenmerk: b for b in Bronindeling.objects.filter(gemeente=gemeente)}
    for nummer, cellen in filter(kan_kop, begin) if bekend else ():
        if gevonden := bekend.get(kenmerk(cellen)):
            indeling = Indeling.van_json(gevonden.indeling)
            return lees_met(gemeente, ruw, nummer, cellen, indeling, gevonden)
    return ruw, None


def vraagt_indeling(gemeente: Gemeente, soort: str, ruw: Ruw) -> bool:
    """Whether this is a table in columns that nobody has mapped yet."""
    if soort != "waarnemingen":
        return False
    begin = ruw.begin(ZOEK)
    if is_onze(begin) or (kop := kies_kop(begin)) is None:
        return False
    koppen = {kenmerk(cellen) for _, cellen in filter(kan_kop, begin)}
    bekend = Bronindeling.objects.filter(gemeente=gemeente, kenmerk__in=koppen).exists()
    return not bekend and any(nummer > kop[0] and cellen for nummer, cellen in begin)


def is_onze(begin: list[tuple[int, dict[int, Cel]]]) -> bool:
    """Whether the first row that is not empty holds (nearly) all the names of our own columns.

    Several other names in the place of `waarde` are columns of values: such a table is not ours.
    """
    eerste = next((cellen for _, cellen in begin if cellen), {})
    namen = {norm(als_tekst(c)) for c in eerste.values()}
    mist, andere = ONZE - namen, namen - VASTE_NAMEN
    if mist == {"waarde"} and len(andere) > 1 and not any(bedoelt_u(n, [*mist]) for n in andere):
        return False
    return len(mist) <= 1


def kies_kop(begin: list[tuple[int, dict[int, Cel]]]) -> tuple[int, dict[int, Cel]] | None:
    """The row with the names of the columns: the first with two or more cells."""
    return next(filter(kan_kop, begin), None)


def kan_kop(rij: tuple[int, dict[int, Cel]]) -> bool:
    """Whether a row can hold the names of the columns: two or more, and not endlessly many."""
    cellen = rij[1]
    return len(cellen) > 1 and max(cellen) < settings.INVOER_MAX_KOLOMMEN * RUIMER


def lees_met(
    gemeente: Gemeente,
    ruw: Ruw,
    koprij: int,
    kop: Kop,
    indeling: Indeling,
    bewaard: Bronindeling | None = None,
) -> tuple[Ruw, Herkomst]:
    """The rows under a header, by a mapping."""
    delen = kopdelen(kop)
    rollen = {plek: indeling.kolommen.get(deel, "") for plek, deel in delen.items()}
    naar = {p: rol for p, rol in rollen.items() if rol and not is_waarde(rol)}
    waarden = [Waardekolom(p, _zet(kop[p], rol)) for p, rol in rollen.items() if is_waarde(rol)]
    herkomst = Herkomst(bewaard, koprij, kop, _bron(naar), ruw=ruw)
    smal = smelt(_onder(ruw, koprij, herkomst), naar=naar, waarden=waarden, vast=indeling.vast)
    onze = [
        n for n in dict.fromkeys([*naar.values(), *indeling.vast, *_gezet(waarden)]) if n != JAAR
    ]
    rijen = _rijen(smal, [*onze, "waarde"], herkomst, _vertaling(gemeente, indeling))
    return Ruw(ruw.blad, in_blokken(rijen), ruw.andere_bladen), herkomst


def _bron(naar: Mapping[int, str]) -> dict[str, int]:
    bron = {naam: plek for plek, naam in naar.items()}
    return bron | ({PERIODE: bron[JAAR]} if JAAR in bron else {})


def _zet(kop: Cel, rol: str) -> dict[str, str]:
    return {naam: tekst or als_tekst(kop) for naam, tekst in zet_van(rol).items()}


def _gezet(waarden: list[Waardekolom]) -> list[str]:
    return [naam for kolom in waarden for naam in kolom.zet]


def _onder(ruw: Ruw, koprij: int, herkomst: Herkomst) -> Iterator[tuple[int, dict[int, Cel]]]:
    """The rows below the header; a cell that no mapping can speak of is not left out unseen."""
    bekend = herkomst.kop.keys()
    for nummer, cellen in ruw.rijen:
        if nummer > koprij:
            if not cellen.keys() <= bekend:
                herkomst.los += [
                    _zonder_naam(nummer, p, c) for p, c in cellen.items() if p not in bekend
                ]
            yield nummer, cellen


def _zonder_naam(nummer: int, plek: int, cel: Cel) -> Fout:
    melding = "Deze cel staat in een kolom zonder naam."
    advies = "Geef de kolom een naam, of verwijder de cel."
    return Fout(melding, advies, nummer, kolomletter(plek), als_tekst(cel)[:120])


def _rijen(
    smal: Iterator[Cijferrij[Cel]],
    onze: list[str],
    herkomst: Herkomst,
    vertaling: Mapping[str, Mapping[str, str]],
) -> Iterator[tuple[int, dict[int, Cel]]]:
    yield 1, dict(enumerate(onze))
    for rij in smal:
        cellen = dict(rij.cellen)
        if not _vertaal(cellen, vertaling):
            continue
        if JAAR in cellen:
            cellen[PERIODE] = _met_jaar(cellen.get(PERIODE), cellen[JAAR])
        herkomst.cellen.append((rij.rij, rij.plek))
        yield len(herkomst.cellen) + 1, {i: cellen[n] for i, n in enumerate(onze) if n in cellen}


def _vertaal(cellen: dict[str, Cel], vertaling: Mapping[str, Mapping[str, str]]) -> bool:
    """Put codes for the words of the source; False for a row that is left out."""
    for naam, woorden in vertaling.items():
        if naam in cellen and not isinstance(cellen[naam], Kapot):
            nieuw = woorden.get(norm(als_tekst(cellen[naam])))
            if nieuw == "":
                return False
            cellen[naam] = cellen[naam] if nieuw is None else nieuw
    return True


def _met_jaar(kop: Cel | None, jaar: Cel) -> str:
    """The header with the year of its row: "jan" and 2021. What can not be read stays as it stands."""
    tekst, jaartal = als_tekst(kop), als_tekst(jaar)
    try:
        return lees_periode(tekst, jaar=int(jaartal)).code
    except (NotatieFout, ValueError):
        return f"{tekst} {jaartal}"


def _vertaling(gemeente: Gemeente, indeling: Indeling) -> dict[str, dict[str, str]]:
    """Words to codes: the names of indicators when they say which, and what the mapping adds."""
    namen: dict[str, str] = {}
    dubbel = set()
    for code, naam in Indicator.objects.filter(gemeente=gemeente).values_list("code", "naam"):
        dubbel |= {norm(naam)} & namen.keys()
        namen[norm(naam)] = code
    eigen = {naam: code for naam, code in namen.items() if naam not in dubbel}
    vertaal = {naam: dict(woorden) for naam, woorden in indeling.vertaal.items()}
    return vertaal | {"indicator": eigen | vertaal.get("indicator", {})}
