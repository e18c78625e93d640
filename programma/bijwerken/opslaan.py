"""Saving reports on lines: added, never edited; nobody writes past what he has not seen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from programma.bijwerken.formulier import INHOUD, LijnForm
from programma.models import Bijwerklink, Programma, Stand
from programma.regels.teksten import schoon
from programma.standen import controleer_bericht, onderwerp


@transaction.atomic
def bewaar(
    forms: Iterable[LijnForm],
    *,
    datum: date,
    by: User | None = None,
    via: Bijwerklink | None = None,
) -> list[Stand]:
    """Save each form that is right; what is not says why in the form itself, with its text kept."""
    forms = list(forms)
    if forms:  # one at a time: who comes second sees what the first wrote
        pk = forms[0].lijn.onderwerp.programma_id
        Programma.objects.select_for_update().only("pk").get(pk=pk)
    return [s for form in forms if (s := _bewaar(form, datum=datum, by=by, via=via)) is not None]


def _bewaar(
    form: LijnForm, *, datum: date, by: User | None, via: Bijwerklink | None
) -> Stand | None:
    if not form.is_valid():
        return None
    nieuwste = _nieuwste(form)
    if nieuwste is not None and nieuwste.pk != form.cleaned_data["gezien"]:
        if _zelfde(nieuwste, form, by, via):
            return nieuwste  # the same form sent twice
        form.meld_botsing(nieuwste)
        return None
    if _moet_bevestigen(form) and nieuwste is not None:
        form.meld_botsing(nieuwste)
        return None
    stand = form.maak_stand(datum=datum, gemaakt_door=by, via_link=via)
    try:
        controleer(stand)
    except ValidationError as fout:
        form.meld(fout)
        return None
    stand.save()
    return stand


def _nieuwste(form: LijnForm) -> Stand | None:
    over = form.lijn.onderwerp
    regel = {"onderdeel": None, "mijlpaal": None, "deel": None} | onderwerp(over)
    standen = Stand.objects.filter(programma_id=over.programma_id, **regel)
    return standen.select_related("gemaakt_door", "via_link").order_by("-pk").first()


def _moet_bevestigen(form: LijnForm) -> bool:
    """The collision was shown on the page that was sent, and is not confirmed."""
    return form.add_prefix("botsing") in form.data and not form.cleaned_data["bevestig"]


def _zelfde(stand: Stand, form: LijnForm, by: User | None, via: Bijwerklink | None) -> bool:
    afzender = (stand.gemaakt_door_id, stand.via_link_id) == (by and by.pk, via and via.pk)
    return afzender and all(getattr(stand, v) == schoon(form.cleaned_data[v]) for v in INHOUD)


def controleer(stand: Stand) -> None:
    """What every report says here: also how it stands. Raises ValidationError by field."""
    fouten: dict[str, list[str]] = {}
    if not stand.status:
        fouten["status"] = ["Kies hoe het ervoor staat."]
    try:
        controleer_bericht(stand)
    except ValidationError as fout:
        fouten |= fout.message_dict
    if fouten:
        raise ValidationError(fouten)
