"""The way of an edition: one table of steps, and the one function that takes a step.

    concept → in controle → vastgesteld door college → gepubliceerd → behandeld in raad

Freezing itself is `bevriezen.publish_uitgave`, withdrawing `bevriezen.intrekken`; both ask here
whether the edition has come so far, and write their step here. Source: docs/adr/0010.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from monitor import rechten
from monitor.models import Uitgave, UitgaveStap
from monitor.models.enums import NotaDeel
from monitor.models.enums import UitgaveStand as S
from monitor.publiceren.canoniek import canoniek, vingerafdruk
from monitor.publiceren.samenstellen import stel_samen

Wie = User | None  # None: from the command line
DIRECT = (S.CONCEPT, S.IN_CONTROLE, S.VASTGESTELD)  # before readers see anything


class StapFout(Exception):
    """Why a step cannot be taken: every reason at once, in Dutch, saying what to do."""

    def __init__(self, redenen: list[str]) -> None:
        self.redenen = redenen
        super().__init__(" ".join(redenen))


@dataclass(frozen=True)
class Stap:
    """One row of the table. `vraagt` are the fields that must be filled in to take it."""

    van: str
    naar: str
    naam: str
    recht: str
    vraagt: tuple[str, ...] = ()
    mag_ook: tuple[str, ...] = ()
    eigen_pagina: str = ""  # publishing and withdrawing have pages of their own
    is_terug: bool = False


def _terug(van: str, naar: str, naam: str, recht: str) -> Stap:
    return Stap(van, naar, naam, recht, ("reden",), is_terug=True)


INDIENEN, VASTSTELLEN, PUBLICEREN = (
    f"monitor.{recht}_uitgave" for recht in ("submit", "adopt", "publish")
)
STAPPEN: tuple[Stap, ...] = (
    Stap(S.CONCEPT, S.IN_CONTROLE, "Naar controle", INDIENEN),
    Stap(
        S.IN_CONTROLE,
        S.VASTGESTELD,
        "Leg het besluit van het college vast",
        VASTSTELLEN,
        ("college_op", "zaaknummer"),
        ("beslispunten",),
    ),
    Stap(S.VASTGESTELD, S.GEPUBLICEERD, "Publiceren", PUBLICEREN, eigen_pagina="publiceren"),
    Stap(S.GEPUBLICEERD, S.BEHANDELD, "Behandeld in de raad", PUBLICEREN, ("raad_op",)),
    _terug(S.IN_CONTROLE, S.CONCEPT, "Terug naar concept", INDIENEN),
    _terug(S.VASTGESTELD, S.IN_CONTROLE, "Terug naar controle", VASTSTELLEN),
    _terug(S.VASTGESTELD, S.CONCEPT, "Terug naar concept", VASTSTELLEN),
    _terug(S.BEHANDELD, S.GEPUBLICEERD, "Toch nog niet behandeld", PUBLICEREN),
    Stap(S.GEPUBLICEERD, S.INGETROKKEN, "Intrekken", PUBLICEREN, eigen_pagina="intrekken"),
    Stap(S.BEHANDELD, S.INGETROKKEN, "Intrekken", PUBLICEREN, eigen_pagina="intrekken"),
    _terug(S.INGETROKKEN, S.CONCEPT, "Opnieuw beginnen met deze uitgave", PUBLICEREN),
)
WEG = (S.CONCEPT, S.IN_CONTROLE, S.VASTGESTELD, S.GEPUBLICEERD, S.BEHANDELD)
_VRAAG = {
    "reden": "Schrijf waarom u een stap teruggaat.",
    "college_op": "Vul in op welke dag het college besloot.",
    "zaaknummer": "Vul het zaaknummer van het collegebesluit in.",
    "raad_op": "Vul in op welke dag de raad de uitgave behandelde.",
}


def mag(stap: Stap, uitgave: Uitgave, by: Wie) -> bool:
    return by is None or rechten.mag(by, stap.recht, uitgave.gemeente_id)


def mogelijk(uitgave: Uitgave, by: Wie) -> list[Stap]:
    """The steps from here that this person may take, forward first."""
    return [s for s in STAPPEN if s.van == uitgave.stand and mag(s, uitgave, by)]


def volgende(uitgave: Uitgave) -> Stap | None:
    """The step forward from here, whoever may take it."""
    return next((s for s in STAPPEN if s.van == uitgave.stand and not s.is_terug), None)


def zoek(van: str, naar: str) -> Stap | None:
    return next((s for s in STAPPEN if (s.van, s.naar) == (van, naar)), None)


@dataclass(frozen=True)
class Opgave:
    """What somebody filled in with a step."""

    reden: str = ""
    college_op: date | None = None
    zaaknummer: str = ""
    beslispunten: str = ""
    raad_op: date | None = None


@transaction.atomic
def zet_stap(
    uitgave: Uitgave, naar: str, *, by: Wie, opgave: Opgave | None = None, verwacht: str = ""
) -> UitgaveStap:
    """Take one step, in one transaction. Raises `StapFout` with every reason at once.

    `verwacht` is the state that the page showed: when somebody else took a step in between, nothing
    happens. Publishing and withdrawing go through `bevriezen`.
    """
    opgave = opgave or Opgave()
    vers = Uitgave.objects.select_for_update(of=("self",)).get(pk=uitgave.pk)
    stap = zoek(vers.stand, naar)
    if verwacht and verwacht != vers.stand:
        raise StapFout(
            [
                f"De uitgave is intussen ‘{vers.get_stand_display()}’. Kijk eerst wat er veranderd is."
            ]
        )
    if stap is None or stap.eigen_pagina:
        raise StapFout(
            [f"Vanuit ‘{vers.get_stand_display()}’ kan deze stap niet. Kies een stap van de lijst."]
        )
    if redenen := bezwaren(stap, vers, opgave, by):
        raise StapFout(redenen)
    besluit = _vul_in(stap, vers, opgave)
    if naar == S.VASTGESTELD:
        vers.save()
        besluit["inhoud"] = besloten_inhoud(vers)
    gezet = noteer(vers, naar, by=by, reden=opgave.reden, besluit=besluit)
    uitgave.stand = vers.stand
    return gezet


def besloten_inhoud(uitgave: Uitgave, inhoud: Mapping[str, Any] | None = None) -> str:
    """Fingerprint of what the college decides on: all but the planning around it, and but what the
    council says meanwhile. `inhoud` is the snapshot when it was made already."""
    geheel = dict(inhoud or stel_samen(uitgave).inhoud)
    geheel.pop("inbreng", None)
    geheel["uitgave"] = dict(geheel["uitgave"], raad_op=None, volgende_verwacht="")
    if nota := geheel.get("nota"):
        secties = [s for s in nota["secties"] if s["deel"] != NotaDeel.KALENDER]
        geheel["nota"] = dict(nota, kenmerken=[], secties=secties)
    return vingerafdruk(canoniek(geheel))


def na_besluit(uitgave: Uitgave, inhoud: Mapping[str, Any]) -> Iterator[str]:
    """Whether what the college saw is what would be published now."""
    if uitgave.stand != S.VASTGESTELD:
        return
    stap = uitgave.stappen.filter(naar=S.VASTGESTELD).first()
    besloten = stap.besluit.get("inhoud") if stap else None
    # a later version carries its own note; without it, it must be what was decided
    nu = None if uitgave.publicaties.exists() else inhoud
    if besloten and besloten != besloten_inhoud(uitgave, nu):
        yield (
            "Na het besluit van het college zijn cijfers of teksten veranderd. Zet de uitgave met een "
            "reden een stap terug bij ‘Weg van de uitgave’, en leg daarna het besluit opnieuw vast."
        )


def bezwaren(stap: Stap, uitgave: Uitgave, opgave: Opgave, by: Wie) -> list[str]:
    if not mag(stap, uitgave, by):
        wie = " of ".join(rechten.rollen_met(stap.recht))
        return [f"U mag deze stap niet zetten. Vraag het een {wie} van de gemeente."]
    redenen = [_VRAAG[v] for v in stap.vraagt if not str(getattr(opgave, v) or "").strip()]
    vandaag = timezone.localdate()
    for dag, wat in ((opgave.college_op, "het collegebesluit"), (opgave.raad_op, "de raad")):
        if dag and dag > vandaag:
            redenen.append(f"De dag van {wat} ligt in de toekomst. Zet deze stap na die dag.")
    if stap.naar == S.VASTGESTELD and opgave.college_op and opgave.college_op < uitgave.peildatum:
        redenen.append(
            f"Het college besloot volgens u voor de peildatum ({uitgave.peildatum:%d-%m-%Y}). "
            "Kijk de dag na."
        )
    return redenen


def _vul_in(stap: Stap, uitgave: Uitgave, opgave: Opgave) -> dict[str, Any]:
    """Put what was decided on the edition; the same goes into the step, as it was decided."""
    besluit: dict[str, Any] = {}
    for veld in (*stap.vraagt, *stap.mag_ook):
        if veld == "reden":
            continue
        waarde = getattr(opgave, veld)
        setattr(uitgave, veld, waarde)
        besluit[veld] = waarde.isoformat() if isinstance(waarde, date) else waarde
    return besluit


def noteer(
    uitgave: Uitgave,
    naar: str,
    *,
    by: Wie,
    reden: str = "",
    besluit: Mapping[str, Any] | None = None,
) -> UitgaveStap:
    """Set the state and append the step. Only for who checked that it may: this module, `bevriezen`."""
    van, uitgave.stand = uitgave.stand, naar
    uitgave._history_user = by  # type: ignore[attr-defined]
    uitgave.save()
    return UitgaveStap.objects.create(
        uitgave=uitgave, van=van, naar=naar, reden=reden.strip(), besluit=besluit or {}, door=by
    )


def te_vroeg(uitgave: Uitgave, by: Wie) -> list[str]:
    """Why an edition in this state cannot be published by this person; the command line may walk."""
    if uitgave.stand == S.INGETROKKEN:
        return ["Deze uitgave is ingetrokken. Kies eerst ‘Opnieuw beginnen met deze uitgave’."]
    if by is None or uitgave.stand not in (S.CONCEPT, S.IN_CONTROLE):
        return []
    return [
        f"De uitgave is nog ‘{uitgave.get_stand_display()}’. Publiceren kan nadat het besluit van het "
        "college is vastgelegd, bij ‘Weg van de uitgave’."
    ]


def loop_tot_vastgesteld(uitgave: Uitgave, *, by: Wie) -> None:
    """Walk to ‘vastgesteld’ with the decision that stands on the edition. For command line and demo.

    Each step is written down, and says that nobody pressed a button for it.
    """
    for naar in WEG[WEG.index(S(uitgave.stand)) + 1 : 3] if uitgave.stand in DIRECT else ():
        besluit = {
            "college_op": uitgave.college_op.isoformat() if uitgave.college_op else None,
            "zaaknummer": uitgave.zaaknummer,
            "beslispunten": uitgave.beslispunten,
        }
        noteer(
            uitgave,
            naar,
            by=by,
            reden="Zonder tussenstappen gepubliceerd, vanaf de opdrachtregel.",
            besluit=besluit if naar == S.VASTGESTELD else {},
        )
