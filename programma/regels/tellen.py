"""What readers see of a status: shape, word and colour; and the count per node of the tree."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from programma.regels.niveaus import Niveau


@dataclass(frozen=True)
class Categorie:
    code: str
    woord: str  # under a count: "Later dan gepland"
    kort: str  # in a row of the table: "Later"


# In the order of the page. Each has its own shape, so that nothing depends on colour.
CATEGORIEEN = (
    Categorie("klaar", "Klaar", "Klaar"),
    Categorie("op_schema", "Op schema", "Op schema"),
    Categorie("loopt", "Loopt", "Loopt"),
    Categorie("later", "Later dan gepland", "Later"),
    Categorie("niet_gestart", "Nog niet gestart", "Niet gestart"),
    Categorie("geen_bericht", "Nog geen bericht", "Geen bericht"),
    Categorie("gestopt", "Gestopt", "Gestopt"),
)
CATEGORIE = {c.code: c for c in CATEGORIEEN}
ALTIJD = frozenset({"klaar", "later"})  # shown also when there is none
_VAN_STATUS = {
    "gereed": "klaar", "op_schema": "op_schema", "loopt": "loopt", "vertraagd": "later",
    "niet_gestart": "niet_gestart", "geen_bericht": "geen_bericht", "gestopt": "gestopt",
    "ingetrokken": "gestopt",
}  # fmt: skip


def categorie(status: str) -> Categorie:
    return CATEGORIE[_VAN_STATUS.get(status, "geen_bericht")]


@dataclass(frozen=True)
class Telling:
    per: dict[str, int]  # every category in the order of the page, also those with none
    totaal: int

    @property
    def klaar(self) -> int:
        return self.per["klaar"]

    @property
    def zin(self) -> str:
        """Light summary of a node: "1 van 3 klaar", "" when there is nothing to count."""
        return f"{self.klaar} van {self.totaal} klaar" if self.totaal else ""


def tel(codes: Iterable[str]) -> Telling:
    """Count category codes."""
    geteld = Counter(codes)
    return Telling({c.code: geteld[c.code] for c in CATEGORIEEN}, sum(geteld.values()))


def kop(telling: Telling, woord: Niveau) -> list[str]:
    """The headline, one sentence each: "5 van de 19 mijlpalen zijn klaar."."""
    if not telling.totaal:
        return [f"Er zijn nog geen {woord.meer} afgesproken."]
    werkwoord = "is" if telling.klaar == 1 else "zijn"
    if telling.totaal == 1:
        zinnen = [f"De {woord.enkel} is {'klaar' if telling.klaar else 'nog niet klaar'}."]
    elif not telling.klaar:
        zinnen = [f"Nog geen van de {telling.totaal} {woord.meer} is klaar."]
    else:
        zinnen = [f"{telling.klaar} van de {telling.totaal} {woord.meer} {werkwoord} klaar."]
    later = telling.per["later"]
    if later:
        zinnen.append(f"{later} {'loopt' if later == 1 else 'lopen'} later dan gepland.")
    return zinnen


def squares(codes: Sequence[str]) -> list[str]:
    """The codes in the order of the page, one for each unit square."""
    volgorde = {c.code: i for i, c in enumerate(CATEGORIEEN)}
    return sorted(codes, key=volgorde.__getitem__)
