"""A small graph as JSON-LD and as Turtle, the same bytes each time. Nodes are JSON-LD already."""

from __future__ import annotations

import json
from typing import Any

RUIMTEN = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Knoop = dict[str, Any]
_LOS = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def nl(tekst: str) -> Knoop:
    return {"@value": tekst, "@language": "nl"}


def waarde(tekst: object, soort: str) -> Knoop:
    return {"@value": str(tekst), "@type": f"xsd:{soort}"}


def iri(adres: str) -> Knoop:
    return {"@id": adres}


def als_jsonld(knopen: list[Knoop]) -> bytes:
    document = {"@context": RUIMTEN, "@graph": knopen}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def als_turtle(knopen: list[Knoop]) -> bytes:
    koppen = [f"@prefix {naam}: <{adres}> ." for naam, adres in RUIMTEN.items()]
    delen = [f"<{_adres(k['@id'])}> {_eigenschappen(k)} ." for k in knopen]
    return ("\n".join(koppen) + "\n\n" + "\n\n".join(delen) + "\n").encode()


def _eigenschappen(knoop: Knoop) -> str:
    regels = []
    for naam, inhoud in knoop.items():
        if naam == "@id":
            continue
        lijst = inhoud if isinstance(inhoud, list) else [inhoud]
        if naam == "@type":
            regels.append(f"a {', '.join(lijst)}")
        elif lijst:
            regels.append(f"{naam} {', '.join(_voorwerp(w) for w in lijst)}")
    return " ;\n    ".join(regels)


def _voorwerp(deel: Any) -> str:
    if isinstance(deel, str):
        return f'"{_tekst(deel)}"'
    if "@value" in deel:
        staart = f"@{deel['@language']}" if "@language" in deel else f"^^{deel['@type']}"
        return f'"{_tekst(deel["@value"])}"{staart}'
    if set(deel) == {"@id"}:
        return f"<{_adres(deel['@id'])}>"
    return f"[ {_eigenschappen(deel)} ]"


def _tekst(tekst: str) -> str:
    """A string for Turtle: nothing that ends it early, no control characters."""
    return "".join(_LOS.get(c) or (c if c >= " " else f"\\u{ord(c):04X}") for c in tekst)


def _adres(adres: str) -> str:
    """An address for Turtle, which may hold none of these characters."""
    return "".join(f"%{ord(c):02X}" if c <= " " or c in '<>"{}|^`\\' else c for c in adres)
