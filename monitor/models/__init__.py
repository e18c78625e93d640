"""The tables of the monitor, a file a family."""

from monitor.models.aanlevering import Aanlevering
from monitor.models.bevinding import Bevinding
from monitor.models.blok import Blok, Blokregel
from monitor.models.bronindeling import Bronindeling
from monitor.models.cijfers import Cijferstand, Reeks, ReeksCategorie, Waarneming, Wijziging
from monitor.models.cockpit import Akkoord, BewustLeeg, Eigenaar, Herinnering
from monitor.models.gemeente import Gemeente, Lidmaatschap
from monitor.models.inbreng import Inbreng, Lezersvraag
from monitor.models.mailbericht import Mailbericht
from monitor.models.nota import Notasectie, Notatekst, Notavorm
from monitor.models.publicatie import Publicatie, PublicatieBestand, Taak
from monitor.models.raadsmoment import Raadsmoment
from monitor.models.register import Categorie, Definitieversie, Dimensie, Domein, Indicator
from monitor.models.stap import Tekstcontrole, UitgaveStap
from monitor.models.tijd import Periode
from monitor.models.twijfel import Controleregel, Twijfel
from monitor.models.uitgave import Hoofdstuk, Uitgave
from monitor.models.verzoek import Publicatieverzoek

__all__ = [
    "Aanlevering",
    "Akkoord",
    "Bevinding",
    "BewustLeeg",
    "Blok",
    "Blokregel",
    "Bronindeling",
    "Categorie",
    "Cijferstand",
    "Controleregel",
    "Definitieversie",
    "Dimensie",
    "Domein",
    "Eigenaar",
    "Gemeente",
    "Herinnering",
    "Hoofdstuk",
    "Inbreng",
    "Indicator",
    "Lezersvraag",
    "Lidmaatschap",
    "Mailbericht",
    "Notasectie",
    "Notatekst",
    "Notavorm",
    "Periode",
    "Publicatie",
    "PublicatieBestand",
    "Publicatieverzoek",
    "Raadsmoment",
    "Reeks",
    "ReeksCategorie",
    "Taak",
    "Tekstcontrole",
    "Twijfel",
    "Uitgave",
    "UitgaveStap",
    "Waarneming",
    "Wijziging",
]
