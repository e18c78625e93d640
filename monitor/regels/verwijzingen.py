"""Figures in sentences: `{jeugd-clienten}`, `{jeugd-clienten | verschil}` and their parts.

Full form, in this order: `{code [soort] ; dimensie=categorie @ periode | bewerking}`. A text is
filled in when the snapshot is made, so that a sentence cannot contradict its table.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import lees_periode
from monitor.regels.sleutels import lees_sleutel, maak_sleutel

BEWERKINGEN = ("verschil", "groei", "vorig-jaar", "vorige", "periode", "naam")

_HAAKJES = re.compile(r"\{([^{}\n]{1,300})\}")
_VORM = re.compile(
    r"\s*(?P<code>[a-z0-9]+(?:[-_][a-z0-9]+)*)"
    r"(?:\s*\[(?P<soort>[a-z_]+)\])?"
    r"(?:\s*;\s*(?P<sleutel>[^@|]+?))?"
    r"(?:\s*@\s*(?P<periode>[^|]+?))?"
    r"(?:\s*\|\s*(?P<bewerking>[a-z-]+))?\s*"
)


@dataclass(frozen=True)
class Verwijzing:
    """One reference. `sleutel` is canonical, `periode` a canonical code or ""; `tekst` as written."""

    tekst: str
    code: str
    soort: str = "realisatie"
    sleutel: str = ""
    periode: str = ""
    bewerking: str = ""


def lees_verwijzing(tekst: str) -> Verwijzing:
    """Read what stands between the braces. Raises `NotatieFout`."""
    gevonden = _VORM.fullmatch(tekst)
    if gevonden is None:
        raise NotatieFout(
            f"‘{{{tekst}}}’ is geen verwijzing naar een cijfer. Schrijf bijvoorbeeld "
            "{clienten-jeugd} of {clienten-jeugd | verschil}."
        )
    bewerking = gevonden["bewerking"] or ""
    if bewerking and bewerking not in BEWERKINGEN:
        raise NotatieFout(
            f"‘{{{tekst}}}’: ‘{bewerking}’ kennen wij niet. Kies uit {', '.join(BEWERKINGEN)}."
        )
    try:
        sleutel = maak_sleutel(lees_sleutel(gevonden["sleutel"] or ""))
    except ValueError as fout:
        raise NotatieFout(f"‘{{{tekst}}}’: {fout}") from fout
    periode = lees_periode(gevonden["periode"]).code if gevonden["periode"] else ""
    soort = gevonden["soort"] or "realisatie"
    return Verwijzing(tekst, gevonden["code"], soort, sleutel, periode, bewerking)


def vind(tekst: str) -> list[Verwijzing]:
    """All references in a text, in order. Raises `NotatieFout` on the first that cannot be read."""
    return [lees_verwijzing(binnen) for binnen in _HAAKJES.findall(tekst)]


def vul_in(tekst: str, zoek: Callable[[Verwijzing], str]) -> str:
    """The text with each reference replaced by what `zoek` gives. Raises `NotatieFout`."""
    return _HAAKJES.sub(lambda gevonden: zoek(lees_verwijzing(gevonden[1])), tekst)
