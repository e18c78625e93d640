"""The rows of a file of figures: read as people write them, refused with what to do."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monitor.invoer.aanleveren import controleer_bestand, lever
from monitor.invoer.schrijver import schrijf
from monitor.invoer.sjablonen import cijferrijen, maak_sjabloon
from monitor.invoer.soorten import get_soort
from monitor.models import Aanlevering, Categorie, Dimensie, Publicatie, Waarneming, Wijziging
from monitor.models.enums import AanleveringStand, Aard, Openbaarheid, Telt
from monitor.regels.fouten import NotatieFout
from monitor.regels.getallen import lees_getal
from tests.invoer_bestanden import KOP, csv_van, ods_rij, ods_tabel, ods_van, xlsx_van
from tests.make import make_gemeente, make_indicator, make_uitgave, make_waarneming

pytestmark = pytest.mark.django_db
DEMO = Path(__file__).parents[1] / "sociaaldomein/demo"


@pytest.fixture
def gemeente():
    gemeente = make_gemeente("demodam")
    make_indicator(gemeente, "clienten-jeugd", telt=Telt.PERSONEN)
    make_indicator(gemeente, "cijfer-jeugd", eenheid="cijfer", decimalen=1)
    make_indicator(gemeente, "aandeel-jeugd", eenheid="percentage", decimalen=1)
    make_indicator(gemeente, "lasten-jeugd", eenheid="euro", telt=Telt.EURO)
    vorm = Dimensie.objects.create(gemeente=gemeente, code="leveringsvorm", naam="Leveringsvorm")
    for code, naam in [("zin", "Zorg in natura"), ("pgb", "Persoonsgebonden budget")]:
        Categorie.objects.create(dimensie=vorm, code=code, naam=naam)
    return gemeente


def controleer(gemeente, *rijen, kop=KOP, naam="a.csv", inhoud=None):
    inhoud = inhoud or csv_van(*rijen, kop=kop)
    return controleer_bestand(gemeente, get_soort("waarnemingen"), naam, inhoud)


def pas_toe(gemeente, *rijen, kop=KOP, naam="a.csv", inhoud=None, **meer):
    inhoud = inhoud or csv_van(*rijen, kop=kop)
    return lever(gemeente, get_soort("waarnemingen"), naam, inhoud, **meer)


def rij(indicator="clienten-jeugd", soort="realisatie", periode="2021-04", waarde="748"):
    return [indicator, soort, periode, waarde]


def test_a_delivery_is_applied_and_counted(gemeente):
    aanlevering, controle = pas_toe(gemeente, rij(), rij(periode="2021-03", waarde="<10"))

    assert controle.kan and (aanlevering.rijen, aanlevering.nieuw) == (2, 2)
    assert aanlevering.stand == AanleveringStand.VERWERKT
    assert set(Waarneming.objects.values_list("aard", "waarde", "boven", "aanlevering")) == {
        (Aard.GETAL, Decimal(748), None, aanlevering.pk),
        (Aard.KLEINER_DAN, None, Decimal(10), aanlevering.pk),
    }


def test_one_wrong_row_refuses_the_whole_file(gemeente):
    aanlevering, controle = pas_toe(gemeente, rij(), rij(periode="2021-13"))

    assert not controle.kan
    assert (Waarneming.objects.count(), Wijziging.objects.count()) == (0, 0)
    assert (aanlevering.stand, aanlevering.aantal_fouten) == (AanleveringStand.AFGEKEURD, 1)


def test_the_same_file_again_writes_nothing(gemeente):
    pas_toe(gemeente, rij())
    aanlevering, _ = pas_toe(gemeente, rij())
    assert (aanlevering.nieuw, aanlevering.gewijzigd, aanlevering.ongewijzigd) == (0, 0, 1)
    assert (Waarneming.objects.get().versie, Wijziging.objects.count()) == (1, 1)


def test_every_error_names_row_column_value_and_advice(gemeente):
    controle = controleer(
        gemeente,
        ["clienten-jeugt", "realisatie", "2021-04", "1"],
        ["clienten-jeugd", "realisate", "2021-04", "1"],
        ["clienten-jeugd", "realisatie", "foutmaand", "1"],
        ["cijfer-jeugd", "realisatie", "2021-04", "1.234"],
        ["clienten-jeugd", "begroting", "2021-04", "1"],
    )
    fouten = {f.rij: f for f in controle.fouten}
    assert (fouten[2].kolom, fouten[2].waarde, fouten[2].advies) == (
        "indicator",
        "clienten-jeugt",
        "Bedoelt u ‘clienten-jeugd’?",
    )
    assert "Bedoelt u ‘realisatie’?" in fouten[3].advies
    assert (fouten[4].kolom, fouten[4].waarde) == ("periode", "foutmaand")
    assert "1234" in fouten[5].melding and "1,234" in fouten[5].melding
    assert "begroting primitief" in fouten[6].advies


@pytest.mark.parametrize(
    "kop, extra, kolom, woord",
    [
        ("gemeente", "dalfsen", "gemeente", "demodam"),
        ("leveringsvorm", "pgd", "leveringsvorm", "niet bekend"),
        ("status", "halfweg", "status", "niet bekend"),
        ("brondatum", "2021", "brondatum", "geen dag"),
        ("brondatum", "31-2-2021", "brondatum", "bestaat niet"),
        ("voetnoot", "x" * 401, "voetnoot", "401"),
        ("beloofd_voor", "2021-K3", "beloofd_voor", "al bekend"),
    ],
)
def test_a_wrong_word_in_a_further_column(gemeente, kop, extra, kolom, woord):
    (fout,) = controleer(gemeente, [*rij(), extra], kop=[*KOP, kop]).fouten
    assert (fout.rij, fout.kolom) == (2, kolom)
    assert woord in fout.melding


@pytest.mark.parametrize(
    "waarde, woord",
    [
        ("", "leeg"),
        ("-", "twee manieren"),
        ("1,234", "Engelse notatie"),
        ("12,5", "geen heel getal"),
        ("€ 12", "geen geld"),
        ("12%", "percentage"),
        ("veel", "geen getal"),
        ("-3", "niet kleiner dan nul"),
        ("1e30", "afgekort getal"),
        ("9" * 20, "te groot"),
    ],
)
def test_a_value_that_is_no_number_of_persons(gemeente, waarde, woord):
    (fout,) = controleer(gemeente, rij(waarde=waarde)).fouten
    assert (fout.kolom, fout.waarde) == ("waarde", waarde)
    assert woord in fout.melding


def test_two_rows_for_one_figure_are_refused(gemeente):
    (fout,) = controleer(gemeente, rij(), rij(periode="april 2021", waarde="749")).fouten
    assert (fout.rij, fout.melding) == (3, "Dit cijfer staat ook in rij 2.")


def test_breakdowns_by_code_or_name_are_other_figures(gemeente):
    kop = [*KOP, "leveringsvorm"]
    rijen = [[*rij(), ""], [*rij(), "zin"], [*rij(), "Persoonsgebonden budget"]]
    pas_toe(gemeente, *rijen, kop=kop)
    assert set(Waarneming.objects.values_list("reeks__sleutel", flat=True)) == {
        "",
        "leveringsvorm=zin",
        "leveringsvorm=pgb",
    }
    assert Waarneming.objects.filter(reeks__categorieen__code="pgb").count() == 1


def test_older_words_for_kinds_of_truth(gemeente):
    pas_toe(
        gemeente,
        rij("lasten-jeugd", "Begroting definitief", "2021", "€ 12.994.629"),
        rij("lasten-jeugd", "realisatie voorlopig", "2021", "11.893.000"),
        rij("lasten-jeugd", "begroting-primitief", "2021", "1"),
    )
    assert set(Waarneming.objects.values_list("reeks__soort", "status", "waarde")) == {
        ("begroting_na_wijziging", "definitief", 12994629),
        ("realisatie", "voorlopig", 11893000),
        ("begroting_primitief", "definitief", 1),
    }


def test_a_promise_and_a_source_date(gemeente):
    kop = [*KOP, "beloofd_voor", "brondatum", "status", "voetnoot"]
    rijen = [[*rij(waarde="nog niet bekend"), "3e kwartaal 2021", "3-5-2021", "Geschat", "Noot"]]
    pas_toe(gemeente, *rijen, kop=kop)
    w = Waarneming.objects.get()
    assert (w.aard, w.beloofd_voor, w.brondatum) == (
        Aard.NOG_NIET_BEKEND,
        "2021-K3",
        date(2021, 5, 3),
    )


def test_cells_of_a_workbook_are_read_by_the_unit_of_the_figure(gemeente):
    def doe(_, ws):
        ws["D2"].number_format = "0,0%"

    rijen = [rij("aandeel-jeugd", waarde=0.022), rij("cijfer-jeugd", waarde=7.7300000000000004)]
    pas_toe(gemeente, naam="a.xlsx", inhoud=xlsx_van(*rijen, doe=doe))
    waarden = Waarneming.objects.order_by("reeks__indicator__code").values_list("waarde", flat=True)
    assert list(waarden) == [Decimal("2.2"), Decimal("7.73")]


def test_a_derived_figure_is_not_delivered_but_its_target_is(gemeente):
    make_indicator(gemeente, "kosten", eenheid="euro", formule="lasten-jeugd / clienten-jeugd")
    (fout,) = controleer(gemeente, rij("kosten")).fouten
    assert "berekend" in fout.melding
    assert controleer(gemeente, rij("kosten", "streefwaarde")).kan


def test_differences_show_old_and_new_and_what_changed_first(gemeente):
    pas_toe(gemeente, rij(), rij(periode="2021-03", waarde="721"))
    controle = controleer(
        gemeente,
        rij(periode="2021-03", waarde="721"),
        rij(periode="2021-05", waarde="1.750"),
        rij(waarde="ongeveer 751"),
    )
    velden = controle.voor_aanlevering()
    assert [(v["uitkomst"], v["oud"], v["nieuw"]) for v in velden["verschillen"]] == [
        ("gewijzigd", "748", "ongeveer 751"),
        ("nieuw", "", "1.750"),
        ("ongewijzigd", "721", "721"),
    ]


def test_a_change_in_a_published_period_asks_for_a_reason(gemeente):
    pas_toe(gemeente, rij(), rij(periode="2021-06", waarde="9"))
    Publicatie.objects.create(
        uitgave=make_uitgave(gemeente, "2021-03_2021-04"),
        versie=1,
        schema_versie=1,
        inhoud="{}",
        openbaarheid=Openbaarheid.OPENBAAR,
        openbaar_vanaf="2021-05-20T08:00:00Z",
    )
    assert controleer(gemeente, rij(waarde="751")).vraagt_reden
    assert not controleer(gemeente, rij(periode="2021-06", waarde="10")).vraagt_reden
    assert not controleer(gemeente, rij()).vraagt_reden


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "ods"])
def test_template_filled_in_is_read(gemeente, formaat):
    sjabloon = maak_sjabloon(get_soort("waarnemingen"), formaat, gemeente)
    (fout,) = controleer(gemeente, naam=f"a.{formaat}", inhoud=sjabloon).fouten
    assert fout.melding == "Dit is de voorbeeldrij."

    rijen = get_soort("waarnemingen").voorbeelden(gemeente)
    gevuld = [list(rijen[0]), list((rijen[0] | {"voetnoot": ""}).values())]
    bestand = schrijf(formaat, [("waarnemingen", gevuld)])
    assert controleer(gemeente, naam=f"a.{formaat}", inhoud=bestand).nieuw == 1


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "ods"])
def test_exported_figures_read_back_unchanged(gemeente, formaat):
    kop = [*KOP, "leveringsvorm", "voetnoot"]
    waarden = ["1.135", "<10", "15-20", "zie toelichting", "ongeveer 40", "0", "vervallen"]
    maanden = [f"2021-{n:02}" for n in range(1, 8)]
    rijen = [
        [*rij(periode=m, waarde=w), "pgb", "=noot"] for m, w in zip(maanden, waarden, strict=True)
    ]
    rijen.append([*rij("cijfer-jeugd", waarde="7,125"), "", ""])
    assert pas_toe(gemeente, *rijen, kop=kop)[1].fouten == []
    bestand = schrijf(formaat, [("waarnemingen", cijferrijen([gemeente]))])
    controle = controleer(gemeente, naam=f"a.{formaat}", inhoud=bestand)
    assert (controle.ongewijzigd, controle.fouten) == (8, [])


@pytest.mark.parametrize("aantal", [100, 1000])
def test_checking_asks_the_same_few_queries_whatever_the_size(gemeente, aantal):
    rijen = [rij(periode=f"{1920 + n // 12}-{n % 12 + 1:02}", waarde=n) for n in range(aantal)]
    with CaptureQueriesContext(connection) as vragen:
        controle = controleer(gemeente, *rijen)
    assert controle.nieuw == aantal
    assert len(vragen) <= 13


def test_only_own_gemeente_is_compared(gemeente):
    ander = make_gemeente("dalfsen")
    make_waarneming(make_indicator(ander, "clienten-jeugd"), "2021-04", 748)
    assert controleer(gemeente, rij()).nieuw == 1


def test_counts_of_errors_are_kept_beyond_the_hundred_that_are_shown(gemeente):
    rijen = [rij(periode=f"{1900 + n}", waarde="x") for n in range(150)]
    aanlevering, _ = pas_toe(gemeente, *rijen)
    assert (len(aanlevering.fouten), aanlevering.aantal_fouten) == (100, 150)
    assert Aanlevering.objects.get().rijen == 150


def _lees_demo(naam):
    with (DEMO / naam).open(encoding="utf-8-sig") as bestand:
        return list(csv.DictReader(bestand, delimiter=";"))


def test_notations_of_the_published_documents_mean_their_value():
    """Where the text in the document is a plain value, it is read as the value beside it."""
    eenheden = {
        (gemeente, rij["code"]): rij["eenheid"]
        for gemeente in ("steenwijkerland", "dalfsen")
        for rij in _lees_demo(f"{gemeente}/indicatoren.csv")
    }
    gelezen = 0
    for bron in _lees_demo("herkomst.csv"):
        eenheid = eenheden.get((bron["gemeente"], bron["indicator"]), "")
        try:
            getal = lees_getal(bron["tekst_in_bron"], eenheid=eenheid, decimalen=4)
            verwacht = Decimal(bron["waarde"])
        except (NotatieFout, ArithmeticError):
            continue
        if getal.waarde is None:  # a range: the value beside it is one of its ends
            assert verwacht in (getal.onder, getal.boven), bron
            continue
        gelezen += 1
        # a delta has its sign in words, an amount its "miljoen" in the next cell
        assert getal.waarde in (verwacht, -verwacht, verwacht / 10**6), bron
    assert gelezen > 330


def test_what_stands_above_the_table_is_told(gemeente):
    inhoud = b"Cijfers van Demodam\r\nDatum;1-1-2022\r\n\r\n" + csv_van(rij())
    controle = controleer_bestand(gemeente, get_soort("waarnemingen"), "a.csv", inhoud)
    assert controle.fouten == []
    assert controle.opmerkingen == ["Rijen boven de namen van de kolommen, niet gelezen: 2."]


def test_a_table_above_our_table_is_not_left_out_unseen(gemeente):
    inhoud = b"a;b;c\r\n1;2;3\r\n" + csv_van(rij())
    assert controleer_bestand(gemeente, get_soort("waarnemingen"), "a.csv", inhoud).fouten


def test_a_cell_that_can_not_be_read_is_one_error(gemeente):
    def zonder_uitkomst(werkmap, blad):
        blad["D2"] = "=1+1"

    inhoud = xlsx_van(rij(), doe=zonder_uitkomst)
    (fout,) = controleer_bestand(gemeente, get_soort("waarnemingen"), "a.xlsx", inhoud).fouten
    assert "formule" in fout.melding


@pytest.mark.parametrize("woord", ["Totaal", "Subtotaal jeugd", "Bron: CBS", "* voorlopig"])
def test_a_row_below_the_table_can_be_removed(gemeente, woord):
    fouten = controleer(gemeente, rij(indicator=woord)).fouten
    assert fouten[0].advies.startswith("Verwijder deze rij")


def _verberg(werkmap, blad):
    blad.row_dimensions[2].hidden = True


def _filter(werkmap, blad):
    blad.auto_filter.ref = "A1:D2"
    blad.auto_filter.add_filter_column(0, ["iets anders"])


@pytest.mark.parametrize("doe", [_verberg, _filter])
def test_what_a_sheet_hides_is_read_and_told(gemeente, doe):
    inhoud = xlsx_van(rij(), rij(periode="2021-05"), doe=doe)
    controle = controleer_bestand(gemeente, get_soort("waarnemingen"), "a.xlsx", inhoud)
    assert (controle.fouten, controle.nieuw) == ([], 2)
    assert controle.opmerkingen == [
        "Op het blad zijn rijen of kolommen verborgen. Ook wat daar staat is gelezen."
    ]


@pytest.mark.parametrize(("zicht", "aantal"), [("filter", 1), ("collapse", 1), ("visible", 0)])
def test_what_an_ods_hides_is_read_and_told(gemeente, zicht, aantal):
    rijen = ods_rij(*KOP), ods_rij(*rij(), extra=f'table:visibility="{zicht}"')
    controle = controleer_bestand(
        gemeente, get_soort("waarnemingen"), "a.ods", ods_van(ods_tabel(*rijen))
    )
    assert (controle.fouten, controle.nieuw, len(controle.opmerkingen)) == ([], 1, aantal)
