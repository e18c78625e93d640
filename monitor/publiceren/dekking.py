"""Secondary suppression: what else must be hidden, so that a small count does not follow from the rest.

All counts of people of the edition, with what earlier publications showed, are given to the rules of
disclosure control at once; what comes back is what to hide. Source: METHODEN A4.
"""

from dataclasses import dataclass
from functools import lru_cache

from monitor.publiceren.afschermen import NIET_GETOOND
from monitor.publiceren.gegevens import Bron
from monitor.publiceren.grootboek import CelId
from monitor.publiceren.heelal import Heelal, cel_id, maak_heelal, met_niveaus
from monitor.publiceren.veilig import GEHEIM
from monitor.publiceren.verbanden import leg_verbanden
from monitor.regels.afscherming import Cell, Linear, Pattern, Policy, Relation, SdcError, protect

BELEID = Policy(seconds=3.0, mask=True)


_MERK = {"cover": NIET_GETOOND, "masked": GEHEIM}


@dataclass(frozen=True)
class Dekking:
    """`weg`: the cells to hide beside the small ones, with the mark they get; small ones too, where their
    own mark would say too much. `patroon`: of all cells of the universe; None when there is none."""

    weg: dict[CelId, str]
    heelal: Heelal
    patroon: Pattern | None


def dek(bron: Bron) -> Dekking:
    """What to hide. What is wrong goes to `bron.bezwaren`, by label.

    When the rules find no answer everything that hangs together with the trouble is hidden, so that a
    preview can be made; publishing is refused.
    """
    heelal = maak_heelal(bron)
    leg_verbanden(heelal)
    bron.bezwaren += heelal.fouten
    bron.opmerkingen += [
        f"{label}: dit kleine aantal is in een eerdere publicatie al te lezen."
        for label in heelal.bekend_klein
    ]
    try:
        patroon = _bescherm(
            tuple(met_niveaus(heelal)),
            tuple(_vast(r) for r in heelal.relaties),
            frozenset(_eerder_verborgen(heelal)),
        )
    except SdcError as fout:
        bron.bezwaren.append(_melding(fout))
        alles = {cel: NIET_GETOOND for id_, cel in heelal.wat.items() if heelal.waarde(id_)}
        return Dekking(alles, heelal, None)
    weg = {
        heelal.wat[i]: _MERK[s] for i, s in patroon.status.items() if s in _MERK and i in heelal.wat
    }
    return Dekking(weg, heelal, patroon)


def _eerder_verborgen(heelal: Heelal) -> list[str]:
    """What the newest publications hid is hidden again sooner than something else: patterns stay."""
    return [
        cel_id(cel)
        for editie in heelal.bron.grootboek[:2]
        for cel, waarde in editie.cellen.items()
        if waarde is None
    ]


VasteRelatie = Relation | tuple[tuple[tuple[str, int], ...], int | None, int | None]


def _vast(r: Relation) -> VasteRelatie:
    """A relation that can be a key of what is kept."""
    return (tuple(r.terms.items()), r.lo, r.hi) if isinstance(r, Linear) else r


@lru_cache(maxsize=64)
def _bescherm(
    cellen: tuple[Cell, ...], relaties: tuple[VasteRelatie, ...], eerder: frozenset[str]
) -> Pattern:
    """The same figures give the same pattern: a preview after a change of words costs nothing."""
    los = [Linear(dict(r[0]), r[1], r[2]) if isinstance(r, tuple) else r for r in relaties]
    return protect(cellen, los, BELEID, eerder)


_UITLEG = {
    "not_protectable": "ook met alles eromheen verborgen volgt een klein aantal uit wat eerdere publicaties al "
    "lieten zien, of uit wat vaststaat",
    "marks_disclose": "de tekens zeggen samen al te veel, want bijna alles is klein",
    "primary_forced_public": "dit kleine aantal moet openbaar blijven",
    "does_not_add_up": "de delen tellen niet op tot het totaal",
    "contradiction": "de cijfers spreken elkaar tegen",
    "timeout": "het rekenen duurde te lang",
}
_WEGEN = (
    "U kunt de uitsplitsing of de periode uit het blok halen, categorieën samenvoegen, of het totaal "
    "weglaten."
)
_ADVIES = {
    "not_protectable": _WEGEN,
    "marks_disclose": _WEGEN,
    "primary_forced_public": _WEGEN,
    "does_not_add_up": "Verbeter de cijfers, of zet bij het cijfer ‘delen tellen op’ uit.",
    "contradiction": "Verbeter de cijfers, of zet bij het cijfer ‘delen tellen op’ uit.",
    "timeout": "Probeer het opnieuw, of laat een uitsplitsing weg.",
}
MAX_GENOEMD = 5


def _melding(fout: SdcError) -> str:
    """Which figures by name, why, and the ways out; never a value."""
    namen = "; ".join(fout.labels[:MAX_GENOEMD])
    if (rest := len(fout.labels) - MAX_GENOEMD) > 0:
        namen += f"; en nog {rest}"
    uitleg = _UITLEG.get(fout.code, str(fout))
    advies = _ADVIES.get(fout.code, "Meld dit aan de beheerder.")
    return f"Kleine aantallen zijn niet af te schermen ({uitleg}): {namen}. {advies}"
