"""From the rows of a programme to its part of the snapshot."""

from programma.momentopname.blok import maak_blok

__all__ = ["maak_blok"]
