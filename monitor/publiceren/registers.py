"""The indicators of a snapshot: definition, every named series, revisions, and where each is shown."""

from collections import defaultdict

from monitor.models import Indicator
from monitor.models.enums import Soort
from monitor.publiceren.gegevens import Cijfer, ReeksId
from monitor.publiceren.noemen import reeks_label
from monitor.publiceren.schema import Deel, Hoofdstuk, Reeks, Vindplaats
from monitor.publiceren.schema import Indicator as IndicatorInhoud
from monitor.publiceren.werk import Werk
from monitor.regels.sleutels import lees_sleutel

_VOLGORDE = {soort: i for i, soort in enumerate(Soort.values)}


def maak_indicatoren(werk: Werk, hoofdstukken: list[Hoofdstuk]) -> dict[str, IndicatorInhoud]:
    per_code: dict[str, list[ReeksId]] = defaultdict(list)
    for reeks in sorted(werk.bron.genoemd, key=lambda r: (_VOLGORDE.get(r.soort, 99), r.sleutel)):
        per_code[reeks.indicator].append(reeks)
    plaatsen = vindplaatsen(hoofdstukken)
    return {
        code: _indicator(werk, werk.bron.indicatoren[code], reeksen, plaatsen.get(code, []))
        for code, reeksen in sorted(per_code.items())
    }


def _indicator(
    werk: Werk, i: Indicator, reeksen: list[ReeksId], plaatsen: list[Vindplaats]
) -> IndicatorInhoud:
    gevuld = [r for r in reeksen if werk.boek.alle(r)]
    cijfers = [c for r in gevuld for c in werk.boek.alle(r)]
    return {
        "code": i.code,
        "naam": i.naam,
        "domein": i.domein.code,
        "domein_naam": i.domein.naam,
        "definitie": i.definitie,
        "berekening": i.berekening,
        "eenheid": i.eenheid,
        "eenheid_tekst": i.eenheid_tekst or i.get_eenheid_display(),
        "stroom_of_stand": i.stroom_of_stand,
        "richting": i.richting,
        "decimalen": i.decimalen,
        "telt": i.telt,
        "is_optelbaar": i.is_optelbaar,
        "bron": i.bronsysteem,
        "eigenaar": i.eigenaar,
        "frequentie": i.get_frequentie_display(),
        "formule": i.formule,
        "versies": [
            {
                "vanaf": v.vanaf.isoformat(),
                "definitie": v.definitie,
                "is_breuk": v.is_breuk,
                "toelichting": v.toelichting,
            }
            for v in i.definitieversies.all()
        ],
        "reeksen": [_reeks(werk, r) for r in gevuld],
        "revisies": werk.correcties.revisies(i.code, cijfers, labels(werk, gevuld)),
        "vindplaatsen": plaatsen,
    }


def labels(werk: Werk, reeksen: list[ReeksId]) -> dict[ReeksId, str]:
    """Name of each series within its indicator: "PGB", "Prognose", "Prognose, PGB"."""

    def naam(r: ReeksId) -> str:
        soort = "" if r.soort == Soort.REALISATIE else Soort(r.soort).label
        return ", ".join(filter(None, (soort, reeks_label(werk.bron, r.sleutel))))

    return {r: naam(r) for r in reeksen}


def _reeks(werk: Werk, r: ReeksId) -> Reeks:
    return {
        "id": str(r),
        "soort": r.soort,
        "soort_tekst": Soort(r.soort).label if r.soort in Soort.values else r.soort,
        "sleutel": r.sleutel,
        "label": reeks_label(werk.bron, r.sleutel),
        "delen": [_deel(werk, d, c) for d, c in lees_sleutel(r.sleutel).items()],
        "cellen": [werk.cel(c) for c in werk.boek.alle(r)],
    }


def _deel(werk: Werk, dimensie: str, code: str) -> Deel:
    categorie = werk.bron.categorieen[dimensie].get(code)
    return {
        "dimensie": dimensie,
        "dimensie_naam": werk.bron.dimensies.get(dimensie, dimensie),
        "categorie": code,
        "categorie_naam": categorie.naam if categorie else code,
    }


def vindplaatsen(hoofdstukken: list[Hoofdstuk]) -> dict[str, list[Vindplaats]]:
    """Where each indicator stands: chapter and block, in order of the edition."""
    gevonden: dict[str, list[Vindplaats]] = defaultdict(list)
    for h in hoofdstukken:
        for b in h["blokken"]:
            plaats: Vindplaats = {
                "hoofdstuk": h["code"],
                "hoofdstuk_titel": h["titel"],
                "blok": b["code"],
                "titel": b["titel"] or b["kop"],
            }
            for code in _codes(b["inhoud"]):
                if plaats not in gevonden[code]:
                    gevonden[code].append(plaats)
    return gevonden


def _codes(inhoud: object) -> set[str]:
    """The indicators that a block's content names."""
    if isinstance(inhoud, list):
        return {c for deel in inhoud for c in _codes(deel)}
    if not isinstance(inhoud, dict):
        return set()
    eigen = {inhoud["indicator"]} if isinstance(inhoud.get("indicator"), str) else set()
    return (eigen - {""}).union(*(_codes(v) for v in inhoud.values()))


def alle_cijfers(werk: Werk) -> list[Cijfer]:
    return [c for r in sorted(werk.bron.genoemd) for c in werk.boek.alle(r)]
