"""`manage.py laad_demo`: the example gemeenten, through the same import that staff use."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sociaaldomein.demo.gebruikers import logins
from sociaaldomein.demo.laden import DemoFout, al_geladen, echte_gegevens, laad
from sociaaldomein.demo.plan import VOORBEELDEN
from sociaaldomein.demo.verantwoording import maak_verantwoording


class Command(BaseCommand):
    help = "Laadt de voorbeeldgemeenten met cijfers, uitgaven en gebruikers. Nog eens mag altijd."

    def add_arguments(self, parser: ArgumentParser) -> None:
        namen = [v.slug for v in VOORBEELDEN]
        parser.add_argument(
            "--gemeente", action="append", choices=namen, help="Alleen deze. Mag vaker."
        )
        parser.add_argument(
            "--ook-bij-echte-gegevens",
            action="store_true",
            help="Laad ook als er al een echte gemeente is. De wachtwoorden zijn bekend!",
        )
        parser.add_argument("--logins", action="store_true", help="Noem alleen de gebruikers.")
        parser.add_argument(
            "--verantwoording",
            metavar="BESTAND",
            help="Schrijf docs/demo.md: waar elk cijfer van de bronnen staat, of waarom niet.",
        )

    def handle(self, **opties: Any) -> None:
        if opties["logins"]:
            self._zeg_logins()
            return
        if opties["verantwoording"]:
            pad = Path(opties["verantwoording"])
            pad.write_text(maak_verantwoording(), encoding="utf-8")
            self.stdout.write(f"{pad} geschreven.")
            return
        gekozen = opties["gemeente"] or [v.slug for v in VOORBEELDEN]
        nodig = [v for v in VOORBEELDEN if v.slug in gekozen and not al_geladen(v)]
        if not nodig:  # then a gemeente that was added by hand is no reason to refuse
            self.stdout.write(
                "".join(f"{v.naam}: al geladen.\n" for v in VOORBEELDEN if v.slug in gekozen)
            )
            self._zeg_logins()
            return
        if (echt := echte_gegevens()) and not opties["ook_bij_echte_gegevens"]:
            raise CommandError(
                f"Hier staan al gegevens van {', '.join(echt)}. De demo maakt gebruikers met een "
                "bekend wachtwoord, dus dat doen wij niet. Wilt u dit toch? Voeg dan "
                "--ook-bij-echte-gegevens toe."
            )
        try:
            laad(nodig, self.stdout.write)
        except DemoFout as fout:
            raise CommandError(str(fout)) from fout
        self._zeg_logins()

    def _zeg_logins(self) -> None:
        for regel in logins():
            self.stdout.write(regel)
