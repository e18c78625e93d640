"""The kind "indicatoren": domains, breakdowns with categories, indicators and their definitions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from monitor.invoer.cijferrijen import VASTE_NAMEN
from monitor.invoer.formulecontrole import controleer_formules
from monitor.invoer.fouten import bedoelt_u
from monitor.invoer.indicatorkolommen import KOLOMMEN, VOORBEELDEN
from monitor.invoer.keuzes import CelFout, lees_dag, lees_heel, lees_ja_nee, lees_keus
from monitor.invoer.rijsoorten import Bewerking, RijsoortenSoort
from monitor.invoer.tabel import Kolom, Rij, norm
from monitor.models import Categorie, Definitieversie, Dimensie, Domein, Gemeente, Indicator, Reeks
from monitor.models.enums import Eenheid, Frequentie, Richting, StroomOfStand, Telt

RIJSOORTEN = ("domein", "dimensie", "categorie", "indicator", "definitie")  # in order of need
_TEKSTEN = {
    "naam": "naam",
    "definitie": "definitie",
    "berekening": "berekening",
    "eenheid_tekst": "eenheid_tekst",
    "bron": "bronsysteem",
    "eigenaar": "eigenaar",
    "formule": "formule",
    "verloop": "verloop",
    "achterliggend": "achterliggend",
}


class Indicatoren(RijsoortenSoort):
    code = "indicatoren"
    naam = "Indicatoren en uitsplitsingen"
    recht = "monitor.change_indicator"

    def kolommen(self, gemeente: Gemeente | None) -> list[Kolom]:
        return KOLOMMEN

    def voorbeelden(self, gemeente: Gemeente | None) -> list[dict[str, str]]:
        return VOORBEELDEN

    def verwerk(self, bewerking: Bewerking) -> None:
        _Register(bewerking).verwerk()


class _Register:
    """Rows by kind, in the order in which they need each other."""

    def __init__(self, bewerking: Bewerking) -> None:
        self.b, self.gemeente = bewerking, bewerking.gemeente
        eigen = {"gemeente": self.gemeente}
        self.domeinen = {d.code: d for d in Domein.objects.filter(**eigen)}
        self.dimensies = {d.code: d for d in Dimensie.objects.filter(**eigen)}
        self.indicatoren = {i.code: i for i in Indicator.objects.filter(**eigen)}
        alle = Categorie.objects.filter(dimensie__gemeente=self.gemeente).select_related("dimensie")
        self.categorieen = {(c.dimensie.code, c.code): c for c in alle}
        self.met_cijfers = set(
            Reeks.objects.filter(**eigen).values_list("indicator_id", flat=True).distinct()
        )
        self._gezien: dict[tuple[str, str], int] = {}

    def verwerk(self) -> None:
        rijen: dict[str, list[Rij]] = {soort: [] for soort in RIJSOORTEN}
        for rij in self.b.tabel.rijen:
            soort = norm(rij.tekst("rijsoort")) or "indicator"
            if soort in rijen:
                rijen[soort].append(rij)
            else:
                advies = bedoelt_u(soort, rijen) or f"Kies uit: {', '.join(RIJSOORTEN)}."
                self.b.fout(rij, "rijsoort", "Deze rijsoort is niet bekend.", advies)
        for soort in RIJSOORTEN:
            if soort == "categorie":
                self._categorieen(rijen[soort])
                continue
            for rij in rijen[soort]:
                self._probeer(getattr(self, f"_{soort}"), rij)
        controleer_formules(self.b, rijen["indicator"], self.indicatoren)

    def _probeer(self, doe: Callable[[Rij], None], rij: Rij) -> None:
        try:
            doe(rij)
        except CelFout as fout:
            self.b.controle.fouten.append(fout.fout)

    def _code(self, rij: Rij, bereik: str) -> str:
        code = rij.tekst("code")
        if not code:
            raise CelFout(rij.fout("code", "Deze cel is leeg.", "Vul een code in."))
        if (eerder := self._gezien.setdefault((bereik, code), rij.nummer)) != rij.nummer:
            melding = f"Deze code staat ook in rij {eerder}."
            raise CelFout(rij.fout("code", melding, "Laat één van de twee rijen staan."))
        return code

    def _domein(self, rij: Rij) -> None:
        code = self._code(rij, "domein")
        domein = self.domeinen.get(code)
        if domein is None:
            domein = Domein(gemeente=self.gemeente, code=code, volgorde=len(self.domeinen))
        if self.b.bewaar(rij, domein, {"naam": rij.tekst("naam")}, wat=f"Domein ‘{code}’"):
            self.domeinen[code] = domein

    def _dimensie(self, rij: Rij) -> None:
        code = self._code(rij, "dimensie")
        if code in VASTE_NAMEN:
            melding = "Deze code is de naam van een vaste kolom van het cijferbestand."
            raise CelFout(rij.fout("code", melding, "Kies een andere code."))
        dimensie = self.dimensies.get(code) or Dimensie(gemeente=self.gemeente, code=code)
        if self.b.bewaar(rij, dimensie, {"naam": rij.tekst("naam")}, wat=f"Uitsplitsing ‘{code}’"):
            self.dimensies[code] = dimensie

    def _categorieen(self, rijen: list[Rij]) -> None:
        """Parents may stand below their children: what still waits is tried again."""
        while rijen:
            nieuw = {(r.tekst("dimensie"), r.tekst("code")) for r in rijen}
            wacht = [r for r in rijen if (r.tekst("dimensie"), r.tekst("ouder")) in nieuw]
            wacht = wacht if len(wacht) < len(rijen) else []
            for rij in rijen:
                if rij not in wacht:
                    self._probeer(self._categorie, rij)
            rijen = wacht

    def _categorie(self, rij: Rij) -> None:
        dimensie = self.dimensies.get(rij.tekst("dimensie"))
        if dimensie is None:
            advies = (
                bedoelt_u(rij.tekst("dimensie"), self.dimensies) or "Zet een rij dimensie erbij."
            )
            raise CelFout(rij.fout("dimensie", "Deze uitsplitsing is niet bekend.", advies))
        code = self._code(rij, f"categorie {dimensie.code}")
        velden: dict[str, Any] = {"naam": rij.tekst("naam")}
        if self.b.heeft("ouder"):
            velden["ouder"] = self._ouder(rij, dimensie, code)
        bekend = [c for d, c in self.categorieen if d == dimensie.code]
        categorie = self.categorieen.get((dimensie.code, code)) or Categorie(
            dimensie=dimensie, code=code, volgorde=len(bekend)
        )
        if self.b.bewaar(rij, categorie, velden, wat=f"Categorie ‘{dimensie.code}={code}’"):
            self.categorieen[dimensie.code, code] = categorie

    def _ouder(self, rij: Rij, dimensie: Dimensie, code: str) -> Categorie | None:
        if not (tekst := rij.tekst("ouder")):
            return None
        ouder = self.categorieen.get((dimensie.code, tekst))
        eerder = ouder
        while eerder is not None and eerder.code != code:
            eerder = eerder.ouder
        if ouder is None or eerder is not None:
            codes = [c for d, c in self.categorieen if d == dimensie.code and c != code]
            advies = bedoelt_u(tekst, codes) or "Zet de grotere groep ook in het bestand."
            raise CelFout(rij.fout("ouder", "Deze grotere groep is niet te gebruiken.", advies))
        return ouder

    def _indicator(self, rij: Rij) -> None:
        code = self._code(rij, "indicator")
        indicator = self.indicatoren.get(code) or Indicator(
            gemeente=self.gemeente, code=code, volgorde=len(self.indicatoren)
        )
        velden = self._velden(rij, is_nieuw=indicator.pk is None)
        eenheid = velden.get("eenheid", indicator.eenheid)
        if indicator.pk in self.met_cijfers and eenheid != indicator.eenheid:
            melding = f"Er zijn al cijfers in ‘{indicator.eenheid}’."
            raise CelFout(rij.fout("eenheid", melding, "Maak een nieuwe indicator."))
        kolommen = {"bronsysteem": "bron"}
        wat = f"Indicator ‘{code}’"
        if self.b.bewaar(rij, indicator, velden, wat=wat, kolommen=kolommen):
            self.indicatoren[code] = indicator

    def _velden(self, rij: Rij, *, is_nieuw: bool) -> dict[str, Any]:
        """Only the columns that the file has; the rest of a known indicator stays."""
        velden: dict[str, Any] = {
            veld: rij.tekst(kolom) for kolom, veld in _TEKSTEN.items() if self.b.heeft(kolom)
        }
        lezers: dict[str, Callable[[], Any]] = {
            "domein": lambda: self._zoek_domein(rij),
            "eenheid": lambda: lees_keus(rij, "eenheid", Eenheid),
            "telt": lambda: lees_keus(rij, "telt", Telt),
            "stroom_of_stand": lambda: lees_keus(
                rij, "stroom_of_stand", StroomOfStand, StroomOfStand.STAND
            ),
            "richting": lambda: lees_keus(rij, "richting", Richting, Richting.NEUTRAAL),
            "frequentie": lambda: lees_keus(rij, "frequentie", Frequentie, Frequentie.ONREGELMATIG),
            "decimalen": lambda: lees_heel(rij, "decimalen", 0),
            "drempel": lambda: lees_heel(rij, "drempel", None),
            "is_optelbaar": lambda: lees_ja_nee(rij, "is_optelbaar"),
        }
        nodig = {"domein", "eenheid", "telt"} if is_nieuw else set()
        return velden | {n: lees() for n, lees in lezers.items() if self.b.heeft(n) or n in nodig}

    def _zoek_domein(self, rij: Rij) -> Domein:
        tekst = rij.tekst("domein")
        op_naam = {norm(d.naam): d for d in self.domeinen.values()}
        if gevonden := self.domeinen.get(tekst) or op_naam.get(norm(tekst)):
            return gevonden
        advies = bedoelt_u(tekst, self.domeinen) or "Zet er een rij met rijsoort ‘domein’ boven."
        raise CelFout(rij.fout("domein", "Dit domein is niet bekend.", advies))

    def _definitie(self, rij: Rij) -> None:
        indicator = self.indicatoren.get(rij.tekst("code"))
        if indicator is None:
            advies = bedoelt_u(rij.tekst("code"), self.indicatoren) or "Zet de indicator erbij."
            raise CelFout(rij.fout("code", "Deze indicator is niet bekend.", advies))
        vanaf = lees_dag(rij, "vanaf")
        if vanaf is None:
            advies = "Vul de eerste dag in, zoals 2021-01-01."
            raise CelFout(rij.fout("vanaf", "Deze cel is leeg.", advies))
        versie = Definitieversie.objects.filter(indicator=indicator, vanaf=vanaf).first()
        velden: dict[str, Any] = {"definitie": rij.tekst("definitie")}
        if self.b.heeft("toelichting"):
            velden["toelichting"] = rij.tekst("toelichting")
        if self.b.heeft("is_breuk") and rij.tekst("is_breuk"):
            velden["is_breuk"] = lees_ja_nee(rij, "is_breuk")
        wat = f"Definitie van ‘{indicator.code}’ vanaf {vanaf:%d-%m-%Y}"
        versie = versie or Definitieversie(indicator=indicator, vanaf=vanaf)
        self.b.bewaar(rij, versie, velden, wat=wat)


SOORT = Indicatoren()
