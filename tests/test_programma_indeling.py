"""The tree in the admin: move, renumber, archive without losing history; a programme of another shape."""

from datetime import date

import pytest

from monitor.models import Uitgave
from monitor.models.enums import Rol
from monitor.publiceren.bevriezen import publish_uitgave
from programma.models import (
    Aannamestand,
    Mijlpaal,
    Onderdeel,
    OnderdeelIndicator,
    Programma,
    Risico,
    Risicostand,
    Stand,
)
from programma.momentopname.blok import maak_programma
from programma.momentopname.laden import laad
from programma.terugdraaien import wijzigingen
from tests.make import make_gemeente, make_indicator, make_user
from tests.test_programma_beheer import adres_van, velden_van
from tests.test_programma_standen import make_onderdeel, make_programma, make_stand

pytestmark = pytest.mark.django_db


@pytest.fixture
def gemeente(client):
    gemeente = make_gemeente()
    client.force_login(make_user(gemeente, Rol.PROGRAMMAMANAGER, username="manager"))
    return gemeente


@pytest.fixture
def boom(gemeente):
    p = make_programma(gemeente, niveaus="doel, doelen\ndeel, delen", telniveau=2)
    een = make_onderdeel(p, code="een", titel="Een", nummer="1", volgorde=1)
    twee = make_onderdeel(p, code="twee", titel="Twee", nummer="2", volgorde=2)
    kind = make_onderdeel(p, "2021", code="kind", titel="Kind", nummer="1.1", ouder=een)
    make_stand(kind, status="loopt", gedaan="Begonnen.")
    return p, een, twee, kind


def doe(client, programma, doe, onderdeel=None, **velden):
    data = {"doe": doe, "id": onderdeel.pk if onderdeel else ""} | velden
    return client.post(adres_van(programma, "indeling"), data, follow=True)


def namen(programma):
    return [o.code for o in programma.onderdelen.filter(ouder=None)]


def test_up_and_down(client, boom):
    p, _, twee, _ = boom
    doe(client, p, "op", twee)
    assert namen(p) == ["twee", "een"]
    doe(client, p, "op", twee)
    assert namen(p) == ["twee", "een"]
    doe(client, p, "neer", twee)
    assert namen(p) == ["een", "twee"]


def test_another_parent_keeps_address_reports_and_history(client, boom):
    p, _, twee, kind = boom
    doe(client, p, "zet", kind, ouder="2 Twee", nummer="2.1")
    kind.refresh_from_db()
    assert (kind.ouder, kind.nummer, kind.code) == (twee, "2.1", "kind")
    assert kind.standen.get().gedaan == "Begonnen."
    assert [h.nummer for h in kind.history.all()][-1] == "1.1"
    regel = maak_programma(laad(p, date(2021, 5, 1)), None)["regels"][0]
    assert (regel["pad"], regel["nummer"]) == (["twee", "kind"], "2.1")


def test_below_itself_is_refused(client, boom):
    p, een, *_ = boom
    response = doe(client, p, "zet", een, ouder="1.1 Kind", nummer="1")
    assert "kan niet onder zichzelf vallen" in response.content.decode()
    assert namen(p) == ["een", "twee"]


def test_renumber_by_place(client, boom):
    p, *_, twee, _ = boom
    doe(client, p, "op", twee)
    doe(client, p, "hernummer")
    nummers = dict(p.onderdelen.values_list("code", "nummer"))
    assert nummers == {"twee": "1", "een": "2", "kind": "2.1"}


def test_archived_is_out_of_the_next_edition_and_kept(client, boom):
    p, een, _, kind = boom
    doe(client, p, "archiveer", een)
    inhoud = maak_programma(laad(p, date(2021, 5, 1)), None)
    assert [k["code"] for k in inhoud["boom"]] == ["twee"] and inhoud["regels"] == []
    doe(client, p, "terug", een)
    assert len(maak_programma(laad(p, date(2021, 5, 1)), None)["regels"]) == 1
    assert Stand.objects.get().onderdeel == kind


@pytest.mark.parametrize("wat", ["op", "zet", "x", "", "hernummer2"])
@pytest.mark.parametrize("nummer", ["", "x", "0", "9" * 30, "-1"])
def test_nonsense_changes_nothing(client, boom, wat, nummer):
    p = boom[0]
    client.post(adres_van(p, "indeling"), {"doe": wat, "id": nummer, "ouder": nummer})
    assert namen(p) == ["een", "twee"]


def test_a_part_of_another_gemeente_is_not_moved_nor_a_parent(client, boom):
    ander = make_programma(make_gemeente("ander"))
    vreemd = make_onderdeel(ander, code="v", titel="Vreemd")
    p, een, *_ = boom
    doe(client, p, "zet", vreemd, ouder="1 Een", nummer="9")
    doe(client, p, "zet", een, ouder=str(vreemd), nummer="9")
    vreemd.refresh_from_db()
    een.refresh_from_db()
    assert (vreemd.nummer, vreemd.ouder, een.ouder, een.nummer) == ("", None, None, "1")
    assert client.get(adres_van(ander, "indeling")).status_code == 404
    assert client.get(adres_van(ander, "exporteren")).status_code == 404


def test_who_may_only_look_moves_nothing(client, boom):
    p, _, twee, _ = boom
    client.force_login(make_user(p.gemeente, Rol.INVOERDER, username="kijker"))
    assert client.get(adres_van(p, "indeling")).status_code == 200
    assert client.post(adres_van(p, "indeling"), {"doe": "op", "id": twee.pk}).status_code == 403


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "ods"])
def test_the_manager_downloads_the_whole_programme(client, boom, formaat):
    response = client.get(adres_van(boom[0], "exporteren"), {"formaat": formaat})
    assert response.status_code == 200 and len(response.content) > 300
    assert response["Content-Disposition"] == f'attachment; filename="programma-proef.{formaat}"'
    assert client.get(adres_van(boom[0], "exporteren"), {"formaat": "exe"}).status_code == 404


def test_the_page_has_as_many_queries_with_many_parts(client, boom, django_assert_max_num_queries):
    p, een, *_ = boom
    for i in range(12):
        make_onderdeel(p, code=f"k{i}", titel=f"K{i}", ouder=een)
    with django_assert_max_num_queries(17):
        client.get(adres_van(p, "indeling"))


def test_an_assumption_gets_its_verdict_in_the_admin(client, boom):
    p, *_, kind = boom
    koppeling = OnderdeelIndicator.objects.create(
        onderdeel=kind, indicator=make_indicator(p.gemeente, "bezoek"), aanname="Bezoek helpt."
    )
    adres = adres_van(koppeling)
    nieuw = {"standen-TOTAL_FORMS": "1", "standen-0-datum": "30-04-2021", "standen-0-oordeel": "weerlegd",
             "standen-0-toelichting": "Het bezoek steeg, de vraag ook.", "nulmeting": "2e helft 2020"}  # fmt: skip
    response = client.post(adres, velden_van(client, adres) | nieuw)
    assert response.status_code == 302
    stand = Aannamestand.objects.get()
    assert (stand.gemaakt_door.username, stand.koppeling.nulmeting) == ("manager", "2020-H2")
    knoop = maak_programma(laad(p, date(2021, 5, 1)), None)["boom"][0]["kinderen"][0]
    assert knoop["cijfers"][0]["oordeel_tekst"] == "Weerlegd"
    eerder = maak_programma(laad(p, date(2021, 4, 1)), None)["boom"][0]["kinderen"][0]
    assert eerder["cijfers"][0]["oordeel"] == ""


def test_the_trend_of_a_risk_follows_from_its_history(client, boom):
    p = boom[0]
    risico = Risico.objects.create(
        programma=p, code="r", omschrijving="Geen ruimte", kans="klein", gevolg="groot",
        gemeld_op=date(2021, 1, 1), trend="gelijk",
    )  # fmt: skip
    adres = adres_van(risico)
    nieuw = {"standen-TOTAL_FORMS": "1", "standen-0-datum": "01-04-2021", "standen-0-kans": "groot",
             "standen-0-gevolg": "groot", "standen-0-toelichting": "De plek viel af."}  # fmt: skip
    assert client.post(adres, velden_van(client, adres) | nieuw).status_code == 302
    nu, toen = (
        maak_programma(laad(p, dag), None)["risicos"][0]
        for dag in (date(2021, 5, 1), date(2021, 2, 1))
    )
    assert (nu["kans"], nu["trend"], len(nu["verloop"])) == ("groot", "groter geworden", 2)
    assert (toen["kans"], toen["trend"], toen["verloop"]) == ("klein", "gelijk gebleven", [])
    assert Risicostand.objects.get().gemaakt_door.username == "manager"


# -- a fourth programme, of another shape, through the admin alone ---------------------------------


def voeg_toe(client, model, **velden):
    adres = f"/admin/programma/{model}/add/"
    response = client.post(adres, velden_van(client, adres) | velden)
    assert response.status_code == 302, response.context["adminform"].form.errors
    klasse = {"programma": Programma, "onderdeel": Onderdeel, "mijlpaal": Mijlpaal}[model]
    return klasse.objects.latest("pk")


def zet_op(client):
    """Portfolio ▸ project ▸ fase ▸ poort: a tree of three levels; the gates are milestones."""
    p = voeg_toe(client, "programma", naam="Portfolio Digitaal", slug="portfolio",
                 niveaus="portfolio, portfolio’s\nproject, projecten\nfase, fasen\npoort, poorten", telniveau="4")  # fmt: skip
    boven = {"programma": p.pk, "volgorde": "1"}
    portfolio = voeg_toe(client, "onderdeel", **boven, titel="Zorg digitaal", code="zorg", nummer="P1")  # fmt: skip
    project = voeg_toe(client, "onderdeel", **boven, titel="Eén dossier", code="dossier", ouder=portfolio.pk)  # fmt: skip
    fase = voeg_toe(client, "onderdeel", **boven, titel="Ontwerp", code="ontwerp", ouder=project.pk)  # fmt: skip
    poort = voeg_toe(client, "onderdeel", **boven, titel="Besluit over het ontwerp", code="poort-1",
                     ouder=fase.pk, gepland_tekst="Q2 2021")  # fmt: skip
    return p, poort


def test_a_portfolio_is_set_up_reported_on_and_published_through_the_admin_alone(client, gemeente):
    p, poort = zet_op(client)
    adres = adres_van(poort)
    stand = {"standen-TOTAL_FORMS": "1", "standen-0-datum": "31-03-2021", "standen-0-status": "op_schema",
             "standen-0-gedaan": "Het ontwerp ligt bij de gebruikers."}  # fmt: skip
    assert client.post(adres, velden_van(client, adres) | stand).status_code == 302
    publiceer_met(client, gemeente, p)
    pagina = client.get("/demodam/2021-03/programma/portfolio/").content.decode()
    assert "Besluit over het ontwerp" in pagina and "0 van 1 klaar" in pagina
    poortpagina = client.get("/demodam/2021-03/programma/portfolio/poort-1/").content.decode()
    assert "Poort van Portfolio Digitaal" in poortpagina and "Het ontwerp ligt bij" in poortpagina
    csv = client.get("/demodam/2021-03/programma/portfolio/mijlpalen.csv").content.decode("utf-8-sig")  # fmt: skip
    assert csv.splitlines()[1].startswith("poort-1;;Besluit over het ontwerp;Portfolio P1")


def publiceer_met(client, gemeente, programma):
    """An edition with a chapter and the block of the programme, in the admin, by an editor; then published."""
    client.force_login(make_user(gemeente, Rol.REDACTEUR, username="redactie"))

    def maak(model, **velden):
        adres = f"/admin/monitor/{model}/add/"
        response = client.post(adres, velden_van(client, adres) | velden)
        assert response.status_code == 302, response.context["adminform"].form.errors

    maak("uitgave", gemeente=gemeente.pk, periode_tekst="2021-03", titel="Maart 2021", peildatum="31-03-2021",
         kop="Het ontwerp is er.")  # fmt: skip
    uitgave = Uitgave.objects.get()
    maak("hoofdstuk", uitgave=uitgave.pk, code="portfolio", titel="Portfolio", kop="Het ontwerp is er.")  # fmt: skip
    maak("blok", hoofdstuk=uitgave.hoofdstukken.get().pk, code="portfolio", soort="programma",
         verwijst_naar=programma.slug, titel="Portfolio")  # fmt: skip
    publish_uitgave(uitgave, by=None)
    client.logout()


def test_a_move_is_shown_and_put_back(client, boom):
    p, een, _, kind = boom
    doe(client, p, "zet", kind, ouder="2", nummer="1.1")
    html = client.get(adres_van(p, "indeling")).content.decode()
    assert "van ‘1 Een’ naar ‘2 Twee’" in html and "manager" in html
    (wijziging,) = wijzigingen(p)
    doe(client, p, "ongedaan", historie=wijziging.historie)
    kind.refresh_from_db()
    assert kind.ouder_id == een.pk
    assert kind.standen.count() == 1


def test_only_the_newest_change_of_a_part_goes_back(client, boom):
    p, _, twee, kind = boom
    doe(client, p, "zet", kind, ouder="2", nummer="1.1")
    doe(client, p, "archiveer", kind)
    nieuwste, ouder = wijzigingen(p)
    assert (nieuwste.wat, nieuwste.kan_terug, ouder.kan_terug) == ("gearchiveerd", True, False)
    for historie in (ouder.historie, "0", "x", ""):
        doe(client, p, "ongedaan", historie=historie)
    kind.refresh_from_db()
    assert (kind.ouder_id, kind.is_gearchiveerd) == (twee.pk, True)


def test_a_change_of_another_programme_is_not_put_back(client, boom, gemeente):
    p, _, _, kind = boom
    doe(client, p, "archiveer", kind)
    ander = make_programma(gemeente, slug="ander")
    doe(client, ander, "ongedaan", historie=wijzigingen(p)[0].historie)
    kind.refresh_from_db()
    assert kind.is_gearchiveerd
