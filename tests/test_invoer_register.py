"""Files of indicators and of editions: whole, idempotent, and clear about what is wrong."""

from datetime import date

import pytest

from monitor.invoer.aanleveren import controleer_bestand, lever
from monitor.invoer.sjablonen import maak_sjabloon
from monitor.invoer.soorten import get_soort
from monitor.models import (
    Aanlevering,
    Blokregel,
    Categorie,
    Definitieversie,
    Domein,
    Hoofdstuk,
    Indicator,
    Tekstcontrole,
    Uitgave,
)
from monitor.models.enums import UitgaveStand
from monitor.publiceren.vervolg import volgende_uitgave
from tests.invoer_bestanden import csv_van
from tests.make import (
    make_domein,
    make_gemeente,
    make_indicator,
    make_periode,
    make_uitgave,
    make_waarneming,
)

pytestmark = pytest.mark.django_db


def doe(gemeente, soort, kop, *rijen):
    kop = kop.split()
    rijen = [[*rij, *[""] * (len(kop) - len(rij))] for rij in rijen]
    return lever(gemeente, get_soort(soort), "a.csv", csv_van(*rijen, kop=kop))[1]


KOP = "rijsoort code naam domein eenheid telt dimensie ouder"
REGISTER = [
    ["indicator", "clienten", "Cliënten", "jeugd", "aantal", "personen"],
    ["", "lasten", "Lasten", "Jeugd", "€", "geld"],
    ["categorie", "jong", "Jong", "", "", "", "leeftijd", "alle"],
    ["categorie", "alle", "Alle", "", "", "", "leeftijd"],
    ["dimensie", "leeftijd", "Leeftijd"],
    ["domein", "jeugd", "Jeugd"],
]


def test_a_register_may_stand_in_any_order():
    gemeente = make_gemeente()
    controle = doe(gemeente, "indicatoren", KOP, *REGISTER)
    assert (controle.nieuw, controle.fouten) == (6, [])
    assert Categorie.objects.get(code="jong").ouder.code == "alle"
    assert Indicator.objects.get(code="lasten").eenheid == "euro"


def test_the_same_register_again_changes_nothing():
    gemeente = make_gemeente()
    doe(gemeente, "indicatoren", KOP, *REGISTER)
    controle = doe(gemeente, "indicatoren", KOP, *REGISTER)
    assert (controle.nieuw, controle.gewijzigd, controle.ongewijzigd) == (0, 0, 6)
    assert Indicator.history.count() == 2


def test_columns_that_are_absent_keep_what_was():
    gemeente = make_gemeente()
    make_indicator(gemeente, "clienten", bronsysteem="Zaaksysteem")
    controle = doe(gemeente, "indicatoren", "code naam", ["clienten", "Cliënten met hulp"])
    indicator = Indicator.objects.get()
    assert (indicator.naam, indicator.bronsysteem) == ("Cliënten met hulp", "Zaaksysteem")
    assert [(v.oud, v.nieuw) for v in controle.verschillen] == [
        ("naam: Clienten", "naam: Cliënten met hulp")
    ]


def test_one_wrong_row_of_a_register_refuses_all():
    controle = doe(make_gemeente(), "indicatoren", KOP, *REGISTER, ["indicator", "X Y", "Naam"])
    assert not controle.kan
    assert (Domein.objects.count(), Indicator.history.count()) == (0, 0)


@pytest.mark.parametrize(
    "rij, kolom, woord",
    [
        (["indicatr", "a", "A"], "rijsoort", "rijsoort"),
        (["", "a", "A", "jeugt", "aantal", "personen"], "domein", "niet bekend"),
        (["", "a", "A", "jeugd", "stuks", "personen"], "eenheid", "niet bekend"),
        (["", "a", "A", "jeugd", "aantal", ""], "telt", "leeg"),
        (["", "A b", "A", "jeugd", "aantal", "personen"], "code", "kleine letters"),
        (["", "", "A", "jeugd", "aantal", "personen"], "code", "leeg"),
        (["dimensie", "status", "Status"], "code", "vaste kolom"),
        (["categorie", "a", "A", "", "", "", "geenidee"], "dimensie", "niet bekend"),
    ],
)
def test_errors_of_a_register_name_the_column(rij, kolom, woord):
    gemeente = make_gemeente()
    make_domein(gemeente)
    (fout,) = doe(gemeente, "indicatoren", KOP, rij).fouten
    assert (fout.rij, fout.kolom) == (2, kolom)
    assert woord in fout.melding


def test_a_circle_of_categories_or_formulas_is_refused():
    gemeente = make_gemeente()
    rijen = [
        ["dimensie", "d", "D"],
        ["categorie", "a", "A", "", "", "", "d", "b"],
        ["categorie", "b", "B", "", "", "", "d", "a"],
    ]
    assert {f.kolom for f in doe(gemeente, "indicatoren", KOP, *rijen).fouten} == {"ouder"}
    make_indicator(gemeente, "x", formule="y / z")
    make_indicator(gemeente, "y")
    make_indicator(gemeente, "z")
    (fout,) = doe(gemeente, "indicatoren", "code naam formule", ["y", "Y", "x + z"]).fouten
    assert "kring" in fout.melding


def test_a_formula_names_known_indicators():
    gemeente = make_gemeente()
    make_indicator(gemeente, "lasten-jeugd")
    make_indicator(gemeente, "kosten")
    (fout,) = doe(
        gemeente, "indicatoren", "code naam formule", ["kosten", "K", "lasten-jeugt / 2"]
    ).fouten
    assert fout.advies == "Bedoelt u ‘lasten-jeugd’?"


def test_the_unit_of_an_indicator_with_figures_stays():
    gemeente = make_gemeente()
    make_waarneming(make_indicator(gemeente, "clienten"), "2021", 1)
    (fout,) = doe(gemeente, "indicatoren", "code naam eenheid", ["clienten", "C", "euro"]).fouten
    assert fout.kolom == "eenheid"


def test_definitions_by_date():
    gemeente = make_gemeente()
    make_indicator(gemeente, "clienten")
    kop = "rijsoort code definitie vanaf is_breuk toelichting"
    rij = ["definitie", "clienten", "Ook met pgb.", "1-1-2021", "ja", "Telregel."]
    assert doe(gemeente, "indicatoren", kop, rij).nieuw == 1
    assert doe(gemeente, "indicatoren", kop, rij).ongewijzigd == 1
    assert Definitieversie.objects.get().is_breuk


UKOP = (
    "rijsoort periode code titel peildatum vorige soort vorm perioden indicator uitsplitsing label"
)
UITGAVE = [
    ["uitgave", "2021-K1", "", "Monitor", "2021-03-31", "2020-K4"],
    ["hoofdstuk", "", "jeugd", "Jeugd"],
    ["blok", "", "tegels", "", "", "", "tegels"],
    ["regel", *[""] * 8, "clienten", "", "Cliënten"],
    ["blok", "", "lijn", "Meer cliënten", "", "", "grafiek", "lijn", "laatste 12"],
    ["regel", *[""] * 8, "clienten"],
    ["hoofdstuk", "", "wmo", "Wmo"],
]


@pytest.fixture
def gemeente():
    gemeente = make_gemeente()
    make_indicator(gemeente, "clienten")
    make_uitgave(gemeente, "2020-K4")
    return gemeente


def test_an_edition_in_the_order_of_its_rows(gemeente):
    controle = doe(gemeente, "uitgave", UKOP, *UITGAVE)
    uitgave = Uitgave.objects.get(periode__code="2021-K1")
    assert controle.fouten == []
    assert uitgave.vorige.slug == "2020-K4"
    assert list(uitgave.hoofdstukken.values_list("code", flat=True)) == ["jeugd", "wmo"]
    blokken = uitgave.hoofdstukken.first().blokken
    assert list(blokken.values_list("code", "vorm")) == [("tegels", ""), ("lijn", "lijn")]
    assert Blokregel.objects.first().label == "Cliënten"


def test_the_same_edition_again_changes_nothing(gemeente):
    doe(gemeente, "uitgave", UKOP, *UITGAVE)
    regels = list(Blokregel.objects.values_list("pk", flat=True))
    Uitgave.objects.update(stand=UitgaveStand.GEPUBLICEERD)
    controle = doe(gemeente, "uitgave", UKOP, *UITGAVE)
    assert (controle.nieuw, controle.gewijzigd, controle.vraagt_reden) == (0, 0, False)
    assert list(Blokregel.objects.values_list("pk", flat=True)) == regels


def test_what_is_not_in_the_file_stays_and_is_said(gemeente):
    doe(gemeente, "uitgave", UKOP, *UITGAVE)
    controle = doe(gemeente, "uitgave", UKOP, *UITGAVE[:4])
    assert Hoofdstuk.objects.filter(code="wmo").exists()
    assert "‘wmo’" in controle.opmerkingen[0] and "‘lijn’" in controle.opmerkingen[0]


def test_rules_of_a_block_become_those_of_the_file(gemeente):
    doe(gemeente, "uitgave", UKOP, *UITGAVE)
    make_indicator(gemeente, "lasten")
    anders = [*UITGAVE[:3], ["regel", *[""] * 8, "lasten"], *UITGAVE[4:]]
    assert doe(gemeente, "uitgave", UKOP, *anders).gewijzigd == 1
    assert list(Blokregel.objects.values_list("indicator__code", flat=True)) == [
        "lasten",
        "clienten",
    ]


@pytest.mark.parametrize(
    "rijen, kolom, woord",
    [
        ([["hoofdstuk", "", "jeugd", "Jeugd"]], "rijsoort", "Boven deze rij"),
        ([["uitgave", "2021-K9", "", "M"]], "periode", "2021-K9"),
        ([["uitgave", "2021-K1", "", "M", "", "2019"]], "vorige", "niet"),
        ([["uitgave", "2021-K1", "", ""]], "titel", "leeg"),
        ([UITGAVE[0], ["hoofdstuk", "", "cijfers", "C"]], "code", "programma zelf"),
        ([*UITGAVE[:2], ["blok", "", "b", "", "", "", "taart"]], "soort", "niet bekend"),
        ([*UITGAVE[:2], ["blok", "", "b", "", "", "", "grafiek"]], "vorm", "vorm"),
        ([*UITGAVE[:3], ["regel", *[""] * 8, "klanten"]], "indicator", "niet bekend"),
        ([*UITGAVE[:3], ["regel", *[""] * 8, "clienten", "x=y"]], "uitsplitsing", "niet bekend"),
    ],
)
def test_errors_of_an_edition_name_the_column(gemeente, rijen, kolom, woord):
    fout = doe(gemeente, "uitgave", UKOP, *rijen).fouten[0]
    assert fout.kolom == kolom
    assert woord in fout.melding
    assert Uitgave.objects.count() == 1


def test_an_hour_that_the_clock_skips_is_no_embargo(gemeente):
    kop = "rijsoort periode titel embargo_tot"
    for moment in ("2021-03-28 02:30", "2021-10-31 02:30", "2021-03-28 25:00"):
        (fout,) = doe(gemeente, "uitgave", kop, ["uitgave", "2021-K1", "M", moment]).fouten
        assert fout.kolom == "embargo_tot"
    doe(gemeente, "uitgave", kop, ["uitgave", "2021-K1", "M", "1-6-2021 08:00"])
    moment = Uitgave.objects.get(periode__code="2021-K1").embargo_tot
    assert moment.isoformat() == "2021-06-01T06:00:00+00:00"


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "ods"])
@pytest.mark.parametrize("soort", ["indicatoren", "uitgave"])
def test_a_template_imports_as_it_is(soort, formaat):
    gemeente = make_gemeente()
    bestand = maak_sjabloon(get_soort(soort), formaat, gemeente)
    controle = controleer_bestand(gemeente, get_soort(soort), f"a.{formaat}", bestand)
    assert (controle.fouten, controle.opmerkingen) == ([], [])
    assert controle.nieuw >= 3
    assert Aanlevering.objects.count() == Domein.objects.count() == 0


def test_what_a_file_holds_counts_as_written_in_a_copied_edition(gemeente):
    """The same words may come from the file: somebody handed them in."""
    kop = "rijsoort periode code titel kop waardoor"
    rijen = [
        ["uitgave", "2021-K1", "", "Eerste", "Het stijgt"],
        ["hoofdstuk", "", "jeugd", "Jeugd", "Meer vraag", "Verwijzers"],
    ]
    doe(gemeente, "uitgave", kop, *rijen)
    periode = {"periode": make_periode("2021-K2"), "peildatum": date(2021, 6, 30)}
    volgende_uitgave(
        Uitgave.objects.get(periode__code="2021-K1"), titel="Tweede", by=None, **periode
    )
    doe(
        gemeente, "uitgave", "rijsoort periode code titel kop", ["uitgave", "2021-K2"], rijen[1][:5]
    )
    open_ = Tekstcontrole.objects.filter(bevestigd_op__isnull=True)
    assert sorted(open_.values_list("veld", flat=True)) == ["waardoor"]
