"""The programme file: all or nothing, twice the same is once, and the three real programmes."""

import csv
from pathlib import Path

import pytest

from monitor.invoer.lezer import lees_bestand
from monitor.invoer.soorten import get_soort
from monitor.invoer.tabel import maak_tabel
from programma.models import Mijlpaal, Mijlpaaldeel, Onderdeel, OnderdeelIndicator, Programma, Stand
from tests.make import make_gemeente, make_indicator

DEMO = Path(__file__).parent.parent / "sociaaldomein" / "demo"
GRIP = DEMO / "dalfsen" / "programma-grip-op-sociaal-domein.csv"
TRANSFORMATIE = DEMO / "steenwijkerland" / "programma-transformatie-2-0.csv"
JEUGDHULP = DEMO / "steenwijkerland" / "programma-plan-van-aanpak-jeugdhulp.csv"

pytestmark = pytest.mark.django_db
KOP = "rijsoort;code;titel;ouder;niveaus;gepland;datum;status;toelichting;verwacht;gerealiseerd\n"
PROGRAMMA = "programma;p;Proef;;doel, doelen;;;;;;\nonderdeel;a;Eerste;;;juni 2021;;;;;\n"


def importeer(gemeente, inhoud, naam="programma.csv"):
    """Check, and apply when nothing is wrong; gives what was found."""
    soort = get_soort("programma")
    tabel = maak_tabel(lees_bestand(naam, inhoud, soort.code), soort.kolommen(gemeente))
    controle = soort.controleer(tabel, gemeente)
    if controle.kan:
        controle = soort.pas_toe(controle, gemeente, aanlevering=None, by=None, reden="")
    return controle


def maak_cijfers(gemeente, inhoud):
    """The figures that a programme file links, as staff hand them in before it."""
    rijen = csv.DictReader(inhoud.decode("utf-8-sig").splitlines(), delimiter=";")
    rijen = list(rijen)
    codes = {rij.get(kolom) for rij in rijen for kolom in ("indicator", "tegenindicator")}
    geld = {rij.get("indicator") for rij in rijen if rij["rijsoort"] == "budget"}
    for code in sorted(codes - {None, ""}):
        if not gemeente.indicatoren.filter(code=code).exists():
            make_indicator(gemeente, code, eenheid="euro" if code in geld else "aantal")


def importeer_pad(gemeente, pad):
    maak_cijfers(gemeente, pad.read_bytes())
    controle = importeer(gemeente, pad.read_bytes())
    assert [str(f) for f in controle.fouten] == []
    return controle


def van(slug, niveau):
    """The parts of a programme at a depth; 1 is the top."""
    pad = "__".join(["ouder"] * niveau)
    boven = "__".join(["ouder"] * (niveau - 1))
    parts = Onderdeel.objects.filter(programma__slug=slug, **{f"{pad}__isnull": True})
    return parts.filter(**{f"{boven}__isnull": False}) if boven else parts


def test_transformatie_has_its_tables_tracks_activities_and_milestones():
    importeer_pad(make_gemeente(), TRANSFORMATIE)
    slug = "transformatie-2-0"
    assert [van(slug, n).count() for n in (1, 2, 3)] == [4, 13, 41]
    assert van(slug, 3).filter(zelfde_als__isnull=False).count() == 2
    assert Mijlpaal.objects.filter(programma__slug=slug).count() == 7


def test_grip_has_goals_subgoals_results_and_a_split_planning():
    importeer_pad(make_gemeente(), GRIP)
    slug = "grip-op-sociaal-domein"
    assert [van(slug, n).count() for n in (1, 2, 3)] == [4, 18, 39]
    assert Mijlpaal.objects.filter(programma__slug=slug).count() == 5
    delen = Mijlpaaldeel.objects.filter(onderdeel__code="4-2").values_list("naam", "gepland_tekst")
    assert list(delen) == [("Nieuwleusen", "eind 2020"), ("Dalfsen en Lemelerveld", "eind 2021")]
    programma = Programma.objects.get(slug=slug)
    assert "Berap" in programma.budgettekst and "drie risico" in programma.risicotekst


def test_jeugdhulp_has_measures_and_parts_with_what_was_done():
    importeer_pad(make_gemeente(), JEUGDHULP)
    slug = "plan-van-aanpak-jeugdhulp"
    assert [van(slug, n).count() for n in (1, 2)] == [7, 15]
    gedaan = (
        Stand.objects.filter(onderdeel__in=van(slug, 2)).exclude(gedaan="").exclude(opgeleverd="")
    )
    assert gedaan.count() == 15


@pytest.mark.parametrize("pad", [GRIP, TRANSFORMATIE, JEUGDHULP], ids=lambda p: p.stem)
def test_the_same_file_twice_changes_nothing(pad):
    gemeente = make_gemeente()
    eerste = importeer_pad(gemeente, pad)
    aantal = Stand.objects.count()
    tweede = importeer_pad(gemeente, pad)
    assert eerste.nieuw > 40
    assert (tweede.nieuw, tweede.gewijzigd, Stand.objects.count()) == (0, 0, aantal)


def test_a_figure_that_is_not_there_yet_is_refused_with_what_to_do_first():
    gemeente = make_gemeente()
    make_indicator(gemeente, "vervoersvoorziening-terugvordering")
    controle = importeer(gemeente, TRANSFORMATIE.read_bytes())
    fouten = [str(f) for f in controle.fouten]
    assert len(fouten) == 8
    assert all("Lees eerst de indicatoren in" in fout for fout in fouten)
    assert not Programma.objects.exists() and not OnderdeelIndicator.objects.exists()


@pytest.mark.parametrize(
    ("rij", "kolom", "woord"),
    [
        ("onderdeel;b;Tweede;;;binnenkort;;;;;", "gepland", "niet te lezen"),
        ("stand;x;;;;;2021-04-30;loopt;;;", "code", "niet bekend"),
        ("stand;a;;;;;2021-04-30;prima;;;", "status", "niet bekend"),
        ("stand;a;;;;;;loopt;;;", "datum", "leeg"),
        ("stand;a;;;;;2021-08-30;op_schema;;2022;", "toelichting", "Later dan gepland"),
        ("stand;a;;;;;2021-04-30;gereed;;;mei 2021", "gerealiseerd", "moet nog komen"),
        ("mijlpaal;m;Titel;z;;;;;;;", "ouder", "niet bekend"),
        ("project;m;Titel;;;;;;;;", "rijsoort", "niet bekend"),
        ("programma;q;Nog een;;doel;;;;;;", "niveaus", "enkelvoud en meervoud"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_stored(rij, kolom, woord):
    controle = importeer(make_gemeente(), (KOP + PROGRAMMA + rij + "\n").encode())
    assert [(f.rij, f.kolom) for f in controle.fouten] == [(4, kolom)]
    assert woord in str(controle.fouten[0])
    assert not Programma.objects.exists()


def test_a_report_is_added_beside_the_old_one():
    gemeente = make_gemeente()
    importeer(gemeente, (KOP + PROGRAMMA + "stand;a;;;;;2021-04-30;op_schema;;;\n").encode())
    importeer(
        gemeente, (KOP + PROGRAMMA + "stand;a;;;;;2021-05-31;vertraagd;;eind 2021;\n").encode()
    )
    assert list(Stand.objects.values_list("status", "voorgesteld", "verwacht_tekst")) == [
        ("op_schema", "op_schema", ""),
        ("vertraagd", "vertraagd", "eind 2021"),
    ]


def test_a_programme_of_another_shape():
    tekst = (
        "rijsoort;code;titel;ouder;niveaus;telniveau\n"
        "programma;huis;Nieuw huis;;portfolio, portfolio’s / project, projecten / fase, fasen;3\n"
        "onderdeel;p;Portfolio;;;\nonderdeel;q;Project;p;;\nonderdeel;f;Fase;q;;\n"
    )
    importeer(make_gemeente(), tekst.encode())
    assert Programma.objects.get().telwoord.meer == "fasen"


@pytest.mark.parametrize(
    ("rijsoort", "kolom"), [("onderdeel", "code"), ("mijlpaal", "code"), ("risico", "code")]
)
def test_the_same_address_twice_in_a_file_is_refused(rijsoort, kolom):
    rijen = f"{rijsoort};x;De eerste;;;;;;;;\n{rijsoort};x;De tweede;;;;;;;;\n"
    (fout,) = importeer(make_gemeente(), (KOP + PROGRAMMA + rijen).encode()).fouten
    assert (fout.kolom, fout.rij) == (kolom, 5)
    assert "Dit staat ook op rij 4" in str(fout)


def test_the_same_address_in_two_programmes_of_a_file_is_right():
    twee = PROGRAMMA + PROGRAMMA.replace("programma;p", "programma;q")
    assert importeer(make_gemeente(), (KOP + twee).encode()).fouten == []
    assert Onderdeel.objects.filter(code="a").count() == 2
