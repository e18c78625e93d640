"""What the college adopted does not change: its chapters, blocks and texts are read-only till a step back."""

from django.db import models

from monitor.models import Blok, Blokregel, Hoofdstuk, Notatekst, Uitgave

# Rows that are part of what was decided. The edition itself keeps its planning open.
DELEN: frozenset[type[models.Model]] = frozenset({Hoofdstuk, Blok, Blokregel, Notatekst})


def uitgave_van(obj: object) -> Uitgave | None:
    """The edition that an edition, chapter, block, rule or section of a note belongs to."""
    if isinstance(obj, Uitgave):
        return obj
    for naam in ("uitgave", "hoofdstuk", "blok"):
        if isinstance(eigenaar := getattr(obj, naam, None), Uitgave | Hoofdstuk | Blok):
            return uitgave_van(eigenaar)
    return None


def reden_vast(model: type[models.Model], obj: object) -> str:
    """Why rows of this model, at this object or its parent, do not change now; "" when they may."""
    uitgave = uitgave_van(obj) if model in DELEN else None
    return uitgave.reden_vast if uitgave else ""
