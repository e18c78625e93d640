"""Files whose rows are of several kinds (`rijsoort`): definitions, editions, programmes.

Checking is applying and rolling back, so that a preview and its confirmation can not differ.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from monitor.invoer.controle import (
    GEWIJZIGD,
    NIEUW,
    ONGEWIJZIGD,
    Controle,
    Verschil,
    maak_vingerafdruk,
)
from monitor.invoer.fouten import Fout
from monitor.invoer.soorten import Soort
from monitor.invoer.tabel import Rij, Tabel
from monitor.invoer.voortgang import BLOK, Voortgang
from monitor.models import Aanlevering, Gemeente

MAX_RIJEN = 5_000  # these rows are written one by one


class Bewerking:
    """One run over the rows: writes what is new or changed, and keeps count of what was wrong."""

    def __init__(
        self, gemeente: Gemeente, tabel: Tabel, voortgang: Voortgang | None = None
    ) -> None:
        self.gemeente, self.tabel, self.voortgang = gemeente, tabel, voortgang
        self.controle = Controle(rijen=len(tabel.rijen), fouten=list(tabel.fouten), plan=tabel)

    def fout(self, rij: Rij, kolom: str, melding: str, advies: str = "") -> None:
        self.controle.fouten.append(rij.fout(kolom, melding, advies))

    def heeft(self, kolom: str) -> bool:
        return kolom in self.tabel.kolommen

    def bewaar(
        self,
        rij: Rij,
        obj: models.Model,
        velden: Mapping[str, Any],
        *,
        wat: str,
        kolommen: Mapping[str, str] | None = None,
    ) -> bool:
        """Set the fields of a new or known object; save only when something differs.

        `wat` names it in the preview, `kolommen` maps a field to the column it came from. What the
        model refuses becomes an error at the row; then the answer is False.
        """
        is_nieuw = obj.pk is None
        anders = {n: w for n, w in velden.items() if is_nieuw or getattr(obj, n) != w}
        oud = {naam: getattr(obj, naam, None) for naam in anders} if not is_nieuw else {}
        for naam, waarde in anders.items():
            setattr(obj, naam, waarde)
        if anders:
            try:
                obj.full_clean()
            except ValidationError as fout:
                self._weiger(rij, fout, kolommen or {})
                return False
            obj.save()
        uitkomst = NIEUW if is_nieuw else GEWIJZIGD if anders else ONGEWIJZIGD
        self.noteer(rij, wat, uitkomst, oud, anders if not is_nieuw else {})
        return True

    def noteer(
        self,
        rij: Rij,
        wat: str,
        uitkomst: str,
        oud: Mapping[str, Any] | None = None,
        nieuw: Mapping[str, Any] | None = None,
    ) -> None:
        self.controle.tellingen[uitkomst] += 1
        if self.voortgang is not None and (klaar := self.controle.tellingen.total()) % BLOK == 0:
            self.voortgang(min(klaar, self.controle.rijen), self.controle.rijen)
        teksten = (_in_woorden(oud or {}), _in_woorden(nieuw or {}))
        self.controle.verschillen.append(Verschil(rij.nummer, wat, uitkomst, *teksten))

    def _weiger(self, rij: Rij, fout: ValidationError, kolommen: Mapping[str, str]) -> None:
        if not hasattr(fout, "error_dict"):
            self.fout(rij, "", _zinnen(fout.messages))
            return
        for veld, meldingen in fout.message_dict.items():
            kolom = "" if veld == "__all__" else kolommen.get(veld, veld)
            self.fout(rij, kolom, _zinnen(meldingen))


class RijsoortenSoort(Soort):
    """A kind that writes row by row. Subclasses fill in `verwerk`."""

    @abstractmethod
    def verwerk(self, bewerking: Bewerking) -> None:
        """Write all rows; errors go to `bewerking.fout`."""

    def controleer(self, tabel: Tabel, gemeente: Gemeente) -> Controle:
        if len(tabel.rijen) > MAX_RIJEN:
            melding = f"Een bestand van deze soort heeft hooguit {MAX_RIJEN} rijen."
            return Controle(rijen=len(tabel.rijen), fouten=[Fout(melding, "Knip het in delen.")])
        with transaction.atomic():
            controle = self._voer_uit(tabel, gemeente)
            transaction.set_rollback(True)
        return controle

    def pas_toe(
        self,
        controle: Controle,
        gemeente: Gemeente,
        *,
        aanlevering: Aanlevering,
        by: object,
        reden: str,
        voortgang: Voortgang | None = None,
    ) -> Controle:
        return self._voer_uit(controle.plan, gemeente, voortgang)

    def _voer_uit(
        self, tabel: Tabel, gemeente: Gemeente, voortgang: Voortgang | None = None
    ) -> Controle:
        bewerking = Bewerking(gemeente, tabel, voortgang)
        for rij in tabel.rijen:
            if fout := fout_in_gemeente(rij, gemeente):
                bewerking.controle.fouten.append(fout)
        self.verwerk(bewerking)
        anders = [v for v in bewerking.controle.verschillen if v.uitkomst != ONGEWIJZIGD]
        bewerking.controle.vingerafdruk = maak_vingerafdruk(anders)
        return bewerking.controle


def fout_in_gemeente(rij: Rij, gemeente: Gemeente) -> Fout | None:
    """The row names another gemeente than the one that is delivered for."""
    tekst = rij.tekst("gemeente")
    namen = {gemeente.slug.casefold(), gemeente.naam.casefold(), gemeente.cbs_code.casefold()}
    if not tekst or tekst.casefold() in namen:
        return None
    return rij.fout(
        "gemeente",
        f"Deze levering is voor ‘{gemeente.slug}’.",
        "Verwijder de rij, of lever het bestand voor de andere gemeente aan.",
    )


def _zinnen(meldingen: list[str]) -> str:
    return " ".join(m if m.endswith((".", "?")) else f"{m}." for m in meldingen)


def _in_woorden(velden: Mapping[str, Any]) -> str:
    delen = (f"{naam}: {_kort(waarde)}" for naam, waarde in velden.items())
    return "; ".join(delen)


def _kort(waarde: Any) -> str:
    tekst = "(leeg)" if waarde is None or waarde == "" else str(waarde)
    tekst = {"True": "ja", "False": "nee"}.get(tekst, tekst)
    return tekst if len(tekst) <= 80 else f"{tekst[:79]}…"
