"""The tables of the programmes, a file a family."""

from programma.models.besluit import Beslisregel, Besluit
from programma.models.bijwerklink import Bijwerklink
from programma.models.cijfers import Aannamestand, OnderdeelIndicator
from programma.models.functiehouder import Functiehouder
from programma.models.mijlpaal import Mijlpaal, Mijlpaaldeel
from programma.models.programma import Onderdeel, Programma
from programma.models.risico import Budgetregel, Risico, Risicostand
from programma.models.verslag import Herplanning, Stand

__all__ = [
    "Aannamestand",
    "Beslisregel",
    "Besluit",
    "Bijwerklink",
    "Budgetregel",
    "Functiehouder",
    "Herplanning",
    "Mijlpaal",
    "Mijlpaaldeel",
    "Onderdeel",
    "OnderdeelIndicator",
    "Programma",
    "Risico",
    "Risicostand",
    "Stand",
]
