"""The next edition, made from the previous one in one act."""

from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from monitor.models import Blok, Blokregel, Hoofdstuk, Periode, Uitgave
from monitor.models.enums import UitgaveStand
from monitor.publiceren.nalopen import markeer
from monitor.publiceren.nota.vormen import kopieer_teksten

# What belongs to one edition alone and is not taken along.
_LEEG = ("zaaknummer", "volgende_verwacht", "beslispunten")
_GEEN = ("college_op", "raad_op", "embargo_tot", "raadsmoment")


@transaction.atomic
def volgende_uitgave(
    vorige: Uitgave, *, periode: Periode, titel: str, peildatum: date, by: User | None
) -> Uitgave:
    """A draft with the chapters, blocks, rules and texts of `vorige`, compared with it.

    The texts are marked: each must be confirmed or rewritten before the edition can be published.
    Raises ValidationError when the gemeente has an edition over this period already, or when the
    cut-off date does not lie after that of the previous one.
    """
    vorige = Uitgave.objects.select_for_update(of=("self",)).get(pk=vorige.pk)
    _controleer(vorige, periode, peildatum)
    nieuw = Uitgave.objects.get(pk=vorige.pk)
    nieuw.pk, nieuw._state.adding = None, True
    nieuw.periode, nieuw.titel, nieuw.peildatum = periode, titel, peildatum
    nieuw.vorige, nieuw.stand = vorige, UitgaveStand.CONCEPT
    for veld in _LEEG:
        setattr(nieuw, veld, "")
    for veld in _GEEN:
        setattr(nieuw, veld, None)
    nieuw._history_user = by  # type: ignore[attr-defined]
    nieuw.save()
    _kopieer_hoofdstukken(vorige, nieuw)
    return nieuw


def _controleer(vorige: Uitgave, periode: Periode, peildatum: date) -> None:
    if Uitgave.objects.filter(gemeente_id=vorige.gemeente_id, periode=periode).exists():
        raise ValidationError(
            {"periode": f"Er is al een uitgave over {periode}. Kies een andere periode."}
        )
    if peildatum <= vorige.peildatum:
        raise ValidationError(
            {
                "peildatum": "De peildatum ligt niet na die van de vorige uitgave "
                f"({vorige.peildatum:%d-%m-%Y}). Kies een latere dag."
            }
        )


def _kopieer_hoofdstukken(vorige: Uitgave, nieuw: Uitgave) -> None:
    """Four reads and five writes, however large the edition is."""
    hoofdstukken = {h.pk: h for h in Hoofdstuk.objects.filter(uitgave=vorige)}
    blokken = {b.pk: b for b in Blok.objects.filter(hoofdstuk__uitgave=vorige)}
    regels = list(Blokregel.objects.filter(blok__hoofdstuk__uitgave=vorige))
    for hoofdstuk in hoofdstukken.values():
        hoofdstuk.pk, hoofdstuk.uitgave = None, nieuw
    Hoofdstuk.objects.bulk_create(hoofdstukken.values())
    for blok in blokken.values():
        blok.pk, blok.hoofdstuk = None, hoofdstukken[blok.hoofdstuk_id]
    Blok.objects.bulk_create(blokken.values())
    for regel in regels:
        regel.pk, regel.blok = None, blokken[regel.blok_id]
    Blokregel.objects.bulk_create(regels)
    nota = kopieer_teksten(vorige, nieuw)
    markeer(nieuw, hoofdstukken.values(), blokken.values(), nota)
