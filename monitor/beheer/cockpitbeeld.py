"""What the cockpit shows: the tasks of this user first, and the filtered list of what is open."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from monitor import rechten
from monitor.beheer.roosterbeeld import ONTHOUDEN
from monitor.invoer.cockpitdelen import Cockpit, Deel
from monitor.invoer.rooster import Roosterrij
from monitor.models import BewustLeeg, Eigenaar, Lezersvraag, Twijfel, Waarneming
from monitor.models.enums import Ernst, LezersvraagStand, TwijfelStand
from monitor.publiceren.inbreng import is_beantwoord, lees_inbreng

TOON = (
    ("open", "Alles wat open is"),
    ("fout", "Fouten"),
    ("twijfel", "Twijfels"),
    ("let_op", "Let op"),
    ("ontbreekt", "Ontbreekt"),
    ("verklaard", "Al verklaard of bewust leeg"),
)


@dataclass(frozen=True)
class Taakregel:
    tekst: str
    adres: str


@dataclass
class Lijst:
    """The doubts and blanks of the chosen filter."""

    toon: str
    hoofdstuk: str
    eigenaar: str
    hoofdstukken: list[str]
    eigenaren: list[str]
    twijfels: list[tuple[Roosterrij, Twijfel, int | None]] = field(default_factory=list)
    ontbreekt: list[Roosterrij] = field(default_factory=list)
    leeg: list[tuple[Roosterrij, BewustLeeg]] = field(default_factory=list)
    keuzes: tuple[tuple[str, str], ...] = TOON

    @property
    def aantal(self) -> int:
        return len(self.twijfels) + len(self.ontbreekt) + len(self.leeg)


# -- my tasks --------------------------------------------------------------------------------------


def taken_voor(request: HttpRequest, stand: Cockpit) -> list[Taakregel]:
    """What this user can do next, most pressing first."""
    user, gemeente = request.user, stand.uitgave.gemeente_id
    taken: list[Taakregel] = []
    if stand.dicht:
        return taken
    if rechten.mag(user, "monitor.change_waarneming", gemeente):
        taken += _invoertaken(request, stand)
    if rechten.mag(user, "monitor.approve_uitgave", gemeente):
        taken += [
            Taakregel(f"Geef akkoord op ‘{h.naam}’", _adres(stand, "cockpit") + "#hoofdstukken")
            for h in stand.hoofdstukken
            if h.verwacht and h.is_compleet and h.is_zuiver and not h.is_akkoord
        ]
    if rechten.mag(user, "monitor.change_inbreng", gemeente):
        taken += _raadstaken(stand)
    if rechten.mag(user, "monitor.add_eigenaar", gemeente):
        zonder = [d.naam for d in stand.eigenaren if d.open and not d.heeft_adres]
        if zonder:
            tekst = f"Geef een e-mailadres van {', '.join(zonder[:3])}"
            taken.append(Taakregel(tekst, reverse("admin:monitor_eigenaar_add")))
    if stand.is_klaar and rechten.mag(user, "monitor.publish_uitgave", gemeente):
        taken.append(Taakregel("Publiceer de uitgave", _adres(stand, "publiceren")))
    return taken


def _raadstaken(stand: Cockpit) -> list[Taakregel]:
    """What the council and readers still wait for."""
    taken = []
    if aantal := sum(not is_beantwoord(r, stand.uitgave) for r in lees_inbreng(stand.uitgave)):
        woord = "1 vraag of toezegging" if aantal == 1 else f"{aantal} vragen en toezeggingen"
        lijst = reverse("admin:monitor_inbreng_changelist")
        taken.append(Taakregel(f"Beantwoord {woord} van de raad", f"{lijst}?stand=open"))
    nieuw = Lezersvraag.objects.filter(
        uitgave__gemeente_id=stand.uitgave.gemeente_id, stand=LezersvraagStand.NIEUW
    )
    if aantal := nieuw.count():
        woord = "1 vraag van een lezer" if aantal == 1 else f"{aantal} vragen van lezers"
        lijst = reverse("admin:monitor_lezersvraag_changelist")
        taken.append(Taakregel(f"Beantwoord {woord}", f"{lijst}?stand__exact=nieuw"))
    return taken


def _invoertaken(request: HttpRequest, stand: Cockpit) -> list[Taakregel]:
    deel = mijn_deel(request, stand) or stand.totaal
    van = {} if deel is stand.totaal else {"eigenaar": deel.naam}
    wie = "" if deel is stand.totaal else f" van {deel.naam}"
    taken = []
    if deel.fouten or deel.twijfels:
        aantal = deel.fouten + deel.twijfels
        tekst = f"Kijk {aantal} {'twijfel' if aantal == 1 else 'twijfels'}{wie} na"
        taken.append(Taakregel(tekst, _adres(stand, "twijfels", **van)))
    if deel.open:
        tekst = f"Vul {deel.open} {'cijfer' if deel.open == 1 else 'cijfers'}{wie} in"
        taken.append(Taakregel(tekst, _adres(stand, "rooster", toon="open", **van)))
    if stand.beloften:
        aantal = len(stand.beloften)
        tekst = f"Los {aantal} {'belofte' if aantal == 1 else 'beloften'} aan lezers in"
        taken.append(Taakregel(tekst, _adres(stand, "cockpit") + "#beloften"))
    return taken


def mijn_deel(request: HttpRequest, stand: Cockpit) -> Deel | None:
    """The owner that this user is: as chosen in the grid, else by the address of the account."""
    naam = request.session.get(ONTHOUDEN, "")
    e_mail = getattr(request.user, "email", "")
    if not naam and e_mail:
        eigen = Eigenaar.objects.filter(
            gemeente_id=stand.uitgave.gemeente_id, e_mail__iexact=e_mail
        )
        naam = eigen.values_list("functie", flat=True).first() or ""
    return next((d for d in stand.eigenaren if d.naam.casefold() == naam.casefold()), None)


def _adres(stand: Cockpit, stap: str, **vraag: str) -> str:
    adres = reverse(f"admin:monitor_uitgave_{stap}", args=[stand.uitgave.pk])
    return f"{adres}?{urlencode(vraag)}" if vraag else adres


# -- the list --------------------------------------------------------------------------------------


def maak_lijst(request: HttpRequest, stand: Cockpit) -> Lijst:
    hoofdstukken = list(dict.fromkeys(r.hoofdstuk for r in stand.rijen))
    eigenaren = sorted({r.eigenaar for r in stand.rijen}, key=str.casefold)
    lijst = Lijst(
        _keuze(request, "toon", [k for k, _ in TOON], "open"),
        _keuze(request, "hoofdstuk", hoofdstukken),
        _keuze(request, "eigenaar", eigenaren),
        hoofdstukken,
        eigenaren,
    )
    rijen = [r for r in stand.rijen if _hoort_bij(r, lijst)]
    if lijst.toon == "verklaard":
        lijst.leeg = [(r, b) for r in rijen if r.is_leeg and (b := stand.leeg.get(r.plek))]
        lijst.twijfels = _verklaard(stand, rijen)
        return lijst
    if lijst.toon in ("open", "ontbreekt"):
        lijst.ontbreekt = [r for r in rijen if r.is_open and r.plek not in stand.leeg]
    if lijst.toon != "ontbreekt":
        paren = [(r, t) for r in rijen for t in r.twijfels if lijst.toon in ("open", t.ernst)]
        lijst.twijfels = _met_cijfer(paren)
    return lijst


def _keuze(request: HttpRequest, naam: str, mogelijk: list[str], anders: str = "") -> str:
    gevraagd = request.GET.get(naam, "")
    return gevraagd if gevraagd in mogelijk else anders


def _hoort_bij(rij: Roosterrij, lijst: Lijst) -> bool:
    return lijst.hoofdstuk in ("", rij.hoofdstuk) and lijst.eigenaar in ("", rij.eigenaar)


def _verklaard(
    stand: Cockpit, rijen: list[Roosterrij]
) -> list[tuple[Roosterrij, Twijfel, int | None]]:
    per_plek = {r.plek: r for r in rijen}
    verklaard = Twijfel.objects.filter(
        gemeente_id=stand.uitgave.gemeente_id,
        stand=TwijfelStand.VERKLAARD,
        periode__code__in={r.periode.code for r in rijen},
    ).select_related("reeks", "periode", "verklaard_door")
    paren = []
    for t in verklaard:
        plek = (t.reeks.indicator_id, t.reeks.soort, t.reeks.sleutel, t.periode.code)
        if plek in per_plek:
            paren.append((per_plek[plek], t))
    return _met_cijfer(paren)


def _met_cijfer(
    paren: list[tuple[Roosterrij, Twijfel]],
) -> list[tuple[Roosterrij, Twijfel, int | None]]:
    """Each doubt with the number of its figure, for the link to its form; gravest first."""
    figuren = Waarneming.objects.filter(
        reeks_id__in={t.reeks_id for _, t in paren},
        periode_id__in={t.periode_id for _, t in paren},
    )
    nummers = {
        (reeks, periode): pk
        for pk, reeks, periode in figuren.values_list("pk", "reeks_id", "periode_id")
    }
    orde = {Ernst.FOUT: 0, Ernst.TWIJFEL: 1, Ernst.LET_OP: 2}
    uit = [(r, t, nummers.get((t.reeks_id, t.periode_id))) for r, t in paren]
    return sorted(uit, key=lambda d: orde.get(Ernst(d[1].ernst), 9))
