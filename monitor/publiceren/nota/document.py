"""The note as a document of blocks: what the office files write down. Pure."""

from typing import Any

from monitor.publiceren.nota.lezen import nota_van
from monitor.publiceren.nota.tekst import Alinea, Blok, Kenmerk, Kop, Stuk, blokken

ACCENT = "#10545e"


def maak_blokken(inhoud: dict[str, Any]) -> list[Blok]:
    """Title, head, introduction, sections, functions at the foot; in the order of reading."""
    nota = nota_van(inhoud)
    uit: list[Blok] = [Kop(1, (Stuk(f"{nota['naam']}: {nota['titel']}"),))]
    uit += [Kenmerk(k["naam"], k["waarde"]) for k in nota["kenmerken"]]
    uit += blokken(nota["inleiding"], 1)
    for sectie in nota["secties"]:
        uit.append(Kop(2, (Stuk(sectie["kop"]),)))
        uit += blokken(sectie["tekst"]) + blokken(sectie["automatisch"])
    uit += [Alinea((Stuk(functie),)) for functie in nota["ondertekening"]]
    return uit


def titel(inhoud: dict[str, Any], *, concept: bool) -> str:
    nota = nota_van(inhoud)
    voor = "Concept: " if concept else ""
    return f"{voor}{nota['naam']}, {nota['titel']}, gemeente {inhoud['gemeente']['naam']}"


def voettekst(inhoud: dict[str, Any]) -> str:
    return f"Gemeente {inhoud['gemeente']['naam']} · {inhoud['uitgave']['titel']}"


def accent(inhoud: dict[str, Any]) -> str:
    """The colour of headings; of the gemeente when it set one as #rrggbb."""
    kleur = str(inhoud["gemeente"]["thema"].get("accent", ""))
    goed = (
        len(kleur) == 7
        and kleur[0] == "#"
        and all(c in "0123456789abcdefABCDEF" for c in kleur[1:])
    )
    return kleur if goed else ACCENT
