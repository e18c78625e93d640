"""Everything in one zip: of an edition all its files, of a gemeente the figures of all editions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from monitor.publiceren.bestanden import FORMATEN, maak_csv
from monitor.publiceren.jsonschema import maak_schema
from monitor.publiceren.licentie import LICENTIE_ADRES, LICENTIE_TEKST
from monitor.publiceren.pakket import maak_pakket
from monitor.weergave.opendata.dcat import Dcat
from monitor.weergave.opendata.rdf import Knoop, als_jsonld, als_turtle
from monitor.weergave.publicaties import Gelezen

MEESTE_UITGAVEN = 24
Deel = tuple[str, bytes]


def zip_uitgave(gelezen: Gelezen, metadata: list[Knoop]) -> bytes:
    """All files of the edition, what they mean, and their fingerprints. No metadata: council only."""
    inhoud = gelezen.inhoud
    delen = [(f"monitor.{naam}", maak(inhoud)) for naam, (maak, _) in sorted(FORMATEN.items())]
    delen.append(("momentopname.schema.json", _json_schema()))
    if metadata:
        delen += [("metadata.ttl", als_turtle(metadata)), ("metadata.jsonld", als_jsonld(metadata))]
    kop = [f"{inhoud['uitgave']['titel']}, gemeente {inhoud['gemeente']['naam']}"]
    if gelezen.kop:
        kop.append(f"Versie {gelezen.kop.versie}. {gelezen.kop.notitie}".strip())
    return _pak(inhoud, kop, delen, is_openbaar=bool(metadata))


def zip_gemeente(inhouden: Iterable[dict[str, Any]], dcat: Dcat, metadata: list[Knoop]) -> bytes:
    """The figures of every edition that is open now; the snapshots are read one at a time."""
    delen = [(f"{i['uitgave']['slug']}/monitor.csv", maak_csv(i)) for i in inhouden]
    delen.append(("catalogus.ttl", als_turtle(metadata)))
    kop = [f"Alle openbare monitors, gemeente {dcat.gemeente['naam']}"]
    return _pak({"gemeente": dcat.gemeente}, kop, delen, is_openbaar=True)


def _pak(inhoud: dict[str, Any], kop: list[str], delen: list[Deel], *, is_openbaar: bool) -> bytes:
    uitleg = _uitleg(inhoud["gemeente"], is_openbaar)
    leesmij = "\r\n".join([*kop, *uitleg, *_sommen(delen), ""])
    return maak_pakket([("LEESMIJ.txt", leesmij), *delen])


def _uitleg(gemeente: dict[str, Any], is_openbaar: bool) -> Iterator[str]:
    yield ""
    if gemeente["is_fictief"]:
        yield "Deze gemeente en alle cijfers zijn verzonnen."
    if is_openbaar:
        yield f"Licentie: {LICENTIE_TEKST}, {LICENTIE_ADRES}"
    else:
        yield "Alleen voor de raad. Deel deze bestanden niet."
    yield (
        f"Zijn er minder dan {gemeente['drempel']} personen of huishoudens? Dan staat er geen getal maar"
        f" <{gemeente['drempel']}. Staat er een punt (·), dan zou een klein aantal uit dat getal volgen."
    )
    if gemeente["contact"]:
        yield f"Vragen: {gemeente['contact']}"


def _sommen(delen: list[Deel]) -> Iterator[str]:
    yield ""
    yield "Bestanden, met hun SHA-256:"
    for naam, lijf in delen:
        yield f"{hashlib.sha256(lijf).hexdigest()}  {naam}"


def _json_schema() -> bytes:
    return (json.dumps(maak_schema(), ensure_ascii=False, indent=1) + "\n").encode()
