"""Open a delivered file: which format it is, by its name and by its bytes, and the sheet in it."""

from __future__ import annotations

from django.conf import settings

from monitor.invoer.archief import MACROS, Archief
from monitor.invoer.blok import Ruw
from monitor.invoer.fouten import LeesFout
from monitor.invoer.lees_csv import lees_csv
from monitor.invoer.lees_ods import MIME, lees_ods
from monitor.invoer.lees_xlsx import lees_xlsx

FORMATEN = ("csv", "xlsx", "ods")
ANDERS = {
    "": "De naam van het bestand heeft geen .csv, .xlsx of .ods aan het eind.",
    "xls": "Dit is een oud Excel-bestand. Sla het op als .xlsx.",
    "txt": "Dit is een tekstbestand. Staan er kolommen in, sla het dan op als .csv.",
    "tsv": "Dit is een tekstbestand. Staan er kolommen in, sla het dan op als .csv.",
    "zip": "Dit is een ingepakt bestand. Pak het uit en lever de bestanden een voor een aan.",
    "numbers": "Dit is een bestand van Numbers. Exporteer het als Excel (.xlsx).",
}
KIES = "Lever een CSV-, XLSX- of ODS-bestand aan."


def lees_bestand(naam: str, inhoud: bytes, soort: str) -> Ruw:
    """The sheet of a file, its rows still to be read. Raises `LeesFout` for what is no such file."""
    formaat = naam.rpartition(".")[2].lower() if "." in naam else ""
    if formaat in ("xlsm", "xltm", "xlsb", "xlam"):
        raise LeesFout(MACROS)
    if formaat not in FORMATEN:
        anders = f"Bestanden van het soort ‘.{formaat}’ worden niet gelezen."
        raise LeesFout(f"{ANDERS.get(formaat, anders)} {KIES}")
    if not inhoud.strip():
        raise LeesFout("Het bestand is leeg. Kies het bestand met de rijen erin.")
    if len(inhoud) > settings.INVOER_MAX_BYTES:
        mb = settings.INVOER_MAX_BYTES // (1024 * 1024)
        raise LeesFout(f"Het bestand is groter dan {mb} MB. Knip het in delen.")
    _weiger_vermomming(formaat, inhoud)
    if formaat == "csv":
        return lees_csv(inhoud)
    archief = Archief(inhoud)
    werkelijk = _soort_archief(archief)
    if werkelijk != formaat:
        raise LeesFout(
            f"De naam eindigt op .{formaat}, maar het is geen .{formaat}-bestand. "
            "Open het in uw rekenprogramma en sla het op in de vorm die de naam zegt."
        )
    return lees_xlsx(archief, soort) if formaat == "xlsx" else lees_ods(archief, soort)


def _weiger_vermomming(formaat: str, inhoud: bytes) -> None:
    """What the first bytes say, when they say something else than the name."""
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise LeesFout(
            "Dit is een oud Excel-bestand (.xls) of een bestand met een wachtwoord. "
            "Sla het zonder wachtwoord op als .xlsx."
        )
    is_zip = inhoud.startswith((b"PK\x03\x04", b"PK\x05\x06"))
    if formaat != "csv" and not is_zip:
        raise LeesFout(
            f"De naam eindigt op .{formaat}, maar het bestand is beschadigd of iets anders. "
            "Open het in uw rekenprogramma en sla het opnieuw op."
        )
    begin = inhoud.lstrip(b"\xef\xbb\xbf \r\n\t")[:20].lower()
    if is_zip and formaat == "csv":
        raise LeesFout("De naam eindigt op .csv, maar het is een werkmap. Noem het .xlsx of .ods.")
    if begin.startswith(
        (b"%pdf", b"<!doctype", b"<html", b"<table", b"<?xml", b"{\\rtf", b'[{"', b'{"')
    ):
        raise LeesFout(f"Dit is een document of webpagina, geen tabel. {KIES}")


def _soort_archief(archief: Archief) -> str:
    if "mimetype" in archief.namen:
        return "ods" if archief.lees("mimetype").strip() == MIME else "iets anders"
    return "xlsx" if "[Content_Types].xml" in archief.namen and _is_werkmap(archief) else ""


def _is_werkmap(archief: Archief) -> bool:
    soorten = archief.lees("[Content_Types].xml")
    if b"macroEnabled" in soorten:
        raise LeesFout(MACROS)
    return b"spreadsheetml" in soorten
