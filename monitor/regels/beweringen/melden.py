"""How a finding is put into words."""

from collections.abc import Sequence
from decimal import Decimal

from monitor.regels.beweringen.gegevens import FOUT, Bevinding
from monitor.regels.beweringen.zinnen import Noemer, Zin
from monitor.regels.getallen import rond
from monitor.regels.tonen import toon_getal

# What to do, where more than one check says the same.
WISSEL = "Verbeter het woord, of wissel de getallen om."
PERIODE = "Noem de periode van deze uitgave."
_EENHEID = {"euro": "euro", "procent": "percentage", "procentpunt": "percentage"}


def meld(zin: Zin, soort: str, som: str, advies: str, ernst: str = FOUT) -> Bevinding:
    bij = zin.bij
    return Bevinding(
        soort, ernst, bij.plek, bij.waar, zin.tekst, som, advies, bij.hoofdstuk, bij.blok
    )


def schrijf(waarde: Decimal, vorm: str = "aantal") -> str:
    """A number for a finding: "684", "€ 1.340.000"."""
    kort = rond(waarde, 2)
    kort = kort.quantize(Decimal(1)) if kort == kort.to_integral_value() else kort
    return (
        toon_getal(kort, eenheid=_EENHEID.get(vorm, "cijfer")).replace("\u00a0", " ")
        if (vorm != "aantal")
        else toon_getal(kort, eenheid="aantal")
    )


def procent(waarde: Decimal, met_teken: bool = False) -> str:
    """One decimal: "44,0%", "+44,0%"."""
    tekst = f"{rond(abs(waarde), 1):.1f}".replace(".", ",") + "%"
    if not met_teken:
        return ("−" if waarde < 0 else "") + tekst
    return ("+" if waarde >= 0 else "−") + tekst


def noem(getal: Noemer) -> str:
    return getal.tekst.strip()


def som_tekst(delen: Sequence[Decimal], vorm: str = "aantal") -> str:
    """ "1.340.000 + 440.000 − 310.000"."""
    uit = schrijf(delen[0], vorm)
    for deel in delen[1:]:
        uit += f" {'+' if deel >= 0 else '−'} {schrijf(abs(deel), vorm)}"
    return uit
