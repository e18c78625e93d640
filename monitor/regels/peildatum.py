"""Which figures an edition with a cut-off date may show."""

from __future__ import annotations

from datetime import date

from monitor.regels.perioden import Tijdvak

# About time to come: they count from the day their period begins.
GEPLAND = frozenset(
    {"begroting_primitief", "begroting_na_wijziging", "prognose", "verplichting", "streefwaarde"}
)


def hoort_erin(tijdvak: Tijdvak, peildatum: date, *, is_gepland: bool) -> bool:
    """Whether a figure over this time belongs in the edition."""
    if is_gepland or tijdvak.eind is None:
        return tijdvak.begin is None or tijdvak.begin <= peildatum
    return tijdvak.eind <= peildatum
