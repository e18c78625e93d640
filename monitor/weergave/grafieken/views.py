"""The data of a chart for Chart.js, from the snapshot and under the rules of its page."""

from functools import cached_property
from typing import Any

from chartjs.views.lines import BaseLineChartView
from django.http import Http404, HttpRequest, HttpResponse

from monitor.weergave.antwoord import gevraagde_versie, lezer, verstuur
from monitor.weergave.grafieken import reeksdata
from monitor.weergave.grafieken.gegevens import Gegevens, lees, voor_vorm
from monitor.weergave.grafieken.kleuren import stijlen
from monitor.weergave.publicaties import Gelezen, get_publicatie


def blok_van(gelezen: Gelezen, hoofdstuk: str, code: str) -> dict[str, Any]:
    """The chart block; raises `Http404` when there is none, or none that may be drawn."""
    for blok in gelezen.hoofdstuk(hoofdstuk)["blokken"]:
        if blok["code"] == code and blok["soort"] == "grafiek" and blok["inhoud"]["toon_grafiek"]:
            return blok
    raise Http404("Deze grafiek staat niet in deze uitgave.")


class BlokData(BaseLineChartView):
    """Labels and datasets of one block: the same bytes for the same block, every time."""

    http_method_names = ["get", "head"]
    blok: dict[str, Any] = {}

    @cached_property
    def gegevens(self) -> Gegevens:
        return voor_vorm(lees(self.blok["inhoud"]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        datasets = self.get_datasets()
        for dataset in datasets:
            dataset.pop("name", None)
        return {"labels": self.get_labels(), "datasets": datasets}

    def get_labels(self) -> list[str]:
        return list(self.gegevens.labels)

    def get_providers(self) -> list[str]:
        return [reeks.naam for reeks in self.gegevens.reeksen]

    def get_data(self) -> list[list[int | float | None]]:
        return [[reeksdata.getal(w) for w in r.waarden] for r in self.gegevens.reeksen]

    def get_dataset_options(self, index: int, color: object) -> dict[str, Any]:
        return reeksdata.opties(self.gegevens, index, stijlen(self.gegevens)[index])


def blokdata(request: HttpRequest, gelezen: Gelezen, hoofdstuk: str, blok: str) -> HttpResponse:
    """The answer for a block of any snapshot, also of one that was not published."""
    return BlokData.as_view(blok=blok_van(gelezen, hoofdstuk, blok))(request)


def grafiek(
    request: HttpRequest, gemeente: str, uitgave: str, hoofdstuk: str, blok: str
) -> HttpResponse:
    user = lezer(request)
    gelezen = get_publicatie(user, gemeente, uitgave, gevraagde_versie(request))
    return verstuur(request, gelezen, user, lambda: blokdata(request, gelezen, hoofdstuk, blok))
