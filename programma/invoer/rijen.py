"""Rows that describe a programme: itself, its parts, milestones, figures, risks and money."""

from typing import Any

from monitor.invoer.keuzes import CelFout, lees_dag, lees_heel, lees_ja_nee, lees_keus, lees_soort
from monitor.invoer.reeksen import reeksen_voor
from monitor.invoer.tabel import Rij
from monitor.models.enums import Eenheid
from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import lees_periode
from programma.invoer.lopend import Lopend
from programma.models import (
    Budgetregel,
    Mijlpaal,
    Mijlpaaldeel,
    Onderdeel,
    OnderdeelIndicator,
    Programma,
    Risico,
)
from programma.models.enums import Budgetsoort, Omvang, Schakel, Trend
from programma.models.risico import geen_euro
from programma.standen import maak_delen, onderwerp


def _code(rij: Rij) -> str:
    if not (code := rij.tekst("code")):
        raise CelFout(
            rij.fout("code", "Deze cel is leeg.", "Geef een korte vaste naam, zoals ‘4-2’.")
        )
    return code


def _plek(lopend: Lopend, rij: Rij) -> int:
    """The place that the file names, else that of the row."""
    plek = lopend.volgende()
    genoemd = lees_heel(rij, "volgorde", None)
    return plek if genoemd is None else genoemd


def _archief(lopend: Lopend, rij: Rij) -> dict[str, bool]:
    """Only a file that says so archives, or brings back."""
    if not lopend.bewerking.heeft("gearchiveerd"):
        return {}
    return {"is_gearchiveerd": lees_ja_nee(rij, "gearchiveerd")}


def _periode(rij: Rij, kolom: str) -> str:
    if not (tekst := rij.tekst(kolom)):
        return ""
    try:
        return lees_periode(tekst).code
    except NotatieFout as fout:
        raise CelFout(rij.fout(kolom, fout.melding, "Schrijf bijvoorbeeld 2019.")) from fout


def _keus(rij: Rij, kolom: str, keuzes: type) -> str:
    return lees_keus(rij, kolom, keuzes) if rij.tekst(kolom) else ""


def programma(lopend: Lopend, rij: Rij) -> None:
    lopend.begin(rij, None)
    gemeente = lopend.bewerking.gemeente
    slug = _code(rij)
    obj = Programma.objects.filter(gemeente=gemeente, slug=slug).first()
    velden: dict[str, Any] = {
        "naam": rij.tekst("titel"),
        "ambitie": rij.tekst("omschrijving"),
        "aanleiding": rij.tekst("aanleiding"),
        "start": lees_dag(rij, "start"),
        "eind": lees_dag(rij, "eind"),
        "looptijd_opmerking": rij.tekst("looptijd_opmerking"),
        "rapportageperiode": rij.tekst("rapportageperiode"),
        "niveaus": rij.tekst("niveaus"),
        "telniveau": lees_heel(rij, "telniveau", 1),
        "regelnaam": rij.tekst("regelnaam"),
        "budgettekst": rij.tekst("budgettekst"),
        "risicotekst": rij.tekst("risicotekst"),
        **({"email": rij.tekst("email")} if lopend.bewerking.heeft("email") else {}),
        **_archief(lopend, rij),
    }
    obj = obj or Programma(gemeente=gemeente, slug=slug)
    if lopend.bewaar(rij, obj, velden, f"Programma {velden['naam']}"):
        lopend.begin(rij, obj)


def _planning(rij: Rij) -> dict[str, Any]:
    return {
        "gepland_tekst": rij.tekst("gepland"),
        "gepland_op": lees_dag(rij, "gepland_op"),
        "naar_raad": lees_ja_nee(rij, "naar_raad"),
    }


def onderdeel(lopend: Lopend, rij: Rij) -> None:
    code = _code(rij)
    lopend.eenmaal(rij, "code", "onderdeel", code)
    zelfde = lopend.onderdeel(rij, "zelfde_als")
    velden = {
        "ouder": lopend.onderdeel(rij, "ouder"),
        "nummer": rij.tekst("nummer"),
        "titel": rij.tekst("titel") or (zelfde.titel if zelfde else ""),
        "omschrijving": rij.tekst("omschrijving"),
        "eigenaar": rij.tekst("eigenaar"),
        "zelfde_als": zelfde,
        "volgorde": _plek(lopend, rij),
        "bron": rij.tekst("vindplaats"),
        **_planning(rij),
        **_archief(lopend, rij),
    }
    obj = lopend.onderdelen.get(code) or Onderdeel(programma=lopend.p, code=code)
    if lopend.bewaar(rij, obj, velden, f"Onderdeel {code}"):
        lopend.onderdelen[code] = obj
        maak_delen(obj)


def mijlpaal(lopend: Lopend, rij: Rij) -> None:
    code = _code(rij)
    lopend.eenmaal(rij, "code", "mijlpaal", code)
    velden = {
        "onderdeel": lopend.onderdeel(rij, "ouder"),
        "titel": rij.tekst("titel"),
        "resultaat": rij.tekst("opgeleverd"),
        "volgorde": _plek(lopend, rij),
        "bron": rij.tekst("vindplaats"),
        **_planning(rij),
        **_archief(lopend, rij),
    }
    obj = lopend.mijlpalen.get(code) or Mijlpaal(programma=lopend.p, code=code)
    if lopend.bewaar(rij, obj, velden, f"Mijlpaal {code}"):
        lopend.mijlpalen[code] = obj
        maak_delen(obj)


def deel(lopend: Lopend, rij: Rij) -> None:
    """A part of an onderdeel or milestone with a date of its own."""
    regel, naam = lopend.regel(rij), rij.tekst("titel")
    lijn = {k: v for k, v in onderwerp(regel).items() if v is not None}
    obj = Mijlpaaldeel.objects.filter(programma=lopend.p, naam=naam, **lijn).first()
    obj = obj or Mijlpaaldeel(programma=lopend.p, naam=naam, **lijn)
    velden = {"volgorde": _plek(lopend, rij), **_planning(rij)}
    lopend.bewaar(rij, obj, velden, f"Deel {naam} van {regel}")


def indicator(lopend: Lopend, rij: Rij) -> None:
    """Link a figure, which must be there: a link that is left out would be lost in silence."""
    regel = lopend.regel(rij)
    if not isinstance(regel, Onderdeel):
        raise CelFout(
            rij.fout("code", "Een cijfer hoort bij een onderdeel.", "Noem een onderdeel.")
        )
    cijfer = lopend.cijfer(rij)
    schakel = lees_keus(rij, "schakel", Schakel, Schakel.OUTPUT)
    sleutel = {"onderdeel": regel, "indicator": cijfer, "schakel": schakel}
    obj = OnderdeelIndicator.objects.filter(**sleutel).first() or OnderdeelIndicator(**sleutel)
    velden = {
        "aanname": rij.tekst("toelichting"),
        "nulmeting": _periode(rij, "nulmeting"),
        **_tegen(lopend, rij),
        "volgorde": _plek(lopend, rij),
    }
    lopend.bewaar(rij, obj, velden, f"Cijfer {cijfer.code} bij {regel}")


def _tegen(lopend: Lopend, rij: Rij) -> dict[str, Any]:
    """Only a file that has the column changes what stands beside the figure."""
    if not lopend.bewerking.heeft("tegenindicator"):
        return {}
    is_genoemd = rij.tekst("tegenindicator")
    return {"tegenindicator": lopend.cijfer(rij, "tegenindicator") if is_genoemd else None}


def risico(lopend: Lopend, rij: Rij) -> None:
    code = _code(rij)
    lopend.eenmaal(rij, "code", "risico", code)
    obj = Risico.objects.filter(programma=lopend.p, code=code).first()
    velden = {
        "onderdeel": lopend.onderdeel(rij, "ouder"),
        "omschrijving": rij.tekst("titel"),
        "kans": _keus(rij, "kans", Omvang),
        "gevolg": _keus(rij, "gevolg", Omvang),
        "maatregel": rij.tekst("maatregel"),
        "eigenaar": rij.tekst("eigenaar"),
        "trend": _keus(rij, "trend", Trend),
        "gemeld_op": lees_dag(rij, "datum"),
        "vervallen_op": lees_dag(rij, "eind"),
        "volgorde": _plek(lopend, rij),
    }
    lopend.bewaar(rij, obj or Risico(programma=lopend.p, code=code), velden, f"Risico {code}")


def budget(lopend: Lopend, rij: Rij) -> None:
    sleutel = {
        "programma": lopend.p,
        "soort": lees_keus(rij, "soort", Budgetsoort),
        "omschrijving": rij.tekst("titel"),
        "document": rij.tekst("document"),
    }
    lopend.eenmaal(rij, "titel", "budget", *map(str, list(sleutel.values())[1:]))
    obj = Budgetregel.objects.filter(**sleutel).first() or Budgetregel(**sleutel)
    velden = {"reeks_id": _reeks(lopend, rij), "volgorde": _plek(lopend, rij)}
    lopend.bewaar(rij, obj, velden, f"Budgetregel {sleutel['omschrijving']}")


def _reeks(lopend: Lopend, rij: Rij) -> int | None:
    """The series of the monitor that holds the amount, made when it has no figures yet."""
    if not rij.tekst("indicator"):
        return None
    cijfer = lopend.cijfer(rij)
    if cijfer.eenheid != Eenheid.EURO:
        advies = "Noem een cijfer in euro, of laat deze cel leeg."
        raise CelFout(rij.fout("indicator", geen_euro(cijfer), advies))
    leesbaar = Rij(rij.nummer, {"soort": rij.cellen.get("reeks", "")})
    soort, _ = lees_soort(leesbaar, "begroting_primitief")
    sleutel = lopend.register.sleutel(rij, "uitsplitsing")
    delen = dict(paar.split("=") for paar in sleutel.split(";") if paar)
    categorieen = tuple(lopend.register.categorieen[d][c] for d, c in delen.items())
    gevraagd = (cijfer.pk, soort, sleutel)
    return reeksen_voor(lopend.bewerking.gemeente, {gevraagd: categorieen})[gevraagd]
