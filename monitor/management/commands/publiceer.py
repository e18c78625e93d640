"""`manage.py publiceer GEMEENTE UITGAVE [--notitie …] [--json]`."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from monitor.models import Uitgave
from monitor.publiceren.bevriezen import PubliceerFout, publish_uitgave, warnings


class Command(BaseCommand):
    help = "Bevriest een uitgave en maakt haar leesbaar. Een tweede keer maakt een correctie."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("gemeente", help="adres van de gemeente, zoals steenwijkerland")
        parser.add_argument("uitgave", help="periode van de uitgave, zoals 2021-03_2021-04")
        parser.add_argument(
            "--notitie", default="", help="wat er anders is en waarom; nodig vanaf versie 2"
        )
        parser.add_argument("--json", action="store_true", help="geef een verslag als JSON")

    def handle(self, *args: Any, **opties: Any) -> None:
        verslag = publiceer(opties["gemeente"], opties["uitgave"], opties["notitie"])
        if opties["json"]:
            self.stdout.write(json.dumps(verslag, ensure_ascii=False, indent=2))
        else:
            self._vertel(verslag)
        if not verslag["gepubliceerd"]:
            if opties["json"]:
                raise SystemExit(1)
            raise CommandError("Niet gepubliceerd. " + " ".join(verslag["fouten"]))

    def _vertel(self, verslag: dict[str, Any]) -> None:
        for tekst in verslag["waarschuwingen"]:
            self.stdout.write(self.style.WARNING(f"Let op: {tekst}"))
        if verslag["gepubliceerd"]:
            self.stdout.write(
                f"Gepubliceerd: {verslag['gemeente']} {verslag['uitgave']} "
                f"versie {verslag['versie']} ({verslag['sha256'][:12]})"
            )


def publiceer(gemeente: str, uitgave: str, notitie: str) -> dict[str, Any]:
    """Publish by address; the report says what happened, whatever the input was."""
    verslag: dict[str, Any] = {
        "gemeente": gemeente,
        "uitgave": uitgave,
        "versie": None,
        "sha256": "",
        "waarschuwingen": [],
        "fouten": [],
        "gepubliceerd": False,
    }
    gevonden = Uitgave.objects.filter(gemeente__slug=gemeente, periode__code=uitgave).first()
    if gevonden is None:
        verslag["fouten"] = [f"Uitgave {uitgave} van gemeente {gemeente} bestaat niet."]
        return verslag
    verslag["waarschuwingen"] = warnings(gevonden)
    try:
        publicatie = publish_uitgave(gevonden, by=None, note=notitie)
    except PubliceerFout as fout:
        verslag["fouten"] = fout.redenen
        return verslag
    verslag |= {"versie": publicatie.versie, "sha256": publicatie.sha256, "gepubliceerd": True}
    return verslag
