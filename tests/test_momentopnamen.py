"""What was published with an older shape can be read by the code of today, and looks the same.

See `tests/momentopnamen/LEESMIJ.md` for how to write anew what is kept.
"""

import hashlib
import json
import os
import re
from pathlib import Path

import pytest
import time_machine
from django.core.cache import caches

from monitor.publiceren.bestanden import FORMATEN
from monitor.publiceren.schema import SCHEMA
from monitor.weergave.publicaties import geheugen
from tests.lezen import pagina, publiceer
from tests.momentopname import momentopname

HIER = Path(__file__).parent / "momentopnamen"
MAPPEN = sorted(HIER.glob("schema-*"))
SCHRIJF = os.environ.get("MOMENTOPNAMEN") == "schrijf"
HOE = "Bedoeld? MOMENTOPNAMEN=schrijf .venv/bin/python -m pytest -q tests/test_momentopnamen.py"
U = "/rijkdorp/2020-H2/"
PAGINAS = {
    "uitgave": U,
    "uitgaven": "/rijkdorp/uitgaven/",
    "over": "/rijkdorp/over/",
    "vergelijken": "/rijkdorp/vergelijken/",
    "zoeken": "/rijkdorp/zoeken/?q=jeugd",
    "nota": f"{U}nota/",
    "cijfers": f"{U}cijfers/",
    "cijfer": f"{U}cijfers/zaken/",
    "financieel": f"{U}financieel/",
    "jeugd": f"{U}jeugd/",
    "sociale-basis": f"{U}sociale-basis/",
    "hoofdstuk-programma": f"{U}programma/",
    "voorbeeld": f"{U}voorbeeld/",
    "grafieken": f"{U}grafieken/",
    "toestanden": f"{U}toestanden/",
    "programma": f"{U}programma/grip-op-sociaal-domein/",
}


@pytest.fixture(autouse=True)
def _koud():
    geheugen.clear()
    caches["paginas"].clear()


def inhoud_van(map_):
    return json.loads((map_ / "inhoud.json").read_text(encoding="utf-8"))


@pytest.fixture(params=MAPPEN, ids=lambda m: m.name)
def map_(request):
    return request.param


@pytest.fixture
def gepubliceerd(map_, db):
    with time_machine.travel("2026-11-22T12:00:00+00:00", tick=False):
        yield publiceer("rijkdorp", "2020-H2", inhoud=inhoud_van(map_))


def houd(pad: Path, nu: str) -> str:
    """What is kept; with MOMENTOPNAMEN=schrijf it is first written anew."""
    if SCHRIJF:
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(nu, encoding="utf-8")
    return pad.read_text(encoding="utf-8") if pad.exists() else ""


def gewoon(main: str) -> str:
    """Without what is not of the snapshot: empty lines of a template, and the links to a PDF, which
    are there only on a machine that can make one."""
    zonder = re.sub(
        r"<(li|p)\b[^>]*><a [^>]*monitor\.pdf.*?</\1>|<a [^>]*monitor\.pdf.*?</a>", "", main
    )
    return re.sub(r"\n\s*\n+", "\n", zonder) + "\n"


def test_every_schema_has_its_snapshot():
    assert [m.name for m in MAPPEN] == [f"schema-{n}" for n in range(1, SCHEMA + 1)]
    assert [inhoud_van(m)["schema"] for m in MAPPEN] == list(range(1, SCHEMA + 1))


def test_the_snapshot_is_rich(map_):
    """So that the comparison below stands for what gemeenten publish."""
    inhoud = inhoud_van(map_)
    blokken = [b for h in inhoud["hoofdstukken"] for b in h["blokken"]]
    tekst = json.dumps(inhoud)

    assert {b["soort"] for b in blokken} == {"tegels", "financieel", "tabel", "grafiek", "ranglijst", "tekst", "programma"}  # fmt: skip
    assert len({b["inhoud"]["vorm"] for b in blokken if b["soort"] == "grafiek"}) == 10
    assert inhoud["programmas"] and inhoud["nota"] and inhoud["correcties"] and inhoud["herzien"]
    assert "onderdrukt" in tekst and '"brug"' in tekst and "gecorrigeerd" in tekst


def test_the_files_are_the_same_bytes(map_):
    inhoud = inhoud_van(map_)
    nu = {f: hashlib.sha256(maak(inhoud)).hexdigest() for f, (maak, _) in FORMATEN.items()}
    bewaard = houd(map_ / "bestanden.json", json.dumps(nu, indent=1, sort_keys=True) + "\n")

    assert nu == json.loads(bewaard), HOE


@pytest.mark.parametrize("naam", PAGINAS)
def test_the_pages_say_and_draw_the_same(client, gepubliceerd, map_, naam):
    response = client.get(PAGINAS[naam])
    (main,) = re.findall(r"<main.*?</main>", response.content.decode(), re.S)
    main = gewoon(main)

    assert main == houd(map_ / "paginas" / f"{naam}.html", main), HOE


def test_no_page_of_the_snapshot_is_left_out(client, gepubliceerd, map_):
    """A page that the edition links to is kept, or of a kind that is kept."""
    inhoud = inhoud_van(map_)
    soorten = {b["soort"] for h in inhoud["hoofdstukken"] for b in h["blokken"]}
    for hoofdstuk in inhoud["hoofdstukken"]:
        soorten -= {b["soort"] for b in hoofdstuk["blokken"] if f"{U}{hoofdstuk['code']}/" in PAGINAS.values()}  # fmt: skip

    assert soorten == set()
    for code in inhoud["indicatoren"]:
        assert client.get(f"{U}cijfers/{code}/").status_code == 200


# -- a shape of a later day ----------------------------------------------------------------------


@pytest.fixture
def nieuwer(db):
    publiceer()
    return publiceer(inhoud=momentopname() | {"schema": SCHEMA + 1}, schema_versie=SCHEMA + 1)


S = "/steenwijkerland/2021-03_2021-04/"


@pytest.mark.parametrize("adres", ["/steenwijkerland/", S, f"{S}jeugd/", f"{S}monitor.csv", f"{S}monitor.zip", f"{S}bestanden/"])  # fmt: skip
def test_a_snapshot_of_a_later_program_is_refused_in_words(client, nieuwer, adres):
    p = pagina(client, adres, status=503)

    assert "gemaakt met een nieuwere versie van dit programma" in p.tekst
    assert client.get(adres)["Cache-Control"] == "no-store"


def test_the_api_refuses_it_too(client, nieuwer):
    response = client.get("/api/v1/gemeenten/steenwijkerland/uitgaven/2021-03_2021-04/cijfers")

    assert (response.status_code, response["Content-Type"]) == (503, "application/problem+json")


@pytest.mark.parametrize("adres", ["/", "/nieuw.atom", "/sitemap.xml", "/robots.txt", "/api/v1/gemeenten", f"{S}?versie=1"])  # fmt: skip
def test_what_does_not_open_it_goes_on(client, nieuwer, adres):
    assert client.get(adres).status_code == 200


@pytest.mark.parametrize("adres", [f"{S}grafiek/jeugd/kosten.json", "/steenwijkerland/catalogus.ttl", "/steenwijkerland/monitors.zip"])  # fmt: skip
def test_nowhere_it_is_a_failure(client, nieuwer, adres):
    assert client.get(adres).status_code in (404, 503)
