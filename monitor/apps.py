"""App configuration of the monitor."""

from django.apps import AppConfig


class MonitorConfig(AppConfig):
    name = "monitor"
    verbose_name = "Raadsmonitor"
