"""Disclosure control: which figures must be hidden so that no small count of people can be known.

`protect` decides for all cells of a release and all relations between them at once, `publish` makes
the only thing that leaves. Nothing here is checked by itself: `monitor.regels.aanvaller` is separate
code that computes from what was published what a reader could know. Source: METHODEN part A.
"""

from monitor.regels.afscherming.bedragen import RUIMTE, Bedragen, dek_bedragen
from monitor.regels.afscherming.beschermen import protect
from monitor.regels.afscherming.delen import Delen, dek_delen
from monitor.regels.afscherming.fouten import SdcError
from monitor.regels.afscherming.model import (
    Cell,
    Linear,
    Pattern,
    Policy,
    Relation,
    Status,
    Sum,
    Unique,
)
from monitor.regels.afscherming.primair import TELT_MENSEN, is_klein, tweede_cel
from monitor.regels.afscherming.uitgeven import Snapshot, derived_visible, publish

__all__ = [
    "RUIMTE",
    "TELT_MENSEN",
    "Bedragen",
    "Cell",
    "Delen",
    "Linear",
    "Pattern",
    "Policy",
    "Relation",
    "SdcError",
    "Snapshot",
    "Status",
    "Sum",
    "Unique",
    "dek_bedragen",
    "dek_delen",
    "derived_visible",
    "is_klein",
    "protect",
    "publish",
    "tweede_cel",
]
