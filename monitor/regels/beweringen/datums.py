"""DATE: dates that cannot be, that contradict each other, or that had not come yet."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from monitor.regels.beweringen.gegevens import FOUT, LET_OP, Bevinding, Document
from monitor.regels.beweringen.melden import meld
from monitor.regels.beweringen.onderwerp import stam
from monitor.regels.beweringen.tijden import Tijd, dag_tekst
from monitor.regels.beweringen.woorden import STOP
from monitor.regels.beweringen.zinnen import Zin

_GEBEURD = re.compile(
    r"\b(?:is|zijn|werd|werden|was|waren|heeft|hebben)\b(?!.{0,60}\b(?:gepland|voorzien|verwacht|beoogd|uitgesteld|"
    r"verlengd|verschoven|bedoeld)\b).{0,90}\b(?:[a-zë]{0,8}ge(?:[a-zë]{2,}(?:d|t|en)|gaan|daan|staan|zien)|"
    r"(?:be|ver|ont|her)[a-zë]{3,}d|vervallen|verlopen|verschenen|ontstaan|besloten|begonnen|vertrokken|verstreken|overgedragen)\b|\b(?:werd|werden|vond|vonden|kwam|kwamen|begon|begonnen|startte|"
    r"daalde|steeg|stegen|was|waren)\b",
    re.IGNORECASE,
)
_KOMT = re.compile(
    r"\b(?:zal|zullen|gaat|gaan|wordt|worden|komt|komen|start|starten|volgt|volgen|verwachten|"
    r"verwacht|gepland|moet|moeten|uiterlijk|streven|streeft|willen|wil|beogen|beoogt|doel)\b",
    re.IGNORECASE,
)
_EINDE = re.compile(
    r"\b(?:tot(?: en met)?|t/m|eindigt(?: op)?|einddatum(?: is)?|loopt af(?: op)?|uiterlijk|verlengd tot(?: en met)?)\s+"
    r"(?:en met\s+)?(?:de\s+)?$",
    re.IGNORECASE,
)
_LUKT_NIET = re.compile(
    r"\b(?:niet (?:realistisch|haalbaar|gehaald|te halen|mogelijk)|onrealistisch|onhaalbaar|lukt niet|"
    r"lukt dat niet|wordt niet gehaald|niet op tijd)\b",
    re.IGNORECASE,
)
_TOT = re.compile(
    r"\b(?:tot|tot en met|t/m|uiterlijk|voor|vóór)\s+(?:eind\s+|begin\s+|de\s+)?$", re.IGNORECASE
)
_SINDS = re.compile(r"\bsinds\s+(?:eind\s+|begin\s+|medio\s+)?$", re.IGNORECASE)
_VERLEDEN = re.compile(
    r"\b(?!(?:moeten|laten|weten|kosten|worden|zullen|houden|bieden|leiden|besteden|zetten|heten|gemeenten|"
    r"met|de|beide|einde|mede|ronde|datum|waarde|wethouders)\b)(?![a-zë]+enden\b)[a-zë]{3,}(?:de|den|te|ten)\s+op\s+$",
    re.IGNORECASE,
)
_ERNA = re.compile(
    r"^\s+(?:(?!moeten|laten|weten|kosten|worden|zullen|houden|bieden|leiden|zetten|heten|gemeenten|zouden|konden|mede|einde|ronde)"
    r"[a-zë]{3,}(?:de|te)|ging(?:en)?|kwam(?:en)?|vond(?:en)?|begon(?:nen)?|werd(?:en)?|sprak(?:en)?|sloot|sloten|trad(?:en)?|"
    r"koos|kozen|bracht(?:en)?|stond(?:en)?|verviel(?:en)?)\s+(?:de|het|een|wij|we|er|onze|in|haar|zijn)\b",
    re.IGNORECASE,
)
_RITME = (
    (re.compile(r"\b(?:elke maand|maandelijks\w*)\b", re.I), 1),
    (re.compile(r"\b(?:elke|iedere|om de) twee maanden\b|\btwee-?maandelijks\w*\b", re.I), 2),
    (
        re.compile(
            r"\b(?:elk|ieder|per) kwartaal\b|\bkwartaalmonitor\b|\bdriemaandelijks\w*\b", re.I
        ),
        3,
    ),
    (re.compile(r"\b(?:elk half ?jaar|halfjaarlijks\w*)\b", re.I), 6),
)
_DOCUMENT = re.compile(r"\b(?:monitor|rapportage|uitgave|nota|voortgangsrapportage)\b", re.I)
_NAAM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]{2,}[A-Za-z]*(?:\s\d)?\b|\b[A-Z]{3,}(?:\s\d)?\b")
_LANG = re.compile(r"\b[a-zë]{8,}\b", re.IGNORECASE)


def controleer(doc: Document, alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one sentence at a time."""
    for zin in alle:
        if zin.is_geciteerd:
            continue
        yield from _onmogelijk(zin)
        yield from _omgekeerd(zin)
        yield from _nog_niet(doc, zin)
        yield from _al_voorbij(doc, zin)


def _onmogelijk(zin: Zin) -> Iterator[Bevinding]:
    for t in zin.tijden:
        if t.onmogelijk:
            yield meld(zin, "DATE", t.onmogelijk, "Verbeter de datum.")


def _omgekeerd(zin: Zin) -> Iterator[Bevinding]:
    """ "van 1 juli tot 1 juni"."""
    for a, b in zip(zin.tijden, zin.tijden[1:], strict=False):
        tussen = zin.tekst[a.eind : b.begin]
        voor = zin.tekst[: a.begin]
        if not re.fullmatch(r"\s*(?:tot|tot en met|t/m)\s*", tussen) or not a.van or not b.tot:
            continue
        if (
            re.search(r"\b(?:van|vanaf|tussen)\s*$", voor, re.IGNORECASE)
            and a.van > b.tot
            and b.heeft_jaar
        ):
            if not a.heeft_jaar and a.van.replace(year=a.van.year - 1) < b.tot:
                continue
            yield meld(
                zin, "DATE", f"{a.tekst} valt na {b.tekst}", "Draai de datums om of verbeter ze."
            )


def _nog_niet(doc: Document, zin: Zin) -> Iterator[Bevinding]:
    """It says that something has happened, on a day that had not come when it was written."""
    for t in zin.tijden:
        if t.van is None or t.van <= doc.geschreven_op or not t.heeft_jaar or t.vorm == "jaren":
            continue
        deel, voor = _bijzin(zin, t), zin.tekst[: t.begin]
        if _TOT.search(voor):
            continue  # that is how long it lasts
        gebeurd = (
            _ERNA.match(zin.tekst[t.eind :])
            or _GEBEURD.search(deel)
            or _SINDS.search(voor)
            or _VERLEDEN.search(voor)
        )
        if gebeurd and not _KOMT.search(deel) and "zou" not in deel:
            yield meld(
                zin, "DATE",
                f"{t.tekst} was nog niet geweest op {dag_tekst(doc.geschreven_op)}, "
                "maar de tekst zegt dat het al gebeurd is",
                "Verbeter de datum, of schrijf dat het nog komt.",
            )  # fmt: skip


def _al_voorbij(doc: Document, zin: Zin) -> Iterator[Bevinding]:
    """It says that something will happen, on a day long past."""
    begin = doc.periode.begin
    for t in zin.tijden:
        if t.tot is None or begin is None or t.tot >= begin or not t.heeft_jaar:
            continue
        if t.vorm not in ("dag", "maand") or not re.search(
            r"\b(?:zal|zullen|gaat|gaan)\b", _bijzin(zin, t)
        ):
            continue
        if not re.search(r"\b(?:op|in|per|vanaf|uiterlijk)\s*$", zin.tekst[: t.begin], re.I):
            continue
        yield meld(
            zin, "DATE", f"{t.tekst} ligt voor deze uitgave ({doc.periode.tekst}), maar de tekst zegt dat "
            "het nog komt",
            "Schrijf wat er is gebeurd, of noem de nieuwe datum.", LET_OP,
        )  # fmt: skip


def _bijzin(zin: Zin, t: Tijd) -> str:
    """The part of the sentence in which the date stands."""
    begin = max(zin.tekst.rfind(c, 0, t.begin) for c in (",", ";", ":", "(", " dat "))
    eind = min((p for c in ",;)" if (p := zin.tekst.find(c, t.eind)) >= 0), default=len(zin.tekst))
    return zin.tekst[begin + 1 : eind]


def controleer_samen(doc: Document, alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks over all texts together."""
    alle = [z for z in alle if not z.is_geciteerd]
    yield from _einddatums(alle)
    yield from _niet_haalbaar(doc, alle)
    yield from _ritme(doc, alle)


def _einddatums(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The same scheme ends on two different days."""
    gezien: dict[str, list[tuple[date, Zin]]] = defaultdict(list)
    for zin in alle:
        for t in zin.tijden:
            if t.vorm != "dag" or t.tot is None or not _EINDE.search(zin.tekst[: t.begin]):
                continue
            for naam in {m[0] for m in _NAAM.finditer(zin.tekst[: t.begin])}:
                gezien[naam].append((t.tot, zin))
    for naam, dagen in gezien.items():
        eerste, zin_een = dagen[0]
        for op, zin in dagen[1:]:
            if op != eerste:
                yield meld(
                    zin, "DATE",
                    f"{naam} eindigt hier op {dag_tekst(op)} en in {zin_een.bij.waar} op "
                    f"{dag_tekst(eerste)}",
                    "Noem op beide plekken dezelfde datum, of zeg wat er is veranderd.", LET_OP,
                )  # fmt: skip
                break


def _niet_haalbaar(doc: Document, alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """One sentence plans a day for what another says will not make it."""
    for zin in alle:
        if not _LUKT_NIET.search(zin.tekst):
            continue
        waarover = _onderwerp(zin)
        for ander in alle:
            if ander is zin or not waarover & _onderwerp(ander) or _LUKT_NIET.search(ander.tekst):
                continue
            gepland = [
                t for t in ander.tijden
                if t.tot and t.vorm in ("dag", "maand", "kwartaal") and t.tot > doc.peildatum
            ]  # fmt: skip
            if (
                gepland
                and _KOMT.search(ander.tekst)
                and not re.search(r"\bnieuwe (?:datum|planning)\b", ander.tekst)
            ):
                yield meld(
                    zin, "DATE",
                    f"{ander.bij.waar} noemt nog een planning: ‘{ander.tekst}’",
                    "Noem de nieuwe datum, en pas de andere zin daarop aan.", LET_OP,
                )  # fmt: skip
                break


def _onderwerp(zin: Zin) -> set[str]:
    """Long words that say what it is about."""
    gewoon = {
        "opgeleverd",
        "vastgesteld",
        "realistisch",
        "augustus",
        "september",
        "november",
        "december",
    }
    return {stam(m[0]) for m in _LANG.finditer(zin.tekst) if m[0].casefold() not in STOP | gewoon}


def _ritme(doc: Document, alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """How often it appears, against what the next one is about."""
    for zin in alle:
        maanden = next((n for patroon, n in _RITME if patroon.search(zin.tekst)), 0)
        if not maanden or not _DOCUMENT.search(zin.tekst):
            continue
        for i, ander in enumerate(alle):
            if not re.search(r"\bvolgende\b", ander.tekst, re.I) or not _DOCUMENT.search(
                ander.tekst
            ):
                continue
            vak = [
                t
                for z in _met_vervolg(alle, i)
                for t in z.tijden
                if t.vorm in ("helft", "kwartaal", "maanden", "jaar")
            ]
            anders = next((t for t in vak if t.maanden and t.maanden != maanden), None)
            if anders is not None:
                yield meld(
                    ander, "DATE",
                    f"de monitor komt elke {maanden} maanden uit, maar de volgende gaat over "
                    f"{anders.maanden} maanden ({anders.tekst})",
                    "Leg uit waarom de volgende over een andere periode gaat.", LET_OP,
                )  # fmt: skip
                return


def _met_vervolg(alle: Sequence[Zin], i: int) -> Sequence[Zin]:
    volgende = alle[i + 1 : i + 2]
    return [alle[i], *(z for z in volgende if re.match(r"(?:die|deze|dan|dat)\b", z.tekst, re.I))]


__all__ = ["FOUT", "controleer", "controleer_samen"]
