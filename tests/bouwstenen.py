"""Plain builders of the parts of a snapshot, in the shape of `monitor.publiceren.schema`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from monitor.regels.perioden import lees_periode
from monitor.regels.tonen import toon_getal

LEEG = {"kop": "", "wat_zien_we": "", "waardoor": "", "wat_doen_we": ""}


def cel(periode: str, waarde: str | None = None, eenheid: str = "aantal", **velden: Any) -> dict:
    tekst = "" if waarde is None else toon_getal(Decimal(waarde), eenheid=eenheid)
    return {
        "periode": periode,
        "periode_tekst": lees_periode(periode).tekst,
        "waarde": waarde,
        "tekst": tekst,
        "toestand": "ontbreekt" if waarde is None else "getal",
        "status": "definitief",
        "benadering": "",
        "onder": None,
        "boven": None,
        "voetnoot": "",
        "beloofd_voor": "",
        "gecorrigeerd": None,
    } | velden


def reeks(code: str, cellen: list[dict], soort: str = "realisatie", **velden: Any) -> dict:
    sleutel = velden.get("sleutel", "")
    return {
        "id": f"{code}|{soort}|{sleutel}",
        "soort": soort,
        "soort_tekst": soort.replace("_", " ").capitalize(),
        "sleutel": sleutel,
        "label": "",
        "delen": [],
        "cellen": cellen,
    } | velden


def indicator(code: str, naam: str, reeksen: list[dict], **velden: Any) -> dict:
    return {
        "code": code,
        "naam": naam,
        "domein": "jeugd",
        "domein_naam": "Jeugd",
        "definitie": f"Hoeveel {naam.lower()} er zijn.",
        "berekening": "",
        "eenheid": "aantal",
        "eenheid_tekst": "",
        "stroom_of_stand": "stand",
        "richting": "neutraal",
        "decimalen": 0,
        "telt": "personen",
        "is_optelbaar": True,
        "bron": "Registratie jeugdhulp",
        "eigenaar": "beleidsadviseur Jeugd",
        "frequentie": "Elke maand",
        "formule": "",
        "versies": [],
        "reeksen": reeksen,
        "revisies": [],
        "vindplaatsen": [plek("kern", naam)],
    } | velden


def plek(blok: str, titel: str, hoofdstuk: str = "jeugd") -> dict:
    return {"hoofdstuk": hoofdstuk, "hoofdstuk_titel": "Jeugd", "blok": blok, "titel": titel}


def verschil(nu: int, oud: int, periode: str = "februari 2021") -> dict:
    d, richting = nu - oud, "meer" if nu > oud else "minder" if nu < oud else "gelijk"
    return {
        "waarde": str(d),
        "teken_tekst": f"{'+' if d > 0 else '−'}{abs(d)}" if d else "gelijk",
        "tekst": f"{abs(d)} {richting} dan in {periode} ({oud})" if d else f"gelijk aan {periode}",
        "richting": richting,
        "oud_tekst": str(oud),
        "oud_periode_tekst": periode,
        "groei_tekst": "",
    }


def tegel(code: str, label: str, c: dict, **velden: Any) -> dict:
    return {
        "indicator": code,
        "reeks": f"{code}|realisatie|",
        "label": label,
        "groot": c["tekst"],
        "achter": "",
        "cel": c,
        "toestand": "normaal",
        "verschil": None,
        "geen_verschil": "",
        "stoplicht": None,
        "stand": f"Stand {c['periode_tekst']}",
        "nieuw_cijfer": "",
    } | velden


def blok(code: str, soort: str, inhoud: dict, **velden: Any) -> dict:
    return {
        "code": code,
        "soort": soort,
        "kop": "",
        "titel": "",
        "ondertitel": "",
        "tekst": "",
        "bron": "",
        "eigenaar": "",
        "stand": "",
        "niet_bijgewerkt": "",
        "voetnoten": [],
        "inhoud": inhoud,
    } | velden


def hoofdstuk(code: str, titel: str, blokken: list[dict], **velden: Any) -> dict:
    return {
        "code": code,
        "titel": titel,
        "domein": code,
        "in_het_kort": LEEG,
        "toelichting": "",
        "bronnen": [],
        "reden_leeg": "",
        "blokken": blokken,
        "niet_bijgewerkt": [],
    } | velden


def geldrij(label: str, code: str, bedragen: dict[str, str | None], **velden: Any) -> dict:
    perioden = {"begroting": "2021", "prognose": "2021", "realisatie": "2021-01_2021-04"}
    rij = {
        k: cel(perioden.get(k, "2020"), bedragen.get(k), "euro")
        for k in ("begroting", "prognose", "realisatie", "vorig_jaar")
    }
    return {"label": label, "indicator": code, "is_totaal": False, "saldo": None, **rij, **velden}


def geld(rijen: list[dict], **velden: Any) -> dict:
    titels = ("Prognose 2021", "Begroting 2021", "Uitgegeven in 2020", "Uitgegeven t/m april 2021")
    codes = ("prognose", "begroting", "vorig_jaar", "realisatie")
    return {
        "jaar": "2021",
        "basis_tekst": "primitieve begroting",
        "kolommen": [{"code": c, "titel": t} for c, t in zip(codes, titels, strict=True)],
        "rijen": rijen,
        "zin": "",
        "basiswissel": "",
    } | velden


def saldo(waarde: str, woord: str, procent: str = "") -> dict:
    tekst = toon_getal(Decimal(waarde), eenheid="euro")
    return {"waarde": waarde, "tekst": tekst, "woord": woord, "procent_tekst": procent}
