"""The tree of a programme with the count of every node."""

from datetime import date

from monitor.regels.perioden import dag_in_woorden
from programma.models import Onderdeel, OnderdeelIndicator, Stand
from programma.momentopname.laden import Gegevens
from programma.momentopname.oordelen import maak_oordelen
from programma.momentopname.regels import datum_inhoud, sleutel_van
from programma.momentopname.schema import CijferRef, Knoop, Regel, Verslag
from programma.regels.tellen import categorie, squares, tel


def maak_boom(g: Gegevens, regels: list[Regel]) -> list[Knoop]:
    return [_knoop(g, o, regels, 1) for o in g.onderdelen.values() if o.ouder_id is None]


def _knoop(g: Gegevens, onderdeel: Onderdeel, regels: list[Regel], niveau: int) -> Knoop:
    """A node; one that shows another a second time takes its state from there."""
    eigen = g.onderdelen.get(onderdeel.zelfde_als_id or 0, onderdeel)
    kinderen = [
        _knoop(g, kind, regels, niveau + 1)
        for kind in g.onderdelen.values()
        if kind.ouder_id == onderdeel.pk
    ]
    eigen_regels = [r for r in regels if r["soort"] == "onderdeel" and r["onderdeel"] == eigen.code]
    codes = [r["categorie"] for r in eigen_regels if r["telt"]]
    codes += [code for kind in kinderen for code in kind["vierkanten"]]
    namen = g.programma.niveaulijst
    delen = {d.pk: d.naam for d in g.delen.get(("onderdeel", eigen.pk), [])}
    return {
        "code": onderdeel.code,
        "nummer": onderdeel.nummer,
        "titel": onderdeel.titel,
        "omschrijving": onderdeel.omschrijving or eigen.omschrijving,
        "eigenaar": onderdeel.eigenaar or eigen.eigenaar,
        "niveau": niveau,
        "niveau_naam": namen[min(niveau, len(namen)) - 1].enkel,
        "zelfde_als": eigen.code if onderdeel.zelfde_als_id else "",
        "ook_onder": _ook_onder(g, onderdeel, eigen),
        "gepland": datum_inhoud(eigen.gepland),
        "regels": [r["id"] for r in eigen_regels],
        "vierkanten": squares(codes),
        "zin": tel(codes).zin,
        "verslagen": [_verslag(s, delen) for s in reversed(_standen(g, eigen))],
        "cijfers": [
            cijfer
            for koppeling in g.cijfers.get(eigen.pk, [])
            for cijfer in (_cijfer(koppeling, g.peildatum), *_tegencijfer(koppeling))
        ],
        "kinderen": kinderen,
    }


def _standen(g: Gegevens, onderdeel: Onderdeel) -> list[Stand]:
    """Reports on the whole and on its parts, oldest first."""
    delen = g.delen.get(("onderdeel", onderdeel.pk), [])
    alle = [s for d in (None, *delen) for s in g.standen.get(sleutel_van(onderdeel, d), [])]
    return sorted(alle, key=lambda s: (s.datum, s.pk))


def _ook_onder(g: Gegevens, onderdeel: Onderdeel, eigen: Onderdeel) -> list[str]:
    """The branches in which the same activity also stands."""
    plekken = [
        o for o in g.onderdelen.values() if eigen.pk in (o.pk, o.zelfde_als_id) and o != onderdeel
    ]
    return [g.onderdelen[o.ouder_id].titel for o in plekken if o.ouder_id in g.onderdelen]


def _verslag(stand: Stand, delen: dict[int, str]) -> Verslag:
    oordelen = [f"{o['naam']}: {o['tekst']}" for o in maak_oordelen([stand])]
    return {
        "deel": delen.get(stand.deel_id or 0, ""),
        "op": stand.datum.isoformat(),
        "op_tekst": dag_in_woorden(stand.datum),
        "status_tekst": stand.get_status_display(),
        "categorie": categorie(stand.status).code if stand.status else "",
        "gedaan": stand.gedaan,
        "opgeleverd": stand.opgeleverd,
        "reden": stand.reden,
        "nodig": stand.nodig,
        "effect": stand.get_effect_display(),
        "toelichting": stand.toelichting,
        "oordelen": oordelen,
    }


def _tegencijfer(koppeling: OnderdeelIndicator) -> list[CijferRef]:
    """The figure that shows whether lower costs hurt elsewhere; it stands beside those costs."""
    tegen = koppeling.tegenindicator
    if tegen is None:
        return []
    return [
        {
            "indicator": tegen.code,
            "naam": tegen.naam,
            "schakel": koppeling.schakel,
            "schakel_tekst": f"Tegencijfer bij {koppeling.indicator.naam}",
            "aanname": "",
            "nulmeting": koppeling.nulmeting,
            "oordeel": "",
            "oordeel_tekst": "",
            "oordelen": [],
        }
    ]


def _cijfer(koppeling: OnderdeelIndicator, peildatum: date) -> CijferRef:
    standen = [s for s in koppeling.standen.all() if s.datum <= peildatum]
    laatste = standen[-1] if standen else None
    return {
        "indicator": koppeling.indicator.code,
        "naam": koppeling.indicator.naam,
        "schakel": koppeling.schakel,
        "schakel_tekst": koppeling.get_schakel_display(),
        "aanname": koppeling.aanname,
        "nulmeting": koppeling.nulmeting,
        "oordeel": laatste.oordeel if laatste else "",
        "oordeel_tekst": laatste.get_oordeel_display() if laatste else "",
        "oordelen": [
            {
                "op": s.datum.isoformat(),
                "op_tekst": dag_in_woorden(s.datum),
                "oordeel_tekst": s.get_oordeel_display(),
                "toelichting": s.toelichting,
            }
            for s in reversed(standen)
        ],
    }
