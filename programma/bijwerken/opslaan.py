"""Saving reports on lines: added, never edited; nobody writes past what he has not seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from programma.bijwerken.formulier import INHOUD, LijnForm
from programma.bijwerken.lijst import Onderwerp, over_regel
from programma.models import Bijwerklink, Herplanning, Programma, Stand
from programma.momentopname.laden import Sleutel, per_regel
from programma.regels.teksten import schoon
from programma.standen import Verleden, controleer_bericht


@dataclass(frozen=True)
class _Bron:
    """Who reports, on which day, and what was there before: read once for all lines."""

    datum: date
    by: User | None
    via: Bijwerklink | None
    verleden: Mapping[Sleutel, Verleden]


@transaction.atomic
def bewaar(
    forms: Iterable[LijnForm],
    *,
    datum: date,
    by: User | None = None,
    via: Bijwerklink | None = None,
) -> list[Stand]:
    """Save each form that is right; what is not says why in the form itself, with its text kept.

    In a constant number of queries, however many lines there are.
    """
    forms = list(forms)
    if not forms:
        return []
    # One at a time: who comes second sees what the first wrote.
    pk = forms[0].lijn.onderwerp.programma_id
    Programma.objects.select_for_update().only("pk").get(pk=pk)
    bron = _Bron(datum, by, via, _verleden(pk, [form.lijn.onderwerp for form in forms]))
    standen = [s for form in forms if (s := _maak(form, bron)) is not None]
    Stand.objects.bulk_create([s for s in standen if s.pk is None])
    return standen


def _verleden(programma_id: int, regels: Iterable[Onderwerp]) -> dict[Sleutel, Verleden]:
    """The reports and decisions about these lines."""
    sleutels = [over_regel(regel) for regel in regels]
    van = Q(onderdeel__in={o for o, _, _ in sleutels if o is not None})
    van |= Q(mijlpaal__in={m for _, m, _ in sleutels if m is not None})
    van |= Q(deel__in={d for _, _, d in sleutels if d is not None})
    standen = Stand.objects.filter(van, programma_id=programma_id)
    per_stand = per_regel(standen.select_related("gemaakt_door", "via_link"))
    per_besluit = per_regel(Herplanning.objects.filter(van, programma_id=programma_id))
    return {x: Verleden(per_stand.get(x, []), per_besluit.get(x, [])) for x in sleutels}


def _maak(form: LijnForm, bron: _Bron) -> Stand | None:
    """The report of this form, to be saved; the one that is there when the form was sent twice."""
    if not form.is_valid():
        return None
    verleden = bron.verleden[over_regel(form.lijn.onderwerp)]
    nieuwste = max(verleden.standen, key=lambda s: s.pk, default=None)
    if nieuwste is not None and nieuwste.pk != form.cleaned_data["gezien"]:
        if _zelfde(nieuwste, form, bron.by, bron.via):
            return nieuwste
        form.meld_botsing(nieuwste)
        return None
    if _moet_bevestigen(form) and nieuwste is not None:
        form.meld_botsing(nieuwste)
        return None
    stand = form.maak_stand(datum=bron.datum, gemaakt_door=bron.by, via_link=bron.via)
    try:
        controleer(stand, verleden)
    except ValidationError as fout:
        form.meld(fout)
        return None
    return stand


def _moet_bevestigen(form: LijnForm) -> bool:
    """The collision was shown on the page that was sent, and is not confirmed."""
    return form.add_prefix("botsing") in form.data and not form.cleaned_data["bevestig"]


def _zelfde(stand: Stand, form: LijnForm, by: User | None, via: Bijwerklink | None) -> bool:
    afzender = (stand.gemaakt_door_id, stand.via_link_id) == (by and by.pk, via and via.pk)
    return afzender and all(getattr(stand, v) == schoon(form.cleaned_data[v]) for v in INHOUD)


def controleer(stand: Stand, verleden: Verleden) -> None:
    """What every report says here: also how it stands. Raises ValidationError by field."""
    fouten: dict[str, list[str]] = {}
    if not stand.status:
        fouten["status"] = ["Kies hoe het ervoor staat."]
    try:
        controleer_bericht(stand, verleden)
    except ValidationError as fout:
        fouten |= fout.message_dict
    if fouten:
        raise ValidationError(fouten)
