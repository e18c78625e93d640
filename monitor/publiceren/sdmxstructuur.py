"""What the codes of the SDMX-CSV mean: an SDMX-JSON 2.0 structure message of one edition."""

import json
from collections.abc import Iterable
from typing import Any

from monitor.models.enums import Eenheid, Soort
from monitor.publiceren import sdmx
from monitor.publiceren.veilig import dimensies

_STATUS = {
    "A": "Gewoon cijfer", "P": "Voorlopig", "E": "Geschat of bij benadering", "Q": "Niet getoond, om privacy",
    "L": "Niet gemeten", "M": "Niet van toepassing", "O": "Geen cijfer",
}  # fmt: skip
_CONF = {
    "F": "Vrij",
    "A": "Niet getoond: klein aantal personen of huishoudens",
    "D": "Niet getoond: een klein aantal zou eruit af te leiden zijn",
}
_ZONDER_TEKEN = {"C": "Niet getoond, om privacy; nul, klein of groot"}
_BEGRIPPEN = {
    "FREQ": "Ritme", "REF_AREA": "Gemeente", "INDICATOR": "Cijfer", "SOORT": "Soort cijfer", "TIME_PERIOD": "Periode",
    "OBS_VALUE": "Waarde", "OBS_STATUS": "Status", "CONF_STATUS": "Vertrouwelijkheid", "UNIT_MEASURE": "Eenheid",
    "DECIMALS": "Aantal decimalen", "OBS_TEXT": "Zoals getoond", "COMMENT_OBS": "Voetnoot",
}  # fmt: skip
_SCHEMA = "https://json.sdmx.org/2.0.0/sdmx-json-structure-schema.json"
Stuk = dict[str, Any]


def maak_sdmx_structuur(inhoud: Stuk) -> bytes:
    bouw = _Bouw(inhoud)
    bericht = {
        "meta": {
            "schema": _SCHEMA,
            "id": sdmx.naam(inhoud),
            "prepared": f"{inhoud['uitgave']['peildatum']}T00:00:00Z",
            "test": inhoud["gemeente"]["is_fictief"],
            "contentLanguages": ["nl"],
            "sender": {"id": sdmx.agentschap(inhoud)},
        },
        "data": {
            "dataflows": [bouw.ding("", structure=bouw.urn("datastructure.DataStructure", ""))],
            "dataStructures": [bouw.ding("", dataStructureComponents=bouw.onderdelen())],
            "conceptSchemes": [bouw.ding("_BEGRIPPEN", concepts=bouw.begrippen())],
            "codelists": bouw.codelijsten(),
        },
    }
    return (json.dumps(bericht, ensure_ascii=False, indent=1) + "\n").encode()


class _Bouw:
    """Parts of the message of one edition; all are kept by the gemeente, at version 1.0."""

    def __init__(self, inhoud: Stuk) -> None:
        self.inhoud = inhoud
        self.namen = {
            sdmx.kolom(d["dimensie"]): d["dimensie_naam"]
            for i in inhoud["indicatoren"].values()
            for r in i["reeksen"]
            for d in r["delen"]
        }
        self.splitsingen = {sdmx.kolom(d): d for d in dimensies(inhoud)}

    def ding(self, achter: str, **rest: Any) -> Stuk:
        titel = f"{self.inhoud['gemeente']['naam']}: {self.inhoud['uitgave']['titel']}"
        vast = {
            "id": sdmx.naam(self.inhoud) + achter,
            "agencyID": sdmx.agentschap(self.inhoud),
            "version": "1.0",
            "name": titel,
            "names": {"nl": titel},
        }
        return vast | rest

    def urn(self, soort: str, achter: str, item: str = "") -> str:
        kop = f"urn:sdmx:org.sdmx.infomodel.{soort}={sdmx.agentschap(self.inhoud)}"
        return f"{kop}:{sdmx.naam(self.inhoud)}{achter}(1.0){f'.{item}' if item else ''}"

    def begrip(self, naam: str) -> Stuk:
        return {
            "id": naam,
            "conceptIdentity": self.urn("conceptscheme.Concept", "_BEGRIPPEN", naam),
        }

    def begrippen(self) -> list[Stuk]:
        return [_item(k, v) for k, v in {**_BEGRIPPEN, **self.namen}.items()]

    def met_lijst(self, naam: str) -> Stuk:
        lijst = self.urn("codelist.Codelist", f"_{naam}")
        return self.begrip(naam) | {"localRepresentation": {"enumeration": lijst}}

    def onderdelen(self) -> Stuk:
        splitsingen = [*sdmx.VAST, *self.splitsingen]
        rollen = [self.met_lijst(naam) | {"position": i} for i, naam in enumerate(splitsingen)]
        tijd = {"format": {"dataType": "ObservationalTimePeriod"}}
        gecodeerd = {"OBS_STATUS", "CONF_STATUS", "UNIT_MEASURE"}
        attributen = [
            (self.met_lijst(a) if a in gecodeerd else self.begrip(a))
            | {"usage": "optional", "attributeRelationship": {"observation": {}}}
            for a in sdmx.METING[1:]
        ]
        waarde = self.begrip("OBS_VALUE") | {"usage": "optional"}
        return {
            "dimensionList": {
                "id": "DimensionDescriptor",
                "dimensions": rollen,
                "timeDimension": self.begrip("TIME_PERIOD") | {"localRepresentation": tijd},
            },
            "measureList": {"id": "MeasureDescriptor", "measures": [waarde]},
            "attributeList": {"id": "AttributeDescriptor", "attributes": attributen},
        }

    def codelijsten(self) -> list[Stuk]:
        inhoud = self.inhoud
        cellen = [
            c for i in inhoud["indicatoren"].values() for r in i["reeksen"] for c in r["cellen"]
        ]
        lijsten: dict[str, dict[str, str]] = {
            "FREQ": {f: f for f in sorted({sdmx.sdmx_tijd(c["periode"])[0] for c in cellen})},
            "REF_AREA": {sdmx.agentschap(inhoud): inhoud["gemeente"]["naam"]},
            "INDICATOR": {sdmx.code(k): i["naam"] for k, i in inhoud["indicatoren"].items()},
            "SOORT": {sdmx.code(s.value): str(s.label) for s in Soort},
            "UNIT_MEASURE": {sdmx.code(e.value): str(e.label) for e in Eenheid},
            "OBS_STATUS": _STATUS,
            "CONF_STATUS": _CONF | (_ZONDER_TEKEN if sdmx.heeft_geheim(inhoud) else {}),
        }
        for kolom, dimensie in self.splitsingen.items():
            lijsten[kolom] = {sdmx.TOTAAL: "Totaal", **_categorieen(inhoud, dimensie)}
        return [
            self.ding(f"_{naam}", codes=[_item(k, v) for k, v in codes.items()])
            for naam, codes in lijsten.items()
        ]


def _item(ident: str, naam: str) -> Stuk:
    return {"id": ident, "name": naam, "names": {"nl": naam}}


def _categorieen(inhoud: Stuk, dimensie: str) -> dict[str, str]:
    delen: Iterable[Stuk] = (
        d for i in inhoud["indicatoren"].values() for r in i["reeksen"] for d in r["delen"]
    )
    namen = {
        sdmx.code(d["categorie"]): d["categorie_naam"] for d in delen if d["dimensie"] == dimensie
    }
    return dict(sorted(namen.items()))
