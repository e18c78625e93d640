"""The lists that write themselves: what changed, what was not updated, what is counted otherwise."""

from collections.abc import Iterator

from monitor.models.enums import Soort
from monitor.publiceren.gegevens import ReeksId
from monitor.publiceren.schema import (
    GewijzigdeDefinitie,
    Hoofdstuk,
    Indicator,
    Inhoud,
    NietBijgewerkt,
    Revisie,
    Tegel,
    Verandering,
    Vindplaats,
)
from monitor.publiceren.werk import Werk
from monitor.regels.peildatum import GEPLAND


def vul_overzicht(werk: Werk, inhoud: Inhoud) -> None:
    """Fill the lists of the edition from its own tiles and finance tables, each series once."""
    gezien: set[str] = set()
    for hoofdstuk, tegel in _tegels(inhoud["hoofdstukken"]):
        if tegel["reeks"] in gezien:
            continue
        gezien.add(tegel["reeks"])
        if tegel["toestand"] == "niet_bijgewerkt":
            inhoud["niet_bijgewerkt"].append(_regel(hoofdstuk, tegel))
        elif tegel["toestand"] == "niet_vergelijkbaar":
            inhoud["andere_telling"].append(_regel(hoofdstuk, tegel))
        if tegel["toestand"] not in ("niet_bijgewerkt", "geen_gegevens"):
            inhoud["veranderd"].append(_verandering(hoofdstuk, tegel))
    inhoud["veranderd"] += _prognoses(werk, inhoud, gezien)
    _niet_bijgewerkte_blokken(inhoud)
    inhoud["gewijzigde_definities"] = list(_definities(werk, inhoud))
    inhoud["herzien"] = list(_herzien(werk, inhoud))


def _definities(werk: Werk, inhoud: Inhoud) -> Iterator[GewijzigdeDefinitie]:
    """The definitions of figures in this edition that began after the previous one."""
    vorige = werk.bron.uitgave.vorige
    if vorige is None:
        return
    for code, indicator in inhoud["indicatoren"].items():
        for v in indicator["versies"]:
            if vorige.peildatum.isoformat() < v["vanaf"] <= inhoud["uitgave"]["peildatum"]:
                yield {"indicator": code, "naam": indicator["naam"], **v}


def _herzien(werk: Werk, inhoud: Inhoud) -> Iterator[Revisie]:
    """Figures about time past that the previous edition showed otherwise, or corrected itself."""
    vorige = werk.bron.vorige
    if vorige is None:
        return
    titel, gezien = vorige["uitgave"]["titel"], set()
    eigen = [
        r | {"label": _voluit(i, r)} for i in inhoud["indicatoren"].values() for r in i["revisies"]
    ]
    for r in (*eigen, *vorige["correcties"]):
        reeks, soort, _ = r["reeks"].split("|", 2)
        kenmerk = (r["reeks"], r["periode_tekst"])
        hier = reeks in inhoud["indicatoren"] and soort not in GEPLAND
        if hier and r["eerder_in"] == titel and kenmerk not in gezien:
            gezien.add(kenmerk)
            yield r


def _voluit(indicator: Indicator, revisie: Revisie) -> str:
    return ": ".join(filter(None, (indicator["naam"], revisie["label"])))


def _prognoses(werk: Werk, inhoud: Inhoud, gezien: set[str]) -> Iterator[Verandering]:
    """The forecasts of the finance tables that were made anew since the previous edition."""
    for hoofdstuk in inhoud["hoofdstukken"]:
        for blok in hoofdstuk["blokken"]:
            for rij in blok["inhoud"].get("rijen", []) if blok["soort"] == "financieel" else []:
                reeks = ReeksId(rij["indicator"], Soort.PROGNOSE)
                cijfer = werk.boek.op(reeks, rij["prognose"]["periode"])
                verschil, _ = werk.vergelijking.verschil(cijfer)
                if cijfer is None or verschil is None or str(reeks) in gezien:
                    continue
                if cijfer.tekst != rij["prognose"]["tekst"]:  # the row is of one part alone
                    continue
                gezien.add(str(reeks))
                yield {
                    "indicator": rij["indicator"],
                    "label": f"Prognose {rij['label']}",
                    "hoofdstuk": hoofdstuk["code"],
                    "nu_tekst": cijfer.tekst,
                    "nu_periode_tekst": cijfer.tijdvak.tekst,
                    "verschil": verschil,
                    "geen_verschil": "",
                }


def _tegels(hoofdstukken: list[Hoofdstuk]) -> Iterator[tuple[Hoofdstuk, Tegel]]:
    for hoofdstuk in hoofdstukken:
        for blok in hoofdstuk["blokken"]:
            for tegel in blok["inhoud"].get("tegels", []):
                yield hoofdstuk, tegel


def _regel(hoofdstuk: Hoofdstuk, tegel: Tegel) -> NietBijgewerkt:
    return {
        "indicator": tegel["indicator"],
        "label": tegel["label"],
        "hoofdstuk": hoofdstuk["code"],
        "stand": tegel["cel"]["periode_tekst"],
        "nieuw_cijfer": tegel["nieuw_cijfer"],
    }


def _verandering(hoofdstuk: Hoofdstuk, tegel: Tegel) -> Verandering:
    return {
        "indicator": tegel["indicator"],
        "label": tegel["label"],
        "hoofdstuk": hoofdstuk["code"],
        "nu_tekst": tegel["cel"]["tekst"],
        "nu_periode_tekst": tegel["cel"]["periode_tekst"],
        "verschil": tegel["verschil"],
        "geen_verschil": tegel["geen_verschil"],
    }


def _niet_bijgewerkte_blokken(inhoud: Inhoud) -> None:
    """A late table or chart counts too, unless a tile already said so of the same figure."""
    gemeld = {(n["hoofdstuk"], n["indicator"]) for n in inhoud["niet_bijgewerkt"]}
    for hoofdstuk in inhoud["hoofdstukken"]:
        for blok in hoofdstuk["blokken"]:
            if not blok["niet_bijgewerkt"] or blok["soort"] == "tegels":
                continue
            rijen = blok["inhoud"].get("rijen") or blok["inhoud"].get("reeksen") or []
            code = next((r["indicator"] for r in rijen if r.get("indicator")), "")
            if not code or (hoofdstuk["code"], code) in gemeld:
                continue
            gemeld.add((hoofdstuk["code"], code))
            _, _, nieuw = blok["niet_bijgewerkt"].partition("; nieuw cijfer: ")
            inhoud["niet_bijgewerkt"].append(
                {
                    "indicator": code,
                    "label": blok["kop"] or inhoud["indicatoren"][code]["naam"],
                    "hoofdstuk": hoofdstuk["code"],
                    "stand": blok["stand"],
                    "nieuw_cijfer": nieuw,
                }
            )


def achterstallig(hoofdstuk: Hoofdstuk) -> list[Vindplaats]:
    """The blocks of a chapter that hold a figure that was not updated."""
    return [
        {
            "hoofdstuk": hoofdstuk["code"],
            "hoofdstuk_titel": hoofdstuk["titel"],
            "blok": blok["code"],
            "titel": blok["kop"] or blok["titel"],
        }
        for blok in hoofdstuk["blokken"]
        if blok["niet_bijgewerkt"]
        or any(t["toestand"] == "niet_bijgewerkt" for t in blok["inhoud"].get("tegels", []))
    ]
