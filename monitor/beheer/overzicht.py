"""What the start page of the admin tells: own gemeenten, open work, what is late."""

from typing import Any


def overzicht(user: Any) -> dict[str, Any]:
    return {}
