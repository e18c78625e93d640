"""Reports on a line: the facts a status is proposed from, and the one way to add a report or a decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from programma.models import Herplanning, Mijlpaal, Mijlpaaldeel, Onderdeel, Programma, Stand
from programma.models.enums import Orgaan, Status
from programma.regels.datums import Datum, lees_datum
from programma.regels.status import Feiten, Voorstel, stel_voor
from programma.regels.uitloop import Moment

Regel = Onderdeel | Mijlpaal


def feiten_van(
    gepland: Datum | None, herplanningen: Iterable[Herplanning], standen: Iterable[Stand]
) -> Feiten:
    """The facts in the reports and decisions given, both in order of time.

    An empty forecast means unchanged: the newest one that was said still holds. What was completed or brought
    stays so until a newer report has another status.
    """
    standen = list(standen)
    laatste = next((s for s in reversed(standen) if s.status), None)
    met_verwacht = next((s for s in reversed(standen) if s.verwacht_tekst), None)
    zelfde = [s for s in standen if laatste and s.status in ("", laatste.status)]
    gerealiseerd = next((s.gerealiseerd for s in reversed(standen) if s.gerealiseerd_tekst), None)
    return Feiten(
        gepland=gepland,
        besluiten=[Moment(h.besloten_op, h.nieuw) for h in herplanningen if h.nieuw],
        verwacht=_moment(met_verwacht),
        gemeld=laatste.status if laatste else "",
        gemeld_op=standen[-1].datum if standen else None,
        gerealiseerd=gerealiseerd if laatste is None or laatste.status == Status.GEREED else None,
        heeft_resultaat=any(s.opgeleverd for s in zelfde),
    )


def _moment(stand: Stand | None) -> Moment | None:
    return Moment(stand.datum, stand.verwacht) if stand and stand.verwacht else None


@dataclass(frozen=True)
class Verleden:
    """What was reported and decided about one line before now, both in order of time."""

    standen: Sequence[Stand] = ()
    besluiten: Sequence[Herplanning] = ()


def verleden_van(stand: Stand) -> Verleden:
    """Read for one report; who has many reads them all at once."""
    lijn = {"onderdeel": stand.onderdeel, "mijlpaal": stand.mijlpaal, "deel": stand.deel}
    van = {"programma": stand.programma, **lijn}
    return Verleden(list(Stand.objects.filter(**van)), list(Herplanning.objects.filter(**van)))


def voorstel_bij(stand: Stand, verleden: Verleden | None = None) -> Voorstel:
    """What the facts propose when this report (not saved yet) is added."""
    regel = stand.deel or stand.regel
    if regel is None:
        return Voorstel("", "")
    verleden = verleden or verleden_van(stand)
    eerder = [s for s in verleden.standen if s.datum <= stand.datum]
    besluiten = [b for b in verleden.besluiten if b.besloten_op <= stand.datum]
    feiten = feiten_van(regel.gepland, besluiten, [*eerder, stand])
    return stel_voor(feiten, peildatum=stand.datum)


def controleer_stand(stand: Stand, verleden: Verleden | None = None) -> None:
    """Fill in the proposed status; another choice asks for an explanation. Raises ValidationError.

    A report that is put back from a file says what was proposed in its time: that is history, and asks for nothing
    now. Readers are shown the less rosy of both without an explanation, whatever a file says.

    With `verleden` no query is done: what the report refers to was just read from the database.
    """
    if verleden is None:
        stand.full_clean()
    else:
        verwijzingen = {veld.name for veld in stand._meta.concrete_fields if veld.is_relation}
        stand.full_clean(exclude=verwijzingen, validate_unique=False, validate_constraints=False)
    if stand.regel is None or not stand.status:
        return
    if stand.voorgesteld and (stand.voorgesteld == stand.status or stand.toelichting):
        return
    voorstel = voorstel_bij(stand, verleden)
    stand.voorgesteld = voorstel.status
    if stand.status != voorstel.status and not stand.toelichting:
        woord = Status(voorstel.status).label if voorstel.status in Status else voorstel.status
        raise ValidationError(
            {
                "toelichting": f"Uit de data volgt ‘{woord}’: {voorstel.reden} Kies die status, "
                "of schrijf hier voor lezers waarom het anders is."
            }
        )


def controleer_bericht(stand: Stand, verleden: Verleden | None = None) -> None:
    """A report as a person writes it now: also why it is later or stops, and since when it is done.

    Raises ValidationError by field. A file may hold what was written before these were asked.
    """
    fouten: dict[str, list[str]] = {}
    try:
        controleer_stand(stand, verleden)
    except ValidationError as fout:
        fouten |= fout.message_dict
    if not fouten.keys() - {"toelichting"}:
        voorstel = voorstel_bij(stand, verleden)
        if _mist_reden(stand, voorstel):
            fouten["reden"] = [
                "Het wordt later of het stopt. Schrijf hier waarom; lezers zien dit."
            ]
        if _mist_dag(stand, voorstel):
            fouten["gerealiseerd_tekst"] = [
                "Het afgesproken moment is voorbij. Schrijf sinds wanneer het klaar is, bijvoorbeeld ‘maart 2022’."
            ]
    if fouten:
        raise ValidationError(fouten)


def _mist_reden(stand: Stand, voorstel: Voorstel) -> bool:
    if stand.reden:
        return False
    if stand.status in (Status.GESTOPT, Status.INGETROKKEN):
        return True
    is_later = bool(voorstel.tegen_eerste.maanden) and stand.status != Status.GEREED
    return is_later and bool(stand.verwacht_tekst or stand.status == Status.VERTRAAGD)


def _mist_dag(stand: Stand, voorstel: Voorstel) -> bool:
    """Done after the promised end, and no day is known: its slip would be lost."""
    regel = stand.deel or stand.regel
    gepland = regel.gepland if regel else None
    if stand.status != Status.GEREED or not gepland or not gepland.eind:
        return False
    return gepland.eind < stand.datum and voorstel.verwacht is None


def onderwerp(regel: Regel | Mijlpaaldeel) -> dict[str, object]:
    """The relations of a report or decision about this line."""
    if isinstance(regel, Mijlpaaldeel):
        return {"onderdeel": regel.onderdeel, "mijlpaal": regel.mijlpaal, "deel": regel}
    soort = "mijlpaal" if isinstance(regel, Mijlpaal) else "onderdeel"
    return {soort: regel}


def planning_nu(regel: Regel | Mijlpaaldeel) -> str:
    """The words of the last decision, else of the first plan."""
    besluiten = Herplanning.objects.filter(programma=regel.programma, **onderwerp(regel))
    if not isinstance(regel, Mijlpaaldeel):
        besluiten = besluiten.filter(deel=None)
    laatste = besluiten.last()
    return laatste.nieuw_tekst if laatste else regel.gepland_tekst


@transaction.atomic
def verplaats(
    regel: Regel | Mijlpaaldeel,
    *,
    nieuw: str,
    reden: str,
    besloten_door: Orgaan | str,
    besloten_op: date,
    by: User | None = None,
    stand: Stand | None = None,
) -> tuple[Herplanning, Stand]:
    """Plan a line anew: a decision, and the report that says so. The first plan stays what it was.

    `stand` may hold what else there is to report. Raises ValidationError on what can not be read.
    """
    programma: Programma = regel.programma
    lijn = onderwerp(regel)
    herplanning = Herplanning(
        programma=programma, **lijn, oud_tekst=planning_nu(regel), nieuw_tekst=nieuw, reden=reden,
        besloten_door=besloten_door, besloten_op=besloten_op, gemaakt_door=by,
    )  # fmt: skip
    herplanning.full_clean()
    herplanning.save()
    stand = stand or Stand()
    stand.programma, stand.datum, stand.gemaakt_door = programma, besloten_op, by
    for veld, waarde in lijn.items():
        setattr(stand, veld, waarde)
    stand.verwacht_tekst, stand.reden = nieuw, stand.reden or reden
    if not stand.status:
        neem_voorstel(stand)
    controleer_stand(stand)
    stand.save()
    return herplanning, stand


def neem_voorstel(stand: Stand) -> None:
    """Give the report the status that the facts propose, starting from what was reported before.

    A person who wants another status writes a report of his own, with an explanation.
    """
    stand.status = _vorige_status(stand) or Status.LOOPT
    stand.clean()
    for _ in range(3):  # the proposal rests on what is reported, so look again until it stays
        voorstel = voorstel_bij(stand).status
        nieuw = voorstel if voorstel in Status else Status.NIET_GESTART
        if nieuw == stand.status:
            return
        stand.status = nieuw


def _vorige_status(stand: Stand) -> str:
    eerder = Stand.objects.filter(
        programma=stand.programma,
        onderdeel=stand.onderdeel,
        mijlpaal=stand.mijlpaal,
        deel=stand.deel,
    ).exclude(status="")
    return next(reversed([s.status for s in eerder]), "")


def maak_delen(regel: Regel) -> list[Mijlpaaldeel]:
    """Make the parts that the words of a split planning name; known ones stay as they are."""
    if regel.gepland_precisie != "delen":
        return []
    referentie = regel.gepland_op or regel.programma.start or date.today()
    bekend = set(regel.delen.values_list("naam", flat=True))
    nieuw = []
    for i, deel in enumerate(lees_datum(regel.gepland_tekst, referentie=referentie).delen):
        if deel.naam in bekend:
            continue
        soort = "mijlpaal" if isinstance(regel, Mijlpaal) else "onderdeel"
        rij = Mijlpaaldeel(
            programma=regel.programma, naam=deel.naam, gepland_tekst=deel.tekst, gepland_op=referentie,
            naar_raad=regel.naar_raad, volgorde=i, **{soort: regel},
        )  # fmt: skip
        rij.full_clean()
        rij.save()
        nieuw.append(rij)
    return nieuw
