"""Texts that came along from the previous edition: to be confirmed or rewritten before publishing.

A text is settled by a confirmation, or by being another text than was copied: so a form, a grid or
a file that rewrites it settles it without knowing of this.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from monitor.models import Blok, Hoofdstuk, Notatekst, Tekstcontrole, Uitgave
from monitor.publiceren.stappen import Wie
from monitor.publiceren.teksten import VELDEN_HOOFDSTUK, VELDEN_UITGAVE, onbekend

VELDEN: dict[type, tuple[str, ...]] = {
    Uitgave: VELDEN_UITGAVE,
    Hoofdstuk: (*VELDEN_HOOFDSTUK, "reden_leeg"),
    Blok: ("titel", "ondertitel", "tekst"),
    Notatekst: ("tekst",),
}


def markeer(
    uitgave: Uitgave,
    hoofdstukken: Iterable[Hoofdstuk],
    blokken: Iterable[Blok],
    nota: Iterable[Notatekst] = (),
) -> list[Tekstcontrole]:
    """Every filled text of a copied edition becomes one to look at. One write."""
    rijen = _van(uitgave, uitgave=uitgave)
    for hoofdstuk in hoofdstukken:
        rijen += _van(hoofdstuk, uitgave=uitgave, hoofdstuk=hoofdstuk)
    for blok in blokken:
        rijen += _van(blok, uitgave=uitgave, hoofdstuk=blok.hoofdstuk, blok=blok)
    for notatekst in nota:
        rijen += _van(notatekst, uitgave=uitgave, notatekst=notatekst)
    return Tekstcontrole.objects.bulk_create(rijen)


def _van(obj: Uitgave | Hoofdstuk | Blok | Notatekst, **plek: object) -> list[Tekstcontrole]:
    return [
        Tekstcontrole(veld=veld, tekst=getattr(obj, veld), **plek)
        for veld in VELDEN[type(obj)]
        if getattr(obj, veld).strip()
    ]


@dataclass
class Groep:
    """The copied texts of one chapter, or of the edition itself."""

    titel: str
    hoofdstuk: Hoofdstuk | None
    teksten: list[Tekstcontrole] = field(default_factory=list)

    @property
    def open(self) -> list[Tekstcontrole]:
        return [t for t in self.teksten if t.is_open]


def groepen(uitgave: Uitgave) -> list[Groep]:
    """All copied texts by chapter, in the order of the edition. One query."""
    rijen = uitgave.tekstcontroles.select_related(
        "uitgave", "hoofdstuk", "blok", "bevestigd_door", "notatekst__sectie"
    )
    per: dict[int | None, Groep] = defaultdict(lambda: Groep("De uitgave", None))
    for t in sorted(rijen, key=_volgorde):
        nummer = t.hoofdstuk_id
        if t.hoofdstuk is not None and nummer not in per:
            per[nummer] = Groep(f"Hoofdstuk {t.hoofdstuk.titel}", t.hoofdstuk)
        per[nummer].teksten.append(t)
    return list(per.values())


def _volgorde(t: Tekstcontrole) -> tuple[int, ...]:
    hoofdstuk = (1, t.hoofdstuk.volgorde, t.hoofdstuk.pk) if t.hoofdstuk else (0, 0, 0)
    blok = (1, t.blok.volgorde) if t.blok else (0, 0)
    return (*hoofdstuk, *blok, t.notatekst.sectie.volgorde if t.notatekst else 0, t.pk)


def naam(t: Tekstcontrole) -> str:
    """ "Waardoor komt dat", "Grafiek ‘Cliënten’: titel"."""
    veld = str(type(t.bij)._meta.get_field(t.veld).verbose_name)  # type: ignore[union-attr]
    if t.notatekst is not None:
        return f"Nota, {t.notatekst.sectie.kop}"
    if t.blok is None:
        return veld[:1].upper() + veld[1:]
    return f"{t.blok.get_soort_display()} ‘{t.blok}’: {veld}"


def open_teksten(uitgave: Uitgave) -> list[str]:
    """What blocks publication: per chapter which texts nobody confirmed or rewrote."""
    redenen = []
    for groep in groepen(uitgave):
        if not (open_ := groep.open):
            continue
        namen = ", ".join(naam(t).lower() if t.blok is None else naam(t) for t in open_[:6])
        rest = f" en nog {len(open_) - 6}" if len(open_) > 6 else ""
        aantal = "1 tekst is" if len(open_) == 1 else f"{len(open_)} teksten zijn"
        redenen.append(
            f"{groep.titel}: {aantal} uit de vorige uitgave en nog niet gecontroleerd ({namen}{rest}). "
            "Herschrijf of bevestig ze bij ‘Teksten nalopen’."
        )
    return redenen


def merkteken(tekst: str) -> str:
    """Short fingerprint of a text as a page showed it."""
    return sha256(tekst.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Invulling:
    """What somebody did with one text: the text as it is now on the page, and whether it is right."""

    nummer: int
    tekst: str
    klopt: bool
    getoond: str  # merkteken of the text that the page showed


@transaction.atomic
def verwerk(
    uitgave: Uitgave, invullingen: Sequence[Invulling], *, by: Wie
) -> tuple[int, list[str]]:
    """Rewrite and confirm texts; returns how many were settled, and what was refused.

    A text that somebody else changed since the page was shown is left alone.
    """
    vers = Uitgave.objects.select_for_update(of=("self",)).get(pk=uitgave.pk)
    if vers.reden_vast:
        return 0, [vers.reden_vast]
    rijen = {t.pk: t for g in groepen(uitgave) for t in g.teksten}
    gedaan, mis = 0, []
    for i in invullingen:
        if (t := rijen.get(i.nummer)) is None or not t.is_open:
            continue
        if merkteken(t.nu) != i.getoond:
            mis.append(f"{naam(t)} is intussen door iemand anders veranderd. Kijk opnieuw.")
            continue
        if reden := onbekend(uitgave.gemeente, {naam(t): i.tekst}).get(naam(t)):
            mis.append(f"{naam(t)}: {reden}")
            continue
        gedaan += _verwerk_een(t, i, by)
    return gedaan, mis


def _verwerk_een(t: Tekstcontrole, i: Invulling, by: Wie) -> bool:
    tekst = i.tekst.replace("\r\n", "\n").strip()
    if tekst != t.nu.strip().replace("\r\n", "\n"):
        obj = t.bij
        setattr(obj, t.veld, tekst)
        obj._history_user = by  # type: ignore[union-attr]
        obj.full_clean(exclude=[f.name for f in obj._meta.fields if f.name != t.veld])
        obj.save(update_fields=[t.veld])
        return True
    if i.klopt:
        Tekstcontrole.objects.filter(pk=t.pk).update(bevestigd_op=timezone.now(), bevestigd_door=by)
    return i.klopt
