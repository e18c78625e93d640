"""Builders for the tests of publishing."""

from monitor.models import Blokregel, Categorie, Dimensie
from monitor.models.enums import (
    BlokSoort,
    Telt,
)
from monitor.publiceren.samenstellen import compose
from tests.make import (
    make_blok,
    make_indicator,
    make_waarneming,
)


def make_dimensie(gemeente, code, *categorieen):
    dimensie = Dimensie.objects.create(gemeente=gemeente, code=code, naam=code.title())
    for i, naam in enumerate(categorieen):
        Categorie.objects.create(dimensie=dimensie, code=naam, naam=naam.upper(), volgorde=i)
    return dimensie


def inhoud_van(uitgave, i=0):
    return compose(uitgave)["hoofdstukken"][0]["blokken"][i]["inhoud"]


def tegel(uitgave, i=0):
    return inhoud_van(uitgave)["tegels"][i]


def make_per_dimensie(gemeente, hoofdstuk, soort=BlokSoort.TABEL, optelbaar=True, **velden):
    dimensie = make_dimensie(gemeente, "vorm", "zin", "pgb")
    clienten = make_indicator(gemeente, is_optelbaar=optelbaar)
    for sleutel, waarde in (("", 130), ("vorm=zin", 100), ("vorm=pgb", 40)):
        make_waarneming(clienten, "2021-04", waarde, sleutel=sleutel)
    blok = make_blok(hoofdstuk, soort, **velden)
    Blokregel.objects.create(blok=blok, indicator=clienten, per_dimensie=dimensie)
    return clienten


def make_delen(gemeente, waarden, periode="2021-04", **velden):
    """An additive breakdown in persons: `waarden` by category, and their sum as the total."""
    dimensie, _ = Dimensie.objects.get_or_create(gemeente=gemeente, code="deel", naam="Deel")
    standaard = {"telt": Telt.PERSONEN, "is_optelbaar": True}
    indicator = make_indicator(gemeente, velden.pop("code", "mensen"), **(standaard | velden))
    for code in waarden:
        Categorie.objects.get_or_create(dimensie=dimensie, code=code, naam=code.upper())
        make_waarneming(indicator, periode, waarden[code], sleutel=f"deel={code}")
    make_waarneming(indicator, periode, sum(waarden.values()))
    return indicator, dimensie


def toon(hoofdstuk, indicator, dimensie=None, soort=BlokSoort.TABEL, **velden):
    blok = make_blok(hoofdstuk, soort, **velden)
    Blokregel.objects.create(blok=blok, indicator=indicator, per_dimensie=dimensie)
    return blok


def cellen(uitgave, code="mensen"):
    """Breakdown -> text, of the newest period."""
    reeksen = compose(uitgave)["indicatoren"][code]["reeksen"]
    return {r["label"]: r["cellen"][-1]["tekst"] for r in reeksen}
