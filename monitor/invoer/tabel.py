"""A sheet as a table with known columns: the header is matched, rows are counted and bounded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

from django.conf import settings

from monitor.invoer.blok import Blok, Celkolom, Ruw
from monitor.invoer.cellen import Cel, Kapot, als_tekst, kolomletter
from monitor.invoer.fouten import Fout, LeesFout, bedoelt_u
from monitor.invoer.xlsx_delen import kolomnummer

_REEKS = re.compile(r"([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?")


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of a kind of file, as the template explains it."""

    naam: str
    uitleg: str
    is_verplicht: bool = False
    voorbeeld: str = ""


@dataclass(frozen=True, slots=True)
class Rij:
    """A row: its number in the file and its filled cells by column name."""

    nummer: int
    cellen: dict[str, Cel]

    def tekst(self, kolom: str) -> str:
        """The words or code in a cell, "" when it is empty."""
        return als_tekst(self.cellen.get(kolom))

    def fout(self, kolom: str, melding: str, advies: str = "") -> Fout:
        return Fout(melding, advies, self.nummer, kolom, self.tekst(kolom)[:120])


class Rijen(Sequence[Rij]):
    """Rows by column, as the reader gave them; a `Rij` is made when asked for."""

    def __init__(self, namen: dict[int, str]) -> None:
        self._namen = namen
        self.nummers: list[int] = []
        self.kolommen: dict[str, Celkolom] = {naam: [] for naam in namen.values()}

    def voeg_toe(self, blok: Blok) -> None:
        """The columns that have a name."""
        leeg: Celkolom = [None] * len(blok.nummers)
        self.nummers += blok.nummers
        for plek, naam in self._namen.items():
            self.kolommen[naam] += blok.kolommen.get(plek, leeg)

    def __len__(self) -> int:
        return len(self.nummers)

    @overload
    def __getitem__(self, i: int) -> Rij: ...
    @overload
    def __getitem__(self, i: slice) -> list[Rij]: ...
    def __getitem__(self, i: int | slice) -> Rij | list[Rij]:
        if isinstance(i, slice):
            return [self[n] for n in range(*i.indices(len(self)))]
        cellen = ((naam, kolom[i]) for naam, kolom in self.kolommen.items())
        return Rij(self.nummers[i], {naam: cel for naam, cel in cellen if cel is not None})


@dataclass(slots=True)
class Tabel:
    """A sheet by its known columns; what is wrong in a cell gathers in `fouten`."""

    kolommen: list[str]
    rijen: Sequence[Rij]
    blad: str = ""
    andere_bladen: list[str] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)

    @property
    def nummers(self) -> list[int]:
        return (
            self.rijen.nummers if isinstance(self.rijen, Rijen) else [r.nummer for r in self.rijen]
        )

    def kolom(self, naam: str) -> list[Cel | None]:
        """The cells of one column, None where it is empty."""
        if isinstance(self.rijen, Rijen):
            return self.rijen.kolommen.get(naam) or [None] * len(self.rijen)
        return [rij.cellen.get(naam) for rij in self.rijen]


def norm(naam: str) -> str:
    """How header cells are compared: width, case, spaces, hyphens and underscores do not matter."""
    return re.sub(r"[\s_-]+", "_", unicodedata.normalize("NFKC", naam[:200]).strip().casefold())


def maak_tabel(ruw: Ruw, kolommen: Sequence[Kolom]) -> Tabel:
    """Read the sheet as a table. Raises `LeesFout` when its header or its shape can not be right."""
    kop = next(iter(ruw.begin(1)), None)
    if kop is None:
        raise LeesFout(_leeg(ruw))
    ruw.sla_over(1)
    namen = _lees_kop(*kop, kolommen)
    tabel = Tabel(list(namen.values()), [], ruw.blad, ruw.andere_bladen)
    tabel.rijen = rijen = _rijen(ruw, namen, tabel.fouten)
    laatste = rijen.nummers[-1] if len(rijen) else kop[0]
    tabel.fouten += samengevoegd(ruw.samengevoegd, kop[0], laatste, max(namen))
    if not tabel.rijen and not tabel.fouten:
        raise LeesFout(
            "Onder de namen van de kolommen staat geen enkele rij. Vul er een in, of kies een ander bestand."
        )
    return tabel


def _leeg(ruw: Ruw) -> str:
    if not ruw.andere_bladen:
        return "Het blad is leeg. Zet de namen van de kolommen in de eerste rij."
    andere = ", ".join(f"‘{b}’" for b in ruw.andere_bladen[:5])
    return (
        f"Blad ‘{ruw.blad}’ is leeg, en alleen dat blad is gelezen. Zet het blad met de rijen vooraan; "
        f"niet gelezen: {andere}."
    )


def _lees_kop(nummer: int, cellen: dict[int, Cel], kolommen: Sequence[Kolom]) -> dict[int, str]:
    exact = {k.naam: k.naam for k in kolommen}
    ruim = {norm(k.naam): k.naam for k in reversed(kolommen)}
    namen: dict[int, str] = {}
    fouten: list[Fout] = []
    for plek, cel in cellen.items():
        tekst = als_tekst(cel)
        naam = exact.get(tekst) or ruim.get(norm(tekst))
        if plek >= settings.INVOER_MAX_KOLOMMEN:
            raise LeesFout(_te_breed(nummer, plek))
        if naam is None:
            advies = bedoelt_u(norm(tekst), ruim) or "Verwijder de kolom, of neem het sjabloon."
            fouten.append(
                Fout("Deze kolom is niet bekend.", advies, nummer, tekst[:60], tekst[:60])
            )
        elif naam in namen.values():
            advies = "Laat er één staan."
            fouten.append(Fout("Deze kolom staat er twee keer.", advies, nummer, naam, tekst[:60]))
        else:
            namen[plek] = naam
    for kolom in kolommen:
        if kolom.is_verplicht and kolom.naam not in namen.values():
            advies = "Zet deze kolom erbij, in de rij met de namen van de kolommen."
            fouten.append(Fout("Deze kolom ontbreekt.", advies, nummer, kolom.naam))
    if fouten:
        raise LeesFout(*fouten)
    return namen


def _rijen(ruw: Ruw, namen: dict[int, str], fouten: list[Fout]) -> Rijen:
    rijen = Rijen(namen)
    los: list[tuple[int, int, Fout]] = []
    for blok in ruw.blokken:
        los += _zonder_kop(blok, namen)
        rijen.voeg_toe(blok)
        if len(rijen) > settings.INVOER_MAX_RIJEN:
            raise LeesFout(
                f"Het bestand heeft meer dan {settings.INVOER_MAX_RIJEN} rijen. Knip het in delen."
            )
    los += [fout for plek, naam in namen.items() for fout in _kapotte(rijen, plek, naam)]
    fouten += [fout for _, _, fout in sorted(los, key=lambda f: f[:2])]
    return rijen


def _kapotte(rijen: Rijen, plek: int, naam: str) -> Iterator[tuple[int, int, Fout]]:
    """Take the cells without a usable value out of a column."""
    kolom = rijen.kolommen[naam]
    if Kapot not in set(map(type, kolom)):
        return
    for i, cel in enumerate(kolom):
        if isinstance(cel, Kapot):
            kolom[i], nummer = None, rijen.nummers[i]
            yield nummer, plek, Fout(cel.melding, cel.advies, nummer, naam, cel.tekst)


def _zonder_kop(blok: Blok, namen: dict[int, str]) -> Iterator[tuple[int, int, Fout]]:
    """The cells that stand in no column of the header."""
    for plek in blok.kolommen.keys() - namen.keys():
        for nummer, cel in zip(blok.nummers, blok.kolommen[plek], strict=True):
            if cel is not None:
                yield nummer, plek, _fout_zonder_kop(nummer, plek, cel)


def _fout_zonder_kop(nummer: int, plek: int, cel: Cel) -> Fout:
    if plek >= settings.INVOER_MAX_KOLOMMEN:
        raise LeesFout(_te_breed(nummer, plek))
    return Fout(
        "Deze cel staat in een kolom zonder naam.",
        "Verwijder de cel, of zet een getal met een komma tussen aanhalingstekens.",
        nummer,
        kolomletter(plek),
        als_tekst(cel)[:120],
    )


def _te_breed(nummer: int, plek: int) -> Fout:
    return Fout(
        f"Een tabel heeft hooguit {settings.INVOER_MAX_KOLOMMEN} kolommen, "
        f"maar er staat iets in kolom {kolomletter(plek)}.",
        "Verwijder wat buiten de tabel staat.",
        nummer,
    )


def samengevoegd(bereiken: Iterable[str], kop: int, laatste: int, breedte: int) -> Iterator[Fout]:
    """Merged cells within the table, from its header to its last row and column: all but the first
    would silently be empty."""
    for bereik in bereiken:
        gevonden = _REEKS.fullmatch(bereik)
        if gevonden is None or int(gevonden[2]) > laatste or kolomnummer(gevonden[1]) > breedte:
            continue
        if int(gevonden[4] or gevonden[2]) >= kop:
            melding = f"De cellen {bereik} zijn samengevoegd."
            yield Fout(melding, "Splits ze en vul elke cel.", int(gevonden[2]), gevonden[1])
