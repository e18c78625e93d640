"""The figures that staff of Demodam hand in for each edition, as rows of a tidy file.

A later delivery brings the new quarter, and the earlier months again where invoices came in late.
"""

from collections.abc import Iterator

from sociaaldomein.demo.demodam.getallen import verdeel, waarheid
from sociaaldomein.demo.demodam.programmageld import bedragen
from sociaaldomein.demo.demodam.register import CIJFERS, Cijfer
from sociaaldomein.demo.demodam.tijd import EDITIES, Editie, betaald_deel, maanden

Rij = dict[str, str]
LAAT_BETAALD = {"lasten-jeugd": "betaald-jeugd", "lasten-wmo": "betaald-wmo"}
DUBBEL = ("clienten-jeugd", "2026-03", "dijkzicht", 14)  # the mistake that edition 2026-K1 corrects
NAAST = {"dorpstad": 84, "veenmeer": 101, "zandhaven": 89, "bosrijk": 77, "land": 97}


def levering(editie: Editie) -> Iterator[Rij]:
    """All rows of the delivery for an edition."""
    w = waarheid()
    vorige = next((e for e in EDITIES if e.code == editie.vorige), None)
    nieuw = [m for m in maanden() if _tussen(m, vorige, editie)]
    for c in CIJFERS:
        if c.formule or c.code in LAAT_BETAALD.values():
            continue
        if c.code.startswith("lasten-"):
            yield from _geld(c, w[c.code], editie, nieuw)
        elif c.code == "jeugdhulp-per-1000":
            yield from _vergelijking(c, w[c.code], editie, vorige)
        else:
            yield from _inhoud(c, w[c.code], nieuw, editie)
    for jaar in sorted({m[:4] for m in nieuw} | {editie.jaar}):
        yield from _streef(jaar)
    yield from bedragen(editie)


def correctie() -> Iterator[Rij]:
    """The delivery that takes back the double count of edition 2026-K1."""
    c = next(c for c in CIJFERS if c.code == DUBBEL[0])
    geraakt = {(d, _dubbel_in(d, delen)) for d, delen in c.delen.items()}
    for rij in _inhoud(c, waarheid()[c.code], [DUBBEL[1]], None):
        if geraakt & set(rij.items()) or not any(d in rij for d in c.delen):
            yield rij | {"voetnoot": "Gecorrigeerd: 14 jongeren waren dubbel geteld."}


def _tussen(maand: str, vorige: Editie | None, editie: Editie) -> bool:
    return (vorige is None or maand > vorige.laatste_maand) and maand <= editie.laatste_maand


def _inhoud(
    c: Cijfer, waarden: list[float], nieuw: list[str], editie: Editie | None
) -> Iterator[Rij]:
    for i, maand in enumerate(maanden()):
        if maand not in nieuw or (periode := _periode(c.ritme, maand)) is None:
            continue
        waarde, teveel = waarden[i], 0
        if c.soort == "stroom" and c.ritme == "kwartaal":
            waarde = sum(waarden[max(0, i - 2) : i + 1]) / 3
        if editie and (c.code, maand) == DUBBEL[:2]:
            teveel = DUBBEL[3]
        yield _rij(c.code, "realisatie", periode, _toon(waarde + teveel, c))
        for dimensie, delen in c.delen.items():
            totaal = round(waarde * (1.27 if c.code == "clienten-wmo-product" else 1))
            for code, deel in verdeel(totaal, delen, f"{c.code}-{dimensie}-{maand}").items():
                extra = teveel if code == _dubbel_in(dimensie, delen) else 0
                yield _rij(c.code, "realisatie", periode, _toon(deel + extra, c)) | {dimensie: code}


def _dubbel_in(dimensie: str, delen: tuple[tuple[str, float], ...]) -> str:
    """In which part of a breakdown the double count fell: the named wijk, else the largest part."""
    return DUBBEL[2] if dimensie == "wijk" else delen[0][0]


def _periode(ritme: str, maand: str) -> str | None:
    """The period that ends in this month in the figure's rhythm; None when none does."""
    jaar, nummer = maand[:4], int(maand[5:])
    if ritme == "maand":
        return maand
    if ritme == "kwartaal":
        return f"{jaar}-K{nummer // 3}" if nummer % 3 == 0 else None
    return jaar if nummer == 12 else None


def _geld(c: Cijfer, waarden: list[float], editie: Editie, nieuw: list[str]) -> Iterator[Rij]:
    """Budget, commitment, forecast and what is paid so far, per month and for the year."""
    alle = dict(zip(maanden(), waarden, strict=True))
    bekend = [m for m in maanden() if m <= editie.laatste_maand]
    for maand in nieuw:
        begroot = round(alle[maand] * 0.985 / 1000) * 1000
        yield _rij(c.code, "begroting_primitief", maand, _euro(begroot))
        yield _rij(c.code, "verplichting", maand, _euro(alle[maand] * 1.02))
        yield _rij(c.code, "prognose", maand, _euro(alle[maand]))
    for maand in bekend:
        deel = _betaald(c, maand, editie.laatste_maand)
        jong = maand in bekend[-4:] and deel < 0.97
        if maand in nieuw or deel < 0.999:
            yield _rij(c.code, "realisatie", maand, _euro(alle[maand] * deel)) | (
                {"status": "voorlopig"} if jong else {}
            )
    yield from _betalingen(c, alle, bekend, editie)
    yield from _jaar(c, alle, editie, bekend)


def _betaald(c: Cijfer, maand: str, tot: str) -> float:
    """Share paid by the end of `tot`; only care providers send their invoices late."""
    return betaald_deel(_verschil(maand, tot) + 1) if c.code in LAAT_BETAALD else 1.0


def _verschil(van: str, tot: str) -> int:
    return (int(tot[:4]) - int(van[:4])) * 12 + int(tot[5:]) - int(van[5:])


def _betalingen(
    c: Cijfer, alle: dict[str, float], bekend: list[str], editie: Editie
) -> Iterator[Rij]:
    if c.code not in LAAT_BETAALD:
        return
    for maand in bekend:
        for later in range(min(12, _verschil(maand, editie.laatste_maand) + 1)):
            betaalmaand = _maand_later(maand, later)
            deel = betaald_deel(later + 1) - betaald_deel(later)
            if deel > 0:
                rij = _rij(LAAT_BETAALD[c.code], "realisatie", maand, _euro(alle[maand] * deel))
                yield rij | {"betaalmaand": betaalmaand}


def _maand_later(maand: str, later: int) -> str:
    teller = int(maand[:4]) * 12 + int(maand[5:]) - 1 + later
    return f"{teller // 12}-{teller % 12 + 1:02}"


def _jaar(c: Cijfer, alle: dict[str, float], editie: Editie, bekend: list[str]) -> Iterator[Rij]:
    """The year: budgets, forecast, paid so far, and the accounts of the year before."""
    jaar, kwartaal = editie.jaar, editie.kwartaal
    dit = [m for m in maanden() if m.startswith(jaar)]
    heel = sum(alle[m] for m in dit) * 12 / len(dit)
    begroot = round(heel * 0.985 / 10000) * 10000
    yield _rij(c.code, "begroting_primitief", jaar, _euro(begroot))
    yield _rij(
        c.code, "begroting_na_wijziging", jaar, _euro(begroot + (60000 if kwartaal < 4 else 0))
    )
    prognose = round(heel * (1 + 0.01 * (2 - kwartaal)) / 1000) * 1000
    yield _rij(c.code, "prognose", jaar, _euro(prognose))
    betaald = sum(
        alle[m] * _betaald(c, m, editie.laatste_maand) for m in bekend if m.startswith(jaar)
    )
    yield _rij(c.code, "realisatie", f"{jaar}-01_{editie.laatste_maand}", _euro(betaald)) | {
        "status": "voorlopig"
    }
    vorig = str(int(jaar) - 1)
    maanden_vorig = [m for m in maanden() if m.startswith(vorig)]
    if maanden_vorig:
        rekening = sum(alle[m] for m in maanden_vorig) * 12 / len(maanden_vorig)
        yield _rij(c.code, "jaarrekening", vorig, _euro(round(rekening, -3)))


def _vergelijking(
    c: Cijfer, waarden: list[float], editie: Editie, vorige: Editie | None
) -> Iterator[Rij]:
    """Once a year, over the year before: our own figure and those of the others."""
    if editie.kwartaal != 4 and vorige is not None:
        return
    jaar = str(int(editie.jaar) - 1)
    yield _rij(c.code, "realisatie", jaar, _toon(waarden[12], c)) | {"gemeente-naast": "demodam"}
    for naam, waarde in NAAST.items():
        yield _rij(c.code, "referentie", jaar, str(waarde)) | {"gemeente-naast": naam}


def _streef(jaar: str) -> Iterator[Rij]:
    for c in CIJFERS:
        if c.streef is not None:
            yield _rij(c.code, "streefwaarde", jaar, _toon(c.streef, c))


def _rij(indicator: str, soort: str, periode: str, waarde: str) -> Rij:
    return {
        "gemeente": "demodam",
        "indicator": indicator,
        "soort": soort,
        "periode": periode,
        "waarde": waarde,
    }


def _toon(waarde: float, c: Cijfer) -> str:
    if c.eenheid == "euro":
        return _euro(waarde)
    return f"{waarde:.{c.decimalen}f}".replace(".", ",")


def _euro(waarde: float) -> str:
    return f"{round(waarde):,}".replace(",", ".")
