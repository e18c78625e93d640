"""The address walk: every address, as everybody, over two gemeenten.

The addresses come from the URL configuration itself; what may be answered stands in
`adressen_beleid`, what may not be seen in `adressen_wereld`. Source: VERTROUWEN, section 4.
"""

from __future__ import annotations

import logging

import pytest
from django.contrib import admin

from monitor.beheer.basis import Scoped
from monitor.models import Publicatie
from monitor.models.enums import Rol
from tests.adressen_beleid import BEHEER, GeenBeleid, Route, mag_zijn
from tests.adressen_loper import Loper, routes, wandel
from tests.adressen_wereld import Wereld, maak_wereld

pytestmark = pytest.mark.django_db
ROLLEN = [*Rol.values, "support", "anoniem"]
ANDERE = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE")


@pytest.fixture
def wereld(settings) -> Wereld:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return maak_wereld()


@pytest.fixture(autouse=True)
def _stil():
    """Thousands of refusals are the point here; their log lines are not."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("wie", ROLLEN)
def test_everybody_gets_what_was_decided_and_sees_nothing_else(wereld, wie):
    assert wandel(wereld, wie, ("GET", "POST")) == []


@pytest.mark.parametrize("wie", ["alles", "anoniem"])
def test_other_methods(wereld, wie):
    assert wandel(wereld, wie, ANDERE) == []


def test_every_route_has_a_decision(wereld):
    for route in routes(wereld):
        mag_zijn(route, "alles", "GET")


def test_a_route_without_a_decision_stops_the_run():
    for route in (
        Route("x/", "", "onbekend", "/x/"),
        Route("x/", "weergave", "onbekend", "/x/"),
        Route("admin/x/", "admin", "onbekend", "/admin/x/"),
        Route("", "admin", "monitor_publicatie_onbekend", "/admin/", model=Publicatie),
    ):
        with pytest.raises(GeenBeleid):
            mag_zijn(route, "alles", "GET")


def test_lists_are_walked_with_questions_too(wereld):
    """Search, filters, sort order, autocompletes, unknown pages: no other gemeente, no 5xx."""
    vragen = [
        "?q=kanarie",
        "?all=",
        "?o=1.-2",
        "?p=9",
        "?e=1",
        "?_popup=1",
        "?waarde__lt=9",
        "?q=%00",
    ]
    loper = Loper(wereld, "alles")
    for route in routes(wereld):
        if route.model is None or not route.naam or not route.naam.endswith("changelist"):
            continue
        for vraag in vragen:
            antwoord, lijf, _ = loper.vraag(
                Route(**{**vars(route), "pad": route.pad + vraag}), "GET"
            )
            assert antwoord.status_code in (200, 302, 400), (route.pad, vraag)
            for tekst, kanarie in loper.kanaries:
                assert tekst not in lijf or kanarie.gemeente == "aadorp", (route.pad, vraag)


def test_every_autocomplete_is_scoped(wereld):
    loper = Loper(wereld, "alles")
    for model in admin.site._registry:
        for veld in model._meta.fields:
            if veld.is_relation:
                meta = model._meta
                plek = f"app_label={meta.app_label}&model_name={meta.model_name}&field_name={veld.name}"
                pad = f"/admin/autocomplete/?{plek}"
                antwoord, lijf, _ = loper.vraag(Route("", "admin", "autocomplete", pad), "GET")
                assert antwoord.status_code in (200, 403, 404), pad
                assert b"beestad" not in lijf.lower(), pad


def test_no_post_without_a_token(wereld):
    loper = Loper(wereld, "alles", enforce_csrf_checks=True)
    for route in routes(wereld):
        antwoord, _, schreef = loper.vraag(route, "POST")
        # the API takes no POST at all, with or without a token
        assert antwoord.status_code == (405 if route.ruimte == "api" else 403), route.pad
        assert not schreef, route.pad


# -- the walk itself is tried --------------------------------------------------------------------


def _indicatorpagina(route: Route) -> bool:
    return "admin/monitor/indicator/" in route.patroon


@pytest.mark.parametrize(
    ("gat", "nieuw"),
    [
        ("scope", lambda self, request, queryset, actie="view": queryset),
        ("mag", lambda self, request, actie, obj=None: True),
    ],
)
def test_a_planted_hole_is_found(wereld, monkeypatch, gat, nieuw):
    keuze = [route for route in routes(wereld) if _indicatorpagina(route)]
    assert wandel(wereld, "invoerder", ("GET", "POST"), keuze) == []
    monkeypatch.setattr(Scoped, gat, nieuw)
    assert wandel(wereld, "invoerder", ("GET", "POST"), keuze) != []


def test_the_table_names_no_page_that_is_not_there(wereld):
    namen = {str(route.naam) for route in routes(wereld) if route.model}
    assert [p for p in BEHEER if not any(naam.endswith(f"_{p}") for naam in namen)] == []
