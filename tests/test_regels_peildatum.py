"""Which figures an edition may show: a day before the cut-off, on it, and after it."""

from datetime import date

import pytest

from monitor.models.enums import Soort
from monitor.regels.peildatum import GEPLAND, hoort_erin
from monitor.regels.perioden import lees_periode

PEILDATUM = date(2021, 4, 30)


@pytest.mark.parametrize(
    ("periode", "geteld", "gepland"),
    [
        ("2021-04", True, True),
        ("2021-05", False, False),
        ("2021", False, True),  # not over yet, but its plan is of this year
        ("2022", False, False),
        ("2021-04_..", True, True),  # goes on: from its begin
        (".._2021-04", True, True),
        (".._2021-12", False, True),
    ],
)
def test_a_count_belongs_when_its_time_is_over_and_a_plan_when_it_began(periode, geteld, gepland):
    tijdvak = lees_periode(periode)

    assert hoort_erin(tijdvak, PEILDATUM, is_gepland=False) is geteld
    assert hoort_erin(tijdvak, PEILDATUM, is_gepland=True) is gepland


def test_the_planned_kinds_are_kinds_of_the_model():
    assert set(Soort.values) - GEPLAND == {"realisatie", "jaarrekening", "referentie"}
