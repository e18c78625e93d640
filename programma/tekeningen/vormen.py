"""The shapes that drawings are made of, and the sign of each status (22 × 22)."""

from django.utils.safestring import SafeString

INKT, GRIJS, RASTER, WIT = "#1b2530", "#56616b", "#d3d9df", "#fff"
KLAAR, SCHEMA, LATER = "#1b6b3a", "#2c5f8a", "#a85200"

Vorm = dict[str, str]


def getal(waarde: float) -> str:
    return f"{waarde:.1f}".rstrip("0").rstrip(".")


def pad(
    punten: list[tuple[float, float]], kleur: str, *, dikte: str = "1", stippel: str = ""
) -> Vorm:
    d = "L".join(f"{getal(x)} {getal(y)}" for x, y in punten)
    return {"soort": "pad", "d": f"M{d}", "lijn": kleur, "dikte": dikte, "stippel": stippel, "vulling": "none"}  # fmt: skip


def vlak(x: float, y: float, breed: float, hoog: float, vulling: str, lijn: str = WIT) -> Vorm:
    maten = {"x": getal(x), "y": getal(y), "breed": getal(breed), "hoog": getal(hoog)}
    return {"soort": "vlak", "vulling": vulling, "lijn": lijn} | maten


def cirkel(x: float, y: float, straal: str, vulling: str, lijn: str) -> Vorm:
    return {"soort": "cirkel", "x": getal(x), "y": getal(y), "r": straal, "vulling": vulling, "lijn": lijn}  # fmt: skip


def driehoek(x: float, y: float, kleur: str) -> Vorm:
    d = f"M{getal(x)} {getal(y - 6)}l6 10.5h-12z"
    return {"soort": "pad", "d": d, "lijn": WIT, "dikte": "1", "stippel": "", "vulling": kleur}


def tekst(
    x: float,
    y: float,
    woorden: str,
    *,
    kleur: str = INKT,
    anker: str = "start",
    vet: bool = False,
    grootte: str = "13",
) -> Vorm:
    return {
        "soort": "tekst", "x": getal(x), "y": getal(y), "tekst": woorden, "kleur": kleur, "anker": anker,
        "vet": "600" if vet else "400", "grootte": grootte,
    }  # fmt: skip


def teken(x: float, y: float, categorie: str) -> Vorm:
    """The sign of a status with its corner here; a thin ring for one that was not there."""
    return {"soort": "teken", "x": getal(x), "y": getal(y), "svg": TEKENS.get(categorie, LEEG)}


LEEG = SafeString('<path d="M6 11h10" stroke="#56616b" stroke-width="1.8"/>')
TEKENS = {
    "klaar": SafeString(
        '<rect x="1" y="1" width="20" height="20" rx="3.5" fill="#1b6b3a"/>'
        '<path d="m6 11.4 3.4 3.4 6.6-7.2" fill="none" stroke="#fff" stroke-width="2.4"/>'
    ),
    "op_schema": SafeString(
        '<circle cx="11" cy="11" r="10" fill="#2c5f8a"/><path d="m8.6 6.6 7 4.4-7 4.4z" fill="#fff"/>'
    ),
    "loopt": SafeString(
        '<circle cx="11" cy="11" r="8.8" fill="#fff" stroke="#2c5f8a" stroke-width="2.4"/>'
        '<path d="m9 7.4 5.6 3.6L9 14.6z" fill="#2c5f8a"/>'
    ),
    "later": SafeString(
        '<path d="M11 1.2 21.5 20.6H.5z" fill="#a85200"/>'
        '<path d="M11 8v6m0 1.8v2.2" stroke="#fff" stroke-width="2.2"/>'
    ),
    "niet_gestart": SafeString(
        '<rect x="2" y="2" width="18" height="18" rx="3.5" fill="none" stroke="#56616b" stroke-width="1.8" '
        'stroke-dasharray="3.6 2.4"/><path d="M7 11h8" stroke="#56616b" stroke-width="1.8"/>'
    ),
    "geen_bericht": SafeString(
        '<circle cx="11" cy="11" r="9" fill="none" stroke="#56616b" stroke-width="1.8" stroke-dasharray="3.6 2.4"/>'
        '<path d="M11 6v5.4l3.2 2" fill="none" stroke="#56616b" stroke-width="1.8"/>'
    ),
    "gestopt": SafeString(
        '<path d="M7 1h8l6 6v8l-6 6H7l-6-6V7z" fill="#56616b"/>'
        '<path d="m7.5 7.5 7 7m0-7-7 7" stroke="#fff" stroke-width="2.2"/>'
    ),
}
