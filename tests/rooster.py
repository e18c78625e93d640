"""Builders for tests of the grid: an edition that expects a few figures."""

from monitor.invoer.rooster import rijen_voor
from monitor.invoer.rooster_lezen import Invoer
from monitor.models import Uitgave
from monitor.models.enums import BlokSoort, Frequentie, Rol
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
)


def make_rooster(*codes: str, slug: str = "demodam", **velden) -> Uitgave:
    """An edition over the third quarter of 2026 with a tile for each code."""
    gemeente = make_gemeente(slug)
    vorige = make_uitgave(gemeente, "2026-K2")
    uitgave = make_uitgave(gemeente, "2026-K3", vorige=vorige)
    indicatoren = [
        make_indicator(gemeente, code, frequentie=Frequentie.MAAND, eigenaar="Team Jeugd", **velden)
        for code in codes or ("clienten",)
    ]
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, *indicatoren)
    return uitgave


def invoerder(uitgave: Uitgave, **velden):
    return make_user(uitgave.gemeente, Rol.INVOERDER, **velden)


def rij(uitgave: Uitgave, code: str = "clienten"):
    return next(r for r in rijen_voor(uitgave) if r.indicator.code == code)


def typ(waarde: str, *, status: str = "definitief", voetnoot: str = "", versie: int = 0) -> Invoer:
    return Invoer(waarde, status, voetnoot, versie)
