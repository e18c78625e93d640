"""Doubts about a delivery before it is confirmed, for its preview."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from monitor.invoer.cijfers import Cijfer, Cijfers
from monitor.invoer.twijfels import voorspel
from monitor.models import Aanlevering
from monitor.regels.twijfel import Bevinding


def voorspelling(aanlevering: Aanlevering | None, controle: Any) -> list[tuple[Cijfer, Bevinding]]:
    """Nothing for a delivery with errors, or of another kind than figures."""
    plan = getattr(controle, "plan", None)
    if aanlevering is None or not isinstance(plan, list | Cijfers) or controle.fouten:
        return []
    gevonden = voorspel(aanlevering.gemeente, plan)
    if (herkomst := controle.herkomst) is None:
        return gevonden
    return [(replace(c, rij=herkomst.cel(c.rij)[0]), b) for c, b in gevonden]
