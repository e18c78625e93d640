"""What can be wrong with a delivery, in words for the person who made it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Any

MAX_GETOOND = 100  # errors kept; the total is told as well


@dataclass(frozen=True, slots=True)
class Fout:
    """One thing that is wrong: where it stands, what stands there, and what to do."""

    melding: str
    advies: str = ""
    rij: int | None = None
    kolom: str = ""
    waarde: str = ""

    def als_dict(self) -> dict[str, Any]:
        return asdict(self)

    def __str__(self) -> str:
        plek = [f"rij {self.rij}"] if self.rij else []
        plek += [f"kolom ‘{self.kolom}’"] if self.kolom else []
        tekst = f"{', '.join(plek)}: {self.melding}" if plek else self.melding
        return f"{tekst} {self.advies}".rstrip()


class LeesFout(Exception):
    """The file cannot be read at all; every reason at once, in `fouten`."""

    def __init__(self, *fouten: Fout | str) -> None:
        self.fouten = [Fout(f) if isinstance(f, str) else f for f in fouten]
        super().__init__(" ".join(map(str, self.fouten)))


class InvoerFout(Exception):
    """A delivery that may not or can not be applied; the text is meant for people."""


class InmiddelsGewijzigd(InvoerFout):
    """Somebody else changed the figure since it was shown; both texts are kept."""

    def __init__(self, *, nu: str, eigen: str, door: str = "") -> None:
        wie = door or "Iemand anders"
        super().__init__(
            f"{wie} heeft dit cijfer intussen veranderd. Er staat nu ‘{nu}’, u vulde ‘{eigen}’ in. "
            "Kijk welke waarde klopt en sla die dan nog een keer op."
        )
        self.nu, self.eigen, self.door = nu, eigen, door


def bedoelt_u(woord: str, bekend: list[str] | dict[str, Any]) -> str:
    """ "Bedoelt u ‘clienten-jeugd’?", or nothing when no known word looks like it."""
    dichtbij = get_close_matches(woord.casefold(), list(bekend), n=1, cutoff=0.6)
    return f"Bedoelt u ‘{dichtbij[0]}’?" if dichtbij else ""
