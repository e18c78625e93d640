"""What we write we read back: cells, templates, exported figures and the sheet that goes round."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.invoer.aanleveren import controleer_bestand
from monitor.invoer.cellen import als_tekst
from monitor.invoer.lezer import lees_bestand
from monitor.invoer.perioden import periode_voor
from monitor.invoer.rondgang import SOORT as RONDGANG
from monitor.invoer.rondgang import maak_rekenblad
from monitor.invoer.schrijver import schrijf
from monitor.invoer.sjablonen import cijferrijen, maak_sjabloon
from monitor.invoer.soorten import get_soort, soorten
from monitor.invoer.staat import Staat
from monitor.models import Waarneming
from monitor.regels.getallen import lees_getal
from tests.make import make_gemeente, make_indicator, make_reeks
from tests.rooster import make_rooster, rij

pytestmark = pytest.mark.django_db
FORMATEN = ["csv", "xlsx", "ods"]
RUSTIG = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
# What a cell can not hold: controls, directions and half characters. They are errors, see the corpus.
TEKENS = st.characters(
    exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"],
    exclude_characters="\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
TEKST = st.text(TEKENS, min_size=1, max_size=30).map(lambda t: _schoon(t)).filter(bool)
GETAL = st.decimals(-(10**12), 10**12, places=4)
DATUM = st.dates(date(1990, 1, 1), date(2099, 12, 31))


def _schoon(tekst):
    from unicodedata import normalize

    return normalize("NFC", tekst).strip()


def blad(formaat, inhoud):
    return [cellen for _, cellen in lees_bestand(f"a.{formaat}", inhoud, "x").rijen if cellen]


@pytest.mark.parametrize("formaat", FORMATEN)
@given(st.lists(st.lists(TEKST, min_size=1, max_size=5), min_size=1, max_size=5))
@RUSTIG
def test_any_text_comes_back(formaat, rijen):
    gelezen = blad(formaat, schrijf(formaat, [("x", [["kop"], *rijen])]))[1:]
    assert gelezen == [dict(enumerate(rij)) for rij in rijen]


@pytest.mark.parametrize("formaat", FORMATEN)
@given(st.lists(GETAL, min_size=1, max_size=9))
@RUSTIG
def test_any_number_comes_back(formaat, getallen):
    [_, cellen] = blad(formaat, schrijf(formaat, [("x", [["kop"], getallen])]))
    gelezen = [
        lees_getal(als_tekst(c), eenheid="cijfer", decimalen=4).waarde for c in cellen.values()
    ]
    assert gelezen == getallen


@st.composite
def staten(draw, eenheid):
    """A figure of any kind, as it can be stored for that unit."""
    aantal = eenheid == "aantal"
    getal = st.integers(0, 10**9).map(Decimal) if aantal else st.decimals(0, 10**9, places=2)
    aard = draw(st.sampled_from(["getal", "getal", "kleiner_dan", "bereik", "zie_toelichting",
                                 "niet_gemeten", "nog_niet_bekend", "onbekend", "nvt", "vervallen"]))  # fmt: skip
    a, b = sorted((draw(getal), draw(getal)))
    kaal = Staat(
        aard,
        status=draw(st.sampled_from(["definitief", "voorlopig", "geschat"])),
        voetnoot=draw(st.just("") | TEKST),
        brondatum=draw(st.none() | DATUM),
        beloofd_voor=draw(st.sampled_from(["", "2026-K4"])) if aard == "nog_niet_bekend" else "",
    )
    if aard == "getal":
        soort = draw(st.sampled_from(["", "", "ongeveer", "meer_dan", "minder_dan"]))
        return kaal._replace(waarde=a, benadering=soort)
    if aard == "kleiner_dan":
        return kaal._replace(boven=b)
    return kaal._replace(onder=a, boven=b) if aard == "bereik" else kaal


def bewaar(indicator, reeks, perioden, lijst):
    perioden = [periode_voor(code) for code in perioden]
    Waarneming.objects.bulk_create(
        Waarneming(reeks=reeks, periode=p, **s.velden())
        for p, s in zip(perioden, lijst, strict=False)
    )


@pytest.fixture
def indicatoren():
    gemeente = make_gemeente()
    eenheden = ("aantal", "euro", "percentage", "cijfer")
    return {e: make_indicator(gemeente, f"i-{e}", eenheid=e, telt="overig") for e in eenheden}


MAANDEN = [f"{jaar}-{m:02}" for jaar in range(2019, 2022) for m in range(1, 13)]


@pytest.mark.parametrize("formaat", FORMATEN)
@pytest.mark.parametrize("eenheid", ["aantal", "euro", "percentage", "cijfer"])
@given(data=st.data())
@settings(parent=RUSTIG, max_examples=8)
def test_exported_figures_are_read_back_as_they_were(indicatoren, formaat, eenheid, data):
    lijst = data.draw(st.lists(staten(eenheid), min_size=1, max_size=12))
    indicator = indicatoren[eenheid]
    with transaction.atomic():
        bewaar(indicator, make_reeks(indicator), MAANDEN, lijst)
        inhoud = schrijf(formaat, [("waarnemingen", cijferrijen([indicator.gemeente]))])
        kind = get_soort("waarnemingen")
        controle = controleer_bestand(indicator.gemeente, kind, f"a.{formaat}", inhoud)
        transaction.set_rollback(True)
    assert (controle.fouten, controle.ongewijzigd) == ([], len(lijst))


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
@given(data=st.data())
@settings(parent=RUSTIG, max_examples=10)
def test_sheet_that_goes_round_comes_back_as_it_went(rooster, formaat, data):
    codes = ["aantal", "euro", "percentage"]
    with transaction.atomic():
        for code in codes:
            plek = rij(rooster, code)
            staat = data.draw(staten(code))._replace(brondatum=None)
            bewaar(plek.indicator, make_reeks(plek.indicator), [plek.periode.code], [staat])
        inhoud = maak_rekenblad(rooster, formaat)
        controle = controleer_bestand(
            rooster.gemeente, RONDGANG.voor(rooster), f"a.{formaat}", inhoud
        )
        transaction.set_rollback(True)
    assert (controle.fouten, controle.ongewijzigd) == ([], len(codes))


@pytest.fixture
def rooster():
    uitgave = make_rooster("aantal", "euro", "percentage", telt="overig")
    for code in ("euro", "percentage"):
        indicator = rij(uitgave, code).indicator
        indicator.eenheid = code
        indicator.save()
    return uitgave


@pytest.mark.parametrize("formaat", FORMATEN)
@pytest.mark.parametrize("soort", [s.code for s in soorten().values() if s.heeft_sjabloon])
def test_template_reads_back_with_its_examples(soort, formaat):
    kind, gemeente = get_soort(soort), make_gemeente()
    kop, *rijen = blad(formaat, maak_sjabloon(kind, formaat, gemeente))
    namen = [k.naam for k in kind.kolommen(gemeente)]
    assert list(kop.values()) == namen
    assert [{namen[i]: als_tekst(c) for i, c in r.items()} for r in rijen] == [
        {k: w for k, w in voorbeeld.items() if w} for voorbeeld in kind.voorbeelden(gemeente)
    ]
