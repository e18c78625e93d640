"""A figure in a real browser: still until it is reached, then the same points by Chart.js."""

import pytest

from tests.grafiek_maak import grafiek, voorlopig
from tests.lezen import publiceer
from tests.test_grafiek_gelijk import ADRES, met_grafiek

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCHUIF = ".rm-liniaal__schuif"


@pytest.fixture
def figuur(page, live_server):
    """The page of a chart, with what the browser complained about."""

    def open_(inhoud, breed=1440):
        publiceer(inhoud=met_grafiek(inhoud))
        page.klachten = []
        page.on("console", lambda m: page.klachten.append(m.text))
        page.on("pageerror", lambda e: page.klachten.append(str(e)))
        page.set_viewport_size({"width": breed, "height": 900})
        page.goto(f"{live_server.url}{ADRES}jeugd/")
        return page

    return open_


def reik(page):
    page.locator(SCHUIF).focus()
    page.wait_for_selector(".rm-grafiek__doek", state="attached")


def op_plek(punten):
    return sorted(punten, key=lambda p: (round(p[0]), p[1]))


def jaren():
    return grafiek(
        "jaren", [118, 120, 122], [143, None, voorlopig(187)],
        namen=("2020", "2021"), labels=["jan", "feb", "mrt"],
    )  # fmt: skip


def test_the_library_is_loaded_on_the_first_reach_only(figuur):
    page = figuur(jaren())
    gevraagd = []
    page.on("request", lambda r: gevraagd.append(r.url.rsplit("/", 1)[-1]))
    page.wait_for_timeout(300)
    assert page.locator("canvas").count() == 0
    assert not [naam for naam in gevraagd if naam.endswith((".js", ".json"))]
    reik(page)
    assert sorted(naam for naam in gevraagd if naam.endswith((".js", ".json"))) == [
        "chart.umd.min.js",
        "grafiek-doek.js",
        "proef.json",
    ]
    assert page.klachten == []


def test_the_leesliniaal_works_by_keys(figuur):
    page = figuur(jaren())
    schuif = page.locator(SCHUIF)
    assert schuif.get_attribute("aria-valuetext") == "maart: 2020 122 · 2021 187 (voorlopig)"
    schuif.press("ArrowLeft")
    assert schuif.get_attribute("aria-valuetext") == "februari: 2020 120 · 2021 niet bekend"
    schuif.press("Home")
    assert page.locator(".rm-liniaal__tekst").inner_text() == "januari: 2020 118 · 2021 143"


def test_pointing_at_the_chart_moves_the_same_control(figuur):
    page = figuur(jaren())
    vlak = page.locator(".rm-grafiek__vlak")
    vlak.scroll_into_view_if_needed()
    doos = vlak.bounding_box()
    page.mouse.move(doos["x"] + 45, doos["y"] + 100)
    assert page.locator(SCHUIF).input_value() == "0"
    page.wait_for_selector(".rm-grafiek__doek", state="attached")


@pytest.mark.parametrize("breed", [1440, 390])
@pytest.mark.parametrize("vorm", ["jaren", "kolom", "in_uit", "gestapeld"])
def test_chartjs_puts_its_points_where_the_drawing_had_them(figuur, vorm, breed):
    reeksen = {"jaren": 2, "kolom": 1, "in_uit": 3, "gestapeld": 3}[vorm]
    inhoud = grafiek(vorm, *[[20, 35, 30], [12, 14, 18], [90, 95, 99]][:reeksen])
    page = figuur(inhoud, breed)
    eerder = page.evaluate(GETEKEND)
    reik(page)
    assert page.klachten == []
    later = page.evaluate(OP_DOEK)
    assert len(eerder) == len(later) > 2
    for (x, y), (cx, cy) in zip(op_plek(eerder), op_plek(later), strict=True):
        assert (cx, cy) == (pytest.approx(x, abs=1.6), pytest.approx(y, abs=1.6))


# The points of lines and the outer middle of columns, in pixels from the corner of the figure.
GETEKEND = """() => {
  const svg = [...document.querySelectorAll('#proef svg')].find((s) => s.clientWidth);
  const s = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const uit = [];
  for (const m of svg.querySelectorAll('.rm-merken polyline'))
    for (const p of m.points) uit.push([p.x * s, p.y * s]);
  for (const m of svg.querySelectorAll('.rm-merken rect')) {
    const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((a) => m[a].baseVal.value * s);
    uit.push([x + w / 2, y + h / 2]);
  }
  return uit;
}"""
OP_DOEK = """() => {
  const chart = Chart.getChart(document.querySelector('.rm-grafiek__doek'));
  const uit = [];
  chart.data.datasets.forEach((d, n) => chart.getDatasetMeta(n).data.forEach((e, i) => {
    if (d.data[i] === null) return;
    uit.push([e.x, d.type === 'bar' ? (e.y + e.base) / 2 : e.y]);
  }));
  return uit;
}"""


@pytest.mark.parametrize("breed", [320, 390, 768])
def test_a_figure_never_makes_the_page_scroll_sideways(figuur, breed):
    page = figuur(grafiek("lijn", *[list(range(36))] * 4), breed)
    reik(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= breed


def test_the_canvas_follows_the_drawing_when_the_window_changes(figuur):
    page = figuur(jaren())
    reik(page)
    page.set_viewport_size({"width": 390, "height": 800})
    for _ in range(40):  # not wait_for_function: the policy forbids what that does
        if page.locator("canvas").bounding_box()["width"] < 390:
            break
        page.wait_for_timeout(50)
    svg, doek = (page.locator(s).bounding_box() for s in (".rm-grafiek__svg--smal", "canvas"))
    assert doek["width"] == pytest.approx(svg["width"], abs=1)
    assert doek["height"] == pytest.approx(svg["height"], abs=1)


def test_without_script_the_figure_is_whole_and_the_control_is_gone(browser, live_server):
    publiceer(inhoud=met_grafiek(jaren()))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{ADRES}jeugd/")
    assert page.locator(".rm-grafiek__svg--breed").is_visible()
    assert page.locator("#proef summary").is_visible()
    assert not page.locator(SCHUIF).is_visible()
    context.close()


def test_paper_gets_the_drawing_and_the_open_table(figuur):
    page = figuur(jaren())
    reik(page)
    page.emulate_media(media="print")
    assert not page.locator(".rm-grafiek__doek").is_visible()
    assert page.locator(".rm-grafiek__svg--breed .rm-merken").is_visible()
    assert not page.locator(".rm-liniaal").is_visible()
