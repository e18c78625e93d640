"""Words that mean something to a check: numbers, directions, balances, ways of being nearly right."""

import re

EENHEDEN = {
    "nul": 0, "één": 1, "eén": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6,
    "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13,
    "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18,
    "negentien": 19,
}  # fmt: skip
TIENTALLEN = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
    "tachtig": 80, "negentig": 90,
}  # fmt: skip
RANG = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "1e": 1, "2e": 2, "3e": 3, "4e": 4,
    "1ste": 1, "2de": 2, "3de": 3, "4de": 4, "laatste": 0,
}  # fmt: skip

OP = re.compile(
    r"\b(?:ge|toe|ver)?(?:stegen|stijg(?:t|en|ing)|steeg|groei(?:t|de|den|en)?|gegroeid|toegenomen|"
    r"toename|neemt toe|(?:nam(?:en)?|neemt|nemen)\b[^.;]{1,60}\btoe|liep(?:en)?\b[^.;]{1,40}\bop(?=[.,;]|$)|nam toe|namen toe|hoger|meer|verhoogd|verlengd|vergroot|uitgebreid|plus|opgelopen|liep(?:en)? op|loopt op|"
    r"klom(?:men)?|klimt|geklommen|omhoog)\b",
    re.IGNORECASE,
)
NEER = re.compile(
    r"\b(?:gedaald|dal(?:en|ing|ingen)|daal(?:t|de|den)|gekrompen|krimp|kromp(?:en)?|slonk(?:en)?|geslonken|verkort|verkleind|teruggebracht|afgenomen|afname|"
    r"neemt af|(?:nam(?:en)?|neemt|nemen)\b[^.;]{1,60}\baf|liep(?:en)?\b[^.;]{1,40}\bterug|nam af|namen af|lager|minder|verlaagd|verminderd|vermindering|terugloop|teruggelopen|liep(?:en)? terug|loopt terug|gezakt|zakt|zakte|"
    r"omlaag|min)\b",
    re.IGNORECASE,
)
GELIJK = re.compile(
    r"\b(?:gelijk gebleven|bleef gelijk|bleven gelijk|is gelijk|blijft gelijk|onveranderd)\b",
    re.IGNORECASE,
)
TEKORT = re.compile(
    r"\b(?:tekort(?:en)?|nadeel|nadelig\w*|overschrijding|overschreden|overschrijd(?:t|en)|tekortkom\w*|verlies|negatief|"
    r"meer (?:uit ?te ?geven|uitgeven|kosten)|tegenvaller|in de min|in het rood|min van|te veel uit|(?:meer|hoger|duurder)(?: uit)? dan (?:begroot|geraamd|de begroting|het budget)|(?:valt|vallen|viel|vielen|kom(?:t|en))\b.{0,60}\bhoger uit|valt? tegen|over het budget(?: heen)?)\b|-/-",
    re.IGNORECASE,
)
OVERSCHOT = re.compile(
    r"\b(?:overschot(?:ten)?|voordeel|voordelig\w*|onderschrijding|onderschreden|onderschrijd(?:t|en)|overhouden|positief|"
    r"minder (?:uit ?te ?geven|uitgeven|kosten)|meevaller|in de plus|plus van|te weinig uit|(?:minder|lager|goedkoper)(?: uit)? dan (?:begroot|geraamd|de begroting|het budget)|(?:valt|vallen|viel|vielen|kom(?:t|en))\b.{0,60}\blager uit|valt? .{0,40}\bmee|resteert|resteren|(?:blijft|blijven)\b.{0,60}\bover|(?:houd(?:en|t)?|houdt)\b.{0,80}\bover)\b",
    re.IGNORECASE,
)
SALDO = re.compile(r"\b(?:saldo|resultaat|afwijking)\b", re.IGNORECASE)
# Somebody else said it, and the sentence says so.
GECITEERD = re.compile(
    r"\b(?:(?:raadsstuk|nota|bron|verslag|rapport|krant|artikel)\b.{0,60}\b"
    r"(?:noem|schrijf|zegt|zei|meld|schreef)\w*|(?:noem|schrijf|zegt|meld)\w*\s+(?:het|de)\s+"
    r"(?:raadsstuk|nota|bron|verslag|rapport))",
    re.IGNORECASE,
)

ONGEVEER = re.compile(
    r"(?:ongeveer|circa|ca\.?|rond(?: de)?|zo['’]n|om en nabij|afgerond|grofweg|±)\s*$",
    re.IGNORECASE,
)
RUIM = re.compile(r"(?:ruim|iets meer dan|iets boven|goed)\s*$", re.IGNORECASE)
MEER_DAN = re.compile(
    r"(?:meer dan|boven(?: de)?|minstens|ten minste|minimaal|>)\s*$", re.IGNORECASE
)
BIJNA = re.compile(r"(?:bijna|net geen|krap|iets minder dan|nagenoeg)\s*$", re.IGNORECASE)
MINDER_DAN = re.compile(
    r"(?:minder dan|onder(?: de)?|hooguit|hoogstens|maximaal|ten hoogste|<)\s*$", re.IGNORECASE
)

# How nearly a number is right, by the words before it; the first that fits.
ZWEMEN = (
    (RUIM, "ruim"),
    (BIJNA, "bijna"),
    (MEER_DAN, "meer_dan"),
    (MINDER_DAN, "minder_dan"),
    (ONGEVEER, "ongeveer"),
)

MAAL = {"ton": 10**5, "mln": 10**6, "miljoen": 10**6, "miljard": 10**9, "duizend": 1000}

_STOP = (
    "de het een en of van voor op in met aan bij te tot per uit om naar over door die dat dit deze "
    "er is zijn was waren wordt worden heeft hebben we wij ze zij totaal totale lasten kosten budget "
    "uitgaven verwachte verwacht verwachten saldo tekort overschot begroting prognose waarvan overig "
    "overige samen heel hele aantal gemiddeld gemiddelde nieuwe nieuw jaar maand euro gemeente"
)
STOP = frozenset(_STOP.split())


def lees_woord(woord: str) -> int | None:
    """The value of a Dutch number word below a million; None when it is none. "een" is an article."""
    w = woord.casefold().replace("ë", "e").replace("-", "")
    if w in EENHEDEN:
        return EENHEDEN[w]
    duizend, sep, rest = w.partition("duizend")
    if sep:
        hoog, laag = _onder_duizend(duizend) if duizend else 1, _onder_duizend(rest) if rest else 0
        return None if hoog is None or laag is None else hoog * 1000 + laag
    return _onder_duizend(w)


def _onder_duizend(w: str) -> int | None:
    w = w.removeprefix("en") if len(w) > 4 else w
    voor, sep, na = w.partition("honderd")
    if not sep:
        return _onder_honderd(w)
    hoog = EENHEDEN.get(voor) if voor else 1
    laag = _onder_honderd(na.removeprefix("en")) if na else 0
    return None if hoog is None or laag is None else hoog * 100 + laag


def _onder_honderd(w: str) -> int | None:
    if w in EENHEDEN or w in TIENTALLEN:
        return EENHEDEN.get(w, TIENTALLEN.get(w))
    for tiental, waarde in TIENTALLEN.items():
        if w.endswith(tiental) and (kern := w.removesuffix(tiental)).endswith("en"):
            een = EENHEDEN.get(kern.removesuffix("en"), 1 if kern == "eenen" else None)
            return None if een is None else waarde + een
    return None
