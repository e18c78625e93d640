"""Addresses of the reader. Fixed words stand before the edition, and an edition is never a word."""

from django.urls import path, register_converter

from monitor.weergave import views
from monitor.weergave.grafieken.views import grafiek
from monitor.weergave.paden import FormaatPad, GemeentePad, PeriodePad

register_converter(GemeentePad, "gemeente")
register_converter(PeriodePad, "periode")
register_converter(FormaatPad, "formaat")

app_name = "weergave"
U = "<gemeente:gemeente>/<periode:uitgave>/"
urlpatterns = [
    path("", views.start, name="start"),
    path("<gemeente:gemeente>/", views.gemeente, name="gemeente"),
    path("<gemeente:gemeente>/uitgaven/", views.uitgaven, name="uitgaven"),
    path("<gemeente:gemeente>/over/", views.over, name="over"),
    path("<gemeente:gemeente>/toegankelijkheid/", views.toegankelijkheid, name="toegankelijkheid"),
    path("<gemeente:gemeente>/vergelijken/", views.vergelijken, name="vergelijken"),
    path("<gemeente:gemeente>/zoeken/", views.zoeken, name="zoeken"),
    path("<gemeente:gemeente>/thema.css", views.thema, name="thema"),
    path(U, views.uitgave, name="uitgave"),
    path(f"{U}monitor.<formaat:formaat>", views.bestand, name="bestand"),
    path(f"{U}nota/", views.nota, name="nota"),
    path(f"{U}cijfers/", views.cijfers, name="cijfers"),
    path(f"{U}cijfers/<slug:indicator>/", views.cijfer, name="cijfer"),
    path(f"{U}grafiek/<slug:hoofdstuk>/<slug:blok>.json", grafiek, name="grafiek"),
    path(f"{U}<slug:hoofdstuk>/", views.hoofdstuk, name="hoofdstuk"),
]
