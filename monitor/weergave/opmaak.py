"""From snapshot text to safe HTML: Markdown, dates, and a figure in a cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import nh3
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt

_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
_BLOKKEN = {
    "p", "br", "strong", "em", "ul", "ol", "li", "a", "blockquote", "code", "pre", "hr",
    "h3", "h4", "h5", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_WOORDEN = {"strong", "em", "a", "code", "br"}
_MAANDEN = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]

# What stands in a cell when the snapshot gives no words of its own.
ZONDER_GETAL = {
    "niet_gemeten": "niet gemeten",
    "nog_niet_bekend": "nog niet bekend",
    "onbekend": "niet bekend",
    "nvt": "niet van toepassing",
    "vervallen": "vervallen",
    "zie_toelichting": "zie toelichting",
    "ontbreekt": "niet bekend",
}


def _bijeen(tekst: str) -> str:
    """A typed amount stays on one line with its euro sign."""
    return re.sub(r"€ (?=[\d−-])", "€\N{NO-BREAK SPACE}", tekst or "")


def _schoon(html: str, tags: set[str]) -> SafeString:
    schoon = nh3.clean(
        html,
        tags=tags,
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        url_schemes={"https", "http", "mailto"},
        link_rel="noopener noreferrer",
    )
    return mark_safe(schoon)  # noqa: S308  (cleaned one line above)


def _koppen(html: str, niveau: int) -> str:
    """Headings of a text under the heading of the page: the first at `niveau`, none skipped."""
    hoogste = min((int(n) for n in re.findall(r"<h([1-6])>", html)), default=1)
    vorige = niveau - 1

    def plaats(kop: re.Match[str]) -> str:
        nonlocal vorige
        if not kop[1]:
            vorige = min(niveau + int(kop[2]) - hoogste, vorige + 1, 5)
        return f"<{kop[1]}h{vorige}>"

    return re.sub(r"<(/?)h([1-6])>", plaats, html)


def tekst_html(tekst: str, niveau: int = 3) -> SafeString:
    """Markdown as safe HTML; its headings start at `niveau` so that the page keeps its order."""
    html = _markdown.render(_bijeen(tekst))
    html = _koppen(html, niveau)
    veilig = _schoon(html, _BLOKKEN)
    tabel = '<div class="rm-tablewrap"><table class="utrecht-table">'
    return mark_safe(veilig.replace("<table>", tabel).replace("</table>", "</table></div>"))  # noqa: S308


def regel_html(tekst: str) -> SafeString:
    """One line of Markdown, without a paragraph around it."""
    return _schoon(_markdown.renderInline(_bijeen(tekst)), _WOORDEN)


def kale_tekst(tekst: str) -> str:
    """Markdown without its marks, for a search result or a `<title>`."""
    return re.sub(
        r"[ \t\n]+", " ", re.sub(r"[*_`#>]|\[([^]]*)\]\([^)]*\)", r"\1", _bijeen(tekst))
    ).strip()


def datum(waarde: str | date | None) -> str:
    """ "2021-06-22", a date or a moment as "22 juni 2021", the day here; empty stays empty."""
    if not waarde:
        return ""
    if isinstance(waarde, datetime):
        waarde = timezone.localdate(waarde)
    dag = waarde if isinstance(waarde, date) else date.fromisoformat(waarde[:10])
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def anker(tekst: str) -> str:
    return slugify(tekst) or "deel"


def cel_tekst(cel: Mapping[str, Any] | None) -> str:
    """What a reader sees in the cell: the figure, or the words that say why there is none."""
    if not cel:
        return "–"
    return cel["tekst"] or ZONDER_GETAL.get(cel["toestand"], "–")


def cel_html(
    cel: Mapping[str, Any] | None, noten: tuple[str, ...] = (), blok: str = ""
) -> SafeString:
    """The figure with its word (voorlopig, geschat, gecorrigeerd) and the letter of its footnote."""
    delen = [format_html("{}", cel_tekst(cel))]
    for woord in cel_woorden(cel):
        delen.append(format_html(' <span class="rm-status">{}</span>', woord))
    if cel and cel["voetnoot"] in noten:
        letter = noot_letter(noten.index(cel["voetnoot"]))
        delen.append(
            format_html(
                '<sup class="rm-noot"><span class="rm-verborgen">noot </span>{}</sup>', letter
            )
        )
    return mark_safe("".join(delen))  # noqa: S308  (every part is escaped above)


def cel_woorden(cel: Mapping[str, Any] | None) -> list[str]:
    if not cel:
        return []
    woorden = [cel["status"]] if cel["status"] in ("voorlopig", "geschat") else []
    if cel["toestand"] not in ("getal", "bereik", "kleiner_dan"):
        woorden = []
    return [*woorden, "gecorrigeerd"] if cel.get("gecorrigeerd") else woorden


def noot_letter(nummer: int) -> str:
    """Letters, so that a note never reads as a part of the number before it."""
    return "abcdefghijklmnopqrstuvwxyz"[nummer % 26] * (nummer // 26 + 1)
