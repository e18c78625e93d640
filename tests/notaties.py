"""How people type a figure or a period: right notations of a value, and wrong ones. Pure."""

from __future__ import annotations

from decimal import Decimal

from monitor.regels.perioden import MAANDEN, lees_periode

NBSP, SMAL, MIN = "\u00a0", "\u202f", "\u2212"
BENADERD = {
    "ongeveer": ("ongeveer ", "circa ", "ca. ", "± ", "rond de ", "Ongeveer "),
    "meer_dan": ("meer dan ", "ruim ", "> ", "iets meer dan "),
    "minder_dan": ("bijna ", "net geen ", "krap "),
}
WOORDEN = {
    "zie_toelichting": ("zie toelichting", "Zie toelichting", " ZIE  TOELICHTING "),
    "niet_gemeten": ("niet gemeten", "Niet gemeten"),
    "nog_niet_bekend": ("nog niet bekend", "volgt", "Volgt"),
    "onbekend": ("niet bekend", "onbekend", "n.b."),
    "nvt": ("niet van toepassing", "n.v.t.", "nvt"),
    "vervallen": ("vervallen", "Vervallen"),
}


def _duizendtallen(heel: str, teken: str) -> str:
    return f"{int(heel):,}".replace(",", teken)


def getal(waarde: Decimal, eenheid: str) -> list[str]:
    """The notations of one number, as Dutch people write it in that unit."""
    heel, _, achter = f"{abs(waarde):f}".partition(".")
    komma = f",{achter}" if achter else ""
    if len(achter) == 3 and eenheid in ("aantal", "rang", "euro"):
        komma += "0"  # 1,234 of money or people is English to us
    kaal = [f"{heel}{komma}", f" {heel}{komma}{NBSP}"]
    if len(heel) > 3:
        spaties = [_duizendtallen(heel, t) + komma for t in (" ", NBSP, SMAL)]
        punten = _duizendtallen(heel, ".") + komma
        dubbelzinnig = len(heel) < 7 and not komma and eenheid not in ("aantal", "rang", "euro")
        kaal += spaties if dubbelzinnig else [*spaties, punten]
    return _met_teken(kaal, eenheid, is_negatief=waarde < 0)


def _met_teken(kaal: list[str], eenheid: str, *, is_negatief: bool) -> list[str]:
    tekens = ("-", MIN, "–", "- ") if is_negatief else ("", "+")
    alle = [f"{t}{k}" for t in tekens for k in kaal]
    if eenheid in ("euro", "euro_per_inwoner"):
        voor = [f"€{w}{k.strip()}" for k in alle for w in ("", " ", NBSP) if k[:1] != "+"]
        voor += [f"EUR {kaal[0]}"] if not is_negatief else [f"-€ {kaal[0]}", f"-{kaal[0]},00"[:-3]]
        voor += [f"€ {t}{kaal[0]},-" for t in tekens[:1] if "," not in kaal[0]]
        return [*alle, *voor]
    if eenheid == "percentage":
        return [*alle, *(f"{k.strip()}{w}%" for k in alle for w in ("", " ", NBSP))]
    return alle


def staat(s: object, eenheid: str) -> list[str]:
    """The notations of a stored figure, number or not."""
    aard = getattr(s, "aard", "")
    if aard in WOORDEN:
        return list(WOORDEN[aard])
    if aard == "kleiner_dan":
        grenzen = getal(s.boven, eenheid)[:2]  # type: ignore[attr-defined]
        return [f"{w}{g}" for g in grenzen for w in ("<", "< ", "minder dan ", "kleiner dan ")]
    if aard == "bereik":
        onder, boven = getal(s.onder, eenheid)[0], getal(s.boven, eenheid)[0]  # type: ignore[attr-defined]
        return [f"{onder}{t}{boven}" for t in ("-", " - ", "–", " t/m ", " tot en met ")]
    kern = getal(s.waarde, eenheid)  # type: ignore[attr-defined]
    voor = BENADERD.get(s.benadering)  # type: ignore[attr-defined]
    return [f"{v}{k.strip()}" for k in kern for v in voor] if voor else kern


def periode(code: str) -> list[str]:
    """The notations of a period; always at least its code."""
    t = lees_periode(code)
    if t.soort == "maand":
        j, m = code.split("-")
        naam = MAANDEN[int(m) - 1]
        return [code, f"{naam} {j}", f"{naam.title()}{NBSP}{j}", f"{naam[:3]}-{j[2:]}", f"{m}-{j}",
                f"{j}/{int(m)}", f"{naam[:3]}. {j}"]  # fmt: skip
    if t.soort == "kwartaal":
        j, k = code.split("-")
        return [
            code,
            f"Q{k[1]} {j}",
            f"{k[1]}e kwartaal {j}",
            f"kwartaal {k[1]} {j}",
            f"{j}-q{k[1]}",
        ]
    if t.soort == "halfjaar":
        j, h = code.split("-")
        woord = {"1": "eerste", "2": "tweede"}[h[1]]
        return [code, f"{h[1]}e helft {j}", f"{woord} helft van {j}", f"H{h[1]} {j}"]
    if t.soort == "peildatum":
        j, m, d = code.split("-")
        return [
            code,
            f"{int(d)} {MAANDEN[int(m) - 1]} {j}",
            f"{int(d)}-{int(m)}-{j}",
            f"{d}/{m}/{j}",
        ]
    if t.soort == "reeks":
        schuin = [code.replace("_", "/")] if len(code) > 9 else []  # 2017/2018 is a school year too
        return [code, *schuin, *_reeks(code)]
    return [code, f" {code} "]


def _reeks(code: str) -> list[str]:
    van, tot = code.split("_")
    if van[:4] != tot[:4] or len(van) != 7 or len(tot) != 7:
        return []
    a, b = (MAANDEN[int(deel[5:]) - 1] for deel in (van, tot))
    j = tot[:4]
    woorden = [f"{a} t/m {b} {j}", f"{a}-{b} {j}", f"{a} en {b} {j}", f"{a} {j} tot en met {b} {j}"]
    return [*woorden, *([f"t/m {b} {j}"] if a == "januari" else [])]


def fout(waarde: Decimal, eenheid: str) -> dict[str, list[str]]:
    """Wrong notations of a number, with the words that a refusal must hold (the readings)."""
    heel, _, achter = f"{abs(waarde):f}".partition(".")
    fouten: dict[str, list[str]] = {
        f"{heel}{achter}x": [f"‘{heel}{achter}x’"],
        "zeven": ["‘zeven’"],
    }
    if len(heel) > 6:  # 12,994,629.00
        engels = f"{_duizendtallen(heel, ',')}.00"
        fouten[engels] = ["Engelse notatie", f"{_duizendtallen(heel, '.')},00"]
    elif len(heel) > 3:
        engels = _duizendtallen(heel, ",")
        if eenheid in ("aantal", "rang", "euro"):
            fouten[engels] = ["Engelse notatie", _duizendtallen(heel, ".")]
        else:
            punt = _duizendtallen(heel, ".")
            fouten[punt] = ["op twee manieren", heel, punt.replace(".", ",")]
    if eenheid == "aantal" and not achter:
        fouten |= {
            f"{heel},5": ["geen heel getal"],
            f"{heel}%": ["percentage"],
            f"€ {heel}": ["bedrag"],
        }
    if eenheid == "euro":
        fouten |= {f"{heel}%": ["percentage"], f"{heel},1234": ["twee cijfers achter de komma"]}
    if eenheid in ("percentage", "cijfer"):
        fouten[f"€ {heel}"] = ["geen geld"]
    return fouten
