"""The address walk, forms: a valid form replayed by others, and with the ids of others."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from django.forms import ModelChoiceField

from monitor.models.enums import Rol
from tests.adressen_beleid import Route
from tests.adressen_loper import Loper, routes
from tests.adressen_wereld import Wereld, maak_wereld

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld(settings) -> Wereld:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return maak_wereld()


@pytest.fixture(autouse=True)
def _stil():
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def veldwaarden(antwoord) -> dict[str, object]:
    """What a browser would post when somebody presses save on this page."""
    formulieren = [antwoord.context["adminform"].form]
    for inline in antwoord.context["inline_admin_formsets"]:
        formulieren += [inline.formset.management_form, *inline.formset.forms]
    waarden = {}
    for formulier in formulieren:
        for veld in formulier:
            widget = veld.field.widget
            waarde = widget.format_value(veld.value()) if veld.value() is not None else None
            namen = [veld.html_name]
            if hasattr(widget, "widgets"):  # date and time apart
                namen = [f"{veld.html_name}{n}" for n in widget.widgets_names]
                waarde = [
                    w.format_value(d)
                    for w, d in zip(widget.widgets, widget.decompress(veld.value()), strict=True)
                ]
            else:
                waarde = [waarde]
            for naam, een in zip(namen, waarde, strict=True):
                if een not in (None, "", [], False):
                    waarden[naam] = een
    return waarden


def wijzigformulieren(wereld: Wereld, slug: str) -> Iterator[Route]:
    for route in routes(wereld):
        if route.gemeente == slug and route.model and str(route.naam).endswith("_change"):
            yield route


def test_a_valid_form_posted_by_others_changes_nothing(wereld):
    """The form of Beestad by everybody of Aadorp; that it is valid shows support."""
    support = Loper(wereld, "support")
    lopers = [Loper(wereld, wie) for wie in (*Rol.values, "alles", "anoniem")]
    geldig = 0
    for route in wijzigformulieren(wereld, "beestad"):
        pagina, _, _ = support.vraag(route, "GET")
        if not _is_formulier(pagina):
            continue
        data = veldwaarden(pagina)
        antwoord, _, schreef = support.vraag(route, "POST", data)
        assert antwoord.status_code == 302, (route.pad, _fouten(antwoord))
        geldig += bool(schreef)
        for loper in lopers:
            antwoord, _, schreef = loper.vraag(route, "POST", data)
            assert antwoord.status_code in (302, 403, 404), (loper.wie, route.pad)
            assert antwoord.status_code != 302 or loper.wie == "anoniem", (loper.wie, route.pad)
            assert not schreef, (loper.wie, route.pad)
    assert geldig > 5


def test_own_form_with_ids_of_another_gemeente_is_refused(wereld):
    """Each choice of each form of Aadorp, swapped for the row of Beestad."""
    loper = Loper(wereld, "alles")
    gewisseld = 0
    for route in wijzigformulieren(wereld, "aadorp"):
        pagina, _, _ = loper.vraag(route, "GET")
        if not _is_formulier(pagina):
            continue
        data = veldwaarden(pagina)
        for naam, doel in _keuzes(pagina):
            vreemd = wereld.objecten.get(("beestad", doel))
            if vreemd is None:
                continue
            antwoord, lijf, _ = loper.vraag(route, "POST", {**data, naam: vreemd.pk})
            assert antwoord.status_code in (200, 403), (route.pad, naam)
            assert not [t for t, k in loper.kanaries if k.gemeente == "beestad" and t in lijf]
            gewisseld += 1
    assert gewisseld > 5


def _is_formulier(pagina) -> bool:
    """A form of the admin that this person may save."""
    context = pagina.context if pagina.status_code == 200 else {}
    return "adminform" in context and bool(context["has_change_permission"])


def _keuzes(pagina) -> Iterator[tuple[str, type]]:
    formulieren = [pagina.context["adminform"].form]
    for inline in pagina.context["inline_admin_formsets"]:
        formulieren += inline.formset.initial_forms
    for formulier in formulieren:
        for veld in formulier:
            if isinstance(veld.field, ModelChoiceField) and not veld.is_hidden:
                yield veld.html_name, veld.field.queryset.model


def _fouten(antwoord) -> object:
    return antwoord.context and antwoord.context.get("errors")
