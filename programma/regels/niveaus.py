"""The names of the levels of a programme, chosen by the programme itself."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Niveau:
    enkel: str
    meer: str


def lees_woord(tekst: str) -> Niveau:
    """`"tafel, tafels"` → singular and plural. Raises ValueError saying what to write."""
    delen = [d.strip() for d in tekst.split(",")]
    if len(delen) != 2 or not all(delen):
        raise ValueError(
            f"‘{tekst.strip()}’ is niet te lezen. Schrijf enkelvoud en meervoud: ‘tafel, tafels’."
        )
    return Niveau(*delen)


def lees_niveaus(tekst: str) -> list[Niveau]:
    """One level a line, or separated by `/`, from the top down. Raises ValueError."""
    regels = [r for r in re.split(r"[\n/]", tekst) if r.strip()]
    if not regels:
        raise ValueError("Noem ten minste één niveau, bijvoorbeeld ‘doel, doelen’.")
    return [lees_woord(regel) for regel in regels]
