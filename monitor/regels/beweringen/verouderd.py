"""STALE: text or figures left over from an earlier edition."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from monitor.regels.beweringen.gegevens import FOUT, LET_OP, Bevinding, Document, Tabel
from monitor.regels.beweringen.melden import PERIODE, meld
from monitor.regels.beweringen.tijden import Tijd
from monitor.regels.beweringen.zinnen import Zin

_ACHTERUIT = re.compile(
    r"\b(?:dan(?: in)?|ten opzichte van|t\.o\.v\.|vergeleken(?: met)?|sinds|vanaf|na|voor|tegen|van|"
    r"tussen|tot|tot en met|t/m|eind|begin|start|medio|per|was|waren|over)\s*"
    r"(?:de\s+|het\s+|maand\s+|de maand\s+|eind\s+|begin\s+|\d{1,2}\s+)*$",
    re.IGNORECASE,
)
_VAN_MAAND = re.compile(r"\b(?:van|over)\s*(?:de\s+|maand\s+)*$", re.IGNORECASE)
_TEGENWOORDIG = re.compile(
    r"\b(?:is|zijn|ligt|liggen|loopt|lopen|bedraagt|bedragen|staat|staan|heeft|hebben|blijft|blijven|zitten|zit|"
    r"krijgt|krijgen|ontvangt|ontvangen|wachten|wacht|kost|kosten|stijgt|stijgen|daalt|dalen)\b",
    re.IGNORECASE,
)
_DEELWOORD = re.compile(
    r"\b(?:ge[a-zë]{2,}(?:d|t|en)|(?:aan|af|op|uit|toe|in|binnen|door|mee|over)ge[a-zë]{2,}(?:d|t|en)|"
    r"(?:be|ver|ont|her)[a-zë]{3,}d)\b",
    re.IGNORECASE,
)
_PERSOONSVORM = re.compile(
    r"\b(?:was|waren|werd|werden|had|hadden|kwam|kwamen|ging|gingen|kreeg|kregen|stond|stonden|"
    r"begon|begonnen|verwachtten?|raamden?|dachten|meldden|schreven|daalden?|stegen|steeg|gaf|vroeg|vroegen|bleef|bleven|sprak|liep|liepen|kostte|"
    r"vergeleek|noemde|toen)\b",
    re.IGNORECASE,
)
_ZEGT_HET_ZELF = re.compile(
    r"\bvergelijk\w*|\btegenover\b|\b(?:dat|die) van\b|\b(?:laatste|nieuwste|vorige|eerdere|oude)\b|\bstand\b|\b(?:niveau|onder|boven)\b",
    re.IGNORECASE,
)
_GAAT_OVER = re.compile(
    r"\b(?:deze|dit|de)\s+(?:monitor|rapportage|uitgave|kwartaalrapportage|voortgangsrapportage|editie)\s+"
    r"(?:gaat over|beschrijft|bestrijkt|behandelt|loopt over|betreft|over|bevat de cijfers (?:van|over))\s*(?:de\s+|het\s+)?"
    r"(?:maand(?:en)?\s+|periode\s+)?(?:van\s+)?$",
    re.IGNORECASE,
)
_NU = re.compile(
    r"\b(?:wacht|wachten|zitten|zit|staan|staat|krijgen|krijgt|ontvangen|ontvangt)\b|\b(?:op dit moment|momenteel|nu)\b",
    re.IGNORECASE,
)
_VOORUIT = re.compile(
    r"\b(?:zal|zullen|gaat|gaan|komt|komen|volgt|volgen|verwacht\w*|verschijn\w*|wordt|worden|gepland|plan\w*|"
    r"besluit|start|starten|neemt|moet|moeten|bespreek\w*|behandel\w*)\b",
    re.IGNORECASE,
)
NAKIJKEN = (
    "Klopt deze zin nog? Noem de periode van deze uitgave, of schrijf hem in de verleden tijd."
)


def controleer(doc: Document, alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    eigen = _perioden_van(doc, alle)
    for zin in alle:
        if zin.is_geciteerd:
            continue
        for t in zin.tijden:
            if (
                t.vorm not in ("maand", "maanden", "kwartaal", "helft")
                or t.van is None
                or t.tot is None
            ):
                continue
            gevonden = _eigen_periode(doc, zin, t) or _van_toen(doc, zin, t, eigen)
            if gevonden is not None:
                yield gevonden
                break


def _perioden_van(doc: Document, alle: Sequence[Zin]) -> set[tuple[int, int]]:
    """Year and month of what the block beside the text shows."""
    if not alle or not alle[0].bij.blok:
        return set()
    bij = alle[0].bij
    tabellen = [t for t in doc.tabellen if (t.hoofdstuk, t.blok) == (bij.hoofdstuk, bij.blok)]
    codes = {p for t in tabellen for p in t.perioden}
    codes |= {c.periode for c in doc.cijfers if (c.hoofdstuk, c.blok) == (bij.hoofdstuk, bij.blok)}
    einden = [c.rpartition("_")[2] for c in codes]
    return {
        (int(c[:4]), int(c[5:7]))
        for c in einden
        if len(c) >= 7 and c[5:7].isdigit() and c[:4].isdigit()
    }


def _eigen_periode(doc: Document, zin: Zin, t: Tijd) -> Bevinding | None:
    """The text says which period the edition is about, and it is another."""
    if not _GAAT_OVER.search(zin.tekst[: t.begin]) or re.search(r"volgende|vorige", zin.tekst):
        return None
    begin, eind = doc.periode.begin, doc.periode.eind
    if begin is None or eind is None or t.van is None or t.tot is None:
        return None
    if t.van <= eind and t.tot >= begin:
        return None
    return meld(
        zin, "STALE", f"deze uitgave gaat over {doc.periode.tekst}, de tekst zegt {t.tekst}",
        PERIODE,
    )  # fmt: skip


def _van_toen(doc: Document, zin: Zin, t: Tijd, eigen: set[tuple[int, int]]) -> Bevinding | None:
    begin = doc.periode.begin
    if begin is None or t.tot is None or t.van is None:
        return None
    if t.tot >= begin:
        return _tot_en_met_eerder(doc, zin, t) or _komt_nog(doc, zin, t)
    if _staat_ernaast(t, eigen) or _ver_weg(t.van, begin):
        return None
    voor = zin.tekst[: t.begin]
    oud = doc.vorige is not None and _valt_in(t, doc)
    if zin.bij.is_ongewijzigd and oud and not _vergelijkt(voor):
        return meld(
            zin, "STALE",
            f"deze tekst is gelijk aan die van de vorige uitgave en noemt {t.tekst}; "
            f"deze uitgave gaat over {doc.periode.tekst}",
            "Werk de tekst bij, of leg uit waarom hij nog klopt.", FOUT,
        )  # fmt: skip
    if t.heeft_jaar and not oud and t.vorm != "maand" and not _NU.search(zin.tekst):
        return None
    if not _TEGENWOORDIG.search(zin.tekst) or _PERSOONSVORM.search(zin.tekst):
        return None
    if (
        _DEELWOORD.search(zin.tekst)
        or (" dan " in voor)
        or (_vergelijkt(voor) and not _VAN_MAAND.search(voor))
    ):
        return None
    if len(zin.tijden) > 1 or _ZEGT_HET_ZELF.search(zin.tekst):
        return None
    return meld(
        zin, "STALE",
        f"de zin gaat in de tegenwoordige tijd over {t.tekst}; deze uitgave gaat over "
        f"{doc.periode.tekst}",
        NAKIJKEN, LET_OP,
    )  # fmt: skip


def _tot_en_met_eerder(doc: Document, zin: Zin, t: Tijd) -> Bevinding | None:
    """ "Tot en met juni" in an edition up to August: the count of then."""
    eind, vanaf = doc.periode.eind, doc.periode.begin
    if eind is None or vanaf is None or t.tot is None or t.heeft_jaar or t.tot >= eind:
        return None
    if not _LOPEND.search(zin.tekst[: t.begin]) or len(zin.tijden) > 1 or not zin.getallen:
        return None
    if (doc.peildatum.year, doc.peildatum.month) == (t.tot.year, t.tot.month):
        return None
    return meld(
        zin, "STALE", f"de zin telt {t.tekst}, deze uitgave {doc.periode.tekst}", NAKIJKEN, LET_OP
    )


_LOPEND = re.compile(r"^(?:.{0,20}\b)?(?:tot en met|t/m)\s+(?:eind\s+)?$", re.IGNORECASE)


def _komt_nog(doc: Document, zin: Zin, t: Tijd) -> Bevinding | None:
    """The present tense over a month that has not come: left over from last year."""
    eind = doc.periode.eind
    if eind is None or t.van is None or t.tot is None or t.heeft_jaar:
        return None
    if t.van <= eind or t.tot <= doc.geschreven_op:
        return None
    if len(zin.tijden) > 1 or not _NU.search(zin.tekst) or _VOORUIT.search(zin.tekst):
        return None
    return meld(
        zin, "STALE",
        f"de zin gaat in de tegenwoordige tijd over {t.tekst}; deze uitgave gaat over {doc.periode.tekst}",
        NAKIJKEN, LET_OP,
    )  # fmt: skip


def _staat_ernaast(t: Tijd, eigen: set[tuple[int, int]]) -> bool:
    """The block itself shows a figure of that month; without a year, of that month in any year."""
    if t.tot is None:
        return False
    return (t.tot.year, t.tot.month) in eigen or (
        not t.heeft_jaar and t.tot.month in {maand for _, maand in eigen}
    )


def _vergelijkt(voor: str) -> bool:
    return _ACHTERUIT.search(voor) is not None


def _ver_weg(van: date, begin: date) -> bool:
    """A year or more ago is history that somebody tells on purpose."""
    return (begin - van).days > 365


def _valt_in(t: Tijd, doc: Document) -> bool:
    vorige = doc.vorige
    if vorige is None or vorige.begin is None or vorige.eind is None or t.van is None:
        return False
    return t.tot is not None and t.van <= vorige.eind and t.tot >= vorige.begin


def controleer_tabellen(doc: Document) -> Iterator[Bevinding]:
    """Tables that stop before this edition begins, and do not say so."""
    begin = doc.periode.begin
    for code, titel in doc.hoofdstukken:
        oud = [
            t for t in doc.tabellen
            if t.hoofdstuk == code and not t.is_gemarkeerd and begin is not None
            and t.nieuwste is not None and t.nieuwste.soort == "maand"
            and t.nieuwste.eind is not None and t.nieuwste.eind < begin
        ]  # fmt: skip
        for t in oud:
            yield _oude_tabel(doc, titel, t)


def _oude_tabel(doc: Document, titel: str, t: Tabel) -> Bevinding:
    stand = t.nieuwste.tekst if t.nieuwste else ""
    return Bevinding(
        "STALE", LET_OP, f"{t.hoofdstuk}/{t.blok}/cijfers", f"Hoofdstuk {titel}, {t.titel or t.blok}",
        t.titel or t.blok,
        f"het nieuwste cijfer is van {stand}, deze uitgave gaat over {doc.periode.tekst}",
        "Lever het nieuwe cijfer aan, of zeg erbij dat het niet is bijgewerkt.", t.hoofdstuk, t.blok,
    )  # fmt: skip
