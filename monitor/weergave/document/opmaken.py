"""From a snapshot to the HTML of the document: cover, note, summary, chapters, programmes, words.

The blocks are those of the reader pages; what only works on a screen is taken out of them.
"""

import re
from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from monitor.publiceren.nota.lezen import nota_van
from monitor.weergave import indeling
from monitor.weergave.adressen import Adressen
from monitor.weergave.document.delen import Deel, eigen_delen
from monitor.weergave.toestanden import WOORDENLIJST

_LINK = re.compile(r'<a\s[^>]*href="(?!https?:|mailto:)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
_SCHERM = re.compile(
    r'<link\b[^>]*>|\s(?:id|role|tabindex|aria-labelledby|data-[a-z]+)="[^"]*"', re.IGNORECASE
)
_KOP = re.compile(r"<(/?)h([1-5])(?=[\s>])")


def maak_html(inhoud: dict[str, Any], *, concept: bool = False) -> str:
    """One page of HTML without links inside, scripts, or anything to fetch but our own style."""
    with translation.override("nl"):
        delen = [Deel("nota", nota_van(inhoud)["naam"], _nota(inhoud)), _overzicht(inhoud)]
        delen += [_hoofdstuk(inhoud, h, i, concept) for i, h in enumerate(inhoud["hoofdstukken"])]
        delen += [voor_papier(d) for d in eigen_delen(inhoud, concept)]
        delen.append(
            Deel(
                "over", "Over deze cijfers", _teken("over", inhoud, woorden=_woorden(inhoud)), True
            )
        )
        html = _teken(
            "monitor", inhoud, delen=[d for d in delen if d.html.strip()], concept=concept
        )
    return html.replace("Source Sans 3, ", "")  # the font that goes with us, on every machine


def _teken(sjabloon: str, inhoud: dict[str, Any], **context: Any) -> str:
    basis = {
        "inhoud": inhoud,
        "gemeente": inhoud["gemeente"],
        "uitgave": inhoud["uitgave"],
        "adressen": Adressen(),
    }
    return render_to_string(f"document/{sjabloon}.html", basis | context)


def _nota(inhoud: dict[str, Any]) -> SafeString:
    return papier(_teken("nota", inhoud, nota=nota_van(inhoud)))


def _overzicht(inhoud: dict[str, Any]) -> Deel:
    veranderd = [r for r in inhoud["veranderd"] if r["verschil"]]
    html = _teken(
        "overzicht",
        inhoud,
        geld=indeling.geld(inhoud),
        veranderd=indeling.per_hoofdstuk(inhoud, veranderd),
    )
    return Deel("overzicht", "Overzicht", papier(html), True)


def _hoofdstuk(inhoud: dict[str, Any], deel: dict[str, Any], i: int, concept: bool) -> Deel:
    zonder, met = indeling.streefwaarden(deel)
    html = _teken(
        "hoofdstuk",
        inhoud,
        concept=concept,
        hoofdstuk=deel,
        secties=indeling.secties(deel),
        niet_bijgewerkt=indeling.niet_bijgewerkt(deel, inhoud["indicatoren"]),
        zonder_streefwaarde=zonder,
        heeft_stoplicht=met,
    )
    return Deel(f"deel-{i + 1}", deel["titel"], papier(html), True)


def _woorden(inhoud: dict[str, Any]) -> list[tuple[str, str]]:
    drempel = inhoud["gemeente"]["drempel"]
    return [(w.format(drempel=drempel), u.format(drempel=drempel)) for w, u, _ in WOORDENLIJST]


def voor_papier(deel: Deel) -> Deel:
    return replace(deel, html=papier(deel.html))


def papier(html: str) -> SafeString:
    """The same words without what only a screen has: links inside, ids, hooks; headings one lower."""
    kaal = html
    while (nieuw := _LINK.sub(r'<span class="doc-doel">\1</span>', kaal)) != kaal:
        kaal = nieuw
    kaal = _SCHERM.sub("", kaal)
    lager = _KOP.sub(lambda m: f"<{m[1]}h{int(m[2]) + 1}", kaal)
    return mark_safe(lager)  # noqa: S308 - made by our own templates; only marks were taken out
