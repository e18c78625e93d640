"""The command `importeer`: a JSON report, exit code 0 only when all was applied, no traceback."""

import json

import pytest
from django.core.management import call_command

from monitor.models import Aanlevering, Indicator, Waarneming
from tests.invoer_bestanden import csv_van
from tests.make import make_gemeente, make_indicator

pytestmark = pytest.mark.django_db
RIJ = ["clienten-jeugd", "realisatie", "2021-04", "748"]


def importeer(capsys, *argumenten, **opties):
    """Exit code and report."""
    code = 0
    try:
        call_command("importeer", *argumenten, **{"json": True, "gemeente": "demodam"} | opties)
    except SystemExit as einde:
        code = einde.code
    return code, json.loads(capsys.readouterr().out)


@pytest.fixture
def bestand(tmp_path):
    make_indicator(make_gemeente("demodam"))
    pad = tmp_path / "cijfers.csv"
    pad.write_bytes(csv_van(RIJ))
    return pad


def test_all_applied_is_zero(capsys, bestand):
    code, verslag = importeer(capsys, "waarnemingen", str(bestand), reden="Eerste levering")
    assert code == 0
    assert verslag == {
        "soort": "waarnemingen",
        "gemeente": "demodam",
        "bestand": str(bestand),
        "rijen": 1,
        "nieuw": 1,
        "gewijzigd": 0,
        "ongewijzigd": 0,
        "fouten": [],
        "opmerkingen": [],
        "toegepast": True,
    }
    assert Aanlevering.objects.get().reden == "Eerste levering"


def test_a_trial_writes_nothing(capsys, bestand):
    code, verslag = importeer(capsys, "waarnemingen", str(bestand), proef=True)
    assert (code, verslag["nieuw"], verslag["toegepast"]) == (0, 1, False)
    assert (Waarneming.objects.count(), Aanlevering.objects.count()) == (0, 0)


def test_errors_are_one_and_nothing_is_applied(capsys, bestand):
    bestand.write_bytes(csv_van(RIJ, ["clienten-jeugt", *RIJ[1:]]))
    code, verslag = importeer(capsys, "waarnemingen", str(bestand))
    assert (code, verslag["toegepast"], Waarneming.objects.count()) == (1, False, 0)
    assert verslag["fouten"] == [
        {
            "rij": 3,
            "kolom": "indicator",
            "waarde": "clienten-jeugt",
            "melding": "Deze indicator is niet bekend.",
            "advies": "Bedoelt u ‘clienten-jeugd’?",
        }
    ]


@pytest.mark.parametrize(
    "soort, naam, gemeente, woord",
    [
        ("waarnemingen", "bestaat-niet.csv", "demodam", "niet te openen"),
        ("waarnemingen", ".", "demodam", "niet te openen"),
        ("waarnemingen", "nul\0.csv", "demodam", "niet te openen"),
        ("waarnemingen", "cijfers.csv", "demodan", "‘demodan’ is niet bekend"),
        ("waarneming", "cijfers.csv", "demodam", "‘waarneming’ is niet bekend"),
    ],
)
def test_bad_input_is_a_report_without_a_traceback(capsys, bestand, soort, naam, gemeente, woord):
    code, verslag = importeer(capsys, soort, str(bestand.parent / naam), gemeente=gemeente)
    assert (code, verslag["toegepast"]) == (1, False)
    assert woord in verslag["fouten"][0]["melding"]


def test_without_json_the_report_is_words(capsys, bestand):
    call_command("importeer", "waarnemingen", str(bestand), gemeente="demodam")
    assert "1 rijen, 1 nieuw, 0 gewijzigd, 0 ongewijzigd." in capsys.readouterr().out


def test_the_registered_programme_kind_is_known_or_named(capsys, bestand):
    _, verslag = importeer(capsys, "indicatoren", str(bestand))
    assert {f["melding"] for f in verslag["fouten"]} >= {"Deze kolom is niet bekend."}
    assert Indicator.objects.count() == 1
