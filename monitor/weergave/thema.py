"""The colours of a gemeente: which may be set, whether they can be read, and the style sheet.

Charts, stoplichten and states keep their own colours; see PALET in `grafieken`.
Source of the demands: WCAG 2.2, 1.4.3 (text 4.5) and 1.4.11 (borders and marks 3).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_KLEUR = re.compile(r"^#[0-9a-f]{6}$")
WIT = "#ffffff"
TEKST = "#1b2530"
STIL = "#4d5863"  # secondary text, also on the tint

STANDAARD = {
    "accent": "#10545e",  # lines, buttons, the mark
    "op-accent": WIT,  # text on the accent
    "link": "#10545e",
    "tint": "#edf3f5",  # band under the header
    "rand": "#10545e",  # borders of buttons
    "kop": TEKST,  # headings
}
# name, what stands on it, and the least contrast
_EISEN = (
    ("accent", WIT, 4.5, "Accent op wit"),
    ("op-accent", "accent", 4.5, "Tekst op accent"),
    ("link", WIT, 4.5, "Link op wit"),
    ("link", "tint", 4.5, "Link op de tint"),
    ("rand", WIT, 3.0, "Rand op wit"),
    ("rand", "tint", 3.0, "Rand op de tint"),
    ("kop", WIT, 4.5, "Kop op wit"),
    ("kop", "tint", 4.5, "Kop op de tint"),
)


def _helderheid(kleur: str) -> float:
    """Relative luminance of an sRGB colour. Source: WCAG 2.2, definition of relative luminance."""
    kanalen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in kanalen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    """Contrast between two colours written as `#rrggbb`, from 1 to 21."""
    licht, donker = sorted((_helderheid(a), _helderheid(b)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _meng(kleur: str, deel: float) -> str:
    """So much of the colour in white."""
    kanalen = [int(kleur[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - c) * deel):02x}" for c in kanalen)


def volledig(thema: Mapping[str, Any]) -> dict[str, str]:
    """All tokens: what was set, and what follows from the accent."""
    gezet = {
        k: v.lower()
        for k, v in thema.items()
        if k in STANDAARD and isinstance(v, str) and _KLEUR.match(v.lower())
    }
    accent = gezet.get("accent", STANDAARD["accent"])
    afgeleid = {"accent": accent, "link": accent, "rand": accent}
    if "accent" in gezet:
        afgeleid["tint"] = _meng(accent, 0.08)
    return STANDAARD | afgeleid | gezet


def thema_fouten(thema: Mapping[str, Any]) -> list[str]:
    """Why these colours can not be used, in sentences for the form; empty when they can."""
    fouten = [
        f"‘{naam}’ is geen onderdeel van het thema. Kies uit: {', '.join(STANDAARD)}."
        for naam in thema
        if naam not in STANDAARD
    ]
    fouten += [
        f"Schrijf de kleur ‘{naam}’ als #rrggbb, bijvoorbeeld #10545e."
        for naam, kleur in thema.items()
        if naam in STANDAARD and not (isinstance(kleur, str) and _KLEUR.match(kleur.lower()))
    ]
    if fouten:
        return fouten
    kleuren = volledig(thema) | {"stil": STIL}
    eisen = (*_EISEN, ("stil", "tint", 4.5, "Grijze tekst op de tint"))
    for naam, achter, eis, wat in eisen:
        gevonden = contrast(kleuren[naam], kleuren.get(achter, achter))
        if gevonden < eis:
            fouten.append(
                f"{wat} heeft te weinig contrast: {_komma(gevonden)}, nodig is {_komma(eis)}. "
                "Kies een donkerder of lichter kleur."
            )
    return fouten


def _komma(getal: float) -> str:
    return f"{getal:.1f}".replace(".", ",")


def thema_css(thema: Mapping[str, Any]) -> str:
    """The style sheet; colours that can not be read are left out, whatever was stored."""
    kleuren = volledig(thema) if not thema_fouten(thema) else STANDAARD
    regels = "".join(f"--rm-{naam}:{kleur};" for naam, kleur in kleuren.items())
    return f":root{{{regels}}}\n"
