"""The gap report of a programme: its living rows as plain values for `programma.regels.hiaten`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from monitor.models import Waarneming
from monitor.models.enums import Eenheid, Richting, Soort
from programma.models import Mijlpaal, Onderdeel, OnderdeelIndicator, Programma, Stand
from programma.models.enums import Budgetsoort
from programma.momentopname.laden import Gegevens, Sleutel, laad
from programma.momentopname.regels import maak_regels
from programma.momentopname.schema import Regel as RegelInhoud
from programma.regels.datums import Datum
from programma.regels.hiaten import SOORTEN, Cijfer, Hiaat, Knoop, Plan, Regel, vind_hiaten

AFGESPROKEN = (Budgetsoort.BEGROOT, Budgetsoort.TOEGEKEND)  # what was only asked for is no budget


@dataclass(frozen=True)
class Gemeld:
    """A gap with the page on which to mend it."""

    hiaat: Hiaat
    adres: str


def hiaten_van(programma: Programma, *, peildatum: date) -> list[Gemeld]:
    g = laad(programma, peildatum)
    adressen = {f"onderdeel-{o.code}": _adres(o) for o in g.onderdelen.values()}
    adressen |= {f"mijlpaal-{m.code}": _adres(m) for m in g.mijlpalen}
    return [
        Gemeld(hiaat, adressen.get(hiaat.sleutel) or _adres(programma))
        for hiaat in vind_hiaten(maak_plan(g))
    ]


def per_soort(gemeld: Iterable[Gemeld]) -> list[tuple[str, list[Gemeld]]]:
    """By title of the kind, in the order of `SOORTEN`; only those that occur."""
    per: dict[str, list[Gemeld]] = defaultdict(list)
    for rij in gemeld:
        per[rij.hiaat.soort].append(rij)
    return [(titel, per[soort]) for soort, titel in SOORTEN.items() if soort in per]


def _adres(obj: Programma | Onderdeel | Mijlpaal) -> str:
    return reverse(f"admin:programma_{obj._meta.model_name}_change", args=[obj.pk])


def maak_plan(g: Gegevens) -> Plan:
    """In a constant number of queries beside what was loaded."""
    p = g.programma
    bouw = _Bouw(g, _met_streefwaarde(g), _regels(g))
    return Plan(
        start=p.start,
        eind=p.eind,
        looptijd_opmerking=p.looptijd_opmerking,
        heeft_budget=any(b.soort in AFGESPROKEN for b in g.budget),
        toppen=[bouw.knoop(o, 1) for o in bouw.kinderen[None]],
        regels=bouw.regels.get("", []),
    )


class _Bouw:
    """The tree as plain values."""

    def __init__(
        self, g: Gegevens, streefwaarden: set[int], regels: dict[str, list[Regel]]
    ) -> None:
        self.g, self.streefwaarden, self.regels = g, streefwaarden, regels
        self.kinderen: dict[int | None, list[Onderdeel]] = defaultdict(list)
        for onderdeel in g.onderdelen.values():
            self.kinderen[onderdeel.ouder_id].append(onderdeel)

    def knoop(self, o: Onderdeel, niveau: int) -> Knoop:
        namen = self.g.programma.niveaulijst
        naam = namen[min(niveau, len(namen)) - 1].enkel.lower()
        eigen = o.zelfde_als_id or o.pk
        return Knoop(
            sleutel=f"onderdeel-{o.code}",
            titel=str(o),
            is_doel=o.zelfde_als_id is None and (niveau == 1 or "doel" in naam),
            is_top=niveau == 1,
            is_spiegel=o.zelfde_als_id is not None,
            cijfers=[self._cijfer(k) for k in self.g.cijfers.get(eigen, [])],
            regels=self.regels.get(o.code, []),
            kinderen=[self.knoop(kind, niveau + 1) for kind in self.kinderen[o.pk]],
        )

    def _cijfer(self, k: OnderdeelIndicator) -> Cijfer:
        is_geld = k.indicator.eenheid in (Eenheid.EURO, Eenheid.EURO_PER_INWONER)
        return Cijfer(
            naam=k.indicator.naam,
            is_geld=is_geld,
            is_kosten=is_geld and k.indicator.richting == Richting.MINDER,
            heeft_streefwaarde=k.indicator_id in self.streefwaarden,
            heeft_nulmeting=bool(k.nulmeting),
            heeft_tegencijfer=k.tegenindicator_id is not None,
        )


def _met_streefwaarde(g: Gegevens) -> set[int]:
    """The linked indicators that have a target, also one that is not a plain number (‘<10’)."""
    indicatoren = {k.indicator_id for rij in g.cijfers.values() for k in rij}
    gevonden = Waarneming.objects.filter(
        reeks__gemeente_id=g.programma.gemeente_id,
        reeks__indicator__in=indicatoren,
        reeks__soort=Soort.STREEFWAARDE,
    )
    return set(gevonden.values_list("reeks__indicator_id", flat=True).distinct())


def _regels(g: Gegevens) -> dict[str, list[Regel]]:
    """The lines by code of the onderdeel that they belong to; "" for the whole programme."""
    standen, besluiten = _woorden(g)
    heeft_kinderen = {o.ouder_id for o in g.onderdelen.values()}
    resultaat = {
        ("onderdeel", o.code): bool(o.omschrijving) or o.pk in heeft_kinderen or not _telt(g, o)
        for o in g.onderdelen.values()
    } | {("mijlpaal", m.code): bool(m.resultaat) for m in g.mijlpalen}
    per: dict[str, list[Regel]] = defaultdict(list)
    for r in maak_regels(g):
        wie = (r["soort"], r["id"])
        code = r["id"].rsplit(".", 1)[0] if r["deel"] else r["id"]
        van = standen.get(wie, [])
        per[r["onderdeel"]].append(
            Regel(
                sleutel=f"{r['soort']}-{code}",
                titel=f"{r['nummer']} {r['titel']}".strip(),
                gepland=_datum(r, "gepland"),
                verwacht=_datum(r, "verwacht"),
                gerealiseerd=next((s.gerealiseerd for s in reversed(van) if s.gerealiseerd), None),
                status=r["status"],
                is_over_tijd=r["is_over_tijd"],
                uitloop=r["uitloop"]["maanden"],
                redenen=[*(s.reden for s in van), *besluiten.get(wie, [])],
                heeft_resultaat=resultaat[r["soort"], code] or any(s.opgeleverd for s in van),
            )
        )
    return per


def _telt(g: Gegevens, onderdeel: Onderdeel) -> bool:
    diepte, ouder = 1, g.onderdelen.get(onderdeel.ouder_id or 0)
    while ouder is not None:
        diepte, ouder = diepte + 1, g.onderdelen.get(ouder.ouder_id or 0)
    return diepte == g.programma.telniveau


def _datum(r: RegelInhoud, veld: str) -> Datum | None:
    inhoud = r["gepland"] if veld == "gepland" else r["verwacht"]
    if inhoud is None:
        return None
    begin, eind = (date.fromisoformat(x) if x else None for x in (inhoud["begin"], inhoud["eind"]))
    return Datum(inhoud["woorden"], begin, eind, inhoud["precisie"])


def _woorden(
    g: Gegevens,
) -> tuple[dict[tuple[str, str], list[Stand]], dict[tuple[str, str], list[str]]]:
    """Reports, and the reasons of decisions, by kind and id of a line."""
    wie: dict[Sleutel, tuple[str, str]] = {}
    rijen: list[Onderdeel | Mijlpaal] = [*g.onderdelen.values(), *g.mijlpalen]
    for rij in rijen:
        soort = "mijlpaal" if isinstance(rij, Mijlpaal) else "onderdeel"
        over = (None, rij.pk) if isinstance(rij, Mijlpaal) else (rij.pk, None)
        wie[(*over, None)] = (soort, rij.code)
        for i, deel in enumerate(g.delen.get((soort, rij.pk), []), 1):
            wie[(*over, deel.pk)] = (soort, f"{rij.code}.{i}")
    standen = {wie[k]: rijen for k, rijen in g.standen.items() if k in wie}
    besluiten = {wie[k]: [b.reden for b in rijen] for k, rijen in g.besluiten.items() if k in wie}
    return standen, besluiten
