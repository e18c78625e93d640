"""XLSX, as a stream of elements: constant memory, whatever the sheet pretends to be.

openpyxl knows the number formats; the cells are read here, because its reader can not tell a formula
without a stored value from an empty cell, and fills rows up to the last column that is named.
Source: ECMA-376 part 1, chapter 18.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from posixpath import join, normpath

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from monitor.invoer.archief import BESCHADIGD, MACROS, Archief
from monitor.invoer.blok import Blok, Ruw, in_blokken
from monitor.invoer.cellen import Cel, Datum, Kapot, Procent, lees_kommagetal, schone_tekst
from monitor.invoer.fouten import LeesFout
from monitor.invoer.xlsx_delen import (
    Blad,
    Rijen,
    RuweCel,
    Stijlen,
    Teksten,
    Verwijzingen,
    Werkmap,
)
from monitor.invoer.xlsx_snel import Doorloop
from monitor.invoer.xlsx_verborgen import Kijker

_LETTERLIJK = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')
_VREEMD = re.compile(r"\[\$(?:US\$|\$|£|¥|USD|GBP|CHF|JPY)")
_TEKEN = re.compile(r"_x([0-9A-Fa-f]{4})_")  # ST_Xstring: how a workbook writes a carriage return
_DATUMNUMMERS = frozenset([*range(27, 37), *range(50, 59)])  # East-Asian built-in date formats


def lees_xlsx(archief: Archief, soort: str) -> Ruw:
    """The sheet named after the kind, else the first visible one. Raises `LeesFout`."""
    if any(n.lower().endswith(("vbaproject.bin", "vbadata.xml")) for n in archief.namen) or any(
        n.lower().startswith("xl/macrosheets/") for n in archief.namen
    ):
        raise LeesFout(MACROS)
    werkmap_deel = _werkmap_deel(archief)
    map_ = werkmap_deel.rpartition("/")[0]
    werkmap, verwijzingen = Werkmap(), Verwijzingen()
    archief.lees_xml(werkmap_deel, werkmap)
    archief.lees_xml(
        f"{map_}/_rels/{werkmap_deel.rpartition('/')[2]}.rels".lstrip("/"), verwijzingen
    )
    bladen = [b for b in werkmap.bladen if verwijzingen.soort(b.rel) == "worksheet"]
    blad, andere = kies_blad(bladen, soort)
    deel = _pad(map_, verwijzingen.doel(blad.rel))
    opmaken = _opmaken(archief, map_, verwijzingen)
    ruw = Ruw(blad.naam, iter(()), andere)
    teksten = _teksten(archief, map_, verwijzingen)
    ruw.blokken = _blokken(archief, deel, teksten, opmaken, werkmap, ruw)
    return ruw


def kies_blad(bladen: list[Blad], soort: str) -> tuple[Blad, list[str]]:
    """The sheet to read, and the names of other visible ones that are not read."""
    zichtbaar = [b for b in bladen if b.is_zichtbaar]
    op_naam = [b for b in bladen if b.naam.strip().casefold() == soort]
    if not (op_naam or zichtbaar):
        raise LeesFout("Het bestand heeft geen zichtbaar blad met cellen.")
    gekozen = (op_naam or zichtbaar)[0]
    return gekozen, [b.naam for b in zichtbaar if b is not gekozen]


def _werkmap_deel(archief: Archief) -> str:
    if "_rels/.rels" not in archief.namen:
        raise LeesFout(BESCHADIGD)
    wortel = Verwijzingen()
    archief.lees_xml("_rels/.rels", wortel)
    return _pad("", wortel.doel_van_soort("officeDocument"))


def _pad(map_: str, doel: str) -> str:
    if not doel:
        raise LeesFout(BESCHADIGD)
    return doel.lstrip("/") if doel.startswith("/") else normpath(join(map_, doel))


def _teksten(archief: Archief, map_: str, verwijzingen: Verwijzingen) -> list[str | Kapot]:
    """Cleaned once: a long text that a million cells share costs no more than one."""
    teksten = Teksten()
    if doel := verwijzingen.doel_van_soort("sharedStrings"):
        archief.lees_xml(_pad(map_, doel), teksten)
    return [schone_tekst(_voluit(tekst)) for tekst in teksten.lijst]


def _voluit(tekst: str) -> str:
    """With the characters that are written as `_x000D_`; half a character stays as it is written."""

    def teken(gevonden: re.Match[str]) -> str:
        code = int(gevonden[1], 16)
        return gevonden[0] if 0xD800 <= code <= 0xDFFF else chr(code)

    return _TEKEN.sub(teken, tekst) if "_x" in tekst else tekst


def _opmaken(archief: Archief, map_: str, verwijzingen: Verwijzingen) -> list[str]:
    """For each style: "procent", "dag", "maand", "jaar", "vreemd" (money) or "" for a plain number."""
    stijlen = Stijlen()
    if doel := verwijzingen.doel_van_soort("styles"):
        archief.lees_xml(_pad(map_, doel), stijlen)
    return [
        _opmaak(nr, stijlen.formaten.get(nr, BUILTIN_FORMATS.get(nr, ""))) for nr in stijlen.xfs
    ]


def _opmaak(nummer: int, formaat: str) -> str:
    kaal = _LETTERLIJK.sub("", formaat).lower()
    if "%" in kaal:
        return "procent"
    if _VREEMD.search(formaat):
        return "vreemd"
    if nummer in _DATUMNUMMERS:
        return "dag"
    if not formaat or not is_date_format(formaat):
        return ""
    if "d" in kaal or "y" not in kaal:
        return "dag"
    return "maand" if "m" in kaal else "jaar"


def _blokken(
    archief: Archief,
    deel: str,
    teksten: list[str | Kapot],
    opmaken: list[str],
    werkmap: Werkmap,
    ruw: Ruw,
) -> Iterator[Blok]:
    epoch = CALENDAR_MAC_1904 if werkmap.is_1904 else CALENDAR_WINDOWS_1900
    doel = Rijen()

    def maak(ruwe: RuweCel) -> Cel | None:
        soort, waarde, stijl, is_formule = ruwe
        opmaak = opmaken[stijl] if stijl < len(opmaken) else ""
        cel = _cel(soort, waarde, opmaak, is_formule, teksten, epoch)
        return None if cel == "" else cel

    doorloop = Doorloop(archief, doel, maak)
    for _ in archief.stapsgewijs(deel, doel, Kijker(doorloop, ruw)):
        while doorloop.klaar:
            yield doorloop.klaar.popleft()
        rijen = [doel.klaar.popleft() for _ in range(len(doel.klaar))]
        yield from in_blokken(
            (nummer, {k: cel for k, c in cellen.items() if (cel := maak(c)) is not None})
            for nummer, cellen in rijen
        )
    ruw.samengevoegd = doel.samengevoegd


def _cel(
    soort: str,
    waarde: str | None,
    opmaak: str,
    is_formule: bool,
    teksten: list[str | Kapot],
    epoch: datetime,
) -> Cel | None:
    if waarde is None or (waarde == "" and soort not in ("str", "inlineStr")):
        return FORMULE_LEEG if is_formule else None
    if soort == "s":
        if not (waarde.isdecimal() and len(waarde) < 10 and int(waarde) < len(teksten)):
            raise LeesFout(BESCHADIGD)
        return teksten[int(waarde)]
    if soort in ("str", "inlineStr"):
        return schone_tekst(_voluit(waarde))
    if soort == "b":
        return waarde.strip() in ("1", "true")
    if soort == "e":
        return rekenfout(waarde)
    if soort == "d":
        return schone_tekst(waarde.removesuffix("T00:00:00"))
    return _getal(waarde.strip(), opmaak, epoch)


def _getal(tekst: str, opmaak: str, epoch: datetime) -> Cel:
    try:
        getal = lees_kommagetal(tekst)
        if opmaak in ("", "procent"):
            return Procent(Decimal(getal)) if opmaak else getal
        if opmaak == "vreemd":
            return vreemd_geld(tekst)
        moment = from_excel(float(getal), epoch)
    except (ValueError, OverflowError):
        return Kapot(tekst[:60], "Deze cel bevat geen leesbaar getal.", "Typ de waarde opnieuw.")
    if not isinstance(moment, date):
        return Kapot(str(moment), "Het rekenblad heeft van deze cel een tijd gemaakt.", ALS_TEKST)
    return datum_cel(moment, opmaak)


def datum_cel(moment: date, opmaak: str) -> Datum:
    dag = moment.date() if isinstance(moment, datetime) else moment
    lengte = {"maand": 7, "jaar": 4}.get(opmaak, 10)
    return Datum(dag, dag.isoformat()[:lengte])


def rekenfout(tekst: str) -> Kapot:
    return Kapot(
        tekst[:60], "De formule in deze cel geeft een fout.", "Herstel de formule of typ de waarde."
    )


def vreemd_geld(tekst: str) -> Kapot:
    melding = "Deze cel is opgemaakt als een bedrag in een andere munt dan de euro."
    return Kapot(tekst[:60], melding, "Typ het bedrag in euro’s, of haal de opmaak van de cel weg.")


ALS_TEKST = "Maak de cel op als tekst en typ de waarde opnieuw."
FORMULE_LEEG = Kapot(
    "(formule)",
    "De cel bevat een formule waarvan de uitkomst niet is opgeslagen.",
    "Open het bestand in uw rekenprogramma, laat het rekenen en sla het op; of typ de waarde zelf.",
)
