"""Every built-in rule finds its own fault through a delivery, and nothing when it is switched off."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from django.core.exceptions import ValidationError

from monitor.invoer.perioden import periode_voor
from monitor.invoer.rooster import rijen_voor
from monitor.invoer.toepassen import leg_vast
from monitor.models import Categorie, Controleregel, Dimensie, Twijfel
from monitor.models.enums import IngebouwdeRegel
from monitor.regels.getallen import Getal
from monitor.regels.twijfel import INGEBOUWD
from tests.make import make_gemeente, make_indicator, make_reeks
from tests.rooster import make_rooster

pytestmark = pytest.mark.django_db
MAANDEN = [f"{jaar}-{m:02}" for jaar in range(2018, 2021) for m in range(1, 13)]
NU = "2021-01"
RUSTIG = [740 + i % 3 for i in range(36)]
PIEK = [w * 1000 for _ in range(3) for w in (180, 105, 98, 102, 99, 103, 60, 55, 101, 104, 100, 97)]
PERSONEN = {"telt": "personen"}
GELD = {"eenheid": "euro", "telt": "euro"}

# rule: (indicator, kind, history, what is delivered by breakdown)
GEVALLEN = {
    "teken": (PERSONEN, "realisatie", [], {"": -5}),
    "bereik": ({"eenheid": "cijfer", "telt": "overig"}, "realisatie", [], {"": 78}),
    "decimalen": (PERSONEN, "realisatie", [], {"": "748.5"}),
    "eenheid": (GELD, "realisatie", [w * 1000 for w in RUSTIG], {"": 741}),
    "sprong": (PERSONEN, "realisatie", RUSTIG[:10], {"": 1400}),
    "seizoen": (GELD, "realisatie", PIEK, {"": 100_000}),
    "tekst": (PERSONEN, "realisatie", RUSTIG, {"": None}),
    "delen": (PERSONEN | {"is_optelbaar": True}, "realisatie", [], {"": 100, "vorm=zin": 60, "vorm=pgb": 30}),
    "begroting": (GELD | {"is_optelbaar": True}, "begroting_primitief", [], {"": 100, "vorm=zin": 60, "vorm=pgb": 30}),
    "deel_boven": (PERSONEN, "realisatie", [], {"": 100, "vorm=zin": 120}),
    "deel_is_al": (PERSONEN, "realisatie", [], {"": 100, "vorm=zin": 100, "vorm=pgb": 30}),
    "honderd": (
        {"eenheid": "percentage", "telt": "overig", "is_optelbaar": True},
        "realisatie", [], {"vorm=zin": 60, "vorm=pgb": 30}),
}  # fmt: skip


def zet(indicator, periode, waarde, *, soort="realisatie", sleutel=""):
    getal = Getal("niet_gemeten") if waarde is None else Getal("getal", D(waarde))
    leg_vast(make_reeks(indicator, soort, sleutel), periode_voor(periode), getal, by=None)


def lever(gemeente, regel):
    velden, soort, verleden, nu = GEVALLEN[regel]
    indicator = make_indicator(gemeente, **velden)
    for periode, waarde in zip(MAANDEN[-len(verleden) :], verleden, strict=False):
        zet(indicator, periode, waarde, soort=soort)
    for sleutel, waarde in nu.items():
        zet(indicator, NU, waarde, soort=soort, sleutel=sleutel)


def gevonden(**keuze):
    return set(
        Twijfel.objects.filter(periode__code=NU, stand="open", **keuze).values_list(
            "regel", flat=True
        )
    )


@pytest.fixture
def gemeente():
    gemeente = make_gemeente()
    vorm = Dimensie.objects.create(gemeente=gemeente, code="vorm", naam="Vorm")
    wijk = Dimensie.objects.create(gemeente=gemeente, code="wijk", naam="Wijk")
    for dimensie, codes in ((vorm, ("zin", "pgb")), (wijk, ("noord", "zuid"))):
        for code in codes:
            Categorie.objects.create(dimensie=dimensie, code=code, naam=code.title())
    return gemeente


def test_every_built_in_rule_is_walked():
    assert set(GEVALLEN) == set(INGEBOUWD) == set(IngebouwdeRegel.values)


@pytest.mark.parametrize("regel", GEVALLEN)
def test_a_rule_finds_its_own_fault(gemeente, regel):
    lever(gemeente, regel)
    assert gevonden() == {regel}
    twijfel = Twijfel.objects.filter(stand="open", periode__code=NU).get()
    assert twijfel.som.endswith(".") and twijfel.advies


@pytest.mark.parametrize("regel", GEVALLEN)
def test_a_rule_that_is_off_finds_nothing(gemeente, regel):
    Controleregel.objects.create(gemeente=gemeente, naam="Uit", ingebouwd=regel, is_aan=False)
    lever(gemeente, regel)
    assert regel not in gevonden()


@pytest.mark.parametrize("regel", [r for r, s in INGEBOUWD.items() if s.ernst == "twijfel"])
def test_severity_is_that_of_the_gemeente(gemeente, regel):
    Controleregel.objects.create(gemeente=gemeente, naam="Streng", ingebouwd=regel, ernst="fout")
    lever(gemeente, regel)
    assert gevonden(ernst="fout") == {regel}


def test_what_misses_while_it_is_expected_is_open_until_it_is_there():
    uitgave = make_rooster("clienten")
    [rij] = [r for r in rijen_voor(uitgave) if r.is_open]
    zet(rij.indicator, rij.periode.code, 5)
    assert [r for r in rijen_voor(uitgave) if r.is_open] == []


# -- crossed breakdowns ----------------------------------------------------------------------------


def test_a_crossed_breakdown_is_added_up_against_both_margins(gemeente):
    indicator = make_indicator(gemeente, **PERSONEN, is_optelbaar=True)
    for sleutel, waarde in {
        "": 100, "vorm=pgb": 40, "vorm=zin": 60, "wijk=noord": 50, "wijk=zuid": 50,
        "vorm=pgb;wijk=noord": 15, "vorm=pgb;wijk=zuid": 25,
        "vorm=zin;wijk=noord": 35, "vorm=zin;wijk=zuid": 20,
    }.items():  # fmt: skip
        zet(indicator, NU, waarde, sleutel=sleutel)
    open_ = Twijfel.objects.filter(stand="open").order_by("reeks__sleutel")
    assert [(t.reeks.sleutel, t.regel) for t in open_] == [
        ("vorm=zin", "delen"),
        ("wijk=zuid", "delen"),
    ]
    assert "35 + 20 = 55; het totaal is 60" in open_[0].som
    zet(indicator, NU, 25, sleutel="vorm=zin;wijk=zuid")
    assert gevonden() == set()


def test_crossed_shares_need_not_be_a_hundred(gemeente):
    velden = {"eenheid": "percentage", "telt": "overig", "is_optelbaar": True}
    indicator = make_indicator(gemeente, **velden)
    for sleutel, waarde in {
        "vorm=pgb": 40,
        "vorm=zin": 60,
        "vorm=zin;wijk=noord": 20,
        "vorm=zin;wijk=zuid": 30,
    }.items():
        zet(indicator, NU, waarde, sleutel=sleutel)
    assert gevonden() == set()


# -- own rules about another period or a category --------------------------------------------------


def eigen_regel(gemeente, links, operator, rechts):
    regel = Controleregel(
        gemeente=gemeente, naam="R", links=links, operator=operator, rechts=rechts
    )
    regel.full_clean()
    regel.save()
    return regel


def eigen(gemeente):
    rijen = Twijfel.objects.filter(gemeente=gemeente, stand="open", controleregel__isnull=False)
    return list(rijen.order_by("periode__code").values_list("periode__code", flat=True))


def test_a_rule_holds_against_the_previous_figure(gemeente):
    stand = make_indicator(gemeente, "stand", **PERSONEN)
    stroom = make_indicator(gemeente, "instroom", **PERSONEN)
    eigen_regel(gemeente, "stand", "=", "stand[vorige] + instroom")
    for maand, waarde, erbij in (("2020-11", 100, 4), ("2020-12", 104, 4), (NU, 109, 4)):
        zet(stand, maand, waarde)
        zet(stroom, maand, erbij)
    assert eigen(gemeente) == [NU]
    assert "104 + 4 = 108" in Twijfel.objects.get(controleregel__isnull=False, stand="open").som


def test_a_changed_previous_figure_is_judged_in_the_next(gemeente):
    stand = make_indicator(gemeente, "stand", **PERSONEN)
    eigen_regel(gemeente, "stand", ">=", "stand[vorige]")
    zet(stand, "2020-12", 100)
    zet(stand, NU, 101)
    zet(stand, "2020-12", 102)
    assert eigen(gemeente) == [NU]
    zet(stand, "2020-12", 99)
    assert eigen(gemeente) == []


def test_a_rule_holds_against_a_year_ago(gemeente):
    stand = make_indicator(gemeente, "stand", **PERSONEN)
    eigen_regel(gemeente, "stand", "<=", "stand[jaar_eerder] * 1,05")
    zet(stand, "2020-01", 100)
    zet(stand, NU, 106)
    assert eigen(gemeente) == [NU]
    zet(stand, "2020-01", 102)
    assert eigen(gemeente) == []


def test_a_rule_names_a_category(gemeente):
    clienten = make_indicator(gemeente, "clienten", **PERSONEN)
    eigen_regel(gemeente, "clienten[wijk=noord]", "<=", "clienten[wijk=zuid]")
    zet(clienten, NU, 60, sleutel="wijk=noord")
    zet(clienten, NU, 50, sleutel="wijk=zuid")
    assert eigen(gemeente) == [NU]
    zet(clienten, NU, 50, sleutel="wijk=noord")
    assert eigen(gemeente) == []


@pytest.mark.parametrize(
    ("links", "melding"),
    [
        ("stand[morgen]", "‘morgen’ in ‘stand.morgen.’ is niet bekend"),
        ("stand[wijk=west]", "Deze categorieën zijn er niet: wijk=west"),
        ("stand[wijk=]", "is geen uitsplitsing"),
        ("stand[vorige]", "van de periode zelf"),
    ],
)
def test_what_a_name_can_not_mean_is_refused(gemeente, links, melding):
    make_indicator(gemeente, "stand")
    with pytest.raises(ValidationError, match=melding):
        eigen_regel(gemeente, links, "=", "100")
