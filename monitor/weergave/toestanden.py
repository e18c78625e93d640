"""The states of a figure, as a word, a shape and a sentence. One place, used by every page."""

from dataclasses import dataclass
from typing import Any

from monitor.weergave.opmaak import ZONDER_GETAL, datum


@dataclass(frozen=True)
class Merk:
    """A badge: always a word and a shape; colour only comes on top."""

    woord: str
    vorm: str  # the icon: klok, cirkel, slot, pen, wissel, streep
    soort: str  # the look: stippel, grijs, info, geel


NIET_BIJGEWERKT = Merk("Nog niet bijgewerkt", "klok", "stippel")
VOORLOPIG = Merk("Voorlopig", "open", "stippel")
GESCHAT = Merk("Geschat", "benadering", "stippel")
NIET_VERGELIJKBAAR = Merk("Andere telling dan vorige keer", "wissel", "grijs")
CONCEPT = Merk("Concept, niet vastgesteld", "klok", "geel")

STOPLICHTEN = {
    "op_koers": Merk("Op koers", "vinkje", "groen"),
    "let_op": Merk("Let op", "driehoek", "oranje"),
    "actie_nodig": Merk("Actie nodig", "kruis", "rood"),
}
_STATUS = {"voorlopig": VOORLOPIG, "geschat": GESCHAT}


def merken(tegel: dict[str, Any], drempel: int) -> list[Merk]:
    """The badges of a tile, the reason of its state first."""
    cel, toestand = tegel["cel"], tegel["toestand"]
    uit: list[Merk] = []
    if toestand == "niet_bijgewerkt":
        uit.append(NIET_BIJGEWERKT)
    elif toestand == "onderdrukt":
        klein = cel["tekst"].startswith("<")  # of another one nobody says that it is small
        uit.append(Merk(f"Minder dan {drempel}" if klein else "Niet getoond", "slot", "grijs"))
    elif toestand == "gecorrigeerd" and cel.get("gecorrigeerd"):
        uit.append(Merk(f"Gecorrigeerd op {datum(cel['gecorrigeerd']['op'])}", "pen", "info"))
    elif toestand == "niet_vergelijkbaar":
        uit.append(NIET_VERGELIJKBAAR)
    elif toestand == "geen_gegevens":
        woord = ZONDER_GETAL.get(cel["toestand"], "geen cijfer")
        uit.append(Merk(woord[0].upper() + woord[1:], "streep", "grijs"))
    if cel["toestand"] == "getal" and cel["status"] in _STATUS:
        uit.append(_STATUS[cel["status"]])
    return uit


def uitleg(tegel: dict[str, Any]) -> str:
    """The sentence under the badge."""
    cel, toestand = tegel["cel"], tegel["toestand"]
    if toestand == "niet_bijgewerkt":
        return f"Dit is de stand van {cel['periode_tekst']}."
    if toestand == "onderdrukt":
        return "Wij tonen dit aantal niet, om de privacy van inwoners te beschermen."
    if toestand == "gecorrigeerd" and cel.get("gecorrigeerd"):
        noot = cel["gecorrigeerd"]["notitie"]
        return f"Hier stond eerst {cel['gecorrigeerd']['oud_tekst']}.{f' {noot}' if noot else ''}"
    if toestand == "niet_vergelijkbaar":
        return tegel["geen_verschil"] or "Het verschil met de vorige monitor laten we daarom weg."
    return ""


# Shown on ‘Over deze cijfers’: what stands in a table, what it means, how it is in the file.
WOORDENLIJST = (
    ("0", "Het zijn er echt nul.", "0, status definitief"),
    ("<{drempel}", "Minder dan {drempel}. Om privacy tonen we het aantal niet.", "leeg, onderdrukt"),
    ("15-20", "Tussen deze twee getallen. Precies weten we het niet.", "leeg, met onder- en bovengrens"),
    ("niet bekend", "Er is geen cijfer.", "leeg, onbekend"),
    ("nog niet bekend", "Het cijfer komt later.", "leeg, nog_niet_bekend en wanneer"),
    ("niet gemeten", "In deze periode is niet gemeten.", "leeg, niet_gemeten"),
    ("niet van toepassing", "Dit cijfer kan hier niet bestaan.", "leeg, nvt"),
    ("zie toelichting", "Een getal alleen zegt te weinig. Lees de tekst erbij.", "leeg, zie_toelichting"),
    ("vervallen", "Dit cijfer maken we niet meer.", "leeg, vervallen"),
    ("voorlopig", "Het cijfer kan nog veranderen.", "waarde, status voorlopig"),
    ("geschat", "Berekend, niet geteld.", "waarde, status geschat"),
    ("gecorrigeerd", "Na publicatie aangepast. De oude waarde staat erbij.", "waarde en de vorige waarde"),
)  # fmt: skip
