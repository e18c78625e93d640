"""The kinds of files. `programma` registers its own here; `monitor` does not know it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from importlib import import_module

from monitor.invoer.blok import Ruw
from monitor.invoer.controle import Controle
from monitor.invoer.tabel import Kolom, Tabel
from monitor.invoer.voortgang import Voortgang
from monitor.models import Aanlevering, Gemeente


class Soort(ABC):
    """One kind of file: its columns, how it is checked and how it is applied."""

    code: str  # also the name of the sheet and of the command's argument
    naam: str
    recht: str  # who may import it, as in `monitor.rechten`
    heeft_sjabloon = True
    is_herbruikbaar = False  # a reading holds until the register changes: `naast` then suffices

    def bij(self, aanlevering: Aanlevering) -> Soort:
        """This kind for a delivery that was kept; most kinds need to know nothing of it."""
        return self

    def zonder_kop(self, ruw: Ruw) -> Ruw:
        """The sheet from the names of its columns on; most kinds have nothing above them."""
        return ruw

    @abstractmethod
    def kolommen(self, gemeente: Gemeente | None) -> list[Kolom]:
        """The columns that a file may have; without a gemeente the ones that all have."""

    @abstractmethod
    def voorbeelden(self, gemeente: Gemeente | None) -> list[dict[str, str]]:
        """Example rows for the template."""

    @abstractmethod
    def controleer(self, tabel: Tabel, gemeente: Gemeente) -> Controle:
        """Every error and difference at once; nothing stays written."""

    def naast(self, controle: Controle, gemeente: Gemeente) -> Controle:
        """Put the plan of a reading beside what is known now; for kinds that can be used again."""
        raise NotImplementedError

    @abstractmethod
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
        """Write what `controleer` found, in the transaction of the caller.

        `voortgang` is told how many rows are done; what it raises ends the work. The answer holds
        errors when something came in between; then the caller rolls back.
        """


_soorten: dict[str, Soort] = {}
_EIGEN = ("indicatoren", "waarnemingen", "rondgang", "uitgave")


def register_soort(soort: Soort) -> None:
    """Make a kind known. Another app calls this once, from its AppConfig's `ready`."""
    _soorten[soort.code] = soort


def get_soort(code: str) -> Soort | None:
    return soorten().get(code)


def soorten() -> dict[str, Soort]:
    """All kinds by code; our own first."""
    eigen = [import_module(f"monitor.invoer.{naam}").SOORT for naam in _EIGEN]
    return {soort.code: soort for soort in eigen} | _soorten
