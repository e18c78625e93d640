"""App configuration of the programmes; registers its block, file and preview with the monitor."""

from django.apps import AppConfig


class ProgrammaConfig(AppConfig):
    name = "programma"
    verbose_name = "Programma's"

    def ready(self) -> None:
        from monitor.invoer.soorten import register_soort
        from monitor.publiceren.bloktypen import register_bloktype
        from monitor.weergave.concept import register_conceptpagina
        from programma.invoer.soort import SOORT
        from programma.momentopname import maak_blok
        from programma.momentopname.noemen import noem
        from programma.views import teken_concept

        register_soort(SOORT)
        register_bloktype("programma", maak_blok, noemt=noem)
        register_conceptpagina("programma", teken_concept)
