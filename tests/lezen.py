"""What tests of the reader pages share: publish a snapshot by hand, and look at a page."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import Any

from django.utils import timezone

from monitor.models import Gemeente, Publicatie, Uitgave
from tests.make import make_gemeente, make_uitgave
from tests.momentopname import momentopname


def publiceer(
    gemeente: str = "steenwijkerland",
    uitgave: str = "2021-03_2021-04",
    *,
    inhoud: dict[str, Any] | None = None,
    vanaf: datetime | None = None,
    **velden: Any,
) -> Publicatie:
    """Freeze a snapshot as it is given, as the next version of its edition."""
    eigenaar = Gemeente.objects.filter(slug=gemeente).first() or make_gemeente(gemeente)
    rij = Uitgave.objects.filter(gemeente=eigenaar, periode__code=uitgave).first()
    rij = rij or make_uitgave(eigenaar, uitgave)
    tekst = json.dumps(inhoud or momentopname(gemeente, uitgave), sort_keys=True)
    standaard = {
        "versie": rij.publicaties.count() + 1,
        "schema_versie": 1,
        "inhoud": tekst,
        "sha256": hashlib.sha256(tekst.encode()).hexdigest(),
        "openbaarheid": "openbaar",
        "openbaar_vanaf": vanaf or timezone.now() - timedelta(hours=1),
    }
    return Publicatie.objects.create(uitgave=rij, **(standaard | velden))


class Pagina(HTMLParser):
    """The text, headings and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.delen: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.delen.append(data)

    @property
    def tekst(self) -> str:
        return re.sub(r"[ \n\t]+", " ", " ".join(self.delen))

    def alle(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for naam, attrs in self.tags if naam == tag]


def pagina(client: Any, adres: str, status: int = 200) -> Pagina:
    response = client.get(adres)
    assert response.status_code == status, (adres, response.status_code)
    return Pagina(response.content.decode())
