"""Money and other figures about few people: hidden with the count, and so that no sum gives them back.

The secondary step is for amounts alone: they add up over breakdowns and over time.
Source: METHODEN A6 (amounts), A7.
"""

from collections import defaultdict
from decimal import Decimal

from monitor.models.enums import Eenheid, StroomOfStand
from monitor.publiceren.aandelen import dek_aandelen
from monitor.publiceren.achter import NOEMER, achterliggend, verborgen_door
from monitor.publiceren.gegevens import Bron, ReeksId
from monitor.publiceren.grootboek import CelId
from monitor.publiceren.noemen import formule_van, reeks_label
from monitor.publiceren.tijdlijnen import stukken
from monitor.publiceren.verbanden import groepen
from monitor.publiceren.vermoed import melding, vermoedelijk_achter
from monitor.regels.afscherming import RUIMTE, Bedragen, dek_bedragen

Waarden = dict[CelId, Decimal]


def dek_wat_rust(bron: Bron, weg: set[CelId]) -> set[CelId]:
    """The figures to hide because of the counts behind them. `weg`: counts hidden beside small ones.
    What cannot be protected goes to `bron.bezwaren`."""
    achter = achterliggend(bron.indicatoren)
    genoemd = {r.indicator for r in bron.ruw}
    uit: set[CelId] = set()
    for code in sorted(achter.keys() & genoemd):
        eigen = verborgen_door(bron, code, achter[code], weg)
        uit |= eigen.keys()
        if eigen and bron.indicatoren[code].eenheid == Eenheid.EURO:
            uit |= _dek(bron, code, eigen, bron.bezwaren)
        if bron.indicatoren[code].eenheid in NOEMER:
            # shown after a correction, it would tell of the version that hid it
            eerder = {c for e in bron.grootboek for c in e.aandelen_weg if c[0].indicator == code}
            eigen |= dict.fromkeys(eerder, False)
            uit |= eerder
        if eigen and bron.indicatoren[code].eenheid in NOEMER:
            uit |= dek_aandelen(bron, code, achter[code], set(eigen))
    for code, tellingen in vermoedelijk_achter(bron).items():
        uit |= _dek_vermoed(bron, code, tellingen, weg)
    return uit


def _dek_vermoed(bron: Bron, code: str, tellingen: list[str], weg: set[CelId]) -> set[CelId]:
    """Nobody said which count it is: what any of them hides. What readers have already stays as it is."""
    gelezen = {paar for editie in bron.grootboek for paar in editie.bedragen.items()}
    nu = {c: w for c, w in _waarden(bron, code).items() if w and (c, w) not in gelezen}
    eigen: dict[CelId, bool] = {}
    for telling in tellingen:
        for cel, klein in verborgen_door(bron, code, telling, weg, vermoed=True).items():
            if cel in nu:
                eigen[cel] = klein or eigen.get(cel, False)
    if not eigen:
        return set()
    uit = set(eigen)
    if bron.indicatoren[code].eenheid == Eenheid.EURO:
        uit |= _dek(bron, code, eigen, bron.opmerkingen)
    bron.opmerkingen.append(melding(bron, code, tellingen, len(uit)))
    return uit


def _dek(bron: Bron, code: str, geheim: dict[CelId, bool], zeg: list[str]) -> set[CelId]:
    """`zeg`: where to say what cannot be protected."""
    waarden = _waarden(bron, code)
    in_beeld = {c for c in waarden if c[0] in bron.genoemd or _rust_erop(bron, c[0])}
    lijnen = _lijnen(bron, code, waarden, {c for c, klein in geheim.items() if klein})
    vast = {
        cel
        for editie in bron.grootboek
        for cel, waarde in editie.bedragen.items()
        if waarde is not None and waarden.get(cel) == waarde
    }
    model = Bedragen(
        {_id(c): float(w) for c, w in waarden.items()},
        [(_id(t), tuple(map(_id, d))) for t, d in lijnen],
        {_id(c) for c in vast},
        {_id(c) for c in waarden if c not in in_beeld and c not in vast},
    )
    naar = {_id(c): c for c in waarden}
    zichtbaar = geheim.keys() & waarden.keys() & (in_beeld | vast)
    doelen = {_id(c) for c in zichtbaar if geheim[c] and waarden[c]}
    erbij, krap = dek_bedragen(model, doelen, {_id(c) for c in zichtbaar})
    if krap:
        namen = ", ".join(_label(bron, naar[i]) for i in krap[:3])
        zeg.append(
            f"{namen}: dit bedrag gaat over een klein aantal mensen en volgt uit andere bedragen. "
            "Voeg categorieën samen of laat de uitsplitsing weg."
        )
    return {naar[i] for i in erbij}


def _rust_erop(bron: Bron, reeks: ReeksId) -> bool:
    """Whether a named formula is made with this series."""
    return any(
        reeks.indicator in {n for n, _ in f.namen}
        for r in bron.genoemd
        if (f := formule_van(bron, r.indicator))
    )


def _waarden(bron: Bron, code: str) -> Waarden:
    return {
        (reeks, ruw.tijdvak.code): ruw.waarde
        for reeks, rijen in bron.ruw.items()
        if reeks.indicator == code
        for ruw in rijen
        if ruw.waarde is not None
    }


def _lijnen(
    bron: Bron, code: str, waarden: Waarden, klein: set[CelId]
) -> list[tuple[CelId, list[CelId]]]:
    """Totals with their parts, over breakdowns and over time, as far as the amounts add up: or nearly so,
    which tells enough of an amount that is hidden (amounts in round thousands)."""
    kan: list[tuple[CelId, list[CelId]]] = []
    per_tijd: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reeks, periode in waarden:
        per_tijd[reeks.soort, periode].add(reeks.sleutel)
    for (soort, periode), sleutels in sorted(per_tijd.items()):
        for geheel, delen in groepen(bron, code, soort, sleutels, diep=False):
            kan.append(((geheel, periode), [(d, periode) for d in delen]))
    if bron.indicatoren[code].stroom_of_stand == StroomOfStand.STROOM:
        for reeks in sorted({c[0] for c in waarden}):
            vakken = [r.tijdvak for r in bron.ruw[reeks]]
            kan += [
                ((reeks, heel), [(reeks, d) for d in delen])
                for heel, delen, sluit in stukken(vakken)
                if sluit
            ]
    return [
        (totaal, delen)
        for totaal, delen in kan
        if waarden.keys() >= {totaal, *delen} and _sluit(waarden, totaal, delen, klein)
    ]


def _sluit(waarden: Waarden, totaal: CelId, delen: list[CelId], klein: set[CelId]) -> bool:
    rest = abs(waarden[totaal] - sum(waarden[d] for d in delen))
    grootste = max((abs(waarden[c]) for c in (totaal, *delen) if c in klein), default=Decimal(0))
    return rest <= max(Decimal(1), grootste * Decimal(str(RUIMTE)))


def _id(cel: CelId) -> str:
    return f"{cel[0]}@{cel[1]}"


def _label(bron: Bron, cel: CelId) -> str:
    deel = reeks_label(bron, cel[0].sleutel)
    naam = bron.indicatoren[cel[0].indicator].naam
    return f"{naam}{f': {deel}' if deel else ''}, {cel[1]}"
