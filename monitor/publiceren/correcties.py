"""What an earlier publication showed otherwise: corrections of this edition, revisions of a figure.

The newest snapshot of this edition and that of the previous edition hold what came before them, so
two snapshots are enough to tell the whole story.
"""

from datetime import date
from typing import Any

from monitor.publiceren.afschermen import drempel_van
from monitor.publiceren.cijfers import getal_van
from monitor.publiceren.gegevens import Bron, Cijfer, ReeksId
from monitor.publiceren.schema import Correctie, Revisie
from monitor.regels.afscherming import is_klein

Getoond = dict[str, dict[str, Any]]  # str(series) + "@" + period -> cell


class Correcties:
    """`notitie` and `op` go with figures that differ from the newest version for the first time."""

    def __init__(self, bron: Bron, *, notitie: str, op: date) -> None:
        self.bron = bron
        self.notitie = notitie
        self.op = op
        self._hier = self._cellen(bron.eerdere)
        self._vorige = self._cellen(bron.vorige)

    def _cellen(self, inhoud: dict[str, Any] | None) -> Getoond:
        """The cells that were shown, hidden again where they would be hidden now."""
        drempel = self.bron.uitgave.gemeente.drempel
        return {
            f"{reeks['id']}@{cel['periode']}": _verborgen_als_nu(
                cel, drempel_van(nu, drempel) if nu else None
            )
            for code, indicator in (inhoud or {}).get("indicatoren", {}).items()
            for nu in [self.bron.indicatoren.get(code)]
            for reeks in indicator["reeksen"]
            for cel in reeks["cellen"]
        }

    def van(self, nu: Cijfer) -> Correctie | None:
        """What an earlier version of this edition had in the place of this figure."""
        was = self._hier.get(_plaats(nu))
        if was is None:
            return None
        if was["tekst"] == nu.tekst:
            return was["gecorrigeerd"]
        return {"oud_tekst": was["tekst"], "op": self.op.isoformat(), "notitie": self.notitie}

    def van_vorige(self, oud: Cijfer) -> Correctie | None:
        """What the previous edition first had, when it corrected this figure itself."""
        was = self._vorige.get(_plaats(oud))
        return was["gecorrigeerd"] if was else None

    def revisies(
        self, code: str, cijfers: list[Cijfer], labels: dict[ReeksId, str]
    ) -> list[Revisie]:
        """Every figure of the indicator that some earlier publication showed otherwise, newest first."""
        oude: dict[tuple[str, ...], Revisie] = {}
        namen = {str(c.reeks) for c in cijfers}
        for inhoud in (self.bron.vorige, self.bron.eerdere):
            for r in (inhoud or {}).get("indicatoren", {}).get(code, {}).get("revisies", []):
                if r["reeks"] in namen:
                    oude[_kenmerk(r)] = r
        nieuw = [r for c in cijfers if (r := self._revisie(c, labels[c.reeks]))]
        oude |= {_kenmerk(r): r for r in nieuw if _kenmerk(r) not in oude}
        return sorted(oude.values(), key=lambda r: (r["op"], r["periode_tekst"]), reverse=True)

    def _revisie(self, nu: Cijfer, label: str) -> Revisie | None:
        for inhoud, getoond in ((self.bron.eerdere, self._hier), (self.bron.vorige, self._vorige)):
            was = getoond.get(_plaats(nu))
            if inhoud is not None and was is not None:
                return self._maak(nu, label, was, inhoud) if was["tekst"] != nu.tekst else None
        return None

    def _maak(
        self, nu: Cijfer, label: str, was: dict[str, Any], inhoud: dict[str, Any]
    ) -> Revisie | None:
        if was["toestand"] == "nog_niet_bekend":
            return None  # it came as promised
        return {
            "reeks": str(nu.reeks),
            "label": label,
            "periode_tekst": nu.tijdvak.tekst,
            "oud_tekst": was["tekst"],
            "nieuw_tekst": nu.tekst,
            "eerder_in": inhoud["uitgave"]["titel"],
            "op": self.op.isoformat(),
            "reden": self.notitie,
        }

    def alle(self, cijfers: list[Cijfer], labels: dict[ReeksId, str]) -> list[Revisie]:
        """The corrections of this edition: those its earlier versions had, and the new ones."""
        eerder = list((self.bron.eerdere or {}).get("correcties", []))
        nieuw = []
        for c in cijfers:
            was = self._hier.get(_plaats(c))
            if was is not None and was["tekst"] != c.tekst and self.bron.eerdere:
                gemaakt = self._maak(c, labels[c.reeks], was, self.bron.eerdere)
                nieuw += [gemaakt] if gemaakt else []
        return nieuw + eerder


def _verborgen_als_nu(cel: dict[str, Any], drempel: int | None) -> dict[str, Any]:
    if drempel and is_klein(getal_van(cel), drempel):
        return cel | {"waarde": None, "tekst": f"<{drempel}", "toestand": "onderdrukt"}
    return cel


def _plaats(c: Cijfer) -> str:
    return f"{c.reeks}@{c.tijdvak.code}"


def _kenmerk(r: Revisie) -> tuple[str, ...]:
    return (r["reeks"], r["periode_tekst"], r["oud_tekst"], r["nieuw_tekst"])
