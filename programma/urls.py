"""Addresses of the programme pages, inside an edition."""

from django.urls import path

from monitor.weergave import urls as weergave_urls  # registers the converters of these addresses
from programma import views

app_name = "programma"
P = f"{weergave_urls.U}programma/<slug:programma>/"
urlpatterns = [
    path(P, views.programma, name="programma"),
    path(f"{P}mijlpalen.csv", views.mijlpalen, name="mijlpalen"),
    path(f"{P}<slug:onderdeel>/", views.onderdeel, name="onderdeel"),
]
