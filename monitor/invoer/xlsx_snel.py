"""The rows of a sheet in the plain form that spreadsheet programs write, a whole run at a time.

Stands between the bytes and the XML parser. A run of rows is taken here only when every character of it
has this form; from the first that has not, all goes to the parser, element by element. So what is
accepted, and what is refused with which words, does not depend on this module.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from html import unescape
from operator import ge

from monitor.invoer.archief import Archief
from monitor.invoer.blok import Blok, Celkolom, blok_van
from monitor.invoer.cellen import MAX_KOLOMMEN, Cel
from monitor.invoer.memo import Memo
from monitor.invoer.xlsx_delen import Rijen, RuweCel, kolomnummer

BEGIN, EIND = b"<sheetData>", b"</row>"
RIJ, CEL = '<row r="', '<c r="'
EINDE = MAX_KOLOMMEN  # the column after the last cell
Stap = tuple[Cel | None, int]  # a cell, and the column of the next one
LANG = 200  # characters of a cell; a longer one is not remembered
_UTF8 = re.compile(
    rb"""(?:<\?xml version=["']1\.0["'](?: encoding=["'](?i:utf-8)["'])?"""
    rb"""(?: standalone=["'](?:yes|no)["'])?\s*\?>\s*)?<worksheet[\s>]"""
)
_NUMMER = re.compile(r"[1-9][0-9]{0,6}")
_TEKST = r"((?:[^<>&\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&(?:amp|lt|gt|quot|apos);)*)"
_RIJ = re.compile(
    r'(?: spans="[0-9: ]*")?(?: s="[0-9]+")?(?: customFormat="[a-z0-9]+")?'
    r'(?: ht="[0-9.]+")?(?: hidden="[a-z0-9]+")?(?: customHeight="[a-z0-9]+")?'
    r'(?: outlineLevel="[0-9]+")?(?: collapsed="[a-z0-9]+")?>'
)
_CEL = re.compile(
    r'(?: s="([0-9]+)")?(?: t="(n|s|b|e|d|str|inlineStr)")?(?:/>|>(<f>[^<>&\x00-\x1f]*</f>)?'
    rf'(?:<v>{_TEKST}</v>|<is><t(?: xml:space="preserve")?>{_TEKST}</t></is>)?</c>)'
)


class _Anders(Exception):
    """These rows have another form."""


class Doorloop:
    """Gets the bytes of a sheet, keeps the rows that it can read in `klaar`, gives back the rest."""

    def __init__(
        self, archief: Archief, doel: Rijen, maak: Callable[[RuweCel], Cel | None]
    ) -> None:
        self.klaar: deque[Blok] = deque()
        self._archief, self._doel, self._maak = archief, doel, maak
        self._kop, self._rest, self._is_aan = b"", b"", True
        self._stappen: Memo[str, Stap] = Memo(self._stap)
        self._koppen: Memo[str, int] = Memo(self._lees_kop)

    def __call__(self, brok: bytes) -> bytes:
        """What the parser must read of this piece; nothing yet of a row that is not complete."""
        if not self._is_aan:
            return brok
        if self._doel.in_gegevens:
            return self._neem(self._rest + brok)
        if self._kop.endswith(BEGIN):  # it stood in a comment
            return self._geef_op(self._rest + brok)
        self._kop += brok
        plek = self._kop.find(BEGIN)
        if plek < 0:
            return self._geef_op(brok)
        eind = len(brok) - (len(self._kop) - plek - len(BEGIN))
        self._kop, self._rest = self._kop[: plek + len(BEGIN)], brok[eind:]
        return brok[:eind] if _UTF8.match(self._kop) else self._geef_op(brok)

    def einde(self) -> bytes:
        """What is left when all bytes came by."""
        te_lezen = self._rest
        if self._is_aan and self._doel.in_gegevens:
            te_lezen = self._neem(self._rest) + self._rest
        return self._geef_op(te_lezen)

    def _geef_op(self, brok: bytes) -> bytes:
        self._is_aan, self._rest = False, b""
        return brok

    def _neem(self, bytes_: bytes) -> bytes:
        grens = bytes_.rfind(EIND) + len(EIND)
        if grens < len(EIND):
            self._rest = bytes_
            return b""
        try:
            stuk = bytes_[:grens].decode("utf-8")
            nummers, kolommen = self._lees(stuk.split("</row>")[:-1])
        except (_Anders, UnicodeDecodeError):
            return self._geef_op(bytes_)
        self._archief.tel_element(stuk.count("<") - stuk.count("</"))
        if blok := blok_van(nummers, kolommen):
            self.klaar.append(blok)
        self._doel.rij, self._rest = nummers[-1], bytes_[grens:]
        return b""

    def _lees(self, rijen: list[str]) -> tuple[list[int], dict[int, Celkolom]]:
        """The numbers of these rows and their cells by column; both must go up."""
        nummers: list[int] = []
        uit: Memo[int, Celkolom] = Memo(lambda _: [None] * len(rijen))
        for i, rij in enumerate(rijen):
            nummer, kolom, cellen = self._rij(rij)
            for cel, volgende in cellen:
                if volgende <= kolom:
                    raise _Anders
                if cel is not None:
                    uit[kolom][i] = cel
                kolom = volgende
            if kolom != EINDE:
                raise _Anders
            nummers.append(nummer)
        if any(map(ge, [self._doel.rij, *nummers], nummers)):
            raise _Anders
        return nummers, dict(sorted(uit.items()))

    def _rij(self, rij: str) -> tuple[int, int, list[Stap]]:
        """The number of a row, its first column, and each cell with the column of the next one.

        The address of a cell ends in the number of its row. Cut there, a piece holds the rest of one
        cell and the column of the next, and most pieces came by before.
        """
        nummer = rij[len(RIJ) : rij.find('"', len(RIJ))]
        if not (rij.startswith(RIJ) and _NUMMER.fullmatch(nummer)):
            raise _Anders
        _, kop, *delen = rij.split(f'{nummer}"')
        try:
            cellen = [self._stappen[d] if len(d) < LANG else self._stap(d) for d in delen]
            return int(nummer), self._koppen[kop], cellen
        except _Anders:  # the same characters stand elsewhere in it as well
            return self._zorgvuldig(rij, nummer)

    def _zorgvuldig(self, rij: str, nummer: str) -> tuple[int, int, list[Stap]]:
        """The same, cell by cell."""
        kop, *cellen = rij.removeprefix(f'{RIJ}{nummer}"').split(CEL)
        kolommen, waarden = [self._lees_kop(kop)], []
        for cel in cellen:
            adres, _, rest = cel.partition('"')
            if not adres.endswith(nummer):
                raise _Anders
            kolommen.append(_kolom(adres[: -len(nummer)]))
            waarden.append(self._cel(rest))
        kolommen = [*kolommen[1:], EINDE]
        return int(nummer), kolommen[0], list(zip(waarden, kolommen[1:], strict=True))

    def _lees_kop(self, deel: str) -> int:
        """The attributes of a row; the column of its first cell."""
        kop, is_meer, letters = deel.partition(CEL)
        if not _RIJ.fullmatch(kop):
            raise _Anders
        return _kolom(letters) if is_meer else EINDE

    def _stap(self, deel: str) -> Stap:
        rest, is_meer, letters = deel.rpartition(CEL)
        return self._cel(rest if is_meer else letters), _kolom(letters) if is_meer else EINDE

    def _cel(self, rest: str) -> Cel | None:
        gevonden = _CEL.fullmatch(rest)
        if gevonden is None:
            raise _Anders
        stijl, soort, formule, waarde, tekst = gevonden.groups()
        inhoud = tekst if waarde is None else waarde
        if inhoud is None and formule is None:
            return None
        recht = unescape(inhoud).replace("\r\n", "\n").replace("\r", "\n") if inhoud else inhoud
        return self._maak((soort or "n", recht, int(stijl or 0), formule is not None))


def _kolom(letters: str) -> int:
    if not (letters.isascii() and letters.isalpha() and letters.isupper() and len(letters) <= 3):
        raise _Anders
    kolom = kolomnummer(letters)
    if kolom >= MAX_KOLOMMEN:
        raise _Anders
    return kolom
