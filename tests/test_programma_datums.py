"""The dates people write: words kept, interval computed, nothing crashes, nothing is reversed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programma.regels.datums import NotatieFout, lees_datum

VERSLAG = date(2021, 4, 30)

VOORBEELDEN = [
    ("Q3/Q4", "2021-07-01", "2021-12-31", "reeks"),
    ("Vanaf Q4-2021", "2021-10-01", None, "vanaf"),
    ("medio 2022", "2022-06-01", "2022-07-31", "ongeveer"),
    ("2022 en verder", "2022-01-01", None, "vanaf"),
    ("2022 e.v.", "2022-01-01", None, "vanaf"),
    ("medio 2022 of later", "2022-06-01", None, "vanaf"),
    ("november 2021 raad", "2021-11-01", "2021-11-30", "maand"),
    ("eind 2021 indien mogelijk", "2021-11-01", "2021-12-31", "ongeveer"),
    ("september 2020", "2020-09-01", "2020-09-30", "maand"),
    ("1-1-2023", "2023-01-01", "2023-01-01", "dag"),
    ("1/5/2021", "2021-05-01", "2021-05-01", "dag"),
    ("1 juli 2021", "2021-07-01", "2021-07-01", "dag"),
    ("tweede week van juni", "2021-06-07", "2021-06-13", "week"),
    ("dit kwartaal", "2021-04-01", "2021-06-30", "kwartaal"),
    ("juni", "2021-06-01", "2021-06-30", "maand"),
    ("2021", "2021-01-01", "2021-12-31", "jaar"),
    ("in 2021", "2021-01-01", "2021-12-31", "jaar"),
    ("datum volgt", None, None, "onbekend"),
    ("Q3 2021", "2021-07-01", "2021-09-30", "kwartaal"),
    ("derde kwartaal van 2021", "2021-07-01", "2021-09-30", "kwartaal"),
    ("H2 2021", "2021-07-01", "2021-12-31", "halfjaar"),
    ("voorjaar 2021", "2021-03-01", "2021-05-31", "ongeveer"),
    ("winter 2020-2021", "2020-12-01", "2021-02-28", "ongeveer"),
    ("eind 2021", "2021-11-01", "2021-12-31", "ongeveer"),
    ("begin september", "2021-09-01", "2021-09-10", "ongeveer"),
    ("april-mei 2021", "2021-04-01", "2021-05-31", "reeks"),
    ("december-januari", "2021-12-01", "2022-01-31", "reeks"),
    ("november-januari 2022", "2021-11-01", "2022-01-31", "reeks"),
    ("2021 en 2022", "2021-01-01", "2022-12-31", "reeks"),
    ("uiterlijk 1 juli 2021", None, "2021-07-01", "uiterlijk"),
    ("tot 1 april 2021", None, "2021-03-31", "uiterlijk"),
    ("na de zomer", "2021-09-01", None, "vanaf"),
    ("naar verwachting juli 2021 (onder voorbehoud).", "2021-07-01", "2021-07-31", "maand"),
    ("rond juni 2021", "2021-06-01", "2021-06-30", "ongeveer"),
    ("doorlopend", None, None, "doorlopend"),
    # as they stand in plans, each once read wrongly or refused
    ("n.t.b.", None, None, "onbekend"),
    ("z.s.m.", None, None, "onbekend"),
    ("Q2, 2022", "2022-04-01", "2022-06-30", "kwartaal"),
    ("mei, 2022", "2022-05-01", "2022-05-31", "maand"),
    ("Q3/2021", "2021-07-01", "2021-09-30", "kwartaal"),
    ("2021/Q3", "2021-07-01", "2021-09-30", "kwartaal"),
    ("Q4-21", "2021-10-01", "2021-12-31", "kwartaal"),
    ("Q3 2022?", "2022-07-01", "2022-09-30", "kwartaal"),
    ("1e kw. 2022", "2022-01-01", "2022-03-31", "kwartaal"),
    ("Q1, Q2 en Q3 2022", "2022-01-01", "2022-09-30", "reeks"),
    ("jan, feb en mrt 2022", "2022-01-01", "2022-03-31", "reeks"),
    ("3e/4e kwartaal 2021", "2021-07-01", "2021-12-31", "reeks"),
    ("1e en 2e kwartaal 2022", "2022-01-01", "2022-06-30", "reeks"),
    ("tweede helft juni 2022", "2022-06-16", "2022-06-30", "ongeveer"),
    ("1e helft juni", "2021-06-01", "2021-06-15", "ongeveer"),
    ("1e half 2022", "2022-01-01", "2022-06-30", "halfjaar"),
    ("eind 1e kwartaal 2022", "2022-03-01", "2022-03-31", "ongeveer"),
    ("eind H1 2022", "2022-05-01", "2022-06-30", "ongeveer"),
    ("2e tertaal 2022", "2022-05-01", "2022-08-31", "reeks"),
    ("week 12 t/m 14 2022", "2022-03-21", "2022-04-10", "reeks"),
    ("wk 12 2022", "2022-03-21", "2022-03-27", "week"),
    ("10 t/m 20 mei 2022", "2022-05-10", "2022-05-20", "reeks"),
    ("15-5", "2021-05-15", "2021-05-15", "dag"),
    ("1-1-'22", "2022-01-01", "2022-01-01", "dag"),
    ("1 jan 22", "2022-01-01", "2022-01-01", "dag"),
    ("01-2022", "2022-01-01", "2022-01-31", "maand"),
    ("2022/01", "2022-01-01", "2022-01-31", "maand"),
    ("maandag 16 mei 2022", "2022-05-16", "2022-05-16", "dag"),
    ("van maart tot mei 2022", "2022-03-01", "2022-05-31", "reeks"),
    ("tussen 1 maart en 1 mei 2022", "2022-03-01", "2022-05-01", "reeks"),
    ("vanaf 1 januari 2022 tot 1 juli 2022", "2022-01-01", "2022-07-01", "reeks"),
    ("start januari 2021 - eind december 2022", "2021-01-01", "2022-12-31", "reeks"),
    ("start mei 2021, gereed mei 2022", "2021-05-01", "2022-05-31", "reeks"),
    ("vanaf april-mei 2021", "2021-04-01", None, "vanaf"),
    ("tot eind 2022", None, "2022-12-31", "uiterlijk"),
    ("structureel vanaf 2022", "2022-01-01", None, "vanaf"),
    ("mei 2022 - doorlopend", "2022-05-01", None, "vanaf"),
    ("vanaf mei 2022 structureel", "2022-05-01", None, "vanaf"),
    ("2022, daarna jaarlijks", "2022-01-01", None, "vanaf"),
    ("niet eerder dan Q3 2022", "2022-07-01", None, "vanaf"),
    ("niet voor 2023", "2023-01-01", None, "vanaf"),
    ("op zijn vroegst 2023", "2023-01-01", None, "vanaf"),
    ("in ieder geval voor 2023", None, "2022-12-31", "uiterlijk"),
    ("schooljaar 2021/2022", "2021-08-01", "2022-07-31", "reeks"),
    ("schooljaar 2021-'22", "2021-08-01", "2022-07-31", "reeks"),
    ("eind schooljaar 2021-2022", "2022-06-01", "2022-07-31", "ongeveer"),
    ("volgend schooljaar", "2021-08-01", "2022-07-31", "reeks"),
    ("voor de zomervakantie", None, "2021-06-30", "uiterlijk"),
    ("na het zomerreces 2022", "2022-09-01", None, "vanaf"),
    ("voor de kerst 2021", None, "2021-12-24", "uiterlijk"),
    ("eind van het jaar", "2021-11-01", "2021-12-31", "ongeveer"),
    ("eind van dit kwartaal", "2021-06-01", "2021-06-30", "ongeveer"),
    ("begin volgende maand", "2021-05-01", "2021-05-10", "ongeveer"),
    ("komend voorjaar", "2022-03-01", "2022-05-31", "ongeveer"),
    ("raad van 28 juni 2022", "2022-06-28", "2022-06-28", "dag"),
    ("doorgeschoven naar Q3 2022", "2022-07-01", "2022-09-30", "kwartaal"),
    ("oplevering Q2 2022", "2022-04-01", "2022-06-30", "kwartaal"),
    ("elk kwartaal", None, None, "doorlopend"),
]


@pytest.mark.parametrize(("tekst", "begin", "eind", "precisie"), VOORBEELDEN)
def test_words_become_an_interval_and_are_kept(tekst, begin, eind, precisie):
    datum = lees_datum(tekst, referentie=VERSLAG)
    iso = [d.isoformat() if d else None for d in (datum.begin, datum.eind)]
    assert (datum.tekst, *iso, datum.precisie) == (tekst, begin, eind, precisie)


def test_split_planning_has_a_date_for_each_part():
    datum = lees_datum(
        "eind 2020 Nieuwleusen, eind 2021 Dalfsen en Lemelerveld", referentie=VERSLAG
    )
    assert (datum.begin, datum.eind) == (date(2020, 11, 1), date(2021, 12, 31))
    assert [(d.naam, d.tekst, d.eind.year) for d in datum.delen] == [
        ("Nieuwleusen", "eind 2020", 2020),
        ("Dalfsen en Lemelerveld", "eind 2021", 2021),
    ]


@pytest.mark.parametrize(
    "tekst",
    [
        "Noord: Q2 2022; Zuid: Q3 2022",
        "Noord Q2 2022, Zuid Q3 2022",
        "Q2 2022 (Noord), Q3 2022 (Zuid)",
    ],
)
def test_the_name_of_a_part_may_stand_in_front_or_in_brackets(tekst):
    datum = lees_datum(tekst, referentie=VERSLAG)
    assert [(d.naam, d.eind) for d in datum.delen] == [
        ("Noord", date(2022, 6, 30)),
        ("Zuid", date(2022, 9, 30)),
    ]
    assert datum.precisie == "delen"


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "week 3 van juni",
        "week 12 t/m",
        "week 50-2 2022",
        "Q2 2022 t/m",
        "20-10 mei 2022",
        "schooljaar 2022",
        "schooljaar 2021-2023",
        "niet 2022, niet 2023",
        "2 weken na besluit",
        "13-2022",
        "binnenkort",
        "31 juni 2021",
        "Q5 2021",
        "winter 2021",
        "2022-2020",
        "week 60 2021",
        "Q2 22",
    ],
)
def test_what_can_not_be_read_says_what_to_do(tekst):
    with pytest.raises(NotatieFout) as fout:
        lees_datum(tekst, referentie=VERSLAG)
    assert len(fout.value.melding) > 20


def test_two_digits_that_may_be_a_year_are_refused_with_both_readings():
    with pytest.raises(NotatieFout) as fout:
        lees_datum("jan 22", referentie=VERSLAG)
    assert "22 januari of januari 2022" in fout.value.melding


@pytest.mark.parametrize(("verslag", "jaar"), [("2021-12-15", 2022), ("2021-04-30", 2021)])
def test_a_month_without_a_year_is_of_the_report_or_the_next_year(verslag, jaar):
    assert lees_datum("maart", referentie=date.fromisoformat(verslag)).eind.year == jaar


WOORDEN = st.sampled_from(
    [
        "q1",
        "q3",
        "q4-2021",
        "medio",
        "begin",
        "eind",
        "2020",
        "2021",
        "2099",
        "juni",
        "jan",
        "dec-21",
        "vanaf",
        "tot",
        "uiterlijk",
        "voor",
        "na",
        "de",
        "week",
        "tweede",
        "laatste",
        "van",
        "31",
        "1-1-2023",
        "31/2/2021",
        "/",
        "-",
        ",",
        "en",
        "of",
        "t/m",
        "kwartaal",
        "h2",
        "helft",
        "dit",
        "volgend",
        "jaar",
        "maand",
        "voorjaar",
        "winter",
        "datum",
        "volgt",
        "dalfsen",
        "(",
        ")",
        "'",
        "?",
        "½",
        "²",
        "2021-02-29",
        "2021-13",
        "schooljaar",
        "2021-2022",
        "wk",
        "12",
        "tussen",
        "start",
        "gereed",
        "niet",
        "eerder",
        "dan",
        "tertaal",
        "kerst",
        "komend",
        "begin",
        "half",
        ":",
        ";",
        "(noord)",
        "week",
        "53",
    ]
)


@given(
    st.lists(WOORDEN, max_size=7).map(" ".join) | st.text(max_size=40),
    st.dates(date(1990, 1, 1), date(2150, 1, 1)),
)
def test_no_notation_crashes_and_no_interval_reverses(tekst, verslag):
    try:
        datum = lees_datum(tekst, referentie=verslag)
    except NotatieFout as fout:
        assert fout.melding
        return
    assert datum.tekst == tekst.strip()
    for stuk in (datum, *datum.delen):
        assert stuk.begin is None or stuk.eind is None or stuk.begin <= stuk.eind


@given(st.dates(date(1990, 1, 1), date(2150, 1, 1)))
def test_a_day_written_as_the_dutch_do_is_that_day(dag):
    for tekst in (f"{dag.day}-{dag.month}-{dag.year}", dag.isoformat()):
        datum = lees_datum(tekst, referentie=VERSLAG)
        assert datum.begin == datum.eind == dag
