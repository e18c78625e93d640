"""Texts of an edition: which figures they name, and how those are filled in."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from monitor.invoer.fouten import bedoelt_u
from monitor.models import Gemeente
from monitor.publiceren.gegevens import Bron, Cijfer, ReeksId
from monitor.regels.fouten import NotatieFout
from monitor.regels.getallen import rond
from monitor.regels.perioden import een_jaar_eerder
from monitor.regels.verschillen import groei, in_woorden, procent_tekst
from monitor.regels.verwijzingen import Verwijzing, vind, vul_in

if TYPE_CHECKING:
    from monitor.publiceren.werk import Werk

KORT = ("kop", "wat_zien_we", "waardoor", "wat_doen_we")
VELDEN_UITGAVE = (*KORT, "hoogtepunten", "anders", "aanbieding")
VELDEN_HOOFDSTUK = (*KORT, "toelichting")
VELDEN_BLOK = ("kop", "titel", "ondertitel", "tekst")


def alle_teksten(bron: Bron) -> Iterator[tuple[str, str]]:
    """(where it stands, text) of every text in which a figure may be named."""
    for veld in VELDEN_UITGAVE:
        yield "de uitgave", getattr(bron.uitgave, veld)
    for sectie in bron.nota.secties:
        rij = bron.nota.teksten.get(sectie.code)
        yield f"de nota, {sectie.kop}", rij.tekst if rij else sectie.standaardtekst
    for inbreng in bron.inbreng:
        yield f"de {inbreng.soort} van {inbreng.van}", inbreng.tekst
        yield f"het antwoord op de {inbreng.soort} van {inbreng.van}", inbreng.antwoord
    for hoofdstuk in bron.hoofdstukken:
        for veld in VELDEN_HOOFDSTUK:
            yield f"hoofdstuk {hoofdstuk.titel}", getattr(hoofdstuk, veld)
        for blok in hoofdstuk.blokken.all():
            for veld in VELDEN_BLOK:
                yield f"hoofdstuk {hoofdstuk.titel}, blok {blok.code}", getattr(blok, veld)


def onbekend(gemeente: Gemeente, teksten: Mapping[str, str]) -> dict[str, str]:
    """By name of the text: which figure it names that is not there, or cannot be read. One query.

    Whether the figure has a value, and may be shown, is known when the edition is composed.
    """
    met = {naam: tekst for naam, tekst in teksten.items() if "{" in tekst}
    codes = list(gemeente.indicatoren.values_list("code", flat=True)) if met else []
    mis = {}
    for naam, tekst in met.items():
        try:
            weg = [v.code for v in vind(tekst) if v.code not in codes]
        except NotatieFout as fout:
            mis[naam] = fout.melding
            continue
        if weg:
            raad = bedoelt_u(weg[0], codes) or "Kies een code uit de lijst van indicatoren."
            mis[naam] = f"Het cijfer ‘{weg[0]}’ bestaat niet. {raad}"
    return mis


def genoemd_in_teksten(bron: Bron) -> list[Verwijzing]:
    """The references in all texts; a text that cannot be read names nothing here."""
    gevonden: list[Verwijzing] = []
    for _, tekst in alle_teksten(bron):
        try:
            gevonden += vind(tekst)
        except NotatieFout:
            continue  # told when the text is filled in
    return gevonden


def vul(werk: "Werk", tekst: str, waar: str) -> str:
    """The text with its figures; what cannot be filled in is left readable and reported."""
    if "{" not in tekst:
        return tekst
    try:
        return vul_in(tekst, lambda v: _zoek(werk, v, waar))
    except NotatieFout as fout:
        werk.fout(f"In {waar}: {fout.melding}")
        return tekst


def _zoek(werk: "Werk", v: Verwijzing, waar: str) -> str:
    try:
        return waarde_van(werk, v)
    except LookupError as fout:
        werk.fout(f"In {waar} staat ‘{{{v.tekst}}}’: {fout.args[0]}")
        return f"[{v.code}: niet bekend]"


def waarde_van(werk: "Werk", v: Verwijzing) -> str:
    """What the reference says. Raises LookupError with what to do about it."""
    indicator = werk.bron.indicatoren.get(v.code)
    if indicator is None:
        raise LookupError("dit cijfer bestaat niet. Kies een code uit de lijst van indicatoren.")
    if v.bewerking == "naam":
        return indicator.naam
    reeks = ReeksId(v.code, v.soort, v.sleutel)
    cijfer = werk.boek.op(reeks, v.periode) if v.periode else werk.nieuwste(reeks)
    if cijfer is None:
        raise LookupError(
            "er is geen cijfer over deze periode. Lever het aan, of pas de tekst aan."
        )
    if v.bewerking == "periode":
        return cijfer.tijdvak.tekst
    if cijfer.is_verborgen:
        raise LookupError("dit is een klein aantal en mag niet in een tekst. Haal het weg.")
    return _bewerkt(werk, v, cijfer)


def _bewerkt(werk: "Werk", v: Verwijzing, nu: Cijfer) -> str:
    if not v.bewerking:
        if nu.waarde is None and nu.toestand != "bereik":
            raise LookupError(f"er is geen getal, maar ‘{nu.tekst}’. Pas de tekst aan.")
        return nu.tekst
    if v.bewerking == "vorig-jaar":
        oud = werk.boek.op(nu.reeks, een_jaar_eerder(nu.tijdvak).code)
    else:
        oud = werk.vergelijking.oud(nu)
    if oud is None or oud.is_verborgen or oud.waarde is None:
        raise LookupError("er is geen eerder cijfer om mee te vergelijken. Pas de tekst aan.")
    if v.bewerking in ("vorige", "vorig-jaar"):
        return oud.tekst
    if nu.waarde is None or (reden := werk.vergelijking.bezwaar(nu, oud)):
        reden = reden if nu.waarde is not None else "er is geen getal"
        raise LookupError(f"vergelijken kan niet: {reden}. Pas de tekst aan.")
    indicator = werk.bron.indicatoren[v.code]
    if v.bewerking == "groei":
        if (deel := groei(nu.waarde, oud.waarde)) is None:
            raise LookupError("groei vanaf nul is niet te berekenen. Gebruik ‘verschil’.")
        return procent_tekst(rond(deel, 1))
    return in_woorden(
        nu.waarde - oud.waarde, eenheid=indicator.eenheid, decimalen=indicator.decimalen
    )
