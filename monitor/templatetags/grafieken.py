"""`{% grafiek blok adres %}`: a figure with its drawing, leesliniaal, summary and table."""

from typing import Any

from django import template

from monitor.weergave.document import balken
from monitor.weergave.grafieken.figuur import Figuur

register = template.Library()


@register.simple_tag(takes_context=True)
def documentfiguur(context: template.Context, blok: dict[str, Any]) -> Figuur:
    """The figure for paper: its drawing and, when it is short enough, its table."""
    return Figuur(blok, "", (context.get("gemeente") or {}).get("naam", ""))


register.filter("balkrijen", balken.balkrijen)


@register.inclusion_tag("weergave/blokken/grafiek_figuur.html", takes_context=True)
def grafiek(context: template.Context, blok: dict[str, Any], adres: str = "") -> dict[str, Any]:
    """`adres` is where Chart.js gets its data; without it the drawing stays as it is."""
    return {
        "blok": blok,
        "figuur": Figuur(blok, adres, (context.get("gemeente") or {}).get("naam", "")),
        "concept": context.get("concept", False),
        "sectie": context.get("sectie"),
    }
