"""App configuration of the programmes; registers its block, file and preview with the monitor."""

from django.apps import AppConfig


class ProgrammaConfig(AppConfig):
    name = "programma"
    verbose_name = "Programma's"

    def ready(self) -> None:
        from django.db.models.signals import post_save

        from monitor import taken
        from monitor.invoer.soorten import register_soort
        from monitor.publiceren.bloktypen import register_bloktype, register_vorm
        from monitor.weergave.concept import register_conceptpagina
        from monitor.weergave.document.delen import register_documentdeel
        from programma import besluiten, links
        from programma.document import maak_delen
        from programma.invoer.soort import SOORT
        from programma.momentopname import maak_blok
        from programma.momentopname.noemen import noem
        from programma.momentopname.schema import ProgrammaInhoud
        from programma.views import teken_concept

        register_soort(SOORT)
        register_bloktype("programma", maak_blok, noemt=noem)
        register_vorm("programmas", ProgrammaInhoud)
        register_conceptpagina("programma", teken_concept)
        register_documentdeel(maak_delen)
        taken.register_werk(besluiten.WERK, besluiten.bekijk, titel="Beslisregels nalopen")
        taken.register_werk(links.WERK, links.mail_link, titel="Een link mailen")
        # Only a wake-up: what is decided stands in `besluiten`. `monitor` does not know who listens.
        post_save.connect(
            besluiten.bij_publicatie, sender="monitor.Publicatie", dispatch_uid="beslisregels"
        )
