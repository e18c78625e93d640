"""The canonical form of a breakdown: `dimensie=categorie` pairs, sorted, joined with `;`."""

from collections.abc import Mapping


def maak_sleutel(delen: Mapping[str, str]) -> str:
    """`{"regeling": "pw", "leeftijd": "tot-21"}` → `"leeftijd=tot-21;regeling=pw"`; empty for the total."""
    return ";".join(f"{dimensie}={categorie}" for dimensie, categorie in sorted(delen.items()))


def lees_sleutel(sleutel: str) -> dict[str, str]:
    """The inverse of `maak_sleutel`. Raises ValueError naming the part that is no pair."""
    delen: dict[str, str] = {}
    for deel in filter(None, (d.strip() for d in sleutel.split(";"))):
        dimensie, is_teken, categorie = deel.partition("=")
        if not (is_teken and dimensie.strip() and categorie.strip()):
            raise ValueError(
                f"‘{deel}’ is geen uitsplitsing. Schrijf ‘uitsplitsing=categorie’, "
                "bijvoorbeeld ‘leveringsvorm=pgb’."
            )
        if dimensie.strip() in delen:
            raise ValueError(f"De uitsplitsing ‘{dimensie.strip()}’ staat er twee keer.")
        delen[dimensie.strip()] = categorie.strip()
    return delen
