"""An edition as the claim check reads it: plain values, made from what readers would see.

The texts have their figures filled in, marked so that the check knows which numbers were typed. What
is hidden comes without its value.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from monitor.models import Blok, Hoofdstuk, Notatekst, Uitgave
from monitor.models.enums import BlokSoort
from monitor.publiceren.cijfers import getal_van
from monitor.publiceren.gegevens import Bron
from monitor.publiceren.inbreng import is_beantwoord
from monitor.publiceren.schema import Inhoud
from monitor.publiceren.tekstcontrole import bekende_getallen
from monitor.publiceren.teksten import (
    VELDEN_BLOK,
    VELDEN_HOOFDSTUK,
    VELDEN_UITGAVE,
    waarde_van,
)
from monitor.publiceren.veilig import VERBORGEN
from monitor.publiceren.werk import Werk
from monitor.regels.beweringen import TOT, VAN, Cijferfeit, Document, Geldrij, Tabel, Tekst
from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import Tijdvak
from monitor.regels.verwijzingen import Verwijzing, vul_in

_VELDNAAM = {
    "kop": "kop",
    "wat_zien_we": "wat zien we",
    "waardoor": "waardoor komt dat",
    "wat_doen_we": "wat doet de gemeente",
    "hoogtepunten": "hoogtepunten",
    "anders": "nieuw of anders",
    "aanbieding": "inleiding van de nota",
    "toelichting": "toelichting",
    "titel": "titel",
    "ondertitel": "ondertitel",
    "tekst": "tekst",
}


def maak_document(werk: Werk, inhoud: Inhoud, op: date) -> Document:
    """All that the check may know. `op` is today, for an edition without a day of decision."""
    u = werk.bron.uitgave
    p, v = u.periode, u.vorige.periode if u.vorige else None
    geschreven = max(filter(None, (u.peildatum, u.college_op or u.raad_op or op)))
    return Document(
        periode=Tijdvak(p.code, p.soort, p.begin, p.eind),
        peildatum=u.peildatum,
        geschreven_op=geschreven,
        teksten=tuple(_teksten(werk)),
        hoofdstukken=tuple((h["code"], h["titel"]) for h in inhoud["hoofdstukken"]),
        cijfers=tuple(_cijfers(inhoud)),
        geldrijen=tuple(_geldrijen(werk.bron, inhoud)),
        tabellen=tuple(_tabellen(inhoud)),
        overig=frozenset(bekende_getallen(inhoud)),
        vorige=Tijdvak(v.code, v.soort, v.begin, v.eind) if v else None,
        volgende=u.volgende_verwacht,
    )


# -- texts ---------------------------------------------------------------------------------------


def _teksten(werk: Werk) -> Iterator[Tekst]:
    oud = _ruwe_teksten(werk.bron.uitgave.vorige)
    for plek, waar, obj, veld, hoofdstuk, blok in plekken(werk.bron):
        ruw = getattr(obj, veld)
        if ruw.strip():
            yield Tekst(
                plek=plek,
                waar=waar,
                tekst=_gemarkeerd(werk, ruw),
                hoofdstuk=hoofdstuk,
                blok=blok,
                is_noot=isinstance(obj, Blok) and obj.soort != BlokSoort.TEKST,
                is_ongewijzigd=oud.get(plek) == ruw,
            )


def plekken(bron: Bron) -> Iterator[tuple[str, str, Any, str, str, str]]:
    """(key, in words, object, field, chapter, block) of every text of an edition."""
    for veld in VELDEN_UITGAVE:
        yield f"uitgave/{veld}", f"De uitgave, {_VELDNAAM[veld]}", bron.uitgave, veld, "", ""
    for code, rij in bron.nota.teksten.items():
        yield f"nota/{code}", f"De nota, {rij.sectie.kop}", rij, "tekst", "", ""
    for inbreng in bron.inbreng:
        if is_beantwoord(inbreng, bron.uitgave):
            waar = f"Antwoord aan {inbreng.van}"
            yield f"inbreng/{inbreng.pk}", waar, inbreng, "antwoord", "", ""
    for h in bron.hoofdstukken:
        for veld in VELDEN_HOOFDSTUK:
            waar = f"Hoofdstuk {h.titel}, {_VELDNAAM[veld]}"
            yield f"{h.code}//{veld}", waar, h, veld, h.code, ""
        for b in h.blokken.all():
            for veld in VELDEN_BLOK:
                waar = f"Hoofdstuk {h.titel}, blok {b.code}, {_VELDNAAM[veld]}"
                yield f"{h.code}/{b.code}/{veld}", waar, b, veld, h.code, b.code


def _ruwe_teksten(vorige: Uitgave | None) -> dict[str, str]:
    """The texts of the previous edition by the same keys, as they were typed."""
    if vorige is None:
        return {}
    gevonden = {f"uitgave/{veld}": getattr(vorige, veld) for veld in VELDEN_UITGAVE}
    for rij in Notatekst.objects.filter(uitgave=vorige).select_related("sectie"):
        gevonden[f"nota/{rij.sectie.code}"] = rij.tekst
    for h in Hoofdstuk.objects.filter(uitgave=vorige).prefetch_related("blokken"):
        gevonden |= {f"{h.code}//{veld}": getattr(h, veld) for veld in VELDEN_HOOFDSTUK}
        for b in h.blokken.all():
            gevonden |= {f"{h.code}/{b.code}/{veld}": getattr(b, veld) for veld in VELDEN_BLOK}
    return gevonden


def _gemarkeerd(werk: Werk, tekst: str) -> str:
    """The text with its figures, each between marks; a reference that fails is told elsewhere."""
    schoon = tekst.replace(VAN, "").replace(TOT, "")

    def zoek(v: Verwijzing) -> str:
        try:
            return f"{VAN}{waarde_van(werk, v)}{TOT}"
        except LookupError:
            return "…"

    try:
        return vul_in(schoon, zoek)
    except NotatieFout:
        return schoon


# -- figures -------------------------------------------------------------------------------------


def _cijfers(inhoud: Inhoud) -> Iterator[Cijferfeit]:
    for code, indicator in inhoud["indicatoren"].items():
        plek = indicator["vindplaatsen"][0] if indicator["vindplaatsen"] else None
        for reeks in indicator["reeksen"]:
            for cel in reeks["cellen"]:
                verborgen = cel["toestand"] in VERBORGEN
                yield Cijferfeit(
                    code=code,
                    label=indicator["naam"],
                    eenheid=indicator["eenheid"],
                    periode=cel["periode"],
                    soort=reeks["soort"],
                    waarde=getal_van(cel),
                    hoofdstuk=plek["hoofdstuk"] if plek else "",
                    blok=plek["blok"] if plek else "",
                    dimensie="+".join(d["dimensie"] for d in reeks["delen"]),
                    categorie=", ".join(d["categorie_naam"] for d in reeks["delen"]),
                    is_verborgen=verborgen,
                    is_optelbaar=indicator["is_optelbaar"],
                    eenheid_tekst=indicator["eenheid_tekst"],
                )


def _geldrijen(bron: Bron, inhoud: Inhoud) -> Iterator[Geldrij]:
    delen = _blokken_met_delen(bron)
    for h in inhoud["hoofdstukken"]:
        for b in h["blokken"]:
            if b["soort"] != BlokSoort.FINANCIEEL:
                continue
            for rij in b["inhoud"]["rijen"]:
                begroting, prognose = getal_van(rij["begroting"]), getal_van(rij["prognose"])
                if begroting is None or prognose is None:
                    continue
                yield Geldrij(
                    label=rij["label"],
                    hoofdstuk=h["code"],
                    blok=b["code"],
                    begroting=begroting,
                    prognose=prognose,
                    is_totaal=rij["is_totaal"],
                    is_deel=(h["code"], b["code"]) in delen,
                )


def _blokken_met_delen(bron: Bron) -> set[tuple[str, str]]:
    """Blocks in which every rule is a breakdown of something."""
    return {
        (h.code, b.code)
        for h in bron.hoofdstukken
        for b in h.blokken.all()
        if (regels := list(b.regels.all())) and all(r.sleutel or r.per_dimensie_id for r in regels)
    }


def _tabellen(inhoud: Inhoud) -> Iterator[Tabel]:
    """A block always says how new it is, so none is unmarked here."""
    for h in inhoud["hoofdstukken"]:
        for b in h["blokken"]:
            yield Tabel(
                hoofdstuk=h["code"],
                blok=b["code"],
                soort=b["soort"],
                titel=b["titel"],
                perioden=tuple(sorted(_perioden(b["inhoud"]))),
                is_gemarkeerd=True,
            )


def _perioden(deel: Any) -> set[str]:
    if isinstance(deel, list):
        return {p for d in deel for p in _perioden(d)}
    if not isinstance(deel, dict):
        return set()
    if "toestand" in deel and "periode_tekst" in deel:
        return {deel["periode"]} if deel["periode"] else set()
    return {p for d in deel.values() for p in _perioden(d)}
