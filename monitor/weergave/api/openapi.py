"""The OpenAPI 3.1 description of the API: its addresses from a table, its shapes from `apischema`."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from monitor.models.enums import Soort
from monitor.publiceren.licentie import LICENTIE_ADRES, LICENTIE_TEKST
from monitor.weergave.api.antwoord import API_VERSIE
from monitor.weergave.api.apischema import componenten
from monitor.weergave.api.vraag import MEEST, STANDAARD

Stuk = dict[str, Any]
_DELEN = {
    "gemeente": ("De gemeente, zoals in het adres van haar monitor.", "steenwijkerland"),
    "uitgave": ("De periode van de uitgave.", "2021-03_2021-04"),
    "hoofdstuk": ("Code van het hoofdstuk.", "jeugd"),
    "indicator": ("Code van de indicator.", "clienten-jeugd"),
    "programma": ("Code van het programma.", "transformatie"),
}
_BLADEREN, _VERSIE = ("pagina", "aantal"), ("versie",)
_FILTERS = ("indicator", "soort", "periode")
_U = "/gemeenten/{gemeente}/uitgaven/{uitgave}"
# Address, name of the operation, what it gives, the shape of one, is it a list, parameters.
_BRONNEN: tuple[tuple[str, str, str, str, bool, tuple[str, ...]], ...] = (
    ("/gemeenten", "gemeenten", "Gemeenten met een openbare monitor", "Gemeente", True, _BLADEREN),
    ("/gemeenten/{gemeente}", "gemeente", "Eén gemeente", "Gemeente", False, ()),
    ("/gemeenten/{gemeente}/uitgaven", "uitgaven", "Uitgaven, de nieuwste eerst", "UitgaveKort", True, _BLADEREN),
    (_U, "uitgave", "Eén uitgave", "Uitgave", False, _VERSIE),
    (f"{_U}/versies", "versies", "Alle versies van een uitgave, de nieuwste eerst", "UitgaveKort", True, _BLADEREN),
    (f"{_U}/hoofdstukken", "hoofdstukken", "Hoofdstukken", "HoofdstukKort", True, _VERSIE + _BLADEREN),
    (f"{_U}/hoofdstukken/{{hoofdstuk}}", "hoofdstuk", "Eén hoofdstuk met zijn blokken", "Hoofdstuk", False, _VERSIE),
    (f"{_U}/indicatoren", "indicatoren", "Indicatoren met hun beschrijving", "Indicator", True, _VERSIE + _BLADEREN),
    (f"{_U}/indicatoren/{{indicator}}", "indicator", "Eén indicator", "Indicator", False, _VERSIE),
    (f"{_U}/cijfers", "cijfers", "Cijfers, één per regel", "Cijfer", True, _VERSIE + _FILTERS + _BLADEREN),
    (f"{_U}/programmas", "programmas", "Programma’s", "ProgrammaKort", True, _VERSIE + _BLADEREN),
    (f"{_U}/programmas/{{programma}}", "programma", "Eén programma", "ProgrammaInhoud", False, _VERSIE),
)  # fmt: skip
_VRAGEN: dict[str, tuple[str, Stuk]] = {
    "pagina": ("Welke pagina.", {"type": "integer", "minimum": 1, "maximum": 100_000, "default": 1}),
    "aantal": ("Hoeveel op een pagina.", {"type": "integer", "minimum": 1, "maximum": MEEST, "default": STANDAARD}),
    "versie": ("Welke versie van de uitgave. Leeg: de nieuwste.", {"type": "integer", "minimum": 1}),
    "indicator": ("Alleen cijfers van deze indicator.", {"type": "string"}),
    "soort": ("Alleen cijfers van deze soort.", {"type": "string", "enum": Soort.values}),
    "periode": ("Alleen cijfers over deze periode, zoals 2021-04 of 2021-K1.", {"type": "string"}),
}  # fmt: skip
_KOP = {"API-Version": {"$ref": "#/components/headers/ApiVersion"}}


def maak_openapi(wortel: str) -> Stuk:
    """The document; `wortel` is the address of the site, with a slash at the end."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Raadsmonitor sociaal domein",
            "version": API_VERSIE,
            "description": "De gepubliceerde cijfers van openbare monitors. Kleine aantallen personen "
            "en huishoudens staan er niet in. Getallen zijn tekst met een punt, zonder verlies.",
            "license": {"name": LICENTIE_TEKST, "url": LICENTIE_ADRES},
            "contact": {
                "name": "Raadsmonitor sociaal domein",
                "email": settings.DEFAULT_FROM_EMAIL,
                "url": wortel,
            },
        },
        "servers": [{"url": f"{wortel}api/v1"}],
        "tags": [{"name": "monitor", "description": "Lezen wat gepubliceerd is."}],
        "paths": {bron[0]: {"parameters": _delen(bron[0]), "get": _lees(*bron)} for bron in _BRONNEN},
        "components": {
            "headers": {
                "ApiVersion": {
                    "description": "De volledige versie van de API.",
                    "schema": {"type": "string", "const": API_VERSIE},
                }
            },
            "parameters": {n.title(): _vraag(n, *v) for n, v in _VRAGEN.items()},
            "responses": {
                "Ongeldig": _fout("De vraag klopt niet."),
                "NietGevonden": _fout("Dit is er niet, of nog niet."),
            },
            "schemas": componenten(),
        },
    }  # fmt: skip


def _delen(adres: str) -> list[Stuk]:
    return [
        {
            "name": naam,
            "in": "path",
            "required": True,
            "description": uitleg,
            "schema": {"type": "string"},
            "example": voorbeeld,
        }
        for naam, (uitleg, voorbeeld) in _DELEN.items()
        if f"{{{naam}}}" in adres
    ]


def _lees(adres: str, naam: str, wat: str, vorm: str, is_lijst: bool, vragen: tuple[str, ...]) -> Stuk:  # fmt: skip
    schema: Stuk = {"$ref": f"#/components/schemas/{vorm}"}
    if is_lijst:
        lijst = {"properties": {"resultaten": {"type": "array", "items": schema}}}
        schema = {"allOf": [{"$ref": "#/components/schemas/Pagina"}, lijst]}
    antwoorden: Stuk = {
        "200": {
            "description": wat,
            "headers": _KOP,
            "content": {"application/json": {"schema": schema}},
        },
        "404": {"$ref": "#/components/responses/NietGevonden"},
    }
    if vragen:
        antwoorden["400"] = {"$ref": "#/components/responses/Ongeldig"}
    return {
        "operationId": naam,
        "summary": wat,
        "tags": ["monitor"],
        "parameters": [{"$ref": f"#/components/parameters/{v.title()}"} for v in vragen],
        "responses": antwoorden,
    }


def _vraag(naam: str, uitleg: str, schema: Stuk) -> Stuk:
    return {"name": naam, "in": "query", "description": uitleg, "schema": schema}


def _fout(wat: str) -> Stuk:
    vorm = {"schema": {"$ref": "#/components/schemas/Probleem"}}
    return {"description": wat, "headers": _KOP, "content": {"application/problem+json": vorm}}
