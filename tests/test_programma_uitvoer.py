"""A programme goes out as one spreadsheet and comes back without loss, and a second time changes nothing."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from monitor.invoer.controle import ONGEWIJZIGD
from monitor.invoer.lezer import lees_bestand
from monitor.invoer.soorten import get_soort
from monitor.invoer.tabel import maak_tabel
from programma.invoer.uitvoer import in_volgorde, maak_bestand
from programma.models import (
    Aannamestand,
    Budgetregel,
    Mijlpaal,
    Onderdeel,
    OnderdeelIndicator,
    Programma,
    Risico,
    Risicostand,
    Stand,
)
from sociaaldomein.demo.demodam.maak import maak_bestanden
from tests.make import make_gemeente, make_indicator
from tests.test_programma_invoer import (
    DEMO,
    GRIP,
    JEUGDHULP,
    TRANSFORMATIE,
    importeer,
    maak_cijfers,
)

pytestmark = pytest.mark.django_db
FORMATEN = ("csv", "xlsx", "ods")


def lever_in(gemeente, inhoud, naam):
    """Hand in a file of another kind: the definitions that a programme's figures need."""
    soort = get_soort(naam)
    tabel = maak_tabel(lees_bestand(f"{naam}.csv", inhoud, naam), soort.kolommen(gemeente))
    controle = soort.controleer(tabel, gemeente)
    assert [str(f) for f in controle.fouten] == []
    soort.pas_toe(controle, gemeente, aanlevering=None, by=None, reden="")


def demo(naam):
    """The definitions and the programme file of one of the four demo programmes."""
    vast = {
        "transformatie": ("steenwijkerland", TRANSFORMATIE),
        "jeugdhulp": ("steenwijkerland", JEUGDHULP),
        "grip": ("dalfsen", GRIP),
    }
    if naam in vast:
        slug, pad = vast[naam]
        return (DEMO / slug / "indicatoren.csv").read_bytes(), pad.read_bytes()
    with TemporaryDirectory() as map_:
        stappen = maak_bestanden(Path(map_))
        definities = next(s.bestand for s in stappen if s.werk == "indicatoren")
        programma = [s.bestand for s in stappen if s.werk == "programma"][-1]
        return definities.read_bytes(), programma.read_bytes()


def breng_in(gemeente, inhoud, formaat="csv"):
    controle = importeer(gemeente, inhoud, f"programma.{formaat}")
    assert [str(f) for f in controle.fouten] == []
    return controle


@pytest.mark.parametrize("naam", ["transformatie", "jeugdhulp", "grip", "dichtbij"])
def test_a_demo_programme_goes_round_without_loss(naam):
    definities, programma = demo(naam)
    hier = make_gemeente()
    lever_in(hier, definities, "indicatoren")
    breng_in(hier, programma)
    eerste = maak_bestand(hier.programmas.get(), "csv")
    for formaat in FORMATEN:
        daar = make_gemeente(f"daar-{formaat}")
        maak_cijfers(daar, eerste)
        breng_in(daar, maak_bestand(hier.programmas.get(), formaat), formaat)
        assert maak_bestand(daar.programmas.get(), "csv") == eerste
    nog_eens = breng_in(hier, eerste)
    assert {v.uitkomst for v in nog_eens.verschillen} == {ONGEWIJZIGD}
    assert maak_bestand(hier.programmas.get(), "csv") == eerste


def schoon(rij):
    rij.full_clean()
    rij.save()
    return rij


def maak_rijk(gemeente, tekst="=1+1\r\nregel twee"):
    """A programme with every kind of row: archived, moved, shown twice, and texts like formulas."""
    p = schoon(Programma(gemeente=gemeente, slug="rijk", naam="Rijk", niveaus="doel, doelen\r\ndeel, delen",
                         telniveau=2, uitgangspunten="een\r\n\r\ntwee", start=date(2020, 1, 1), ambitie=tekst,
                         programmamanager="manager, tijdelijk"))  # fmt: skip
    doel = schoon(Onderdeel(programma=p, code="a", titel="A", volgorde=9))
    orig = schoon(Onderdeel(programma=p, code="x", titel=tekst[:50], ouder=doel, gepland_tekst="2021", volgorde=1))  # fmt: skip
    schoon(Onderdeel(programma=p, code="b", titel="B", zelfde_als=orig, volgorde=1, is_gearchiveerd=True))  # fmt: skip
    mijlpaal = schoon(Mijlpaal(programma=p, code="x", titel="Ook x", onderdeel=doel, naar_raad=True))  # fmt: skip
    schoon(Stand(programma=p, mijlpaal=mijlpaal, datum=date(2021, 1, 1), gedaan=tekst))
    schoon(Stand(programma=p, datum=date(2021, 1, 2), gedaan="Over het geheel."))
    cijfer = make_indicator(gemeente, "cijfer")
    koppeling = schoon(OnderdeelIndicator(onderdeel=orig, indicator=cijfer, nulmeting="2019", aanname=tekst[:80]))  # fmt: skip
    schoon(Aannamestand(koppeling=koppeling, datum=date(2021, 1, 1), oordeel="weerlegd", toelichting="Nee."))  # fmt: skip
    risico = schoon(Risico(programma=p, code="r", omschrijving="-r", kans="klein", gevolg="groot", vervallen_op=date(2022, 1, 1)))  # fmt: skip
    schoon(Risicostand(risico=risico, datum=date(2021, 5, 1), kans="groot", gevolg="groot"))
    schoon(Budgetregel(programma=p, soort="toegekend", omschrijving="@geld", document="PPN 2022"))
    return p


def gaat_rond(p, daar):
    eerste = maak_bestand(p, "csv")
    nog_eens = breng_in(p.gemeente, eerste)
    assert {v.uitkomst for v in nog_eens.verschillen} == {ONGEWIJZIGD}
    breng_in(daar, eerste)
    assert maak_bestand(daar.programmas.get(), "csv") == eerste
    return eerste


def test_every_kind_of_row_goes_round():
    daar = make_gemeente("daar")
    make_indicator(daar, "cijfer")
    inhoud = gaat_rond(maak_rijk(make_gemeente()), daar).decode("utf-8-sig")
    assert daar.programmas.get().standen.filter(mijlpaal__code="x").count() == 1
    assert daar.programmas.get().onderdelen.get(code="b").is_gearchiveerd
    assert "'=1+1" in inhoud and ";=1" not in inhoud and ";-r" not in inhoud and ";@geld" not in inhoud  # fmt: skip
    assert Risicostand.objects.filter(risico__programma__gemeente=daar).count() == 1
    assert Aannamestand.objects.filter(koppeling__onderdeel__programma__gemeente=daar).count() == 1


def test_a_file_without_the_column_archives_nothing_and_brings_nothing_back():
    p = maak_rijk(make_gemeente())
    breng_in(p.gemeente, b"rijsoort;code;titel;niveaus\nprogramma;rijk;Rijk;doel, doelen\nonderdeel;b;B;\n")  # fmt: skip
    assert Onderdeel.objects.get(code="b").is_gearchiveerd


class AnyText(TestCase):
    """Whatever people type in a text, the file brings it back the same."""

    @example(tekst="\x850")  # a line break to Python, not to a spreadsheet
    @given(
        tekst=st.text(
            st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Co")), max_size=60
        ).filter(lambda t: not t.strip().startswith("'"))
    )
    @settings(max_examples=25, deadline=None)
    def test_goes_round(self, tekst):
        daar = make_gemeente("daar")
        make_indicator(daar, "cijfer")
        gaat_rond(maak_rijk(make_gemeente(), f"t{tekst}"), daar)


def test_parts_come_below_what_they_name():
    p = maak_rijk(make_gemeente())
    assert [o.code for o in in_volgorde(list(p.onderdelen.all()))] == ["a", "x", "b"]


def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries):
    p = maak_rijk(make_gemeente())
    with django_assert_max_num_queries(14):
        maak_bestand(p, "csv")
    for i in range(5):
        onderdeel = schoon(Onderdeel(programma=p, code=f"n{i}", titel="N"))
        schoon(Stand(programma=p, onderdeel=onderdeel, datum=date(2021, 1, 1), gedaan="x"))
    with django_assert_max_num_queries(14):
        maak_bestand(Programma.objects.get(), "csv")
