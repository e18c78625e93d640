"""Status that can not flatter, and slip that no decision can hide."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programma.regels.datums import Datum, lees_datum
from programma.regels.niveaus import lees_niveaus, lees_woord
from programma.regels.status import _BEGONNEN, _GUNST, Feiten, geldend, stel_voor
from programma.regels.tellen import kop, tel
from programma.regels.uitloop import Moment, eerste_belofte, hele_maanden, uitloop, verwachting

PEIL = date(2021, 4, 30)
VERSLAG = date(2021, 4, 16)


def d(tekst: str) -> Datum:
    return lees_datum(tekst, referentie=VERSLAG)


def stel(
    gepland="", *, verwacht="", gemeld="", op=VERSLAG, resultaat=False, klaar="", besluiten=()
):
    return stel_voor(
        Feiten(
            gepland=d(gepland) if gepland else None,
            besluiten=[Moment(dag, d(tekst)) for dag, tekst in besluiten],
            verwacht=Moment(op, d(verwacht)) if verwacht else None,
            gemeld=gemeld,
            gemeld_op=op if gemeld else None,
            gerealiseerd=d(klaar) if klaar else None,
            heeft_resultaat=resultaat,
        ),
        peildatum=PEIL,
    )


@pytest.mark.parametrize(
    ("gepland", "verwacht", "tekst"),
    [
        ("medio 2021", "in 2021", "tot 5 maanden"),
        ("december 2020", "in 2021", "tot 12 maanden"),
        ("december 2020", "medio 2021", "ongeveer 7 maanden"),
        ("november 2020", "november 2021", "12 maanden"),
        ("maart 2021", "november 2021", "8 maanden"),
        ("2021", "1 januari 2022", ""),
        ("vanaf Q4 2021", "2023", ""),
        ("1 juli 2021", "datum volgt", ""),
    ],
)
def test_slip_in_whole_months(gepland, verwacht, tekst):
    assert uitloop(d(gepland), d(verwacht)).tekst == tekst


@pytest.mark.parametrize(
    ("feiten", "status"),
    [
        ({"gepland": "2021", "gemeld": "loopt"}, "op_schema"),
        ({"gepland": "2021", "verwacht": "1-1-2022", "gemeld": "op_schema"}, "op_schema"),
        ({"gepland": "medio 2021", "verwacht": "2021", "gemeld": "loopt"}, "vertraagd"),
        ({"gepland": "1 juli 2021", "verwacht": "datum volgt", "gemeld": "loopt"}, "vertraagd"),
        (
            {"gepland": "eind 2021", "verwacht": "datum volgt", "gemeld": "niet_gestart"},
            "niet_gestart",
        ),
        ({"gepland": "vanaf Q4-2021", "gemeld": "niet_gestart"}, "niet_gestart"),
        ({"gepland": "oktober 2020", "gemeld": "gereed", "resultaat": True}, "gereed"),
        ({"gepland": "oktober 2020", "gemeld": "gereed"}, "vertraagd"),
        ({"gepland": "2022", "gemeld": "gereed"}, "loopt"),
        ({"gepland": "2022", "klaar": "april 2021", "gemeld": "loopt"}, "gereed"),
        ({"gemeld": "loopt"}, "loopt"),
        ({"gemeld": "gestopt"}, "gestopt"),
        ({}, "niet_gestart"),
        ({"gepland": "2021"}, "geen_bericht"),
        ({"gepland": "maart 2021"}, "vertraagd"),
    ],
)
def test_the_facts_propose_a_status_with_a_reason(feiten, status):
    voorstel = stel(**feiten)
    assert voorstel.status == status
    assert voorstel.reden.endswith(".")


def test_past_its_date_without_word_says_so_by_itself():
    voorstel = stel("maart 2021", gemeld="op_schema", op=date(2021, 2, 1))
    assert voorstel.is_over_tijd
    assert voorstel.reden == "Over tijd, geen bericht: gepland was maart 2021."
    assert geldend(voorstel, gemeld="op_schema", toelichting="Het komt goed.") == "vertraagd"


def test_a_rosier_status_needs_an_explanation():
    voorstel = stel("medio 2021", verwacht="2021", gemeld="op_schema")
    assert geldend(voorstel, gemeld="op_schema", toelichting="") == "vertraagd"
    assert geldend(voorstel, gemeld="op_schema", toelichting="Alleen nazorg.") == "op_schema"


def test_replanning_does_not_turn_the_light_green():
    voorstel = stel(
        "december 2020",
        gemeld="loopt",
        verwacht="medio 2021",
        besluiten=[(date(2021, 3, 1), "medio 2021")],
    )
    assert voorstel.status == "vertraagd"
    assert (voorstel.tegen_eerste.tekst, voorstel.tegen_besluit.tekst) == ("ongeveer 7 maanden", "")


def test_undone_past_its_date_slips_by_the_day():
    assert stel("december 2020", gemeld="loopt").tegen_eerste.tekst == "al 4 maanden"


DATUMS = st.builds(
    lambda dag: Datum("x", dag, dag, "dag"), st.dates(date(2018, 1, 1), date(2030, 1, 1))
)
MOMENTEN = st.builds(Moment, st.dates(date(2018, 1, 1), date(2022, 1, 1)), DATUMS)


@given(DATUMS, DATUMS, DATUMS)
def test_slip_is_monotone(belofte, a, b):
    vroeg, laat = sorted((a, b), key=lambda x: x.eind)
    assert uitloop(belofte, vroeg).maanden <= uitloop(belofte, laat).maanden


@given(DATUMS, st.lists(MOMENTEN, max_size=4), MOMENTEN, st.none() | MOMENTEN)
def test_replanning_never_lowers_the_slip_against_the_first_plan(eerste, besluiten, nieuw, stand):
    zonder = uitloop(eerste, verwachting(eerste, besluiten, stand)).maanden
    met = uitloop(eerste, verwachting(eerste, [*besluiten, nieuw], stand)).maanden
    assert met >= zonder


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_whole_months_are_never_negative(a, b):
    assert hele_maanden(a, b) >= 0 and (hele_maanden(a, b) == 0 or b > a)


STATUSSEN = st.sampled_from(["", *sorted(_BEGONNEN), "niet_gestart", "gestopt", "ingetrokken"])
FEITEN = st.builds(
    Feiten, gepland=st.none() | DATUMS, besluiten=st.lists(MOMENTEN, max_size=3), verwacht=st.none() | MOMENTEN,
    gemeld=STATUSSEN, gemeld_op=st.none() | st.dates(date(2018, 1, 1), date(2022, 1, 1)),
    heeft_resultaat=st.booleans(),
)  # fmt: skip
DAGEN = st.dates(date(2018, 1, 1), date(2030, 1, 1))


def is_even_streng(minder: str, meer: str) -> bool:
    return minder not in _GUNST or _GUNST.index(meer) >= _GUNST.index(minder)


@given(st.builds(replace, FEITEN, gepland=DATUMS), MOMENTEN, DAGEN)
def test_replanning_never_turns_a_light_green(feiten, besluit, dag):
    zonder = stel_voor(feiten, peildatum=dag)
    met = stel_voor(
        replace(feiten, besluiten=sorted([*feiten.besluiten, besluit], key=lambda b: b.op)),
        peildatum=dag,
    )
    assert is_even_streng(zonder.status, met.status)
    assert met.tegen_eerste.maanden >= zonder.tegen_eerste.maanden


@given(FEITEN, DAGEN, DAGEN)
def test_silence_never_makes_it_rosier_once_it_began(feiten, a, b):
    vroeg, laat = (stel_voor(feiten, peildatum=dag) for dag in sorted((a, b)))
    assert is_even_streng(vroeg.status, laat.status)
    assert laat.is_over_tijd >= vroeg.is_over_tijd


@given(FEITEN, DAGEN)
def test_past_its_last_said_date_without_word(feiten, dag):
    voorstel = stel_voor(feiten, peildatum=dag)
    belofte = eerste_belofte(feiten.gepland, feiten.besluiten)  # without a plan, the first decision
    gezegd = [d.eind for d in (belofte, voorstel.verwacht) if d and d.eind]
    open_ = voorstel.status not in ("gereed", "gestopt", "ingetrokken")
    stil = bool(gezegd) and (feiten.gemeld_op is None or feiten.gemeld_op <= max(gezegd))
    assert voorstel.is_over_tijd == (open_ and stil and max(gezegd) < dag)


@given(FEITEN, DAGEN)
def test_undone_past_the_first_plan_is_late(feiten, dag):
    voorstel = stel_voor(feiten, peildatum=dag)
    if feiten.gepland and feiten.gepland.eind < dag:
        assert voorstel.status in ("vertraagd", "gereed", "gestopt", "ingetrokken")


def test_who_named_a_later_date_is_not_without_word_until_that_date_passes():
    """Reported on the first of February that it will be June; the peildatum is in April."""
    gemeld = date(2021, 2, 1)
    voor = stel("maart 2021", verwacht="juni 2021", gemeld="loopt", op=gemeld)
    assert (voor.status, voor.is_over_tijd) == ("vertraagd", False)
    assert voor.reden == "Nu verwacht: juni 2021, 3 maanden later dan gepland."
    na = stel("januari 2021", verwacht="maart 2021", gemeld="loopt", op=gemeld)
    assert (
        na.reden == "Over tijd, geen bericht: gepland was januari 2021, verwacht werd maart 2021."
    )


def test_datum_volgt_names_no_date():
    assert stel(
        "maart 2021", verwacht="datum volgt", gemeld="loopt", op=date(2021, 2, 1)
    ).is_over_tijd


def test_a_decision_of_less_than_a_month_does_not_make_it_on_schedule():
    voorstel = stel("15 april 2021", gemeld="op_schema", besluiten=[(VERSLAG, "10 mei 2021")])
    assert (voorstel.status, voorstel.tegen_eerste.maanden) == ("vertraagd", 0)
    assert (
        voorstel.reden
        == "Gepland was 15 april 2021. Die datum is voorbij. Nu verwacht: 10 mei 2021."
    )


def test_headline_counts_in_words():
    telling = tel(["klaar"] * 5 + ["op_schema"] * 7 + ["later"] * 5 + ["niet_gestart"] * 2)
    assert kop(telling, lees_woord("mijlpaal, mijlpalen")) == [
        "5 van de 19 mijlpalen zijn klaar.",
        "5 lopen later dan gepland.",
    ]
    assert telling.zin == "5 van 19 klaar"


def test_levels_are_chosen_by_the_programme():
    niveaus = lees_niveaus("portfolio, portfolio's / project, projecten\nfase, fasen")
    assert [n.enkel for n in niveaus] == ["portfolio", "project", "fase"]
    with pytest.raises(ValueError, match="enkelvoud en meervoud"):
        lees_niveaus("tafel")


@pytest.mark.parametrize("gepland", ["", "datum volgt", "doorlopend"])
def test_without_a_dated_plan_the_first_decision_is_the_promise(gepland):
    besluiten = [(date(2020, 9, 1), "december 2020"), (date(2021, 1, 1), "eind 2021")]
    v = stel(gepland, verwacht="eind 2021", gemeld="loopt", besluiten=besluiten)
    assert (v.status, v.tegen_eerste.maanden, v.tegen_besluit.maanden) == ("vertraagd", 12, 0)


def test_a_dated_plan_stays_the_promise_whatever_is_decided():
    besluiten = [(date(2020, 10, 1), "eind 2021")]
    v = stel("december 2020", verwacht="eind 2021", gemeld="loopt", besluiten=besluiten)
    assert v.tegen_eerste.maanden == 12
