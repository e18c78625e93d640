"""App configuration of the monitor."""

from importlib import import_module

from django.apps import AppConfig


class MonitorConfig(AppConfig):
    name = "monitor"
    verbose_name = "Raadsmonitor"

    def ready(self) -> None:
        import_module("monitor.invoer.twijfels")  # keeps doubts in step with every delivery
