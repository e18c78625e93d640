"""What may not be rewritten by any road: the first plan once there was a report, and a tree that goes round."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from monitor.models.enums import Rol
from programma.models import Mijlpaaldeel, Onderdeel, Stand
from programma.momentopname.laden import laad
from programma.regels.boom import is_kring
from programma.standen import maak_delen
from tests.make import make_gemeente, make_user
from tests.test_programma_beheer import adres_van, velden_van
from tests.test_programma_invoer import importeer
from tests.test_programma_standen import make_mijlpaal, make_onderdeel, make_programma, make_stand

pytestmark = pytest.mark.django_db
KOP = (
    "rijsoort;code;titel;ouder;niveaus;gepland;zelfde_als\nprogramma;proef;Proef;;doel, doelen;;\n"
)


@pytest.fixture
def programma(client):
    gemeente = make_gemeente()
    client.force_login(make_user(gemeente, Rol.PROGRAMMAMANAGER))
    return make_programma(gemeente)


def post(client, obj, **velden):
    adres = adres_van(obj)
    data = velden_van(client, adres) | {k.replace("__", "-"): v for k, v in velden.items()}
    return client.post(adres, data).content.decode()


def lees(programma, rijen):
    controle = importeer(programma.gemeente, (KOP + rijen).encode())
    return [(fout.rij, fout.kolom) for fout in controle.fouten]


def test_the_page_of_the_programme_does_not_rewrite_a_first_plan(client, programma):
    onderdeel = make_onderdeel(programma, "juni 2021")
    make_stand(onderdeel, status="loopt")
    pagina = post(client, programma, onderdelen__0__gepland_tekst="eind 2025")
    onderdeel.refresh_from_db()
    assert onderdeel.gepland_tekst == "juni 2021"
    assert "de eerste planning ‘juni 2021’ blijft staan" in pagina


def test_a_part_with_a_report_keeps_its_own_first_plan(client, programma):
    onderdeel = make_onderdeel(programma, "eind 2020 Noord, eind 2021 Zuid")
    noord, _ = maak_delen(onderdeel)
    Stand.objects.create(
        programma=programma, onderdeel=onderdeel, deel=noord, datum="2021-04-01", status="loopt"
    )
    post(client, onderdeel, delen__0__gepland_tekst="eind 2030")
    assert Mijlpaaldeel.objects.get(pk=noord.pk).gepland_tekst == "eind 2020"


def test_a_file_does_not_rewrite_a_first_plan(programma):
    make_stand(make_onderdeel(programma, "juni 2021"), status="loopt")
    make_stand(make_mijlpaal(programma), status="loopt")
    rijen = "onderdeel;a;Eerste;;;eind 2025;\nmijlpaal;m;Dashboard is klaar;;;eind 2025;\n"
    assert lees(programma, rijen) == [(3, "gepland"), (4, "gepland")]


def test_without_a_report_the_plan_may_still_be_written_anew(programma):
    onderdeel = make_onderdeel(programma, "juni 2021")
    assert lees(programma, "onderdeel;a;Eerste;;;eind 2025;\n") == []
    onderdeel.refresh_from_db()
    assert onderdeel.gepland_eind == date(2025, 12, 31)


def test_a_first_plan_may_follow_a_report(programma):
    onderdeel = make_onderdeel(programma)
    make_stand(onderdeel, status="loopt")
    assert lees(programma, "onderdeel;a;Eerste;;;eind 2025;\n") == []


def test_a_later_start_of_the_programme_does_not_move_what_was_promised(programma):
    make_stand(make_onderdeel(programma, "Q4"), status="loopt")
    programma.start = date(2023, 1, 1)
    programma.save()
    onderdeel = Onderdeel.objects.get()
    onderdeel.full_clean()
    assert onderdeel.gepland_eind == date(2020, 12, 31)


def test_a_file_can_not_make_a_ring_in_steps(programma):
    c, _ = (make_onderdeel(programma, code=code, titel=code) for code in "cd")
    make_onderdeel(programma, code="b", titel="b", ouder=c)
    make_onderdeel(programma, code="a", titel="a")
    rijen = "onderdeel;a;a;b;;;\nonderdeel;c;c;d;;;\nonderdeel;d;d;a;;;\n"
    assert lees(programma, rijen) == [(5, "ouder")]


def test_two_rows_in_one_form_can_not_make_a_ring(client, programma):
    a, b = (make_onderdeel(programma, code=code, titel=code) for code in "ab")
    pagina = post(client, programma, onderdelen__0__ouder=str(b), onderdelen__1__ouder=str(a))
    assert set(programma.onderdelen.values_list("ouder", flat=True)) == {None}
    assert "Een onderdeel kan niet onder zichzelf vallen." in pagina


def test_a_ring_that_is_there_hides_its_parts_and_nothing_else(programma):
    top, a, b = (make_onderdeel(programma, code=code, titel=code) for code in "xab")
    Onderdeel.objects.filter(pk=a.pk).update(ouder=b)
    Onderdeel.objects.filter(pk=b.pk).update(ouder=a)
    assert list(laad(programma, date(2021, 1, 1)).onderdelen) == [top.pk]


@pytest.mark.parametrize(
    ("ouders", "verwacht"),
    [
        ({1: None}, False),
        ({1: 2, 2: 3, 3: None}, False),
        ({1: 1}, True),
        ({1: 2, 2: 3, 3: 2}, True),
    ],
)
def test_a_way_up_that_comes_round(ouders, verwacht):
    assert is_kring(ouders, 1) == verwacht


def test_what_is_shown_elsewhere_does_not_itself_refer(programma):
    a, c = (make_onderdeel(programma, code=code, titel=code) for code in "ac")
    make_onderdeel(programma, code="b", titel="b", zelfde_als=a)
    a.zelfde_als = c
    with pytest.raises(ValidationError, match="wordt zelf al op een andere plaats getoond"):
        a.full_clean()


def test_what_was_reported_is_not_hidden_behind_another_part(programma):
    a, c = (make_onderdeel(programma, code=code, titel=code) for code in "ac")
    make_stand(c, status="loopt")
    c.zelfde_als = a
    with pytest.raises(ValidationError, match="Hierover is al bericht"):
        c.full_clean()
