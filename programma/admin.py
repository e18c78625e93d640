"""Django looks for the admin here; it lives in `programma.beheer`, a file a family."""

from programma.beheer import besluiten, cijfers, programma, regels

__all__ = ["besluiten", "cijfers", "programma", "regels"]
