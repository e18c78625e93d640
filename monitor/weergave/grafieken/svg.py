"""A drawing as SVG: presentation attributes only, so that it holds under a strict policy and in a PDF."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from monitor.weergave.grafieken.tekenen import teken
from monitor.weergave.grafieken.tekening import (
    BREED,
    Element,
    Maat,
    Merk,
    Pad,
    Tekening,
    Tekst,
    Vak,
)

LETTER = "Source Sans 3, Noto Sans, sans-serif"


def teken_svg(inhoud: Mapping[str, Any], maat: Maat = BREED, eigen: str = "") -> SafeString:
    """The chart of a block as one `<svg>` element, with its alternative text as title.

    `eigen` is the name of the gemeente, which stands out in a comparison.
    """
    return naar_svg(teken(inhoud, maat, eigen), maat, alt=inhoud.get("alt", ""))


def naar_svg(tek: Tekening, maat: Maat, *, alt: str) -> SafeString:
    over = _overname(tek)
    delen = [
        f'<svg class="rm-grafiek__svg rm-grafiek__svg--{maat.naam}" role="img"'
        f' viewBox="0 0 {_n(tek.breed)} {_n(tek.hoog)}" font-family="{LETTER}"'
        f' font-size="{_n(maat.grootte)}" fill="none"{over}>',
        f"<title>{escape(alt)}</title>",
        f'<g class="rm-onder">{_alles(tek.onder)}</g>',
        f'<g class="rm-merken">{_alles(tek.merken)}</g>',
        f'<g class="rm-boven">{_alles(tek.boven)}</g></svg>',
    ]
    return mark_safe("".join(delen))  # noqa: S308 - every text above went through escape


def _overname(tek: Tekening) -> str:
    """The rectangles and axes that Chart.js needs to draw the same marks in the same places."""
    if not (tek.mag_over and tek.merken):
        return ""
    vlakken = ";".join(
        " ".join(_n(x, 4) for x in (v.x0, v.y0, v.x1, v.y1, v.as_.laag, v.as_.hoog))
        for v in tek.vlakken
    )
    staand = "ja" if tek.is_staand else "nee"
    return f' data-vlakken="{vlakken}" data-staand="{staand}" data-vulling="{_n(tek.vulling, 3)}"'


def _alles(elementen: Iterable[Element]) -> str:
    return "".join(_element(e) for e in elementen)


def _element(e: Element) -> str:
    match e:
        case Pad():
            return _pad(e)
        case Vak():
            rand = _rand(e.rand, 1.5, e.streep) if e.rand else ""
            return (
                f'<rect x="{_n(e.x)}" y="{_n(e.y)}" width="{_n(e.breed)}" height="{_n(e.hoog)}"'
                f' fill="{e.vulling}"{rand}/>'
            )
        case Merk():
            return _merk(e)
        case Tekst():
            vet = ' font-weight="600"' if e.vet else ""
            anker = f' text-anchor="{e.anker}"' if e.anker != "start" else ""
            return (
                f'<text x="{_n(e.x)}" y="{_n(e.y)}" fill="{e.kleur}"{anker}{vet}>'
                f"{escape(e.tekst)}</text>"
            )


def _pad(e: Pad) -> str:
    rand = _rand(e.kleur, e.dikte, e.streep)
    if len(e.punten) == 2:
        (x1, y1), (x2, y2) = e.punten
        return f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"{rand}/>'
    punten = " ".join(f"{_n(x)},{_n(y)}" for x, y in e.punten)
    return f'<polyline points="{punten}"{rand} stroke-linejoin="round"/>'


def _merk(e: Merk) -> str:
    rand = f' fill="{e.vulling}"' + _rand(e.rand, e.dikte, e.streep)
    x, y, s = e.x, e.y, e.straal
    if e.vorm == "circle":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(s)}"{rand}/>'
    if e.vorm == "rect":
        s *= 0.88
        return f'<rect x="{_n(x - s)}" y="{_n(y - s)}" width="{_n(2 * s)}" height="{_n(2 * s)}"{rand}/>'
    hoeken = {
        "triangle": ((0, -1.15), (1.05, 0.8), (-1.05, 0.8)),
        "rectRot": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    }[e.vorm]
    punten = " ".join(f"{_n(x + s * dx)},{_n(y + s * dy)}" for dx, dy in hoeken)
    return f'<polygon points="{punten}"{rand}/>'


def _rand(kleur: str, dikte: float, streep: str) -> str:
    uit = f' stroke="{kleur}" stroke-width="{_n(dikte)}"'
    return uit + (f' stroke-dasharray="{streep}"' if streep else "")


def _n(getal: float, decimalen: int = 1) -> str:
    """A coordinate, short and without a trailing zero."""
    tekst = f"{getal:.{decimalen}f}"
    tekst = tekst.rstrip("0").rstrip(".") if "." in tekst else tekst
    return "0" if tekst == "-0" else tekst
