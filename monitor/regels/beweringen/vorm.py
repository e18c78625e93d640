"""UNIT, DUP, XREF: what a sentence leaves out, says twice, or points at in vain."""

import re
from collections.abc import Iterator, Sequence

from monitor.regels.beweringen.gegevens import FOUT, LET_OP, Bevinding, Document
from monitor.regels.beweringen.melden import meld, noem
from monitor.regels.beweringen.zinnen import Zin

_PER = re.compile(
    r"\b(?:per|elke|iedere|in de|in een|wekelijks|maandelijks)\s*(?:week|maand|dag|jaar|kwartaal|periode|"
    r"vier weken|4 weken|etmaal)?|/\s?(?:week|maand)|\bweek|\bmaand",
    re.IGNORECASE,
)
_HULP = re.compile(
    r"\b(?:gemiddeld\w*|krijg\w*|ontvang\w*|indicatie\w*|cliënt\w*|hulp|begeleiding|ondersteuning)\b",
    re.IGNORECASE,
)


KORT, LANG = 7, 12  # words from which a repeated sentence is told: in a chapter, between chapters


def eenheden(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """Hours of help without saying in how long a time."""
    for zin in alle:
        for g in zin.van_vorm("aantal"):
            na = zin.na(g, 8)
            if not re.match(r"\s*(?:uur|uren)\b", na) or re.search(
                r"\d[.:]\d\d$|\bom\s*$", zin.voor(g, 8)
            ):
                continue
            buren = [z.tekst for z in alle if abs(z.nummer - zin.nummer) <= 1]
            if _HULP.search(zin.tekst) and not _PER.search(" ".join(buren)):
                yield meld(
                    zin, "UNIT", f"{noem(g)} uur, maar de tekst zegt niet per week of per maand",
                    "Zet erbij over welke tijd het gaat.", LET_OP,
                )  # fmt: skip
                break


def dubbel(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The same sentence twice in a chapter, or a long one twice in the story of two chapters.

    A summary may repeat its chapters, and a note beside a table that of another chapter.
    """
    gezien: dict[str, Zin] = {}
    for zin in alle:
        kern = " ".join(re.findall(r"\w+", zin.tekst.casefold()))
        if len(kern.split()) < KORT:
            continue
        eerste = gezien.setdefault(kern, zin)
        if eerste is zin or not _hinderlijk(eerste, zin, len(kern.split())):
            continue
        yield meld(
            zin, "DUP", f"dezelfde zin staat ook in {eerste.bij.waar}",
            "Haal een van de twee weg.", LET_OP,
        )  # fmt: skip


def _hinderlijk(a: Zin, b: Zin, lengte: int) -> bool:
    if a.bij.hoofdstuk == b.bij.hoofdstuk:
        return True
    if not a.bij.hoofdstuk or not b.bij.hoofdstuk or a.bij.is_noot or b.bij.is_noot:
        return False
    return lengte >= LANG


_NUMMER = re.compile(
    r"\b(?P<wat>tabel|grafiek|figuur|hoofdstuk|paragraaf|bijlage|pagina|bladzijde|blz\.?)\s+"
    r"(?P<nr>\d{1,3})(?P<sub>\.\d+)*\b",
    re.IGNORECASE,
)
_HIER = re.compile(
    r"\b(?:onderstaande|bovenstaande|volgende|deze|de\s+(?=(?:tabel|grafiek|figuur)\s+(?:hier)?(?:onder|boven)\b))\s*"
    r"(?P<wat>tabel|grafiek|figuur|tegels?)\b|\b(?P<wat2>tabel|grafiek|figuur)\s+(?:hier)?(?:onder|boven)\b",
    re.IGNORECASE,
)
_NAAM = re.compile(r"\bhoofdstuk\s+(?:‘(?P<a>[^’]+)’|(?P<b>[A-Z][\wë-]+(?:\s+en\s+[A-Z][\wë-]+)?))")
_ANKER = re.compile(r"\]\(#(?P<a>[\w-]+)\)")
_ELDERS = re.compile(
    r"^\s*(?:van|uit|in|op|bij)\s+(?:het|de|dat|die)\s+(?:raadsstuk|nota|verslag|rapport|begroting|jaarrekening|bijlage|"
    r"wet|programma|plan|besluit|verordening|visitatie\w*|document)",
    re.IGNORECASE,
)
_TABEL = frozenset({"tabel", "financieel", "ranglijst", "tegels"})


def verwijzingen(doc: Document, alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """References to a table, chart, chapter or page that is not there."""
    for zin in alle:
        if zin.is_geciteerd:
            continue
        yield from _genummerd(doc, zin)
        yield from _op_naam(doc, zin)
        yield from _hier(doc, zin)
    bij = alle[0].bij if alle else None
    for m in _ANKER.finditer(bij.tekst) if bij else ():
        if m["a"] not in _ankers(doc):
            yield meld(
                alle[0], "XREF", f"de link ‘#{m['a']}’ wijst naar een plek die er niet is",
                "Kies een blok van dit hoofdstuk, of haal de link weg.",
            )  # fmt: skip


def _ankers(doc: Document) -> set[str]:
    return {t.blok for t in doc.tabellen} | {"toelichting", "bronnen", "kort", "inhoud"}


def _genummerd(doc: Document, zin: Zin) -> Iterator[Bevinding]:
    for m in _NUMMER.finditer(zin.tekst):
        wat, nr = m["wat"].casefold().rstrip("."), int(m["nr"])
        if _ELDERS.match(zin.tekst[m.end() :]) or wat == "bijlage":
            continue
        if wat in ("pagina", "bladzijde", "blz", "paragraaf"):
            yield meld(
                zin, "XREF", f"deze monitor heeft geen {wat}nummers", "Noem het hoofdstuk bij naam.",
                LET_OP,
            )  # fmt: skip
            continue
        zijn_er = _aantal(doc, wat)
        if not 1 <= nr <= zijn_er:
            yield meld(
                zin, "XREF", f"‘{m[0]}’ is er niet: de uitgave heeft {zijn_er} keer een {wat}",
                "Verbeter het nummer, of noem de titel.",
            )  # fmt: skip


def _aantal(doc: Document, wat: str) -> int:
    if wat == "hoofdstuk":
        return len(doc.hoofdstukken)
    soorten = _TABEL if wat == "tabel" else frozenset({"grafiek"})
    return sum(t.soort in soorten for t in doc.tabellen)


def _op_naam(doc: Document, zin: Zin) -> Iterator[Bevinding]:
    titels = {titel.casefold() for _, titel in doc.hoofdstukken}
    for m in _NAAM.finditer(zin.tekst):
        naam = (m["a"] or m["b"]).strip()
        if _ELDERS.match(zin.tekst[m.end() :]) or not titels:
            continue
        if naam.casefold() not in titels and not any(naam.casefold() in t for t in titels):
            yield meld(
                zin, "XREF", f"er is geen hoofdstuk ‘{naam}’ in deze uitgave",
                "Noem een hoofdstuk dat er is.",
            )  # fmt: skip


def _hier(doc: Document, zin: Zin) -> Iterator[Bevinding]:
    """ "onderstaande grafiek" where the chapter has none."""
    for m in _HIER.finditer(zin.tekst):
        wat = (m["wat"] or m["wat2"]).casefold()
        if m[0].casefold().startswith(("deze", "volgende")) and not zin.bij.blok:
            continue
        soorten = (
            {"tegels"} if wat.startswith("tegel") else _TABEL if wat == "tabel" else {"grafiek"}
        )
        hier = [t for t in doc.tabellen if t.hoofdstuk == zin.bij.hoofdstuk]
        if not any(t.soort in soorten for t in hier) and not _ELDERS.match(zin.tekst[m.end() :]):
            yield meld(
                zin, "XREF", f"in dit hoofdstuk staat geen {wat}",
                "Voeg het blok toe, of haal de verwijzing weg.", FOUT,
            )  # fmt: skip
            break
