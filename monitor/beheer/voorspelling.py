"""Doubts about a delivery before it is confirmed, for its preview."""

from __future__ import annotations

from typing import Any

from monitor.invoer.toepassen import Cijfer
from monitor.invoer.twijfels import voorspel
from monitor.models import Aanlevering
from monitor.regels.twijfel import Bevinding


def voorspelling(aanlevering: Aanlevering | None, controle: Any) -> list[tuple[Cijfer, Bevinding]]:
    """Nothing for a delivery with errors, or of another kind than figures."""
    plan = getattr(controle, "plan", None)
    if aanlevering is None or not isinstance(plan, list) or getattr(controle, "fouten", None):
        return []
    cijfers = [c for c in plan if isinstance(c, Cijfer)]
    return voorspel(aanlevering.gemeente, cijfers) if len(cijfers) == len(plan) else []
