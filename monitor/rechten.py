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
_REDACTIE = ("uitgave", "hoofdstuk", "blok", "blokregel", "notatekst")
_NOTA = ("notavorm", "notasectie")
_PROGRAMMA = (
    "programma",
    "onderdeel",
    "onderdeelindicator",
    "aannamestand",
    "mijlpaal",
    "mijlpaaldeel",
    "stand",
    "herplanning",
    "risico",
    "risicostand",
    "budgetregel",
    "functiehouder",
)
# What was agreed about bounds, and what was decided. The program makes a decision, people fill it in.
_BESLUITEN = ("beslisregel", "besluit")


def _perms(app: str, models_: Iterable[str], acties: Iterable[str]) -> set[str]:
    return {f"{app}.{actie}_{model}" for model in models_ for actie in acties}


_LEESBAAR = _perms(
    "monitor", (*_REGISTER, "periode", "reeks", *_REDACTIE, *_NOTA, "bevinding"), LEZEN
) | _perms("programma", (*_PROGRAMMA, *_BESLUITEN), LEZEN)
_INVOER = (
    _perms("monitor", ("waarneming",), SCHRIJVEN)
    | _perms("monitor", ("wijziging",), LEZEN)
    | _perms("monitor", ("aanlevering",), ("view", "add"))
    | _perms("monitor", ("twijfel",), ("view", "change"))
    | _perms("monitor", ("bronindeling",), ("view", "change"))
    | _perms("monitor", ("controleregel", "eigenaar"), LEZEN)
)

_RAAD = _perms("monitor", ("inbreng",), ALLES) | _perms(
    "monitor", ("lezersvraag",), ("view", "change")
)

RECHTEN: dict[str, frozenset[str]] = {
    Rol.INVOERDER: frozenset(_LEESBAAR | _INVOER | {"monitor.view_inbreng"}),
    Rol.REDACTEUR: frozenset(
        _LEESBAAR
        | _INVOER
        | _perms("monitor", (*_REGISTER, *_REDACTIE, *_NOTA), ALLES)
        | _perms("monitor", ("raadsmoment",), ALLES)
        | {"monitor.change_bevinding"}
        | {"monitor.preview_uitgave", "monitor.submit_uitgave", "monitor.view_publicatie"}
        | _perms("monitor", ("eigenaar",), ALLES)
        | _perms("monitor", ("bronindeling",), ("delete",))
        | _perms("monitor", ("herinnering",), LEZEN)
        | {"monitor.approve_uitgave"}
        | _RAAD
    ),
    Rol.PROGRAMMAMANAGER: frozenset(
        _LEESBAAR
        | _perms("programma", _PROGRAMMA, ALLES)
        | _perms("programma", ("beslisregel", "bijwerklink"), SCHRIJVEN)
        | _perms("programma", ("besluit",), ("view", "change"))
        | _perms("monitor", ("aanlevering",), ("view", "add"))
        | {"monitor.preview_uitgave", "monitor.view_publicatie"}
    ),
    # Who leads a part of a programme reports on his own lines; which those are, the programme says.
    Rol.TREKKER: frozenset(_perms("programma", _PROGRAMMA, LEZEN) | {"programma.add_stand"}),
    Rol.PUBLICIST: frozenset(
        _LEESBAAR
        | _perms("monitor", ("raadsmoment",), ALLES)
        | {
            "monitor.change_uitgave",
            "monitor.change_bevinding",
            "monitor.preview_uitgave",
            "monitor.submit_uitgave",
            "monitor.adopt_uitgave",
            "monitor.publish_uitgave",
            "monitor.correct_uitgave",
            "monitor.view_publicatie",
            "monitor.view_taak",
        }
        | _RAAD
    ),
    # Who writes down what the council says. No figures, no texts of the edition.
    Rol.GRIFFIER: frozenset(
        _LEESBAAR
        | _RAAD
        | _perms("monitor", ("raadsmoment",), ALLES)
        | {"monitor.preview_uitgave", "monitor.view_publicatie"}
    ),
    Rol.BEHEERDER: frozenset(
        _LEESBAAR
        | _perms("monitor", ("waarneming", "wijziging", "aanlevering"), LEZEN)
        | _perms("monitor", ("twijfel", "herinnering"), LEZEN)
        | _perms("monitor", ("controleregel", "eigenaar"), ALLES)
        | _perms("monitor", ("bronindeling",), ("view", "change", "delete"))
        | _perms("monitor", (*_REGISTER, *_NOTA), ALLES)
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


# Which roles a role may hand out in its own gemeente, never to itself. Nobody hands out superuser.
TE_GEVEN: dict[str, frozenset[str]] = {Rol.BEHEERDER: frozenset(Rol.values)}


def rollen_met(perm: str) -> tuple[str, ...]:
    """The roles that hold a right such as `monitor.change_waarneming`."""
    return tuple(rol for rol, rechten in RECHTEN.items() if perm in rechten)


def gemeenten_met(user: object, perm: str) -> models.QuerySet[Gemeente]:
    """The gemeenten in which the user holds the right. Every staff queryset starts here."""
    rollen = rollen_met(perm)
    if not getattr(user, "is_active", False) or not (
        rollen or getattr(user, "is_superuser", False)
    ):
        return Gemeente.objects.none()
    return Gemeente.objects.for_user(user, rollen)


def rollen_van(user: object) -> dict[int, set[str]]:
    """Roles of the user by gemeente, read once for each user object (so once a request)."""
    if not hasattr(user, "_rollen_per_gemeente"):
        rollen: dict[int, set[str]] = {}
        leden = Lidmaatschap.objects.filter(user_id=getattr(user, "pk", None) or 0)
        for gemeente_id, rol in leden.values_list("gemeente_id", "rol"):
            rollen.setdefault(gemeente_id, set()).add(rol)
        user._rollen_per_gemeente = rollen  # type: ignore[attr-defined]
    return user._rollen_per_gemeente  # type: ignore[attr-defined]


def mag(user: object, perm: str, gemeente_id: int | None = None) -> bool:
    """Whether the user holds the right in this gemeente; without one, in any gemeente at all."""
    if not getattr(user, "is_active", False):
        return False
    if getattr(user, "is_superuser", False):
        return True
    rollen = rollen_van(user)
    gekozen = [rollen.get(gemeente_id, set())] if gemeente_id is not None else rollen.values()
    return any(perm in RECHTEN[rol] for groep in gekozen for rol in groep)


def mag_geven(user: object, rol: str, gemeente_id: int | None = None) -> bool:
    """Whether the user may give this role in this gemeente (without one: in any gemeente)."""
    if getattr(user, "is_superuser", False):
        return True
    rollen = rollen_van(user)
    gekozen = [rollen.get(gemeente_id, set())] if gemeente_id is not None else rollen.values()
    return any(rol in TE_GEVEN.get(eigen, ()) for groep in gekozen for eigen in groep)


def heeft_beheer(user: object) -> bool:
    """Whether there is anything in the admin for this user. Not for a council member."""
    if not getattr(user, "is_active", False):
        return False
    return bool(getattr(user, "is_superuser", False)) or any(
        RECHTEN[rol] for groep in rollen_van(user).values() for rol in groep
    )


def werkt_in_meer_gemeenten(user: object) -> bool:
    return bool(getattr(user, "is_superuser", False)) or len(rollen_van(user)) > 1


class LidmaatschapBackend(BaseBackend):
    """Answers `has_perm` from the memberships; it authenticates nobody."""

    def has_perm(self, user_obj, perm: str, obj: object = None) -> bool:
        if obj is None:
            return mag(user_obj, perm)
        gemeente = gemeente_van(obj)
        return gemeente is not None and mag(user_obj, perm, gemeente.pk)

    def has_module_perms(self, user_obj, app_label: str) -> bool:
        if not user_obj.is_active:
            return False
        return any(
            recht.startswith(f"{app_label}.")
            for groep in rollen_van(user_obj).values()
            for rol in groep
            for recht in RECHTEN[rol]
        )


# Through which field an object without a gemeente of its own belongs to one. In this order.
EIGENAAR = (
    "programma",
    "beslisregel",
    "blok",
    "hoofdstuk",
    "uitgave",
    "reeks",
    "waarneming",
    "dimensie",
    "mijlpaal",
    "onderdeel",
    "vorm",
    "koppeling",
    "risico",
    "indicator",
)


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


def pad_van(model: type[models.Model]) -> str:
    """The lookup from a model to its gemeente: `gemeente`, `uitgave__gemeente`; `pk` for itself.

    Raises `LookupError` when the model belongs to no gemeente.
    """
    if model is Gemeente:
        return "pk"
    velden = {veld.name: veld for veld in model._meta.fields if veld.is_relation}
    if "gemeente" in velden:
        return "gemeente"
    for naam in EIGENAAR:
        if naam in velden and not velden[naam].null and (eigenaar := velden[naam].related_model):
            return f"{naam}__{pad_van(eigenaar)}"
    raise LookupError(f"{model._meta.label} belongs to no gemeente")
