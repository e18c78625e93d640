"""Numbers: each notation, each refusal, and: what we write we read back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.regels.getallen import Getal, NotatieFout, lees_cel, lees_getal
from monitor.regels.tonen import toon, toon_getal, toon_groot

D = Decimal


@pytest.mark.parametrize(
    ("tekst", "eenheid", "verwacht"),
    [
        ("€ 12.994.629", "euro", Getal(waarde=D(12994629))),
        ("€\u00a012.994.629", "euro", Getal(waarde=D(12994629))),
        ("€ 300.000,--", "euro", Getal(waarde=D(300000))),
        ("€ 2.113.821,-", "euro", Getal(waarde=D(2113821))),
        ("€ 597.217,22", "euro", Getal(waarde=D("597217.22"))),
        ("€ 1,1 miljoen", "euro", Getal(waarde=D(1100000))),
        ("bijna € 1.170.000", "euro", Getal(waarde=D(1170000), benadering="minder_dan")),
        ("−51.371", "euro", Getal(waarde=D(-51371))),
        ("€ -51.371", "euro", Getal(waarde=D(-51371))),
        ("12 994 629", "euro", Getal(waarde=D(12994629))),
        ("1.135", "aantal", Getal(waarde=D(1135))),
        ("1325", "aantal", Getal(waarde=D(1325))),
        ("0", "aantal", Getal(waarde=D(0))),
        ("+27", "aantal", Getal(waarde=D(27))),
        ("<10", "aantal", Getal("kleiner_dan", boven=D(10))),
        ("minder dan 10", "aantal", Getal("kleiner_dan", boven=D(10))),
        ("15-20", "aantal", Getal("bereik", onder=D(15), boven=D(20))),
        ("15 tot 20", "aantal", Getal("bereik", onder=D(15), boven=D(20))),
        ("39-42%", "percentage", Getal("bereik", onder=D(39), boven=D(42))),
        ("7,73", "cijfer", Getal(waarde=D("7.73"))),
        ("7.73", "cijfer", Getal(waarde=D("7.73"))),
        ("2,2%", "percentage", Getal(waarde=D("2.2"))),
        ("circa 20%", "percentage", Getal(waarde=D(20), benadering="ongeveer")),
        ("ruim 200", "aantal", Getal(waarde=D(200), benadering="meer_dan")),
        ("1.234.567", "percentage", Getal(waarde=D(1234567))),
        ("Zie toelichting", "aantal", Getal("zie_toelichting")),
        ("niet gemeten", "cijfer", Getal("niet_gemeten")),
        ("nog niet bekend", "cijfer", Getal("nog_niet_bekend")),
        ("niet bekend", "cijfer", Getal("onbekend")),
        ("n.v.t.", "cijfer", Getal("nvt")),
        ("vervallen", "cijfer", Getal("vervallen")),
    ],
)
def test_reads(tekst, eenheid, verwacht):
    assert lees_getal(tekst, eenheid=eenheid) == verwacht


@pytest.mark.parametrize(
    ("tekst", "eenheid", "deel"),
    [
        ("1.234", "cijfer", "op twee manieren"),
        ("1.234", "percentage", "op twee manieren"),
        ("1.234", "uren", "op twee manieren"),
        ("-", "aantal", "op twee manieren"),
        ("1,234.56", "euro", "Bedoelt u 1.234,56?"),
        ("1,234", "aantal", "Bedoelt u 1.234?"),
        ("12,994,629", "euro", "Bedoelt u 12.994.629?"),
        ("7,5", "aantal", "heel getal"),
        ("5%", "aantal", "percentage"),
        ("€ 5", "aantal", "bedrag"),
        ("", "aantal", "leeg"),
        ("NaN", "aantal", "geen getal"),
        ("Infinity", "euro", "geen getal"),
        ("1e308", "euro", "afgekort getal"),
        ("#REF!", "aantal", "foutmelding van het rekenprogramma"),
        ("#N/B", "euro", "foutmelding van het rekenprogramma"),
        ("####", "aantal", "te smal"),
        ("748*", "aantal", "kolom voetnoot"),
        ("748¹", "aantal", "kolom voetnoot"),
        ("748 (voorlopig)", "aantal", "‘voorlopig’ in de kolom status"),
        ("100 cliënten", "aantal", "zonder ‘cliënten’"),
        ("€ 1.250k", "euro", "voluit"),
        ("≤10", "aantal", "schrijf <11"),
        ("10+", "aantal", "meer dan 9"),
        ("0,015", "euro", "twee cijfers achter de komma"),
        ("1.234 euro", "aantal", "geen geld"),
        ("7\u00ad48", "aantal", "onzichtbaar"),
        ("1.23.456", "aantal", "geen getal"),
        ("1'234", "aantal", "geen getal"),
        ("=1+1", "aantal", "geen getal"),
        ("zes", "aantal", "geen getal"),
        ("20-15", "aantal", "Draai ze om"),
        ("1,23456", "cijfer", "vier"),
        ("9" * 16, "euro", "te groot"),
        ("7\u202e48", "aantal", "onzichtbaar"),
        ("7\x00", "aantal", "onzichtbaar"),
    ],
)
def test_refuses_by_name(tekst, eenheid, deel):
    with pytest.raises(NotatieFout, match=deel.replace("?", r"\?")):
        lees_getal(tekst, eenheid=eenheid)


def test_ambiguous_number_names_both_readings():
    with pytest.raises(NotatieFout) as fout:
        lees_getal("1.234", eenheid="cijfer")
    assert fout.value.lezingen == ("1234", "1,234")


def test_count_with_decimals_is_read_when_its_indicator_has_them():
    assert lees_getal("321,59", eenheid="aantal", decimalen=2) == Getal(waarde=D("321.59"))


@pytest.mark.parametrize(
    ("waarde", "eenheid", "procent", "verwacht"),
    [
        (748, "aantal", False, D(748)),
        (748.0, "aantal", False, D(748)),
        (7.73, "cijfer", False, D("7.73")),
        (0.1 + 0.2, "cijfer", False, D("0.3")),
        (0.022, "percentage", True, D("2.2")),
        (D("12994629"), "euro", False, D(12994629)),
        ("€ 5", "euro", False, D(5)),
    ],
)
def test_typed_cells(waarde, eenheid, procent, verwacht):
    assert lees_cel(waarde, eenheid=eenheid, is_percentcel=procent).waarde == verwacht


@pytest.mark.parametrize(
    ("tekst", "eenheid", "lezingen"),
    [
        ("(1.234)", "euro", ("-1.234", "1.234")),
        ("€ (1.234)", "euro", ("-1.234", "1.234")),
        ("1.234-", "aantal", ("-1.234", "1.234")),
        ("—", "aantal", ("0", "niet bekend")),
        ("--", "aantal", ("0", "niet bekend")),
        ("-1.234", "percentage", ("-1234", "-1,234")),
    ],
)
def test_a_sign_that_can_be_read_in_two_ways(tekst, eenheid, lezingen):
    with pytest.raises(NotatieFout, match="op twee manieren") as fout:
        lees_getal(tekst, eenheid=eenheid)
    assert fout.value.lezingen == lezingen


@pytest.mark.parametrize(
    ("tekst", "eenheid", "verwacht"),
    [
        ("1.234 euro", "euro", "1234"),
        ("1.234€", "euro", "1234"),
        ("1,2 miljoen euro", "euro", "1200000"),
        ("1.234.567,-", "euro", "1234567"),
        ("'1234", "aantal", "1234"),
        ("1\u2009234", "aantal", "1234"),
        ("-0", "aantal", "0"),
        ("-0,00", "euro", "0"),
    ],
)
def test_as_offices_write_it(tekst, eenheid, verwacht):
    assert str(lees_getal(tekst, eenheid=eenheid).waarde) == verwacht


@pytest.mark.parametrize(
    ("tekst", "aard"),
    [("N.v.t", "nvt"), ("nvt.", "nvt"), ("n.n.b.", "nog_niet_bekend"), ("nb", "onbekend")],
)
def test_abbreviations_with_or_without_dots(tekst, aard):
    assert lees_getal(tekst, eenheid="aantal").aard == aard


@pytest.mark.parametrize("waarde", [True, float("nan"), float("inf"), 1e308, None, object(), 7.5])
def test_odd_cells_are_refused(waarde):
    with pytest.raises(NotatieFout):
        lees_cel(waarde, eenheid="aantal")


EENHEDEN = ["aantal", "euro", "percentage", "cijfer", "uren", "maanden", "per_1000", "rang",
            "euro_per_inwoner", "dagen"]  # fmt: skip
heel = st.integers(-(10**14), 10**14).map(Decimal)
gebroken = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)


@given(st.sampled_from(EENHEDEN), st.one_of(heel, gebroken), st.integers(0, 2))
def test_what_we_write_we_read_back(eenheid, waarde, decimalen):
    if eenheid in ("aantal", "rang"):
        waarde, decimalen = waarde.to_integral_value(), 0
    for benadering in ("", "ongeveer", "meer_dan", "minder_dan"):
        getal = Getal(waarde=waarde, benadering=benadering)
        gelezen = lees_getal(toon(getal, eenheid=eenheid, decimalen=decimalen), eenheid=eenheid)
        assert gelezen == getal


@given(st.sampled_from(EENHEDEN), heel, heel)
def test_ranges_are_read_back(eenheid, a, b):
    getal = Getal("bereik", onder=min(a, b), boven=max(a, b))
    assert lees_getal(toon(getal, eenheid=eenheid), eenheid=eenheid) == getal


@given(st.text(max_size=30), st.sampled_from(EENHEDEN))
def test_any_text_is_read_or_refused(tekst, eenheid):
    try:
        assert isinstance(lees_getal(tekst, eenheid=eenheid), Getal)
    except NotatieFout as fout:
        assert fout.melding


def test_numbers_for_readers():
    assert toon_getal(D(13046000), eenheid="euro") == "€\u00a013.046.000"
    assert toon_getal(D(-3000), eenheid="euro") == "€\u00a0−3.000"
    assert toon_groot(D(13046000), eenheid="euro") == ("€\u00a013,05", "mln")
    assert toon_groot(D(748), eenheid="aantal") == ("748", "")
