"""The published JSON Schema (2020-12) of a snapshot, made from the shapes in `schema` themselves.

The shapes say what must be there; `_LIJSTEN` and `_VORMEN` say what a text may hold. A reader must
accept keys that he does not know: a later snapshot may have more. `streng` refuses them, so that a
test finds a key that nobody described.
"""

from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from monitor.models.enums import (
    Aard,
    Basis,
    BlokSoort,
    Eenheid,
    GrafiekVorm,
    Soort,
    StroomOfStand,
    Telt,
    WaarnemingStatus,
)
from monitor.publiceren import schema
from monitor.publiceren.bloktypen import vormen

ADRES = "/api/schemas/momentopname-1.json"
_TOESTANDEN = [*Aard.values, "onderdrukt", "ontbreekt"]
_TEGELTOESTANDEN = [
    "normaal", "niet_bijgewerkt", "voorlopig", "geschat", "onderdrukt", "gecorrigeerd", "niet_vergelijkbaar",
    "geen_gegevens",
]  # fmt: skip
_LIJSTEN: dict[tuple[str, str], list[str]] = {
    ("Cel", "toestand"): _TOESTANDEN,
    ("Cel", "status"): WaarnemingStatus.values,
    ("Cel", "benadering"): ["", "ongeveer", "meer_dan", "minder_dan"],
    ("Reeks", "soort"): Soort.values,
    ("Indicator", "eenheid"): Eenheid.values,
    ("Indicator", "telt"): Telt.values,
    ("Indicator", "stroom_of_stand"): StroomOfStand.values,
    ("Indicator", "richting"): ["meer", "minder", "neutraal"],
    ("Verschil", "richting"): ["meer", "minder", "gelijk"],
    ("Saldo", "woord"): ["tekort", "overschot", "gelijk"],
    ("Stoplicht", "code"): ["op_koers", "let_op", "actie_nodig"],
    ("Tegel", "toestand"): _TEGELTOESTANDEN,
    ("GrafiekInhoud", "vorm"): GrafiekVorm.values,
    ("UitgaveKop", "financiele_basis"): Basis.values,
}
_GETAL, _DAG = r"^-?\d+(\.\d+)?$", r"^\d{4}-\d{2}-\d{2}$"
_VORMEN: dict[tuple[str, str], str] = {
    ("Cel", "waarde"): _GETAL,
    ("Cel", "onder"): _GETAL,
    ("Cel", "boven"): _GETAL,
    ("Verschil", "waarde"): _GETAL,
    ("Saldo", "waarde"): _GETAL,
    ("Correctie", "op"): _DAG,
    ("Revisie", "op"): _DAG,
    ("Definitieversie", "vanaf"): _DAG,
    ("PeriodeKop", "begin"): _DAG,
    ("PeriodeKop", "eind"): _DAG,
    ("UitgaveKop", "peildatum"): _DAG,
    ("UitgaveKop", "college_op"): _DAG,
    ("UitgaveKop", "raad_op"): _DAG,
}
_BLOKKEN: dict[str, type] = {
    BlokSoort.TEGELS: schema.TegelsInhoud,
    BlokSoort.FINANCIEEL: schema.FinancieelInhoud,
    BlokSoort.TABEL: schema.TabelInhoud,
    BlokSoort.GRAFIEK: schema.GrafiekInhoud,
    BlokSoort.RANGLIJST: schema.RanglijstInhoud,
}
Stuk = dict[str, Any]


def maak_schema(*, streng: bool = False) -> Stuk:
    """The whole schema. `streng`: a key that is not described is an error."""
    maker = Maker(streng)
    wortel = maker.object(schema.Inhoud)
    for sleutel, vorm in vormen().items():
        wortel["properties"][sleutel]["additionalProperties"] = maker.van(vorm)
    wortel["properties"]["schema"] = {"const": schema.SCHEMA}
    maker.blokken()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Momentopname van een monitor sociaal domein",
        "description": "Eén gepubliceerde uitgave, zoals lezers haar zien. Decimale getallen zijn "
        "tekst met een punt; wat niet getoond mag worden, staat er niet in.",
        **wortel,
        "$defs": dict(sorted(maker.defs.items())),
    }


class Maker:
    def __init__(self, streng: bool) -> None:
        self.streng = streng
        self.defs: dict[str, Stuk] = {}

    def van(self, soort: Any) -> Stuk:
        """The schema of one type hint."""
        if is_typeddict(soort):
            return self.verwijs(soort)
        oorsprong, delen = get_origin(soort), get_args(soort)
        if oorsprong in (Union, UnionType):
            return {"anyOf": [self.van(d) for d in delen]}
        if oorsprong is list:
            return {"type": "array", "items": self.van(delen[0])}
        if oorsprong is dict:
            return {"type": "object", "additionalProperties": self.van(delen[1])}
        namen = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}
        return {"type": namen[soort]} if soort in namen else {}

    def verwijs(self, vorm: Any) -> Stuk:
        if vorm.__name__ not in self.defs:
            self.defs[vorm.__name__] = {}  # a shape may hold itself
            self.defs[vorm.__name__] = self.object(vorm)
        return {"$ref": f"#/$defs/{vorm.__name__}"}

    def object(self, vorm: Any) -> Stuk:
        velden = {n: self.veld(vorm, n, h) for n, h in get_type_hints(vorm).items()}
        stuk: Stuk = {
            "type": "object",
            "properties": velden,
            "required": sorted(vorm.__required_keys__),
        }
        if self.streng:
            stuk["additionalProperties"] = False
        return stuk

    def veld(self, vorm: Any, naam: str, hint: Any) -> Stuk:
        stuk = self.van(hint)
        tekst: Stuk = next(
            (s for s in (stuk, *stuk.get("anyOf", [])) if s.get("type") == "string"), {}
        )
        plek = (vorm.__name__, naam)
        if plek in _LIJSTEN:
            tekst["enum"] = sorted(_LIJSTEN[plek])
        if plek in _VORMEN:
            tekst["pattern"] = _VORMEN[plek]
        return stuk

    def blokken(self) -> None:
        """What a block holds depends on its kind."""
        self.defs["Blok"]["allOf"] = [
            {
                "if": {"properties": {"soort": {"const": soort}}},
                "then": {"properties": {"inhoud": self.verwijs(vorm)}},
            }
            for soort, vorm in _BLOKKEN.items()
        ]
