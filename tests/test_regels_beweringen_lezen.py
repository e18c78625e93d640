"""Reading sentences: nothing crashes the reader, and what we write ourselves is read back."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.regels.beweringen import TOT, VAN, controleer
from monitor.regels.beweringen.gegevens import Tekst
from monitor.regels.beweringen.tijden import vind_tijden
from monitor.regels.beweringen.woorden import lees_woord
from monitor.regels.beweringen.zinnen import zinnen
from monitor.regels.tonen import toon_getal
from tests.bevindingen import steenwijkerland
from tests.bevindingen.bouwen import dia, document

STUKJES = [
    "van ", "naar ", "684", "1.234", "€ 50.000", "40%", "gemiddeld ", "per maand", ". ", ", ", "waarvan ",
    "31 juni 2021", "januari", " tot en met ", "2021", "(", ")", "tekort ", "steeg ", "daalde ", "‘", "’",
    "\n- ", "samen ", "één ", "miljoen ", "1,5 ", "-", "TOZO 3 ", "tot 1 juli 2021 ", "tabel 3 ", VAN, TOT,
    "€", "..", "0", "0%", "van 0 naar 0 steeg 5%", "hoofdstuk Wmo", "1-13-2021", "uur ", "niet haalbaar",
]  # fmt: skip


def lees(tekst):
    return zinnen(Tekst("p", "w", tekst), 2021)


def met(tekst):
    bron = steenwijkerland
    return document(
        "2021-03_2021-04", "2021-04-30", "2021-06-22", [dia(1, "jeugd", tekst)],
        hoofdstukken=bron.HOOFDSTUKKEN, cijfers=bron.CIJFERS, geldrijen=bron.GELD,
        tabellen=bron.TABELLEN,
    )  # fmt: skip


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_text_crashes_the_check(tekst):
    controleer(met(tekst))


@given(st.lists(st.sampled_from(STUKJES), max_size=25).map("".join))
@settings(max_examples=300, deadline=None)
def test_no_mixture_of_known_words_crashes_the_check(tekst):
    controleer(met(tekst))


@given(
    st.decimals(min_value=0, max_value=10**9, places=0),
    st.sampled_from(["aantal", "euro", "percentage"]),
)
def test_what_we_write_is_read_back(waarde, eenheid):
    geschreven = toon_getal(waarde, eenheid=eenheid)
    (zin,) = lees(f"Wij noemen hier {geschreven}.")
    getallen = [*zin.getallen, *zin.tijden]

    assert len(getallen) == 1
    assert getattr(getallen[0], "waarde", waarde) == waarde


@given(st.decimals(min_value=Decimal("0.01"), max_value=10**6, places=2))
def test_cents_are_read_back(waarde):
    geschreven = toon_getal(waarde, eenheid="euro")

    assert [g.waarde for g in lees(f"Het kostte {geschreven} in totaal.")[0].getallen] == [waarde]


@pytest.mark.parametrize(
    ("woord", "waarde"),
    [("zevenendertig", 37), ("tweeëntwintig", 22), ("honderdtwaalf", 112), ("drieduizend", 3000),
     ("één", 1), ("een", None), ("negentig", 90), ("twaalfhonderd", 1200), ("huis", None)],
)  # fmt: skip
def test_number_words(woord, waarde):
    assert lees_woord(woord) == waarde


@pytest.mark.parametrize(
    ("tekst", "waarde", "vorm"),
    [
        ("€ 1,1 miljoen", "1100000", "euro"),
        ("€ 2.113.821,-", "2113821", "euro"),
        ("vijf miljoen", "5000000", "aantal"),
        ("2,2 procent", "2.2", "procent"),
        ("3 procentpunt", "3", "procentpunt"),
        ("€\u00a0−308.223", "-308223", "euro"),
        ("3 ton", "300000", "euro"),
    ],
)
def test_amounts_in_words(tekst, waarde, vorm):
    getal = lees(f"Het gaat om {tekst} dit jaar.")[0].getallen[0]

    assert (getal.waarde, getal.vorm) == (Decimal(waarde), vorm)


@pytest.mark.parametrize(
    ("tekst", "van", "tot"),
    [
        ("1 juli 2021", date(2021, 7, 1), date(2021, 7, 1)),
        ("01-10-2021", date(2021, 10, 1), date(2021, 10, 1)),
        ("1/5/2021", date(2021, 5, 1), date(2021, 5, 1)),
        ("maart-april 2021", date(2021, 3, 1), date(2021, 4, 30)),
        ("januari tot en met april 2020", date(2020, 1, 1), date(2020, 4, 30)),
        ("tweede helft van 2020", date(2020, 7, 1), date(2020, 12, 31)),
        ("Q1 2022", date(2022, 1, 1), date(2022, 3, 31)),
        ("derde kwartaal", date(2021, 7, 1), date(2021, 9, 30)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_moments(tekst, van, tot):
    (tijd,) = vind_tijden(f"Dat was in {tekst} zo.", 2021)

    assert (tijd.van, tijd.tot) == (van, tot)


def test_references_are_known_as_such():
    (zin,) = lees(f"Er zijn {VAN}748{TOT} cliënten en 12 klachten.")

    assert zin.tekst == "Er zijn 748 cliënten en 12 klachten."
    assert [(g.waarde, g.is_verwezen) for g in zin.getallen] == [(748, True), (12, False)]


def test_abbreviations_do_not_end_a_sentence():
    assert len(lees("Een tekort van ca. € 50.000 t.o.v. de begroting. Dat is veel.")) == 2


def los(tekst):
    """The typed numbers that are told to have no figure behind them."""
    gevonden = [b.som for b in controleer(met(tekst)) if b.soort == "LOS"]
    return re.findall("‘([^’]+)’", gevonden[0]) if gevonden else []


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("De kosten zijn circa € 61.000.", ["€ 61.000"]),
        ("Het gaat om 12,99 mln en 0,7%.", ["0,7%"]),  # the budget is 12.994.629
        ("In 2021, op 22 juni 2021, 8 weken lang, jonger dan 18 jaar.", []),
        ("Transformatie 2.0, 70-plussers, H2, 1e kwartaal, 3/4.", []),
        ("Zie [nota 12345](https://x.nl/99999) voor meer.", []),
        ("Het is 27 per 1.000 inwoners.", ["27"]),
        ("Gemeenten van 20.000 tot 50.000 inwoners.", []),
        ("Van 748 jongeren en 2.480 inwoners is dit bekend.", []),  # figures of this edition
        ("Artikel 212 van de wet, boven € 10.000.", []),
        ("Het raadsstuk noemt ‘circa € 61.000’.", []),
        (f"Er zijn {VAN}999{TOT} meldingen.", []),
    ],
)
def test_typed_numbers_without_a_figure(tekst, verwacht):
    assert los(tekst) == verwacht
