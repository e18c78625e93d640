"""From an edition to the snapshot its readers see. The same function makes previews.

Read in a constant number of queries, shielded before anything is derived, then put together from
what may be known. Source: DESIGN, invariants 2 and 3.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from monitor.models import Gemeente, Uitgave
from monitor.models import Hoofdstuk as HoofdstukModel
from monitor.publiceren.afleiden import Afleider
from monitor.publiceren.afschermen import scherm_af
from monitor.publiceren.beweringen import controleer, verklaringen, voeg_verklaringen_toe
from monitor.publiceren.blokken import maak_blok
from monitor.publiceren.cijfers import Cijferboek, periodekop
from monitor.publiceren.correcties import Correcties
from monitor.publiceren.financieel import BASIS_TEKST
from monitor.publiceren.gegevens import Bron
from monitor.publiceren.inbreng import vul_inbreng
from monitor.publiceren.laden import laad
from monitor.publiceren.lezen import een_toestand
from monitor.publiceren.nota.maken import vul_nota
from monitor.publiceren.overzicht import achterstallig, vul_overzicht
from monitor.publiceren.registers import alle_cijfers, labels, maak_indicatoren
from monitor.publiceren.schema import (
    SCHEMA,
    GemeenteKop,
    Hoofdstuk,
    InHetKort,
    Inhoud,
    UitgaveKop,
)
from monitor.publiceren.teksten import KORT, vul
from monitor.publiceren.werk import Werk
from monitor.regels.beweringen import Bevinding
from monitor.regels.perioden import Tijdvak, dag_in_woorden


@dataclass(frozen=True)
class Samenstelling:
    """A snapshot with what is wrong with it (blocks publication) and what may be wrong."""

    inhoud: Inhoud
    fouten: list[str]
    waarschuwingen: list[str]
    bevindingen: list[Bevinding] = field(default_factory=list)  # of the claim check
    verklaard: dict[str, str] = field(default_factory=dict)  # fingerprint -> explanation


def compose(uitgave: Uitgave) -> Inhoud:
    """The snapshot of the edition as it is now, shielded, figures of texts filled in."""
    return stel_samen(uitgave).inhoud


Meld = Callable[[str, int], None]  # (name of the phase, percent)


def zwijg(fase: str, voortgang: int) -> None:
    """Tell nobody."""


def stel_samen(
    uitgave: Uitgave, *, notitie: str = "", op: date | None = None, meld: Meld = zwijg
) -> Samenstelling:
    """The snapshot and its faults. `notitie` and `op` go with figures that are corrected by it."""
    meld("Samenstellen", 5)
    with een_toestand(alleen_lezen=True):
        uitgave = Uitgave.objects.select_related("gemeente", "periode", "vorige__periode").get(
            pk=uitgave.pk
        )
        bron = laad(uitgave)
        meld("Afschermen", 20)
        return _stel_samen(bron, notitie, op or timezone.localdate())


def _stel_samen(bron: Bron, notitie: str, op: date) -> Samenstelling:
    reeksen = scherm_af(bron)
    Afleider(bron, reeksen).leid_af()
    boek = Cijferboek({r: c for r, c in reeksen.items() if c})
    werk = Werk(bron, boek, Correcties(bron, notitie=notitie, op=op))
    werk.fouten += dict.fromkeys(bron.bezwaren)  # once, also when two breakdowns say the same
    werk.waarschuwingen += bron.opmerkingen
    inhoud = _leeg(werk)
    for hoofdstuk in bron.hoofdstukken:
        inhoud["hoofdstukken"].append(_hoofdstuk(werk, hoofdstuk, inhoud))
    inhoud["indicatoren"] = maak_indicatoren(werk, inhoud["hoofdstukken"])
    inhoud["correcties"] = werk.correcties.alle(alle_cijfers(werk), _namen(werk))
    vul_overzicht(werk, inhoud)
    vul_inbreng(werk, inhoud)
    vul_nota(werk, inhoud)
    gevonden = controleer(werk, inhoud, op)
    uitleg = verklaringen(bron.uitgave)
    voeg_verklaringen_toe(inhoud, gevonden, uitleg)
    return Samenstelling(inhoud, werk.fouten, werk.waarschuwingen, gevonden, uitleg)


def _namen(werk: Werk) -> dict:
    """Full name of each series: "Cliënten jeugd", "Cliënten jeugd: PGB"."""
    deel = labels(werk, sorted(werk.bron.genoemd))
    return {r: ": ".join(filter(None, (werk.indicator(r).naam, d))) for r, d in deel.items()}


def _leeg(werk: Werk) -> Inhoud:
    return {
        "schema": SCHEMA,
        "gemeente": _gemeente(werk.bron.uitgave.gemeente),
        "uitgave": _uitgave(werk),
        "hoofdstukken": [],
        "indicatoren": {},
        "programmas": {},
        "veranderd": [],
        "niet_bijgewerkt": [],
        "andere_telling": [],
        "correcties": [],
    }


def _gemeente(g: Gemeente) -> GemeenteKop:
    return {
        "slug": g.slug,
        "naam": g.naam,
        "cbs_code": g.cbs_code,
        "is_fictief": g.is_fictief,
        "thema": dict(g.thema),
        "drempel": g.drempel,
        "contact": g.contact,
    }


def _uitgave(werk: Werk) -> UitgaveKop:
    u = werk.bron.uitgave
    p = u.periode
    return {
        "slug": p.code,
        "titel": u.titel,
        "periode": periodekop(Tijdvak(p.code, p.soort, p.begin, p.eind)),
        "peildatum": u.peildatum.isoformat(),
        "peildatum_tekst": dag_in_woorden(u.peildatum),
        "vorige": {
            "slug": u.vorige.periode.code,
            "titel": u.vorige.titel,
            "periode_tekst": str(u.vorige.periode),
        }
        if u.vorige
        else None,
        "financiele_basis": u.financiele_basis,
        "financiele_basis_tekst": BASIS_TEKST[u.financiele_basis],
        "zaaknummer": u.zaaknummer,
        "college_op": u.college_op.isoformat() if u.college_op else None,
        "raad_op": u.raad_op.isoformat() if u.raad_op else None,
        "volgende_verwacht": u.volgende_verwacht,
        "in_het_kort": _kort(werk, u, "de uitgave"),
        "hoogtepunten": _regels(vul(werk, u.hoogtepunten, "de hoogtepunten")),
        "anders": vul(werk, u.anders, "‘nieuw of anders’"),
        "aanbieding": vul(werk, u.aanbieding, "de aanbiedingsnota"),
    }


def _hoofdstuk(werk: Werk, h: HoofdstukModel, inhoud: Inhoud) -> Hoofdstuk:
    waar = f"hoofdstuk {h.titel}"
    gemaakt: Hoofdstuk = {
        "code": h.code,
        "titel": h.titel,
        "domein": h.domein.code if h.domein else "",
        "in_het_kort": _kort(werk, h, waar),
        "toelichting": vul(werk, h.toelichting, waar),
        "bronnen": _regels(h.bronnen),
        "reden_leeg": h.reden_leeg,
        "blokken": [maak_blok(werk, h, b, inhoud) for b in h.blokken.all()],
        "niet_bijgewerkt": [],
    }
    gemaakt["niet_bijgewerkt"] = achterstallig(gemaakt)
    return gemaakt


def _kort(werk: Werk, bij: Uitgave | HoofdstukModel, waar: str) -> InHetKort:
    velden = {veld: vul(werk, getattr(bij, veld), waar) for veld in KORT}
    return InHetKort(**velden)  # type: ignore[typeddict-item]


def _regels(tekst: str) -> list[str]:
    return [regel.strip() for regel in tekst.splitlines() if regel.strip()]
