"""Periods: canonical codes, people's notations, refusals, choices."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.regels.fouten import NotatieFout
from monitor.regels.keuze import kies_perioden, lees_keuze
from monitor.regels.perioden import een_jaar_eerder, lees_periode, verwachte_periode


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("2021", "2021"),
        ("2021-H2", "2021-H2"),
        ("2021-k1", "2021-K1"),
        ("2021-04", "2021-04"),
        ("2021-P09", "2021-P09"),
        ("2021-01_2021-04", "2021-01_2021-04"),
        ("2022-04-01", "2022-04-01"),
        (".._2021-04", ".._2021-04"),
        ("2021_..", "2021_.."),
        ("2019-H2_2020-06", "2019-H2_2020-06"),
        ("april 2021", "2021-04"),
        ("April  2021", "2021-04"),
        ("apr-21", "2021-04"),
        ("04-2021", "2021-04"),
        ("Q1 2022", "2022-K1"),
        ("2022-Q1", "2022-K1"),
        ("1e kwartaal 2022", "2022-K1"),
        ("1e kw. 2022", "2022-K1"),
        ("kw 1 2022", "2022-K1"),
        ("boekjaar 2022", "2022"),
        ("2022–04", "2022-04"),
        ("januari – april 2021", "2021-01_2021-04"),
        ("2022-04-01T00:00:00", "2022-04-01"),
        ("1-4-2022 0:00", "2022-04-01"),
        ("eerste kwartaal van 2022", "2022-K1"),
        ("2e helft 2020", "2020-H2"),
        ("tweede helft van 2020", "2020-H2"),
        ("t/m april 2021", "2021-01_2021-04"),
        ("januari t/m april 2021", "2021-01_2021-04"),
        ("maart-april 2021", "2021-03_2021-04"),
        ("1 april 2022", "2022-04-01"),
        ("1-4-2022", "2022-04-01"),
        ("1/5/2021", "2021-05-01"),
        ("2015/2018", "2015_2018"),
        ("../2021-04", ".._2021-04"),
        ("p9 2020", "2020-P09"),
    ],
)
def test_reads(tekst, code):
    assert lees_periode(tekst).code == code


@pytest.mark.parametrize(
    "tekst",
    ["", "rommel", "april", "2021-13", "2021-02-30", "2021-04_2021-01", "..", ".._..", "31-2-2021",
     "5e kwartaal 2021", "1.234", "2021-P14", "2021-04-01 08:30"],
)  # fmt: skip
def test_refuses(tekst):
    with pytest.raises(NotatieFout):
        lees_periode(tekst)


@pytest.mark.parametrize("tekst", ["01-02-21", "2020/2021", "21-04"])
def test_two_readings_are_both_named(tekst):
    with pytest.raises(NotatieFout) as fout:
        lees_periode(tekst)
    assert len(fout.value.lezingen) == 2


@pytest.mark.parametrize("tekst", ["44287", "44287.0", "44287,5"])
def test_the_number_of_a_day_is_named(tekst):
    with pytest.raises(NotatieFout, match=r"rekenblad een datum bewaart .*1 april 2021"):
        lees_periode(tekst)


def test_words_for_readers():
    woorden = {c: lees_periode(c).tekst for c in ("2021-04", "2021-03_2021-04", "2020-H2", "2021")}
    assert woorden == {
        "2021-04": "april 2021",
        "2021-03_2021-04": "maart en april 2021",
        "2020-H2": "2e helft van 2020",
        "2021": "2021",
    }


jaren = st.integers(1990, 2099)
codes = st.one_of(
    jaren.map(str),
    st.builds(lambda j, n: f"{j}-H{n}", jaren, st.integers(1, 2)),
    st.builds(lambda j, n: f"{j}-K{n}", jaren, st.integers(1, 4)),
    st.builds(lambda j, n: f"{j}-{n:02}", jaren, st.integers(1, 12)),
    st.builds(lambda j, n: f"{j}-P{n:02}", jaren, st.integers(1, 13)),
    st.dates(date(1990, 1, 1), date(2099, 12, 31)).map(str),
)


@given(codes)
def test_canonical_codes_are_fixed_points(code):
    t = lees_periode(code)
    assert (t.code, t.begin <= t.eind) == (code, True)


@given(codes)
def test_a_year_earlier_is_earlier(code):
    t = lees_periode(code)
    assert een_jaar_eerder(t).eind < t.eind


@given(st.text(max_size=25))
def test_any_text_is_read_or_refused(tekst):
    try:
        assert lees_periode(tekst).code
    except NotatieFout as fout:
        assert fout.melding


@given(st.sampled_from(["maand", "vier_weken", "kwartaal", "halfjaar", "jaar"]),
       st.dates(date(1995, 1, 1), date(2090, 12, 31)))  # fmt: skip
def test_expected_period_has_ended_and_the_next_has_not(frequentie, dag):
    t = verwachte_periode(frequentie, dag)
    assert t.eind <= dag
    assert (dag - t.eind).days <= 366


def test_nothing_is_expected_of_an_irregular_figure():
    assert verwachte_periode("onregelmatig", date(2021, 4, 30)) is None


def kies(keuze, *codes):
    beschikbaar = [lees_periode(c) for c in codes]
    return [t.code for t in kies_perioden(keuze, beschikbaar, peildatum=date(2021, 4, 30))]


def test_choices():
    maanden = ["2021-05", "2021-04", "2020-04", "2019-04", "2021-02"]
    assert kies("", *maanden) == ["2021-04"]
    assert kies("laatste 2", *maanden) == ["2021-02", "2021-04"]
    assert kies("zelfde maand 3", *maanden) == ["2019-04", "2020-04", "2021-04"]
    assert kies("alles", *maanden) == ["2019-04", "2020-04", "2021-02", "2021-04"]
    assert kies("2021-02, 2019-04, 2018", *maanden) == ["2019-04", "2021-02"]
    assert kies("laatste 3") == []


def test_unknown_choice_is_refused():
    with pytest.raises(NotatieFout, match="geen keuze"):
        lees_keuze("morgen")
