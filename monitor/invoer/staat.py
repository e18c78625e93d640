"""The whole state of one figure as a plain value: what is compared, written and remembered."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple, Self

from monitor.invoer.memo import per_object
from monitor.models import Waarneming
from monitor.models.enums import Aard, WaarnemingStatus
from monitor.regels.getallen import DECIMALEN, Getal
from monitor.regels.tonen import toon


class Staat(NamedTuple):
    """Equal states are the same figure: nothing is written for them."""

    aard: str
    waarde: Decimal | None = None
    onder: Decimal | None = None
    boven: Decimal | None = None
    benadering: str = ""
    status: str = WaarnemingStatus.DEFINITIEF.value
    voetnoot: str = ""
    beloofd_voor: str = ""
    brondatum: date | None = None

    @classmethod
    def van_getal(cls, getal: Getal, **rest: Any) -> Self:
        return cls(
            str(getal.aard), getal.waarde, getal.onder, getal.boven, str(getal.benadering), **rest
        )

    @classmethod
    def van(cls, waarneming: Waarneming) -> Self:
        return cls(**{naam: getattr(waarneming, naam) for naam in VELDEN})

    @classmethod
    def van_json(cls, bewaard: dict[str, Any]) -> Self:
        """The inverse of `als_json`."""
        velden = {naam: waarde for naam, waarde in bewaard.items() if naam in VELDEN}
        for naam in {"waarde", "onder", "boven"} & velden.keys():
            velden[naam] = Decimal(velden[naam])
        if "brondatum" in velden:
            velden["brondatum"] = date.fromisoformat(velden["brondatum"])
        return cls(**velden)

    @property
    def getal(self) -> Getal:
        return Getal(self.aard, self.waarde, self.onder, self.boven, self.benadering)

    def velden(self) -> dict[str, Any]:
        return {naam: getattr(self, naam) for naam in VELDEN}

    def als_json(self) -> dict[str, str]:
        """Small JSON: what is empty or usual is left out, decimals in plain notation."""
        gevuld = {n: v for n, v in self.velden().items() if v is not None and v != USUAL.get(n)}
        return {"aard": self.aard} | {naam: plain(v) for naam, v in gevuld.items()}

    def als_tekst(self) -> str:
        """The text of `als_json`, as the history keeps it. Most figures are a plain number."""
        if self.is_gewoon:
            return f'{{"aard": "getal", "waarde": "{plain(self.waarde)}"}}'
        return json.dumps(self.als_json())

    @property
    def is_gewoon(self) -> bool:
        """A number about which there is nothing more to say."""
        return self.aard == Aard.GETAL and self[BENADERING:] == GEWOON

    def met_oude(self, oud: Staat | None, open_velden: frozenset[str]) -> Staat:
        """Keep of the old figure what the delivery says nothing about.

        A promise ends when the figure is there, so it is not kept beside a known one.
        """
        if oud is None or not open_velden:
            return self
        houden = {naam: getattr(oud, naam) for naam in open_velden}
        if self.aard != Aard.NOG_NIET_BEKEND:
            houden.pop("beloofd_voor", None)
        return self._replace(**houden)

    def tekst(self, *, eenheid: str, decimalen: int = 0) -> str:
        """As staff see it: the figure, and what is unusual about it."""
        return " · ".join(self._delen(eenheid, decimalen))

    def naast(self, ander: Staat | None, *, eenheid: str, decimalen: int = 0) -> str:
        """As staff see it in a difference: the figure, and what the other one does not have."""
        eerste, *rest = self._delen(eenheid, decimalen)
        bekend = ander._delen(eenheid, decimalen)[1:] if ander else []
        return " · ".join([eerste, *(deel for deel in rest if deel not in bekend)])

    def _delen(self, eenheid: str, decimalen: int) -> list[str]:
        delen = [toon(self.getal, eenheid=eenheid, decimalen=decimalen)]
        if self.status != WaarnemingStatus.DEFINITIEF:
            delen.append(self.status)
        if self.beloofd_voor:
            delen.append(f"beloofd voor {self.beloofd_voor}")
        if self.voetnoot:
            delen.append(f"noot: {self.voetnoot}")
        if self.brondatum:
            delen.append(f"bron van {self.brondatum:%d-%m-%Y}")
        return delen


VELDEN = Staat._fields
USUAL = Staat._field_defaults
BENADERING = VELDEN.index("benadering")
GEWOON = tuple(USUAL[naam] for naam in VELDEN[BENADERING:])


def kolommen_van(staten: Sequence[Staat]) -> dict[str, list[Any]]:
    """The columns of these states, as the database takes them."""
    kolommen = {naam: list(map(attrgetter(naam), staten)) for naam in VELDEN}
    for naam in ("waarde", "onder", "boven"):
        kolommen[naam] = per_object(_decimaal, kolommen[naam])
    kolommen["brondatum"] = per_object(_dag, kolommen["brondatum"])
    return kolommen


def _decimaal(getal: Decimal | None) -> str | None:
    return None if getal is None else f"{getal:.{DECIMALEN}f}"


def _dag(dag: date | None) -> str | None:
    return None if dag is None else dag.isoformat()


def plain(waarde: Any) -> str:
    if isinstance(waarde, Decimal):
        tekst = str(waarde)
        if "E" in tekst:
            return f"{waarde.normalize():f}"
        return tekst.rstrip("0").rstrip(".") if "." in tekst else tekst
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)
