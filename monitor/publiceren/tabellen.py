"""Tables and rankings."""

from decimal import Decimal

from monitor.models import Blok
from monitor.models.enums import Eenheid, Soort
from monitor.publiceren.cijfers import lege_cel
from monitor.publiceren.financieel import som_cel
from monitor.publiceren.gegevens import Cijfer, ReeksId
from monitor.publiceren.noemen import Rij, rijen
from monitor.publiceren.schema import (
    Cel,
    Kolom,
    RanglijstInhoud,
    RanglijstRij,
    TabelInhoud,
    TabelRij,
)
from monitor.publiceren.vergelijken import zelfde_duur
from monitor.publiceren.werk import Werk
from monitor.regels.fouten import NotatieFout
from monitor.regels.keuze import kies_perioden, lees_keuze, tijdvolgorde
from monitor.regels.perioden import Tijdvak

NIEUWSTE = "nieuwste"
OPTELBARE_EENHEDEN = frozenset({Eenheid.AANTAL, Eenheid.EURO, Eenheid.EURO_PER_INWONER})


def kies(werk: Werk, blok: Blok, lijst: list[Rij], *, standaard: str = "") -> list[Tijdvak]:
    """The periods of a block: those its series have, by its choice in words."""
    vakken = {c.tijdvak for rij in lijst for c in werk.boek.alle(rij.reeks)}
    keuze = blok.perioden or standaard
    try:
        if standaard and lees_keuze(keuze).soort != "genoemd":
            vakken = een_maat(vakken)
        return kies_perioden(keuze, sorted(vakken, key=tijdvolgorde), peildatum=None)
    except NotatieFout as fout:
        werk.fout(f"Blok {blok.code}: {fout.melding}")
        return []


def een_maat(vakken: set[Tijdvak]) -> set[Tijdvak]:
    """The spans of the length there is most of: an axis of time has one measure."""
    maten: list[set[Tijdvak]] = []
    for vak in sorted(vakken, key=tijdvolgorde):
        maat = next((m for m in maten if zelfde_duur(vak, next(iter(m)))), None)
        if maat is None:
            maten.append({vak})
        else:
            maat.add(vak)
    return max(reversed(maten), key=len, default=set())


def maak_tabel(werk: Werk, blok: Blok) -> TabelInhoud:
    lijst = rijen(werk.bron, blok)
    vakken = kies(werk, blok, lijst)
    soorten = list(dict.fromkeys(r.reeks.soort for r in lijst))
    cijfers = {(r.reeks.indicator, r.reeks.sleutel) for r in lijst}
    if len(vakken) == 1 and len(cijfers) < len({r.reeks for r in lijst}):
        return _per_soort(werk, blok, lijst, soorten)
    if blok.perioden:
        kolommen: list[Kolom] = [{"code": v.code, "titel": v.tekst} for v in vakken]
        cellen = [[werk.cel(werk.boek.op(r.reeks, v.code), v) for v in vakken] for r in lijst]
    else:
        nieuwste = [werk.cel(werk.nieuwste(r.reeks)) for r in lijst]
        kolommen, cellen = [_nieuwste_kolom(nieuwste)], [[c] for c in nieuwste]
    lijst, cellen = zonder_lege(lijst, cellen)
    uit = [_rij(r.label, r.reeks, c) for r, c in zip(lijst, cellen, strict=True)]
    if blok.totaal and uit:
        uit.append(_totaal(werk, blok, lijst, uit))
    return {"rijkop": _rijkop(blok), "kolommen": kolommen, "rijen": uit}


def zonder_lege(lijst: list[Rij], cellen: list[list[Cel]]) -> tuple[list[Rij], list[list[Cel]]]:
    """Without categories that have nothing in any of the chosen periods; a named row always stays."""
    paren = [
        (r, c)
        for r, c in zip(lijst, cellen, strict=True)
        if not r.is_verdeeld or any(x["toestand"] != "ontbreekt" for x in c)
    ]
    return [r for r, _ in paren], [c for _, c in paren]


def _rij(label: str, reeks: ReeksId, cellen: list[Cel], *, is_totaal: bool = False) -> TabelRij:
    return {
        "label": label,
        "indicator": reeks.indicator,
        "reeks": str(reeks) if reeks.indicator else "",
        "cellen": cellen,
        "is_totaal": is_totaal,
    }


def _nieuwste_kolom(cellen: list[Cel]) -> Kolom:
    """Named after the period when all rows have the same newest."""
    teksten = {c["periode_tekst"] for c in cellen if c["periode"]}
    return {"code": NIEUWSTE, "titel": teksten.pop() if len(teksten) == 1 else "Nieuwste cijfer"}


def _per_soort(werk: Werk, blok: Blok, lijst: list[Rij], soorten: list[str]) -> TabelInhoud:
    """One row for each figure, a column for each kind: budgeted beside expected."""
    groepen: dict[tuple[str, str], Rij] = {}
    for rij in lijst:
        groepen.setdefault((rij.reeks.indicator, rij.reeks.sleutel), rij)
    uit = []
    for rij in groepen.values():
        reeksen = [rij.reeks._replace(soort=soort) for soort in soorten]
        bekend = [werk.nieuwste(r) if r in werk.bron.genoemd else None for r in reeksen]
        uit.append(_rij(rij.label, rij.reeks, [werk.cel(c) for c in bekend]))
    kolommen: list[Kolom] = [{"code": s, "titel": Soort(s).label} for s in soorten]
    return {"rijkop": _rijkop(blok), "kolommen": kolommen, "rijen": uit}


def _rijkop(blok: Blok) -> str:
    dimensies = {r.per_dimensie.naam for r in blok.regels.all() if r.per_dimensie}
    return dimensies.pop() if len(dimensies) == 1 else "Cijfer"


def _totaal(werk: Werk, blok: Blok, lijst: list[Rij], uit: list[TabelRij]) -> TabelRij:
    """The series itself where people are counted once; else the sum of rows that are all known."""
    regels = blok.regels.all()
    if len(regels) == 1 and regels[0].per_dimensie_id and not regels[0].indicator.is_optelbaar:
        regel = regels[0]
        reeks = ReeksId(regel.indicator.code, regel.soort, regel.sleutel)
        cellen = [
            _zelfde(werk, reeks, [r["cellen"][i] for r in uit])
            for i in range(len(uit[0]["cellen"]))
        ]
        return _rij(blok.totaal, reeks, cellen, is_totaal=True)
    delen = [r for r, rij in zip(uit, lijst, strict=True) if not rij.is_onderdeel]
    indicatoren = [werk.indicator(rij.reeks) for rij in lijst]
    eenheden = {i.eenheid for i in indicatoren}
    cellen = [lege_cel() for _ in uit[0]["cellen"]]
    if len(eenheden) == 1 and eenheden <= OPTELBARE_EENHEDEN:
        decimalen = max(i.decimalen for i in indicatoren)
        kolommen = zip(*(r["cellen"] for r in delen), strict=True)
        cellen = [som_cel(list(k), indicatoren[0].eenheid, decimalen) for k in kolommen]
    return _rij(blok.totaal, ReeksId("", "", ""), cellen, is_totaal=True)


def _zelfde(werk: Werk, reeks: ReeksId, kolom: list[Cel]) -> Cel:
    """The total over the time of the column; none when the rows are over different times."""
    perioden = {c["periode"] for c in kolom if c["periode"]}
    if len(perioden) != 1:
        return lege_cel()
    return werk.cel(werk.boek.op(reeks, perioden.pop()))


def maak_ranglijst(werk: Werk, blok: Blok) -> RanglijstInhoud:
    """Largest first. Hidden ones come last in the order of their names: their place says nothing."""
    lijst = rijen(werk.bron, blok)
    vakken = kies(werk, blok, lijst)
    vak = vakken[-1] if vakken else None
    paren = [(r, werk.boek.op(r.reeks, vak.code) if vak else None) for r in lijst]
    rang = [p for p in paren if werk.indicator(p[0].reeks).eenheid == Eenheid.RANG]
    if rang:
        return {"kolom": "Plaats", "rijen": _op_rang(rang)}
    return {"kolom": vak.tekst if vak else "", "rijen": _op_waarde(werk, paren)}


def _op_rang(paren: list[tuple[Rij, Cijfer | None]]) -> list[RanglijstRij]:
    """Only the order is known, not the amounts."""
    bekend = [(c.waarde, r.label) for r, c in paren if c and c.waarde is not None]
    return [{"plaats": int(w), "label": naam, "cel": None} for w, naam in sorted(bekend)]


def _op_waarde(werk: Werk, paren: list[tuple[Rij, Cijfer | None]]) -> list[RanglijstRij]:
    gevuld = [(r, c) for r, c in paren if c is not None]
    waarden = sorted((c.waarde for _, c in gevuld if c.waarde is not None), reverse=True)
    uit: list[RanglijstRij] = []
    for rij, cijfer in sorted(gevuld, key=lambda p: volgorde(p[1], p[0].label)):
        plaats = waarden.index(cijfer.waarde) + 1 if cijfer.waarde is not None else len(waarden) + 1
        uit.append({"plaats": plaats, "label": rij.label, "cel": werk.cel(cijfer)})
    return uit


def volgorde(cijfer: Cijfer | None, label: str) -> tuple[bool, Decimal, str]:
    """Largest shown value first, then everything without a value in the order of the names."""
    if cijfer is None or cijfer.waarde is None:
        return (True, Decimal(0), label)
    return (False, -cijfer.waarde, label)
