"""The tables of the monitor, a file a family."""

from monitor.models.aanlevering import Aanlevering
from monitor.models.cijfers import Reeks, ReeksCategorie, Waarneming, Wijziging
from monitor.models.gemeente import Gemeente, Lidmaatschap
from monitor.models.publicatie import Publicatie, Taak
from monitor.models.raadsmoment import Raadsmoment
from monitor.models.register import Categorie, Definitieversie, Dimensie, Domein, Indicator
from monitor.models.stap import Tekstcontrole, UitgaveStap
from monitor.models.tijd import Periode
from monitor.models.uitgave import Blok, Blokregel, Hoofdstuk, Uitgave

__all__ = [
    "Aanlevering",
    "Blok",
    "Blokregel",
    "Categorie",
    "Definitieversie",
    "Dimensie",
    "Domein",
    "Gemeente",
    "Hoofdstuk",
    "Indicator",
    "Lidmaatschap",
    "Periode",
    "Publicatie",
    "Raadsmoment",
    "Reeks",
    "ReeksCategorie",
    "Taak",
    "Tekstcontrole",
    "Uitgave",
    "UitgaveStap",
    "Waarneming",
    "Wijziging",
]
