"""CSV as Dutch offices write it: any common encoding, separated by `;`, `,`, `|` or a tab."""

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import groupby, islice

from monitor.invoer.blok import RIJEN, Blok, Celkolom, Ruw, blok_van
from monitor.invoer.cellen import MAX_KOLOMMEN, Cel, Kapot, schone_tekst
from monitor.invoer.fouten import Fout, LeesFout
from monitor.invoer.memo import Memo

_VERHASPELD = re.compile("Ã[\u0080-\u00bf]|â‚¬|Ã«|Ã©|Ã¨|Ã¯|Ã¶")
AANHALING = "De aanhalingstekens in deze rij kloppen niet, of een cel is veel te lang."
PAREN = 'Kijk of elk aanhalingsteken (") een tweede heeft.'
_ANDER_SCHRIFT = re.compile("(?<=[a-z])[‰‚‹”‡•‘„†ˆŽ](?=[a-z])")  # é and ë of DOS and of an old Mac
VERSCHOVEN = Kapot(
    "", "Deze rij heeft meer cellen dan de kop.", "Zet het getal tussen aanhalingstekens."
)
SCHEIDINGEN = ";,\t|"  # of as many in the header, the first
OPSLAAN = "Sla het bestand op als ‘CSV UTF-8’ en probeer het opnieuw."


def lees_csv(inhoud: bytes) -> Ruw:
    """Raises `LeesFout` when the bytes are no text, or the quotes do not pair."""
    tekst = _decodeer(inhoud)
    scheiding, tekst = _scheiding(tekst)
    return Ruw("", _blokken(tekst, scheiding))


def _decodeer(inhoud: bytes) -> str:
    for bom, codering in (
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if inhoud.startswith(bom):
            return _probeer(inhoud, codering)
    if codering := _utf16_zonder_bom(inhoud):
        return _probeer(inhoud, codering)
    if b"\x00" in inhoud:
        raise LeesFout(f"Dit is geen tekstbestand: er staan lege tekens (NUL) in. {OPSLAAN}")
    try:
        tekst = inhoud.decode("utf-8")
    except UnicodeDecodeError:
        tekst = _probeer(inhoud, "cp1252")
        if _ANDER_SCHRIFT.search(tekst):
            raise LeesFout(f"Letters als é en ë zijn niet te lezen. {OPSLAAN}") from None
    if ("Ã" in tekst or "â" in tekst) and _VERHASPELD.search(tekst):
        raise LeesFout(f"Letters als é en € staan op twee manieren in het bestand. {OPSLAAN}")
    return tekst


def _probeer(inhoud: bytes, codering: str) -> str:
    try:
        return inhoud.decode(codering)
    except UnicodeDecodeError as fout:
        raise LeesFout(f"De tekens in het bestand zijn niet te lezen. {OPSLAAN}") from fout


def _utf16_zonder_bom(inhoud: bytes) -> str:
    """Most other bytes of the start are zero: UTF-16 without its mark."""
    begin = inhoud[:200]
    if len(begin) < 8 or len(inhoud) % 2:
        return ""
    even, oneven = begin[::2].count(0), begin[1::2].count(0)
    if even > len(begin) // 3 and not oneven:
        return "utf-16-be"
    return "utf-16-le" if oneven > len(begin) // 3 and not even else ""


def _scheiding(tekst: str) -> tuple[str, str]:
    """The separator of the header row; the line `sep=;` of a spreadsheet program says it."""
    eerste, _, rest = tekst.partition("\n")
    if gevonden := re.fullmatch(r'\ufeff?"?sep=(.)"?\r?', eerste, re.IGNORECASE):
        return gevonden[1], f"\n{rest}"  # keep the line, so that row numbers stay right
    kop = next((regel for regel in StringIO(tekst) if regel.strip()), "")
    return max(SCHEIDINGEN, key=kop.count), tekst


def _blokken(tekst: str, scheiding: str) -> Iterator[Blok]:
    lezer = csv.reader(StringIO(tekst, newline=""), delimiter=scheiding, strict=True)
    schoon: Memo[str, Cel | None] = Memo(_schoon)
    schoon[""] = None
    klaar = kop = 0
    while True:
        fout, velden = _lees(lezer)
        for breedte, groep in groupby(velden, len):
            rijen = list(groep)
            if breedte > MAX_KOLOMMEN:
                melding = f"In deze rij staan {breedte} cellen; een blad heeft er {MAX_KOLOMMEN}."
                raise LeesFout(Fout(melding, "Kijk of de regel goed eindigt.", rij=klaar + 1))
            kolommen = dict(enumerate(map(schoon.van, zip(*rijen, strict=True))))
            kop = kop or (breedte if any(sum(map(bool, rij)) > 2 for rij in rijen) else 0)
            if scheiding == "," and breedte > kop > 0:
                _meld_verschoven(kolommen, kop)
            klaar += len(rijen)
            if blok := blok_van(range(klaar - len(rijen) + 1, klaar + 1), kolommen):
                yield blok
        if fout is not None:
            raise LeesFout(Fout(AANHALING, PAREN, rij=klaar + 1)) from fout
        if len(velden) < RIJEN:
            return


def _meld_verschoven(kolommen: dict[int, Celkolom], kop: int) -> None:
    """Rows longer than the header, empty behind it: `7,5` became two cells, and the last one is empty."""
    laatste = kolommen[max(kolommen)]
    for i, cellen in enumerate(zip(*kolommen.values(), strict=True)):
        gevuld = [c is not None for c in cellen]
        if any(gevuld[:kop]) and not any(gevuld[kop:]):
            laatste[i] = VERSCHOVEN


def _lees(lezer: Iterator[list[str]]) -> tuple[csv.Error | None, list[list[str]]]:
    """The fields of the next rows, and what is wrong with the one after them."""
    velden: list[list[str]] = []
    try:
        velden.extend(islice(lezer, RIJEN))
    except csv.Error as fout:
        return fout, velden
    return None, velden


def _schoon(veld: str) -> Cel | None:
    return schone_tekst(_zonder_wacht(veld)) or None


def _zonder_wacht(veld: str) -> str:
    """Our own export writes an apostrophe before a text that looks like a formula."""
    return veld[1:] if veld.startswith(("'=", "'+", "'-", "'@")) else veld
