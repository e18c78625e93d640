"""Django looks for the admin here; it lives in `monitor.beheer`, a file a family."""

from importlib import import_module
from importlib.util import find_spec

for _familie in (
    "gemeente",
    "leden",
    "register",
    "cijfers",
    "twijfels",
    "aanleveringen",
    "raadsmoment",
    "inbreng",
    "notavorm",
    "uitgave",
    "publicaties",
    "taken",
):
    if find_spec(f"monitor.beheer.{_familie}"):
        import_module(f"monitor.beheer.{_familie}")
