"""The register of block types. `programma` adds its own here; `monitor` does not know it."""

from collections.abc import Callable, Iterable
from typing import Any

# A maker gets the model `Blok` and the snapshot in the making; it returns the block's `inhoud` and
# may add to the snapshot (the programme block adds to `inhoud["programmas"]`).
Bloktype = Callable[[Any, dict[str, Any]], dict[str, Any]]
# Which series the block shows, as (indicator code, soort, breakdown): they come into the snapshot as
# any other figure does, shielded and with their definition.
Noemer = Callable[[Any], Iterable[tuple[str, str, str]]]

_bloktypen: dict[str, Bloktype] = {}
_noemers: dict[str, Noemer] = {}
_vormen: dict[str, type] = {}


def register_bloktype(soort: str, maker: Bloktype, *, noemt: Noemer | None = None) -> None:
    """Make `soort` a block type. Called once, from an AppConfig's `ready`."""
    _bloktypen[soort] = maker
    if noemt is not None:
        _noemers[soort] = noemt


def get_bloktype(soort: str) -> Bloktype | None:
    return _bloktypen.get(soort)


def genoemd_door(blok: Any) -> Iterable[tuple[str, str, str]]:
    """The series that a registered block shows; none for the monitor's own kinds."""
    noemer = _noemers.get(blok.soort)
    return noemer(blok) if noemer else ()


def register_vorm(sleutel: str, vorm: type) -> None:
    """The shape (a TypedDict) of each entry of `inhoud[sleutel]`, for the published JSON Schema."""
    _vormen[sleutel] = vorm


def vormen() -> dict[str, type]:
    return dict(_vormen)
