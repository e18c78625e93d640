"""Addresses of the API: plural nouns, no slash at the end, the major version in front."""

from django.urls import path

from monitor.weergave import urls as weergave_urls  # registers the converters of these addresses
from monitor.weergave.api import views

assert weergave_urls.U
app_name = "api"
V = "v1/"
G = f"{V}gemeenten/<gemeente:gemeente>"
U = f"{G}/uitgaven/<periode:uitgave>"
urlpatterns = [
    path("schemas/momentopname-1.json", views.schema, name="schema"),
    path(f"{V}openapi.json", views.openapi, name="openapi"),
    path(f"{V}gemeenten", views.gemeenten, name="gemeenten"),
    path(G, views.gemeente, name="gemeente"),
    path(f"{G}/uitgaven", views.uitgaven, name="uitgaven"),
    path(U, views.uitgave, name="uitgave"),
    path(f"{U}/versies", views.versies, name="versies"),
    path(f"{U}/hoofdstukken", views.hoofdstukken, name="hoofdstukken"),
    path(f"{U}/hoofdstukken/<slug:hoofdstuk>", views.hoofdstuk, name="hoofdstuk"),
    path(f"{U}/indicatoren", views.indicatoren, name="indicatoren"),
    path(f"{U}/indicatoren/<slug:indicator>", views.indicator, name="indicator"),
    path(f"{U}/cijfers", views.cijfers, name="cijfers"),
    path(f"{U}/programmas", views.programmas, name="programmas"),
    path(f"{U}/programmas/<slug:programma>", views.programma, name="programma"),
    path("<path:rest>", views.onbekend, name="onbekend"),
]
