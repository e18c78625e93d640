"""The shape of the tree: move, renumber, archive. Addresses, reports and decisions stay with their part."""

from django.core.exceptions import ValidationError
from django.db import transaction

from programma.models import Onderdeel, Programma


def buren_van(onderdeel: Onderdeel) -> list[Onderdeel]:
    """The parts below the same parent, in order, itself among them."""
    buren = onderdeel.programma.onderdelen.filter(ouder_id=onderdeel.ouder_id)
    return list(buren.select_related("programma"))


@transaction.atomic
def schuif(onderdeel: Onderdeel, *, omhoog: bool) -> bool:
    """One place up or down among its neighbours; False when it stands at the end already."""
    buren = buren_van(_vast(onderdeel))
    plek = buren.index(onderdeel)
    doel = plek - 1 if omhoog else plek + 1
    if not 0 <= doel < len(buren):
        return False
    buren[plek], buren[doel] = buren[doel], buren[plek]
    _orden(buren)
    return True


@transaction.atomic
def zet_onder(onderdeel: Onderdeel, ouder: Onderdeel | None) -> None:
    """Below another part, after those that are there. Raises `ValidationError` when that can not be."""
    # One at a time: two who move each other's part below their own would make a ring.
    Programma.objects.select_for_update().only("pk").get(pk=onderdeel.programma_id)
    onderdeel = _vast(onderdeel)
    if onderdeel.ouder_id == (ouder.pk if ouder else None):
        return
    onderdeel.ouder = ouder
    onderdeel.full_clean()
    anderen = [o for o in buren_van(onderdeel) if o.pk != onderdeel.pk]
    onderdeel.volgorde = max((o.volgorde for o in anderen), default=0) + 1
    onderdeel.save()


@transaction.atomic
def zet_nummer(onderdeel: Onderdeel, nummer: str) -> None:
    """What readers see before the title; the address does not change."""
    onderdeel = _vast(onderdeel)
    if onderdeel.nummer != nummer:
        onderdeel.nummer = nummer
        onderdeel.full_clean()
        onderdeel.save()


@transaction.atomic
def archiveer(onderdeel: Onderdeel, *, weg: bool = True) -> None:
    """Out of new editions with all below it, or back in. What was reported stays."""
    onderdeel = _vast(onderdeel)
    if onderdeel.is_gearchiveerd != weg:
        onderdeel.is_gearchiveerd = weg
        onderdeel.save()


@transaction.atomic
def hernummer(programma: Programma) -> int:
    """Numbers by place, 1, 1.1, 1.2, for what is not archived; gives how many changed."""
    kinderen: dict[int | None, list[Onderdeel]] = {}
    for o in programma.onderdelen.select_for_update().filter(is_gearchiveerd=False):
        kinderen.setdefault(o.ouder_id, []).append(o)
    anders = 0

    def onder(ouder: int | None, voor: str) -> None:
        nonlocal anders
        for i, o in enumerate(kinderen.get(ouder, []), 1):
            nummer = f"{voor}{i}"
            if len(nummer) > 12:
                raise ValidationError(f"Het nummer {nummer} is te lang. Nummer dit deel zelf.")
            if o.nummer != nummer:
                o.nummer = nummer
                o.save()
                anders += 1
            onder(o.pk, f"{nummer}.")

    onder(None, "")
    return anders


def _vast(onderdeel: Onderdeel) -> Onderdeel:
    """The row as it is now, held until the change is done."""
    rijen = Onderdeel.objects.select_for_update().select_related("programma")
    return rijen.get(pk=onderdeel.pk)


def _orden(buren: list[Onderdeel]) -> None:
    for i, buur in enumerate(buren, 1):
        if buur.volgorde != i:
            buur.volgorde = i
            buur.save()
