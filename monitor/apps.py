"""App configuration of the monitor."""

from importlib import import_module

from django.apps import AppConfig


class MonitorConfig(AppConfig):
    name = "monitor"
    verbose_name = "Raadsmonitor"

    def ready(self) -> None:
        from django.db.models.signals import post_save

        documenten = import_module("monitor.publiceren.documenten")
        post_save.connect(
            documenten.bij_publicatie, sender="monitor.Publicatie", dispatch_uid="bestanden"
        )
        import_module("monitor.invoer.twijfels")  # keeps doubts in step with every delivery
