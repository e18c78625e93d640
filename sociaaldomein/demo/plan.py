"""Which gemeenten the demo has, and in which order their files are handed in and published."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sociaaldomein.demo.concept import CODE
from sociaaldomein.demo.demodam.maak import Stap, maak_bestanden
from sociaaldomein.demo.demodam.tijd import EDITIES

HIER = Path(__file__).parent


@dataclass(frozen=True)
class Voorbeeld:
    """One gemeente of the demo. `stappen` may write its files into the folder it is given."""

    slug: str
    naam: str
    uitgaven: tuple[str, ...]
    stappen: Callable[[Path], list[Stap]]
    cbs_code: str = ""
    is_fictief: bool = False
    concept: str = ""  # the edition that is being worked on


def steenwijkerland(_map: Path) -> list[Stap]:
    return _van_bestanden("steenwijkerland", ("2021-01_2021-02", "2021-03_2021-04"))


def dalfsen(_map: Path) -> list[Stap]:
    return _van_bestanden("dalfsen", ("2020-H2",))


def _van_bestanden(slug: str, uitgaven: tuple[str, ...]) -> list[Stap]:
    """Definitions first, then figures and programmes, then each edition and its publication."""
    map_ = HIER / slug
    stappen = [Stap("indicatoren", map_ / "indicatoren.csv")]
    stappen += [Stap("waarnemingen", p) for p in sorted(map_.glob("waarnemingen*.csv"))]
    stappen += [Stap("programma", p) for p in sorted(map_.glob("programma*.csv"))]
    for code in uitgaven:
        stappen += [
            Stap("uitgave", map_ / f"uitgave-{code}.csv"),
            Stap("publiceren", uitgave=code),
        ]
    return stappen


VOORBEELDEN = (
    Voorbeeld(
        "steenwijkerland",
        "Steenwijkerland",
        ("2021-01_2021-02", "2021-03_2021-04"),
        steenwijkerland,
        cbs_code="GM1708",
    ),
    Voorbeeld("dalfsen", "Dalfsen", ("2020-H2",), dalfsen, cbs_code="GM0148"),
    Voorbeeld(
        "demodam",
        "Demodam",
        tuple(e.code for e in EDITIES),
        maak_bestanden,
        is_fictief=True,
        concept=CODE,
    ),
)
