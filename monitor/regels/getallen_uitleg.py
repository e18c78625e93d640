"""What to say of a text that is no number that we read: what it probably is, and what to write instead."""

import re

from monitor.regels.fouten import NotatieFout

_GETAL = r"\d[\d.,]*"
_REKENFOUT = re.compile(r"#[A-Z/0]+[!?]?|Err:\d+|Fout:\d+", re.IGNORECASE)
_HAAKJES = re.compile(rf"€?\s*\(\s*€?\s*(?P<getal>{_GETAL})\s*\)")
_MIN_ACHTER = re.compile(rf"€?\s*(?P<getal>{_GETAL})\s*-")
_MACHT = re.compile(r"\d+(?:[.,]\d+)?e[+-]?\d+", re.IGNORECASE)
_HOOGUIT = re.compile(r"(?:<=|≤)\s*(?P<getal>\d{1,9})")
_MINSTENS = re.compile(r"(?:>=|≥)\s*(?P<a>\d{1,9})|(?P<b>\d{1,9})\s*\+")
_NOOT = re.compile(rf"(?P<getal>{_GETAL})\s*(?:\*+|[¹²³⁰-⁹]+|\d\))")
_STATUS = re.compile(
    rf"(?P<getal>{_GETAL})\s*\(?(?P<status>voorlopig|geschat|definitief)\)?", re.IGNORECASE
)
_DUIZEND = re.compile(rf"€?\s*{_GETAL}\s*(?:k|duizend)", re.IGNORECASE)
_WOORD = re.compile(rf"(?P<getal>{_GETAL})\s*(?P<woord>[^\W\d_][^\d]*)")


def noot_of_niets(tekst: str) -> NotatieFout | None:
    """A number with the mark of a footnote behind it."""
    if gevonden := _NOOT.fullmatch(tekst):
        return NotatieFout(
            f"‘{tekst}’: achter het getal staat het teken van een noot. Schrijf {gevonden['getal']}, en zet "
            "de noot in de kolom voetnoot."
        )
    return None


def geen_getal(tekst: str) -> NotatieFout:
    """The error for this text."""
    kaal = tekst.strip()
    if gevonden := _HAAKJES.fullmatch(kaal) or _MIN_ACHTER.fullmatch(kaal):
        return _min_of_niet(tekst, gevonden["getal"])
    for zegt in (noot_of_niets, _van_rekenprogramma, _grens, _met_woord):
        if fout := zegt(kaal):
            return fout
    return NotatieFout(
        f"‘{tekst}’ is geen getal dat wij kunnen lezen. Schrijf bijvoorbeeld 1.234 of 7,5; "
        "of <10, 15-20, ‘zie toelichting’, ‘niet gemeten’, ‘nog niet bekend’, ‘niet bekend’."
    )


def _min_of_niet(tekst: str, getal: str) -> NotatieFout:
    """Bookkeepers write (1.234) and 1.234- below zero; others mean a remark, or forgot a comma."""
    return NotatieFout(
        f"‘{tekst}’ kan op twee manieren worden gelezen: als -{getal} of als {getal}. "
        "Schrijf een van beide.",
        (f"-{getal}", getal),
    )


def _van_rekenprogramma(tekst: str) -> NotatieFout | None:
    if re.fullmatch(r"#{2,}", tekst):
        return NotatieFout(
            f"‘{tekst}’: de kolom was te smal voor het getal. Typ het getal opnieuw."
        )
    if _REKENFOUT.fullmatch(tekst):
        return NotatieFout(
            f"‘{tekst}’ is een foutmelding van het rekenprogramma. Herstel de formule of typ de waarde."
        )
    if _MACHT.fullmatch(tekst):
        return NotatieFout(
            f"‘{tekst}’ is een afgekort getal van het rekenprogramma. Schrijf het getal voluit."
        )
    return None


def _grens(tekst: str) -> NotatieFout | None:
    if gevonden := _HOOGUIT.fullmatch(tekst):
        meer = int(gevonden["getal"]) + 1
        return NotatieFout(
            f"‘{tekst}’: schrijf <{meer}, of een bereik zoals 1-{gevonden['getal']}."
        )
    if gevonden := _MINSTENS.fullmatch(tekst):
        minder = int(gevonden["a"] or gevonden["b"]) - 1
        return NotatieFout(
            f"‘{tekst}’: schrijf het getal zelf, of bijvoorbeeld ‘meer dan {minder}’."
        )
    return None


def _met_woord(tekst: str) -> NotatieFout | None:
    if gevonden := _STATUS.fullmatch(tekst):
        status = gevonden["status"].lower()
        return NotatieFout(
            f"‘{tekst}’: schrijf {gevonden['getal']}, en zet ‘{status}’ in de kolom status."
        )
    if _DUIZEND.fullmatch(tekst):
        return NotatieFout(f"‘{tekst}’: schrijf het getal voluit, met alle nullen.")
    if gevonden := _WOORD.fullmatch(tekst):
        woord = gevonden["woord"].strip()
        return NotatieFout(
            f"‘{tekst}’: in de cel hoort alleen het getal. Schrijf {gevonden['getal']}, zonder ‘{woord}’."
        )
    return None
