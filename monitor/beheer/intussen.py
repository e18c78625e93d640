"""Two people at one form: who saves second sees what the first changed, and nothing is overwritten.

The page carries a mark: of each field, and of the rows below the form, a short fingerprint of what it
showed. When that differs from the database at saving, the form comes back with what changed, with what
the person typed, and with the new value of every field that he did not touch himself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import QueryDict
from django.utils import timezone

NAAM = "_intussen"  # the hidden field
KORT = 160
# What the program keeps for itself and nobody edits in a form.
_EIGEN = ("id", "history")


def _hash(waarde: object) -> str:
    return sha256(repr(waarde).encode()).hexdigest()[:10]


def _waarde(obj: models.Model, veld: models.Field[Any, Any]) -> object:
    waarde = veld.value_from_object(obj)
    return str(waarde) if isinstance(veld, models.FileField | models.DecimalField) else waarde


def merk(obj: models.Model, onder: Iterable[tuple[str, models.QuerySet[Any]]]) -> dict[str, str]:
    """Name of the field, or of the rows below, → fingerprint. One query for each set of rows."""
    velden = {
        v.name: _hash(_waarde(obj, v)) for v in obj._meta.concrete_fields if v.name not in _EIGEN
    }
    return velden | {
        f"+{naam}": _hash(sorted(rijen.values_list(), key=repr)) for naam, rijen in onder
    }


def lees(tekst: str) -> dict[str, str]:
    """The mark as the page posted it; empty when it is missing or damaged."""
    try:
        gelezen = json.loads(tekst)
    except ValueError:
        return {}
    return gelezen if isinstance(gelezen, dict) else {}


def schrijf(mark: dict[str, str]) -> str:
    return json.dumps(mark, sort_keys=True, separators=(",", ":"))


def verschillen(toen: dict[str, str], nu: dict[str, str]) -> list[str]:
    """Names of what another changed since the page was shown."""
    return [naam for naam, som in nu.items() if naam in toen and toen[naam] != som]


def in_woorden(obj: models.Model, namen: Iterable[str]) -> list[str]:
    """What stands there now, for each name, and who was the last to save."""
    regels = []
    for naam in namen:
        if naam.startswith("+"):
            regels.append(
                f"{naam[1:].capitalize()}: er is een rij veranderd, toegevoegd of weggehaald."
            )
            continue
        veld = obj._meta.get_field(naam)
        tekst = str(_toon(obj, naam))
        kort = tekst if len(tekst) <= KORT else f"{tekst[:KORT].rstrip()}…"
        label = str(getattr(veld, "verbose_name", naam))
        regels.append(f"{label[:1].upper()}{label[1:]}: nu staat er ‘{kort}’.")
    return regels


def _toon(obj: models.Model, naam: str) -> object:
    keuze = getattr(obj, f"get_{naam}_display", None)
    waarde = keuze() if keuze else getattr(obj, naam)
    return "" if waarde is None else waarde


def wie(obj: models.Model) -> str:
    """Who saved it last, and when, as far as the log knows."""
    soort = ContentType.objects.get_for_model(obj)
    rijen = LogEntry.objects.filter(content_type=soort, object_id=str(obj.pk))
    laatste = rijen.select_related("user").order_by("-action_time").first()
    if laatste is None:
        return "Iemand anders"
    return f"{laatste.user} (om {timezone.localtime(laatste.action_time):%H:%M})"


def melding(obj: models.Model, namen: list[str]) -> list[str]:
    """What the person reads above the form."""
    return [
        f"{wie(obj)} heeft dit intussen veranderd. Er is niets overschreven. Wat u zelf invulde staat "
        "er nog; velden die u niet aanraakte hebben de nieuwe waarde. Kijk het na en bewaar opnieuw.",
        *in_woorden(obj, namen),
    ]


def neem_over(form: Any, toen: dict[str, str], namen: Iterable[str]) -> None:
    """Fields that another changed and this person did not: show the new value."""
    data: QueryDict = form.data.copy()
    for naam in namen:
        if naam not in form.fields or naam not in form.cleaned_data:
            continue
        veld = form.instance._meta.get_field(naam)
        gepost = form.cleaned_data[naam]
        eigen = gepost.pk if isinstance(gepost, models.Model) else gepost
        if _hash(eigen if not isinstance(veld, models.DecimalField) else str(eigen)) != toen[naam]:
            continue
        _zet(data, form, naam)
    form.data = data


def _zet(data: QueryDict, form: Any, naam: str) -> None:
    """Write the value of the database as the browser would post it."""
    gebonden = form[naam]
    waarde = gebonden.field.prepare_value(form.get_initial_for_field(gebonden.field, naam))
    if gebonden.field.widget.__class__.__name__ == "CheckboxInput":
        data.pop(gebonden.html_name, None)
        if waarde:
            data[gebonden.html_name] = "on"
        return
    if hasattr(gebonden.field.widget, "widgets"):
        for i, deel in enumerate(gebonden.field.widget.decompress(waarde)):
            data[f"{gebonden.html_name}_{i}"] = (
                gebonden.field.widget.widgets[i].format_value(deel) or ""
            )
        return
    opgemaakt = gebonden.field.widget.format_value(waarde)
    data[gebonden.html_name] = (opgemaakt[0] if isinstance(opgemaakt, list) else opgemaakt) or ""
