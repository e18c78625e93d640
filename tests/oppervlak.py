"""Every surface of a publication as text: what a reader, a program, a cache or a row could give away.

Learned, not listed: addresses come from the URL configuration filled in from the snapshots, and from
following every link in what is answered; files from the registers of formats; tables from what points
to a publication. A new page or format is scanned by itself.
"""

from __future__ import annotations

import gzip
import io
import json
import pickle
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from django.core.cache import caches
from django.db.models import Model
from django.urls import Resolver404, resolve
from pypdf import PdfReader

from monitor.models import Publicatie, Taak
from monitor.publiceren.bestanden import FORMATEN
from monitor.publiceren.documenten import BEWAARD
from monitor.weergave.opendata.bijbestanden import SOORTEN
from tests.adressen_loper import patronen

RUIMTEN = ("weergave", "programma", "api")
SITE = "http://testserver"
_ATTRIBUTEN = ("href", "src", "action", "data-adres", "data-bron", "data-url", "srcset")
_SLEUTEL = re.compile(r'value="\w{64}"')  # the token of a form
_VINGERAFDRUK = re.compile(r"\b[0-9a-f]{32,}\b")


@dataclass(frozen=True)
class Vlak:
    """One surface: of which kind, where, and what stands in it."""

    soort: str
    waar: str
    tekst: str


# -- addresses -----------------------------------------------------------------------------------


def _vullingen(publicaties: list[Publicatie]) -> dict[str, set[str]]:
    """What may stand in the parts of an address, as the snapshots name it."""
    uit: dict[str, set[str]] = {
        "formaat": {*FORMATEN, *SOORTEN, *BEWAARD},
        "rest": {"bestaat-niet"},
    }
    for publicatie in publicaties:
        inhoud = json.loads(publicatie.inhoud)
        blokken = [b for h in inhoud["hoofdstukken"] for b in h["blokken"]]
        knopen = [k for p in inhoud["programmas"].values() for k in p["boom"]]
        for naam, waarden in (
            ("gemeente", [inhoud["gemeente"]["slug"]]),
            ("uitgave", [inhoud["uitgave"]["slug"]]),
            ("hoofdstuk", [h["code"] for h in inhoud["hoofdstukken"]]),
            ("blok", [b["code"] for b in blokken]),
            ("indicator", list(inhoud["indicatoren"])),
            ("programma", list(inhoud["programmas"])),
            ("onderdeel", [k["code"] for k in knopen]),
        ):
            uit.setdefault(naam, set()).update(waarden)
    return uit


def begin_adressen(publicaties: list[Publicatie]) -> Iterator[str]:
    """Every reader address, with every version; raises `KeyError` for a part nobody knows."""
    vullingen = _vullingen(publicaties)
    for patroon, ruimte, _ in patronen():
        if ruimte not in RUIMTEN:
            continue
        delen = re.findall(r"<(?:\w+:)?(\w+)>", patroon)
        for keuze in product(*(sorted(vullingen[d]) for d in delen)):
            waarden = dict(zip(delen, keuze, strict=True))
            adres = "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda m, w=waarden: w[m[1]], patroon)
            yield adres
            if "uitgave" in delen:
                yield f"{adres}?versie=1"
            if adres.endswith("/zoeken/"):
                yield from (f"{adres}?q={woord}" for woord in ("delen", "enkel", "jeugd", "plan"))


def _is_van_ons(adres: str) -> bool:
    try:
        return resolve(urlsplit(adres).path).namespace in RUIMTEN
    except Resolver404:
        return False


def _koppelingen(adres: str, soort: str, lijf: bytes) -> Iterator[str]:
    """Every address in an answer, whole and without its fragment."""
    if soort.startswith("text/html"):
        soep = BeautifulSoup(lijf, "html.parser")
        gevonden = [t[a] for t in soep.find_all(True) for a in _ATTRIBUTEN if t.get(a)]
    elif b"<" in lijf[:100] or soort.startswith(
        ("application/json", "text/turtle", "application/ld")
    ):
        gevonden = re.findall(rf"(?:{SITE})?/[\w./?=&-]+", lijf.decode(errors="replace"))
    else:
        return
    for ding in gevonden:
        heel = urljoin(f"{SITE}{adres}", ding).split("#")[0]
        if heel.startswith(f"{SITE}/") and _is_van_ons(heel.removeprefix(SITE)):
            yield heel.removeprefix(SITE)


# -- from bytes to text --------------------------------------------------------------------------


def uitgepakt(lijf: bytes, naam: str = "") -> Iterator[tuple[str, str]]:
    """(name, text) of what is in it: packages and their members, PDF, SVG apart, else the text."""
    if lijf[:2] == b"\x1f\x8b":
        yield from uitgepakt(gzip.decompress(lijf), naam)
    elif lijf[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(lijf)) as pak:
            yield (
                f"{naam}!kop",
                f"{pak.comment!r} {[(i.filename, i.comment, i.extra) for i in pak.infolist()]}",
            )
            for deel in pak.namelist():
                yield from uitgepakt(pak.read(deel), f"{naam}!{deel}")
    elif lijf[:5] == b"%PDF-":
        yield from _pdf(lijf, naam)
    else:
        tekst = lijf.decode(errors="replace")
        yield naam, tekst
        if "<svg" in tekst:
            yield f"{naam}!svg", "\n".join(re.findall(r"<svg.*?</svg>", tekst, re.S))


def _pdf(lijf: bytes, naam: str) -> Iterator[tuple[str, str]]:
    lezer = PdfReader(io.BytesIO(lijf))
    yield naam, "\n".join(p.extract_text() for p in lezer.pages)
    yield (
        f"{naam}!kenmerken",
        f"{lezer.metadata} {lezer.xmp_metadata and lezer.xmp_metadata.stream.get_data()!r}",
    )
    for bijlage, delen in lezer.attachments.items():
        for deel in delen:
            yield from uitgepakt(deel, f"{naam}!{bijlage}")


# -- all of it -----------------------------------------------------------------------------------


def antwoorden(client: Any, publicaties: list[Publicatie]) -> Iterator[tuple[str, Any, bytes]]:
    """(address, response, body) of every address that can be reached, each once."""
    te_doen, gedaan = list(begin_adressen(publicaties)), set()
    while te_doen:
        adres = te_doen.pop()
        if adres in gedaan:
            continue
        gedaan.add(adres)
        response = client.get(adres)
        lijf = b"".join(response) if response.streaming else response.content
        yield adres, response, lijf
        plat = gzip.decompress(lijf) if lijf[:2] == b"\x1f\x8b" else lijf
        te_doen += _koppelingen(adres, response.get("Content-Type", ""), plat)


def soort_van(adres: str) -> str:
    gevonden = resolve(urlsplit(adres).path)
    formaat = gevonden.kwargs.get("formaat") if "bestand" in gevonden.view_name else ""
    return f"{gevonden.view_name}.{formaat}" if formaat else gevonden.view_name


def van_adressen(client: Any, publicaties: list[Publicatie]) -> Iterator[Vlak]:
    for adres, response, lijf in antwoorden(client, publicaties):
        soort = soort_van(adres)
        yield Vlak("kopregels", adres, "\n".join(f"{k}: {v}" for k, v in response.items()))
        for naam, ruw in uitgepakt(lijf):
            tekst = _SLEUTEL.sub("", ruw)
            yield Vlak(f"{soort}{'!svg' if naam.endswith('!svg') else ''}", adres + naam, tekst)


def van_caches() -> Iterator[Vlak]:
    for naam in caches.settings:
        for sleutel, waarde in caches[naam]._cache.items():
            ding = pickle.loads(waarde)
            for deel in ding if isinstance(ding, tuple) else (ding,):
                lijf = deel if isinstance(deel, bytes) else str(deel).encode()
                for plek, tekst in uitgepakt(lijf):
                    yield Vlak("cache", f"{naam}: {sleutel}{plek}", f"{sleutel}\n{tekst}")


def van_rijen() -> Iterator[Vlak]:
    """Rows of work, publications, and every table that hangs on a publication."""
    modellen: list[type[Model]] = [Taak, Publicatie]
    modellen += [r.related_model for r in Publicatie._meta.related_objects]
    for model in modellen:
        for rij in model._default_manager.all():
            for veld in model._meta.concrete_fields:
                waarde = getattr(rij, veld.attname)
                lijf = (
                    bytes(waarde)
                    if isinstance(waarde, bytes | memoryview)
                    else str(waarde).encode()
                )
                for plek, tekst in uitgepakt(lijf):
                    yield Vlak(
                        f"rij {model.__name__}", f"{model.__name__}.{veld.name}{plek}", tekst
                    )


def alle_vlakken(client: Any, publicaties: list[Publicatie]) -> list[Vlak]:
    """Everything; the caches and rows last, after all has been asked for."""
    return [*van_adressen(client, publicaties), *van_caches(), *van_rijen()]


# -- what is looked for --------------------------------------------------------------------------


def patroon(getal: Decimal) -> re.Pattern[str]:
    """The number in any notation: 23417, 23.417, 23 417, 23417.0, 35.408,7."""
    geheel, _, rest = f"{abs(getal):f}".partition(".")
    los = r"[.,'\s]?"
    groepen = re.sub(r"(?<=\d)(?=(\d{3})+$)", lambda m: los, geheel)
    staart = rf"[.,]{rest}" if rest.strip("0") else r""
    return re.compile(rf"(?<!\d)(?<!\d\.){groepen}{staart}(?!\d)")


def zoek(vlakken: list[Vlak], getallen: dict[str, Decimal]) -> dict[str, set[str]]:
    """Name of what leaked -> the kinds of surface on which it stands."""
    uit: dict[str, set[str]] = {}
    patronen_ = {naam: patroon(g) for naam, g in getallen.items()}
    for vlak in vlakken:
        schoon = _VINGERAFDRUK.sub("", vlak.tekst)
        for naam, zoekterm in patronen_.items():
            if zoekterm.search(schoon):
                uit.setdefault(naam, set()).add(vlak.soort)
    return uit
