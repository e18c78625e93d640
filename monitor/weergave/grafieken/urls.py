"""The address of a chart's data; the reader's addresses include it."""

from django.urls import path

from monitor.weergave.grafieken import views

patronen = [
    path("grafiek/<slug:hoofdstuk>/<slug:blok>.json", views.grafiek, name="grafiek"),
]
