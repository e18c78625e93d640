"""The kind "rondgang": the grid of one edition as a workbook that goes round and comes back filled in.

Tidy columns like any file of figures, so that the one reader reads it; beside them what helps people
(chapter, owner, name, earlier values) and what guards them (edition, version that was shown).
"""

from __future__ import annotations

from typing import Any

from monitor.invoer.blok import Ruw
from monitor.invoer.breed import ZOEK
from monitor.invoer.cellen import als_tekst
from monitor.invoer.cijferkolommen import Lezing
from monitor.invoer.cijferrijen import VASTE_NAMEN
from monitor.invoer.controle import ONGEWIJZIGD, Controle
from monitor.invoer.fouten import Fout, InmiddelsGewijzigd
from monitor.invoer.reeksen import Cijferplek
from monitor.invoer.rondgang_blad import Rekenblad, schrijf_rekenblad
from monitor.invoer.rooster import Roosterrij, reden_dicht, rijen_voor
from monitor.invoer.rooster_bewaren import getoonde_staten, liet_staan, vraagt_reden
from monitor.invoer.rooster_lezen import ZONDER_WAARDE
from monitor.invoer.schrijver import Waarde
from monitor.invoer.tabel import Kolom, Rij, Tabel, norm
from monitor.invoer.toepassen import Cijfer
from monitor.invoer.twijfels import voorspel
from monitor.invoer.vergelijken import Vergelijking, Vergelijkingen, vergelijk
from monitor.invoer.voortgang import Voortgang
from monitor.invoer.waarnemingen import Waarnemingen, nog_niet_gezegd, vul
from monitor.models import Aanlevering, Gemeente, Uitgave

LEZEN = ["hoofdstuk", "eigenaar", "cijfer", "over", "jaar_eerder", "vorige"]
INVULLEN = ["waarde", "status", "voetnoot", "beloofd_voor"]
SLEUTELS = ["gemeente", "uitgave", "indicator", "soort", "periode"]
MERK = frozenset({"uitgave", "indicator", "soort", "periode", "waarde"})
UITLEG = (
    "Vul de gele cellen in. Laat leeg wat u niet weet: dan verandert er niets. Lever dit bestand in op "
    "de pagina ‘Cijfers invullen’ van deze uitgave."
)
KOPRIJ = 3
MEEST_TWIJFELS = 20  # lines in the preview


class Rondgang(Waarnemingen):
    code = "rondgang"
    naam = "Ingevuld rekenblad van een uitgave"
    heeft_sjabloon = False
    is_herbruikbaar = False  # it reads the edition as well

    def __init__(self, uitgave: Uitgave | None = None) -> None:
        self.uitgave = uitgave

    def voor(self, uitgave: Uitgave) -> Rondgang:
        """This kind, for a file that must be of this edition."""
        return Rondgang(uitgave)

    def bij(self, aanlevering: Aanlevering) -> Rondgang:
        """At a grid it was delivered for that edition; else the file says for which."""
        return Rondgang(aanlevering.uitgave)

    def zonder_kop(self, ruw: Ruw) -> Ruw:
        """The lines above the names of the columns are for people."""
        for erboven, (_, cellen) in enumerate(ruw.begin(ZOEK)):
            if {norm(als_tekst(c)) for c in cellen.values()} >= MERK:
                ruw.sla_over(erboven)
                break
        return ruw

    def kolommen(self, gemeente: Gemeente | None) -> list[Kolom]:
        eigen = [Kolom(naam, "Om te lezen.") for naam in (*LEZEN, "versie", "melding")]
        uitgave = Kolom("uitgave", "De uitgave waar het rekenblad voor gemaakt is.", True)
        return [*super().kolommen(gemeente), uitgave, *eigen]

    def voorbeelden(self, gemeente: Gemeente | None) -> list[dict[str, str]]:
        return []

    def controleer(self, tabel: Tabel, gemeente: Gemeente) -> Controle:
        controle = Controle(rijen=len(tabel.rijen), fouten=list(tabel.fouten), plan=[])
        uitgave = self._uitgave(tabel, gemeente, controle.fouten)
        if uitgave is None:
            return controle
        rooster = {r.plek: r for r in rijen_voor(uitgave, met_twijfels=False)}
        gevuld, leeg = _gevuld(tabel, controle.fouten)
        lezing = Lezing(gevuld, gemeente)
        controle.fouten += nog_niet_gezegd(lezing.fouten, tabel.fouten)
        versies = {r.nummer: r.tekst("versie") for r in gevuld.rijen}
        uitkomst = vergelijk(gemeente, lezing.cijfers)
        goed = _beoordeel(uitkomst, rooster, versies, controle.fouten)
        vul(controle, goed)
        controle.tellingen[ONGEWIJZIGD] += len(uitkomst) - len(goed) if controle.kan else 0
        controle.plan = (goed.cijfers, uitgave)
        if leeg:
            controle.opmerkingen.append(f"Leeg gelaten regels, waar niets verandert: {leeg}.")
        controle.opmerkingen += _twijfels(gemeente, [v.cijfer for v in goed if v.is_veranderd])
        if aantal := sum(v.is_veranderd and vraagt_reden(v) for v in goed):
            controle.vraagt_reden = True
            controle.opmerkingen.append(
                f"Bekende cijfers die veranderen: {aantal}. Vul in waarom ze veranderen."
            )
        return controle

    def pas_toe(
        self,
        controle: Controle,
        gemeente: Gemeente,
        *,
        aanlevering: Aanlevering,
        by: object,
        reden: str,
        voortgang: Voortgang | None = None,
    ) -> Controle:
        cijfers, aanlevering.uitgave = controle.plan
        kaal = Controle(rijen=controle.rijen, fouten=controle.fouten, plan=cijfers)
        return super().pas_toe(
            kaal, gemeente, aanlevering=aanlevering, by=by, reden=reden, voortgang=voortgang
        )

    def _uitgave(self, tabel: Tabel, gemeente: Gemeente, fouten: list[Fout]) -> Uitgave | None:
        """The edition that the file names. None, with the reason, when it can not be filled in."""
        codes = {r.tekst("uitgave"): r for r in reversed(tabel.rijen)}
        if len(codes) > 1:
            rij = tabel.rijen[0]
            melding = f"In dit bestand staan rijen van meer uitgaven: {', '.join(sorted(codes))}."
            fouten.append(rij.fout("uitgave", melding, "Lever elk rekenblad apart in."))
            return None
        (code, rij), *_ = codes.items()
        if self.uitgave is not None and code != self.uitgave.slug:
            melding = (
                f"Dit rekenblad is gemaakt voor uitgave {code}, niet voor {self.uitgave.slug}."
            )
            fouten.append(
                rij.fout("uitgave", melding, "Lever het in bij de uitgave die erin staat.")
            )
            return None
        gevonden = (
            Uitgave.objects.filter(gemeente=gemeente, periode__code=code)
            .select_related("periode", "vorige", "gemeente")
            .first()
        )
        if gevonden is None:
            melding = f"{gemeente} heeft geen uitgave over {code}."
            fouten.append(rij.fout("uitgave", melding, "Haal het rekenblad opnieuw op."))
            return None
        if dicht := reden_dicht(gevonden):
            fouten.append(Fout(dicht))
            return None
        return gevonden


def _gevuld(tabel: Tabel, fouten: list[Fout]) -> tuple[Tabel, int]:
    """The rows with a value, in the columns that the reader of figures knows; and how many had none."""
    hulp = frozenset([*LEZEN, "versie", "melding", "uitgave"])
    rijen = []
    for rij in tabel.rijen:
        if "waarde" in rij.cellen:
            rijen.append(rij)
        elif rij.tekst("versie") in ("", "0") and any(map(rij.tekst, INVULLEN)):
            fouten.append(_zonder_waarde(rij))
    kolommen = [k for k in tabel.kolommen if k not in hulp]
    return Tabel(kolommen, rijen), len(tabel.rijen) - len(rijen)


def _zonder_waarde(rij: Rij) -> Fout:
    """Something was filled in beside a value that is not there: it is not left out unseen."""
    if rij.tekst("voetnoot"):
        return rij.fout("waarde", ZONDER_WAARDE.melding, ZONDER_WAARDE.advies)
    if rij.tekst("beloofd_voor"):
        advies = "Schrijf ‘nog niet bekend’ bij de waarde."
        return rij.fout("waarde", "Er staat een belofte zonder waarde.", advies)
    return rij.fout("waarde", "Er staat een status zonder cijfer.", ZONDER_WAARDE.advies)


def _beoordeel(
    uitkomst: Vergelijkingen,
    rooster: dict[Cijferplek, Roosterrij],
    versies: dict[int, str],
    fouten: list[Fout],
) -> Vergelijkingen:
    """What stands in the grid and was not changed by somebody else since the file was made."""
    getoond = {
        str(v.cijfer.rij): (v.cijfer, int(versie))
        for v in uitkomst
        if (versie := versies.get(v.cijfer.rij, "")).isdecimal() and len(versie) < 9
    }
    ingehaald = {
        s: paar
        for v in uitkomst
        if v.is_veranderd and (paar := getoond.get(s := str(v.cijfer.rij))) and paar[1] != v.versie
    }
    toen = getoonde_staten(ingehaald)
    goed = []
    for i, v in enumerate(uitkomst):
        plek, sleutel = (*v.cijfer.reeks, v.cijfer.periode), str(v.cijfer.rij)
        if plek not in rooster:
            fouten.append(_vreemd(v.cijfer))
        elif sleutel not in ingehaald:
            goed.append(i)
        elif not liet_staan(v, toen[sleutel][0]):
            fouten.append(_ingehaald(v, rooster[plek], toen[sleutel][1]))
    return uitkomst.kies(goed)


def _twijfels(gemeente: Gemeente, cijfers: list[Cijfer]) -> list[str]:
    """What would be doubted of the new figures, before they are confirmed."""
    gevonden = voorspel(gemeente, cijfers)
    regels = [f"Rij {c.rij}, {c.indicator.naam}: {b.som} {b.advies}" for c, b in gevonden]
    if len(regels) > MEEST_TWIJFELS:
        over = len(regels) - MEEST_TWIJFELS
        return [
            *regels[:MEEST_TWIJFELS],
            f"En nog {over} andere twijfels; u ziet ze in het rooster.",
        ]
    return regels


def _vreemd(cijfer: Cijfer) -> Fout:
    return Fout(
        f"Dit cijfer over {cijfer.periode} hoort niet bij deze uitgave.",
        "Verander de grijze cellen niet. Haal het rekenblad opnieuw op, of lees het cijfer in bij "
        "‘Bestand inlezen’.",
        cijfer.rij,
        "periode",
        cijfer.periode,
    )


def _ingehaald(v: Vergelijking, rij: Roosterrij, door: str) -> Fout:
    nu, eigen = v.oud.tekst(**rij.stijl) if v.oud else "geen cijfer", v.nieuw.tekst(**rij.stijl)
    tekst = InmiddelsGewijzigd(nu=nu, eigen=eigen, door=door)
    melding = str(tekst).partition(" Kijk ")[0]
    advies = "Maak de cel leeg als het nieuwe cijfer klopt. Anders: haal het rekenblad opnieuw op."
    return Fout(melding, advies, v.cijfer.rij, "waarde", eigen)


# -- out -----------------------------------------------------------------------------------------


def maak_rekenblad(uitgave: Uitgave, formaat: str) -> bytes:
    """The grid of the edition as a workbook ("xlsx" or "ods") to fill in."""
    rijen = rijen_voor(uitgave, met_twijfels=False)
    dimensies = sorted({c.dimensie.code for r in rijen for c in r.delen} - VASTE_NAMEN)
    kolommen = [*LEZEN, *INVULLEN, *SLEUTELS, *dimensies, "versie"]
    kop = f"Cijfers voor de raadsmonitor van {uitgave.gemeente}: {uitgave.titel} ({uitgave.slug})"
    regels: dict[int, list[Waarde]] = {1: [kop], 2: [UITLEG], KOPRIJ: list(kolommen)}
    for nummer, rij in enumerate(rijen, KOPRIJ + 1):
        cellen = _cellen(rij, uitgave)
        regels[nummer] = [cellen.get(k, "") for k in kolommen]
    blad = Rekenblad(
        regels,
        KOPRIJ,
        kolommen,
        frozenset(INVULLEN),
        titel=f"Rekenblad {uitgave.gemeente} {uitgave.slug}",
    )
    return schrijf_rekenblad(blad, formaat)


def _cellen(rij: Roosterrij, uitgave: Uitgave) -> dict[str, Waarde]:
    nu = rij.huidig
    cellen: dict[str, Any] = {
        "hoofdstuk": rij.hoofdstuk,
        "eigenaar": rij.eigenaar,
        "cijfer": " · ".join(filter(None, (rij.label, rij.soort_tekst))),
        "over": rij.periode.tekst,
        "jaar_eerder": rij.jaar_eerder,
        "vorige": rij.vorig,
        "gemeente": uitgave.gemeente.slug,
        "uitgave": uitgave.slug,
        "indicator": rij.indicator.code,
        "soort": rij.soort,
        "periode": rij.periode.code,
        "versie": rij.versie,
    }
    if nu is not None:
        cellen["waarde"] = rij.tekst.removesuffix(f" ({nu.beloofd_voor})")
        cellen |= {"status": nu.status, "voetnoot": nu.voetnoot, "beloofd_voor": nu.beloofd_voor}
    return cellen | {c.dimensie.code: c.code for c in rij.delen}


SOORT = Rondgang()
