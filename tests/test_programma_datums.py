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
        "",
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
