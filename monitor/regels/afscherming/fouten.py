"""What disclosure control refuses, without ever naming a true value: it may land in logs."""

from collections.abc import Iterable

_MELDING = {
    "negative": "een aantal is kleiner dan nul",
    "not_integer": "een aantal is geen heel getal",
    "not_a_count": "dit is geen aantal",
    "does_not_add_up": "de delen tellen niet op tot het totaal",
    "unknown_cell": "een relatie noemt een cel die er niet is",
    "duplicate_cell": "een cel staat er twee keer",
    "primary_forced_public": "een klein aantal moet openbaar blijven",
    "not_protectable": "een klein aantal is niet te beschermen: er is niets meer om te verbergen",
    "marks_disclose": "alleen de tekens zeggen al te veel: voeg samen of laat de uitsplitsing weg",
    "timeout": "het rekenen duurde te lang",
    "contradiction": "de cijfers spreken elkaar tegen",
}


class SdcError(ValueError):
    """`code` says what, `cells` the ids, `labels` how people name them. Never a true value.

    For `does_not_add_up`, `total` is the id of the total.
    """

    def __init__(
        self, code: str, cells: Iterable[str] = (), labels: Iterable[str] = (), total: str = ""
    ) -> None:
        self.code = code
        self.cells = tuple(cells)
        self.labels = tuple(labels) or self.cells
        self.total = total
        super().__init__(f"{_MELDING[code]}: {', '.join(self.labels[:5])}")
