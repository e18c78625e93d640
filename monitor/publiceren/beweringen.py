"""The claim check on an edition: run it, keep its findings, show the explanations to readers."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from monitor.models import Uitgave
from monitor.models.bevinding import Bevinding, BevindingStand
from monitor.publiceren.claimdocument import maak_document
from monitor.publiceren.schema import Inhoud
from monitor.publiceren.werk import Werk
from monitor.regels import beweringen as regels
from monitor.regels.beweringen import FOUT, LET_OP

KLAAR = (BevindingStand.GECORRIGEERD, BevindingStand.VERKLAARD)
MIN_UITLEG = 15


class VerklaarFout(Exception):
    """Why an explanation cannot be kept, in Dutch, saying what to do."""


def controleer(werk: Werk, inhoud: Inhoud, op: date) -> list[regels.Bevinding]:
    """Everything the check finds in the edition as it would be read."""
    return regels.controleer(maak_document(werk, inhoud, op))


def verklaringen(uitgave: Uitgave) -> dict[str, str]:
    """Fingerprint → explanation, of what was explained in this edition."""
    rijen = Bevinding.objects.filter(uitgave=uitgave, stand=BevindingStand.VERKLAARD)
    return dict(rijen.values_list("vingerafdruk", "verklaring"))


def voeg_verklaringen_toe(
    inhoud: Inhoud, gevonden: Sequence[regels.Bevinding], uitleg: dict[str, str]
) -> None:
    """Each explanation beside its block, its chapter or the edition; nothing when there is none."""
    hoofdstukken = {h["code"]: h for h in inhoud["hoofdstukken"]}
    for b in gevonden:
        tekst = uitleg.get(b.vingerafdruk)
        if not tekst:
            continue
        hoofdstuk = hoofdstukken.get(b.hoofdstuk)
        blok = next((x for x in hoofdstuk["blokken"] if x["code"] == b.blok), None) if (
            hoofdstuk
        ) else None  # fmt: skip
        plek = blok or hoofdstuk or inhoud["uitgave"]
        lijst = plek.setdefault("verklaringen", [])
        if tekst not in lijst:
            lijst.append(tekst)


def open_fouten(
    gevonden: Iterable[regels.Bevinding], uitleg: dict[str, str]
) -> list[regels.Bevinding]:
    """What blocks publication: not corrected, and not explained."""
    return [b for b in gevonden if b.ernst == FOUT and b.vingerafdruk not in uitleg]


def als_reden(b: regels.Bevinding) -> str:
    return (
        f"{b.waar}: {b.som}. Het gaat om ‘{_kort(b.citaat)}’. {b.advies} "
        "Of verklaar het bij Tekstcontrole."
    )


def als_waarschuwing(b: regels.Bevinding) -> str:
    return f"{b.waar}: {b.som}. Het gaat om ‘{_kort(b.citaat)}’. {b.advies}"


def let_op(gevonden: Iterable[regels.Bevinding], uitleg: dict[str, str]) -> list[regels.Bevinding]:
    return [b for b in gevonden if b.ernst == LET_OP and b.vingerafdruk not in uitleg]


def _kort(tekst: str, lengte: int = 160) -> str:
    return tekst if len(tekst) <= lengte else f"{tekst[:lengte].rstrip()}…"


# -- keeping in step -----------------------------------------------------------------------------


@transaction.atomic
def houd_bij(uitgave: Uitgave, gevonden: Sequence[regels.Bevinding]) -> None:
    """New findings are stored as open; what is no longer found was corrected; what returns is open.

    An explanation stays with its finding and counts again when exactly that sentence comes back.
    """
    nu = timezone.now()
    bekend = {b.vingerafdruk: b for b in Bevinding.objects.filter(uitgave=uitgave)}
    hier = {b.vingerafdruk for b in gevonden}
    nieuw = [_rij(uitgave, b) for b in gevonden if b.vingerafdruk not in bekend]
    Bevinding.objects.bulk_create(nieuw, ignore_conflicts=True)
    anders = []
    for vingerafdruk, rij in bekend.items():
        stand = _stand(rij, vingerafdruk in hier)
        if stand != rij.stand:
            rij.stand, rij.op = stand, nu
            anders.append(rij)
    Bevinding.objects.bulk_update(anders, ["stand", "op"])


def _stand(rij: Bevinding, is_gevonden: bool) -> str:
    if not is_gevonden:
        return BevindingStand.GECORRIGEERD
    return BevindingStand.VERKLAARD if rij.verklaring else BevindingStand.OPEN


def _rij(uitgave: Uitgave, b: regels.Bevinding) -> Bevinding:
    return Bevinding(
        uitgave=uitgave,
        vingerafdruk=b.vingerafdruk,
        soort=b.soort,
        ernst=b.ernst,
        plek=b.plek[:200],
        waar=b.waar[:250],
        citaat=b.citaat,
        rekensom=b.som,
    )


@transaction.atomic
def verklaar(bevinding: Bevinding, *, tekst: str, by: User) -> Bevinding:
    """Write why a text is right after all; an empty text takes the explanation back.

    Raises `VerklaarFout` when it says too little, or when the user may not.
    """
    if not (by.is_superuser or by.has_perm("monitor.change_bevinding", bevinding)):
        raise VerklaarFout("U mag dit niet verklaren. Vraag het een redacteur of publicist.")
    bevinding = Bevinding.objects.select_for_update().get(pk=bevinding.pk)
    if vast := bevinding.uitgave.reden_vast:
        raise VerklaarFout(vast)
    uitleg = " ".join(tekst.split())
    if uitleg and len(uitleg) < MIN_UITLEG:
        raise VerklaarFout("Schrijf in een hele zin waarom de tekst klopt; lezers zien die uitleg.")
    bevinding.verklaring = uitleg
    bevinding.stand = BevindingStand.VERKLAARD if uitleg else BevindingStand.OPEN
    bevinding.door, bevinding.op = by, timezone.now()
    bevinding.save(update_fields=["verklaring", "stand", "door", "op"])
    return bevinding
