"""The register of block types. `programma` adds its own here; `monitor` does not know it."""

from collections.abc import Callable
from typing import Any

# A maker gets the model `Blok` and the snapshot in the making; it returns the block's `inhoud` and
# may add to the snapshot (the programme block adds to `inhoud["programmas"]`).
Bloktype = Callable[[Any, dict[str, Any]], dict[str, Any]]

_bloktypen: dict[str, Bloktype] = {}


def register_bloktype(soort: str, maker: Bloktype) -> None:
    """Make `soort` a block type. Called once, from an AppConfig's `ready`."""
    _bloktypen[soort] = maker


def get_bloktype(soort: str) -> Bloktype | None:
    return _bloktypen.get(soort)
