"""The accessibility statement of a gemeente, as it is today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monitor.models import Gemeente
from monitor.models.enums import Toegankelijk

ZINNEN = {
    Toegankelijk.A: "voldoet volledig",
    Toegankelijk.B: "voldoet gedeeltelijk",
    Toegankelijk.C: "eerste maatregelen zijn genomen",
    Toegankelijk.D: "voldoet niet",
    Toegankelijk.E: "nog geen verklaring",
}


@dataclass(frozen=True)
class Toegankelijkheid:
    status: str  # a letter of the register, or nothing
    woorden: str
    op: date | None
    link: str
    contact: str
    is_oud: bool  # older than a year

    @classmethod
    def van(cls, gemeente: Gemeente) -> Toegankelijkheid:
        status = gemeente.toegankelijkheid_status
        return cls(
            status=status.upper(),
            woorden=ZINNEN[Toegankelijk(status)] if status else "",
            op=gemeente.toegankelijkheid_op,
            link=gemeente.toegankelijkheid_link,
            contact=gemeente.toegankelijkheid_contact or gemeente.contact,
            is_oud=gemeente.is_verklaring_oud,
        )
