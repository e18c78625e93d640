"""A large delivery in a process of its own, for the fault tests: prints JSON.

python -m tests.opzet_levering {neem_in | inleveren [BYTES] | bevestig PK | draai_terug PK | voer_uit PK | stand PK}
"""

import json
import os
import resource
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from monitor import taken
from monitor.beheer.aanlevervoortgang import voortgang_van
from monitor.invoer import achtergrond
from monitor.invoer.soorten import get_soort
from monitor.invoer.terugdraaien_groot import vraag_terug
from monitor.models import Aanlevering, Gemeente, Indicator, Taak, Waarneming, Wijziging
from monitor.models.enums import Rol
from tests import opzet_werk
from tests.invoer_bestanden import csv_van
from tests.make import make_gemeente, make_indicator, make_user

RIJEN = 1200
MAANDEN = [f"{1950 + i // 12}-{i % 12 + 1:02}" for i in range(RIJEN)]
INHOUD = csv_van(*(["clienten-jeugd", "realisatie", m, i] for i, m in enumerate(MAANDEN)))


def _wereld():
    gemeente = Gemeente.objects.filter(slug="demodam").first() or make_gemeente("demodam")
    user = get_user_model().objects.filter(username="anna").first()
    if not Indicator.objects.exists():
        make_indicator(gemeente)
    return gemeente, user or make_user(gemeente, Rol.INVOERDER, username="anna")


def neem_in() -> dict:
    gemeente, user = _wereld()
    soort = get_soort("waarnemingen")
    levering = achtergrond.neem_in(gemeente, soort, "groot.csv", INHOUD, by=user)
    return stand(levering.pk)


def inleveren(grens: str = "") -> dict:
    """Upload through the page; with a bound, no file on disk may be larger than so many bytes."""
    gemeente, user = _wereld()
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    bestand = SimpleUploadedFile("groot.csv", INHOUD)
    data = {"gemeente": gemeente.pk, "soort": "waarnemingen", "import_file": bestand}
    if grens:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(grens), resource.RLIM_INFINITY))
    antwoord = client.post(reverse("admin:monitor_aanlevering_import"), data)
    if grens:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    pagina = client.get(antwoord.url).content.decode()
    levering = Aanlevering.objects.order_by("pk").last()
    return (stand(levering.pk) if levering else {"pk": None}) | {
        "status": antwoord.status_code,
        "geen_ruimte": "schijf is vol" in pagina,
        "wacht": "Wacht op een vrije plaats" in pagina,
    }


def sessie() -> dict:
    """The cookie of somebody who is logged in."""
    client = Client(headers={"host": "localhost"})
    client.force_login(_wereld()[1])
    return {"sessie": client.session.session_key}


def bevestig(pk: str) -> dict:
    levering = Aanlevering.objects.select_related("gemeente", "gemaakt_door").get(pk=pk)
    achtergrond.bevestig(
        levering, by=levering.gemaakt_door, vingerafdruk=levering.vingerafdruk, reden="proef"
    )
    return stand(levering.pk)


def draai_terug(pk: str) -> dict:
    levering = Aanlevering.objects.select_related("gemeente", "gemaakt_door").get(pk=pk)
    return stand(vraag_terug(levering, by=levering.gemaakt_door, reden="proef").pk)


def voer_uit(pk: str) -> dict:
    """Be a worker for one task, then tell of its delivery."""
    (opzet_werk.MAP / f"begin-{os.getpid()}").touch()
    taken.voer_uit(int(pk))
    return stand(Taak.objects.get(pk=pk).argumenten["levering"])


def stand(pk: object) -> dict:
    levering = Aanlevering.objects.select_related("taak").get(pk=pk)
    straks = timezone.now() + timedelta(minutes=5)  # by then a dead worker has been quiet for long
    beeld = voortgang_van(levering, at=straks)
    return {
        "pk": levering.pk,
        "stand": levering.stand,
        "taak": levering.taak_id,
        "pogingen": levering.taak.pogingen if levering.taak else 0,
        "zegt": beeld.tekst if beeld else "",
        "opmerkingen": levering.opmerkingen,
        "cijfers": Waarneming.objects.count(),
        "wijzigingen": Wijziging.objects.count(),
    }


def main(actie: str, *rest: str) -> None:
    acties = (neem_in, inleveren, sessie, bevestig, draai_terug, voer_uit, stand)
    doe = {f.__name__: f for f in acties}[actie]
    print(json.dumps(doe(*rest)))
