"""A draft beside its previous edition: what moved, what is new, what is old text nobody touched."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from monitor.models import Blok, Hoofdstuk, Notatekst, Uitgave
from monitor.publiceren.nalopen import VELDEN
from monitor.publiceren.samenstellen import stel_samen
from monitor.publiceren.schema import Verandering

OUD, BEVESTIGD, HERSCHREVEN, NIEUW, WEG = "oud", "bevestigd", "herschreven", "nieuw", "weg"


@dataclass(frozen=True)
class Tekstpaar:
    waar: str
    veld: str
    toen: str
    nu: str
    stand: str


@dataclass
class Naast:
    """All that a page needs to show the two beside each other."""

    veranderd: list[Verandering] = field(default_factory=list)
    teksten: list[Tekstpaar] = field(default_factory=list)
    nieuw: list[str] = field(default_factory=list)  # chapters and blocks
    weg: list[str] = field(default_factory=list)


def naast(uitgave: Uitgave) -> Naast:
    """Compare a draft with the edition that it names as the previous one."""
    if uitgave.vorige is None:
        return Naast()
    nu, toen = _delen(uitgave), _delen(uitgave.vorige)
    return Naast(
        veranderd=stel_samen(uitgave).inhoud["veranderd"],
        teksten=list(_teksten(uitgave, nu, toen)),
        nieuw=[_naam(nu[plek]) for plek in nu if plek not in toen],
        weg=[_naam(toen[plek]) for plek in toen if plek not in nu],
    )


Deel = Uitgave | Hoofdstuk | Blok | Notatekst
Plek = tuple[str, ...]


def _delen(uitgave: Uitgave) -> dict[Plek, Deel]:
    """Edition, chapters and blocks by their addresses, and the texts of the note. Three queries."""
    delen: dict[Plek, Deel] = {(): uitgave}
    for rij in uitgave.notateksten.select_related("sectie"):
        delen["nota", "", rij.sectie.code] = rij
    for hoofdstuk in uitgave.hoofdstukken.prefetch_related("blokken"):
        delen[(hoofdstuk.code,)] = hoofdstuk
        for blok in hoofdstuk.blokken.all():
            blok.hoofdstuk = hoofdstuk
            delen[hoofdstuk.code, blok.code] = blok
    return delen


def _naam(deel: Deel) -> str:
    if isinstance(deel, Blok):
        return f"{deel.hoofdstuk.titel}: {deel.get_soort_display().lower()} ‘{deel}’"
    if isinstance(deel, Notatekst):
        return f"De nota, {deel.sectie.kop}"
    return f"Hoofdstuk {deel.titel}" if isinstance(deel, Hoofdstuk) else "De uitgave"


def _teksten(uitgave: Uitgave, nu: dict[Plek, Deel], toen: dict[Plek, Deel]) -> Iterator[Tekstpaar]:
    bevestigd = {
        (t.hoofdstuk_id, t.blok_id, t.notatekst_id, t.veld)
        for t in uitgave.tekstcontroles.filter(bevestigd_op__isnull=False)
    }
    for plek, deel in nu.items():
        oud = toen.get(plek)
        for veld in VELDEN[type(deel)]:
            was, is_ = str(getattr(oud, veld, "")).strip(), str(getattr(deel, veld)).strip()
            if was or is_:
                kenmerk = (*_nummers(deel), veld)
                stand = _stand(was, is_, is_bevestigd=kenmerk in bevestigd)
                yield Tekstpaar(_naam(deel), _woord(deel, veld), was, is_, stand)


def _nummers(deel: Deel) -> tuple[int | None, int | None, int | None]:
    if isinstance(deel, Blok):
        return deel.hoofdstuk_id, deel.pk, None
    if isinstance(deel, Notatekst):
        return None, None, deel.pk
    return (deel.pk, None, None) if isinstance(deel, Hoofdstuk) else (None, None, None)


def _woord(deel: Deel, veld: str) -> str:
    return str(deel._meta.get_field(veld).verbose_name)  # type: ignore[union-attr]


def _stand(was: str, is_: str, *, is_bevestigd: bool) -> str:
    if was == is_:
        return BEVESTIGD if is_bevestigd else OUD
    if not was or not is_:
        return NIEUW if is_ else WEG
    return HERSCHREVEN
