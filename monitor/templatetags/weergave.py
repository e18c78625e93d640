"""Template tags of the reader pages: addresses, texts, states, tables, charts."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from monitor.weergave import opmaak, tabellen, toestanden
from monitor.weergave.adressen import Adressen
from monitor.weergave.document import papier
from monitor.weergave.indeling import Sectie
from monitor.weergave.indeling import balken as maak_balken

register = template.Library()

register.filter("datum", opmaak.datum)
register.filter("regel", opmaak.regel_html)
register.filter("kaal", opmaak.kale_tekst)
register.filter("cel_tekst", opmaak.cel_tekst)
register.filter("cel_woorden", opmaak.cel_woorden)
register.filter("balken", maak_balken)
register.filter("uitleg", toestanden.uitleg)
register.filter("merken", toestanden.merken)


@register.filter
def tekst(waarde: str, niveau: int = 3) -> SafeString:
    return opmaak.tekst_html(waarde, niveau)


@register.filter
def stoplicht(waarde: dict[str, Any]) -> toestanden.Merk:
    """The badge of a stoplicht; an unknown code shows its words without a colour."""
    vorm = toestanden.STOPLICHTEN.get(waarde["code"])
    return vorm or toestanden.Merk(waarde["tekst"], "streep", "grijs")


@register.filter
def lichtmerk(code: str) -> toestanden.Merk:
    return toestanden.STOPLICHTEN[code]


@register.filter
def onderwerp(regel: dict[str, Any], inhoud: dict[str, Any]) -> str:
    """What a line is about: the name of its figure, rather than the message of the block."""
    indicator = inhoud["indicatoren"].get(regel["indicator"])
    return indicator["naam"] if indicator else regel["label"]


@register.filter
def hoort(mapping: dict[str, Any] | None, sleutel: str) -> Any:
    """The entry of a mapping, None when it is not there."""
    return (mapping or {}).get(sleutel)


@register.simple_tag(takes_context=True)
def adres(context: template.Context, soort: str, *delen: str) -> str:
    """The address of a page or file of this edition; empty when there is none."""
    adressen: Adressen | None = context.get("adressen")
    return getattr(adressen, soort)(*delen) if adressen else ""


@register.simple_tag
def icoon(vorm: str) -> SafeString:
    """A decorative shape; the word always stands beside it."""
    return format_html('<span class="rm-icoon rm-icoon--{}" aria-hidden="true"></span>', vorm)


@register.simple_tag
def balk(breedte: int | None, soort: str = "") -> SafeString:
    """A bar of a finance table; the figure itself stands beside it."""
    if breedte is None:
        return SafeString("")
    return format_html(
        '<span class="rm-balk rm-balk--{} rm-b{}" aria-hidden="true"></span>', soort, breedte
    )


@register.simple_tag
def cel(waarde: dict[str, Any] | None, blok: dict[str, Any]) -> SafeString:
    """A figure in a table that is written out in a template."""
    return opmaak.cel_html(waarde, tabellen.noten_van(blok), blok["code"])


@register.simple_tag
def bloktabel(blok: dict[str, Any], bijschrift: str = "") -> Any:
    """The django-tables2 table of a block of kind tabel, ranglijst or grafiek."""
    return tabellen.van_blok(blok, bijschrift)


@register.filter
def noten(blok: dict[str, Any]) -> list[tuple[str, str]]:
    """The footnotes of a block with their letters."""
    return [(opmaak.noot_letter(i), tekst) for i, tekst in enumerate(tabellen.noten_van(blok))]


@register.simple_tag
def bloksjabloon(soort: str) -> list[str]:
    """Which template draws a block; the programme has its own folder."""
    eigen = ["programma/blok.html"] if soort == "programma" else []
    return [*eigen, f"weergave/blokken/{soort}.html", "weergave/blokken/onbekend.html"]


@register.filter
def heeft_oud(brug: list[dict[str, Any]] | None) -> bool:
    """Whether the bridge between two budgets has anything on its old side."""
    return any(rij["oud"]["waarde"] is not None for rij in brug or ())


@register.filter
def stroken(secties: list[Sectie]) -> list[papier.Strook]:
    """The blocks of sections as stretches of a printed page: in two columns or one."""
    return papier.stroken(secties)


@register.simple_tag
def documentsjabloon(soort: str) -> list[str]:
    """Which template draws a block on paper; most are those of the page."""
    return [f"document/blokken/{soort}.html", *bloksjabloon(soort)]


@register.simple_tag(takes_context=True)
def lezer_naam(context: template.Context) -> str:
    """Who is signed in, for the foot of the page; without a session cookie nobody is asked."""
    from monitor.weergave.antwoord import lezer

    request = context.get("request")
    if request is None:
        return ""
    user = lezer(request)
    return str(user.get_username()) if user.is_authenticated else ""
