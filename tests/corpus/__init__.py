"""Damaged and hostile files, the same at each run. `GEVALLEN` holds them all, made when they are asked for."""

from tests.corpus import cellen, csvs, kantoor, odss, verminkt, xlsxs
from tests.corpus.maak import Geval

__all__ = ["GEVALLEN", "Geval"]

GEVALLEN: dict[str, Geval] = {
    geval.naam: geval
    for deel in (csvs, xlsxs, odss, cellen, verminkt, kantoor)
    for geval in deel.maak_gevallen()
}
