"""For the fault tests, in a process of its own: an edition that is ready, and the press of the button."""

from monitor.models.enums import BlokSoort, Rol, UitgaveStand
from monitor.publiceren.verzoeken import vraag
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
    make_waarneming,
)


def druk_op_publiceer() -> int:
    """The number of the task."""
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente, stand=UitgaveStand.VASTGESTELD)
    indicator = make_indicator(gemeente)
    make_waarneming(indicator, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, indicator)
    verzoek = vraag(uitgave, by=make_user(gemeente, Rol.PUBLICIST))
    assert verzoek.taak is not None
    return verzoek.taak.pk
