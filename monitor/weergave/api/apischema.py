"""The shapes of the API: those of the snapshot under their names here, and what the API adds."""

from __future__ import annotations

from typing import Any

from monitor.publiceren import schema
from monitor.publiceren.bloktypen import vormen
from monitor.publiceren.jsonschema import Maker
from monitor.weergave.api.vormen import kameel_naam

Stuk = dict[str, Any]
_PLEK = "#/components/schemas/"
TEKST, GETAL, JA = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
MOMENT = {"type": "string", "format": "date-time"}
_KORT: dict[str, Stuk] = {
    "code": TEKST,
    "titel": TEKST,
    "versie": GETAL,
    "notitie": TEKST,
    "zaaknummer": TEKST,
    "openbaarVanaf": MOMENT,
    "gepubliceerdOp": MOMENT,
    "sha256": TEKST,
}
_LIJSTEN = {
    "correcties": "Revisie",
    "herzien": "Revisie",
    "gewijzigdeDefinities": "GewijzigdeDefinitie",
    "nietBijgewerkt": "NietBijgewerkt",
    "andereTelling": "NietBijgewerkt",
    "veranderd": "Verandering",
}


def componenten() -> dict[str, Stuk]:
    """Every shape that an answer may have."""
    uit = _van_momentopname()
    cel, indicator = uit["Cel"], uit["Indicator"]
    zonder(uit["Reeks"], "cellen")
    zonder(uit["Blok"], "inhoud")
    uit["Blok"].pop("allOf", None)
    plus(uit["Blok"], cijfers=lijst("Blokcijfer"))
    uit["Blokcijfer"] = _met(cel, naam=TEKST)
    uit["Cijfer"] = _met(
        cel,
        **dict.fromkeys(("indicator", "indicatorNaam", "reeks", "soort", "label"), TEKST),
        eenheid=indicator["properties"]["eenheid"],
        delen=lijst("Deel"),
    )
    uit["UitgaveKort"] = object_van(_KORT)
    uit["Uitgave"] = _uitgave(uit["UitgaveKop"])
    return dict(sorted((uit | _eigen()).items()))


def _van_momentopname() -> dict[str, Stuk]:
    maker = Maker(streng=True)
    delen: list[Any] = [schema.Hoofdstuk, schema.Indicator, schema.UitgaveKop, schema.Revisie]
    delen += [schema.GewijzigdeDefinitie, schema.NietBijgewerkt, schema.Verandering]
    for vorm in (*delen, *vormen().values()):
        maker.verwijs(vorm)
    return {naam: _vertaal(deel) for naam, deel in maker.defs.items()}


def _vertaal(deel: Any, *, namen: bool = False) -> Any:
    """A schema with the names of its properties as the API has them. `namen`: these are names."""
    if isinstance(deel, list):
        return [_vertaal(d) for d in deel]
    if not isinstance(deel, dict):
        return deel
    uit = {}
    for k, v in deel.items():
        if k == "$ref" and not namen:
            uit[k] = v.replace("#/$defs/", _PLEK)
        elif k == "required" and not namen:
            uit[k] = sorted(map(kameel_naam, v))
        else:
            naar = kameel_naam(k) if namen else k
            uit[naar] = _vertaal(v, namen=k == "properties" and not namen)
    return uit


def object_van(velden: dict[str, Stuk]) -> Stuk:
    return {
        "type": "object",
        "properties": dict(velden),
        "required": sorted(velden),
        "additionalProperties": False,
    }


def lijst(vorm: str) -> Stuk:
    return {"type": "array", "items": {"$ref": f"{_PLEK}{vorm}"}}


def teksten() -> Stuk:
    return {"type": "array", "items": TEKST}


def _of_niets(soort: str) -> Stuk:
    return {"type": [soort, "null"]}


def zonder(deel: Stuk, naam: str) -> None:
    del deel["properties"][naam]
    deel["required"].remove(naam)


def plus(deel: Stuk, **velden: Stuk) -> None:
    deel["properties"] |= velden
    deel["required"] = sorted({*deel["required"], *velden})


def _met(deel: Stuk, **velden: Stuk) -> Stuk:
    return object_van({**deel["properties"], **velden})


def _uitgave(kop: Stuk) -> Stuk:
    """The header of the snapshot, the short form, the lists, and where the files are."""
    velden = {k: v for k, v in kop["properties"].items() if k != "slug"}
    mag_weg = set(velden) - set(kop["required"])
    velden |= _KORT | {naam: lijst(vorm) for naam, vorm in _LIJSTEN.items()}
    velden |= {"hoofdstukken": teksten(), "programmas": teksten(), "pagina": TEKST}
    uit = object_van(velden | {"bestanden": lijst("Bestand")})
    uit["required"] = sorted(set(uit["required"]) - mag_weg)
    return uit


def _eigen() -> dict[str, Stuk]:
    """What only the API has."""
    melding = {"in": TEKST, "detail": TEKST, "location": object_van({"name": TEKST})}
    fout: dict[str, Stuk] = {"type": TEKST, "status": GETAL, "title": TEKST, "detail": TEKST}
    probleem = object_van(fout)
    probleem["properties"]["errors"] = {"type": "array", "items": object_van(melding)}
    bladeren = {"totaal": GETAL, "pagina": GETAL, "aantal": GETAL}
    pagina = object_van(bladeren | {"vorige": _of_niets("string"), "volgende": _of_niets("string")})
    del pagina["additionalProperties"]
    gemeente = dict.fromkeys(("code", "naam", "cbsCode", "eersteUitgaveVerwacht"), TEKST)
    programma = dict.fromkeys(("code", "naam", "titel", "stand"), TEKST)
    return {
        "Pagina": pagina,
        "Probleem": probleem,
        "Gemeente": object_van(
            {**gemeente, "isFictief": JA, "nieuwsteUitgave": _of_niets("string")}
        ),
        "HoofdstukKort": object_van({"code": TEKST, "titel": TEKST}),
        "ProgrammaKort": object_van(programma),
        "Bestand": object_van({"formaat": TEKST, "mediatype": TEKST, "adres": TEKST}),
    }
