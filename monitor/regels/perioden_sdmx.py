"""Periods as statistical offices write them. Source: SDMX 3.0, section 6 (time), and CL_FREQ 2.1."""

from datetime import timedelta

from monitor.regels.perioden import Tijdvak, tijdvak

_VAST = {"jaar": "A", "halfjaar": "S", "kwartaal": "Q", "maand": "M"}
GEEN, ANDERS = "_Z", "_O"  # not applicable (one day); other (a start or an end that is not known)


def sdmx_tijd(code: str) -> tuple[str, str]:
    """(frequency, time period) of a canonical code: `2021-K1` is ("Q", "2021-Q1"), a span is its
    first day and its length: ("M2", "2021-03-01/P2M"). Raises `ValueError` for another text."""
    vak = tijdvak(code)
    if vak is None:
        raise ValueError(f"‘{code}’ is geen periode.")
    if vak.soort in _VAST:
        return _VAST[vak.soort], vak.code.replace("-H", "-S").replace("-K", "-Q")
    if vak.begin is None or vak.eind is None:
        return ANDERS, str(vak.eind or vak.begin)
    if vak.soort == "peildatum":
        return GEEN, vak.begin.isoformat()
    frequentie, duur = _lengte(vak)
    return frequentie, f"{vak.begin.isoformat()}/{duur}"


def _lengte(vak: Tijdvak) -> tuple[str, str]:
    """Of a closed span: in whole months, else in whole weeks, else in days."""
    assert vak.begin and vak.eind
    na = vak.eind + timedelta(days=1)
    if vak.begin.day == na.day == 1:
        maanden = 12 * (na.year - vak.begin.year) + na.month - vak.begin.month
        return f"M{maanden}", f"P{maanden}M"
    dagen = (na - vak.begin).days
    return (f"W{dagen // 7}" if dagen % 7 == 0 else f"D{dagen}"), f"P{dagen}D"
