"""The outcome of checking a delivery: what would change, and what is wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from monitor.invoer.fouten import MAX_GETOOND, Fout

NIEUW, GEWIJZIGD, ONGEWIJZIGD = "nieuw", "gewijzigd", "ongewijzigd"
VOLGORDE = {GEWIJZIGD: 0, NIEUW: 1, ONGEWIJZIGD: 2}
MAX_VERSCHILLEN = 200


@dataclass(frozen=True, slots=True)
class Verschil:
    """One row of the file beside what is known: `oud` is "" when it is new."""

    rij: int
    wat: str
    uitkomst: str
    oud: str
    nieuw: str

    def als_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(slots=True)
class Controle:
    """Counts, errors and differences. `plan` is what the kind itself needs to apply it.

    `vingerafdruk` changes when what is replaced changes, so that a preview can not grow stale unseen.
    `herkomst` says where rows stood, when the file had columns of its own (`monitor.invoer.breed`).
    """

    rijen: int = 0
    tellingen: Counter[str] = field(default_factory=Counter)
    fouten: list[Fout] = field(default_factory=list)
    verschillen: list[Verschil] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)
    vraagt_reden: bool = False
    vingerafdruk: str = ""
    plan: Any = None
    naast: Any = None  # the plan beside what was known
    herkomst: Any = None
    sleutel: str = ""  # of the reading, when it may be used again (`monitor.invoer.gelezen`)
    is_al_verwerkt: bool = False  # the same file, applied before, and nothing changed since

    @property
    def nieuw(self) -> int:
        return self.tellingen[NIEUW]

    @property
    def gewijzigd(self) -> int:
        return self.tellingen[GEWIJZIGD]

    @property
    def ongewijzigd(self) -> int:
        return self.tellingen[ONGEWIJZIGD]

    @property
    def kan(self) -> bool:
        return not self.fouten

    def voor_aanlevering(self) -> dict[str, Any]:
        """The fields of an `Aanlevering`: the first errors and differences, and all the counts."""
        getoond = sorted(self.verschillen, key=lambda v: (VOLGORDE[v.uitkomst], v.rij))
        return {
            "rijen": self.rijen,
            "nieuw": self.nieuw,
            "gewijzigd": self.gewijzigd,
            "ongewijzigd": self.ongewijzigd,
            "fouten": [f.als_dict() for f in self.fouten[:MAX_GETOOND]],
            "aantal_fouten": len(self.fouten),
            "verschillen": [v.als_dict() for v in getoond[:MAX_VERSCHILLEN]],
        }


def maak_vingerafdruk(delen: Any) -> str:
    return sha256(repr(delen).encode()).hexdigest()[:32]
