"""Metadata for data portals: DCAT-AP-NL 3.0. Source: docs.geostandaarden.nl/dcat/dcat-ap-nl30.

One Dataset an edition (it is frozen), one DatasetSeries and one Catalog a gemeente. Functions of
publications and of the address of the site (`wortel`, without a slash at the end), because a portal
keeps what it reads apart from where it read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from monitor.publiceren.bestanden import FORMATEN
from monitor.publiceren.jsonschema import ADRES
from monitor.publiceren.licentie import LICENTIE_EU
from monitor.regels.perioden import tijdvak
from monitor.weergave.koppen import Kop
from monitor.weergave.opendata.bestandslijst import UITLEG, Bestand
from monitor.weergave.opendata.rdf import Knoop, iri, nl, waarde
from monitor.weergave.publicaties import Gelezen

_EU = "http://publications.europa.eu/resource/authority"
_TAAL, _THEMA = iri(f"{_EU}/language/NLD"), iri(f"{_EU}/data-theme/SOCI")
_IANA = "https://www.iana.org/assignments/media-types"
_RITME = {
    "maand": "MONTHLY", "kwartaal": "QUARTERLY", "halfjaar": "ANNUAL_2", "jaar": "ANNUAL",
}  # fmt: skip
_WOORDEN = ("sociaal domein", "jeugdhulp", "Wmo", "participatie", "gemeenteraad", "monitor")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


class Dcat:
    """The graph of one gemeente, as its newest snapshot names it."""

    def __init__(self, gemeente: dict[str, Any], wortel: str) -> None:
        self.gemeente, self.wortel = gemeente, wortel
        self.basis = f"{wortel}/{gemeente['slug']}/"
        self.catalogus_id = f"{self.basis}#catalogus"
        self.reeks_id = f"{self.basis}#reeks"
        code = str(gemeente["cbs_code"]).lower()
        tooi = f"https://identifier.overheid.nl/tooi/id/gemeente/{code}"
        self.organisatie_id = tooi if code else f"{self.basis}#organisatie"

    def uitgave_id(self, kop: Kop) -> str:
        return f"{self.basis}{kop.uitgave}/#uitgave"

    # -- what every resource shares ------------------------------------------------------------------

    def _wie(self) -> Knoop:
        return {
            "dct:publisher": iri(self.organisatie_id),
            "dct:creator": iri(self.organisatie_id),
            "dcat:contactPoint": self._contact(),
            "dct:language": _TAAL,
            "dcat:theme": _THEMA,
            "dct:license": iri(LICENTIE_EU),
        }

    def _contact(self) -> Knoop:
        naam = f"Gemeente {self.gemeente['naam']}"
        email = _EMAIL.search(self.gemeente["contact"])
        hoe = {"vcard:hasEmail": iri(f"mailto:{email[0]}")} if email else {}
        return {
            "@type": "vcard:Organization",
            "vcard:fn": naam,
            **hoe,
            "vcard:hasURL": iri(f"{self.basis}over/"),
        }

    def _gebied(self) -> Knoop:
        code = self.gemeente["cbs_code"]
        naam = {"skos:prefLabel": nl(self.gemeente["naam"])}
        return {"@type": "dct:Location", **({"dct:identifier": code} if code else {}), **naam}

    def organisatie(self) -> Knoop:
        naam = nl(f"Gemeente {self.gemeente['naam']}")
        return {"@id": self.organisatie_id, "@type": "foaf:Agent", "foaf:name": naam}

    # -- the graph -----------------------------------------------------------------------------------

    def catalogus(self, koppen: Iterable[Kop]) -> list[Knoop]:
        """All open editions; their files without size and fingerprint, those are at each edition."""
        koppen = list(koppen)
        uit = [self._catalogus(koppen), self._reeks(koppen)]
        for kop in koppen:
            delen = [self._distributie(kop, formaat) for formaat in UITLEG if formaat in FORMATEN]
            uit += [self._dataset(kop, delen), *delen]
        return [*uit, self._dienst(koppen), self.organisatie()]

    def uitgave(self, gelezen: Gelezen, bestanden: Iterable[Bestand]) -> list[Knoop]:
        """One edition with all that is known of it."""
        kop, inhoud = gelezen.kop, gelezen.inhoud
        assert kop is not None
        delen = [self._distributie(kop, b.formaat, b) for b in bestanden]
        dataset = self._dataset(kop, delen) | self._trefwoorden(inhoud)
        return [self._catalogus([kop]), self._reeks([kop]), dataset, *delen, self.organisatie()]

    def _catalogus(self, koppen: list[Kop]) -> Knoop:
        naam = self.gemeente["naam"]
        return {
            "@id": self.catalogus_id,
            "@type": "dcat:Catalog",
            "dct:title": nl(f"Monitor sociaal domein van {naam}"),
            "dct:description": nl(
                f"Alle openbare uitgaven van de monitor sociaal domein van {naam}."
            ),
            **self._wie(),
            "foaf:homepage": iri(self.basis),
            "dct:spatial": self._gebied(),
            "dcat:dataset": [iri(self.uitgave_id(k)) for k in koppen],
            "dcat:service": [iri(f"{self.wortel}/api/v1#dienst")] if len(koppen) > 1 else [],
            "dct:modified": [waarde(max(k.openbaar_vanaf for k in koppen).isoformat(), "dateTime")],
        }

    def _reeks(self, koppen: list[Kop]) -> Knoop:
        naam = self.gemeente["naam"]
        return {
            "@id": self.reeks_id,
            "@type": "dcat:DatasetSeries",
            "dct:title": nl(f"Monitor sociaal domein van {naam}"),
            "dct:description": nl("Elke uitgave is bevroren; een correctie is een nieuwe versie."),
            "dct:publisher": iri(self.organisatie_id),
            "dcat:contactPoint": self._contact(),
            "dct:accrualPeriodicity": iri(f"{_EU}/frequency/{_ritme(koppen[0].uitgave)}"),
            "dct:spatial": self._gebied(),
        }

    def _dataset(self, kop: Kop, distributies: list[Knoop]) -> Knoop:
        wie_mag = "PUBLIC" if kop.is_openbaar else "NON_PUBLIC"
        titel = f"{kop.titel} (gemeente {self.gemeente['naam']})"
        verzonnen = (
            " Deze gemeente en alle cijfers zijn verzonnen." if self.gemeente["is_fictief"] else ""
        )
        uitleg = f"Cijfers van het sociaal domein voor de gemeenteraad en inwoners.{verzonnen}"
        return {
            "@id": self.uitgave_id(kop),
            "@type": "dcat:Dataset",
            "dct:title": nl(titel),
            "dct:description": nl(uitleg),
            "dct:identifier": self.uitgave_id(kop),
            **self._wie(),
            "dct:accessRights": iri(f"{_EU}/access-right/{wie_mag}"),
            "dct:accrualPeriodicity": iri(f"{_EU}/frequency/{_ritme(kop.uitgave)}"),
            "dct:spatial": self._gebied(),
            "dct:temporal": _tijd(kop.uitgave),
            "dct:issued": waarde(kop.openbaar_vanaf.isoformat(), "dateTime"),
            "dct:modified": waarde(kop.gepubliceerd_op.isoformat(), "dateTime"),
            "dcat:version": str(kop.versie),
            "dcat:inSeries": iri(self.reeks_id),
            "dcat:landingPage": iri(f"{self.basis}{kop.uitgave}/"),
            "foaf:page": iri(f"{self.basis}{kop.uitgave}/bestanden/"),
            "dct:conformsTo": iri(f"{self.wortel}{ADRES}"),
            "dcat:keyword": [nl(w) for w in _WOORDEN],
            "adms:versionNotes": [nl(kop.notitie)] if kop.notitie else [],
            "dcat:distribution": [iri(d["@id"]) for d in distributies],
        }

    def _distributie(self, kop: Kop, formaat: str, bestand: Bestand | None = None) -> Knoop:
        naam, uitleg, eu_soort = UITLEG.get(formaat, (formaat.upper(), "", formaat.upper()))
        adres = f"{self.basis}{kop.uitgave}/monitor.{formaat}"
        knoop = {
            "@id": f"{self.basis}{kop.uitgave}/#{formaat}",
            "@type": "dcat:Distribution",
            "dct:title": nl(naam),
            "dct:description": [nl(uitleg)] if uitleg else [],
            "dcat:accessURL": iri(adres),
            "dcat:downloadURL": iri(adres),
            "dct:license": iri(LICENTIE_EU),
            "dct:format": iri(f"{_EU}/file-type/{eu_soort}"),
            "dct:language": _TAAL,
            "dcatap:availability": iri(f"{_EU}/planned-availability/STABLE"),
        }
        return knoop | (_kenmerk(bestand) if bestand else {})

    def _trefwoorden(self, inhoud: dict[str, Any]) -> Knoop:
        """The subjects of this edition beside those of every monitor."""
        titels = [h["titel"] for h in inhoud["hoofdstukken"]]
        return {"dcat:keyword": [nl(w) for w in dict.fromkeys([*_WOORDEN, *titels])]}

    def _dienst(self, koppen: list[Kop]) -> Knoop:
        uitleg = "Alle openbare cijfers lezen als JSON, volgens de Nederlandse regels voor API’s."
        return {
            "@id": f"{self.wortel}/api/v1#dienst",
            "@type": "dcat:DataService",
            "dct:title": nl("API van de raadsmonitor sociaal domein"),
            "dct:description": nl(uitleg),
            "dct:identifier": f"{self.wortel}/api/v1",
            **self._wie(),
            "dct:accessRights": iri(f"{_EU}/access-right/PUBLIC"),
            "dcat:endpointURL": iri(f"{self.wortel}/api/v1"),
            "dcat:endpointDescription": iri(f"{self.wortel}/api/v1/openapi.json"),
            "dcat:servesDataset": [iri(self.uitgave_id(k)) for k in koppen],
        }


def _kenmerk(bestand: Bestand) -> Knoop:
    som = {
        "@type": "spdx:Checksum",
        "spdx:algorithm": iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
        "spdx:checksumValue": waarde(bestand.sha256, "hexBinary"),
    }
    return {
        "dcat:mediaType": iri(f"{_IANA}/{bestand.mediatype}"),
        "dcat:byteSize": waarde(bestand.grootte, "nonNegativeInteger"),
        "spdx:checksum": som,
    }


def _ritme(uitgave: str) -> str:
    vak = tijdvak(uitgave)
    if (
        vak
        and vak.soort == "reeks"
        and vak.begin
        and vak.eind
        and (vak.eind - vak.begin).days in range(57, 63)
    ):
        return "BIMONTHLY"
    return _RITME.get(vak.soort if vak else "", "IRREG")


def _tijd(uitgave: str) -> Knoop | list[Knoop]:
    vak = tijdvak(uitgave)
    grenzen = {
        naam: waarde(dag.isoformat(), "date")
        for naam, dag in (("dcat:startDate", vak and vak.begin), ("dcat:endDate", vak and vak.eind))
        if dag
    }
    return {"@type": "dct:PeriodOfTime", **grenzen} if grenzen else []
