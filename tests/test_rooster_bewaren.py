"""Saving cells of the grid: read as people write, guarded, remembered, in one delivery."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.invoer.fouten import InvoerFout
from monitor.invoer.rooster import invultekst
from monitor.invoer.rooster_bewaren import bewaar
from monitor.invoer.rooster_lezen import splits_belofte
from monitor.invoer.staat import Staat
from monitor.models import Aanlevering, Waarneming, Wijziging
from monitor.models.enums import UitgaveStand
from monitor.regels.getallen import lees_getal
from tests.make import make_indicator, make_waarneming
from tests.rooster import invoerder, make_rooster, rij, typ

pytestmark = pytest.mark.django_db


@pytest.fixture
def uitgave():
    return make_rooster("clienten", "wachtlijst", telt="personen")


def sla_op(uitgave, by=None, *, reden="", alles_of_niets=False, **cellen):
    ingevuld = {rij(uitgave, code).sleutel: invoer for code, invoer in cellen.items()}
    uitslag = bewaar(uitgave, ingevuld, by=by, reden=reden, alles_of_niets=alles_of_niets)
    return uitslag, [uitslag.cellen.get(s) for s in ingevuld]


def waarden():
    return list(Waarneming.objects.order_by("reeks").values_list("waarde", flat=True))


@pytest.mark.parametrize(
    ("tekst", "terug"),
    [
        ("1.135", "1.135"),
        (" 748 ", "748"),
        ("<10", "<10"),
        ("15-20", "15-20"),
        ("nog niet bekend (2026-K4)", "nog niet bekend (2026-K4)"),
        ("volgt in Q4 2026", "nog niet bekend (2026-K4)"),
        ("n.v.t.", "niet van toepassing"),
    ],
)
def test_what_is_typed_is_read_and_shown_back(uitgave, tekst, terug):
    _, [cel] = sla_op(uitgave, clienten=typ(tekst))
    assert (cel.uitkomst, cel.rij.tekst) == ("opgeslagen", terug)
    _, [weer] = sla_op(uitgave, clienten=typ(cel.rij.tekst, versie=1))
    assert weer.uitkomst == "ongewijzigd"
    assert Wijziging.objects.count() == 1


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("12,5", "geen heel getal"),
        ("1,234.5", "Engelse notatie"),
        ("-", "op twee manieren"),
        ("=1+1", "geen getal dat wij kunnen lezen"),
        ("-5", "niet kleiner dan nul"),
        ("7\u202e", "onleesbaar teken"),
        ("<script>", "geen getal"),
        ("nog niet bekend (ooit)", "ooit"),
    ],
)
def test_what_can_not_be_read_is_refused_at_the_cell(uitgave, tekst, melding):
    _, [cel] = sla_op(uitgave, clienten=typ(tekst))
    assert cel.uitkomst == "fout"
    assert melding in cel.melding
    assert not Waarneming.objects.exists()


def test_cells_of_one_day_are_one_delivery(uitgave):
    user = invoerder(uitgave)
    sla_op(uitgave, user, clienten=typ("5"))
    sla_op(uitgave, user, wachtlijst=typ("6"))
    levering = Aanlevering.objects.get()
    assert (levering.rijen, levering.nieuw, levering.gewijzigd) == (2, 2, 0)
    assert (levering.uitgave, levering.gemaakt_door, len(levering.verschillen)) == (
        uitgave,
        user,
        2,
    )
    assert {w.aanlevering for w in Waarneming.objects.all()} == {levering}


def test_a_whole_form_is_a_delivery_of_its_own(uitgave):
    user = invoerder(uitgave)
    sla_op(uitgave, user, clienten=typ("5"))
    sla_op(uitgave, user, wachtlijst=typ("6"), alles_of_niets=True)
    assert Aanlevering.objects.count() == 2


def test_a_whole_form_with_one_wrong_cell_saves_nothing(uitgave):
    uitslag, _ = sla_op(uitgave, clienten=typ("5"), wachtlijst=typ("vijf"), alles_of_niets=True)
    assert not Waarneming.objects.exists()
    assert [c.rij.indicator.code for c in uitslag.mis.values()] == ["wachtlijst"]


def test_cell_by_cell_each_answers_for_itself(uitgave):
    _, [goed, fout] = sla_op(uitgave, clienten=typ("5"), wachtlijst=typ("vijf"))
    assert (goed.uitkomst, fout.uitkomst, waarden()) == ("opgeslagen", "fout", [5])


def test_a_known_figure_changes_with_a_reason_only(uitgave):
    sla_op(uitgave, clienten=typ("5"))
    _, [zonder] = sla_op(uitgave, clienten=typ("6", versie=1))
    _, [met] = sla_op(uitgave, clienten=typ("6", versie=1), reden="Nalevering")
    assert (zonder.uitkomst, met.uitkomst, waarden()) == ("reden", "opgeslagen", [6])
    assert Wijziging.objects.first().reden == "Nalevering"


def test_a_note_alone_needs_no_reason(uitgave):
    sla_op(uitgave, clienten=typ("5"))
    _, [cel] = sla_op(
        uitgave, clienten=typ("5", status="voorlopig", voetnoot="Zonder PGB", versie=1)
    )
    assert (cel.uitkomst, Waarneming.objects.get().voetnoot) == ("opgeslagen", "Zonder PGB")


def test_the_second_person_sees_what_changed(uitgave):
    een, twee = invoerder(uitgave, username="anna"), invoerder(uitgave)
    sla_op(uitgave, een, clienten=typ("5"))
    _, [cel] = sla_op(uitgave, twee, clienten=typ("6"), reden="x")
    assert (cel.uitkomst, waarden()) == ("botsing", [5])
    assert (
        "anna heeft dit cijfer intussen veranderd. Er staat nu ‘5’, u vulde ‘6’ in" in cel.melding
    )


def test_a_row_sent_as_it_was_shown_does_not_undo_a_colleague(uitgave):
    sla_op(uitgave, clienten=typ("5"))
    sla_op(uitgave, clienten=typ("6", versie=1), reden="Nalevering")
    _, [oud, nieuw] = sla_op(
        uitgave, clienten=typ("5", versie=1), wachtlijst=typ("3"), alles_of_niets=True
    )
    assert (oud.uitkomst, nieuw.uitkomst) == ("ongewijzigd", "opgeslagen")
    assert waarden() == [6, 3]


def test_a_known_figure_can_not_be_emptied(uitgave):
    sla_op(uitgave, clienten=typ("5"))
    _, [cel] = sla_op(uitgave, clienten=typ("", versie=1))
    assert (cel.uitkomst, waarden()) == ("fout", [5])
    assert "Schrijf ‘niet bekend’" in cel.melding


def test_empty_rows_are_left_alone_and_a_note_without_a_figure_is_not(uitgave):
    _, [leeg, noot] = sla_op(uitgave, clienten=typ(""), wachtlijst=typ("", voetnoot="Zie brief"))
    assert (leeg.uitkomst, noot.uitkomst) == ("ongewijzigd", "fout")
    assert not Aanlevering.objects.exists()


def test_source_date_of_a_figure_stays(uitgave):
    from datetime import date

    w = make_waarneming(rij(uitgave).indicator, "2026-09", 5, brondatum=date(2026, 10, 1))
    sla_op(uitgave, clienten=typ("6", versie=1), reden="x")
    w.refresh_from_db()
    assert (w.waarde, w.brondatum, w.versie) == (6, date(2026, 10, 1), 2)


def test_a_row_that_is_not_in_the_grid_is_refused(uitgave):
    vreemd = make_indicator(uitgave.gemeente, "vreemd")
    make_waarneming(vreemd, "2026-09", 1)
    uitslag = bewaar(uitgave, {"0" * 12: typ("5")}, by=None)
    assert "Laad de pagina opnieuw" in uitslag.cellen["0" * 12].melding


def test_a_closed_edition_takes_no_figures(uitgave):
    sleutel = rij(uitgave).sleutel
    uitgave.stand = UitgaveStand.GEPUBLICEERD
    uitgave.save()
    with pytest.raises(InvoerFout, match="publiceer daarna een correctie"):
        bewaar(uitgave, {sleutel: typ("5")}, by=None)


def test_statements_do_not_grow():
    def vragen(aantal: int) -> int:
        codes = [f"cijfer-{i}" for i in range(aantal)]
        uitgave = make_rooster(*codes, slug=f"dam{aantal}")
        ingevuld = {rij(uitgave, code).sleutel: typ(str(i)) for i, code in enumerate(codes)}
        with CaptureQueriesContext(connection) as context:
            assert bewaar(uitgave, ingevuld, by=None).opgeslagen == aantal
        return len(context)

    vragen(2)  # makes the period
    assert vragen(40) <= vragen(1) + 2


TEKENS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEKENS, st.sampled_from(["", "definitief", "geschat", "x", "\0"]), TEKENS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_the_grid(uitgave, waarde, status, voetnoot):
    with transaction.atomic():
        _, [cel] = sla_op(uitgave, clienten=typ(waarde, status=status, voetnoot=voetnoot))
        transaction.set_rollback(True)
    assert cel.uitkomst in ("opgeslagen", "ongewijzigd", "fout")
    assert cel.uitkomst != "fout" or cel.melding


@given(
    st.sampled_from(["aantal", "euro", "percentage", "cijfer"]),
    st.decimals(-(10**9), 10**9, places=2),
    st.sampled_from(["getal", "kleiner_dan", "nog_niet_bekend", "onbekend", "vervallen"]),
    st.sampled_from(["", "2026-K4", "2027-01"]),
)
def test_what_a_cell_shows_is_read_back(eenheid, getal, aard, belofte):
    if eenheid == "aantal":
        getal = getal.to_integral_value()
    staat = Staat(
        aard,
        waarde=getal if aard == "getal" else None,
        boven=abs(getal) if aard == "kleiner_dan" else None,
        beloofd_voor=belofte if aard == "nog_niet_bekend" else "",
    )
    tekst, beloofd = splits_belofte(invultekst(staat, eenheid=eenheid, decimalen=0))
    assert (lees_getal(tekst, eenheid=eenheid), beloofd) == (staat.getal, staat.beloofd_voor)
