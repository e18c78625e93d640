"""Plain Dutch mail; called from background work only."""

from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string


def stuur(aan: str, onderwerp: str, template: str, **context: Any) -> None:
    """Send one message. Raises when the mail server does not take it: the work is then tried again."""
    tekst = render_to_string(f"programma/bijwerken/{template}", context)
    EmailMessage(" ".join(onderwerp.split()), tekst, to=[aan]).send()
