"""The keyboard on reader pages: few stops, none hidden, and a table that scrolls can be reached."""

import json
from pathlib import Path

import pytest

from monitor.weergave.indeling import cijferlijst
from tests.lezen import pagina, publiceer
from tests.momentopname import momentopname

RIJK = Path(__file__).parent / "momentopnamen" / "schema-1" / "inhoud.json"
HOOGSTENS = 45
STOPS = """() => [...document.querySelectorAll("a[href],button,input,select,summary,[tabindex='0']")]
  .filter((e) => e.tabIndex >= 0 && e.checkVisibility()).map((e) => e.className || e.tagName)"""


@pytest.mark.browser
def test_a_chapter_has_few_stops_and_the_first_skips_to_the_content(transactional_db, live_server, page):  # fmt: skip
    inhoud = json.loads(RIJK.read_text(encoding="utf-8"))
    publiceer("rijkdorp", "2020-H2", inhoud=inhoud)
    page.set_viewport_size({"width": 1440, "height": 900})
    for hoofdstuk in ("financieel", "jeugd", "sociale-basis", "programma"):
        page.goto(f"{live_server}/rijkdorp/2020-H2/{hoofdstuk}/")
        page.wait_for_selector(".rm-tablewrap[role]:visible", state="detached")
        stops = page.evaluate(STOPS)

        assert stops[0] == "nl-skip-link"
        assert len(stops) <= HOOGSTENS, (hoofdstuk, len(stops))


@pytest.mark.browser
def test_a_table_is_a_stop_only_where_it_scrolls(transactional_db, live_server, page):
    publiceer()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{live_server}/steenwijkerland/2021-03_2021-04/jeugd/")
    vak = page.locator("#jongeren .rm-tablewrap")

    page.wait_for_selector("#jongeren .rm-tablewrap[role]", state="detached")
    page.set_viewport_size({"width": 150, "height": 900})
    page.wait_for_selector("#jongeren .rm-tablewrap[role=region]")
    assert vak.get_attribute("tabindex") == "0"


@pytest.mark.django_db
def test_without_javascript_every_table_that_may_scroll_is_a_stop(client):
    publiceer()
    html = client.get("/steenwijkerland/2021-03_2021-04/jeugd/").content.decode()

    assert 'class="rm-tablewrap" role="region" tabindex="0"' in html


@pytest.mark.django_db
def test_every_figure_of_a_chapter_is_one_link_in_its_list(client):
    publiceer()
    p = pagina(client, "/steenwijkerland/2021-03_2021-04/jeugd/")
    inhoud = momentopname()
    adressen = [a["href"] for tag, a in p.tags if tag == "a" and "/cijfers/" in a.get("href", "")]
    lijst = cijferlijst(inhoud["hoofdstukken"][0], inhoud["indicatoren"])

    assert lijst
    for code, _ in lijst:
        assert f"/steenwijkerland/2021-03_2021-04/cijfers/{code}/" in adressen


@pytest.mark.django_db
def test_a_footnote_letter_is_heard_as_a_note_and_is_no_link(client):
    publiceer()
    html = client.get("/steenwijkerland/2021-03_2021-04/jeugd/").content.decode()

    assert '<sup class="rm-noot"><span class="rm-verborgen">noot </span>a</sup>' in html
    assert 'href="#noot-' not in html
