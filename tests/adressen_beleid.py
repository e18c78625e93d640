"""What each address may answer to whom: a small table, written down apart from the code.

A route that is not here has no decision, and the walk fails on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth import get_user_model

from monitor import rechten
from monitor.models import (
    Aanlevering,
    Bronindeling,
    Gemeente,
    Herinnering,
    Lezersvraag,
    Publicatie,
    Taak,
    Twijfel,
    Waarneming,
)
from monitor.models.enums import Rol
from programma.models import Besluit

# Page of the admin → right to look, right to post. The right is of the model, unless it has a dot.
BEHEER = {
    "changelist": ("view", "view"),
    "add": ("add", "add"),
    "change": ("view", "change"),
    "delete": ("delete", "delete"),
    "history": ("view", "view"),
    "inloglink": ("change", "change"),
    "opbouw": ("view", "monitor.change_blok"),
    "voorbeeld": ("preview", "preview"),
    "voorbeeld_pagina": ("preview", "preview"),
    "vervolg": ("add", "add"),
    "beweringen": ("view", "monitor.change_bevinding"),
    "publiceren": ("publish", "publish"),
    "intrekken": ("publish", "publish"),
    "weg": ("preview", "submit"),
    "kalender": ("view", "view"),
    "afhandelen": ("monitor.change_lezersvraag", "monitor.change_lezersvraag"),
    "teksten": ("view", "monitor.change_hoofdstuk"),
    "nota": ("view", "monitor.change_notatekst"),
    "naast": ("preview", "preview"),
    "correctie": ("correct", "correct"),
    "json": ("view", "view"),
    "voortgang": ("view", "view"),
    "voortgang_json": ("view", "view"),
    "indeling": ("view", "programma.change_onderdeel"),
    "exporteren": ("view", "view"),
    "indelen": ("change", "change"),
    "cockpit": ("monitor.view_waarneming", "monitor.view_waarneming"),
    "akkoord": ("monitor.approve_uitgave", "monitor.approve_uitgave"),
    "twijfels": ("monitor.view_twijfel", "monitor.change_twijfel"),
    "leeg": ("monitor.change_waarneming", "monitor.change_waarneming"),
    "hercontrole": ("monitor.change_twijfel", "monitor.change_twijfel"),
    "rooster": ("monitor.view_waarneming", "monitor.change_waarneming"),
    "rooster_cellen": ("monitor.change_waarneming", "monitor.change_waarneming"),
    "rooster_xlsx": ("monitor.view_waarneming", "monitor.view_waarneming"),
    "rooster_ods": ("monitor.view_waarneming", "monitor.view_waarneming"),
    "rooster_inleveren": ("monitor.change_waarneming", "monitor.change_waarneming"),
}
# Deliveries have pages of their own: who may, what to look, what to post. Colleagues' deliveries are
# for who keeps the register; a delivery of the world was made by nobody, so nobody confirms it.
IMPORTEERT = {Rol.INVOERDER, Rol.REDACTEUR, Rol.PROGRAMMAMANAGER, Rol.BEHEERDER}
LEEST_CIJFERS = {Rol.INVOERDER, Rol.REDACTEUR, Rol.BEHEERDER}
REGISTER = {Rol.REDACTEUR, Rol.BEHEERDER}
AANLEVERING = {
    "add": (set(Rol.values), {302}, {302}),  # sends on to the import
    "import": (IMPORTEERT, {200}, {200}),
    "process_import": (IMPORTEERT, {405}, {404}),
    "export": (LEEST_CIJFERS, {200}, {200}),
    "sjabloon": ({Rol.INVOERDER, Rol.REDACTEUR}, {200}, {405}),
    "bestand": (REGISTER, {200}, {405}),
    "intrekken": (set(), {405}, {404}),
    "voortgang": (REGISTER, {200}, {405}),
    "stoppen": (set(), {405}, {404}),
    "opnieuw": (set(), {405}, {404}),
    "indelen": (set(), {404}, {404}),
    "terugdraaien": ({Rol.REDACTEUR}, {200}, {200, 302}),
    "meldingen": (REGISTER, {404}, {405}),  # the file of the world was not refused
    "change": (REGISTER, {200}, {403}),
    "history": (REGISTER, {200}, {200}),
    "delete": (set(), {403}, {403}),
}
PER_LEVERING = {
    "bestand",
    "intrekken",
    "voortgang",
    "stoppen",
    "opnieuw",
    "indelen",
    "terugdraaien",
    "meldingen",
    "change",
    "history",
}

# What nobody may do in the admin, support neither: such rows are written by the program alone.
NOOIT = {
    (Waarneming, "delete"),
    (Gemeente, "delete"),
    (get_user_model(), "delete"),
    (Besluit, "add"),
    (Bronindeling, "add"),
    (Besluit, "delete"),
    *((Lezersvraag, actie) for actie in ("add", "change", "delete")),
    *((Twijfel, actie) for actie in ("add", "delete")),
    *(
        (model, actie)
        for model in (Publicatie, Taak, Herinnering)
        for actie in ("add", "change", "delete")
    ),
}
ALLEEN_SUPPORT = {(Gemeente, "add")}

# Pages without an object: for everybody who has anything to do in the admin.
BEHEER_VOOR_ALLEN = {"index", "login", "jsi18n", "app_list", "autocomplete", None}

# Pages for everybody, with what they may answer.
OPEN = {
    "gezondheid": {200, 405, 503},
    "inloggen": {200, 405},
    "wachtwoord": {200, 302, 405},
    "wachtwoord_klaar": {200, 302, 405},
    "nieuw_wachtwoord": {200, 302, 405},
    "uitloggen": {302, 405, 200},
    "bijwerkdatum": {200, 405},  # reads words as a date; holds no data
    "bijwerklink": {404, 405, 429},  # the walk has no link that works
    "weergave:start": {200, 405},
    "weergave:thema": {200, 405},
    "weergave:robots": {200, 405},
    "weergave:sitemap": {200, 405},
    "weergave:feed": {200, 405},
    "api:schema": {200, 204, 405},
    "api:openapi": {200, 204, 405},
    "api:gemeenten": {200, 204, 405},
    "api:gemeente": {200, 204, 405},
    "api:uitgaven": {200, 204, 405},
    "api:onbekend": {404, 204, 405},
}
# The API shows everybody the same: what is open, also to who may see more on the pages.
APIBRONNEN = {
    "uitgave", "versies", "hoofdstukken", "hoofdstuk", "indicatoren", "indicator", "cijfers", "programmas", "programma",
}  # fmt: skip
# Reader pages of a gemeente, and of one edition.
GEMEENTEPAGINAS = {
    "gemeente", "uitgaven", "over", "toegankelijkheid", "vergelijken", "zoeken", "gemeentefeed", "alles",
    "catalogus_ttl", "catalogus_jsonld",
}  # fmt: skip
UITGAVEPAGINAS = {
    "uitgave",
    "hoofdstuk",
    "nota",
    "cijfers",
    "cijfer",
    "bestand",
    "bestanden",
    "grafiek",
    "vragen",
}
PROGRAMMAPAGINAS = {"programma", "onderdeel", "mijlpalen"}

# The update page of a programme: the right to look, to post, and what a post may answer.
BIJWERKEN = {
    "overzicht": ("programma.add_stand", "programma.add_stand", {405}),
    "programma": ("programma.add_stand", "programma.add_stand", {200, 302}),
    "hiaten": ("programma.view_programma", "programma.view_programma", {405}),
    "links": ("programma.view_bijwerklink", "programma.add_bijwerklink", {200, 302}),
    "intrekken": ("programma.change_bijwerklink", "programma.change_bijwerklink", {302}),
}


@dataclass(frozen=True)
class Route:
    """One address with filled in parts: of whom it is, and which state it shows."""

    patroon: str
    ruimte: str  # namespace
    naam: str | None
    pad: str
    gemeente: str = ""
    stand: str = ""
    model: type | None = None

    @property
    def is_beheer(self) -> bool:
        return self.ruimte.startswith("admin")


class GeenBeleid(Exception):
    """An address about which nothing was decided."""


def mag_zijn(route: Route, wie: str, methode: str) -> set[int]:
    """The statuses that were decided for this route, this person and this method."""
    if route.is_beheer:
        return _beheer(route, wie, methode)
    volledig = f"{route.ruimte}:{route.naam}" if route.ruimte else str(route.naam)
    if volledig in OPEN:
        return OPEN[volledig]
    if route.ruimte == "api" and route.naam in APIBRONNEN:
        if methode in ("GET", "HEAD"):
            return {200} if route.stand == "openbaar" else {404}
        return {204} if methode == "OPTIONS" else {405}
    if route.ruimte not in ("weergave", "programma"):
        raise GeenBeleid(volledig)
    lezen = methode in ("GET", "HEAD")
    if route.naam == "vraag":  # a reader asks: an empty post is told what misses
        if not _mag_lezen(route, wie):
            return {404, 405}
        return {200, 429} if lezen or methode == "POST" else {405}
    if route.naam in GEMEENTEPAGINAS:
        return {200} if lezen else {405}
    if route.naam in UITGAVEPAGINAS | PROGRAMMAPAGINAS:
        if _mag_lezen(route, wie):
            return {200} if lezen else {405}
        return {404} if lezen else {404, 405}
    raise GeenBeleid(volledig)


def _mag_lezen(route: Route, wie: str) -> bool:
    if route.stand == "openbaar":
        return True
    eigen = wie == "support" or (wie != "anoniem" and route.gemeente == "aadorp")
    return route.stand == "raad" and eigen


def _beheer(route: Route, wie: str, methode: str) -> set[int]:
    if methode not in ("GET", "HEAD", "POST") and route.naam != "login":
        return {405}
    if wie == "anoniem":
        return {302}
    if wie == Rol.RAADSLID:
        return {302} if route.naam == "login" else {403}
    if route.ruimte == "admin_bijwerken":
        return _bijwerken(route, wie, methode)
    if route.model is None:
        if route.naam not in BEHEER_VOOR_ALLEN:
            raise GeenBeleid(f"admin:{route.naam}")
        return {200, 302, 403, 404, 405}
    return _objectpagina(route, wie, methode)


def _objectpagina(route: Route, wie: str, methode: str) -> set[int]:
    pagina = _pagina(route)
    if route.model is Aanlevering and pagina in AANLEVERING:
        return _aanlevering(route, wie, methode, pagina)
    if pagina is None:  # `<object_id>/` sends on to the form, whoever's it is
        return {302, 405}
    if pagina not in BEHEER:
        raise GeenBeleid(f"admin:{route.naam}")
    actie = BEHEER[pagina][methode == "POST"]
    if (route.model, actie) in NOOIT or (
        (route.model, actie) in ALLEEN_SUPPORT and wie != "support"
    ):
        return {403, 404, 405}
    vreemd = route.gemeente == "beestad" and wie != "support"
    if not _heeft_recht(route, wie, actie):
        return {403, 404, 405} if vreemd else {403, 405}
    if vreemd:
        return {404, 405}
    if pagina in ("voorbeeld", "voorbeeld_pagina", "json"):
        return {200} if methode in ("GET", "HEAD") else {405}
    if pagina == "opbouw" and methode == "POST":
        return {302, 404}  # an empty form names nothing to move
    return {200, 302, 405} if methode == "POST" else {200, 405}


def _aanlevering(route: Route, wie: str, methode: str, pagina: str) -> set[int]:
    rollen, kijken, posten = AANLEVERING[pagina]
    if wie == "support" or (wie == "alles" and rollen) or wie in rollen:
        if route.gemeente == "beestad" and wie != "support" and pagina in PER_LEVERING:
            return {404, 405}
        if methode == "HEAD":
            return kijken | {403, 405}
        return (posten if methode == "POST" else kijken) | {405}
    return {403, 404, 405}


def _bijwerken(route: Route, wie: str, methode: str) -> set[int]:
    if route.naam not in BIJWERKEN:
        raise GeenBeleid(f"admin_bijwerken:{route.naam}")
    kijken, posten, uitslag = BIJWERKEN[route.naam]
    is_post = methode == "POST"
    rollen = Rol.values if wie == "alles" else [wie]
    recht = posten if is_post else kijken
    verkeerd = {405} if (route.naam == "intrekken" and not is_post) or uitslag == {405} else set()
    if wie != "support" and not any(recht in rechten.RECHTEN[rol] for rol in rollen):
        return {403} | verkeerd
    if route.gemeente == "beestad" and wie != "support":
        return {404} | verkeerd
    if is_post:
        return uitslag
    return {200, 302} if route.naam != "intrekken" else {405}


def _pagina(route: Route) -> str | None:
    if route.naam is None:
        return None
    begin = f"{route.model._meta.app_label}_{route.model._meta.model_name}_"
    return route.naam.removeprefix(begin)


def _heeft_recht(route: Route, wie: str, actie: str) -> bool:
    if wie == "support":
        return True
    meta = route.model._meta
    recht = actie if "." in actie else f"{meta.app_label}.{actie}_{meta.model_name}"
    rollen = Rol.values if wie == "alles" else [wie]
    return any(recht in rechten.RECHTEN[rol] for rol in rollen)


def mag_zien(route: Route, wie: str, gemeente: str, klasse: str) -> bool:
    """Whether a canary of this class may stand in the answer."""
    if wie == "support":
        return route.is_beheer or klasse in ("openbaar", "raad")
    if route.is_beheer:
        return gemeente == "aadorp" and wie not in ("anoniem", Rol.RAADSLID)
    if klasse == "openbaar":
        return True
    return klasse == "raad" and gemeente == "aadorp" and wie != "anoniem"
