"""The tables of the programmes, a file a family."""

from programma.models.mijlpaal import Mijlpaal, Mijlpaaldeel
from programma.models.programma import Onderdeel, OnderdeelIndicator, Programma
from programma.models.risico import Budgetregel, Risico
from programma.models.verslag import Herplanning, Stand

__all__ = [
    "Budgetregel",
    "Herplanning",
    "Mijlpaal",
    "Mijlpaaldeel",
    "Onderdeel",
    "OnderdeelIndicator",
    "Programma",
    "Risico",
    "Stand",
]
