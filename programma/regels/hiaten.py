"""What a programme lacks or says twice in different ways. Pure: plain values in, gaps out, each with what to do.

A goal is a node of the top level, or of a level that the programme itself calls a goal (‘doel’, ‘subdoelstelling’). What a
goal has, it or anything below it may have. When every goal lacks the same, that is said once, of the programme.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import dag_in_woorden
from programma.regels.datums import Datum, lees_datum
from programma.regels.status import INGETROKKEN
from programma.regels.uitloop import hele_maanden, in_maanden


@dataclass(frozen=True)
class Cijfer:
    naam: str
    is_geld: bool = False
    is_kosten: bool = False  # money of which less is better
    heeft_streefwaarde: bool = False
    heeft_nulmeting: bool = False
    heeft_tegencijfer: bool = False


@dataclass(frozen=True)
class Regel:
    """One line with a promise or a report; `sleutel` leads back to it."""

    sleutel: str
    titel: str
    gepland: Datum | None = None
    verwacht: Datum | None = None
    gerealiseerd: Datum | None = None
    status: str = ""
    is_over_tijd: bool = False
    uitloop: int = 0  # whole months later than first promised
    redenen: Sequence[str] = ()
    heeft_resultaat: bool = True  # it says what will be there


@dataclass(frozen=True)
class Knoop:
    sleutel: str
    titel: str
    is_doel: bool
    is_top: bool = False
    is_spiegel: bool = False  # shows another node a second time: what that lacks is said there
    cijfers: Sequence[Cijfer] = ()
    regels: Sequence[Regel] = ()
    kinderen: Sequence["Knoop"] = ()


@dataclass(frozen=True)
class Plan:
    start: date | None = None
    eind: date | None = None
    looptijd_opmerking: str = ""
    heeft_budget: bool = False
    toppen: Sequence[Knoop] = field(default_factory=tuple)
    regels: Sequence[Regel] = ()  # of the whole programme


@dataclass(frozen=True)
class Hiaat:
    soort: str  # key of SOORTEN
    sleutel: str  # of the line or node, "" for the programme
    titel: str
    melding: str
    advies: str


SOORTEN = {
    "tegenspraak": "Data die elkaar tegenspreken",
    "geen_reden": "Later zonder reden",
    "over_tijd": "Over tijd, geen bericht",
    "doel_zonder_cijfer": "Doel zonder cijfer",
    "cijfer_zonder_streefwaarde": "Cijfer zonder streefwaarde",
    "cijfer_zonder_nulmeting": "Cijfer zonder nulmeting",
    "doel_zonder_mijlpaal": "Doel zonder mijlpaal",
    "mijlpaal_zonder_resultaat": "Mijlpaal zonder resultaat",
    "doel_zonder_geld": "Inhoudelijk doel zonder financieel doel",
    "kosten_zonder_tegencijfer": "Kosten zonder tegencijfer",
}


def vind_hiaten(plan: Plan) -> list[Hiaat]:
    """All gaps, in the order of `SOORTEN`, and within that of the tree."""
    knopen = [k for top in plan.toppen for k in _alle(top)]
    regels = [*(r for k in knopen for r in k.regels), *plan.regels]
    gevonden = [
        *_looptijd(plan),
        *(h for r in regels for h in _regel(plan, r)),
        *_doelen(knopen),
        *(h for k in knopen if not k.is_spiegel for h in _cijfers(k)),
        *_geld(plan),
    ]
    volgorde = list(SOORTEN)
    return sorted(gevonden, key=lambda h: volgorde.index(h.soort))


def _alle(knoop: Knoop) -> Iterator[Knoop]:
    yield knoop
    for kind in knoop.kinderen:
        yield from _alle(kind)


# -- dates ---------------------------------------------------------------------------------------


def _looptijd(plan: Plan) -> Iterator[Hiaat]:
    if plan.eind is None:
        return
    for datum in datums_in(plan.looptijd_opmerking, referentie=plan.eind):
        if not _past(datum, plan.eind) and not (plan.start and _past(datum, plan.start)):
            yield Hiaat(
                "tegenspraak", "", "Looptijd",
                f"Het programma eindigt op {dag_in_woorden(plan.eind)}, maar de stukken noemen ook ‘{datum.tekst}’.",
                "Zoek uit welke einddatum geldt, laat die vaststellen en pas de looptijd of de opmerking aan.",
            )  # fmt: skip


def _past(datum: Datum, dag: date) -> bool:
    return (datum.begin or dag) <= dag <= (datum.eind or dag)


def datums_in(tekst: str, *, referentie: date) -> list[Datum]:
    """The dates that a sentence names, each with its own words: "noemt eind 2021" → ‘eind 2021’.

    Only words with a year in four figures count; the longest reading wins.
    """
    woorden = [w.strip(".,;:()‘’'\"") for w in tekst.split()]
    gevonden, i = [], 0
    while i < len(woorden):
        for lengte in range(min(4, len(woorden) - i), 0, -1):
            stuk = " ".join(woorden[i : i + lengte])
            datum = _lees(stuk, referentie) if re.search(r"(?:19|20)\d\d", stuk) else None
            if datum and datum.is_bekend and not datum.delen and datum.precisie != "reeks":
                gevonden.append(datum)
                i += lengte - 1
                break
        i += 1
    return gevonden


def _lees(tekst: str, referentie: date) -> Datum | None:
    try:
        return lees_datum(tekst, referentie=referentie)
    except NotatieFout:
        return None


def _regel(plan: Plan, r: Regel) -> Iterator[Hiaat]:
    yield from _buiten_looptijd(plan, r)
    if r.gerealiseerd and r.gepland and _is_voor_begin(r):
        yield Hiaat(
            "tegenspraak", r.sleutel, r.titel,
            f"Klaar gemeld op ‘{r.gerealiseerd.tekst}’, vóór het begin van de planning: ‘{r.gepland.tekst}’.",
            "Kijk beide data na. Meld met een nieuwe stand de goede dag.",
        )  # fmt: skip
    if r.is_over_tijd:
        tekst = r.gepland.tekst if r.gepland else "onbekend"
        yield Hiaat(
            "over_tijd", r.sleutel, r.titel, f"Gepland was ‘{tekst}’; daarna kwam geen bericht.",
            "Meld hoe het ervoor staat en wanneer het klaar is.",
        )  # fmt: skip
    later = _gezegd_later(r) if r.is_over_tijd else r.uitloop
    if later and r.status != INGETROKKEN and not any(map(is_reden, r.redenen)):
        yield Hiaat(
            "geen_reden", r.sleutel, r.titel, f"{in_maanden(later)} later dan eerst afgesproken, zonder reden.",
            "Meld waarom het later wordt, of leg een besluit tot herplanning vast.",
        )  # fmt: skip
    if r.gepland and not r.heeft_resultaat:
        yield Hiaat(
            "mijlpaal_zonder_resultaat", r.sleutel, r.titel, "Er staat niet wat er dan ligt of werkt.",
            "Schrijf in één zin wat er dan klaar is en hoe iemand dat kan zien.",
        )  # fmt: skip


def _gezegd_later(r: Regel) -> int:
    """Months later than planned that somebody said; time that passed in silence is another gap."""
    gepland, verwacht = (d.eind if d else None for d in (r.gepland, r.verwacht))
    return hele_maanden(gepland, verwacht) if gepland and verwacht else 0


def _is_voor_begin(r: Regel) -> bool:
    """A range that is open at the start (‘uiterlijk’) has no begin to lie before."""
    klaar, begin = r.gerealiseerd, r.gepland.begin if r.gepland else None
    vanaf = r.gepland is not None and r.gepland.precisie == "vanaf"
    return bool(vanaf and klaar and klaar.eind and begin and klaar.eind < begin)


def _buiten_looptijd(plan: Plan, r: Regel) -> Iterator[Hiaat]:
    for wat, datum in (("Gepland", r.gepland), ("Verwacht", r.verwacht), ("Klaar", r.gerealiseerd)):
        if datum is None or (wat == "Verwacht" and datum == r.gepland):
            continue
        laatste = datum.eind or datum.begin
        if plan.eind and wat != "Klaar" and laatste and laatste > plan.eind:
            yield Hiaat(
                "tegenspraak", r.sleutel, r.titel,
                f"{wat} voor ‘{datum.tekst}’, na het einde van het programma ({dag_in_woorden(plan.eind)}).",
                "Verzet de planning met een besluit, of verleng het programma.",
            )  # fmt: skip
        if plan.start and datum.eind and datum.eind < plan.start:
            yield Hiaat(
                "tegenspraak", r.sleutel, r.titel,
                f"{wat} op ‘{datum.tekst}’, vóór het begin van het programma ({dag_in_woorden(plan.start)}).",
                "Kijk de datum na, of zet het begin van het programma eerder.",
            )  # fmt: skip


_GEEN_REDEN = re.compile(
    r"\bgeen\b[^.]*\breden|\breden\b[^.]*\b(?:niet|onbekend|ontbreekt|volgt)\b|^(?:n\.?v\.?t\.?|onbekend|-|\?)\.?$",
    re.IGNORECASE,
)


def is_reden(tekst: str) -> bool:
    """Whether words give a reason; ‘het verslag noemt geen reden’ is none."""
    return bool(tekst.strip()) and not _GEEN_REDEN.search(tekst.strip())


# -- goals, figures, money -----------------------------------------------------------------------


def _doelen(knopen: Iterable[Knoop]) -> Iterator[Hiaat]:
    doelen = [k for k in knopen if k.is_doel]
    zonder_cijfer = [k for k in doelen if not any(x.cijfers for x in _alle(k))]
    yield from _per_doel(
        "doel_zonder_cijfer", doelen, zonder_cijfer, "Geen cijfer laat zien of dit lukt.",
        "Koppel een cijfer aan dit doel, met een streefwaarde.",
    )  # fmt: skip
    zonder_mijlpaal = [k for k in doelen if not any(r.gepland for x in _alle(k) for r in x.regels)]
    yield from _per_doel(
        "doel_zonder_mijlpaal", doelen, zonder_mijlpaal, "Er is geen moment afgesproken.",
        "Maak een mijlpaal: wat is wanneer klaar?",
    )  # fmt: skip


def _per_doel(
    soort: str, alle: list[Knoop], zonder: list[Knoop], melding: str, advies: str
) -> Iterator[Hiaat]:
    """One for each, but not for what lies below one that was named already."""
    if zonder and len(zonder) == len(alle) and len(alle) > 1:
        kop = f"Dit geldt voor alle {len(alle)} doelen van het programma. "
        yield Hiaat(soort, "", "Alle doelen", kop + melding, advies)
        return
    genoemd: set[str] = set()
    for knoop in zonder:
        if knoop.sleutel not in genoemd:
            yield Hiaat(soort, knoop.sleutel, knoop.titel, melding, advies)
        genoemd |= {x.sleutel for x in _alle(knoop)}


def _cijfers(knoop: Knoop) -> Iterator[Hiaat]:
    for c in knoop.cijfers:
        if not c.heeft_streefwaarde:
            yield Hiaat(
                "cijfer_zonder_streefwaarde", knoop.sleutel, knoop.titel, f"‘{c.naam}’ heeft geen streefwaarde.",
                "Leg vast welke waarde u wilt bereiken: een cijfer van de soort streefwaarde.",
            )  # fmt: skip
        if not c.heeft_nulmeting:
            yield Hiaat(
                "cijfer_zonder_nulmeting", knoop.sleutel, knoop.titel, f"‘{c.naam}’ heeft geen nulmeting.",
                "Kies bij het gekoppelde cijfer de periode waarmee u vergelijkt.",
            )  # fmt: skip
        if c.is_kosten and not c.heeft_tegencijfer:
            yield Hiaat(
                "kosten_zonder_tegencijfer", knoop.sleutel, knoop.titel, f"Naast ‘{c.naam}’ staat geen tegencijfer.",
                "Kies een cijfer dat laat zien of lagere kosten ergens anders pijn doen.",
            )  # fmt: skip


def _geld(plan: Plan) -> Iterator[Hiaat]:
    zonder = [t for t in plan.toppen if not any(c.is_geld for k in _alle(t) for c in k.cijfers)]
    if plan.heeft_budget:
        return  # the money is agreed for the programme as a whole
    yield from _per_doel(
        "doel_zonder_geld", [t for t in plan.toppen if t.is_top], zonder, "Er is geen financieel doel bij.",
        "Koppel een cijfer in euro's, of leg een budget vast met het stuk waarin het is toegekend.",
    )  # fmt: skip
