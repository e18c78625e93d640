"""A file read and checked: errors, differences, and what applying it needs. Nothing is written."""

from __future__ import annotations

from monitor.invoer.blok import Ruw
from monitor.invoer.breed import ontvouw, vraagt_indeling
from monitor.invoer.controle import Controle
from monitor.invoer.fouten import LeesFout
from monitor.invoer.gelezen import al_verwerkt, geheugen, maak_sleutel
from monitor.invoer.lezer import lees_bestand
from monitor.invoer.memo import zonder_rondes
from monitor.invoer.sjablonen import UITLEG
from monitor.invoer.soorten import Soort
from monitor.invoer.tabel import maak_tabel
from monitor.invoer.voortgang import Voortgang, tel_rijen
from monitor.models import Gemeente


def controleer_bestand(
    gemeente: Gemeente,
    soort: Soort,
    naam: str,
    inhoud: bytes,
    voortgang: Voortgang | None = None,
) -> Controle:
    """Read and check a file; what can not be read is an error of the outcome, never an exception.

    `voortgang` is told how many rows are done; what it raises ends the work.
    """
    sleutel = sleutel_van(gemeente, soort, naam, inhoud)
    bekend = al_verwerkt(gemeente, soort.code, inhoud, sleutel) if sleutel else None
    return bekend or lees_en_controleer(gemeente, soort, naam, inhoud, sleutel, voortgang)


@zonder_rondes()
def lees_en_controleer(
    gemeente: Gemeente,
    soort: Soort,
    naam: str,
    inhoud: bytes,
    sleutel: str,
    voortgang: Voortgang | None = None,
) -> Controle:
    if sleutel and (gelezen := geheugen.zoek(sleutel)):
        return soort.naast(gelezen, gemeente)
    herkomst = None
    try:
        ruw = bron = soort.zonder_kop(lees_bestand(naam, inhoud, soort.code))
        if voortgang is not None:
            ruw.blokken = tel_rijen(ruw.blokken, voortgang, naam, inhoud)
        ruw, herkomst = ontvouw(gemeente, soort.code, ruw)
        tabel = maak_tabel(ruw, soort.kolommen(gemeente))
    except LeesFout as fout:
        return Controle(fouten=[herkomst.fout(f) if herkomst else f for f in fout.fouten])
    controle = soort.controleer(tabel, gemeente)
    if herkomst is not None:
        herkomst.leg_uit(controle)
    controle.fouten.sort(key=lambda f: f.rij or 0)
    van_bestand = _van_bestand(bron)
    controle.opmerkingen += van_bestand
    if sleutel and controle.kan and herkomst is None:
        controle.sleutel = sleutel
        geheugen.onthoud(controle, van_bestand)
    return controle


def _van_bestand(bron: Ruw) -> list[str]:
    """What its maker must know of how the file was read."""
    regels = []
    if bron.erboven:
        regels.append(f"Rijen boven de namen van de kolommen, niet gelezen: {bron.erboven}.")
    if bron.verbergt:
        regels.append(
            "Op het blad zijn rijen of kolommen verborgen. Ook wat daar staat is gelezen."
        )
    if andere := [b for b in bron.andere_bladen if b != UITLEG]:
        bladen = ", ".join(f"‘{b}’" for b in andere)
        regels.append(f"Gelezen is blad ‘{bron.blad}’. Niet gelezen: {bladen}.")
    return regels


def sleutel_van(gemeente: Gemeente, soort: Soort, naam: str, inhoud: bytes) -> str:
    """Of a reading that may be used again; "" for kinds of which it may not."""
    return maak_sleutel(gemeente, soort.code, naam, inhoud) if soort.is_herbruikbaar else ""


def moet_ingedeeld(gemeente: Gemeente, soort: Soort, naam: str, inhoud: bytes) -> bool:
    """Whether a person must say what the columns are. False for what is no table at all."""
    try:
        ruw = soort.zonder_kop(lees_bestand(naam, inhoud, soort.code))
        return vraagt_indeling(gemeente, soort.code, ruw)
    except LeesFout:
        return False
