"""`importeer SOORT BESTAND --gemeente SLUG`: the import of the admin, on the command line."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from monitor.invoer.aanleveren import lever
from monitor.invoer.controle import Controle
from monitor.invoer.fouten import Fout, LeesFout, bedoelt_u
from monitor.invoer.soorten import Soort, soorten
from monitor.models import Gemeente

MAX_REGELS = 100


class Command(BaseCommand):
    help = (
        "Leest een bestand in: alles of niets. Eindigt met code 0 als alles is toegepast "
        "(met --proef: als alles toegepast kan worden)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("soort", help=f"Wat er in het bestand staat: {', '.join(soorten())}.")
        parser.add_argument("bestand", help="Het bestand: .csv, .xlsx of .ods.")
        parser.add_argument("--gemeente", required=True, help="Adres van de gemeente.")
        parser.add_argument("--proef", action="store_true", help="Alleen controleren.")
        parser.add_argument("--reden", default="", help="Waarom, bij een correctie.")
        parser.add_argument("--json", action="store_true", help="Verslag als JSON.")

    def handle(self, *args: Any, **opties: Any) -> None:
        try:
            controle, toegepast = self._lees(opties)
        except LeesFout as fout:
            controle, toegepast = Controle(fouten=fout.fouten), False
        verslag = _verslag(opties, controle, toegepast)
        if opties["json"]:
            self.stdout.write(json.dumps(verslag, ensure_ascii=False, indent=1))
        else:
            self._schrijf(verslag, controle, proef=opties["proef"])
        if not controle.kan:
            sys.exit(1)

    def _lees(self, opties: dict[str, Any]) -> tuple[Controle, bool]:
        soort, gemeente = _soort(opties["soort"]), _gemeente(opties["gemeente"])
        pad = Path(opties["bestand"])
        proef = opties["proef"]
        _, controle = lever(
            gemeente, soort, pad.name, _inhoud(pad), reden=opties["reden"], proef=proef
        )
        return controle, controle.kan and not proef

    def _schrijf(self, verslag: dict[str, Any], controle: Controle, *, proef: bool) -> None:
        for fout in controle.fouten[:MAX_REGELS]:
            self.stderr.write(str(fout))
        for opmerking in controle.opmerkingen:
            self.stdout.write(opmerking)
        telling = ", ".join(f"{verslag[n]} {n}" for n in ("nieuw", "gewijzigd", "ongewijzigd"))
        self.stdout.write(f"{verslag['bestand']}: {verslag['rijen']} rijen, {telling}.")
        if controle.fouten:
            self.stderr.write(f"Niets toegepast: {len(controle.fouten)} fouten. Herstel ze eerst.")
        else:
            self.stdout.write("Proef: er is niets veranderd." if proef else "Toegepast.")


def _verslag(opties: dict[str, Any], controle: Controle, toegepast: bool) -> dict[str, Any]:
    return {
        "soort": opties["soort"],
        "gemeente": opties["gemeente"],
        "bestand": opties["bestand"],
        "rijen": controle.rijen,
        "nieuw": controle.nieuw,
        "gewijzigd": controle.gewijzigd,
        "ongewijzigd": controle.ongewijzigd,
        "fouten": [fout.als_dict() for fout in controle.fouten],
        "opmerkingen": controle.opmerkingen,
        "toegepast": toegepast,
    }


def _soort(code: str) -> Soort:
    bekend = soorten()
    if code not in bekend:
        advies = bedoelt_u(code, bekend) or f"Kies uit: {', '.join(bekend)}."
        raise LeesFout(Fout(f"De soort ‘{code}’ is niet bekend.", advies))
    return bekend[code]


def _gemeente(slug: str) -> Gemeente:
    gemeente = Gemeente.objects.filter(slug=slug).first()
    if gemeente is None:
        bekend = list(Gemeente.objects.values_list("slug", flat=True))
        advies = bedoelt_u(slug, bekend) or "Maak de gemeente eerst aan in het beheer."
        raise LeesFout(Fout(f"De gemeente ‘{slug}’ is niet bekend.", advies))
    return gemeente


def _inhoud(pad: Path) -> bytes:
    """The bytes; of a file that is too large just enough to be refused."""
    try:
        with pad.open("rb") as bestand:
            return bestand.read(settings.INVOER_MAX_BYTES + 1)
    except (OSError, ValueError) as fout:
        raise LeesFout(
            Fout("Het bestand is niet te openen.", "Kijk of pad en naam kloppen.")
        ) from fout
