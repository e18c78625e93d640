"""SALDO: what a text says about budget, forecast and balance, against the finance tables."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from monitor.regels.beweringen import woorden as w
from monitor.regels.beweringen.buiten import is_van_anderen
from monitor.regels.beweringen.gegevens import Bevinding, Document
from monitor.regels.beweringen.melden import meld, noem, procent, schrijf
from monitor.regels.beweringen.onderwerp import Onderwerp, genoemd, onderwerpen, stammen
from monitor.regels.beweringen.zinnen import Noemer, Zin, past, past_grof
from monitor.regels.verschillen import aandeel

_GEHEEL = re.compile(
    r"\b(?:totale?|per saldo|sociaal domein|gehele?|(?:we|wij) verwachten|verwachten (?:we|wij)|college verwacht|verwacht het college|(?:voorzien|verwachten|ramen) (?:we|wij)|(?:we|wij) (?:voorzien|ramen)|(?:over|voor|van) heel|"
    r"verwacht saldo|komen (?:we|wij)|houden (?:we|wij)|algemeen)\b",
    re.IGNORECASE,
)
_ANDER_DING = re.compile(
    r"\b(?:op|bij|aan|voor|binnen|door|uit|van|wegens|vanwege)\s+(?:de\s+|het\s+|een\s+|meer\s+|hogere\s+|lagere\s+)*"
    r"(?!een\b|het\b|de\b|alle\b|basis|begroting|budget|jaar|heel|hele|geheel|gehele|elkaar|totale|dit|sociaal|ongeveer|circa|bijna|ruim|ca\b|"
    r"eind|per|het jaar|tekort|overschot|nadeel|voordeel|nadelig|voordelig|positief|negatief|resultaat|saldo|overschrijding|onderschrijding|\d|€)[a-zë-]{3,}",
    re.IGNORECASE,
)
_VAN_BEGROTING = re.compile(
    r"^[\s)]*(?:van|op)\s+(?:de|het|onze)\s+(?:[a-zë]+\s+){0,2}[a-zë]*(?:begroting|budget|begrote lasten)",
    re.IGNORECASE,
)
_PERCENTAGE = re.compile(
    r"\b(?:percentage|procenten) van (?:de|het) (?:[a-zë]+\s+)?[a-zë]*(?:begroting|budget)\b",
    re.IGNORECASE,
)
_BEGROOT = re.compile(r"\b(?:begroot|begrote|begroting(?: is| van| bedraagt)?)\b", re.IGNORECASE)
_PROGNOSE = re.compile(r"\b(?:prognose|verwachte? (?:kosten|lasten|uitgaven))\b", re.IGNORECASE)
# Another document, another year: not the balance of this edition.
_ELDERS = re.compile(
    r"\b(?:(?:eerste|tweede|derde|vorige|eerdere)\s+(?:berap|bestuursrapportage|monitor|rapportage|prognose|uitgave)|"
    r"(?:in|bij|volgens|uit)\s+de\s+(?:jaarrekening|berap|bestuursrapportage|kadernota|perspectiefnota|ppn)|"
    r"(?:vorig|afgelopen)\s+jaar\b.{0,40}\b(?:was|waren|bedroeg)|nog rekening)\b",
    re.IGNORECASE,
)
_ALLES = re.compile(
    r"\b(?:per saldo|totaal|totale|samen|alles bij elkaar|al met al|geheel)\b", re.IGNORECASE
)
_WAARMEE = re.compile(r"^[^,]{0,40}, (?:waarmee|waardoor|waarvan|zodat|terwijl)\b", re.IGNORECASE)
_RESERVE = re.compile(r"\breserves?\b", re.IGNORECASE)
_DUIZEND = re.compile(r"[×x]\s*€\s?1\.000|€\s?1\.000\s*[×x]|\bin duizenden euro", re.IGNORECASE)
_TERUG = re.compile(r"(?:dat|dit|daarmee|hierdoor|daardoor|dus|dan)\b", re.IGNORECASE)
PROCENT = "Verbeter het percentage of het bedrag."
HERSTEL = "Neem het bedrag uit de tabel over met een verwijzing, of leg uit waardoor het verschilt."


def controleer(doc: Document, alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text. Without finance rows there is nothing to compare with."""
    if not doc.geldrijen:
        return
    keuze = onderwerpen(doc)
    vorig: tuple[Noemer, list[Onderwerp]] | None = None
    schaal = Decimal(1000 if any(_DUIZEND.search(z.tekst) for z in alle) else 1)
    for i, zin in enumerate(alle):
        if zin.is_geciteerd or _ELDERS.search(zin.tekst) or _ander_jaar(doc, zin):
            vorig = None
            continue
        laatste = None
        eerder = alle[i - 1].tekst if i and _wijst_terug(zin) else ""
        for getal, over in _bedragen(doc, zin, keuze, eerder):
            laatste = (getal, over)
            if not getal.is_verwezen:
                zwak = (
                    []
                    if _ALLES.search(zin.tekst)
                    else [o for o in keuze if not over[0].woorden <= set(stammen(zin.tekst))]
                )
                yield from _tegen_tabel(zin, getal, over, schaal, zwak)
        yield from _aandelen(doc, zin, keuze, laatste or vorig)
        vorig = laatste or vorig


def _zijn_delen(bedragen: Sequence[Noemer], keuze: Sequence[Onderwerp]) -> bool:
    """Amounts that together are the balance of one subject, and none of them alone."""
    som = sum((abs(g.waarde) for g in bedragen), Decimal(0))
    return len(bedragen) > 1 and any(abs(o.saldo) == som for o in keuze)


def _wijst_terug(zin: Zin) -> bool:
    return _TERUG.match(zin.tekst) is not None and not _ALLES.search(zin.tekst)


def _ander_jaar(doc: Document, zin: Zin) -> bool:
    """The balance of another year, that is closed."""
    jaar = (doc.periode.eind or doc.peildatum).year
    jaren = {t.van.year for t in zin.tijden if t.vorm == "jaar" and t.van}
    return bool(jaren) and jaar not in jaren and max(jaren) < jaar


def _zegt_saldo(tekst: str) -> bool:
    return any(p.search(tekst) for p in (w.TEKORT, w.OVERSCHOT, w.SALDO))


def _bedragen(
    doc: Document, zin: Zin, keuze: Sequence[Onderwerp], eerder: str
) -> Iterator[tuple[Noemer, list[Onderwerp]]]:
    """The amounts that are a balance, each with the subjects it can be about."""
    if not _zegt_saldo(zin.tekst):
        return
    bedragen = zin.van_vorm("euro")
    if _zijn_delen(bedragen, keuze):
        return  # what it is made up of
    paar = {id(g) for p in zin.paren for g in (p.oud, p.nieuw)}
    for i, getal in enumerate(bedragen):
        if is_van_anderen(zin, getal) and "rijk" not in zin.tekst.casefold():
            continue
        if getal.begin in zin.mutaties or re.match(r"\s*per\b", zin.tekst[getal.eind :]):
            continue  # how much the balance itself has changed
        if id(getal) in paar and _RESERVE.search(zin.tekst):
            continue  # from so much to so much
        begin = bedragen[i - 1].eind if i else 0
        eind = bedragen[i + 1].begin if i + 1 < len(bedragen) else len(zin.tekst)
        voor, na = zin.tekst[begin : getal.begin], zin.tekst[getal.eind : eind]
        if _WAARMEE.match(na) and not _zegt_saldo(voor):
            continue  # "€ 0,6 miljoen extra, waarmee de helft van het tekort is gedekt"
        genoemd_bedrag = _BEGROOT.search(voor[-24:]) or _PROGNOSE.search(voor[-24:])
        if genoemd_bedrag and not re.search(r"\bmet\s+(?:circa\s+|ruim\s+|bijna\s+)?$", voor):
            continue
        over = _over(zin, keuze, voor, na.split(",")[0])
        if eerder and not genoemd(voor + na, keuze):
            over = genoemd(eerder, keuze) or over
        if over and not any(past(getal, b) for o in keuze for b in (o.begroting, o.prognose)):
            yield getal, over


def _over(zin: Zin, keuze: Sequence[Onderwerp], voor: str, na: str) -> list[Onderwerp]:
    if over := genoemd(voor, keuze):
        return _preciezer(voor + na, over, keuze)
    if over := genoemd(na, keuze):
        return over
    heel = [o for o in keuze if o.is_geheel and not o.hoofdstuk]
    if re.search(r"\bsociaal domein\b", zin.tekst, re.IGNORECASE):
        return heel
    if _ANDER_DING.search(voor) or _ANDER_DING.search(na):
        return []
    eigen = [o for o in keuze if o.is_geheel and o.hoofdstuk == zin.bij.hoofdstuk and o.hoofdstuk]
    if zin.bij.hoofdstuk == "" or re.search("financieel|algemeen", zin.bij.hoofdstuk):
        return heel
    if zin.bij.hoofdstuk not in {o.hoofdstuk for o in keuze} and (
        _GEHEEL.search(zin.tekst) or len(zin.van_vorm("euro")) == 1
    ):
        return heel  # an introduction or a summary
    return eigen if _GEHEEL.search(zin.tekst) or len(zin.van_vorm("euro")) == 1 else []


def _preciezer(tekst: str, over: list[Onderwerp], keuze: Sequence[Onderwerp]) -> list[Onderwerp]:
    """Within a chapter that is named, a row that is named with it."""
    rijen = [o for o in genoemd(tekst, [k for k in keuze if not k.is_geheel]) if o not in over]
    codes = {o.hoofdstuk for o in over if o.is_geheel}
    return over + [r for r in rijen if r.hoofdstuk in codes]


def _tegen_tabel(
    zin: Zin,
    getal: Noemer,
    over: Sequence[Onderwerp],
    schaal: Decimal,
    ook: Sequence[Onderwerp],
) -> Iterator[Bevinding]:
    """`schaal`: 1000 when the text says that its amounts are in thousands. `ook`: others that it may be
    about, when the sentence names its subject by half."""
    teken = _teken(zin, getal)
    if any(past_grof(getal, o.saldo) and (o.saldo > 0) == (teken > 0) for o in ook):
        return
    goed = [o for o in over if past_grof(getal, o.saldo) or past_grof(getal, o.saldo / schaal)]
    if any(teken == 0 or o.saldo == 0 or (o.saldo > 0) == (teken > 0) for o in goed):
        return
    o = goed[0] if goed else over[0]
    som = (
        f"{o.naam}: begroting {schrijf(o.begroting, 'euro')} min prognose "
        f"{schrijf(o.prognose, 'euro')} is {_met_woord(o.saldo)}, de tekst zegt {noem(getal)}"
    )
    if goed:
        woord = "overschot" if teken > 0 else "tekort"
        yield meld(zin, "RICHTING", f"{som} {woord}", "Verbeter ‘tekort’ of ‘overschot’.")
    else:
        yield meld(zin, "SALDO", som, HERSTEL)


_DIRECT = re.compile(
    r"^\s*(?:te\s+)?(?:(?P<min>nadelig\w*|nadeel|tekort|kort|negatief)|voordelig\w*|voordeel|overschot|over|positief)\b(?!\s+(?:het|de)\b)",
    re.IGNORECASE,
)


def _teken(zin: Zin, getal: Noemer) -> int:
    """+1 surplus, −1 shortfall, 0 not said: the nearest word, before it first."""
    voor, na = zin.tekst[: getal.begin], zin.tekst[getal.eind :][:60]
    if getal.waarde < 0:
        return -1
    if m := _DIRECT.match(na):
        return -1 if m["min"] else 1
    min_ = [m.end() for m in w.TEKORT.finditer(voor)]
    plus = [m.end() for m in w.OVERSCHOT.finditer(voor)]
    if min_ or plus:
        return 1 if max(plus, default=-1) > max(min_, default=-1) else -1
    tekort, over = w.TEKORT.search(na), w.OVERSCHOT.search(na)
    if tekort or over:
        return -1 if tekort and (not over or tekort.start() < over.start()) else 1
    return 1 if w.OVERSCHOT.search(zin.tekst) else -1 if w.TEKORT.search(zin.tekst) else 0


def _met_woord(saldo: Decimal) -> str:
    woord = "overschot" if saldo > 0 else "tekort" if saldo < 0 else ""
    return f"{schrijf(abs(saldo), 'euro')} {woord}".strip()


def _aandelen(
    doc: Document,
    zin: Zin,
    keuze: Sequence[Onderwerp],
    bedrag: tuple[Noemer, list[Onderwerp]] | None,
) -> Iterator[Bevinding]:
    """ "€ 50.000 (0,3% van het budget)": a share of the budget."""
    for g in zin.van_vorm("procent"):
        van_begroting = _VAN_BEGROTING.match(zin.na(g, 60)) or _PERCENTAGE.search(zin.voor(g, 90))
        tussen_haakjes = zin.voor(g, 3).rstrip().endswith("(") and zin.na(g, 1) == ")"
        if not (van_begroting or tussen_haakjes) or bedrag is None:
            continue
        getal, over = bedrag
        if genoemden := _zonder_bedrag(zin, keuze):
            yield from _saldo_aandeel(zin, g, genoemden)
            continue
        eigen = [e for e in zin.van_vorm("euro") if e.eind <= g.begin]
        if eigen and getal not in eigen:
            getal, over = eigen[-1], genoemd(zin.tekst, keuze) or list(keuze)
        if tussen_haakjes and not van_begroting and getal not in zin.getallen:
            continue
        if any(_aandeel_past(g, getal, o) for o in over):
            continue
        o = over[0]
        echt = aandeel(abs(getal.waarde), o.begroting)
        if echt is None:
            continue
        yield meld(
            zin, "PCT",
            f"{noem(getal)} van de begroting van {o.naam} ({schrijf(o.begroting, 'euro')}) is "
            f"{procent(echt)}, de tekst zegt {noem(g)}",
            PROCENT,
        )  # fmt: skip


def _zonder_bedrag(zin: Zin, keuze: Sequence[Onderwerp]) -> list[Onderwerp]:
    """ "Het nadeel op Jeugd is 3,9% van het budget": whose balance, when the sentence has no amount."""
    if not (w.TEKORT.search(zin.tekst) or w.OVERSCHOT.search(zin.tekst)):
        return []
    over = genoemd(zin.tekst, keuze)
    budgetten = [o.begroting for o in over]
    anders = [e for e in zin.van_vorm("euro") if not any(past_grof(e, b) for b in budgetten)]
    return [] if anders else over


def _saldo_aandeel(zin: Zin, g: Noemer, over: Sequence[Onderwerp]) -> Iterator[Bevinding]:
    echt = [(aandeel(abs(o.saldo), o.begroting), o) for o in over]
    if any(e is None or past(g, e, ruimte=g.stap / 2) for e, _ in echt):
        return
    o = over[0]
    yield meld(
        zin, "PCT",
        f"{o.naam}: {_met_woord(o.saldo)} op {schrijf(o.begroting, 'euro')} is {procent(echt[0][0] or Decimal(0))}, "
        f"de tekst zegt {noem(g)}",
        PROCENT,
    )  # fmt: skip


def _aandeel_past(g: Noemer, bedrag: Noemer, o: Onderwerp) -> bool:
    """By the amount as written, rounded as the percentage is."""
    echt = aandeel(abs(bedrag.waarde), o.begroting)
    return echt is not None and past(g, echt)
