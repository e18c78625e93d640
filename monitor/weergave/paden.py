"""Converters of the reader's addresses: a gemeente, and an edition by the notation of its period."""

from monitor.models.gemeente import GERESERVEERD

_PUNT = r"\d{4}(?:-(?:H[12]|K[1-4]|P\d{2}|\d{2}(?:-\d{2})?))?"


class GemeentePad:
    """A slug of a gemeente; the program's own first words are never one."""

    regex = r"[-a-zA-Z0-9_]+"

    def to_python(self, value: str) -> str:
        if value in GERESERVEERD:
            raise ValueError(value)
        return value

    def to_url(self, value: object) -> str:
        return str(value)


class PeriodePad:
    """Only canonical notations of a period, so that a fixed word is never an edition."""

    regex = rf"(?:{_PUNT}|\.\.)(?:_(?:{_PUNT}|\.\.))?"

    def to_python(self, value: str) -> str:
        if not any(c.isdigit() for c in value):
            raise ValueError(value)
        return value

    def to_url(self, value: object) -> str:
        return str(value)


class FormaatPad:
    """What comes after `monitor.`; whether there is such a file, the page itself says."""

    regex = r"[a-z]{2,6}(?:\.[a-z]{2,6})?"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: object) -> str:
        return str(value)
