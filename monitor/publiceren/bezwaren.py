"""What keeps an edition from being published, and what a publicist should look at first."""

from collections.abc import Iterator

from monitor.models import Blok, Uitgave
from monitor.models.enums import BlokSoort
from monitor.publiceren.beweringen import als_reden, als_waarschuwing, let_op, open_fouten
from monitor.publiceren.blokken import ZONDER_REGELS
from monitor.publiceren.inbreng import openstaand
from monitor.publiceren.kalender import te_laat
from monitor.publiceren.nalopen import open_teksten
from monitor.publiceren.onbeschermd import zonder_aantal
from monitor.publiceren.samenstellen import Samenstelling
from monitor.publiceren.schema import Inhoud
from monitor.publiceren.stappen import na_besluit
from monitor.publiceren.tekstcontrole import kleine_aantallen
from monitor.publiceren.teksten import KORT
from monitor.publiceren.toets import lekken
from monitor.regels.formules import lees_formule
from monitor.regels.fouten import NotatieFout


def bezwaren(uitgave: Uitgave, gemaakt: Samenstelling) -> list[str]:
    """Every reason that blocks publication, in Dutch, saying what to do."""
    return [
        *_zonder_inhoud(gemaakt.inhoud),
        *_blokken(uitgave),
        *_formules(uitgave, gemaakt.inhoud),
        *open_teksten(uitgave),
        *na_besluit(uitgave, gemaakt.inhoud),
        *gemaakt.fouten,
        *map(als_reden, open_fouten(gemaakt.bevindingen, gemaakt.verklaard)),
        *lekken(uitgave, gemaakt.inhoud),
    ]


def _zonder_inhoud(inhoud: Inhoud) -> Iterator[str]:
    if not inhoud["hoofdstukken"]:
        yield "De uitgave heeft geen hoofdstukken. Voeg er een toe."
    for h in inhoud["hoofdstukken"]:
        if not h["blokken"] and not h["reden_leeg"] and not h["toelichting"]:
            yield (
                f"Hoofdstuk {h['titel']} is leeg. Voeg een blok toe, of vul in waarom het leeg is."
            )


def _blokken(uitgave: Uitgave) -> Iterator[str]:
    blokken = (
        Blok.objects.filter(hoofdstuk__uitgave=uitgave)
        .select_related("hoofdstuk")
        .prefetch_related("regels")
    )
    for blok in blokken:
        waar = f"Hoofdstuk {blok.hoofdstuk.titel}, blok {blok.code}"
        if blok.soort not in ZONDER_REGELS and not blok.regels.all():
            yield f"{waar} heeft geen regels. Kies welke cijfers erin staan, of haal het weg."
        if blok.soort == BlokSoort.GRAFIEK and not blok.vorm:
            yield f"{waar} is een grafiek zonder vorm. Kies een vorm."


def _formules(uitgave: Uitgave, inhoud: Inhoud) -> Iterator[str]:
    """Formulas of figures in this edition that cannot be read or name what is not there."""
    afgeleid = [i for i in inhoud["indicatoren"].values() if i["formule"]]
    bestaat = (
        set(uitgave.gemeente.indicatoren.values_list("code", flat=True)) if afgeleid else set()
    )
    for indicator in afgeleid:
        try:
            namen = {naam for naam, _ in lees_formule(indicator["formule"]).namen}
        except NotatieFout as fout:
            yield f"Indicator {indicator['naam']}: {fout.melding}"
            continue
        if weg := sorted(namen - bestaat):
            yield (
                f"De formule van {indicator['naam']} noemt {', '.join(weg)}; dat cijfer bestaat niet. "
                "Verbeter de formule, of maak het cijfer bij Indicatoren."
            )
        if indicator["code"] in namen:
            yield f"De formule van {indicator['naam']} verwijst naar zichzelf. Verbeter de formule."


def waarschuwingen(uitgave: Uitgave, gemaakt: Samenstelling) -> list[str]:
    """What to look at before publishing; none of it blocks."""
    inhoud = gemaakt.inhoud
    return [
        *gemaakt.waarschuwingen,
        *_lege_velden(inhoud),
        *_oude_cijfers(inhoud),
        *_zonder_cijfers(inhoud),
        *map(als_waarschuwing, let_op(gemaakt.bevindingen, gemaakt.verklaard)),
        *kleine_aantallen(inhoud),
        *zonder_aantal(uitgave, inhoud),
        *_zonder_bron(inhoud),
        *_vorige(uitgave),
        *openstaand(uitgave),
        *te_laat(uitgave),
    ]


def _lege_velden(inhoud: Inhoud) -> Iterator[str]:
    delen = [("De uitgave", inhoud["uitgave"]["in_het_kort"])]
    delen += [(f"Hoofdstuk {h['titel']}", h["in_het_kort"]) for h in inhoud["hoofdstukken"]]
    for naam, kort in delen:
        leeg = [veld.replace("_", " ") for veld in KORT if not kort[veld].strip()]  # type: ignore[literal-required]
        if leeg:
            yield f"{naam}: ‘In het kort’ is niet af ({', '.join(leeg)})."


def _oude_cijfers(inhoud: Inhoud) -> Iterator[str]:
    if aantal := len(inhoud["niet_bijgewerkt"]):
        namen = ", ".join(n["label"] for n in inhoud["niet_bijgewerkt"][:5])
        rest = " en andere" if aantal > 5 else ""
        yield f"{aantal} {'cijfer is' if aantal == 1 else 'cijfers zijn'} niet bijgewerkt: {namen}{rest}."


def _zonder_cijfers(inhoud: Inhoud) -> Iterator[str]:
    for code, indicator in inhoud["indicatoren"].items():
        if not indicator["reeksen"]:
            yield f"Van {indicator['naam']} ({code}) is geen enkel cijfer bekend tot de peildatum."


def _zonder_bron(inhoud: Inhoud) -> Iterator[str]:
    zonder = [i["naam"] for i in inhoud["indicatoren"].values() if not i["bron"]]
    if zonder:
        yield f"Zonder bron: {', '.join(zonder[:5])}{' en andere' if len(zonder) > 5 else ''}."


def _vorige(uitgave: Uitgave) -> Iterator[str]:
    vorige = uitgave.vorige
    if vorige and not vorige.publicaties.exists():
        yield f"De vorige uitgave ({vorige.titel}) is niet gepubliceerd; er is met de cijfers van nu vergeleken."
