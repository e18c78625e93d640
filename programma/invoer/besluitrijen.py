"""Rows of decision rules, and of what was decided when a bound was passed."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from monitor.invoer.keuzes import CelFout, lees_dag, lees_ja_nee, lees_keus, lees_soort
from monitor.invoer.perioden import periode_voor
from monitor.invoer.tabel import Rij
from monitor.regels.fouten import NotatieFout
from monitor.regels.getallen import lees_getal
from programma.invoer.lopend import Lopend
from programma.models import Beslisregel, Besluit
from programma.models.besluit import Vergelijking
from programma.models.enums import Orgaan


def beslisregel(lopend: Lopend, rij: Rij) -> None:
    regel = _regel(lopend, rij)
    obj = regel.zelfde().first() or regel
    velden: dict[str, Any] = {"actie": rij.tekst("omschrijving")}
    if lopend.bewerking.heeft("gearchiveerd"):
        velden["is_actief"] = not lees_ja_nee(rij, "gearchiveerd")
    lopend.bewaar(rij, obj, velden, f"Beslisregel {regel}")


def besluit(lopend: Lopend, rij: Rij) -> None:
    """A decision about a bound; what was filled in before is not changed by a file."""
    regel = _regel(lopend, rij).zelfde().first()
    if regel is None:
        melding = "Deze beslisregel is niet bekend."
        advies = "Zet de rij ‘beslisregel’ met hetzelfde cijfer en dezelfde grens erboven."
        raise CelFout(rij.fout("grens", melding, advies))
    periode = _periode(rij)
    obj = Besluit.objects.filter(beslisregel=regel, periode=periode).first()
    velden = _ingevuld(rij)
    if obj is not None:
        _niet_herschreven(rij, obj, velden)
        velden.pop("gemeld_op")
    obj = obj or Besluit(beslisregel=regel, periode=periode)
    lopend.bewaar(rij, obj, velden, f"Besluit over {regel} in {periode}")


def _regel(lopend: Lopend, rij: Rij) -> Beslisregel:
    """The rule that the row names, not stored."""
    cijfer = lopend.cijfer(rij)
    leesbaar = Rij(rij.nummer, {"soort": rij.cellen.get("reeks", "")})
    return Beslisregel(
        programma=lopend.p,
        onderdeel=lopend.onderdeel(rij, "ouder"),
        indicator=cijfer,
        soort=lees_soort(leesbaar, "realisatie")[0],
        vergelijking=lees_keus(rij, "vergelijking", Vergelijking),
        grens=_grens(rij),
    )


def _grens(rij: Rij) -> Decimal:
    try:
        waarde = lees_getal(rij.tekst("grens"), eenheid="euro").waarde
    except NotatieFout as fout:
        raise CelFout(rij.fout("grens", fout.melding, "Schrijf bijvoorbeeld 7,5.")) from fout
    if waarde is None:
        raise CelFout(rij.fout("grens", "Hier hoort een getal.", "Schrijf bijvoorbeeld 7,5."))
    return waarde


def _periode(rij: Rij) -> Any:
    try:
        return periode_voor(rij.tekst("periode"))
    except NotatieFout as fout:
        raise CelFout(rij.fout("periode", fout.melding, "Schrijf bijvoorbeeld 2021.")) from fout


def _ingevuld(rij: Rij) -> dict[str, Any]:
    return {
        "gemeld_op": _moment(rij),
        "besloten_op": lees_dag(rij, "datum"),
        "besloten_door": lees_keus(rij, "besloten_door", Orgaan) if rij.tekst("besloten_door") else "",
        "tekst": rij.tekst("omschrijving"),
        "opvolging": rij.tekst("opgeleverd"),
        "afgerond_op": lees_dag(rij, "eind"),
        "vervallen_op": lees_dag(rij, "vervallen_op"),
    }  # fmt: skip


def _moment(rij: Rij) -> datetime:
    """When it was noticed, as the file that went out says it; else now."""
    tekst = rij.tekst("gemeld_op")
    if not tekst:
        return timezone.now()
    try:
        moment = parse_datetime(tekst)
    except ValueError:
        moment = None
    if moment is None or timezone.is_naive(moment):
        raise CelFout(rij.fout("gemeld_op", "Dit is geen moment.", "Laat deze cel leeg."))
    return moment


def _niet_herschreven(rij: Rij, obj: Besluit, velden: dict[str, Any]) -> None:
    vast = ["besloten_op", "besloten_door", "tekst"] if obj.besloten_op else []
    vast += ["opvolging", "afgerond_op"] if obj.afgerond_op else []
    if any(getattr(obj, veld) != velden[veld] for veld in vast):
        melding = "Over deze grens is al iets anders besloten; dat blijft staan."
        raise CelFout(rij.fout("omschrijving", melding, "Haal deze rij weg."))
