"""The attacker: what can a reader know of a hidden count, from everything that was published?

Knows nothing of `afscherming` and shares no code with it: its input is the publication itself, with
nulls, and the structure that everybody can see. Whole numbers throughout. Source: METHODEN A4.7.
"""

from monitor.regels.aanvaller.aanval import Interval, attack
from monitor.regels.aanvaller.kennis import Tegenspraak
from monitor.regels.aanvaller.oordeel import Lek, lekken

__all__ = ["Interval", "Lek", "Tegenspraak", "attack", "lekken"]
