"""Every page type of the reader, on a snapshot that was published by hand."""

import re
from itertools import pairwise

import pytest

from tests.lezen import Pagina, pagina, publiceer
from tests.make import make_gemeente
from tests.momentopname import galerij

pytestmark = pytest.mark.django_db
U = "/steenwijkerland/2021-03_2021-04/"
PAGINAS = [
    "/",
    "/steenwijkerland/",
    "/steenwijkerland/uitgaven/",
    "/steenwijkerland/over/",
    "/steenwijkerland/toegankelijkheid/",
    "/steenwijkerland/vergelijken/",
    "/steenwijkerland/zoeken/",
    "/steenwijkerland/zoeken/?q=jeugd",
    U,
    f"{U}jeugd/",
    f"{U}toestanden/",
    f"{U}sociale-basis/",
    f"{U}cijfers/",
    f"{U}cijfers/clienten/",
    f"{U}cijfers/lasten-wmo/",
]


@pytest.fixture
def monitor(db):
    return publiceer(inhoud=galerij())


@pytest.mark.parametrize("adres", PAGINAS)
def test_each_page_has_one_h1_and_nothing_inline(client, monitor, adres):
    p = pagina(client, adres)

    assert len(p.alle("h1")) == 1
    assert not [s for s in p.alle("script") if "src" not in s]
    assert not p.alle("style")
    assert not [t for t, a in p.tags if "style" in a or any(k.startswith("on") for k in a)]


@pytest.mark.parametrize("adres", PAGINAS)
def test_headings_skip_no_level(client, monitor, adres):
    niveaus = [int(t[1]) for t, _ in pagina(client, adres).tags if re.fullmatch(r"h[1-6]", t)]

    assert all(b - a <= 1 for a, b in pairwise(niveaus))


@pytest.mark.parametrize("adres", PAGINAS)
def test_no_id_is_used_twice_and_every_anchor_exists(client, monitor, adres):
    p = pagina(client, adres)
    ids = [a["id"] for _, a in p.tags if a.get("id")]

    assert len(ids) == len(set(ids))
    doelen = {a["href"][1:] for a in p.alle("a") if (a.get("href") or "").startswith("#")}
    assert doelen <= set(ids)


@pytest.mark.parametrize("adres", PAGINAS)
def test_numbers_are_dutch(client, monitor, adres):
    tekst = pagina(client, adres).tekst

    assert not re.search(r"\d\.\d{1,2}(?!\d)", re.sub(r"WCAG 2\.2", "", tekst))
    assert not re.search(r"€ \d", tekst)
    assert "None" not in tekst


@pytest.mark.parametrize("adres", PAGINAS)
def test_no_link_is_dead(client, monitor, adres):
    for a in pagina(client, adres).alle("a"):
        href = (a.get("href") or "").split("#")[0]
        if href.startswith("/") and not href.startswith(("/inloggen", "/static", "/admin")):
            assert client.get(href).status_code in (200, 202) or "2021-01_2021-02" in href, href


def test_chapter_shows_the_figures_of_the_council(client, monitor):
    tekst = pagina(client, f"{U}jeugd/").tekst

    for verwacht in ("748", "+27 t.o.v. vorige monitor", "27 meer dan in februari 2021 (721)"):
        assert verwacht in tekst
    for bedrag in ("€\xa012.994.629", "€\xa013.046.000", "€\xa011.893.000"):
        assert bedrag in tekst


STATEN = {
    "Normaal": ("Op koers", "vinkje"),
    "Gelijk": ("Gelijk aan vorige monitor", "gelijk"),
    "Let op": ("Let op", "driehoek"),
    "Actie nodig": ("Actie nodig", "kruis"),
    "Niet bijgewerkt": ("Nog niet bijgewerkt", "klok"),
    "Voorlopig": ("Voorlopig", "open"),
    "Geschat": ("Geschat", "benadering"),
    "Onderdrukt": ("Minder dan 10", "slot"),
    "Gecorrigeerd": ("Gecorrigeerd op 1 juli 2021", "pen"),
    "Andere telling": ("Andere telling dan vorige keer", "wissel"),
    "Geen gegevens": ("Niet gemeten", "streep"),
}


@pytest.mark.parametrize("label", STATEN)
def test_each_state_has_a_word_and_a_shape(client, monitor, label):
    html = client.get(f"{U}toestanden/").content.decode()
    woord, vorm = STATEN[label]
    stuk = next(t for t in html.split('<li class="rm-tegel')[1:] if f">{label}</a>" in t)

    tekst = Pagina(f"<{stuk}").tekst
    assert woord in tekst
    assert f"rm-icoon--{vorm}" in stuk


def test_the_large_figure_says_that_it_may_change(client, db):
    """The newest month of costs is small only because bills come later."""
    inhoud = galerij()
    for reeks in inhoud["indicatoren"]["lasten"]["reeksen"]:
        reeks["cellen"][-1]["status"] = "voorlopig"
    publiceer(inhoud=inhoud)
    html = client.get(f"{U}cijfers/lasten/").content.decode()

    groot = re.search(r'class="rm-groot">(.+?)</p>', html)
    assert groot and groot[1].endswith(" · voorlopig</small>")


def test_a_hidden_count_shows_no_number_but_its_limit(client, monitor):
    html = client.get(f"{U}toestanden/").content.decode()
    stuk = next(t for t in html.split('<li class="rm-tegel')[1:] if ">Onderdrukt</a>" in t)

    assert set(re.findall(r"\d+", Pagina(f"<{stuk}").tekst)) == {"10", "2021"}


def test_unknown_address_is_a_friendly_404(client, monitor):
    p = pagina(client, f"{U}bestaat-niet/", 404)

    assert "/steenwijkerland/" in {a.get("href") for a in p.alle("a")}
    assert len(p.alle("h1")) == 1


@pytest.mark.parametrize(
    "adres",
    [
        "/nergens/",
        "/nergens/2021/",
        "/steenwijkerland/2019/",
        f"{U}?versie=9",
        f"{U}?versie=x",
        f"{U}?versie=²",
        f"{U}cijfers/niet/",
        "/steenwijkerland/onzin/",
        "/admin-x/..",
    ],
)
def test_what_is_not_there_is_a_404(client, monitor, adres):
    assert client.get(adres).status_code == 404


def test_address_without_slash_is_completed(client, monitor):
    assert client.get("/steenwijkerland").headers["Location"] == "/steenwijkerland/"
    assert client.get(U.rstrip("/") + "/jeugd").headers["Location"] == f"{U}jeugd/"


def test_gemeente_without_a_monitor_says_when_the_first_comes(client):
    make_gemeente("dalfsen", eerste_uitgave_verwacht="in mei 2022")

    assert "De eerste monitor verschijnt in mei 2022" in pagina(client, "/dalfsen/").tekst
    assert "in mei 2022" in pagina(client, "/dalfsen/zoeken/").tekst


def test_fictitious_gemeente_says_so_on_every_page(client):
    inhoud = galerij(gemeente="demodam")
    inhoud["gemeente"]["is_fictief"] = True
    publiceer("demodam", inhoud=inhoud)

    for adres in PAGINAS[1:]:
        demodam = adres.replace("steenwijkerland", "demodam")
        assert "Demodam bestaat niet" in pagina(client, demodam).tekst


@pytest.mark.parametrize("formaat", ["csv", "json"])
def test_files_come_from_the_snapshot(client, monitor, formaat):
    response = client.get(f"{U}monitor.{formaat}")

    assert response.status_code == 200
    assert b"748" in response.content


def test_only_reading_is_allowed(client, monitor):
    assert client.post(U).status_code == 405
