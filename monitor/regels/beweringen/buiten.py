"""Numbers that are no figure of the monitor: a norm, a target, a rate, what others counted, a telephone."""

import re

from monitor.regels.beweringen.zinnen import Noemer, Zin

_TELEFOON = re.compile(
    r"\b0\d{1,3}[\s-]?\d{2,3}(?:[\s-]?\d{2,4}){1,2}\b|\b14\s?0\d{2,4}\b|\b0[89]00[\s-]?\d+|\b\d{4}\s?[A-Z]{2}\b|"
    r"\bECLI:\S+|\b[A-Z]-?\d{1,4}\b|\b\d{4}/\d+\b"
)
_ANDEREN = re.compile(
    r"\b(?:CBS|SCP|RIVM|VNG|Nibud|Vektis|SVB|UWV|Divosa|NZa|landelijke?|in Nederland|heel Nederland|Nederlandse?|andere gemeenten|"
    r"vergelijkbare gemeenten|referentie\w*|benchmark\w*|regio(?:naal|nale)?|provinciaal|het Rijk|rijks\w+|kabinet|minister\w*|staatssecretaris)\b"
)
_NORM = re.compile(
    r"\b(?:norm(?:en)?|bijstandsnorm\w*|streef\w*|streven|doel(?:en|stelling\w*)?|ambitie|taakstelling|plafond|maximaal|maximum|minimaal|"
    r"minimum\w*|hoogstens|inkomensgrens|grens|drempel|prijspeil|verplicht\w*)\b",
    re.IGNORECASE,
)
_NORM_GELD = re.compile(
    r"\b(?:eigen bijdrage|\w*tarie\w+|wettelijk\w*|ge[iï]ndexeerd|indexatie|indexering|cao\w*|loonstijging|inflatie|"
    r"contract\w*|aanbested\w*|toeslag\w*|\w+toeslag|specifieke uitkering)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:wordt|worden|komt er|komen er|volgend jaar|in \d{4} en verder|vanaf 20\d\d|prognose voor 20\d\d|naar verwachting in 20\d\d)\b",
    re.IGNORECASE,
)
_PER_TARIEF = re.compile(
    r"^\s*(?:bruto\s+|netto\s+)?per (?:uur|dag|keer|rit|etmaal|kilometer|km|persoon per)\b",
    re.IGNORECASE,
)
_INWONERS = re.compile(
    r"^\s*(?:[a-zë]+\s+)?(?:inwoners|huishoudens in de gemeente)\b(?!\s+(?:met|die|ontvang|krijg|hebben|kregen))",
    re.IGNORECASE,
)
_LEEFTIJD_NA = re.compile(
    r"^\s*-?\s*(?:tot|t/m|tot en met|en|–|-)\s*\d+[\s-]?(?:jarig|jaar)|^\s?-?\s?(?:jarig|plusser|-plusser)",
    re.IGNORECASE,
)
_LEEFTIJD_VOOR = re.compile(r"\b(?:leeftijd|tussen)\b[^.;]{0,20}$", re.IGNORECASE)
_MAAL_DUIZEND = re.compile(r"[×x]\s*(?:€\s?)?$", re.IGNORECASE)
_ELKE = re.compile(r"\bvan (?:elke|iedere|de) (?:100|1\.000|honderd|duizend)\b", re.IGNORECASE)
_ELDERS = re.compile(
    r"\b(?:eerste|tweede|derde|vorige|eerdere) (?:berap|bestuursrapportage|monitor|rapportage|prognose|uitgave|raming|verwachting)\b|"
    r"\bjaarrekening\b|\bkadernota\b",
    re.IGNORECASE,
)
_K = re.compile(r"^k\b")
_JAARTAL = re.compile(r"\b(?:19|20)\d\d\s*[:=]\s*(?:een\s+|€\s*)?$")


def is_van_buiten(zin: Zin, g: Noemer) -> bool:
    """Whether the sentence says that this number is not counted by this monitor."""
    if any(m.start() <= g.begin and g.eind <= m.end() for m in _TELEFOON.finditer(zin.tekst)):
        return True
    if g.waarde < 110 and re.search(r"[A-Z][a-zë]+\s\($", zin.voor(g, 30)) and zin.na(g, 1) == ")":
        return True  # "een bewoonster van de Dorpsstraat (84)"
    voor, na = zin.voor(g, 30), zin.na(g, 30)
    if (
        _LEEFTIJD_NA.match(na)
        or (g.waarde >= 2000 and _INWONERS.match(na))
        or _PER_TARIEF.match(na)
        or _K.match(na)
    ):
        return True
    if (
        _MAAL_DUIZEND.search(voor)
        or _JAARTAL.search(voor)
        or (_LEEFTIJD_VOOR.search(voor) and g.waarde < 110)
    ):
        return True
    deel = bijzin(zin, g)
    if (
        re.match(r"\s*cent\b", na)
        or _ELKE.search(zin.tekst)
        or _ELDERS.search(deel)
        or _ander_jaar(zin, deel)
    ):
        return True
    if _ANDEREN.search(deel) or _NORM.search(deel):
        return True
    return g.vorm != "aantal" and bool(_NORM_GELD.search(deel) or _LATER.search(deel))


def is_van_anderen(zin: Zin, g: Noemer) -> bool:
    """Whether somebody else counted it: CBS, Nibud, the whole country."""
    return _ANDEREN.search(bijzin(zin, g)) is not None


def _ander_jaar(zin: Zin, deel: str) -> bool:
    """Another year, told as such: "in 2023 waren het er 310", "in 2035 telt de gemeente …"."""
    jaren = [t.van.year for t in zin.tijden if t.vorm == "jaar" and t.van and t.tekst in deel]
    return bool(jaren) and (max(jaren) < zin.jaar or min(jaren) > zin.jaar)


def bijzin(zin: Zin, g: Noemer) -> str:
    """The piece of the sentence in which a number stands."""
    begin = max(
        (m.end() for m in re.finditer(r"[;(]|, (?:maar|terwijl|en|tegen)\b", zin.tekst[: g.begin])),
        default=0,
    )
    eind = re.search(r"[;)]|, (?:maar|terwijl|en|tegen)\b", zin.tekst[g.eind :])
    return zin.tekst[begin : g.eind + eind.start() if eind else len(zin.tekst)]
