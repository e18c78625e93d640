"""Quality, time and money, judged apart: the newest verdict on each."""

from monitor.regels.perioden import dag_in_woorden
from programma.models import Stand
from programma.momentopname.schema import OordeelOverRegel

NAMEN = (("kwaliteit", "Kwaliteit"), ("tijd", "Tijd"), ("geld", "Geld"))


def maak_oordelen(standen: list[Stand]) -> list[OordeelOverRegel]:
    """Of reports in order of time. One that a newer report leaves open stays, with the day it was given."""
    uit: list[OordeelOverRegel] = []
    for veld, naam in NAMEN:
        stand = next((s for s in reversed(standen) if getattr(s, veld)), None)
        if stand is not None:
            uit.append(
                {
                    "naam": naam,
                    "oordeel": getattr(stand, veld),
                    "tekst": str(getattr(stand, f"get_{veld}_display")()).lower(),
                    "op": stand.datum.isoformat(),
                    "op_tekst": dag_in_woorden(stand.datum),
                }
            )
    return uit
