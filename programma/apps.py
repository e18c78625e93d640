"""App configuration of the programmes; registers its block with the monitor."""

from django.apps import AppConfig


class ProgrammaConfig(AppConfig):
    name = "programma"
    verbose_name = "Programma's"
