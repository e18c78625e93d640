"""The lines of a programme: status, dates and slip of each onderdeel, milestone and part."""

from datetime import date
from typing import Any, cast

from monitor.regels.perioden import dag_in_woorden
from programma.models import Mijlpaal, Mijlpaaldeel, Onderdeel, Stand
from programma.models.enums import Status
from programma.momentopname.laden import Gegevens, Sleutel
from programma.momentopname.oordelen import maak_oordelen
from programma.momentopname.schema import DatumInhoud, Gebeurtenis, Regel, UitloopInhoud
from programma.regels.datums import Datum, toon, toon_kort, toon_uitleg
from programma.regels.status import GEREED, OVER_TIJD, Voorstel, geldend, stel_voor
from programma.regels.tellen import categorie
from programma.regels.uitloop import Uitloop
from programma.standen import feiten_van

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def datum_inhoud(datum: Datum | None) -> DatumInhoud | None:
    if datum is None:
        return None
    return {
        "tekst": toon(datum),
        "kort": toon_kort(datum),
        "uitleg": toon_uitleg(datum),
        "woorden": datum.tekst,
        "begin": datum.begin.isoformat() if datum.begin else None,
        "eind": datum.eind.isoformat() if datum.eind else None,
        "precisie": datum.precisie,
    }


def pad_van(g: Gegevens, onderdeel: Onderdeel | None) -> list[Onderdeel]:
    """From the top of the tree down to this onderdeel."""
    pad: list[Onderdeel] = []
    while onderdeel is not None:
        pad.insert(0, onderdeel)
        onderdeel = g.onderdelen.get(onderdeel.ouder_id or 0)
    return pad


def maak_regels(g: Gegevens) -> list[Regel]:
    """Lines in the order of the tree: each onderdeel with its milestones, then the whole programme's."""
    regels: list[Regel] = []
    per_onderdeel: dict[int | None, list[Mijlpaal]] = {}
    for mijlpaal in g.mijlpalen:
        per_onderdeel.setdefault(mijlpaal.onderdeel_id, []).append(mijlpaal)
    for onderdeel in in_volgorde(g):
        if onderdeel.zelfde_als_id is None:
            regels += _van_onderdeel(g, onderdeel)
        for mijlpaal in per_onderdeel.get(onderdeel.pk, []):
            regels += _regels(g, mijlpaal, pad_van(g, onderdeel), telt=False)
    for mijlpaal in per_onderdeel.get(None, []):
        regels += _regels(g, mijlpaal, [], telt=False)
    return regels


def in_volgorde(g: Gegevens) -> list[Onderdeel]:
    kinderen: dict[int | None, list[Onderdeel]] = {}
    for onderdeel in g.onderdelen.values():
        kinderen.setdefault(onderdeel.ouder_id, []).append(onderdeel)

    def onder(ouder: int | None) -> list[Onderdeel]:
        return [x for o in kinderen.get(ouder, []) for x in (o, *onder(o.pk))]

    return onder(None)


def _van_onderdeel(g: Gegevens, onderdeel: Onderdeel) -> list[Regel]:
    pad = pad_van(g, onderdeel)
    telt = len(pad) == g.programma.telniveau
    heeft_stand = bool(g.standen.get((onderdeel.pk, None, None)))
    if telt or heeft_stand or onderdeel.gepland_tekst:
        return _regels(g, onderdeel, pad, telt=telt)
    return []


def _regels(
    g: Gegevens, over: Onderdeel | Mijlpaal, pad: list[Onderdeel], *, telt: bool
) -> list[Regel]:
    soort = "mijlpaal" if isinstance(over, Mijlpaal) else "onderdeel"
    delen = g.delen.get((soort, over.pk), [])
    if not delen:
        return [_regel(g, over, None, 0, pad, telt=telt)]
    return [_regel(g, over, deel, i, pad, telt=telt) for i, deel in enumerate(delen)]


def _regel(
    g: Gegevens,
    over: Onderdeel | Mijlpaal,
    deel: Mijlpaaldeel | None,
    plek: int,
    pad: list[Onderdeel],
    *,
    telt: bool,
) -> Regel:
    sleutel = sleutel_van(over, deel)
    standen = g.standen.get(sleutel, [])
    besluiten = g.besluiten.get(sleutel, [])
    gepland = (deel or over).gepland
    voorstel = stel_voor(feiten_van(gepland, besluiten, standen), peildatum=g.peildatum)
    regel: dict[str, Any] = {
        **_wat(g, over, deel, plek, pad),
        "resultaat": _resultaat(over, standen),
        "telt": telt,
        "in_tabel": _in_tabel(
            over, bool(pad or standen), voorstel.is_over_tijd, telt and gepland is not None
        ),
        "is_herpland": bool(besluiten),
        "naar_raad": (deel or over).naar_raad,
        "gemeld_op": standen[-1].datum.isoformat() if standen else "",
        "historie": _historie(g, deel or over, sleutel),
        **_staat(voorstel, standen),
        **_data(voorstel, gepland),
        "besluit": datum_inhoud(besluiten[-1].nieuw) if besluiten else None,
        "oordelen": maak_oordelen(standen),
    }
    if not voorstel.is_over_tijd:
        regel["verwacht_tekst"] = _verwacht(regel["status"], gepland, voorstel.verwacht)
    regel["alt"] = _alt(regel)
    return cast(Regel, regel)


def _wat(
    g: Gegevens,
    over: Onderdeel | Mijlpaal,
    deel: Mijlpaaldeel | None,
    plek: int,
    pad: list[Onderdeel],
) -> dict[str, Any]:
    """Which line it is, and where it stands in the tree."""
    nummer = over.nummer if isinstance(over, Onderdeel) else ""
    return {
        "id": over.code if deel is None else f"{over.code}.{plek + 1}",
        "soort": "mijlpaal" if isinstance(over, Mijlpaal) else "onderdeel",
        "onderdeel": pad[-1].code if pad else "",
        "pad": [o.code for o in pad],
        "groep": groepsnaam(g, pad),
        "nummer": f"{nummer}{LETTERS[plek % 26]}" if deel and nummer else nummer,
        "titel": f"{over.titel}: {deel.naam}" if deel else over.titel,
        "deel": deel.naam if deel else "",
    }


def _staat(voorstel: Voorstel, standen: list[Stand]) -> dict[str, Any]:
    """Status for readers, with the reason of the rule and the words of a person."""
    laatste = next((s for s in reversed(standen) if s.status), None)
    toelichting = laatste.toelichting if laatste else ""
    status = geldend(voorstel, gemeld=laatste.status if laatste else "", toelichting=toelichting)
    vak = categorie(status)
    return {
        "status": status,
        "status_tekst": OVER_TIJD if voorstel.is_over_tijd else _woord(status),
        "categorie": vak.code,
        "kort": OVER_TIJD if voorstel.is_over_tijd else vak.kort,
        "is_over_tijd": voorstel.is_over_tijd,
        "voorstel": voorstel.reden,
        "toelichting": toelichting,
        "reden": next((s.reden for s in reversed(standen) if s.reden), ""),
    }


def _data(voorstel: Voorstel, gepland: Datum | None) -> dict[str, Any]:
    """Planned and expected, and the slip between them."""
    return {
        "gepland": datum_inhoud(gepland),
        "verwacht": datum_inhoud(voorstel.verwacht),
        "verwacht_tekst": "geen bericht",
        "uitloop": _uitloop(voorstel.tegen_eerste),
        "uitloop_besluit": _uitloop(voorstel.tegen_besluit),
    }


def sleutel_van(over: Onderdeel | Mijlpaal, deel: Mijlpaaldeel | None = None) -> Sleutel:
    deel_pk = deel.pk if deel else None
    if isinstance(over, Mijlpaal):
        return None, over.pk, deel_pk
    return over.pk, None, deel_pk


def groepsnaam(g: Gegevens, pad: list[Onderdeel]) -> str:
    if not pad:
        return "Hele programma"
    top = pad[0]
    woord = g.programma.niveaulijst[0].enkel.capitalize()
    return f"{woord} {top.nummer} · {top.titel}" if top.nummer else top.titel


def _woord(status: str) -> str:
    return str(Status(status).label) if status in Status else categorie(status).woord


def _resultaat(over: Onderdeel | Mijlpaal, standen: list[Stand]) -> str:
    """The newest words on what it brought or what was done, else what is meant to be there."""
    for stand in reversed(standen):
        if tekst := stand.opgeleverd or stand.gedaan:
            return tekst
    return over.resultaat if isinstance(over, Mijlpaal) else over.omschrijving


def _in_tabel(over: Onderdeel | Mijlpaal, heeft_plek: bool, over_tijd: bool, telt: bool) -> bool:
    """A milestone of the whole programme about which nothing was said is an announcement, until its date has passed."""
    return heeft_plek or over_tijd if isinstance(over, Mijlpaal) else telt


def _verwacht(status: str, gepland: Datum | None, verwacht: Datum | None) -> str:
    if status == GEREED:
        return "klaar"
    if status in (Status.GESTOPT, Status.INGETROKKEN):
        return "vervallen"
    if verwacht is None:
        return "geen datum afgesproken"
    if gepland is not None and verwacht == gepland:
        return "ongewijzigd"
    return toon(verwacht)


def _uitloop(uitloop: Uitloop) -> UitloopInhoud:
    return {"maanden": uitloop.maanden, "tekst": uitloop.tekst}


def _historie(
    g: Gegevens, over: Onderdeel | Mijlpaal | Mijlpaaldeel, sleutel: Sleutel
) -> list[Gebeurtenis]:
    """Each date that was said, oldest first."""
    lijst: list[tuple[date | None, Gebeurtenis]] = []
    if over.gepland is not None:
        sinds = over.gepland_op or g.programma.start
        lijst.append((sinds, _gebeurtenis(sinds, "Afgesproken", over.gepland)))
    for b in g.besluiten.get(sleutel, []):
        door = b.get_besloten_door_display()
        lijst.append(
            (b.besloten_op, _gebeurtenis(b.besloten_op, "Opnieuw gepland", b.nieuw, b.reden, door))
        )
    for s in g.standen.get(sleutel, []):
        if s.gerealiseerd or s.status == Status.GEREED:
            lijst.append((s.datum, _gebeurtenis(s.datum, "Klaar", s.gerealiseerd, s.reden)))
        elif s.verwacht:
            lijst.append((s.datum, _gebeurtenis(s.datum, "Gemeld", s.verwacht, s.reden)))
    return [x for _, x in sorted(lijst, key=lambda paar: paar[0] or date.min)]


def _gebeurtenis(
    op: date | None, wat: str, datum: Datum | None, reden: str = "", door: str = ""
) -> Gebeurtenis:
    return {
        "op": op.isoformat() if op else "",
        "op_tekst": dag_in_woorden(op) if op else "",
        "wat": wat,
        "datum": toon(datum) if datum else "",
        "reden": reden,
        "door": door,
    }


def _alt(regel: dict[str, Any]) -> str:
    """The row in a sentence, for who does not see the drawing."""
    gepland = (
        f"Gepland {regel['gepland']['tekst']}." if regel["gepland"] else "Geen datum afgesproken."
    )
    if regel["status"] == GEREED:
        later = (
            f" {regel['uitloop']['tekst']} later dan gepland."
            if regel["uitloop"]["maanden"]
            else ""
        )
        return f"{gepland} Klaar.{later[:2].upper()}{later[2:]}"
    if regel["is_over_tijd"]:
        return f"{gepland} {OVER_TIJD}."
    if regel["verwacht_tekst"] == "datum onbekend":
        return f"{gepland} {regel['kort']}, nieuwe datum onbekend."
    if regel["uitloop"]["maanden"]:
        return (
            f"{gepland} Nu verwacht {regel['verwacht_tekst']}, {regel['uitloop']['tekst']} later."
        )
    return f"{gepland} {regel['kort']}."
