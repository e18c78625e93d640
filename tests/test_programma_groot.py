"""A large programme: pages of a usable size, and saving in a number of queries that does not grow."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from monitor.models.enums import Rol
from programma.bijwerken.views import PER_BLAD
from programma.models import Mijlpaal, Onderdeel, Stand
from tests.make import make_gemeente, make_user
from tests.test_programma_beheer import velden_van
from tests.test_programma_standen import make_onderdeel, make_programma

pytestmark = pytest.mark.django_db
JAAR = timezone.localdate().year


@pytest.fixture
def programma(client):
    gemeente = make_gemeente()
    client.force_login(make_user(gemeente, Rol.PROGRAMMAMANAGER))
    return make_programma(gemeente, start=date(2021, 1, 1))


def mijlpalen(programma, aantal):
    """Each with a promise that can be kept."""
    dagen = {"gepland_begin": date(JAAR + 1, 1, 1), "gepland_eind": date(JAAR + 1, 12, 31)}
    return Mijlpaal.objects.bulk_create(
        Mijlpaal(programma=programma, code=f"m{i}", titel=f"Mijlpaal {i}", volgorde=i,
                 gepland_tekst=str(JAAR + 1), gepland_precisie="jaar", **dagen)
        for i in range(aantal)
    )  # fmt: skip


def onderdelen(programma, aantal):
    """Parts below one another, with titles of an ordinary length."""
    top = make_onderdeel(programma, code="top", titel="Bovenaan", nummer="1")
    Onderdeel.objects.bulk_create(
        Onderdeel(programma=programma, ouder=top, code=f"onderdeel-{i}", nummer=f"1.{i}", volgorde=i,
                  titel=f"Een onderdeel met een gewone titel van {i} woorden")
        for i in range(1, aantal)
    )  # fmt: skip
    return top


def adres(programma):
    return f"/admin/programma/bijwerken/{programma.pk}/"


def bericht(regels, **velden):
    rij = {"gezien": "0", "status": "op_schema", "gedaan": "Begonnen."} | velden
    return {"bewaar": "alles"} | {f"m{m.pk}-{k}": v for m in regels for k, v in rij.items()}


def test_saving_many_lines_is_as_many_queries_as_saving_one(client, programma):
    regels = mijlpalen(programma, 30)
    aantallen = []
    for deel in (regels[:1], regels[1:]):
        with CaptureQueriesContext(connection) as vragen:
            client.post(adres(programma), bericht(deel))
        aantallen.append(len(vragen))
    assert Stand.objects.count() == 30
    assert aantallen[1] <= aantallen[0]


def test_saving_the_parts_of_split_lines_is_no_query_for_each(client, programma):
    from programma.standen import maak_delen

    tekst = ", ".join(f"{JAAR + 1} Wijk{i}" for i in range(12))
    delen = maak_delen(make_onderdeel(programma, gepland=tekst))
    rij = {"gezien": "0", "status": "op_schema", "gedaan": "Begonnen."}
    data = {f"d{d.pk}-{k}": v for d in delen for k, v in rij.items()}
    with CaptureQueriesContext(connection) as vragen:
        client.post(adres(programma), data | {"bewaar": "alles"})
    assert Stand.objects.count() == 12
    assert len(vragen) < 30


def test_the_update_page_is_in_sheets_and_a_sent_line_is_saved_whatever_sheet_it_is_on(
    client, programma
):
    regels = mijlpalen(programma, PER_BLAD + 3)
    een = client.get(adres(programma))
    assert len(een.context["pagina"].forms) == PER_BLAD
    assert len(een.content) < 500_000
    assert f"van de {PER_BLAD + 3} regels" in een.content.decode()
    twee = client.get(adres(programma) + "?blad=2")
    assert [f.lijn.onderwerp for f in twee.context["pagina"].forms] == regels[PER_BLAD:]
    client.post(adres(programma), bericht(regels[-1:]))
    assert Stand.objects.get().mijlpaal == regels[-1]


def test_words_about_a_line_that_was_archived_meanwhile_are_shown_back(client, programma):
    een, twee = mijlpalen(programma, 2)
    Mijlpaal.objects.filter(pk=een.pk).update(is_gearchiveerd=True)
    html = client.post(adres(programma), bericht([een, twee]), follow=True).content.decode()
    assert Stand.objects.get().mijlpaal == twee
    assert "Niet bewaard: Begonnen." in html


def test_with_the_script_only_the_one_line_comes_back(client, programma):
    regels = mijlpalen(programma, 20)
    antwoord = client.post(adres(programma), bericht(regels[:1]) | {"los": "1"})
    assert [f.lijn.onderwerp for f in antwoord.context["pagina"].forms] == regels[:1]
    assert "Begonnen." in antwoord.content.decode()


# -- the page of the programme -------------------------------------------------------------------


def wijzig(programma, deel="change"):
    return f"/admin/programma/programma/{programma.pk}/{deel}/"


@pytest.mark.parametrize("deel", ["change", "indeling"])
def test_a_page_of_250_parts_is_of_a_usable_size(client, programma, deel):
    onderdelen(programma, 250)
    html = client.get(wijzig(programma, deel)).content
    assert len(html) < 500_000
    assert html.count(b'<datalist id="lijst-onderdelen">') == 1


def test_saving_a_long_table_costs_what_was_changed(client, programma):
    onderdelen(programma, 40)
    data = velden_van(client, wijzig(programma))
    with CaptureQueriesContext(connection) as niets:
        assert client.post(wijzig(programma), data).status_code == 302
    gewijzigd = data | {f"onderdelen-{i}-gepland_tekst": "medio 2023" for i in range(2, 22)}
    with CaptureQueriesContext(connection) as twintig:
        client.post(wijzig(programma), gewijzigd)
    assert Onderdeel.objects.filter(gepland_eind=date(2023, 7, 31)).count() == 20
    assert Onderdeel.history.count() == 20 + 1  # and the one that `make_onderdeel` wrote
    assert len(niets) < 30
    assert (len(twintig) - len(niets)) / 20 < 9


@pytest.mark.parametrize("woorden", ["1 Bovenaan", "  1   bovenaan ", "1", "top"])
def test_a_parent_is_chosen_by_name_number_or_address(client, programma, woorden):
    top = onderdelen(programma, 2)
    los = make_onderdeel(programma, code="los", titel="Los", nummer="2")
    data = velden_van(client, wijzig(programma))
    rij = next(k.removesuffix("-code") for k, v in data.items() if v == "los")
    assert client.post(wijzig(programma), data | {f"{rij}-ouder": woorden}).status_code == 302
    los.refresh_from_db()
    assert los.ouder == top


def test_a_parent_that_is_not_in_the_list_is_refused_and_the_words_stay(client, programma):
    onderdelen(programma, 2)
    vreemd = make_onderdeel(make_programma(make_gemeente("elders")), code="v", titel="Vreemd")
    data = velden_van(client, wijzig(programma))
    for woorden in ("Iets anders", str(vreemd), str(vreemd.pk + 1000)):
        html = client.post(
            wijzig(programma), data | {"onderdelen-1-ouder": woorden}
        ).content.decode()
        assert f"‘{woorden}’ staat niet in de lijst" in html
        assert f'value="{woorden}"' in html


def test_parts_of_the_same_name_are_told_apart(client, programma):
    een, twee = (make_onderdeel(programma, code=c, titel="Zelfde") for c in ("een", "twee"))
    kind = make_onderdeel(programma, code="kind", titel="Kind", ouder=twee)
    data = velden_van(client, wijzig(programma))
    assert "Zelfde [twee]" in data.values()
    client.post(wijzig(programma, "indeling"), {"doe": "zet", "id": kind.pk, "nummer": "", "ouder": "Zelfde [een]"})  # fmt: skip
    kind.refresh_from_db()
    assert kind.ouder == een
    antwoord = client.post(wijzig(programma, "indeling"), {"doe": "zet", "id": kind.pk, "nummer": "", "ouder": "zelfde"}, follow=True)  # fmt: skip
    assert "‘zelfde’ staat niet in de lijst" in antwoord.content.decode()
