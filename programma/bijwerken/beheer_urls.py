"""Addresses of the update page of staff; part of the admin, with its refusals."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.urls import URLPattern, path

from programma.bijwerken import linkbeheer, views

app_name = "admin_bijwerken"


def _beheer(route: str, view: Callable[..., Any], naam: str) -> URLPattern:
    return path(route, admin.site.admin_view(view), name=naam)


P = "<int:programma_pk>/"
urlpatterns = [
    _beheer("", views.overzicht, "overzicht"),
    _beheer(P, views.programma, "programma"),
    _beheer(f"{P}hiaten/", views.hiaten, "hiaten"),
    _beheer(f"{P}links/", linkbeheer.links, "links"),
    _beheer(f"{P}links/<int:link_pk>/intrekken/", linkbeheer.intrekken, "intrekken"),
]
