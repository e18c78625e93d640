"""A sheet to fill in, as XLSX or ODS: locked cells, open cells, a list of choices, notes at errors.

All cells are text, so that no spreadsheet makes a date of `1-2` or a formula of what somebody typed.
"""

from __future__ import annotations

from collections import defaultdict
from copy import copy
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from monitor.invoer.schrijver import Waarde
from monitor.models.enums import WaarnemingStatus

BLAD = "Cijfers"
BREEDTE = {
    "hoofdstuk": 18, "eigenaar": 22, "cijfer": 44, "over": 24, "jaar_eerder": 15, "vorige": 15,
    "waarde": 18, "status": 12, "voetnoot": 32, "beloofd_voor": 14, "melding": 70,
}  # fmt: skip
RECHTS = frozenset({"waarde", "vorige", "jaar_eerder"})
AUTEUR = "Raadsmonitor"
Stijlen = dict[tuple[int, bool, bool, str], Any]
STATUSSEN = [str(waarde) for waarde in WaarnemingStatus.values]


@dataclass
class Rekenblad:
    """Rows by their number. `meldingen` is by row and column; row 0 is the file as a whole."""

    regels: dict[int, list[Waarde]]
    koprij: int
    kolommen: list[str]
    open_kolommen: frozenset[str]
    titel: str
    meldingen: dict[tuple[int, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    per_rij: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def meld(self, rij: int, kolom: str, tekst: str) -> None:
        self.meldingen[rij, kolom].append(tekst)
        self.per_rij[rij].append(f"{kolom}: {tekst}" if kolom else tekst)

    def is_fout(self, rij: int, kolom: str) -> bool:
        return (rij, kolom) in self.meldingen

    def tekst_bij(self, rij: int) -> str:
        """All that is wrong in a row, for a column of its own."""
        return " | ".join(self.per_rij.get(rij, []))

    def is_open(self, rij: int, kolom: str) -> bool:
        return rij > self.koprij and kolom in self.open_kolommen


def schrijf_rekenblad(blad: Rekenblad, formaat: str) -> bytes:
    if formaat == "ods":
        from monitor.invoer.rondgang_ods import schrijf_ods

        return schrijf_ods(blad)
    return schrijf_xlsx(blad)


_OPEN = PatternFill("solid", fgColor="FFF8DC")
_GRIJS = PatternFill("solid", fgColor="F0F2F3")
_ROOD = PatternFill("solid", fgColor="F6C6C1")
_KOP = PatternFill("solid", fgColor="0B4650")
_LIJN = Border(*(Side(style="thin", color="C9D6D8") for _ in range(4)))
_VRIJ = Protection(locked=False)


def schrijf_xlsx(blad: Rekenblad) -> bytes:
    werkmap = Workbook()
    # Names of people do not travel with the file.
    werkmap.properties = DocumentProperties(creator=AUTEUR, lastModifiedBy=None, title=blad.titel)
    ws = werkmap.active
    ws.title = BLAD
    stijlen: Stijlen = {}
    for nummer, cellen in blad.regels.items():
        for plek, waarde in enumerate(cellen, 1):
            kolom = blad.kolommen[plek - 1] if plek <= len(blad.kolommen) else ""
            _cel(ws, blad, nummer, plek, kolom, waarde, stijlen)
    _noten(ws, blad)
    _kader(ws, blad)
    buffer = BytesIO()
    werkmap.save(buffer)
    return buffer.getvalue()


def _cel(
    ws: Any, blad: Rekenblad, nummer: int, plek: int, kolom: str, waarde: Waarde, stijlen: Stijlen
) -> None:
    cel = ws.cell(nummer, plek)
    if waarde != "":
        cel.value = waarde
        if isinstance(waarde, str):
            cel.data_type = "s"  # also when it starts with =
    soort = (min(nummer - blad.koprij, 1), nummer == 1, blad.is_open(nummer, kolom), kolom)
    if soort in stijlen:  # making a style is slow, copying one is not
        cel._style = copy(stijlen[soort])
        return
    _maak_op(cel, *soort)
    stijlen[soort] = copy(cel._style)


def _maak_op(cel: Any, onder_kop: int, is_titel: bool, is_open: bool, kolom: str) -> None:
    cel.number_format = "@"
    if onder_kop == 0:
        cel.font, cel.fill = Font(bold=True, color="FFFFFF"), _KOP
    elif onder_kop < 0:
        cel.font = Font(bold=is_titel, size=14 if is_titel else 11)
    else:
        cel.protection = _VRIJ if is_open else Protection(locked=True)
        cel.fill, cel.border = (_OPEN if is_open else _GRIJS), _LIJN
        cel.font = Font(color="000000" if is_open or kolom == "cijfer" else "5A6669")
        if kolom in RECHTS:
            cel.alignment = Alignment(horizontal="right")


def _noten(ws: Any, blad: Rekenblad) -> None:
    for (nummer, kolom), teksten in blad.meldingen.items():
        plek = blad.kolommen.index(kolom) + 1 if kolom in blad.kolommen else 1
        cel = ws.cell(max(nummer, 1), plek)
        cel.fill = _ROOD
        noot = Comment("\n".join(teksten), AUTEUR)
        noot.width, noot.height = 320, 140
        cel.comment = noot


def _kader(ws: Any, blad: Rekenblad) -> None:
    """Widths, frozen head, filter, the list of statuses, and the lock on what is not to be filled in."""
    laatste = max(blad.regels, default=blad.koprij)
    for plek, kolom in enumerate(blad.kolommen, 1):
        ws.column_dimensions[get_column_letter(plek)].width = BREEDTE.get(kolom, 13)
    vast = blad.kolommen.index("over") + 2 if "over" in blad.kolommen else 1
    ws.freeze_panes = ws.cell(blad.koprij + 1, vast)
    breed = get_column_letter(max(len(blad.kolommen), 1))
    ws.auto_filter.ref = f"A{blad.koprij}:{breed}{laatste}"
    if "status" in blad.kolommen and laatste > blad.koprij:
        letter = get_column_letter(blad.kolommen.index("status") + 1)
        lijst = DataValidation("list", formula1=f'"{",".join(STATUSSEN)}"', allow_blank=True)
        lijst.error, lijst.errorTitle = f"Kies uit: {', '.join(STATUSSEN)}.", "Status"
        lijst.add(f"{letter}{blad.koprij + 1}:{letter}{laatste}")
        ws.add_data_validation(lijst)
    ws.protection.sheet = True
    ws.protection.formatColumns = ws.protection.autoFilter = ws.protection.sort = False
    ws.page_setup.orientation, ws.page_setup.fitToHeight = "landscape", 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.print_title_rows = f"{blad.koprij}:{blad.koprij}"
