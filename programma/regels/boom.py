"""The shape of a tree, as each node with the one above it."""

from collections.abc import Mapping


def is_kring(ouders: Mapping[int, int | None], begin: int) -> bool:
    """Whether the way up from `begin` comes round to a node that it already passed."""
    gezien: set[int] = set()
    plek: int | None = begin
    while plek is not None and plek not in gezien:
        gezien.add(plek)
        plek = ouders.get(plek)
    return plek is not None
