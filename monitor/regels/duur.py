"""How long work still takes, from how far it came; and a duration in words."""

MINSTE = 3.0  # seconds of work before a forecast means anything


def resterend(gedaan: int, totaal: int, verstreken: float) -> float | None:
    """Seconds to go at the pace so far; None when that can not be said yet.

    `gedaan` of `totaal` rows took `verstreken` seconds.
    """
    if not 0 < gedaan <= totaal or verstreken < MINSTE:
        return None
    return verstreken * (totaal - gedaan) / gedaan


def in_woorden(seconden: float) -> str:
    """ "nog ongeveer 2 minuten", rounded up as people say it."""
    if seconden < 10:
        return "nog enkele seconden"
    if seconden < 50:
        return f"nog ongeveer {-(-int(seconden) // 10) * 10} seconden"
    minuten = -(-int(seconden) // 60)
    if minuten < 60:
        return f"nog ongeveer {minuten} {'minuut' if minuten == 1 else 'minuten'}"
    uren = -(-minuten // 60)
    return f"nog ongeveer {uren} uur"
