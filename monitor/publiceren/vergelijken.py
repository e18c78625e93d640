"""Against the previous edition: which figure it had, whether the two may be compared, and how much."""

from datetime import date
from decimal import Decimal
from typing import Any

from monitor.models.enums import Eenheid, StroomOfStand
from monitor.publiceren.afschermen import drempel_van
from monitor.publiceren.cijfers import Cijferboek, getal_van
from monitor.publiceren.correcties import Correcties
from monitor.publiceren.gegevens import BEGROTING, Bron, Cijfer, ReeksId
from monitor.publiceren.noemen import formule_van
from monitor.publiceren.schema import Verschil
from monitor.regels.afscherming import is_klein
from monitor.regels.getallen import rond
from monitor.regels.peildatum import GEPLAND
from monitor.regels.perioden import Tijdvak, tijdvak
from monitor.regels.verschillen import groei, in_woorden, met_teken, procent_tekst, richting

ANDERE_TELLING = "Niet te vergelijken (andere telling)"
ANDERE_BASIS = "Niet te vergelijken (andere begroting)"
ANDERE_DUUR = "Niet te vergelijken (over een andere duur)"
_ZONDER_GROEI = frozenset({Eenheid.PERCENTAGE, Eenheid.CIJFER, Eenheid.RANG})


class Vergelijking:
    def __init__(self, bron: Bron, boek: Cijferboek, correcties: Correcties | None = None) -> None:
        self.bron = bron
        self.boek = boek
        self.correcties = correcties
        self._vorige: dict[ReeksId, list[Cijfer]] = {}
        for indicator in (bron.vorige or {}).get("indicatoren", {}).values():
            for reeks in indicator["reeksen"]:
                id_ = ReeksId(indicator["code"], reeks["soort"], reeks["sleutel"])
                self._vorige[id_] = [uit_cel(id_, c, self._drempel(id_)) for c in reeks["cellen"]]

    def _drempel(self, reeks: ReeksId) -> int | None:
        indicator = self.bron.indicatoren.get(reeks.indicator)
        if indicator is None:
            return None
        return drempel_van(indicator, self.bron.uitgave.gemeente.drempel)

    def oud(self, nu: Cijfer) -> Cijfer | None:
        """The newest figure that the previous edition had, over a span like this one if it had one."""
        bekend = [c for c in self._had(nu.reeks) if c.toestand != "nog_niet_bekend"]
        gelijk = [c for c in bekend if zelfde_duur(c.tijdvak, nu.tijdvak)]
        gekozen = gelijk or bekend
        return gekozen[-1] if gekozen else None

    def _had(self, reeks: ReeksId) -> list[Cijfer]:
        if self.bron.vorige is not None:
            return self._vorige.get(reeks, [])
        grens = self.bron.vorige_ruw_tot
        return [c for c in self.boek.alle(reeks) if grens and _toen_bekend(c.tijdvak, grens)]

    def bezwaar(self, nu: Cijfer, oud: Cijfer) -> str:
        """Why the two may not be compared; empty when they may."""
        if nu.is_verborgen or oud.is_verborgen:
            verborgen = nu if nu.is_verborgen else oud
            return f"Niet te vergelijken ({verborgen.tekst})"
        if self.breuk(nu, oud):
            return ANDERE_TELLING
        if self.andere_basis(nu.reeks):
            return ANDERE_BASIS
        stroom = self.bron.indicatoren[nu.reeks.indicator].stroom_of_stand == StroomOfStand.STROOM
        if stroom and not zelfde_duur(nu.tijdvak, oud.tijdvak):
            return ANDERE_DUUR
        return ""

    def breuk(self, nu: Cijfer, oud: Cijfer) -> bool:
        """Whether the definition changed, with a break, between the two."""
        return breuk_tussen(self.bron, nu.reeks.indicator, oud.tijdvak, nu.tijdvak)

    def andere_basis(self, reeks: ReeksId) -> bool:
        """Whether a budget figure stands against another budget than in the previous edition."""
        if not self.basis_gewisseld:
            return False
        formule = formule_van(self.bron, reeks.indicator)
        soorten = {s or reeks.soort for _, s in formule.namen} if formule else {reeks.soort}
        return bool(soorten & BEGROTING)

    @property
    def basis_gewisseld(self) -> bool:
        vorige = self.vorige_basis
        return bool(vorige) and vorige != self.bron.uitgave.financiele_basis

    @property
    def vorige_basis(self) -> str:
        if self.bron.vorige:
            return str(self.bron.vorige["uitgave"]["financiele_basis"])
        vorige = self.bron.uitgave.vorige
        return vorige.financiele_basis if vorige else ""

    def verschil(self, nu: Cijfer | None) -> tuple[Verschil | None, str]:
        """(the difference, why there is none): exactly one of them says something."""
        if self.bron.uitgave.vorige_id is None:
            return None, "Dit is de eerste uitgave"
        if nu is None:
            return None, "Er is geen cijfer"
        oud = self.oud(nu)
        if oud is None:
            return None, "Stond niet in de vorige uitgave"
        if bezwaar := self.bezwaar(nu, oud):
            return None, bezwaar
        if nu.waarde is None or oud.waarde is None:
            return None, f"Niet te vergelijken ({(nu if nu.waarde is None else oud).tekst})"
        herzien = nu.reeks.soort in GEPLAND and self.bron.vorige is not None
        if nu.tijdvak == oud.tijdvak and not herzien:
            return None, "Geen nieuw cijfer sinds de vorige uitgave"
        return self._maak(nu, nu.waarde, oud, oud.waarde), ""

    def _maak(self, nu: Cijfer, waarde: Decimal, oud: Cijfer, was: Decimal) -> Verschil:
        indicator = self.bron.indicatoren[nu.reeks.indicator]
        bedrag = waarde - was
        eenheid, decimalen = indicator.eenheid, indicator.decimalen
        woorden = in_woorden(bedrag, eenheid=eenheid, decimalen=decimalen)
        zelfde = nu.tijdvak == oud.tijdvak  # a forecast that was made anew
        zin = f"{woorden} dan {'in de vorige uitgave' if zelfde else wanneer(oud.tijdvak)}"
        if bedrag == 0:
            zin = f"gelijk aan {'de vorige uitgave' if zelfde else oud.tijdvak.tekst}"
        deel = None if indicator.eenheid in _ZONDER_GROEI else groei(waarde, was)
        gemaakt: Verschil = {
            "waarde": format(bedrag.normalize(), "f") if bedrag else "0",
            "teken_tekst": met_teken(bedrag, eenheid=eenheid, decimalen=decimalen),
            "tekst": f"{zin} ({oud.tekst})",
            "richting": richting(bedrag),
            "oud_tekst": oud.tekst,
            "oud_periode_tekst": oud.tijdvak.tekst,
            "groei_tekst": procent_tekst(rond(deel, 1)) if deel is not None else "",
        }
        if toen := self._toen(nu, oud):
            gemaakt["toen"] = toen
        return gemaakt

    def _toen(self, nu: Cijfer, oud: Cijfer) -> str:
        """What was published before of the figures that the difference rests on, when corrected."""
        zinnen = []
        if self.correcties and (correctie := self.correcties.van(nu)):
            zinnen.append(_toen_en_nu(nu.tijdvak, correctie["oud_tekst"], nu.tekst))
        if nu.reeks.soort in GEPLAND:
            return " ".join(zinnen)
        if self.correcties and (correctie := self.correcties.van_vorige(oud)):
            zinnen.append(_toen_en_nu(oud.tijdvak, correctie["oud_tekst"], oud.tekst))
        vandaag = self.boek.op(oud.reeks, oud.tijdvak.code)
        if vandaag and not vandaag.is_verborgen and vandaag.tekst != oud.tekst:
            zinnen.append(_toen_en_nu(oud.tijdvak, oud.tekst, vandaag.tekst))
        return " ".join(zinnen)


def _toen_en_nu(t: Tijdvak, toen: str, nu: str) -> str:
    return f"{t.tekst[:1].upper()}{t.tekst[1:]}: toen gepubliceerd {toen}, nu {nu}."


def breuk_tussen(bron: Bron, code: str, oud: Tijdvak, nu: Tijdvak) -> bool:
    """A break in the definition that lies after the one and not after the other."""
    if oud.eind is None or nu.eind is None:
        return False
    return any(
        v.is_breuk and oud.eind < v.vanaf <= nu.eind
        for v in bron.indicatoren[code].definitieversies.all()
    )


def wanneer(t: Tijdvak) -> str:
    """ "in februari 2021", "op 1 april 2021"."""
    return f"{'op' if t.soort == 'peildatum' else 'in'} {t.tekst}"


def zelfde_duur(a: Tijdvak, b: Tijdvak) -> bool:
    """Whether two spans are as long as each other, give or take the length of months."""
    if a.soort != b.soort:
        return False
    if None in (a.begin, a.eind, b.begin, b.eind):
        return a.begin == b.begin and (a.eind is None) == (b.eind is None)
    return abs((a.eind - a.begin).days - (b.eind - b.begin).days) <= 3  # type: ignore[operator]


def _toen_bekend(t: Tijdvak, grens: date) -> bool:
    return (t.eind or t.begin or date.max) <= grens


def uit_cel(reeks: ReeksId, c: dict[str, Any], drempel: int | None = None) -> Cijfer:
    """A figure as an earlier snapshot showed it; hidden when it would be hidden now."""
    waarde = getal_van(c)
    vak = tijdvak(c["periode"]) or Tijdvak(c["periode"], "reeks", None, None)
    if drempel and is_klein(waarde, drempel):
        return Cijfer(reeks, vak, "onderdrukt", None, f"<{drempel}", c["status"])
    return Cijfer(reeks, vak, c["toestand"], waarde, c["tekst"], c["status"])
