"""Load the demo through the same import and the same publishing that staff use."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.auth import get_user_model
from django.db import transaction

from monitor.invoer.aanleveren import lever
from monitor.invoer.soorten import get_soort
from monitor.models import Aanlevering, Gemeente, Publicatie, Uitgave
from monitor.models.enums import AanleveringStand, Rol
from monitor.publiceren.bevriezen import PubliceerFout, publish_uitgave
from monitor.publiceren.stappen import loop_tot_vastgesteld
from sociaaldomein.demo.concept import maak_concept
from sociaaldomein.demo.demodam.maak import Stap
from sociaaldomein.demo.gebruikers import BEHEER, geef_functies, maak_gebruikers, naam_van
from sociaaldomein.demo.plan import VOORBEELDEN, Voorbeeld

ROL_VAN = {
    "indicatoren": Rol.REDACTEUR,
    "waarnemingen": Rol.INVOERDER,
    "uitgave": Rol.REDACTEUR,
    "programma": Rol.PROGRAMMAMANAGER,
    "publiceren": Rol.PUBLICIST,
}
Zeg = Callable[[str], object]


class DemoFout(Exception):
    """The demo could not be loaded; each line says what is wrong and where."""

    def __init__(self, regels: list[str]) -> None:
        super().__init__("\n".join(regels))
        self.regels = regels


def echte_gegevens() -> list[str]:
    """Names of gemeenten that the demo did not make."""
    voorbeelden = {v.slug for v in VOORBEELDEN}
    users = set(get_user_model().objects.values_list("username", flat=True))
    demo = {s for s in voorbeelden if naam_van(Rol.INVOERDER, s) in users and BEHEER in users}
    return list(Gemeente.objects.exclude(slug__in=demo).values_list("naam", flat=True))


def laad(voorbeelden: list[Voorbeeld], zeg: Zeg) -> None:
    """Load what is not there yet. Raises `DemoFout`; what was done before it stays done."""
    with transaction.atomic():
        gemeenten = [_gemeente(v) for v in voorbeelden]
        if aantal := maak_gebruikers(gemeenten):
            zeg(f"{aantal} demogebruikers gemaakt.")
    for voorbeeld, gemeente in zip(voorbeelden, gemeenten, strict=True):
        if is_klaar(voorbeeld, gemeente):
            zeg(f"{gemeente.naam}: al geladen.")
            continue
        with TemporaryDirectory() as map_:
            _voer_uit(gemeente, voorbeeld.stappen(Path(map_)), zeg)
        geef_functies(gemeente)
        if voorbeeld.concept and (aantal := maak_concept(gemeente)):
            zeg(f"{gemeente.naam}: {voorbeeld.concept} staat open, {aantal} cijfers zijn ingevuld.")


def is_klaar(voorbeeld: Voorbeeld, gemeente: Gemeente) -> bool:
    """Whether all its editions have been published and the next one is begun."""
    if voorbeeld.concept and not _heeft(gemeente, voorbeeld.concept):
        return False
    gepubliceerd = set(
        Publicatie.objects.filter(uitgave__gemeente=gemeente).values_list(
            "uitgave__periode__code", flat=True
        )
    )
    return set(voorbeeld.uitgaven) <= gepubliceerd


def _heeft(gemeente: Gemeente, code: str) -> bool:
    return Uitgave.objects.filter(gemeente=gemeente, periode__code=code).exists()


def al_geladen(voorbeeld: Voorbeeld) -> bool:
    gemeente = Gemeente.objects.filter(slug=voorbeeld.slug).first()
    return gemeente is not None and is_klaar(voorbeeld, gemeente)


def _gemeente(voorbeeld: Voorbeeld) -> Gemeente:
    velden = {
        "naam": voorbeeld.naam,
        "cbs_code": voorbeeld.cbs_code,
        "is_fictief": voorbeeld.is_fictief,
        "contact": "Team monitor sociaal domein",
    }
    return Gemeente.objects.get_or_create(slug=voorbeeld.slug, defaults=velden)[0]


def _voer_uit(gemeente: Gemeente, stappen: list[Stap], zeg: Zeg) -> None:
    versies: dict[str, int] = {}
    for stap in stappen:
        by = get_user_model().objects.get(username=naam_van(ROL_VAN[stap.werk], gemeente.slug))
        if stap.werk == "publiceren":
            versies[stap.uitgave] = versies.get(stap.uitgave, 0) + 1
            _publiceer(gemeente, stap, versies[stap.uitgave], by, zeg)
        else:
            _lever(gemeente, stap, by, zeg)


def _lever(gemeente: Gemeente, stap: Stap, by: object, zeg: Zeg) -> None:
    """Hand in one file, unless exactly this file was handed in before."""
    assert stap.bestand is not None
    soort = get_soort(stap.werk)
    if soort is None:
        raise DemoFout([f"De soort ‘{stap.werk}’ is niet ingericht ({stap.bestand.name})."])
    inhoud = stap.bestand.read_bytes()
    eerder = Aanlevering.objects.filter(
        gemeente=gemeente,
        soort=stap.werk,
        sha256=sha256(inhoud).hexdigest(),
        stand=AanleveringStand.VERWERKT,
    )
    if eerder.exists():
        return
    _, controle = lever(gemeente, soort, stap.bestand.name, inhoud, by=by, reden=stap.notitie)
    if not controle.kan:
        fouten = [str(fout) for fout in controle.fouten[:20]]
        raise DemoFout([f"{gemeente.naam}: {stap.bestand.name} is afgekeurd.", *fouten])
    zeg(f"{gemeente.naam}: {stap.bestand.name} ingelezen, {controle.rijen} rijen.")


def _publiceer(gemeente: Gemeente, stap: Stap, versie: int, by: object, zeg: Zeg) -> None:
    """Publish this version of the edition, unless it is there."""
    uitgave = Uitgave.objects.get(gemeente=gemeente, periode__code=stap.uitgave)
    if uitgave.publicaties.filter(versie__gte=versie).exists():
        return
    try:
        with transaction.atomic():
            loop_tot_vastgesteld(uitgave, by=by)
            publish_uitgave(uitgave, by=by, note=stap.notitie)
    except PubliceerFout as fout:
        raise DemoFout([f"{gemeente.naam}: {uitgave} kan niet uit.", *fout.redenen]) from fout
    woord = "gepubliceerd" if versie == 1 else f"opnieuw gepubliceerd (versie {versie})"
    zeg(f"{gemeente.naam}: {uitgave.titel} {woord}.")
