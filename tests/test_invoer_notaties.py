"""The figures of the published documents, typed as people would: they come in exactly, or by name not."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from django.db import transaction

from monitor.invoer.aanleveren import controleer_bestand, lever
from monitor.invoer.cellen import Procent
from monitor.invoer.cijferkolommen import Lezing
from monitor.invoer.rooster import Roosterrij
from monitor.invoer.rooster_lezen import Invoer, lees
from monitor.invoer.schrijver import schrijf
from monitor.invoer.soorten import get_soort
from monitor.invoer.tabel import Rij, Tabel
from monitor.models.enums import Aard
from monitor.regels.perioden import lees_periode
from monitor.regels.sleutels import lees_sleutel
from tests import notaties
from tests.make import make_gemeente

pytestmark = pytest.mark.django_db
DEMO = Path(__file__).parents[1] / "sociaaldomein/demo"
CIJFERS = get_soort("waarnemingen")
VAST = ["indicator", "soort", "periode", "waarde", "beloofd_voor"]


@pytest.fixture(scope="module")
def gemeenten(django_db_setup, django_db_blocker):
    """Each gemeente with its register and nothing delivered, and the figures that the demo holds."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield [_gemeente_met_cijfers(naam) for naam in ("steenwijkerland", "dalfsen")]
        transaction.set_rollback(True)


def _gemeente_met_cijfers(naam):
    gemeente = make_gemeente(naam)
    pad = DEMO / naam / "indicatoren.csv"
    lever(gemeente, get_soort("indicatoren"), pad.name, pad.read_bytes())
    cijfers = []
    for bestand in sorted((DEMO / naam).glob("waarnemingen-*.csv")):
        controle = controleer_bestand(gemeente, CIJFERS, bestand.name, bestand.read_bytes())
        assert not controle.fouten
        cijfers += controle.plan
    return gemeente, cijfers


def kern(staat):
    """What a notation can say: no note, status or source date."""
    return (staat.aard, staat.waarde, staat.onder, staat.boven, staat.benadering)


def rij_van(cijfer, waarde, periode=None):
    delen = lees_sleutel(cijfer.sleutel)
    return delen | {
        "indicator": cijfer.indicator.code,
        "soort": cijfer.soort,
        "periode": periode or cijfer.periode,
        "waarde": waarde,
        "beloofd_voor": cijfer.staat.beloofd_voor,
    }


def als_bestand(formaat, rijen):
    kop = VAST + sorted({k for rij in rijen for k in rij if k not in VAST})
    return schrijf(
        formaat, [("waarnemingen", [kop, *([r.get(k, "") for k in kop] for r in rijen)])]
    )


def lees_in(gemeente, formaat, rijen):
    return controleer_bestand(gemeente, CIJFERS, f"a.{formaat}", als_bestand(formaat, rijen))


def rondes(cijfers, aantal):
    """Files that hold each figure once; figures of a unit start at other notations, so all are met."""
    geschreven = [notaties.staat(c.staat, c.indicator.eenheid) for c in cijfers]
    for ronde in range(aantal):
        yield [
            rij_van(c, _kies(teksten, ronde, i), _kies(notaties.periode(c.periode), ronde, i))
            for i, (c, teksten) in enumerate(zip(cijfers, geschreven, strict=True))
        ]


def _kies(teksten, ronde, plek):
    return teksten[(ronde * 11 + plek * 7) % len(teksten)]


def test_there_are_as_many_figures_as_the_documents_gave(gemeenten):
    cijfers = [c for _, deel in gemeenten for c in deel]
    assert len(cijfers) > 400
    assert {c.staat.aard for c in cijfers} == {
        Aard.GETAL, Aard.KLEINER_DAN, Aard.BEREIK, Aard.NOG_NIET_BEKEND, Aard.NIET_GEMETEN}  # fmt: skip


@pytest.mark.parametrize(("formaat", "aantal"), [("csv", 8), ("xlsx", 2), ("ods", 2)])
def test_every_notation_in_a_file_comes_in_exactly(gemeenten, formaat, aantal):
    for gemeente, cijfers in gemeenten:
        for rijen in rondes(cijfers, aantal):
            controle = lees_in(gemeente, formaat, rijen)
            assert controle.fouten == []
            assert [(c.reeks, c.periode, kern(c.staat)) for c in controle.plan] == [
                (c.reeks, c.periode, kern(c.staat)) for c in cijfers
            ]


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_numbers_in_the_cells_of_a_workbook_come_in_exactly(gemeenten, formaat):
    for gemeente, cijfers in gemeenten:
        exact = [c for c in cijfers if c.staat.aard == Aard.GETAL and not c.staat.benadering]
        controle = lees_in(gemeente, formaat, [rij_van(c, c.staat.waarde) for c in exact])
        assert controle.fouten == []
        assert [kern(c.staat) for c in controle.plan] == [kern(c.staat) for c in exact]


def test_percent_cells_are_read_times_a_hundred(gemeenten):
    for gemeente, cijfers in gemeenten:
        exact = [
            c for c in cijfers if c.indicator.eenheid == "percentage" and kern(c.staat)[4] == ""
        ]
        exact = [c for c in exact if c.staat.waarde is not None]
        rijen = [
            Rij(i, {k: w for k, w in rij_van(c, Procent(c.staat.waarde / 100)).items() if w})
            for i, c in enumerate(exact)
        ]
        lezing = Lezing(Tabel(sorted({k for r in rijen for k in r.cellen}), rijen), gemeente)
        assert [kern(c.staat) for c in lezing.cijfers] == [kern(c.staat) for c in exact]


def roosterrijen(cijfers):
    return {
        str(i): Roosterrij(
            "", "", c.indicator, c.soort, c.sleutel, c.categorieen, lees_periode(c.periode), True
        )
        for i, c in enumerate(cijfers)
    }


def typ_in(gemeente, cijfers, teksten):
    """As the grid reads what was typed in its cells."""
    invoer = {str(i): Invoer(t, "definitief", "", 0) for i, t in enumerate(teksten)}
    return lees(gemeente, roosterrijen(cijfers), invoer)


def test_every_notation_in_the_grid_comes_in_exactly(gemeenten):
    for gemeente, cijfers in gemeenten:
        for rijen in rondes(cijfers, 8):
            gelezen = typ_in(gemeente, cijfers, [rij["waarde"] for rij in rijen])
            assert gelezen.fouten == {}
            assert [kern(gelezen.cijfers[str(i)].staat) for i in range(len(cijfers))] == [
                kern(c.staat) for c in cijfers
            ]


def foute_notaties(cijfers):
    for cijfer in cijfers:
        if cijfer.staat.waarde is not None:
            for tekst, woorden in notaties.fout(
                cijfer.staat.waarde, cijfer.indicator.eenheid
            ).items():
                yield cijfer, tekst, woorden


def test_every_wrong_notation_in_a_file_is_refused_by_name(gemeenten):
    geweigerd = 0
    for gemeente, cijfers in gemeenten:
        gevallen = list(foute_notaties(cijfers))
        nummers = count(2)
        rijen = [rij_van(c, tekst) for c, tekst, _ in gevallen]
        fouten = {f.rij: f for f in lees_in(gemeente, "csv", rijen).fouten}
        for rij, (_, tekst, woorden) in zip(nummers, gevallen, strict=False):
            assert (fouten[rij].kolom, fouten[rij].waarde) == ("waarde", tekst)
            assert all(w in f"{fouten[rij].melding} {fouten[rij].advies}" for w in woorden), fouten[
                rij
            ]
        geweigerd += len(gevallen)
    assert geweigerd > 1000


def test_every_wrong_notation_in_the_grid_is_refused_by_name(gemeenten):
    for gemeente, cijfers in gemeenten:
        gevallen = list(foute_notaties(cijfers))
        gelezen = typ_in(gemeente, [c for c, _, _ in gevallen], [t for _, t, _ in gevallen])
        assert gelezen.cijfers == {}
        for i, (_, _, woorden) in enumerate(gevallen):
            melding = f"{gelezen.fouten[str(i)].melding} {gelezen.fouten[str(i)].advies}"
            assert all(w in melding for w in woorden), melding


def test_a_period_is_read_in_each_of_its_notations(gemeenten):
    codes = {c.periode for _, cijfers in gemeenten for c in cijfers}
    assert len(codes) > 20
    for code in codes:
        assert [lees_periode(t).code for t in notaties.periode(code)] == [code] * len(
            notaties.periode(code)
        )
