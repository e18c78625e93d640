"""The traffic light: only against a target that the council has set, and only with a direction."""

from decimal import Decimal

WOORDEN = {"op_koers": "Op koers", "let_op": "Let op", "actie_nodig": "Actie nodig"}
MARGE = Decimal("0.10")


def stoplicht(
    waarde: Decimal | None,
    streefwaarde: Decimal | None,
    richting: str,
    *,
    marge: Decimal = MARGE,
) -> str | None:
    """ "op_koers" at or past the target, "let_op" within `marge` (share of the target), else
    "actie_nodig". None without a figure, a target or a direction (`meer` or `minder`).
    """
    if waarde is None or streefwaarde is None or richting not in ("meer", "minder"):
        return None
    tekort = streefwaarde - waarde if richting == "meer" else waarde - streefwaarde
    if tekort <= 0:
        return "op_koers"
    return "let_op" if tekort <= abs(streefwaarde) * marge else "actie_nodig"


def streefwaarde_tekst(toon: str, richting: str) -> str:
    """ "7,5 of hoger", "40 of lager"."""
    return f"{toon} of {'hoger' if richting == 'meer' else 'lager'}"
