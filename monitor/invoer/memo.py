"""Work things out once: most columns of a file hold few different contents."""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
W = TypeVar("W")


class Memo(dict[K, V]):
    """A dict that asks the function for what it does not hold."""

    def __init__(self, functie: Callable[[K], V]) -> None:
        super().__init__()
        self._functie = functie

    def __missing__(self, sleutel: K) -> V:
        waarde = self[sleutel] = self._functie(sleutel)
        return waarde

    def van(self, sleutels: Iterable[K]) -> list[V]:
        return list(map(self.__getitem__, sleutels))


def per_object(functie: Callable[[V], W], objecten: Iterable[V]) -> list[W]:
    """The outcome for each object, worked out once for an object that stands there more often."""
    lijst = list(objecten)
    uitkomst = {sleutel: functie(o) for sleutel, o in {id(o): o for o in lijst}.items()}
    return list(map(uitkomst.__getitem__, map(id, lijst)))


def neem(kolom: Sequence[V], welke: Iterable[int]) -> list[V]:
    """The values at these places."""
    return list(map(kolom.__getitem__, welke))


_rondes, _bezig = Lock(), 0


@contextmanager
def zonder_rondes() -> Iterator[None]:
    """No rounds of the garbage collector while a large delivery is read or written.

    Each would look in vain at hundreds of thousands of objects that all stay: a fifth of the time.
    What other threads leave meanwhile waits until the last one is done, seconds later.
    """
    global _bezig
    with _rondes:
        _bezig += 1
        gc.disable()
    try:
        yield
    finally:
        with _rondes:
            _bezig -= 1
            if not _bezig:
                gc.enable()
