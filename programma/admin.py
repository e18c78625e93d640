"""Django looks for the admin here; it lives in `programma.beheer`, a file a family."""

from programma.beheer import programma, regels

__all__ = ["programma", "regels"]
