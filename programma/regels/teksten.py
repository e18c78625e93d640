"""Text as it is kept: the same whether it was typed in a form or read from a file, so that a file goes round."""

import re
import unicodedata

_STUUR = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_ONZICHTBAAR = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))


def schoon(tekst: str) -> str:
    """Trimmed and composed, lines ended by `\\n` alone, without characters that no reader sees."""
    recht = tekst.replace("\r\n", "\n").replace("\r", "\n")
    zichtbaar = _STUUR.sub("", recht).translate(_ONZICHTBAAR)
    return unicodedata.normalize("NFC", zichtbaar).strip()


def gelijk(tekst: str) -> str:
    """As names are compared: ‘Teamleider  Toegang’ is ‘teamleider toegang’."""
    return " ".join(tekst.split()).casefold()


def schone_lijst(tekst: str) -> str:
    """One thing a line; empty lines and spaces around a line go."""
    regels = (regel.strip() for regel in schoon(tekst).split("\n"))
    return "\n".join(regel for regel in regels if regel)
