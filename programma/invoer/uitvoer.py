"""A whole programme as one table, in the columns of the import: read back, nothing is lost and nothing changes.

What stays behind is who typed a report and when: a file names no persons. Figures themselves are in the monitor's own
files; here stand their codes.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from monitor.invoer.schrijver import Waarde, schrijf
from programma.invoer.kolommen import KOLOMMEN
from programma.invoer.uitvoer_cijfers import besluitrijen, budgetrijen, cijferrijen, risicorijen
from programma.models import (
    Herplanning,
    Mijlpaal,
    Mijlpaaldeel,
    Onderdeel,
    Programma,
    Stand,
)

Rij = dict[str, Any]
_LIJSTEN = (("uitgangspunt", "uitgangspunten"), ("partner", "partners"), ("bron", "bronnen"))
_ROLLEN = (
    ("programmamanager", "programmamanager"),
    ("ambtelijk", "ambtelijk_opdrachtgever"),
    ("bestuurlijk", "bestuurlijk_opdrachtgever"),
)
_STANDVELDEN = (
    "status", "toelichting", "gedaan", "opgeleverd", "reden", "nodig", "effect", "kwaliteit", "tijd", "geld",
)  # fmt: skip


def maak_bestand(programma: Programma, formaat: str) -> bytes:
    """The bytes of the file; in CSV a text that looks like a formula gets an apostrophe."""
    return schrijf(formaat, [("programma", tabel(programma))])


def tabel(programma: Programma) -> Iterator[list[Waarde]]:
    """Header and rows; a row that stands there already says nothing new and is left out."""
    namen = [k.naam for k in KOLOMMEN if k.naam != "gemeente"]
    yield list[Waarde](namen)
    gezien = set()
    for rij in rijen(programma):
        cellen = tuple(_cel(rij.get(naam)) for naam in namen)
        if cellen not in gezien:
            gezien.add(cellen)
            yield list(cellen)


def _cel(waarde: Any) -> str:
    """A day as 2021-04-30, a choice that is off as an empty cell."""
    if waarde is None or waarde is False:
        return ""
    if waarde is True:
        return "ja"
    if isinstance(waarde, Decimal):
        return f"{waarde.normalize():f}".replace(".", ",")
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)


def rijen(p: Programma) -> Iterator[Rij]:
    """Every row of the programme, each below those it names."""
    onderdelen = in_volgorde(list(p.onderdelen.prefetch_related("delen")))
    mijlpalen = list(p.mijlpalen.prefetch_related("delen"))
    codes = {o.pk: o.code for o in onderdelen}
    dubbel = {o.code for o in onderdelen} & {m.code for m in mijlpalen}
    yield _programma(p)
    yield from _lijsten(p)
    for o in onderdelen:
        yield _onderdeel(o, codes)
        yield from (_deel(d, o.code, "") for d in o.delen.all())
    for m in mijlpalen:
        yield _mijlpaal(m, codes)
        soort = "mijlpaal" if m.code in dubbel else ""
        yield from (_deel(d, m.code, soort) for d in m.delen.all())
    yield from cijferrijen(p, codes)
    yield from risicorijen(p, codes)
    yield from budgetrijen(p)
    yield from besluitrijen(p, codes)
    over = ("onderdeel", "mijlpaal", "deel")
    for h in p.herplanningen.select_related(*over):
        yield _herplanning(h, dubbel)
    for s in p.standen.select_related(*over):
        yield _stand(s, dubbel)


def in_volgorde(rijen_: list[Onderdeel]) -> list[Onderdeel]:
    """From the top down; what shows another part a second time comes last, for that part must be there."""
    kinderen: dict[int | None, list[Onderdeel]] = {}
    for o in rijen_:
        kinderen.setdefault(o.ouder_id, []).append(o)

    def onder(ouder: int | None) -> Iterator[Onderdeel]:
        for o in kinderen.get(ouder, []):
            yield o
            yield from onder(o.pk)

    alle = list(onder(None))
    later: set[int | None] = set()
    for o in alle:  # also what stands below such a part
        if o.zelfde_als_id or o.ouder_id in later:
            later.add(o.pk)
    return [o for o in alle if o.pk not in later] + [o for o in alle if o.pk in later]


def _programma(p: Programma) -> Rij:
    return {
        "rijsoort": "programma", "code": p.slug, "titel": p.naam, "omschrijving": p.ambitie, "aanleiding": p.aanleiding,
        "start": p.start, "eind": p.eind, "looptijd_opmerking": p.looptijd_opmerking,
        "rapportageperiode": p.rapportageperiode, "niveaus": p.niveaus, "telniveau": p.telniveau,
        "regelnaam": p.regelnaam, "budgettekst": p.budgettekst, "risicotekst": p.risicotekst,
        "email": p.email, "gearchiveerd": p.is_gearchiveerd,
    }  # fmt: skip


def _lijsten(p: Programma) -> Iterator[Rij]:
    for soort, veld in _ROLLEN:
        if functie := getattr(p, veld):
            yield {"rijsoort": "rol", "soort": soort, "titel": functie}
    for rijsoort, veld in _LIJSTEN:
        for regel in getattr(p, veld).split("\n"):
            if regel.strip():
                yield {"rijsoort": rijsoort, "titel": regel}


def _planning(regel: Onderdeel | Mijlpaal | Mijlpaaldeel) -> Rij:
    return {
        "gepland": regel.gepland_tekst, "gepland_op": regel.gepland_op, "naar_raad": regel.naar_raad,
        "volgorde": regel.volgorde,
    }  # fmt: skip


def _onderdeel(o: Onderdeel, codes: dict[int, str]) -> Rij:
    return _planning(o) | {
        "rijsoort": "onderdeel", "code": o.code, "ouder": codes.get(o.ouder_id or 0), "nummer": o.nummer,
        "titel": o.titel, "omschrijving": o.omschrijving, "eigenaar": o.eigenaar, "vindplaats": o.bron,
        "zelfde_als": codes.get(o.zelfde_als_id or 0), "gearchiveerd": o.is_gearchiveerd,
    }  # fmt: skip


def _mijlpaal(m: Mijlpaal, codes: dict[int, str]) -> Rij:
    return _planning(m) | {
        "rijsoort": "mijlpaal", "code": m.code, "ouder": codes.get(m.onderdeel_id or 0), "titel": m.titel,
        "opgeleverd": m.resultaat, "vindplaats": m.bron, "gearchiveerd": m.is_gearchiveerd,
    }  # fmt: skip


def _deel(d: Mijlpaaldeel, code: str, soort: str) -> Rij:
    return _planning(d) | {"rijsoort": "deel", "code": code, "titel": d.naam, "soort": soort}


def _over(rij: Stand | Herplanning, dubbel: Iterable[str]) -> Rij:
    regel = rij.regel
    if regel is None:
        return {}
    is_dubbel = rij.mijlpaal is not None and regel.code in dubbel
    return {"code": regel.code, "deel": rij.deel.naam if rij.deel else "", "soort": "mijlpaal" if is_dubbel else ""}  # fmt: skip


def _herplanning(h: Herplanning, dubbel: Iterable[str]) -> Rij:
    return _over(h, dubbel) | {
        "rijsoort": "herplanning", "datum": h.besloten_op, "gepland": h.nieuw_tekst, "reden": h.reden,
        "besloten_door": h.besloten_door, "vindplaats": h.bron, "was": h.oud_tekst,
    }  # fmt: skip


def _stand(s: Stand, dubbel: Iterable[str]) -> Rij:
    velden = {veld: getattr(s, veld) for veld in _STANDVELDEN}
    return _over(s, dubbel) | velden | {
        "rijsoort": "stand", "datum": s.datum, "verwacht": s.verwacht_tekst, "gerealiseerd": s.gerealiseerd_tekst,
        "vindplaats": s.bron, "voorgesteld": s.voorgesteld,
    }  # fmt: skip
