"""Template tags of the programme pages."""

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from programma.weergave import woord_van

register = template.Library()


@register.simple_tag
def vak(code: str) -> SafeString:
    """The shape of a category; decorative, the word always stands beside it."""
    return format_html('<span class="pr-vak pr-vak--{}" aria-hidden="true"></span>', code)


@register.simple_tag
def vakken(codes: list[str]) -> SafeString:
    """Unit squares, one for each line, with the counts in words for who does not see them."""
    if not codes:
        return SafeString("")
    aantallen: dict[str, int] = {}
    for code in codes:
        aantallen[code] = aantallen.get(code, 0) + 1
    woorden = ", ".join(f"{n} {woord_van(code).lower()}" for code, n in aantallen.items())
    vormen = format_html_join("", "{}", ((vak(code),) for code in codes))
    return format_html(
        '<span class="pr-vakken">{}<span class="rm-verborgen">{}</span></span>', vormen, woorden
    )


@register.filter
def keer(code: str, aantal: int) -> list[str]:
    """`aantal` times the same code, for the squares under a count."""
    return [code] * aantal


@register.filter
def hoofdletter(tekst: Any) -> str:
    return str(tekst)[:1].upper() + str(tekst)[1:]
