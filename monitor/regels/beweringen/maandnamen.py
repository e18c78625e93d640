"""STALE and DATE: a number under the name of another period, and the period the edition says it has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from monitor.regels.beweringen.gegevens import FOUT, LET_OP, Bevinding, Document
from monitor.regels.beweringen.melden import PERIODE, meld, noem, schrijf
from monitor.regels.beweringen.onderwerp import stammen
from monitor.regels.beweringen.paren import tellende
from monitor.regels.beweringen.reeksen import Reeks, Reeksen
from monitor.regels.beweringen.tijden import Tijd, dag_tekst
from monitor.regels.beweringen.zinnen import Noemer, Zin

_VORMEN = ("dag", "maand", "maanden", "kwartaal", "helft")
_VERGELIJKT = re.compile(
    r"\b(?:sinds|vanaf|na|dan(?: in)?|ten opzichte van|t\.o\.v\.|vergeleken met|tegen(?:over)?|voor|tussen|gelijk aan)\s*"
    r"(?:eind\s+|begin\s+|ultimo\s+|de\s+|het\s+|maand\s+|in\s+)*$",
    re.IGNORECASE,
)
_TOEN = re.compile(
    r"\b(?:toen|nog|vorig\w*|eerder\w*|daarvoor|ervoor|destijds|inmiddels|sindsdien|later|daarna|was|waren|ging|van .{1,40} naar|"
    r"vergelek\w*|hoogste|laagste|piek|top|record)\b",
    re.IGNORECASE,
)
_DESTIJDS = re.compile(
    r"\b(?:toen|nog|vorig\w*|eerder\w*|daarvoor|ervoor|destijds|sindsdien|daarna|later)\b",
    re.IGNORECASE,
)
_VERVOLG = re.compile(
    r"\b(?:nu|inmiddels|sindsdien|daarna|later|toen|dat is|dit is|daarmee|vergeleken|ten opzichte|meer|minder)\b",
    re.IGNORECASE,
)
_PEILDATUM = re.compile(
    r"\b(?:peildatum|stand per|stand op|stand is die van|stand van|meetmoment)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_ERNA = re.compile(r"^\s+(?:is |als )?de peildatum\b", re.IGNORECASE)
_DOCUMENT = (
    r"(?:\w*monitor|\w*rapportage|\w*bericht|uitgave|editie|nieuwsbrief|raadsbrief|\w*informatiebrief|brief|nota|berap|bestuursrapportage|"
    r"nummer|overzicht|verslag|presentatie)"
)
_OPENING = re.compile(
    rf"\b(?:deze|dit|(?:dit is|voor u ligt|hierbij|u leest|u ontvangt|bijgaand)\b[^.;]{{0,30}}\b(?:de|het|een))\s+(?:[a-zë0-9]+\s+){{0,2}}{_DOCUMENT}\b[^.;]{{0,70}}\b(?:over|van|betreft|beslaat|bestrijkt|betrekking op|terug op|"
    r"beschrijft|behandelt|(?:tot en met|t/m)(?: eind)?)\s+(?:(?:de|het|maand(?:en)?|periode|van|eind|voortgang in)\s+)*$|"
    r"\b(?:cijfers|gegevens)\b[^.;]{0,30}\b(?:hebben betrekking op|gaan over|betreffen|lopen (?:tot en met|t/m)|zijn van|zijn bijgewerkt (?:tot en met|t/m))\s+"
    r"(?:(?:de|het|maand(?:en)?|periode|van|eind)\s+)*$|"
    r"\b(?:(?:leest|vindt|treft|ziet) u|u (?:leest|vindt|treft|ziet))\b(?!.{0,20}\b(?:ook|ter)\b)[^.;]{0,50}\b(?:over|van)\s+(?:(?:de|het|maand(?:en)?|periode)\s+)*$",
    re.IGNORECASE,
)
_TITEL = re.compile(rf"^(?:[A-Za-zë-]+\s+){{0,3}}{_DOCUMENT}\b[^.:;]{{0,40}}$", re.IGNORECASE)
_ANDERE = re.compile(
    r"\b(?:vorige|volgende|eerdere|laatste|komende|jaarrekening|vergelijk\w*|ten opzichte)\b",
    re.IGNORECASE,
)
_TEGENWOORDIG = re.compile(
    r"\b(?:is|was|zijn|waren|wordt|werd|komt|verschijnt|verscheen)\b", re.IGNORECASE
)
_DIT_VAK = re.compile(
    r"\bvan (?:dit|deze) (?:kwartaal|halfjaar|half jaar|periode|maanden)\b", re.IGNORECASE
)
NAKIJKEN = "Kijk na of het getal of de maand niet klopt."


def controleer(doc: Document, reeksen: Reeksen, alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    for i, zin in enumerate(alle):
        if zin.is_geciteerd:
            continue
        buren = " ".join(z.tekst for z in alle[i + 1 : i + 2])
        gevonden = (
            _eigen_periode(doc, zin) or _peildatum(doc, zin) or _ander_cijfer(reeksen, zin)
            or _oud_cijfer(reeksen, zin) or _vorige_maand(doc, reeksen, zin, buren)
        )  # fmt: skip
        if gevonden is not None:
            yield gevonden


def _eigen_periode(doc: Document, zin: Zin) -> Bevinding | None:
    """What the edition says it is about."""
    begin, eind = doc.periode.begin, doc.periode.eind
    if begin is None or eind is None or _ANDERE.search(zin.tekst):
        return None
    for t in zin.tijden[:1]:
        voor = zin.tekst[: t.begin]
        kop = t.vorm != "dag" and t.heeft_jaar and len(zin.tekst) < 90
        titel = kop and _TITEL.match(voor) and not _TEGENWOORDIG.search(voor)
        if not (titel or _OPENING.search(voor)) or t.van is None or t.tot is None:
            continue
        verschenen = titel and eind < t.van <= doc.geschreven_op  # the month it came out
        if (t.tot < begin or t.van > eind) and not verschenen:
            return meld(
                zin, "STALE", f"deze uitgave gaat over {doc.periode.tekst}, de tekst zegt {t.tekst}", PERIODE
            )  # fmt: skip
    return None


def _peildatum(doc: Document, zin: Zin) -> Bevinding | None:
    begin = doc.periode.begin
    for t in zin.tijden:
        voor = zin.tekst[: t.begin]
        if (
            t.vorm != "dag"
            or t.tot is None
            or begin is None
            or not (_PEILDATUM.search(voor) or _ERNA.match(zin.tekst[t.eind :]))
        ):
            continue
        if (
            len(zin.tijden) == 1
            and not _ANDERE.search(zin.tekst)
            and not begin <= t.tot <= doc.geschreven_op
        ):
            return meld(
                zin, "STALE",
                f"de peildatum van deze uitgave is {dag_tekst(doc.peildatum)}, de tekst zegt {t.tekst}", PERIODE,
            )  # fmt: skip
    return None


def _getallen(zin: Zin) -> list[Noemer]:
    return [
        g for g in tellende(zin, "aantal") if g.waarde >= 10 and not g.is_verwezen and not g.zweem
    ]


def _ander_cijfer(reeksen: Reeksen, zin: Zin) -> Bevinding | None:
    """A figure under the name of another period than its own."""
    tel = _getallen(zin)
    for g in () if zin.mutaties else tel:
        t = _tijd_van(zin, g, tel)
        reeks = _reeks_van(reeksen, zin, g)
        if t is None or t.tot is None or reeks is None or _VERGELIJKT.search(zin.tekst[: t.begin]):
            continue
        if t.tot >= reeksen.begin or (reeksen.begin - t.tot).days > 400:
            continue
        if (gevonden := _onder_naam(zin, g, t, reeks)) is not None:
            return gevonden
    return None


def _tijd_van(zin: Zin, g: Noemer, tel: Sequence[Noemer]) -> Tijd | None:
    """The one period of the sentence, or of several that which stands nearest in the clause."""
    tijden = [t for t in zin.tijden if t.vorm in _VORMEN and t.tot is not None]
    if len(tijden) != len(zin.tijden) or not tijden:
        return None
    if len(tijden) == 1:
        return tijden[0] if len(tel) == 1 else None
    deel = [
        t
        for t in tijden
        if not re.search(r"[,;:]", zin.tekst[min(t.eind, g.eind) : max(t.begin, g.begin)])
    ]
    return deel[0] if len(deel) == 1 else None


def _onder_naam(zin: Zin, g: Noemer, t: Tijd, reeks: Reeks) -> Bevinding | None:
    eigen = [p for p in reeks.punten if p.waarde == g.waarde]
    punt = reeks.op(t)
    if punt in eigen or (
        punt is None and (_DESTIJDS.search(zin.tekst) or eigen[-1] is not reeks.laatste)
    ):
        return None
    som = f"{noem(g)} is {reeks.label} van {dag_tekst(eigen[-1].tot)}, de tekst zegt {t.tekst}"
    if punt is not None:
        som += f"; toen was het {schrijf(punt.waarde)}"
    return meld(zin, "STALE", som, NAKIJKEN, FOUT if punt is not None else LET_OP)


def _oud_cijfer(reeksen: Reeksen, zin: Zin) -> Bevinding | None:
    """A figure of an earlier period, told as that of now."""
    tel = _getallen(zin)
    if (
        len(tel) != 1
        or _TOEN.search(zin.tekst)
        or re.search(r"\b(?:dan|tegen|ten opzichte|naar)\b", zin.tekst)
    ):
        return None
    if any(
        t.tot and (t.tot < reeksen.begin or (t.vorm == "dag" and t.tot != reeksen.eind))
        for t in zin.tijden
    ):
        return None
    reeks = _reeks_van(reeksen, zin, tel[0])
    if reeks is None or not reeks.woorden <= _stammen(zin) or reeks.laatste.tot < reeksen.begin:
        return None
    oud = [p for p in reeks.punten if p.waarde == tel[0].waarde]
    if reeks.laatste in oud or not oud:
        return None
    return meld(
        zin, "STALE",
        f"{noem(tel[0])} is {reeks.label} van {dag_tekst(oud[-1].tot)}; nu is het {schrijf(reeks.laatste.waarde)}",
        NAKIJKEN, FOUT if zin.tijden else LET_OP,
    )  # fmt: skip


def _stammen(zin: Zin) -> set[str]:
    return set(stammen(zin.tekst))


def _reeks_van(reeksen: Reeksen, zin: Zin, g: Noemer) -> Reeks | None:
    """The one series that this number is of; of more than one only that which the sentence names."""
    raak = [r for r in reeksen.met(g.waarde, zin.bij.hoofdstuk) if not r.is_deel]
    if len(raak) > 1:
        raak = [r for r in raak if r.woorden & _stammen(zin)]
    return raak[0] if len(raak) == 1 else None


def _vorige_maand(doc: Document, reeksen: Reeksen, zin: Zin, buren: str) -> Bevinding | None:
    """Counts of months before this edition that nothing is compared with."""
    begin, eind = doc.periode.begin, doc.periode.eind
    tijden = [_verleden(t, doc.geschreven_op) for t in zin.tijden]
    if (
        begin is None
        or eind is None
        or not tijden
        or any(t.vorm not in ("maand", "maanden") for t in tijden)
    ):
        return None
    t = tijden[0]
    if (
        len(tijden) == 1
        and _DIT_VAK.search(zin.tekst)
        and t.tot
        and t.van
        and (t.tot < begin or t.van > eind)
    ):
        return _andere_maand(doc, zin, t)
    if not _getallen(zin) or _TOEN.search(zin.tekst) or _VERVOLG.search(buren[:60]):
        return None
    if any(t.heeft_jaar or t.tot is None or t.tot >= begin for t in tijden):
        return None
    if any(_VERGELIJKT.search(zin.tekst[: t.begin]) or _weken(t, begin) > 53 for t in tijden):
        return None
    ouder = {p.waarde for r in reeksen.alle for p in r.punten if p.tot < begin}
    if any(g.waarde in ouder for g in _getallen(zin)):
        return None
    return _andere_maand(doc, zin, t)


def _andere_maand(doc: Document, zin: Zin, t: Tijd) -> Bevinding:
    return meld(
        zin, "STALE", f"de zin gaat over {t.tekst}; deze uitgave gaat over {doc.periode.tekst}",
        "Klopt de maand? Vergelijk anders met de periode van deze uitgave.", LET_OP,
    )  # fmt: skip


def _verleden(t: Tijd, op: date) -> Tijd:
    """A month without a year that had not come when it was written is that of the year before."""
    if t.heeft_jaar or t.van is None or t.tot is None or t.van <= op or t.vorm != "maand":
        return t
    van = t.van.replace(year=t.van.year - 1)
    return replace(t, van=van, tot=van.replace(day=28))


def _weken(t: Tijd, begin: date) -> int:
    return (begin - t.tot).days // 7 if t.tot else 0
