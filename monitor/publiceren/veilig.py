"""What makers, files and pages share: which figures are hidden, which breakdowns there are, text safe to open."""

from typing import Any

GEHEIM = "x"  # the mark of a count that is hidden without saying whether it is small
VERBORGEN = frozenset({"onderdrukt", "kleiner_dan"})  # states of a cell without its number
_GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def onschadelijk(tekst: str, *, is_getal: bool = False) -> str:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it."""
    if not is_getal and (tekst.startswith(_GEVAARLIJK) or tekst.lstrip().startswith(_GEVAARLIJK)):
        return f"'{tekst}"
    return tekst


def dimensies(inhoud: dict[str, Any]) -> list[str]:
    """The codes of all breakdowns in the snapshot, a column each."""
    return sorted(
        {
            deel["dimensie"]
            for indicator in inhoud["indicatoren"].values()
            for reeks in indicator["reeksen"]
            for deel in reeks["delen"]
        }
    )
