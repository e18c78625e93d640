"""The one error of the rules: a text that cannot be read, with what to do about it."""


class NotatieFout(ValueError):
    """A notation that cannot be read, or can be read in more than one way.

    `melding` is a Dutch sentence for the person who typed it; `lezingen` holds the readings when
    there are two.
    """

    def __init__(self, melding: str, lezingen: tuple[str, ...] = ()) -> None:
        super().__init__(melding)
        self.melding = melding
        self.lezingen = lezingen
