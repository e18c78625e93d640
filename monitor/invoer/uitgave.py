"""The kind "uitgave": an edition with its chapters, blocks and rules, in the order of the page.

A row belongs to the row above it. Chapters and blocks that are not in the file stay; the rules of a
block that is in the file become those of the file.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from monitor.invoer.fouten import bedoelt_u
from monitor.invoer.keuzes import CelFout, lees_dag, lees_keus
from monitor.invoer.moment import lees_moment
from monitor.invoer.perioden import periode_voor
from monitor.invoer.regels_van_blok import Blokregels
from monitor.invoer.register import Register
from monitor.invoer.rijsoorten import Bewerking, RijsoortenSoort
from monitor.invoer.tabel import Kolom, Rij, norm
from monitor.invoer.uitgavekolommen import KOLOMMEN, VOORBEELDEN
from monitor.models import Blok, Domein, Gemeente, Hoofdstuk, Tekstcontrole, Uitgave
from monitor.models.enums import Basis, BlokSoort, GrafiekVorm, Openbaarheid, UitgaveStand
from monitor.regels.fouten import NotatieFout
from monitor.regels.keuze import lees_keuze
from monitor.regels.perioden import lees_periode

RIJSOORTEN = ("uitgave", "hoofdstuk", "blok", "regel")
IN_HET_KORT = ("kop", "wat_zien_we", "waardoor", "wat_doen_we")
_UITGAVE = (*IN_HET_KORT, "hoogtepunten", "anders", "aanbieding", "zaaknummer", "volgende_verwacht")
_HOOFDSTUK = (*IN_HET_KORT, "toelichting", "bronnen", "reden_leeg")
_BLOK = ("kop", "titel", "ondertitel", "tekst", "bron", "totaal", "verwijst_naar")


class UitgaveSoort(RijsoortenSoort):
    code = "uitgave"
    naam = "Uitgave met hoofdstukken en blokken"
    recht = "monitor.add_uitgave"

    def kolommen(self, gemeente: Gemeente | None) -> list[Kolom]:
        return KOLOMMEN

    def voorbeelden(self, gemeente: Gemeente | None) -> list[dict[str, str]]:
        return VOORBEELDEN

    def verwerk(self, bewerking: Bewerking) -> None:
        _Opbouw(bewerking).verwerk()


class _Opbouw:
    """Walks down the rows; keeps the edition, chapter and block that a row belongs to."""

    def __init__(self, bewerking: Bewerking) -> None:
        self.b, self.gemeente = bewerking, bewerking.gemeente
        self.domeinen = {d.code: d for d in Domein.objects.filter(gemeente=self.gemeente)}
        self.regels = Blokregels(bewerking, Register(self.gemeente))
        self.uitgave: Uitgave | None = None
        self.hoofdstuk: Hoofdstuk | None = None
        self.blok: Blok | None = None
        self._kopie = False  # made from a previous edition: what a file holds counts as written
        self._gezien: dict[tuple[object, ...], int] = {}
        self._plek: dict[object, int] = {}

    def verwerk(self) -> None:
        for rij in self.b.tabel.rijen:
            soort = norm(rij.tekst("rijsoort"))
            try:
                if soort not in RIJSOORTEN:
                    advies = (
                        bedoelt_u(soort, list(RIJSOORTEN)) or f"Kies uit: {', '.join(RIJSOORTEN)}."
                    )
                    raise CelFout(rij.fout("rijsoort", "Deze rijsoort is niet bekend.", advies))
                getattr(self, f"_{soort}")(rij)
            except CelFout as fout:
                self.b.controle.fouten.append(fout.fout)
        self.regels.schrijf()
        self._meld_wat_blijft()

    def _uitgave(self, rij: Rij) -> None:
        self.uitgave = self.hoofdstuk = self.blok = None
        try:
            code = lees_periode(rij.tekst("periode")).code
        except NotatieFout as fout:
            raise CelFout(rij.fout("periode", fout.melding)) from fout
        self._een_keer(rij, "periode", code)
        periode = periode_voor(code)
        uitgave = Uitgave.objects.filter(gemeente=self.gemeente, periode=periode).first()
        uitgave = uitgave or Uitgave(
            gemeente=self.gemeente, periode=periode, openbaarheid=self.gemeente.openbaarheid
        )
        if uitgave.stand == UitgaveStand.INGETROKKEN:
            melding = "Deze uitgave is ingetrokken en verandert niet meer."
            raise CelFout(rij.fout("periode", melding, "Maak een nieuwe uitgave."))
        if uitgave.reden_vast:
            raise CelFout(rij.fout("periode", *uitgave.reden_vast.split(". ", 1)))
        velden = self._velden_van_uitgave(rij, uitgave)
        wat = f"Uitgave {code}"
        self._kopie = uitgave.pk is not None and uitgave.tekstcontroles.exists()
        if self._bewaar(rij, uitgave, velden, wat):
            self.uitgave = uitgave

    def _velden_van_uitgave(self, rij: Rij, uitgave: Uitgave) -> dict[str, Any]:
        velden = self._teksten(rij, _UITGAVE)
        if rij.tekst("titel") or uitgave.pk is None:
            velden["titel"] = rij.tekst("titel")
        dag = lees_dag(rij, "peildatum")
        if dag or uitgave.pk is None:
            velden["peildatum"] = dag or uitgave.periode.eind
        for kolom in ("college_op", "raad_op"):
            if self.b.heeft(kolom):
                velden[kolom] = lees_dag(rij, kolom)
        if self.b.heeft("embargo_tot"):
            velden["embargo_tot"] = lees_moment(rij, "embargo_tot")
        if self.b.heeft("vorige"):
            velden["vorige"] = self._vorige(rij, uitgave)
        if rij.tekst("financiele_basis"):
            velden["financiele_basis"] = lees_keus(rij, "financiele_basis", Basis)
        if rij.tekst("openbaarheid"):
            velden["openbaarheid"] = lees_keus(rij, "openbaarheid", Openbaarheid)
        return velden

    def _vorige(self, rij: Rij, uitgave: Uitgave) -> Uitgave | None:
        tekst = rij.tekst("vorige")
        if not tekst:
            return None
        try:
            code = lees_periode(tekst).code
        except NotatieFout as fout:
            raise CelFout(rij.fout("vorige", fout.melding)) from fout
        andere = Uitgave.objects.filter(gemeente=self.gemeente).exclude(pk=uitgave.pk)
        if gevonden := andere.filter(periode__code=code).first():
            return gevonden
        bekend = list(andere.values_list("periode__code", flat=True))
        advies = bedoelt_u(code, bekend) or "Lees eerst die uitgave in, of maak de cel leeg."
        raise CelFout(rij.fout("vorige", "Deze eerdere uitgave is er niet.", advies))

    def _hoofdstuk(self, rij: Rij) -> None:
        self.hoofdstuk = self.blok = None
        uitgave = self._nodig(rij, self.uitgave, "uitgave")
        code = self._code(rij, "hoofdstuk", uitgave.pk)
        hoofdstuk = Hoofdstuk.objects.filter(uitgave=uitgave, code=code).first()
        hoofdstuk = hoofdstuk or Hoofdstuk(uitgave=uitgave, code=code)
        velden = self._teksten(rij, _HOOFDSTUK) | {"volgorde": self._volgende(uitgave)}
        if rij.tekst("titel") or hoofdstuk.pk is None:
            velden["titel"] = rij.tekst("titel")
        if self.b.heeft("domein"):
            velden["domein"] = self._domein(rij)
        if self._bewaar(rij, hoofdstuk, velden, f"Hoofdstuk ‘{code}’"):
            self.hoofdstuk = hoofdstuk

    def _blok(self, rij: Rij) -> None:
        self.blok = None
        hoofdstuk = self._nodig(rij, self.hoofdstuk, "hoofdstuk")
        code = self._code(rij, "blok", hoofdstuk.pk)
        blok = Blok.objects.filter(hoofdstuk=hoofdstuk, code=code).first()
        blok = blok or Blok(hoofdstuk=hoofdstuk, code=code)
        velden = self._teksten(rij, _BLOK) | {"volgorde": self._volgende(hoofdstuk)}
        velden["soort"] = lees_keus(rij, "soort", BlokSoort)
        velden["vorm"] = lees_keus(rij, "vorm", GrafiekVorm) if rij.tekst("vorm") else ""
        if self.b.heeft("perioden"):
            velden["perioden"] = self._perioden(rij)
        if self._bewaar(rij, blok, velden, f"Blok ‘{hoofdstuk.code}/{code}’"):
            self.blok = blok
            self.regels.begin(rij, blok)

    def _regel(self, rij: Rij) -> None:
        self.regels.lees(rij, self._nodig(rij, self.blok, "blok"))

    def _bewaar(self, rij: Rij, obj: Any, velden: dict[str, Any], wat: str) -> bool:
        bewaard = self.b.bewaar(rij, obj, velden, wat=wat)
        gepubliceerd = self.uitgave and self.uitgave.stand != UitgaveStand.CONCEPT
        if bewaard and gepubliceerd and self.b.controle.verschillen[-1].oud:
            self.b.controle.vraagt_reden = True
        if bewaard and self._kopie:
            geschreven = Tekstcontrole.objects.bij(obj).filter(veld__in=velden)
            geschreven.filter(bevestigd_op__isnull=True).update(bevestigd_op=timezone.now())
        return bewaard

    def _teksten(self, rij: Rij, kolommen: tuple[str, ...]) -> dict[str, Any]:
        return {kolom: rij.tekst(kolom) for kolom in kolommen if self.b.heeft(kolom)}

    def _domein(self, rij: Rij) -> Domein | None:
        tekst = rij.tekst("domein")
        if not tekst or tekst in self.domeinen:
            return self.domeinen.get(tekst)
        advies = bedoelt_u(tekst, self.domeinen) or "Voeg het domein toe bij Indicatoren."
        raise CelFout(rij.fout("domein", "Dit domein is niet bekend.", advies))

    def _perioden(self, rij: Rij) -> str:
        tekst = rij.tekst("perioden")
        try:
            lees_keuze(tekst)
        except NotatieFout as fout:
            raise CelFout(rij.fout("perioden", fout.melding)) from fout
        return tekst

    def _code(self, rij: Rij, soort: str, eigenaar: object) -> str:
        code = rij.tekst("code")
        if not code:
            raise CelFout(rij.fout("code", "Deze cel is leeg.", "Vul een code in."))
        self._een_keer(rij, "code", soort, eigenaar, code)
        return code

    def _een_keer(self, rij: Rij, kolom: str, *plek: object) -> None:
        if (eerder := self._gezien.setdefault(plek, rij.nummer)) != rij.nummer:
            melding = f"Dit staat ook in rij {eerder}."
            raise CelFout(rij.fout(kolom, melding, "Laat één van de twee rijen staan."))

    def _volgende(self, eigenaar: Any) -> int:
        """Place on the page: the order of the rows."""
        self._plek[eigenaar] = self._plek.get(eigenaar, 0) + 1
        return self._plek[eigenaar]

    def _nodig(self, rij: Rij, eigenaar: Any, soort: str) -> Any:
        if eigenaar is None:
            melding = f"Boven deze rij staat geen goede rij met rijsoort ‘{soort}’."
            raise CelFout(rij.fout("rijsoort", melding, "Herstel eerst de rij erboven."))
        return eigenaar

    def _meld_wat_blijft(self) -> None:
        uitgaven = [u.pk for u in self._plek if isinstance(u, Uitgave)]
        hoofdstukken = [h.pk for h in self._plek if isinstance(h, Hoofdstuk)]
        blijft = [
            h.code
            for h in Hoofdstuk.objects.filter(uitgave__in=uitgaven)
            if ("hoofdstuk", h.uitgave_id, h.code) not in self._gezien
        ]
        blijft += [
            b.code
            for b in Blok.objects.filter(hoofdstuk__in=hoofdstukken)
            if ("blok", b.hoofdstuk_id, b.code) not in self._gezien
        ]
        if blijft:
            namen = ", ".join(f"‘{code}’" for code in blijft[:10])
            self.b.controle.opmerkingen.append(f"Niet in het bestand, en blijft staan: {namen}.")


SOORT = UitgaveSoort()
