"""Write the deliveries of Demodam as files, and say in which order staff would hand them in."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from monitor.regels.perioden import lees_periode
from sociaaldomein.demo.demodam.cijfers import correctie, levering
from sociaaldomein.demo.demodam.programma import programma
from sociaaldomein.demo.demodam.programmageld import DEFINITIES
from sociaaldomein.demo.demodam.register import CIJFERS, DIMENSIES
from sociaaldomein.demo.demodam.tijd import EDITIES, maanden
from sociaaldomein.demo.demodam.uitgaven import uitgave

DOMEINEN = [
    ("algemeen", "Algemeen"),
    ("jeugd", "Jeugd"),
    ("wmo", "Wmo"),
    ("participatie", "Participatie"),
    ("sociale-basis", "Sociale basis"),
]
CORRECTIE_NOTITIE = (
    "In maart waren 14 jongeren in Dijkzicht dubbel geteld. Het aantal jongeren met jeugdhulp is daarom "
    "lager. Ontdekt bij de controle op 20 mei 2026."
)


@dataclass(frozen=True)
class Stap:
    """One thing staff do. `werk` is an import kind or "publiceren"; `bestand` or `uitgave` says which."""

    werk: str  # indicatoren · waarnemingen · uitgave · programma · publiceren
    bestand: Path | None = None
    uitgave: str = ""
    notitie: str = ""


def maak_bestanden(map_: Path) -> list[Stap]:
    """Write all files into `map_` and return the steps in order."""
    map_.mkdir(parents=True, exist_ok=True)
    stappen = [Stap("indicatoren", _schrijf(map_ / "indicatoren.csv", _register()))]
    for e in EDITIES:
        stappen.append(Stap("waarnemingen", _schrijf(map_ / f"cijfers-{e.code}.csv", levering(e))))
        stappen.append(Stap("programma", _schrijf(map_ / f"programma-{e.code}.csv", programma(e))))
        stappen.append(Stap("uitgave", _schrijf(map_ / f"uitgave-{e.code}.csv", uitgave(e))))
        stappen.append(Stap("publiceren", uitgave=e.code))
        if e.code == "2026-K1":
            hersteld = _schrijf(map_ / "cijfers-2026-K1-correctie.csv", correctie())
            stappen.append(Stap("waarnemingen", hersteld))
            stappen.append(Stap("publiceren", uitgave=e.code, notitie=CORRECTIE_NOTITIE))
    return stappen


def _register() -> Iterable[dict[str, str]]:
    for code, naam in DOMEINEN:
        yield {"rijsoort": "domein", "code": code, "naam": naam}
    alle = DIMENSIES | {
        "betaalmaand": ("Maand van betaling", [(m, lees_periode(m).tekst) for m in maanden()])
    }
    for code, (naam, delen) in alle.items():
        yield {"rijsoort": "dimensie", "code": code, "naam": naam}
        for deel, deelnaam in delen:
            yield {"rijsoort": "categorie", "dimensie": code, "code": deel, "naam": deelnaam}
    for c in CIJFERS:
        yield {
            "rijsoort": "indicator",
            "code": c.code,
            "naam": c.naam,
            "domein": c.domein,
            "definitie": c.definitie,
            "eenheid": c.eenheid,
            "stroom_of_stand": c.soort,
            "richting": c.richting,
            "decimalen": str(c.decimalen),
            "telt": c.telt,
            "is_optelbaar": "ja" if c.optelbaar else "nee",
            "bron": c.bron,
            "eigenaar": c.eigenaar,
            "frequentie": c.ritme,
            "formule": c.formule,
        }
    yield from DEFINITIES
    yield {
        "rijsoort": "definitie",
        "code": "schuldhulp-dossiers",
        "vanaf": "2025-07-01",
        "definitie": "Dossiers schuldhulpverlening en budgetcoaching aan het einde van de maand.",
        "is_breuk": "ja",
        "toelichting": "Sinds 1 juli 2025 telt budgetcoaching mee.",
    }


def _schrijf(pad: Path, rijen: Iterable[dict[str, str]]) -> Path:
    """A file as a spreadsheet saves it for Dutch readers: semicolons, UTF-8 with mark."""
    alle = list(rijen)
    kolommen = list(dict.fromkeys(k for rij in alle for k in rij))
    with pad.open("w", encoding="utf-8-sig", newline="") as uit:
        schrijver = csv.DictWriter(uit, kolommen, delimiter=";", restval="")
        schrijver.writeheader()
        schrijver.writerows(alle)
    return pad
