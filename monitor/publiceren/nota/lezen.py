"""The note of a snapshot, also of one from before notes were frozen. Pure."""

from typing import Any

from monitor.models.enums import NotaDeel
from monitor.publiceren.nota.automatisch import VAN_INHOUD

_OUD = (
    (NotaDeel.SAMENVATTING, "Samenvatting"),
    (NotaDeel.HOOGTEPUNTEN, "Hoogtepunten"),
    (NotaDeel.WIJZIGINGEN, "Wat is nieuw of anders"),
    (NotaDeel.NIET_BIJGEWERKT, "Nog niet bijgewerkt"),
    (NotaDeel.BIJLAGEN, "Bijlagen"),
)


def nota_van(inhoud: dict[str, Any]) -> dict[str, Any]:
    """As it was frozen; of an older snapshot, what it holds, in the usual order."""
    return inhoud.get("nota") or _van_ouder(inhoud)


def _van_ouder(inhoud: dict[str, Any]) -> dict[str, Any]:
    u = inhoud["uitgave"]
    secties = [
        {
            "code": str(deel).replace("_", "-"),
            "kop": kop,
            "deel": str(deel),
            "tekst": "",
            "automatisch": VAN_INHOUD[deel](inhoud),  # type: ignore[arg-type]
            "is_standaard": False,
        }
        for deel, kop in _OUD
    ]
    return {
        "naam": "Nota aan de raad",
        "titel": u["titel"],
        "kenmerken": [
            {"naam": naam, "waarde": waarde}
            for naam, waarde in (("Onderwerp", u["titel"]), ("Zaaknummer", u["zaaknummer"]))
            if waarde
        ],
        "inleiding": u["aanbieding"],
        "secties": [s for s in secties if s["automatisch"]],
        "ondertekening": [],
    }
