"""Django looks for the admin here; it lives in `programma.beheer`, a file a family."""

from programma.beheer import besluiten, programma, regels

__all__ = ["besluiten", "programma", "regels"]
