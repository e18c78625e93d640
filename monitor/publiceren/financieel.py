"""The finance table: budget, forecast, realised so far and last year, with the balance in words."""

from decimal import Decimal

from monitor.models import Blok
from monitor.models.enums import Basis, Eenheid, Soort
from monitor.publiceren.afschermen import NIET_GETOOND
from monitor.publiceren.cijfers import getal_van, lege_cel
from monitor.publiceren.gegevens import Cijfer, ReeksId, plat
from monitor.publiceren.noemen import Rij, begroting_soort, begrotingen, rijen
from monitor.publiceren.schema import BrugRij, Cel, FinancieelInhoud, FinancieelRij, Saldo
from monitor.publiceren.veilig import VERBORGEN
from monitor.publiceren.werk import Werk
from monitor.regels.perioden import halfjaar, jaar_, kwartaal, maand, reeks
from monitor.regels.tonen import toon_getal
from monitor.regels.verschillen import aandeel, met_teken, procent_tekst, saldo, saldo_woord

BASIS_TEKST: dict[str, str] = {
    Basis.PRIMITIEF: "primitieve begroting",
    Basis.NA_WIJZIGING: "begroting na wijziging",
}


def maak_brug(werk: Werk, blok: Blok, jaar: int) -> list[BrugRij]:
    """From the budget that the previous edition compared with to the one of this edition, row by row."""
    nu, *toen = begrotingen(werk.bron.uitgave)
    if not toen:
        return []

    def cel(rij: Rij, soort: str) -> Cel:
        return werk.cel(werk.boek.op(rij.reeks._replace(soort=soort), str(jaar)), jaar_(jaar))

    lijst = [
        _brugrij(rij.label, rij.reeks.indicator, cel(rij, toen[0]), cel(rij, nu))
        for rij in _uniek(rijen(werk.bron, blok))
    ]
    if blok.totaal and lijst:
        oud, nieuw = (som_cel([r[kant] for r in lijst]) for kant in ("oud", "nieuw"))
        lijst.append(_brugrij(blok.totaal, "", oud, nieuw))
    return lijst


def _brugrij(label: str, indicator: str, oud: Cel, nieuw: Cel) -> BrugRij:
    was, is_ = getal_van(oud), getal_van(nieuw)
    bekend = was is not None and is_ is not None
    return {
        "label": label,
        "indicator": indicator,
        "is_totaal": not indicator,
        "oud": oud,
        "nieuw": nieuw,
        "verschil_tekst": met_teken(is_ - was, eenheid=Eenheid.EURO) if bekend else "",  # type: ignore[operator]
    }


def maak_financieel(werk: Werk, blok: Blok) -> FinancieelInhoud:
    jaar = werk.bron.uitgave.peildatum.year
    lijst = [_rij(werk, rij, jaar) for rij in _uniek(rijen(werk.bron, blok))]
    if blok.totaal and lijst:
        lijst.append(_totaal(blok.totaal, lijst))
    hoofd = lijst[-1] if lijst and (len(lijst) == 1 or lijst[-1]["is_totaal"]) else None
    inhoud: FinancieelInhoud = {
        "jaar": str(jaar),
        "basis_tekst": BASIS_TEKST[Basis(werk.bron.uitgave.financiele_basis)],
        "kolommen": [
            {"code": "begroting", "titel": f"Begroting {jaar}"},
            {"code": "prognose", "titel": f"Prognose {jaar}"},
            {"code": "realisatie", "titel": _realisatie_titel(lijst, jaar)},
            {"code": "vorig_jaar", "titel": f"Totaal {jaar - 1}"},
        ],
        "rijen": lijst,
        "zin": zin(hoofd["saldo"] if hoofd else None),
        "basiswissel": basiswissel(werk),
    }
    if inhoud["basiswissel"]:
        inhoud["brug"] = maak_brug(werk, blok, jaar)
    return inhoud


def _uniek(lijst: list[Rij]) -> list[Rij]:
    """One row for each indicator and breakdown: the table chooses the kinds itself."""
    return list({(r.reeks.indicator, r.reeks.sleutel): r for r in reversed(lijst)}.values())[::-1]


def _rij(werk: Werk, rij: Rij, jaar: int) -> FinancieelRij:
    def soort(naam: str) -> ReeksId:
        return rij.reeks._replace(soort=naam)

    begroting = werk.boek.op(soort(begroting_soort(werk.bron.uitgave)), str(jaar))
    prognose = werk.boek.op(soort(Soort.PROGNOSE), str(jaar))
    realisatie = soort(Soort.REALISATIE)
    vorig = (
        werk.boek.op(soort(Soort.JAARREKENING), str(jaar - 1))
        or werk.boek.op(realisatie, str(jaar - 1))
        or opgeteld(werk, realisatie, jaar - 1, heel_jaar=True)
    )
    return {
        "label": rij.label,
        "indicator": rij.reeks.indicator,
        "is_totaal": False,
        "begroting": werk.cel(begroting, jaar_(jaar)),
        "prognose": werk.cel(prognose, jaar_(jaar)),
        "realisatie": werk.cel(_dit_jaar(werk, realisatie, jaar), jaar_(jaar)),
        "vorig_jaar": werk.cel(vorig, jaar_(jaar - 1)),
        "saldo": maak_saldo(
            begroting.waarde if begroting else None, prognose.waarde if prognose else None
        ),
    }


def _dit_jaar(werk: Werk, reeks_: ReeksId, jaar: int) -> Cijfer | None:
    """The newest figure from 1 January on; else the parts of the year added up."""
    vanaf = jaar_(jaar).begin
    lopend = [c for c in werk.boek.alle(reeks_) if c.tijdvak.begin == vanaf and c.tijdvak.eind]
    opgeteld_ = opgeteld(werk, reeks_, jaar)
    if lopend and (opgeteld_ is None or lopend[-1].tijdvak.eind >= opgeteld_.tijdvak.eind):  # type: ignore[operator]
        return lopend[-1]
    return opgeteld_


_RITMES = ((maand, 12), (kwartaal, 4), (halfjaar, 2))


def opgeteld(werk: Werk, reeks_: ReeksId, jaar: int, *, heel_jaar: bool = False) -> Cijfer | None:
    """Months, quarters or halves from January on, added up as far as they are known without a
    gap. Of several rhythms the one that reaches furthest counts."""
    beste, tot = _delen(werk, reeks_, jaar)
    if tot < 12 if heel_jaar else len(beste) < 2:
        return None
    som = sum((c.waarde for c in beste if c.waarde is not None), Decimal(0))
    vak = jaar_(jaar) if tot == 12 else reeks(maand(jaar, 1), maand(jaar, tot))
    voorlopig = any(c.status != "definitief" for c in beste)
    indicator = werk.indicator(reeks_)
    tekst = toon_getal(som, eenheid=indicator.eenheid, decimalen=indicator.decimalen)
    return Cijfer(reeks_, vak, "getal", som, tekst, "voorlopig" if voorlopig else "definitief")


def _delen(werk: Werk, reeks_: ReeksId, jaar: int) -> tuple[list[Cijfer], int]:
    """The figures of the parts of the year, and the month up to which they reach."""
    beste: list[Cijfer] = []
    verst = 0
    for deel, aantal in _RITMES:
        cijfers: list[Cijfer] = []
        for nummer in range(1, aantal + 1):
            cijfer = werk.boek.op(reeks_, deel(jaar, nummer).code)
            if cijfer is None or cijfer.waarde is None:
                break
            cijfers.append(cijfer)
        if (tot := len(cijfers) * 12 // aantal) > verst:
            beste, verst = cijfers, tot
    return beste, verst


def _totaal(label: str, lijst: list[FinancieelRij]) -> FinancieelRij:
    begroting = som_cel([rij["begroting"] for rij in lijst])
    prognose = som_cel([rij["prognose"] for rij in lijst])
    return {
        "label": label,
        "indicator": "",
        "is_totaal": True,
        "begroting": begroting,
        "prognose": prognose,
        "realisatie": som_cel([rij["realisatie"] for rij in lijst]),
        "vorig_jaar": som_cel([rij["vorig_jaar"] for rij in lijst]),
        "saldo": maak_saldo(getal_van(begroting), getal_van(prognose)),
    }


def som_cel(cellen: list[Cel], eenheid: str = Eenheid.EURO, decimalen: int = 0) -> Cel:
    """The sum over rows that are all known and over the same time; otherwise no figure."""
    som = lege_cel()
    som["periode"], som["periode_tekst"] = cellen[0]["periode"], cellen[0]["periode_tekst"]
    if any(c["toestand"] in VERBORGEN for c in cellen):
        som["toestand"], som["tekst"] = "onderdrukt", NIET_GETOOND
        return som
    waarden = [getal_van(c) for c in cellen]
    if any(w is None for w in waarden) or len({c["periode"] for c in cellen}) > 1:
        return som
    bedrag = sum((w for w in waarden if w is not None), Decimal(0))
    statussen = {c["status"] for c in cellen}
    som["waarde"], som["toestand"] = plat(bedrag), "getal"
    som["tekst"] = toon_getal(bedrag, eenheid=eenheid, decimalen=decimalen)
    som["status"] = next((s for s in ("geschat", "voorlopig") if s in statussen), "definitief")
    som["benadering"] = "ongeveer" if any(c["benadering"] for c in cellen) else ""
    return som


def maak_saldo(begroting: Decimal | None, prognose: Decimal | None) -> Saldo | None:
    """Budget minus forecast; below zero is a shortfall."""
    bedrag = saldo(begroting, prognose)
    if bedrag is None:
        return None
    return {
        "waarde": plat(bedrag) or "0",
        "tekst": toon_getal(bedrag, eenheid=Eenheid.EURO),
        "woord": saldo_woord(bedrag),
        "procent_tekst": _deel_tekst(bedrag, begroting),
    }


def _deel_tekst(bedrag: Decimal, begroting: Decimal | None) -> str:
    """Never "0%" for a balance that is not nought."""
    tekst = procent_tekst(aandeel(bedrag, begroting))
    return "minder dan 0,1%" if tekst == "0%" and bedrag else tekst


def zin(saldo_: Saldo | None) -> str:
    """ "We verwachten € 51.371 meer uit te geven dan begroot. Dat is 0,4% van de begroting." """
    if saldo_ is None:
        return ""
    if saldo_["woord"] == "gelijk":
        return "We verwachten precies uit te geven wat begroot is."
    bedrag = toon_getal(abs(Decimal(saldo_["waarde"])), eenheid=Eenheid.EURO)
    woord = "meer" if saldo_["woord"] == "tekort" else "minder"
    deel = saldo_["procent_tekst"]
    slot = f" Dat is {deel} van de begroting." if deel else ""
    return f"We verwachten {bedrag} {woord} uit te geven dan begroot.{slot}"


def basiswissel(werk: Werk) -> str:
    """A sentence when the previous edition compared with another budget."""
    if not werk.vergelijking.basis_gewisseld:
        return ""
    toen = BASIS_TEKST[Basis(werk.vergelijking.vorige_basis)]
    nu = BASIS_TEKST[Basis(werk.bron.uitgave.financiele_basis)]
    return (
        f"Deze uitgave vergelijkt met de {nu}, de vorige met de {toen}. "
        "De saldo's van beide uitgaven zijn daarom niet met elkaar te vergelijken."
    )


def _realisatie_titel(lijst: list[FinancieelRij], jaar: int) -> str:
    """ "Realisatie januari tot en met april 2021" when all rows are over the same time."""
    tekst = {r["realisatie"]["periode_tekst"] for r in lijst if r["realisatie"]["waarde"]}
    return f"Realisatie {tekst.pop()}" if len(tekst) == 1 else f"Realisatie {jaar}"
