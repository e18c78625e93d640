"""Addresses of the reader. Fixed words stand before the edition, and an edition is never a word."""

from django.urls import path, register_converter

from monitor.weergave import views
from monitor.weergave.grafieken.views import grafiek
from monitor.weergave.opendata import views as opendata
from monitor.weergave.opendata.feeds import Nieuw, NieuwVanGemeente
from monitor.weergave.opendata.wegwijzers import robots, sitemap
from monitor.weergave.paden import FormaatPad, GemeentePad, PeriodePad
from monitor.weergave.vraag import vraag

register_converter(GemeentePad, "gemeente")
register_converter(PeriodePad, "periode")
register_converter(FormaatPad, "formaat")

app_name = "weergave"
G = "<gemeente:gemeente>/"
U = f"{G}<periode:uitgave>/"
urlpatterns = [
    path("", views.start, name="start"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("nieuw.atom", Nieuw(), name="feed"),
    path(f"{G}nieuw.atom", NieuwVanGemeente(), name="gemeentefeed"),
    path(f"{G}monitors.zip", opendata.alles, name="alles"),
    path(f"{G}catalogus.ttl", opendata.catalogus, {"formaat": "ttl"}, name="catalogus_ttl"),
    path(
        f"{G}catalogus.jsonld", opendata.catalogus, {"formaat": "jsonld"}, name="catalogus_jsonld"
    ),
    path(G, views.gemeente, name="gemeente"),
    path(f"{G}uitgaven/", views.uitgaven, name="uitgaven"),
    path(f"{G}over/", views.over, name="over"),
    path(f"{G}toegankelijkheid/", views.toegankelijkheid, name="toegankelijkheid"),
    path(f"{G}vergelijken/", views.vergelijken, name="vergelijken"),
    path(f"{G}zoeken/", views.zoeken, name="zoeken"),
    path(f"{G}thema.css", views.thema, name="thema"),
    path(U, views.uitgave, name="uitgave"),
    path(f"{U}monitor.<formaat:formaat>", views.bestand, name="bestand"),
    path(f"{U}bestanden/", opendata.bestanden, name="bestanden"),
    path(f"{U}nota/", views.nota, name="nota"),
    path(f"{U}cijfers/", views.cijfers, name="cijfers"),
    path(f"{U}cijfers/<slug:indicator>/", views.cijfer, name="cijfer"),
    path(f"{U}cijfers/<slug:indicator>/vraag/", vraag, name="vraag"),
    path(f"{U}vragen/", views.vragen, name="vragen"),
    path(f"{U}grafiek/<slug:hoofdstuk>/<slug:blok>.json", grafiek, name="grafiek"),
    path(f"{U}<slug:hoofdstuk>/", views.hoofdstuk, name="hoofdstuk"),
]
