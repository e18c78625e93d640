"""The rows of a programme that rest on figures: links and verdicts, risks, money, bounds and decisions."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch

from programma.models import Aannamestand, Beslisregel, OnderdeelIndicator, Programma

Rij = dict[str, Any]


def cijferrijen(p: Programma, codes: dict[int, str]) -> Iterator[Rij]:
    koppelingen = OnderdeelIndicator.objects.filter(onderdeel__programma=p).select_related(
        "indicator", "tegenindicator"
    )
    plek = {pk: i for i, pk in enumerate(codes)}
    alle = list(koppelingen.prefetch_related(Prefetch("standen", Aannamestand.objects.all())))
    for k in sorted(alle, key=lambda k: (plek[k.onderdeel_id], k.volgorde, k.pk)):
        wie = {
            "code": codes[k.onderdeel_id],
            "indicator": k.indicator.code,
            "schakel": k.schakel,
        }
        yield wie | {"rijsoort": "indicator", "toelichting": k.aanname, "nulmeting": k.nulmeting, "volgorde": k.volgorde,
            "tegenindicator": k.tegenindicator.code if k.tegenindicator else "",
        }  # fmt: skip
        for s in k.standen.all():
            yield wie | {"rijsoort": "aanname", "datum": s.datum, "status": s.oordeel, "toelichting": s.toelichting}  # fmt: skip


def risicorijen(p: Programma, codes: dict[int, str]) -> Iterator[Rij]:
    for r in p.risicos.prefetch_related("standen"):
        yield {
            "rijsoort": "risico", "code": r.code, "ouder": codes.get(r.onderdeel_id or 0), "titel": r.omschrijving,
            "kans": r.kans, "gevolg": r.gevolg, "maatregel": r.maatregel, "eigenaar": r.eigenaar, "trend": r.trend,
            "datum": r.gemeld_op, "eind": r.vervallen_op, "volgorde": r.volgorde,
        }  # fmt: skip
        for s in r.standen.all():
            yield {
                "rijsoort": "risicostand", "code": r.code, "datum": s.datum, "kans": s.kans, "gevolg": s.gevolg,
                "toelichting": s.toelichting,
            }  # fmt: skip


def budgetrijen(p: Programma) -> Iterator[Rij]:
    for b in p.budgetregels.select_related("reeks__indicator"):
        geld = (
            {"indicator": b.reeks.indicator.code, "reeks": b.reeks.soort, "uitsplitsing": b.reeks.sleutel}
            if b.reeks
            else {}
        )  # fmt: skip
        yield geld | {
            "rijsoort": "budget", "soort": b.soort, "titel": b.omschrijving, "document": b.document,
            "volgorde": b.volgorde,
        }  # fmt: skip


def besluitrijen(p: Programma, codes: dict[int, str]) -> Iterator[Rij]:
    """Each bound, and below it what was decided when it was passed."""
    for r in _beslisregels(p):
        wie = {
            "ouder": codes.get(r.onderdeel_id or 0), "indicator": r.indicator.code, "reeks": r.soort,
            "vergelijking": r.vergelijking, "grens": r.grens,
        }  # fmt: skip
        yield wie | {"rijsoort": "beslisregel", "omschrijving": r.actie, "gearchiveerd": not r.is_actief}  # fmt: skip
        for b in r.besluiten.all():
            yield wie | {
                "rijsoort": "besluit", "periode": b.periode.code, "gemeld_op": b.gemeld_op, "datum": b.besloten_op,
                "besloten_door": b.besloten_door, "omschrijving": b.tekst, "opgeleverd": b.opvolging,
                "eind": b.afgerond_op, "vervallen_op": b.vervallen_op,
            }  # fmt: skip


def _beslisregels(p: Programma) -> list[Beslisregel]:
    regels = p.beslisregels.select_related("indicator")
    return list(regels.prefetch_related("besluiten__periode"))
