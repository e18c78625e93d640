"""Builders for tests of the grid: an edition that expects a few figures."""

from decimal import Decimal

from django.utils import timezone

from monitor.invoer.perioden import periode_voor
from monitor.invoer.rooster import rijen_voor
from monitor.invoer.rooster_lezen import Invoer
from monitor.invoer.toepassen import leg_vast
from monitor.models import Publicatie, Uitgave
from monitor.models.enums import BlokSoort, Frequentie, Rol
from monitor.regels.getallen import Getal
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_reeks,
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


def make_overgenomen_prognose() -> Uitgave:
    """An edition that expects a forecast, and the previous one that was published with it."""
    gemeente = make_gemeente()
    lasten = make_indicator(gemeente, "lasten", naam="Lasten", eenheid="euro", telt="euro")
    vorige = make_uitgave(gemeente, "2026-K2")
    leg_vast(
        make_reeks(lasten, "prognose"), periode_voor("2026"), Getal(waarde=Decimal(100)), by=None
    )
    Publicatie.objects.create(
        uitgave=vorige,
        versie=1,
        schema_versie=1,
        inhoud="{}",
        sha256="x",
        openbaar_vanaf=timezone.now(),
    )
    uitgave = make_uitgave(gemeente, "2026-K3", vorige=vorige)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.FINANCIEEL, lasten)
    return uitgave


def invoerder(uitgave: Uitgave, **velden):
    return make_user(uitgave.gemeente, Rol.INVOERDER, **velden)


def rij(uitgave: Uitgave, code: str = "clienten"):
    return next(r for r in rijen_voor(uitgave) if r.indicator.code == code)


def typ(waarde: str, *, status: str = "definitief", voetnoot: str = "", versie: int = 0) -> Invoer:
    return Invoer(waarde, status, voetnoot, versie)
