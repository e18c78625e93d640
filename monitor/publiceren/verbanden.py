"""How the counts of an edition hang together: breakdowns, time, formulas, and earlier publications.

Only what the model declares: parts add up (`is_optelbaar`) or people are counted once, categories
nest, a flow adds up over time, a formula of pluses and minuses. Source: METHODEN A1, A4.1, A4.6.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from monitor.models.enums import Eenheid, StroomOfStand
from monitor.publiceren.gegevens import Bron, ReeksId
from monitor.publiceren.heelal import Heelal, cel_id, som
from monitor.publiceren.noemen import formule_van
from monitor.publiceren.standen import leg_standen
from monitor.publiceren.tijdlijnen import stukken
from monitor.publiceren.vroeger import leg_vroeger
from monitor.regels.afscherming import Linear, Relation, Unique, is_klein
from monitor.regels.formules import Naam, rechte_vorm, rest_van_aandeel
from monitor.regels.perioden import Tijdvak
from monitor.regels.sleutels import lees_sleutel, maak_sleutel

Groep = tuple[ReeksId, str]  # the whole, and the breakdown along which it is divided


def leg_verbanden(heelal: Heelal) -> None:
    """Fill in the relations, and the counts that follow from them."""
    _uitsplitsingen(heelal)
    _tijden(heelal)
    leg_standen(heelal)
    _formules(heelal)
    leg_vroeger(heelal)


# Breakdowns


def _uitsplitsingen(heelal: Heelal) -> None:
    per_tijd: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for reeks, vakken in heelal.tijdvakken.items():
        for vak in vakken:
            per_tijd[reeks.indicator, reeks.soort, vak.code].add(reeks.sleutel)
    for (code, soort, periode), sleutels in sorted(per_tijd.items()):
        optelbaar = heelal.bron.indicatoren[code].is_optelbaar
        delingen = groepen(heelal.bron, code, soort, sleutels, diep=optelbaar)
        for geheel, delen in delingen:
            maker = _optelling if optelbaar else _uniek
            maker(heelal, cel_id((geheel, periode)), [cel_id((d, periode)) for d in delen], geheel)


def groepen(
    bron: Bron, code: str, soort: str, sleutels: set[str], *, diep: bool
) -> list[tuple[ReeksId, list[ReeksId]]]:
    """Each whole with its parts, smallest wholes first. `diep`: wholes that nobody counted too, when
    a larger one was."""
    gevonden: dict[Groep, set[ReeksId]] = defaultdict(set)
    stapel, gezien = [ReeksId(code, soort, s) for s in sorted(sleutels)], set(sleutels)
    while stapel:
        reeks = stapel.pop()
        for geheel, dimensie in boven(bron, reeks):
            gevonden[geheel, dimensie].add(reeks)
            if diep and geheel.sleutel not in gezien:
                gezien.add(geheel.sleutel)
                stapel.append(geheel)
    nuttig = {s for s in gezien if s in sleutels or _onder(bron, ReeksId(code, soort, s), sleutels)}
    keuze = [(g[0], sorted(delen)) for g, delen in gevonden.items() if g[0].sleutel in nuttig]
    return sorted(keuze, key=lambda paar: (-_diepte(bron, paar[0]), paar[0], paar[1]))


def _onder(bron: Bron, reeks: ReeksId, sleutels: set[str]) -> bool:
    return any(g.sleutel in sleutels or _onder(bron, g, sleutels) for g, _ in boven(bron, reeks))


def _diepte(bron: Bron, reeks: ReeksId) -> int:
    return max((1 + _diepte(bron, g) for g, _ in boven(bron, reeks)), default=0)


def boven(bron: Bron, reeks: ReeksId) -> Iterator[Groep]:
    """For each breakdown of the series: the series it is a part of, and along which breakdown."""
    delen = lees_sleutel(reeks.sleutel)
    for dimensie, code in delen.items():
        categorie = bron.categorieen[dimensie].get(code)
        rest = {d: c for d, c in delen.items() if d != dimensie}
        if categorie is not None and categorie.ouder_id is not None:
            ouders = (c for c in bron.categorieen[dimensie].values() if c.pk == categorie.ouder_id)
            rest[dimensie] = next(ouders).code
        yield reeks._replace(sleutel=maak_sleutel(rest)), dimensie


def _optelling(heelal: Heelal, totaal: str, delen: list[str], geheel: ReeksId) -> None:
    drempel = heelal.drempel(geheel.indicator)
    delen = [d for d in delen if d in heelal.cellen]
    if not delen or not drempel:
        return
    if totaal not in heelal.cellen:
        waarden = [heelal.waarde(d) for d in delen]
        waarde = None if None in waarden else sum(w for w in waarden if w is not None)
        heelal.virtueel(totaal, heelal.label((geheel, totaal.rpartition("@")[2])), waarde, drempel)
        heelal.relaties.append(som(totaal, delen))
        return
    heelal.relaties.append(_sluitend(heelal, totaal, delen, drempel))


def _sluitend(heelal: Heelal, totaal: str, delen: list[str], drempel: int) -> Relation:
    """The sum; with a rest that nobody counted when the parts leave one."""
    laagst, hoogst = _speling(heelal, totaal, delen)
    if laagst <= 0 <= hoogst:
        return som(totaal, delen)
    exact = laagst if laagst == hoogst else None
    if heelal.onprecies & {totaal, *delen} or hoogst < 0:
        if not heelal.onprecies & {totaal, *delen}:
            heelal.fouten.append(
                f"{heelal.cellen[totaal].label}: de delen zijn samen meer dan het totaal. "
                "Verbeter de cijfers, of zet bij het cijfer ‘delen tellen op’ uit."
            )
        termen = {totaal: 1} | dict.fromkeys(sorted(delen), -1)
        return Linear(termen, int(laagst), None if hoogst == float("inf") else int(hoogst))
    naam = f"{heelal.cellen[totaal].label}, zonder de delen"
    rest = heelal.virtueel(f"{totaal}#rest{len(heelal.relaties)}", naam, exact, drempel)  # type: ignore[arg-type]
    return som(totaal, [*delen, rest])


def _speling(heelal: Heelal, totaal: str, delen: list[str]) -> tuple[float, float]:
    """What total minus parts can be: one number when all are known."""
    laag, hoog = _grenzen(heelal, totaal)
    for deel in delen:
        onder, boven_ = _grenzen(heelal, deel)
        laag, hoog = laag - boven_, hoog - onder
    return laag, hoog


def _grenzen(heelal: Heelal, id_: str) -> tuple[float, float]:
    cel = heelal.cellen[id_]
    if cel.value is not None:
        return cel.value, cel.value
    return cel.min or 0, float("inf") if cel.max is None else cel.max


def _uniek(heelal: Heelal, totaal: str, delen: list[str], _geheel: ReeksId) -> None:
    """Who is in two parts counts once in the total: it lies between the largest part and their sum."""
    delen = [d for d in delen if d in heelal.cellen]
    if totaal not in heelal.cellen or not delen:
        return
    laagst, _ = _speling(heelal, totaal, delen)
    grootst = max(_grenzen(heelal, d)[0] for d in delen)
    if _grenzen(heelal, totaal)[1] < grootst:
        return  # another count than its parts: nothing follows
    if laagst <= 0:
        heelal.relaties.append(Unique(totaal, tuple(sorted(delen))))
    else:
        heelal.relaties += [Linear({totaal: 1, d: -1}, 0, None) for d in sorted(delen)]


# Time


def _tijden(heelal: Heelal) -> None:
    """Of a flow: a quarter and its months, the year to date and what came since the one before."""
    for reeks, vakken in sorted(heelal.tijdvakken.items()):
        drempel = heelal.drempel(reeks.indicator)
        if heelal.bron.indicatoren[reeks.indicator].stroom_of_stand != StroomOfStand.STROOM:
            continue
        for geheel, delen, is_heel in stukken(vakken):
            totaal, leden = cel_id((reeks, geheel)), [cel_id((reeks, d)) for d in delen]
            laagst, hoogst = _speling(heelal, totaal, leden)
            if laagst <= 0 <= hoogst and is_heel:
                heelal.relaties.append(som(totaal, leden))
            elif not is_heel and laagst >= 0 and drempel:
                heelal.relaties.append(_sluitend(heelal, totaal, leden, drempel))


# Formulas


def _formules(heelal: Heelal) -> None:
    """`a - b` of people that comes out small: a is the sum of it and b. Of formulas that nobody shows
    too: who knows both can subtract."""
    bron = heelal.bron
    for code in sorted(bron.indicatoren):
        formule, drempel = formule_van(bron, code), heelal.drempel(code)
        if formule is None or not drempel or not (leden := rechte_vorm(formule.boom)):
            continue
        for reeks in _reeksen_van(heelal, code, leden):
            _leg_formule(heelal, reeks, leden, drempel)
    for code, indicator in sorted(bron.indicatoren.items()):
        leden = rest_van_aandeel(indicator.formule)
        drempels = [heelal.drempel(naam) for naam, _ in leden]
        if indicator.eenheid == Eenheid.PERCENTAGE and leden and all(drempels):
            reeksen = _reeksen_van(heelal, code, leden)
            if all(_is_deel(heelal, r, leden) for r in reeksen):
                for reeks in reeksen:
                    _leg_formule(heelal, reeks, leden, min(d for d in drempels if d))


def _reeksen_van(heelal: Heelal, code: str, leden: Mapping[Naam, int]) -> list[ReeksId]:
    getoond = {r for r in heelal.bron.genoemd if r.indicator == code}
    return sorted(getoond | _te_maken(heelal, code, leden))


def _is_deel(heelal: Heelal, reeks: ReeksId, leden: Mapping[Naam, int]) -> bool:
    """Whether the figures bear out that the one count is a part of the other."""
    return all((u is None or u >= 0) for _, _, u in _uitkomsten(heelal, reeks, leden))


def _te_maken(heelal: Heelal, code: str, leden: Mapping[Naam, int]) -> set[ReeksId]:
    """The series of a formula that can be made by who sees all its operands."""
    eerste, soort = min(leden, key=str)
    uit = set()
    for reeks in heelal.tijdvakken:
        if reeks.indicator == eerste and soort in (None, reeks.soort):
            delen = {ReeksId(n, s or reeks.soort, reeks.sleutel) for n, s in leden}
            if delen <= heelal.publiek:
                uit.add(ReeksId(code, reeks.soort, reeks.sleutel))
    return uit


def _leg_formule(heelal: Heelal, reeks: ReeksId, leden: Mapping[Naam, int], drempel: int) -> None:
    """Small outcomes, and those of nobody: with the operands hidden these look alike."""
    for vak, cellen, uitkomst in _uitkomsten(heelal, reeks, leden):
        if uitkomst is not None and (is_klein(Decimal(uitkomst), drempel) or uitkomst == 0):
            eigen = (reeks, vak.code)
            id_ = heelal.virtueel(cel_id(eigen), heelal.label(eigen), uitkomst, drempel)
            termen = {cellen[n]: -k for n, k in leden.items()}
            heelal.relaties.append(Linear({id_: 1} | termen, 0, 0))


def _uitkomsten(
    heelal: Heelal, reeks: ReeksId, leden: Mapping[Naam, int]
) -> Iterator[tuple[Tijdvak, dict[Naam, str], int | None]]:
    """Each time for which the operands are there, with their cells and what comes out."""
    ids = {n: ReeksId(n[0], n[1] or reeks.soort, reeks.sleutel) for n in leden}
    for vak in heelal.tijdvakken.get(next(iter(ids.values())), ()):
        cellen = {n: cel_id((i, vak.code)) for n, i in ids.items()}
        waarden = [heelal.waarde(c) for c in cellen.values()]
        heel = None not in waarden and not heelal.onprecies & set(cellen.values())
        som = sum(k * (heelal.waarde(cellen[n]) or 0) for n, k in leden.items())
        if None not in waarden:
            yield vak, cellen, som if heel else None
