"""Plain Dutch mail; it goes through the outbox of the monitor."""

from typing import Any

from django.template.loader import render_to_string

from monitor.models import Gemeente
from monitor.post import verstuur


def stuur(
    sleutel: str, gemeente: Gemeente, aan: str, onderwerp: str, template: str, **context: Any
) -> None:
    """Put one message in the outbox; under the same key it goes once."""
    tekst = render_to_string(f"programma/bijwerken/{template}", context)
    verstuur(sleutel, aan=aan, onderwerp=onderwerp, tekst=tekst, gemeente=gemeente)
