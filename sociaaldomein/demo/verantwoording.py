"""Where each figure of the source documents went: `docs/demo.md`, made from herkomst.csv and what was published.

Each of the 454 rows of the sources is either in a published snapshot, or has the reason why not.
"""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from monitor.models import Publicatie

HERKOMST = Path(__file__).parent / "herkomst.csv"
GETOOND = frozenset({"overgenomen", "herhaling", "bereik"})
WIJZEN = {
    "overgenomen": "staat er zoals in de bron",
    "herhaling": "zelfde cijfer als een andere regel, één keer opgeslagen",
    "bereik": "ondergrens of bovengrens; samen één bereik",
    "afronding": "afronding van een preciezer cijfer dat er wel staat",
    "berekend": "een verschil dat het programma zelf berekent",
    "nagerekend": "de bron spreekt zichzelf tegen; de pagina toont het nagerekende cijfer met een noot",
    "definitie": "een grens in de naam van een cijfer",
    "dubbelzinnig": "de zin in de bron laat twee lezingen toe",
    "niet_getoond": "het cijfer betekent niets",
    "niet_getoond_privacy": "op geen pagina, omdat een klein aantal anders te herleiden is",
}


@dataclass(frozen=True)
class Vondst:
    """A place where a source figure can be read."""

    adres: str
    titel: str
    cel: dict[str, Any]


def bronregels() -> list[dict[str, str]]:
    with HERKOMST.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand, delimiter=";"))


def momentopnames() -> dict[str, list[dict[str, Any]]]:
    """The newest snapshot of each edition by gemeente, newest edition first."""
    uit: dict[str, dict[str, dict[str, Any]]] = {}
    rijen = Publicatie.objects.published().select_related("uitgave__gemeente")
    for publicatie in rijen.order_by("-uitgave__peildatum", "-versie"):
        inhoud = json.loads(publicatie.inhoud)
        van_gemeente = uit.setdefault(inhoud["gemeente"]["slug"], {})
        van_gemeente.setdefault(inhoud["uitgave"]["slug"], inhoud)
    return {slug: list(edities.values()) for slug, edities in uit.items()}


def klopt(cel: dict[str, Any], waarde: Decimal) -> bool:
    """Whether the cell says this value, as a number, as a bound, or by hiding it."""
    grenzen = [abs(Decimal(cel[k])) for k in ("onder", "boven") if cel[k] is not None]
    gelijk = cel["waarde"] is not None and Decimal(cel["waarde"]) == waarde
    return gelijk or cel["toestand"] == "onderdrukt" or abs(waarde) in grenzen


def zoek(rij: dict[str, str], edities: list[dict[str, Any]]) -> Vondst | None:
    """The first place of a row's target in the newest edition that has it."""
    for inhoud in edities:
        cel = _cel(rij, inhoud)
        if cel is not None:
            return _plaats(rij, inhoud, cel)
    return None


def _cel(rij: dict[str, str], inhoud: dict[str, Any]) -> dict[str, Any] | None:
    indicator = inhoud["indicatoren"].get(rij["indicator"], {"reeksen": []})
    for reeks in indicator["reeksen"]:
        if (reeks["soort"], reeks["sleutel"]) == (rij["soort"], rij["uitsplitsing"]):
            return next((c for c in reeks["cellen"] if c["periode"] == rij["periode"]), None)
    return None


def _plaats(rij: dict[str, str], inhoud: dict[str, Any], cel: dict[str, Any]) -> Vondst:
    """The block that shows the figure; the page of the indicator when it stands in a text only."""
    basis = f"/{inhoud['gemeente']['slug']}/{inhoud['uitgave']['slug']}"
    for hoofdstuk in inhoud["hoofdstukken"]:
        for blok in hoofdstuk["blokken"]:
            if _toont(blok["inhoud"], rij, cel):
                adres = f"{basis}/{hoofdstuk['code']}/#{blok['code']}"
                return Vondst(adres, f"{hoofdstuk['titel']}: {blok['titel'] or blok['code']}", cel)
    naam = inhoud["indicatoren"][rij["indicator"]]["naam"]
    return Vondst(f"{basis}/cijfers/{rij['indicator']}/", f"Cijfer: {naam}", cel)


def _toont(deel: object, rij: dict[str, str], cel: dict[str, Any]) -> bool:
    """Whether a piece of a block holds this indicator with this cell."""
    if isinstance(deel, list):
        return any(_toont(d, rij, cel) for d in deel)
    if not isinstance(deel, dict):
        return False
    if deel.get("indicator") == rij["indicator"]:
        return any(_zelfde(c, cel) for c in _cellen(deel))
    return any(_toont(d, rij, cel) for d in deel.values())


def _zelfde(een: dict[str, Any], ander: dict[str, Any]) -> bool:
    return all(een[k] == ander[k] for k in ("periode", "tekst", "voetnoot"))


def _cellen(deel: object) -> Iterator[dict[str, Any]]:
    if isinstance(deel, dict):
        if "toestand" in deel and "periode" in deel:
            yield deel
        for onder in deel.values():
            yield from _cellen(onder)
    elif isinstance(deel, list):
        for onder in deel:
            yield from _cellen(onder)


def maak_verantwoording() -> str:
    """The whole of docs/demo.md, Markdown. The same input gives the same text."""
    regels, edities = bronregels(), momentopnames()
    tabel = [_tabelrij(rij, edities.get(rij["gemeente"], [])) for rij in regels]
    return "\n".join([*_inleiding(regels), *tabel, ""])


def _tabelrij(rij: dict[str, str], edities: list[dict[str, Any]]) -> str:
    vondst = zoek(rij, edities) if rij["indicator"] else None
    waar = f"[{_cel_tekst(vondst.titel)}]({vondst.adres})" if vondst else "op geen pagina"
    getoond = vondst.cel["tekst"] if vondst and rij["wijze"] in GETOOND else ""
    noot = rij["toelichting"] or (WIJZEN[rij["wijze"]].capitalize() + ".")
    noot = "" if rij["wijze"] == "overgenomen" and not rij["toelichting"] else noot
    kolommen = (
        rij["nr"],
        f"{rij['bron']}:{rij['regel']}",
        f"`{rij['code']}`",
        rij["bron_periode"],
        _bedekt(rij, vondst),
        getoond,
        waar,
        noot,
    )
    return "| " + " | ".join(_cel_tekst(k) if "[" not in k else k for k in kolommen) + " |"


def _bedekt(rij: dict[str, str], vondst: Vondst | None) -> str:
    """The value in the source; not of a figure that no page may show."""
    if "privacy" in rij["wijze"]:
        return "(niet getoond)"
    verborgen = vondst is not None and vondst.cel["toestand"] == "onderdrukt"
    return "(klein aantal)" if verborgen else rij["tekst_in_bron"]


def _cel_tekst(tekst: str) -> str:
    return " ".join(tekst.replace("|", "/").split())


def _inleiding(regels: list[dict[str, str]]) -> list[str]:
    telling = Counter(r["wijze"] for r in regels)
    soorten = [f"| {n} | {WIJZEN[w]} |" for w, n in telling.most_common()]
    return [
        "# De demo",
        "",
        "`make demo` laadt drie gemeenten. Dat gaat met dezelfde bestanden en dezelfde controle",
        "als waarmee een medewerker aanlevert. De bestanden staan in `sociaaldomein/demo/`.",
        "",
        "| Gemeente | Wat | Uitgaven |",
        "| --- | --- | --- |",
        "| Steenwijkerland | cijfers uit openbare raadsstukken van 2020 en 2021 | "
        "`2021-01_2021-02` (teruggerekend) en `2021-03_2021-04` |",
        "| Dalfsen | cijfers uit een openbaar raadsstuk van 2021 | `2020-H2` |",
        "| Demodam | bestaat niet; alle cijfers zijn verzonnen | vier kwartalen |",
        "",
        "De teksten zijn opnieuw geschreven. Er staan geen namen van personen in.",
        "Ook laadt de demo gebruikers met een bekend wachtwoord. `manage.py laad_demo --logins` noemt ze.",
        "",
        "## Wat waar staat",
        "",
        f"De raadsstukken hebben samen {len(regels)} cijfers. Deze lijst zegt van elk waar het staat,",
        "of waarom niet. A is de monitor van Steenwijkerland van april 2021. B is de rapportage van",
        "Dalfsen over 2020. C is het visitatieverslag van Steenwijkerland van juni 2020. Achter de letter",
        "staat de regel in het stuk. Kleine aantallen mensen staan hier ook niet.",
        "",
        "Deze pagina is gemaakt met `manage.py laad_demo --verantwoording docs/demo.md`.",
        "",
        "| Aantal | Wat ermee gebeurd is |",
        "| ---: | --- |",
        *soorten,
        "",
        "## Alle cijfers",
        "",
        "| Nr | Bron | Cijfer | Periode in de bron | In de bron | Op de pagina | Waar | Toelichting |",
        "| ---: | --- | --- | --- | --- | --- | --- | --- |",
    ]
