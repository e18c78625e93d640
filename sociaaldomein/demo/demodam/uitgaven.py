"""The four editions of Demodam as rows of an edition file: chapters, blocks, texts.

A text names its figures by reference, so that it is right in each quarter.
"""

from collections.abc import Iterator

from sociaaldomein.demo.demodam.rijen import Rij, blok, geld, hoofdstuk, regel, tegels
from sociaaldomein.demo.demodam.tijd import Editie
from sociaaldomein.demo.demodam.zorg import jeugd, wmo


def uitgave(e: Editie) -> Iterator[Rij]:
    """All rows of one edition, in the order of the page."""
    yield _kop(e)
    yield from _financieel(e)
    yield from jeugd(e.basis)
    for schrijf in (wmo, _participatie, _sociale_basis, _programma):
        yield from schrijf()


def _kop(e: Editie) -> Rij:
    later = bool(e.vorige)
    anders = {
        "2026-K1": "Vanaf deze uitgave tonen wij de kosten per maand van zorg.",
        "2026-K2": "Wij vergelijken nu met de begroting na wijziging. De raad stelde die in mei vast.",
        "2026-K3": "Bij schuldhulp telt sinds juli 2025 ook budgetcoaching mee.",
    }.get(e.code, "Dit is de eerste uitgave in deze vorm.")
    return {
        "rijsoort": "uitgave",
        "periode": e.code,
        "titel": e.titel,
        "peildatum": e.peildatum,
        "vorige": e.vorige,
        "financiele_basis": e.basis,
        "openbaarheid": "openbaar",
        "kop": "Meer jongeren krijgen hulp. De kosten lopen dicht langs de begroting.",
        "wat_zien_we": "{clienten-jeugd} jongeren krijgen jeugdhulp. {clienten-wmo} inwoners krijgen "
        "hulp uit de Wmo. {uitkeringen} inwoners hebben een uitkering.",
        "waardoor": "Er zijn meer ouderen in Demodam. Jongeren blijven langer in hulp.",
        "wat_doen_we": "Wij helpen eerder en lichter. De inloop in de wijken is ruimer open.",
        "hoogtepunten": _punten(later),
        "anders": anders,
        "zaaknummer": f"DEMO-{e.code}",
        "volgende_verwacht": e.volgende,
        "aanbieding": "Het college biedt de raad deze monitor aan. Demodam bestaat niet: "
        "alle cijfers zijn verzonnen.",
    }


def _punten(later: bool) -> str:
    punten = [
        "{clienten-jeugd} jongeren krijgen jeugdhulp",
        "{wachtlijst-jeugd} jongeren wachten op hulp",
    ]
    if later:
        punten.append(
            "Het aantal uitkeringen verschilt met het vorige kwartaal: {uitkeringen | verschil}"
        )
    return "\n".join(punten)


def _financieel(e: Editie) -> Iterator[Rij]:
    yield hoofdstuk(
        "financieel", "Algemeen financieel", "algemeen",
        "De kosten lopen dicht langs de begroting.",
        f"Jeugdhulp kost dit jaar naar verwachting {{lasten-jeugd [prognose] @ {e.jaar}}}.",
        "Tarieven en lonen stijgen.",
        "Het college stuurt op lichtere hulp.",
        "Zorgaanbieders sturen hun rekening pas na afloop. Daarom zijn de laatste vier maanden voorlopig.",
    )  # fmt: skip
    yield blok("geld", "financieel", kop="Geld", titel="Wat verwachten wij uit te geven?", ondertitel="in euro's, heel jaar", totaal="Samen")  # fmt: skip
    for deel, label in (("jeugd", "Jeugd"), ("wmo", "Wmo"), ("participatie", "Participatie"), ("sociale-basis", "Sociale basis"), ("algemeen", "Uitvoering")):  # fmt: skip
        yield regel(f"lasten-{deel}", label=label)
    yield blok("toegang", "grafiek", vorm="jaren", kop="Toegang", titel="In januari komen de meeste meldingen binnen", ondertitel="Meldingen per maand", perioden="laatste 36")  # fmt: skip
    yield regel("meldingen-toegang")
    yield blok("algemeen-tegels", "tegels", kop="Inwoners en toegang")
    for code in ("inwoners", "doorlooptijd-toegang", "bezwaren", "huishoudens-stapeling"):
        yield regel(code)
    yield blok("bevolking", "tabel", titel="Wie woont er in Demodam?", ondertitel="Inwoners, zelfde maand in drie jaar", perioden="zelfde maand 3")  # fmt: skip
    for code in ("inwoners", "jongeren-0-17", "ouderen-70plus"):
        yield regel(code)


def _participatie() -> Iterator[Rij]:
    yield hoofdstuk(
        "participatie", "Participatie", "participatie",
        "Minder inwoners hebben een uitkering.",
        "{uitkeringen} inwoners hebben een uitkering.",
        "Er is meer werk in de regio.",
        "Wij begeleiden mensen direct na de aanvraag.",
    )  # fmt: skip
    yield from tegels(
        "uitkeringen", "aanvragen-bijstand", "uitstroom-naar-werk", "loonkostensubsidie"
    )
    yield from geld("lasten-participatie", "Uitkeringen en re-integratie")
    yield blok("stand", "grafiek", vorm="in_uit", kop="Uitkeringen", titel="Er stoppen ongeveer evenveel uitkeringen als er beginnen", ondertitel="Uitkeringen per maand", perioden="laatste 24")  # fmt: skip
    for code, label in (
        ("instroom-uitkering", "Nieuw"),
        ("uitstroom-uitkering", "Gestopt"),
        ("uitkeringen", "Lopend"),
    ):
        yield regel(code, label=label)
    yield blok(
        "regeling",
        "tabel",
        titel="Welke uitkering?",
        ondertitel="Inwoners naar regeling",
        perioden="laatste 3",
    )
    yield regel("uitkeringen", label="Samen")
    yield regel("uitkeringen", per_dimensie="regeling")
    yield blok("schuldhulp", "grafiek", vorm="lijn", kop="Schulden", titel="Sinds juli 2025 telt budgetcoaching mee", ondertitel="Dossiers schuldhulp aan het einde van de maand", perioden="laatste 24")  # fmt: skip
    yield regel("schuldhulp-dossiers")
    yield blok("signalen", "grafiek", vorm="kolom", titel="Er komen meer signalen van achterstand", ondertitel="Signalen per maand", perioden="laatste 12")  # fmt: skip
    yield regel("vroegsignalen")
    yield blok("overig", "tegels", kop="Meer over participatie")
    for code in ("gemiddelde-uitkering", "sociale-werkvoorziening", "statushouders-gehuisvest", "inburgering", "hulp-na-signaal"):  # fmt: skip
        yield regel(code)


def _sociale_basis() -> Iterator[Rij]:
    yield hoofdstuk(
        "sociale-basis", "Sociale basis", "sociale-basis",
        "De inloop in de wijken trekt meer bezoek.",
        "Er waren {inloop-bezoeken} bezoeken in de laatste maand.",
        "De inloop is vaker open.",
        "Wij steunen plannen van bewoners.",
    )  # fmt: skip
    yield from tegels(
        "inloop-bezoeken", "vrijwilligers", "mantelzorgers-bereikt", "bewonersinitiatieven"
    )
    yield from geld("lasten-sociale-basis", "Sociale basis")
    yield blok("inloop", "grafiek", vorm="gestapeld", titel="In het Centrum komt het meeste bezoek", ondertitel="Bezoeken per maand", perioden="laatste 12")  # fmt: skip
    yield regel("inloop-bezoeken", per_dimensie="wijk")
    yield blok(
        "jongerenwerk",
        "tabel",
        titel="Jongeren die jongerenwerkers kennen",
        ondertitel="Per wijk en kwartaal",
        perioden="laatste 4",
    )
    yield regel("jongerenwerk", label="Heel Demodam")
    yield regel("jongerenwerk", per_dimensie="wijk")
    yield blok("overig", "tegels", kop="Meer over de sociale basis")
    for code in ("bekendheid-hulp", "eenzaamheid"):
        yield regel(code)


def _programma() -> Iterator[Rij]:
    yield hoofdstuk(
        "programma", "Programma", "algemeen",
        "Het programma Dichtbij ligt grotendeels op schema.",
        "Twee van de drie sporen lopen zoals gepland.",
        "Het vinden van een ruimte in Oostwal kostte tijd.",
        "Het college kiest dit najaar een andere plek.",
    )  # fmt: skip
    yield blok("dichtbij", "programma", verwijst_naar="dichtbij")
