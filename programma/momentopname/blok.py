"""The block of a programme: registered with the monitor, fills `inhoud["programmas"][slug]`."""

import json
from datetime import date
from typing import Any, cast

from monitor.models import Blok, Publicatie, Uitgave
from monitor.regels.perioden import dag_in_woorden
from programma.models import Programma
from programma.momentopname.boom import maak_boom
from programma.momentopname.effecten import maak_maatregelen
from programma.momentopname.laden import Gegevens, laad
from programma.momentopname.overzicht import in_het_kort, komt_eraan, veranderd, vooruitblik
from programma.momentopname.regels import maak_regels
from programma.momentopname.risicos import maak_budget, maak_risicos
from programma.momentopname.schema import ProgrammaInhoud, Regel
from programma.momentopname.sporen import maak_sporen
from programma.momentopname.trend import maak_trend

_ROLLEN = (
    ("Programmamanager", "programmamanager"),
    ("Ambtelijk opdrachtgever", "ambtelijk_opdrachtgever"),
    ("Bestuurlijk opdrachtgever", "bestuurlijk_opdrachtgever"),
)


def maak_blok(blok: Blok, inhoud: dict[str, Any]) -> dict[str, Any]:
    """The block in its chapter: a summary; the whole programme stands beside the chapters.

    The state is that of the edition's peildatum, or of the day in the block's `perioden`: a report may be
    written after the period that the figures are about.
    """
    slug = blok.verwijst_naar
    programma = Programma.objects.filter(
        gemeente__slug=inhoud["gemeente"]["slug"], slug=slug, is_gearchiveerd=False
    ).first()
    if programma is None:
        return {"slug": slug, "naam": "", "in_het_kort": None}
    peildatum = date.fromisoformat(blok.perioden.strip() or inhoud["uitgave"]["peildatum"])
    deel = maak_programma(laad(programma, peildatum), _vorige(inhoud, slug))
    inhoud["programmas"][slug] = deel
    return {
        "slug": slug,
        "naam": deel["naam"],
        "stand_tekst": deel["stand_tekst"],
        "in_het_kort": deel["in_het_kort"],
    }


def _vorige(inhoud: dict[str, Any], slug: str) -> list[Regel] | date | None:
    """The lines as the previous edition froze them, else the day to look back to; None: no previous."""
    vorige = inhoud["uitgave"]["vorige"]
    if not vorige:
        return None
    uitgave = {"gemeente__slug": inhoud["gemeente"]["slug"], "periode__code": vorige["slug"]}
    publicatie = (
        Publicatie.objects.filter(
            **{f"uitgave__{k}": v for k, v in uitgave.items()}, ingetrokken_op__isnull=True
        )
        .order_by("-versie")
        .first()
    )
    if publicatie is not None:
        eerder = json.loads(publicatie.inhoud)["programmas"].get(slug)
        return eerder["regels"] if eerder else None
    return Uitgave.objects.values_list("peildatum", flat=True).get(**uitgave)


def maak_programma(g: Gegevens, vorige: list[Regel] | date | None) -> ProgrammaInhoud:
    """Everything of a programme that the pages draw; `vorige` as `_vorige` gives it."""
    regels = maak_regels(g)
    komend = komt_eraan(g, regels)
    eerder = _regels_van(g, vorige)
    inhoud = {
        **_wat_het_is(g.programma),
        **_hoe_recent(g, eerder),
        "in_het_kort": in_het_kort(g, regels, komend),
        "boom": maak_boom(g, regels),
        "regels": regels,
        "komt_eraan": komend,
        "vooruitblik": vooruitblik(regels, komend),
        "risicos": maak_risicos(g),
        "budget": maak_budget(g),
        "veranderd": veranderd(regels, eerder) if eerder is not None else [],
        "is_eerste": eerder is None,
        "sporen": maak_sporen(g, regels, eerder),
        "mijlpaaltrend": maak_trend(g),
        "maatregelen": maak_maatregelen(g),
    }
    return cast(ProgrammaInhoud, inhoud)


def _wat_het_is(p: Programma) -> dict[str, Any]:
    """What was agreed about the programme itself."""
    return {
        "slug": p.slug,
        "naam": p.naam,
        "titel": p.naam,
        "looptijd": _looptijd(p),
        "start": p.start.isoformat() if p.start else None,
        "eind": p.eind.isoformat() if p.eind else None,
        "looptijd_opmerking": p.looptijd_opmerking,
        "rapportageperiode": p.rapportageperiode,
        "ambitie": p.ambitie,
        "aanleiding": p.aanleiding,
        "uitgangspunten": _lijst(p.uitgangspunten),
        "partners": _lijst(p.partners),
        "rollen": _rollen(p),
        "niveaus": [{"enkel": n.enkel, "meer": n.meer} for n in p.niveaulijst],
        "risicotekst": p.risicotekst,
        "geld": p.budgettekst,
        "bronnen": _lijst(p.bronnen),
    }


def _hoe_recent(g: Gegevens, eerder: list[Regel] | None) -> dict[str, Any]:
    stand = g.laatste_stand
    return {
        "peildatum": g.peildatum.isoformat(),
        "peildatum_tekst": dag_in_woorden(g.peildatum),
        "stand_op": stand.isoformat() if stand else "",
        "stand_tekst": dag_in_woorden(stand) if stand else "",
        "niet_bijgewerkt": _niet_bijgewerkt(stand, eerder, g.peildatum),
    }


def _regels_van(g: Gegevens, vorige: list[Regel] | date | None) -> list[Regel] | None:
    if not isinstance(vorige, date):
        return vorige
    toen = g.op(vorige)
    return maak_regels(toen) if toen.laatste_stand else None


def _niet_bijgewerkt(stand: date | None, eerder: list[Regel] | None, peildatum: date) -> str:
    """Said when no report came since the newest one that the previous edition knew."""
    if stand is None:
        return "Er is nog niets gemeld."
    vorige = max((r["gemeld_op"] for r in eerder or []), default="")
    is_oud = stand.isoformat() <= vorige if vorige else (peildatum - stand).days > 183
    return f"Laatste stand: {dag_in_woorden(stand)}" if is_oud else ""


def _rollen(p: Programma) -> list[dict[str, str]]:
    return [{"rol": rol, "functie": getattr(p, veld)} for rol, veld in _ROLLEN if getattr(p, veld)]


def _looptijd(p: Programma) -> str:
    van = f"van {dag_in_woorden(p.start)}" if p.start else ""
    tot = f"tot en met {dag_in_woorden(p.eind)}" if p.eind else ""
    return f"{van} {tot}".strip()


def _lijst(tekst: str) -> list[str]:
    return [regel.strip() for regel in tekst.splitlines() if regel.strip()]
