"""Parts that other apps add to the document, such as the programmes. In the order of registering."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Maker = Callable[[dict[str, Any], bool], list["Deel"]]
_makers: list[Maker] = []


@dataclass(frozen=True)
class Deel:
    """A part with a place in the contents. `html` begins its headings at `<h1>`.

    One that `volgt` begins on the page where the part before it ends, when there is room.
    """

    anker: str
    titel: str
    html: str
    volgt: bool = False


def register_documentdeel(maker: Maker) -> None:
    """`maker(inhoud, concept)` gives the parts that come after the chapters."""
    if maker not in _makers:
        _makers.append(maker)


def eigen_delen(inhoud: dict[str, Any], concept: bool) -> Iterator[Deel]:
    for maker in _makers:
        yield from maker(inhoud, concept)
