"""Save cells of the grid: read, compared with what was shown, written by `toepassen`, in one delivery."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from monitor.invoer.controle import GEWIJZIGD, MAX_VERSCHILLEN, NIEUW, Verschil
from monitor.invoer.fouten import InmiddelsGewijzigd, InvoerFout
from monitor.invoer.reeksen import Cijferplek
from monitor.invoer.rooster import Roosterrij, reden_dicht, rijen_voor, zet_twijfels
from monitor.invoer.rooster_lezen import Invoer, is_aangeraakt, lees
from monitor.invoer.staat import Staat
from monitor.invoer.stand import op_slot
from monitor.invoer.toepassen import Cijfer, Vergelijking, pas_toe, vergelijk
from monitor.models import Aanlevering, Uitgave, Wijziging
from monitor.models.enums import AanleveringSoort, AanleveringStand, Aard

OPGESLAGEN, ONGEWIJZIGD, FOUT, BOTSING, REDEN = (
    "opgeslagen",
    "ongewijzigd",
    "fout",
    "botsing",
    "reden",
)
_BEKEND = (Aard.GETAL, Aard.KLEINER_DAN, Aard.BEREIK)
VRAAG_REDEN = "Er stond al een cijfer. Vul bij ‘Reden’ in waarom het verandert."
WEG = "Dit cijfer hoort niet meer bij deze uitgave. Laad de pagina opnieuw."
TELLERS = ("rijen", "nieuw", "gewijzigd", "ongewijzigd")


@dataclass(slots=True)
class Celuitslag:
    """What became of one row. `rij` is as it is after saving; None when the grid does not have it."""

    uitkomst: str
    rij: Roosterrij | None = None
    melding: str = ""

    @property
    def is_mis(self) -> bool:
        return self.uitkomst in (FOUT, BOTSING, REDEN)


@dataclass(slots=True)
class Uitslag:
    """`rijen` is the whole grid after saving; `cellen` is what became of each row that was sent."""

    rijen: list[Roosterrij]
    cellen: dict[str, Celuitslag] = field(default_factory=dict)
    aanlevering: Aanlevering | None = None

    @property
    def mis(self) -> dict[str, Celuitslag]:
        return {s: c for s, c in self.cellen.items() if c.is_mis}

    @property
    def opgeslagen(self) -> int:
        return sum(c.uitkomst == OPGESLAGEN for c in self.cellen.values())


@transaction.atomic
def bewaar(
    uitgave: Uitgave,
    invoer: Mapping[str, Invoer],
    *,
    by: Any,
    reden: str = "",
    alles_of_niets: bool = False,
) -> Uitslag:
    """Save what was typed in these rows, by key.

    With `alles_of_niets` one wrong cell keeps all of them from being saved. Cell by cell all savings
    of one user on one day are one delivery. Raises `InvoerFout` when the edition is closed.
    """
    op_slot(uitgave.gemeente_id)
    if dicht := reden_dicht(uitgave):
        raise InvoerFout(dicht)
    rijen = rijen_voor(uitgave, met_twijfels=False)
    per_sleutel = {r.sleutel: r for r in rijen}
    uitslag = Uitslag(rijen)
    aangeraakt = {}
    for sleutel, ingevuld in invoer.items():
        rij = per_sleutel.get(sleutel)
        if rij is None:
            uitslag.cellen[sleutel] = Celuitslag(FOUT, melding=WEG)
        elif is_aangeraakt(rij, ingevuld):
            aangeraakt[sleutel] = ingevuld
        else:
            uitslag.cellen[sleutel] = Celuitslag(ONGEWIJZIGD, rij)
    te_schrijven = _beoordeel(uitgave, per_sleutel, aangeraakt, uitslag, reden)
    if te_schrijven and not (alles_of_niets and uitslag.mis):
        _schrijf(uitgave, te_schrijven, per_sleutel, uitslag, by, reden, nieuw=alles_of_niets)
    zet_twijfels(uitgave, rijen)
    return uitslag


def _beoordeel(
    uitgave: Uitgave,
    rijen: Mapping[str, Roosterrij],
    invoer: Mapping[str, Invoer],
    uitslag: Uitslag,
    reden: str,
) -> dict[str, Vergelijking]:
    """What may be written; what may not gets its reason in `uitslag`."""
    if not invoer:
        return {}
    gelezen = lees(uitgave.gemeente, rijen, invoer)
    for sleutel, fout in gelezen.fouten.items():
        tekst = f"{fout.melding} {fout.advies}".strip()
        uitslag.cellen[sleutel] = Celuitslag(FOUT, rijen[sleutel], tekst)
    goed = {s: c for s, c in gelezen.cijfers.items() if s not in uitslag.cellen}
    paren = dict(zip(goed, vergelijk(uitgave.gemeente, list(goed.values())), strict=True))
    ingehaald = {s: v for s, v in paren.items() if v.versie != invoer[s].versie and v.is_veranderd}
    getoond = getoonde_staten({s: (v.cijfer, invoer[s].versie) for s, v in ingehaald.items()})
    te_schrijven = {}
    for sleutel, v in paren.items():
        rij = rijen[sleutel]
        if not v.is_veranderd or liet_staan(v, getoond.get(sleutel, (None, ""))[0]):
            uitslag.cellen[sleutel] = Celuitslag(ONGEWIJZIGD, rij)
        elif sleutel in ingehaald:
            uitslag.cellen[sleutel] = _botsing(rij, v, getoond.get(sleutel, (None, ""))[1])
        elif vraagt_reden(v) and not reden.strip():
            uitslag.cellen[sleutel] = Celuitslag(REDEN, rij, VRAAG_REDEN)
        else:
            te_schrijven[sleutel] = v
    return te_schrijven


def getoonde_staten(
    gevraagd: Mapping[str, tuple[Cijfer, int]],
) -> dict[str, tuple[Staat | None, str]]:
    """The state of a figure at the version that was shown, and who changed it last: one query.

    Each change adds one to the version and one line to the history, so version n is line n.
    """
    if not gevraagd:
        return {}
    plek = ("indicator_id", "soort", "sleutel")
    rijen = (
        Wijziging.objects.filter(
            waarneming__reeks__indicator_id__in={c.indicator.pk for c, _ in gevraagd.values()},
            waarneming__periode__code__in={c.periode for c, _ in gevraagd.values()},
        )
        .order_by("pk")
        .values_list(
            *(f"waarneming__reeks__{p}" for p in plek),
            "waarneming__periode__code",
            "nieuw",
            "gewijzigd_door__username",
        )
    )
    verloop: dict[Cijferplek, list[tuple[Any, str]]] = {}
    for indicator, soort, sleutel, periode, nieuw, door in rijen:
        verloop.setdefault((indicator, soort, sleutel, periode), []).append((nieuw, door or ""))
    uit: dict[str, tuple[Staat | None, str]] = {}
    for sleutel, (cijfer, versie) in gevraagd.items():
        regels = verloop.get((*cijfer.reeks, cijfer.periode), [])
        toen = Staat.van_json(regels[versie - 1][0]) if 0 < versie <= len(regels) else None
        uit[sleutel] = (toen, regels[-1][1] if regels else "")
    return uit


def liet_staan(v: Vergelijking, getoond: Staat | None) -> bool:
    """The row was sent as it was shown: not touched, though somebody else changed it since."""
    return getoond is not None and v.cijfer.staat.met_oude(getoond, v.cijfer.open_velden) == getoond


def vraagt_reden(v: Vergelijking) -> bool:
    """A known number changes; another note or status needs no reason."""
    return v.oud is not None and v.oud.aard in _BEKEND and v.oud.getal != v.nieuw.getal


def _botsing(rij: Roosterrij, v: Vergelijking, door: str) -> Celuitslag:
    nu = v.oud.tekst(**rij.stijl) if v.oud else "geen cijfer"
    fout = InmiddelsGewijzigd(nu=nu, eigen=v.nieuw.tekst(**rij.stijl), door=door)
    return Celuitslag(BOTSING, rij, str(fout))


def _schrijf(
    uitgave: Uitgave,
    wat: Mapping[str, Vergelijking],
    rijen: Mapping[str, Roosterrij],
    uitslag: Uitslag,
    by: Any,
    reden: str,
    *,
    nieuw: bool,
) -> None:
    levering = _levering(uitgave, by, nieuw=nieuw)
    eerder = {naam: getattr(levering, naam) for naam in TELLERS}
    cijfers = [v.cijfer for v in wat.values()]
    uitkomst = pas_toe(uitgave.gemeente, cijfers, aanlevering=levering, by=by, reden=reden[:400])
    for naam in TELLERS:
        setattr(levering, naam, getattr(levering, naam) + eerder[naam])
    verschillen = [_verschil(i, v) for i, v in enumerate(uitkomst, eerder["rijen"] + 1)]
    levering.verschillen = [*levering.verschillen, *verschillen][-MAX_VERSCHILLEN:]
    levering.verwerkt_op = timezone.now()
    levering.reden = reden[:400] or levering.reden
    levering.save()
    uitslag.aanlevering = levering
    for sleutel, v in zip(wat, uitkomst, strict=True):
        rij = rijen[sleutel]
        rij.huidig, rij.versie, rij.is_overgenomen = v.nieuw, v.versie + 1, False
        uitslag.cellen[sleutel] = Celuitslag(OPGESLAGEN, rij)


def _levering(uitgave: Uitgave, by: Any, *, nieuw: bool) -> Aanlevering:
    """The delivery of this user, edition and day; a new one for a whole form."""
    velden: dict[str, Any] = {
        "gemeente": uitgave.gemeente,
        "uitgave": uitgave,
        "soort": AanleveringSoort.WAARNEMINGEN,
        "stand": AanleveringStand.VERWERKT,
        "bestandsnaam": "",
        "gemaakt_door": by,
    }
    if not nieuw:
        vandaag = Aanlevering.objects.filter(
            **velden,
            gemaakt_op__date=timezone.localdate(),
            draait_terug=None,
            teruggedraaid_met=None,
        ).first()
        if vandaag is not None:
            return vandaag
    return Aanlevering.objects.create(**velden)


def _verschil(nummer: int, v: Vergelijking) -> dict[str, Any]:
    indicator = v.cijfer.indicator
    stijl: dict[str, Any] = {"eenheid": indicator.eenheid, "decimalen": indicator.decimalen}
    delen = [indicator.naam, v.cijfer.soort, v.cijfer.sleutel, v.cijfer.periode]
    oud = v.oud.naast(v.nieuw, **stijl) if v.oud else ""
    uitkomst = GEWIJZIGD if v.oud else NIEUW
    wat = " · ".join(filter(None, delen))
    return asdict(Verschil(nummer, wat, uitkomst, oud, v.nieuw.naast(v.oud, **stijl)))


def invoer_uit(velden: Mapping[str, str], sleutels: Sequence[str]) -> dict[str, Invoer]:
    """The rows in a posted form: `w-` value, `s-` status, `n-` note and `v-` version of each key."""
    return {
        s: Invoer(
            velden.get(f"w-{s}", ""),
            velden.get(f"s-{s}", ""),
            velden.get(f"n-{s}", "")[:2000],
            int(v) if (v := velden.get(f"v-{s}", "0")).isdecimal() and len(v) < 9 else 0,
        )
        for s in sleutels
    }
