"""The start page of the admin, its navigation, and its language."""

import subprocess
from gettext import GNUTranslations
from pathlib import Path
from shutil import which

import pytest
from django.conf import settings
from django.contrib import admin

from monitor.beheer.site import GROEPEN
from monitor.models.enums import Rol, Soort
from tests.make import make_gemeente, make_indicator, make_uitgave, make_user, make_waarneming

pytestmark = pytest.mark.django_db
PO = Path(settings.BASE_DIR) / "sociaaldomein/locale/nl/LC_MESSAGES/django.po"


@pytest.fixture
def a():
    return make_gemeente("aadorp")


def menu(client) -> dict[str, list[str]]:
    groepen = client.get("/admin/").context["app_list"]
    return {g["name"]: [m["object_name"] for m in g["models"]] for g in groepen}


def test_menu_is_what_an_invoerder_does(client, a):
    client.force_login(make_user(a, Rol.INVOERDER))
    assert list(menu(client))[:2] == ["Invoer", "Uitgaven"]
    assert "Waarneming" in menu(client)["Invoer"]
    assert "User" not in str(menu(client))


def test_menu_of_support_has_all_groups_in_order_and_no_parts(client):
    client.force_login(make_user(is_superuser=True))
    namen = list(menu(client))
    assert namen == [g for g in GROEPEN if g in namen]
    assert "Blokregel" not in str(menu(client))


def test_every_model_in_the_menu_has_a_place():
    for model_admin in admin.site._registry.values():
        assert not model_admin.in_menu or model_admin.groep in GROEPEN, model_admin


def test_open_work_and_what_is_late_of_own_gemeente(client, a):
    b = make_gemeente("beestad")
    for gemeente in (a, b):
        make_uitgave(gemeente, titel=f"Monitor {gemeente}")
        laat = make_indicator(gemeente, "laat", naam=f"Laat {gemeente}", frequentie="maand")
        make_waarneming(laat, "2021-02", 7)
        op_tijd = make_indicator(gemeente, "op-tijd", naam="Op tijd", frequentie="maand")
        make_waarneming(op_tijd, "2021-04", 8)
    client.force_login(make_user(a, Rol.REDACTEUR))
    pagina = client.get("/admin/")
    assert [str(r.indicator) for r in pagina.context["achterstand"]] == ["Laat Aadorp"]
    assert [str(u) for u in pagina.context["open_uitgaven"]] == ["Monitor Aadorp"]
    assert "Beestad" not in pagina.content.decode()


def test_a_budget_does_not_make_a_figure_up_to_date(client, a):
    indicator = make_indicator(a, frequentie="maand")
    make_uitgave(a)
    make_waarneming(indicator, "2021", 9, soort=Soort.BEGROTING_PRIMITIEF)
    client.force_login(make_user(a, Rol.REDACTEUR))
    assert len(client.get("/admin/").context["achterstand"]) == 1


@pytest.mark.parametrize("aantal", [1, 3])
def test_queries_of_the_start_page_do_not_grow(client, a, aantal, django_assert_max_num_queries):
    for i in range(aantal):
        make_indicator(a, f"i{i}", frequentie="maand")
        make_uitgave(a, f"202{i}")
    client.force_login(make_user(a, Rol.REDACTEUR))
    with django_assert_max_num_queries(14):
        client.get("/admin/")


def test_history_is_dutch_and_shows_what_changed(client, a):
    indicator = make_indicator(a, naam="Oude naam")
    indicator.naam = "Nieuwe naam"
    indicator.save()
    client.force_login(make_user(a, Rol.REDACTEUR))
    tekst = client.get(f"/admin/monitor/indicator/{indicator.pk}/history/").content.decode()
    assert "Oude naam → Nieuwe naam" in tekst
    for engels in ("View history", "Change reason", "Created", "entries", "style="):
        assert engels not in tekst


@pytest.mark.skipif(which("msgfmt") is None, reason="msgfmt (gettext) ontbreekt")
def test_compiled_translations_are_those_of_the_source(tmp_path):
    uit = tmp_path / "django.mo"
    subprocess.run([which("msgfmt"), "-o", str(uit), str(PO)], check=True)
    assert _woorden(uit) == _woorden(PO.with_suffix(".mo"))


def _woorden(pad: Path) -> dict:
    with pad.open("rb") as bestand:
        return {n: v for n, v in GNUTranslations(bestand)._catalog.items() if n}
