"""The last look before freezing: what a reader could find out, from the snapshot alone.

Separate from the code that hides, and knowing only what is about to be published. What it finds blocks
publication: a small count that stands somewhere, and what the attacker can work out of it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Q

from monitor.models import Categorie, Gemeente, Publicatie, Reeks, Uitgave
from monitor.models.enums import Eenheid, StroomOfStand
from monitor.publiceren.aanval import Slagveld, Structuur, stel_op
from monitor.publiceren.aanvalsaandelen import lekken_aandelen
from monitor.publiceren.aanvalsvermoedens import lekken_vermoed
from monitor.publiceren.aanvalsversies import Versies, lees_versies
from monitor.publiceren.achter import GEEN, achterliggend
from monitor.publiceren.bedragaanval import lekken_achter
from monitor.publiceren.feiten import MENSEN, Feiten, lees_feiten
from monitor.publiceren.formulefeiten import lees_formules
from monitor.publiceren.schema import GrafiekInhoud, Inhoud
from monitor.publiceren.schema import Indicator as IndicatorInhoud
from monitor.publiceren.veilig import VERBORGEN
from monitor.regels.aanvaller import Tegenspraak
from monitor.regels.afscherming import is_klein
from monitor.regels.formules import lees_verloop, rest_van_aandeel

MAX_BEWAARD = 400
TE_LANG = (
    "Of kleine aantallen zijn af te leiden, kon niet worden uitgerekend. Probeer het opnieuw, "
    "of laat een uitsplitsing weg."
)
ZEGT_IETS = (
    "dit zegt iets over een klein aantal mensen dat is afgeschermd. Laat dit cijfer of de "
    "uitsplitsing weg, of voeg categorieën samen."
)
_gelezen: dict[
    tuple[str, tuple[tuple[str, int], ...]], Feiten
] = {}  # by fingerprint and thresholds


def lekken(uitgave: Uitgave, inhoud: Inhoud) -> list[str]:
    """Every small count of people that the snapshot shows, or that follows from it."""
    eigen = dict(uitgave.gemeente.indicatoren.values_list("code", "drempel"))
    gevonden: list[str] = []
    plekken = [b["inhoud"] for h in inhoud["hoofdstukken"] for b in h["blokken"]]
    overal = list(_cellen(plekken, ""))
    for code, indicator in inhoud["indicatoren"].items():
        overal += _cellen(indicator["reeksen"], code)
    for code, cel in overal:
        telt = inhoud["indicatoren"].get(code)
        if telt and telt["telt"] in MENSEN and telt["eenheid"] == Eenheid.AANTAL:
            gevonden += _getoond(telt, cel, eigen.get(code) or inhoud["gemeente"]["drempel"])
    drempels = {c: d for c, d in eigen.items() if d}
    indicatoren = {i.code: i for i in uitgave.gemeente.indicatoren.all()}
    achter = achterliggend(indicatoren)
    gezegd = achter.keys() | {c for c, i in indicatoren.items() if i.achterliggend == GEEN}
    achter = {c: t for c, t in achter.items() if c in inhoud["indicatoren"]}
    veld, versies = _veld(uitgave, inhoud, drempels, achter)
    gevonden += _af_te_leiden(veld)
    gevonden += _assen(inhoud)
    edities = [inhoud, *_edities(uitgave)]
    vermoed = lekken_vermoed(inhoud, edities[1:], gezegd, drempels)
    gevonden += [f"{label}: {ZEGT_IETS}" for label in vermoed]
    if achter:
        gevonden += _achter(uitgave, edities, drempels, achter)
        gevonden += _aandelen(veld, edities, versies, (achter, drempels)) if not gevonden else []
    return list(dict.fromkeys(gevonden))


def _veld(
    uitgave: Uitgave, inhoud: Inhoud, drempels: dict[str, int], achter: Mapping[str, str]
) -> tuple[Slagveld, list[Versies]]:
    """This publication together with all earlier ones, and what was corrected since each of them."""
    structuur = _structuur(uitgave.gemeente)
    nu = _feiten(inhoud, drempels, structuur)
    rijen = Publicatie.objects.filter(uitgave__gemeente_id=uitgave.gemeente_id)
    rijen = rijen.order_by("-gepubliceerd_op", "-pk")
    koppen = list(rijen.values_list("pk", "sha256", "gepubliceerd_op"))
    codes = {code for code, _ in structuur.sleutels} | achter.keys()
    versies = lees_versies(uitgave.gemeente, [op for *_, op in koppen], codes)
    eerder = _eerdere_feiten([k[:2] for k in koppen], drempels, structuur)
    return stel_op(nu, eerder, structuur, versies), [{}, *versies]


def _af_te_leiden(veld: Slagveld) -> Iterator[str]:
    """What the attacker finds, in this publication together with all earlier ones."""
    try:
        gevonden = veld.beproef()
    except Tegenspraak as fout:
        namen = ", ".join(sorted({veld.labels[i] for i in fout.ids if i in veld.labels})[:3])
        yield (
            f"{namen or 'De cijfers'}: dit spreekt tegen wat verder te lezen is, ook in eerdere publicaties. "
            "Daardoor is niet na te gaan of er kleine aantallen uit volgen. Verbeter de cijfers."
        )
        return
    except TimeoutError:
        yield TE_LANG
        return
    for naam in sorted({veld.labels[lek.id] for lek in gevonden}):
        yield (
            f"{naam}: hier is een klein aantal af te leiden uit wat verder te lezen is, of in een "
            "eerdere publicatie te lezen was. Laat de uitsplitsing weg of voeg categorieën samen."
        )


_VAN_GRAFIEK = frozenset(GrafiekInhoud.__annotations__)


def _assen(inhoud: Inhoud) -> Iterator[str]:
    """A scale, a line or a height that somebody counted out stands beside the points of a chart: with a
    hidden point among them it tells how large that is."""
    for blok in (
        b for h in inhoud["hoofdstukken"] for b in h["blokken"] if b["soort"] == "grafiek"
    ):
        grafiek: dict[str, Any] = dict(blok["inhoud"])
        weg = any(p["toestand"] in VERBORGEN for r in grafiek["reeksen"] for p in r["punten"])
        if weg and grafiek.keys() - _VAN_GRAFIEK:
            titel = (
                blok["titel"] or inhoud["indicatoren"][grafiek["reeksen"][0]["indicator"]]["naam"]
            )
            yield (
                f"Grafiek ‘{titel}’: er staat een getal bij dat niet van de zichtbare punten is. "
                "Meld dit aan de beheerder."
            )


def _achter(
    uitgave: Uitgave, edities: list[Inhoud], drempels: dict[str, int], achter: Mapping[str, str]
) -> Iterator[str]:
    """Amounts, averages and percentages that tell of few people."""
    structuur = _structuur(uitgave.gemeente, achter)
    for label in lekken_achter(edities[0], edities[1:], structuur, achter, drempels):
        yield f"{label}: {ZEGT_IETS}"


def _edities(uitgave: Uitgave) -> list[Inhoud]:
    """All earlier publications, newest first."""
    rijen = Publicatie.objects.filter(uitgave__gemeente_id=uitgave.gemeente_id)
    rijen = rijen.order_by("-gepubliceerd_op", "-pk")
    return [json.loads(tekst) for tekst in rijen.values_list("inhoud", flat=True)]


def _aandelen(
    veld: Slagveld,
    edities: list[Inhoud],
    versies: list[Versies],
    wat: tuple[Mapping[str, str], dict[str, int]],
) -> Iterator[str]:
    """What percentages of then and of now say together."""
    try:
        for label in lekken_aandelen(veld, edities, versies, *wat):
            yield f"{label}: met percentages van nu en van eerder samen, {ZEGT_IETS}"
    except TimeoutError:
        yield TE_LANG


def _feiten(inhoud: Mapping[str, Any], drempels: dict[str, int], structuur: Structuur) -> Feiten:
    feiten = lees_feiten(inhoud, drempels)
    alle = drempels | {"": inhoud["gemeente"]["drempel"]}
    lees_formules(inhoud, feiten, structuur.sleutels, alle)
    return feiten


def _eerdere_feiten(
    koppen: list[tuple[int, str]], drempels: dict[str, int], structuur: Structuur
) -> list[Feiten]:
    """Of these publications, in their order; each is read once."""
    bestaat = hash(frozenset(structuur.sleutels.items()))
    eigen = (*sorted(drempels.items()), ("", bestaat))
    nodig = [pk for pk, sha256 in koppen if (sha256, eigen) not in _gelezen]
    if len(_gelezen) + len(nodig) > MAX_BEWAARD:
        _gelezen.clear()
        nodig = [pk for pk, _ in koppen]
    if nodig:
        rijen = Publicatie.objects.filter(pk__in=nodig)
        for sha256, tekst in rijen.values_list("sha256", "inhoud").iterator():
            _gelezen[sha256, eigen] = _feiten(json.loads(tekst), drempels, structuur)
    return [_gelezen[sha256, eigen] for _, sha256 in koppen]


def _structuur(gemeente: Gemeente, ook: Iterable[str] = ()) -> Structuur:
    categorieen = Categorie.objects.filter(dimensie__gemeente=gemeente, ouder__isnull=False)
    sleutels: dict[tuple[str, str], set[str]] = defaultdict(set)
    mensen = gemeente.indicatoren.filter(telt__in=MENSEN)
    reeksen = Reeks.objects.filter(indicator__gemeente=gemeente).filter(
        Q(indicator__in=mensen) | Q(indicator__code__in=list(ook))
    )
    for code, soort, sleutel in reeksen.values_list("indicator__code", "soort", "sleutel"):
        sleutels[code, soort].add(sleutel)
    return Structuur(
        ouders={
            (dimensie, code): ouder
            for dimensie, code, ouder in categorieen.values_list(
                "dimensie__code", "code", "ouder__code"
            )
        },
        sleutels={k: frozenset(v) for k, v in sleutels.items()},
        optelbaar=frozenset(mensen.filter(is_optelbaar=True).values_list("code", flat=True)),
        stroom=frozenset(
            gemeente.indicatoren.filter(stroom_of_stand=StroomOfStand.STROOM)
            .filter(Q(telt__in=MENSEN) | Q(code__in=list(ook)))
            .values_list("code", flat=True)
        ),
        stand=frozenset(
            mensen.filter(stroom_of_stand=StroomOfStand.STAND).values_list("code", flat=True)
        ),
        verloop={
            c: v for c, tekst in mensen.values_list("code", "verloop") if (v := lees_verloop(tekst))
        },
        formules={
            c: v for c, tekst in mensen.values_list("code", "formule") if (v := lees_verloop(tekst))
        },
        aandelen={
            naam: v
            for naam, tekst in gemeente.indicatoren.filter(eenheid=Eenheid.PERCENTAGE).values_list(
                "naam", "formule"
            )
            if (v := rest_van_aandeel(tekst))
        },
    )


def _getoond(indicator: IndicatorInhoud, cel: dict[str, Any], drempel: int) -> Iterator[str]:
    waarde = Decimal(cel["waarde"]) if cel["waarde"] is not None else None
    if is_klein(waarde, drempel):
        yield (
            f"{indicator['naam']}, {cel['periode_tekst']}: een klein aantal is zichtbaar. "
            "Meld dit aan de beheerder; de uitgave kan zo niet naar buiten."
        )


def _cellen(deel: Any, code: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every cell in a piece of snapshot, with the indicator it belongs to."""
    if isinstance(deel, list):
        for d in deel:
            yield from _cellen(d, code)
    elif isinstance(deel, dict):
        if "toestand" in deel and "periode_tekst" in deel:
            yield code, deel
            return
        hier = deel["indicator"] if isinstance(deel.get("indicator"), str) else code
        for waarde in deel.values():
            yield from _cellen(waarde, hier)
