"""Who may do what: roles to actions, and the authentication backend that answers from memberships.

The table is the one place where rights are decided; the admin, the views and the tests read it.
"""

from collections.abc import Iterable

from django.contrib.auth.backends import BaseBackend
from django.db import models

from monitor.models.enums import Rol
from monitor.models.gemeente import Gemeente, Lidmaatschap

LEZEN = ("view",)
SCHRIJVEN = ("view", "add", "change")
ALLES = ("view", "add", "change", "delete")

_REGISTER = ("domein", "indicator", "definitieversie", "dimensie", "categorie")
_REDACTIE = ("uitgave", "hoofdstuk", "blok", "blokregel")
_PROGRAMMA = (
    "programma",
    "onderdeel",
    "onderdeelindicator",
    "mijlpaal",
    "stand",
    "risico",
    "budgetregel",
)


def _perms(app: str, models_: Iterable[str], acties: Iterable[str]) -> set[str]:
    return {f"{app}.{actie}_{model}" for model in models_ for actie in acties}


_LEESBAAR = _perms("monitor", (*_REGISTER, "periode", "reeks", *_REDACTIE), LEZEN) | _perms(
    "programma", _PROGRAMMA, LEZEN
)
_INVOER = (
    _perms("monitor", ("waarneming",), SCHRIJVEN)
    | _perms("monitor", ("wijziging",), LEZEN)
    | _perms("monitor", ("aanlevering",), ("view", "add"))
)

RECHTEN: dict[str, frozenset[str]] = {
    Rol.INVOERDER: frozenset(_LEESBAAR | _INVOER),
    Rol.REDACTEUR: frozenset(
        _LEESBAAR
        | _INVOER
        | _perms("monitor", (*_REGISTER, *_REDACTIE), ALLES)
        | {"monitor.preview_uitgave", "monitor.view_publicatie"}
    ),
    Rol.PROGRAMMAMANAGER: frozenset(
        _LEESBAAR
        | _perms("programma", _PROGRAMMA, ALLES)
        | _perms("monitor", ("aanlevering",), ("view", "add"))
        | {"monitor.preview_uitgave", "monitor.view_publicatie"}
    ),
    Rol.PUBLICIST: frozenset(
        _LEESBAAR
        | {
            "monitor.change_uitgave",
            "monitor.preview_uitgave",
            "monitor.publish_uitgave",
            "monitor.view_publicatie",
            "monitor.view_taak",
        }
    ),
    Rol.BEHEERDER: frozenset(
        _LEESBAAR
        | _perms("monitor", ("waarneming", "wijziging", "aanlevering"), LEZEN)
        | _perms("monitor", (*_REGISTER,), ALLES)
        | _perms("monitor", ("lidmaatschap",), ALLES)
        | _perms("auth", ("user",), SCHRIJVEN)
        | {
            "monitor.view_gemeente",
            "monitor.change_gemeente",
            "monitor.preview_uitgave",
            "monitor.view_publicatie",
            "monitor.view_taak",
        }
    ),
    Rol.RAADSLID: frozenset(),
}


def rollen_met(perm: str) -> tuple[str, ...]:
    """The roles that hold a right such as `monitor.change_waarneming`."""
    return tuple(rol for rol, rechten in RECHTEN.items() if perm in rechten)


def gemeenten_met(user: object, perm: str) -> models.QuerySet[Gemeente]:
    """The gemeenten in which the user holds the right. Every staff queryset starts here."""
    return Gemeente.objects.for_user(user, rollen_met(perm))


class LidmaatschapBackend(BaseBackend):
    """Answers `has_perm` from the memberships; it authenticates nobody."""

    def has_perm(self, user_obj, perm: str, obj: object = None) -> bool:
        if not user_obj.is_active or user_obj.is_anonymous:
            return False
        rollen = Lidmaatschap.objects.filter(user=user_obj, rol__in=rollen_met(perm))
        if obj is None:
            return rollen.exists()
        gemeente = gemeente_van(obj)
        return gemeente is not None and rollen.filter(gemeente=gemeente).exists()

    def has_module_perms(self, user_obj, app_label: str) -> bool:
        rollen = Lidmaatschap.objects.filter(user_id=user_obj.pk).values_list("rol", flat=True)
        return any(p.startswith(f"{app_label}.") for rol in rollen for p in RECHTEN[rol])


def gemeente_van(obj: object) -> Gemeente | None:
    """The gemeente that owns the object: its own field, or that of what it belongs to."""
    if isinstance(obj, Gemeente):
        return obj
    if (gemeente := getattr(obj, "gemeente", None)) is not None:
        return gemeente
    for naam in EIGENAAR:
        if (eigenaar := getattr(obj, naam, None)) is not None:
            return gemeente_van(eigenaar)
    return None


# Through which field an object without a gemeente of its own belongs to one.
EIGENAAR = (
    "indicator",
    "dimensie",
    "uitgave",
    "hoofdstuk",
    "blok",
    "reeks",
    "waarneming",
    "programma",
    "onderdeel",
    "mijlpaal",
)
