"""How a document is written down for the tests of the claim check."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from monitor.regels.beweringen import Cijferfeit, Document, Geldrij, Tabel, Tekst
from monitor.regels.perioden import lees_periode


def dia(nummer, hoofdstuk, tekst, **velden):
    """A slide of the document: one text."""
    return Tekst(f"dia-{nummer}", f"dia {nummer}", tekst, hoofdstuk=hoofdstuk, **velden)


def feit(
    code, label, periode, waarde, eenheid="aantal", soort="realisatie", hoofdstuk="", **velden
):
    kaal = None if waarde is None else Decimal(str(waarde))
    return Cijferfeit(code, label, eenheid, periode, soort, kaal, hoofdstuk=hoofdstuk, **velden)


def geld(hoofdstuk, blok, label, begroting, prognose, **velden):
    return Geldrij(label, hoofdstuk, blok, Decimal(begroting), Decimal(prognose), **velden)


def tabel(hoofdstuk, blok, titel, *perioden, soort="tabel", **velden):
    nieuwste = lees_periode(perioden[-1]) if perioden else None
    return Tabel(hoofdstuk, blok, soort, titel, nieuwste, tuple(perioden), **velden)


def document(periode, peildatum, geschreven_op, teksten, **velden):
    return Document(
        lees_periode(periode),
        date.fromisoformat(peildatum),
        date.fromisoformat(geschreven_op),
        tuple(teksten),
        **{k: tuple(v) if isinstance(v, list) else v for k, v in velden.items()},
    )


def stuk(periode, peildatum, geschreven_op, hoofdstukken, goed, fouten, cijfers, rijen, tabellen,
         foute_cijfers=(), fout_geld=()):  # fmt: skip
    """A builder of one document: `maak(False)` has its right sentences, `maak(True)` its mistakes too."""

    def maak(met_fouten):
        erbij = {code: [] for code, _ in hoofdstukken}
        for code, zin in fouten.values() if met_fouten else ():
            erbij[code].append(zin)
        teksten = [
            dia(code, code, " ".join([*goed.get(code, []), *erbij[code]]))
            for code, _ in hoofdstukken
        ]
        return document(
            periode, peildatum, geschreven_op, teksten, hoofdstukken=hoofdstukken,
            cijfers=[*cijfers, *(foute_cijfers if met_fouten else ())],
            geldrijen=[*rijen, *(fout_geld if met_fouten else ())], tabellen=tabellen,
        )  # fmt: skip

    return maak


class Fout(NamedTuple):
    """A mistake in the run of a text: the sentence as it should be, and as it was planted."""

    soort: str  # the kinds that a check may give it: "PCT|RICHTING"
    goed: str
    fout: str


def lopend(periode, peildatum, geschreven_op, paginas, cijfers, rijen, tabellen,
           foute_cijfers=(), fout_geld=()):  # fmt: skip
    """A builder of one document whose mistakes stand in place of the right sentence, not after it."""

    def schrijf(regels, met_fouten):
        zinnen = [(r.fout if met_fouten else r.goed) if isinstance(r, Fout) else r for r in regels]
        return "".join(("\n" if z.startswith("- ") else " ") + z for z in zinnen).strip()

    def maak(met_fouten):
        teksten = [dia(c, c, schrijf(regels, met_fouten)) for c, _, regels in paginas]
        return document(
            periode, peildatum, geschreven_op, teksten,
            hoofdstukken=[(c, titel) for c, titel, _ in paginas],
            cijfers=[*(foute_cijfers if met_fouten and foute_cijfers else cijfers)],
            geldrijen=[*(fout_geld if met_fouten and fout_geld else rijen)], tabellen=tabellen,
        )  # fmt: skip

    return maak
