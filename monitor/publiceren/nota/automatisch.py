"""What a section of the note says by itself: Markdown, made from the snapshot alone.

Everything comes from what readers may know already; nothing is computed here.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date

from monitor.models import Raadsmoment, Uitgave
from monitor.models.enums import NotaDeel
from monitor.publiceren.schema import Inhoud, NietBijgewerkt
from monitor.regels.perioden import dag_in_woorden

_TEKENS = re.compile(r"([\\`*_\[\]<>|~#])")
_BEGIN = re.compile(r"^(\s*)(\d+)([.)])")


def letterlijk(tekst: str) -> str:
    """A name or figure that Markdown must not read as marks."""
    regel = " ".join(_TEKENS.sub(r"\\\1", tekst).split())
    regel = re.sub(r"^([-+])(?=\s)", r"\\\1", regel)
    return _BEGIN.sub(r"\1\2\\\3", regel)


def hooguit(punten: Iterable[str], aantal: int = 10) -> Iterable[str]:
    """The first few, and how many more there are."""
    alle = list(punten)
    rest = len(alle) - aantal
    return alle if rest < 2 else [*alle[:aantal], f"en nog {rest}, bij de cijfers zelf"]


def lijst(punten: Iterable[str]) -> str:
    return "\n".join(f"- {punt}" for punt in punten)


def delen(*stukken: str) -> str:
    return "\n\n".join(s for s in stukken if s.strip())


def _met_kop(kop: str, punten: Iterable[str]) -> str:
    tekst = lijst(punten)
    return f"### {kop}\n\n{tekst}" if tekst else ""


def samenvatting(inhoud: Inhoud) -> str:
    kort = inhoud["uitgave"]["in_het_kort"]
    vragen = (
        ("Wat zien we?", kort["wat_zien_we"]),
        ("Waardoor komt dat?", kort["waardoor"]),
        ("Wat doet de gemeente?", kort["wat_doen_we"]),
    )
    kop = f"**{kort['kop'].strip()}**" if kort["kop"].strip() else ""
    return delen(kop, *(f"### {vraag}\n\n{tekst}" for vraag, tekst in vragen if tekst.strip()))


def hoogtepunten(inhoud: Inhoud) -> str:
    return lijst(inhoud["uitgave"]["hoogtepunten"])


def wijzigingen(inhoud: Inhoud) -> str:
    """Method and base in the writers' own words, then the lists that write themselves."""
    return delen(
        inhoud["uitgave"]["anders"],
        _basis(inhoud),
        _met_kop("Van de vorige begroting naar deze", _brug(inhoud)),
        _met_kop("Andere beschrijving", _definities(inhoud)),
        _met_kop(
            "Niet te vergelijken met de vorige keer",
            (letterlijk(_naam(inhoud, r)) for r in inhoud["andere_telling"]),
        ),
        _met_kop("Gecorrigeerd of bijgesteld", hooguit(_herzien(inhoud))),
    )


def _basis(inhoud: Inhoud) -> str:
    zinnen = {
        b["inhoud"]["basiswissel"]
        for h in inhoud["hoofdstukken"]
        for b in h["blokken"]
        if b["soort"] == "financieel" and b["inhoud"].get("basiswissel")
    }
    return delen(*sorted(zinnen))


def _brug(inhoud: Inhoud) -> Iterable[str]:
    """Each row of the finance tables: what its budget was, and is now. A total of one chapter alone
    has its chapter's name before it."""
    gezien = set()
    for hoofdstuk in inhoud["hoofdstukken"]:
        for blok in hoofdstuk["blokken"]:
            for rij in blok["inhoud"].get("brug", ()):
                kenmerk = (rij["indicator"] or hoofdstuk["code"], rij["label"])
                if kenmerk in gezien:
                    continue
                gezien.add(kenmerk)
                naam = f"{hoofdstuk['titel']}, {rij['label']}" if rij["is_totaal"] else rij["label"]
                verschil = f" ({rij['verschil_tekst']})" if rij["verschil_tekst"] else ""
                yield letterlijk(
                    f"{naam}: was {rij['oud']['tekst']}, is nu {rij['nieuw']['tekst']}{verschil}"
                )


def _definities(inhoud: Inhoud) -> Iterable[str]:
    for d in inhoud.get("gewijzigde_definities", ()):
        dag = dag_in_woorden(date.fromisoformat(d["vanaf"]))
        breuk = " Cijfers van ervoor en erna zijn niet te vergelijken." if d["is_breuk"] else ""
        uitleg = f" {letterlijk(d['toelichting'])}" if d["toelichting"] else ""
        yield f"{letterlijk(d['naam'])}, vanaf {dag}: {letterlijk(d['definitie'])}{breuk}{uitleg}"


def _herzien(inhoud: Inhoud) -> Iterable[str]:
    gezien = set()
    for r in (*inhoud["correcties"], *inhoud.get("herzien", ())):
        kenmerk = (r["reeks"], r["periode_tekst"])
        if kenmerk in gezien:
            continue
        gezien.add(kenmerk)
        reden = f". {letterlijk(r['reden'])}" if r["reden"] else ""
        yield (
            letterlijk(
                f"{r['label']}, {r['periode_tekst']}: toen gepubliceerd {r['oud_tekst']}, "
                f"nu {r['nieuw_tekst']}"
            )
            + reden
        )


def _naam(inhoud: Inhoud, regel: NietBijgewerkt) -> str:
    indicator = inhoud["indicatoren"].get(regel["indicator"])
    return indicator["naam"] if indicator else regel["label"]


def niet_bijgewerkt(inhoud: Inhoud) -> str:
    return lijst(
        letterlijk(f"{_naam(inhoud, r)}: {r['stand']}")
        + (f"; nieuw cijfer: {letterlijk(r['nieuw_cijfer'])}" if r["nieuw_cijfer"] else "")
        for r in inhoud["niet_bijgewerkt"]
    )


def besluit(uitgave: Uitgave) -> str:
    """The decision of the college: day, case number, numbered points. Empty before it."""
    punten = [r.strip() for r in uitgave.beslispunten.splitlines() if r.strip()]
    if uitgave.college_op is None:
        return ""
    zaak = f" (zaaknummer {letterlijk(uitgave.zaaknummer)})" if uitgave.zaaknummer else ""
    zin = f"Het college besloot op {dag_in_woorden(uitgave.college_op)}{zaak}"
    genummerd = "\n".join(f"{i}. {letterlijk(p)}" for i, p in enumerate(punten, 1))
    return f"{zin}:\n\n{genummerd}" if punten else f"{zin}."


def kalender(uitgave: Uitgave, momenten: Iterable[Raadsmoment]) -> str:
    """What comes: the next edition, and the next six moments of the council."""
    rijen = [f"| {dag_in_woorden(m.datum)} | {letterlijk(m.naam)} |" for m in list(momenten)[:6]]
    if uitgave.volgende_verwacht.strip():
        rijen.append(f"| {letterlijk(uitgave.volgende_verwacht)} | De volgende monitor |")
    return "\n".join(["| Wanneer | Wat |", "| --- | --- |", *rijen]) if rijen else ""


def bijlagen(inhoud: Inhoud) -> str:
    """What goes with the note, beside what the writers list themselves."""
    titel = letterlijk(inhoud["uitgave"]["titel"])
    stukken = [f"{titel} (monitor.pdf)", "Alle cijfers als rekenblad (monitor.xlsx, monitor.ods)"]
    stukken += [
        f"Voortgang van {letterlijk(str(p.get('naam', slug)))} (in de monitor)"
        for slug, p in inhoud["programmas"].items()
    ]
    return lijst(stukken)


VAN_INHOUD: dict[str, Callable[[Inhoud], str]] = {
    NotaDeel.SAMENVATTING: samenvatting,
    NotaDeel.HOOGTEPUNTEN: hoogtepunten,
    NotaDeel.WIJZIGINGEN: wijzigingen,
    NotaDeel.NIET_BIJGEWERKT: niet_bijgewerkt,
    NotaDeel.BIJLAGEN: bijlagen,
}
