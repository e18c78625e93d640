"""Search within one published snapshot, so that nothing else can ever be found or counted."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest

from monitor.weergave.cijferpagina import laatste
from monitor.weergave.koppen import Kop, kies_kop
from monitor.weergave.opmaak import cel_tekst, kale_tekst
from monitor.weergave.publicaties import Gelezen, lees_inhoud

MAX_WOORDEN = 8
# What people type, and what the monitor calls it.
SYNONIEMEN = {
    "thuiszorg": ("huishoudelijke", "wmo"),
    "huishoudhulp": ("huishoudelijke", "schoonmaakondersteuning"),
    "poetshulp": ("schoonmaakondersteuning", "huishoudelijke"),
    "jeugdzorg": ("jeugd", "jeugdhulp"),
    "kinderen": ("jeugd", "jongeren"),
    "bijstand": ("uitkeringen", "participatiewet"),
    "uitkering": ("uitkeringen", "participatiewet"),
    "schulden": ("schuldhulp", "schuldhulpverlening"),
    "armoede": ("minimabeleid",),
    "kosten": ("lasten", "uitgaven"),
    "tekort": ("saldo",),
    "wachttijd": ("wachtlijst",),
    "pgb": ("leveringsvorm",),
    "aanmelding": ("aanmeldingen",),
}


@dataclass(frozen=True)
class Treffer:
    groep: str  # Cijfers · Hoofdstukken · Programma's · Uitleg
    titel: str
    adres: str
    regel: str
    score: int


def normaal(tekst: str) -> str:
    """Lower case without accents."""
    ontleed = unicodedata.normalize("NFKD", tekst.lower())
    return "".join(c for c in ontleed if not unicodedata.combining(c))


def _score(woorden: list[tuple[str, ...]], titel: str, tekst: str) -> int:
    """Every word must be found, in the title for three points or in the text for one."""
    titel, tekst, som = normaal(titel), normaal(tekst), 0
    for varianten in woorden:
        if any(v in titel for v in varianten):
            som += 3
        elif any(v in tekst for v in varianten):
            som += 1
        else:
            return 0
    return som


def _documenten(gelezen: Gelezen) -> Iterator[tuple[str, str, str, str, str]]:
    """Everything that can be found: group, title, address, line to show, text to search."""
    inhoud, adressen = gelezen.inhoud, gelezen.adressen
    for i in inhoud["indicatoren"].values():
        cel = laatste(i)
        stand = f"{cel_tekst(cel)} ({cel['periode_tekst']})" if cel else "nog geen cijfer"
        if cel and cel.get("gecorrigeerd"):
            stand += ", gecorrigeerd"
        zoek = " ".join([i["definitie"], i["domein_naam"], i["bron"], i["code"]])
        yield "Cijfers", i["naam"], adressen.cijfer(i["code"]), stand, zoek
        yield (
            "Uitleg",
            i["naam"],
            adressen.cijfer(i["code"]) + "#betekenis",
            i["definitie"],
            (i["berekening"] + " " + i["definitie"] if i["definitie"] else ""),
        )
    for h in inhoud["hoofdstukken"]:
        kort = h["in_het_kort"]
        yield (
            "Hoofdstukken",
            h["titel"],
            adressen.hoofdstuk(h["code"]),
            kort["kop"],
            " ".join([*kort.values(), h["toelichting"]]),
        )
        for b in h["blokken"]:
            titel = b["titel"] or b["kop"]
            if titel and b["soort"] != "tegels":
                adres = f"{adressen.hoofdstuk(h['code'])}#{b['code']}"
                zoek = f"{b['kop']} {b['ondertitel']} {b['tekst']}"
                yield "Hoofdstukken", titel, adres, f"In {h['titel']}", zoek
    for slug, programma in inhoud["programmas"].items():
        titel = str(programma.get("titel") or programma.get("naam") or slug)
        yield "Programma’s", titel, adressen.programma(slug), "", " ".join(_teksten(programma))


def _teksten(deel: Any) -> Iterator[str]:
    if isinstance(deel, str):
        yield deel
    elif isinstance(deel, Mapping):
        for waarde in deel.values():
            yield from _teksten(waarde)
    elif isinstance(deel, list):
        for waarde in deel:
            yield from _teksten(waarde)


def zoek(gelezen: Gelezen, vraag: str) -> list[Treffer]:
    """What this edition has on these words, best first within its group."""
    woorden = [(w, *SYNONIEMEN.get(w, ())) for w in normaal(vraag).split()[:MAX_WOORDEN]]
    if not woorden:
        return []
    treffers = []
    for groep, titel, adres, regel, tekst in _documenten(gelezen):
        if groep == "Uitleg" and not (tekst and _score(woorden, "", tekst)):
            continue
        if score := _score(woorden, "" if groep == "Uitleg" else titel, tekst):
            treffers.append(Treffer(groep, kale_tekst(titel), adres, kale_tekst(regel), score))
    return sorted(treffers, key=lambda t: (-t.score, t.titel))


def ook_nodig(request: HttpRequest, koppen: Sequence[Kop]) -> list[Kop]:
    kop = kies_kop(koppen, request.GET.get("uitgave") or None, None)
    return [kop] if kop else []


def _in_uitgave(gelezen: Gelezen, slug: str) -> Gelezen:
    """The edition to search in; the newest unless the reader chose another."""
    kop = kies_kop(gelezen.koppen, slug, None)
    if kop is None:
        raise Http404("Deze uitgave is er niet, of nog niet.")
    inhoud = lees_inhoud([kop])[kop.sha256]
    adressen = type(gelezen.adressen)(gelezen.adressen.gemeente_slug, kop.uitgave)
    return Gelezen(kop, inhoud, gelezen.koppen, adressen)


def zoek_context(gelezen: Gelezen, vraag: Mapping[str, str]) -> dict[str, Any]:
    tekst = vraag.get("q", "").strip()[:100]
    slug = vraag.get("uitgave", "")
    waar = _in_uitgave(gelezen, slug) if slug else gelezen
    treffers = zoek(waar, tekst)
    groepen = {n: [t for t in treffers if t.groep == n] for n in GROEPEN}
    return {
        "vraag": tekst,
        "waar": waar,
        "aantal": len(treffers),
        "groepen": [(naam, lijst) for naam, lijst in groepen.items() if lijst],
    }


GROEPEN = ("Cijfers", "Hoofdstukken", "Programma’s", "Uitleg")
