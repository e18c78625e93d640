"""The mailed link: exactly its own lines, once, for a limited time; otherwise it gives nothing away."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils import timezone

from monitor.adres import adres_van
from monitor.models import Gemeente, Taak
from monitor.models.enums import Rol, TaakStand
from monitor.taken import voer_uit
from programma.links import hash_van, trek_in, vraag_link, zoek
from programma.models import Bijwerklink, Stand
from tests.achtergrond import werk_af
from tests.make import make_gemeente, make_user
from tests.test_programma_standen import make_mijlpaal, make_programma, make_stand

pytestmark = pytest.mark.django_db
BASIS = "https://monitor.example/"


@pytest.fixture(autouse=True)
def _schone_teller():
    cache.clear()


@pytest.fixture
def mijlpaal():
    return make_mijlpaal(make_programma(make_gemeente()), gepland="eind 2099")


@pytest.fixture
def link(mijlpaal):
    return vraag_link(
        mijlpaal.programma, functie="coördinator welzijn", email="partner@example.org",
        regels=[f"m{mijlpaal.pk}"], basis=BASIS, by=None,
    )  # fmt: skip


@pytest.fixture
def adres(link):
    assert voer_uit(Taak.objects.get(naam="programma.mail_link").pk)
    werk_af()
    return re.search(r"https://monitor\.example(/bijwerken/\S+/)", mail.outbox[-1].body)[1]


def bericht(mijlpaal, **velden):
    standaard = {"gezien": "0", "status": "op_schema", "gedaan": "Wij zijn begonnen."}
    return {"bewaar": "alles"} | {f"m{mijlpaal.pk}-{k}": v for k, v in (standaard | velden).items()}


def test_the_worker_mails_plain_dutch_and_keeps_only_the_hash(link, adres):
    brief = mail.outbox[0]
    assert (brief.to, brief.subject) == (["partner@example.org"], "Uw bericht over Proef")
    assert "De link werkt één keer" in brief.body
    token = adres.split("/")[2]
    assert len(token) > 40
    assert Bijwerklink.objects.get().hash == hash_van(token)
    taak = Taak.objects.get(naam="programma.mail_link")
    assert taak.stand == TaakStand.KLAAR
    assert token not in str(taak.__dict__) + str(Bijwerklink.objects.get().__dict__)


def test_a_retry_of_the_mail_leaves_one_link_that_works(client, link, adres):
    taak = Taak.objects.get(naam="programma.mail_link")
    Taak.objects.filter(pk=taak.pk).update(stand=TaakStand.WACHT)
    voer_uit(taak.pk)
    werk_af()
    nieuw = re.search(r"(/bijwerken/\S+/)", mail.outbox[1].body)[1]
    assert [client.get(x).status_code for x in (adres, nieuw)] == [404, 200]


def test_it_shows_exactly_its_lines_outside_the_admin(client, adres, mijlpaal):
    make_stand(mijlpaal, status="loopt", gedaan="Van de vorige keer.",
               gemaakt_door=make_user(username="collega.geheim"))  # fmt: skip
    make_mijlpaal(mijlpaal.programma, code="ander", titel="Van een ander")
    antwoord = client.get(adres)
    html = antwoord.content.decode()
    assert "Dashboard is klaar" in html
    assert "Van de vorige keer." in html
    for geheim in ("Van een ander", "collega.geheim", 'href="/admin/', "/inloggen/"):
        assert geheim not in html
    assert "no-store" in antwoord["Cache-Control"]
    assert "noindex" in antwoord["X-Robots-Tag"]
    assert "sessionid" not in antwoord.cookies


def test_opening_does_not_spend_it_and_sending_does(client, adres, mijlpaal):
    assert [client.get(adres).status_code for _ in range(2)] == [200, 200]
    antwoord = client.post(adres, bericht(mijlpaal))
    assert "Bedankt, uw bericht is binnen" in antwoord.content.decode()
    stand = Stand.objects.get()
    assert (stand.gemaakt_door, stand.afzender) == (
        None,
        "partner via link (coördinator welzijn)",
    )
    assert client.get(adres).status_code == 404
    assert client.post(adres, bericht(mijlpaal, gezien=stand.pk)).status_code == 404
    assert Stand.objects.count() == 1


def test_the_manager_sees_who_said_it(client, adres, mijlpaal):
    client.post(adres, bericht(mijlpaal))
    client.force_login(make_user(mijlpaal.programma.gemeente, Rol.PROGRAMMAMANAGER))
    basis = f"/admin/programma/bijwerken/{mijlpaal.programma.pk}/"
    assert "door partner via link (coördinator welzijn)" in client.get(basis).content.decode()
    assert "1 bericht" in client.get(f"{basis}links/").content.decode()


def test_a_line_that_is_not_in_the_link_is_not_saved(client, adres, mijlpaal):
    ander = make_mijlpaal(mijlpaal.programma, code="ander")
    client.post(adres, bericht(mijlpaal) | bericht(ander))
    assert [s.mijlpaal for s in Stand.objects.all()] == [mijlpaal]


def test_what_is_wrong_is_not_sent_in_and_the_link_stays(client, adres, mijlpaal):
    html = client.post(adres, bericht(mijlpaal, verwacht_tekst="straks")).content.decode()
    assert "Er is nog niets ingestuurd" in html
    assert 'value="straks"' in html
    assert client.post(adres, bericht(mijlpaal, status="", gedaan="")).status_code == 200
    assert not Stand.objects.exists()
    assert client.get(adres).status_code == 200


def test_a_report_in_between_is_shown_before_it_is_sent(client, adres, mijlpaal):
    ander = make_stand(mijlpaal, timezone.localdate(), status="loopt", gedaan="Intussen gemeld.")
    html = client.post(adres, bericht(mijlpaal, gedaan="Van mij.")).content.decode()
    assert "Intussen gemeld." in html
    assert "Van mij.</textarea>" in html
    velden = {"gezien": ander.pk, "botsing": ander.pk, "bevestig": "on"}
    client.post(adres, bericht(mijlpaal, gedaan="Van mij.", **velden))
    assert Stand.objects.count() == 2


def _verlopen(link):
    Bijwerklink.objects.filter(pk=link.pk).update(verloopt_op=timezone.now())


def _gebruikt(link):
    Bijwerklink.objects.filter(pk=link.pk).update(gebruikt_op=timezone.now())


def _lichaam(antwoord):
    return antwoord.status_code, antwoord.content, sorted(antwoord.headers.items())


@pytest.mark.parametrize("maak_dood", [_verlopen, _gebruikt, trek_in])
def test_every_dead_link_gives_the_same_answer_as_an_unknown_one(client, link, adres, maak_dood):
    maak_dood(link)
    onbekend = "/bijwerken/bestaat-niet/"
    veranderd = adres[:-2] + ("a" if adres[-2] != "a" else "b") + "/"
    antwoorden = [_lichaam(client.get(x)) for x in (adres, onbekend, veranderd)]
    assert antwoorden[0] == antwoorden[1] == antwoorden[2]
    assert antwoorden[0][0] == 404
    posts = [_lichaam(client.post(x, {"bewaar": "alles"})) for x in (adres, onbekend)]
    assert posts[0] == posts[1]


def test_dead_and_unknown_cost_the_same_queries(client, link, adres, django_assert_num_queries):
    _verlopen(link)
    for pad in (adres, "/bijwerken/bestaat-niet/"):
        with django_assert_num_queries(1):
            client.get(pad)


def test_too_many_wrong_links_close_the_door_for_a_while(client, adres):
    statussen = [client.get(f"/bijwerken/x{i}/").status_code for i in range(31)]
    assert statussen == [404] * 30 + [429]
    assert client.get(adres).status_code == 429
    assert client.get(adres, REMOTE_ADDR="192.0.2.9").status_code == 200


def test_a_link_is_about_something_and_for_a_function(mijlpaal):
    basis = {"email": "a@example.org", "basis": BASIS, "by": None}
    with pytest.raises(ValidationError):
        vraag_link(mijlpaal.programma, functie="x", regels=[], **basis)
    with pytest.raises(ValidationError):
        vraag_link(mijlpaal.programma, functie="piet@example.org", regels=["m1"], **basis)


def test_a_withdrawn_link_is_not_mailed_any_more(link):
    trek_in(link)
    werk_af()
    assert mail.outbox == []
    assert zoek("") is None


def test_the_manager_sends_and_withdraws(client, mijlpaal):
    client.force_login(make_user(mijlpaal.programma.gemeente, Rol.PROGRAMMAMANAGER))
    adres = f"/admin/programma/bijwerken/{mijlpaal.programma.pk}/links/"
    velden = {"functie": "huisarts", "email": "a@example.org", "dagen": "14"}
    assert "Kies ten minste één regel" in client.post(adres, velden).content.decode()
    assert client.post(adres, velden | {"regels": [f"m{mijlpaal.pk}"]}).status_code == 302
    link = Bijwerklink.objects.get()
    assert timedelta(days=13) < link.verloopt_op - timezone.now() < timedelta(days=14)
    client.post(f"{adres}{link.pk}/intrekken/")
    assert "ingetrokken" in client.get(adres).content.decode()


def test_a_link_of_another_gemeente_can_not_be_withdrawn(client, link):
    elders = make_gemeente("elders")
    client.force_login(make_user(elders, Rol.PROGRAMMAMANAGER))
    eigen = make_programma(elders)
    for programma in (link.programma, eigen):
        pad = f"/admin/programma/bijwerken/{programma.pk}/links/{link.pk}/intrekken/"
        assert client.post(pad).status_code == 404
    assert Bijwerklink.objects.get().is_open


def test_bijwerken_is_no_gemeente():
    with pytest.raises(ValidationError):
        Gemeente(slug="bijwerken", naam="Bijwerken").full_clean()


@pytest.mark.parametrize(
    ("proxies", "kop", "adres"),
    [
        (0, "198.51.100.7", "127.0.0.1"),  # nobody stands in front: anybody may have written it
        (1, "198.51.100.7", "198.51.100.7"),
        (
            1,
            "1.2.3.4, 198.51.100.7",
            "198.51.100.7",
        ),  # what the visitor wrote himself is left of it
        (2, "198.51.100.7, 10.0.0.2", "198.51.100.7"),
        (2, "198.51.100.7", "127.0.0.1"),  # one is missing
        (1, "", "127.0.0.1"),
        (1, "niets", "127.0.0.1"),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_the_address_behind_our_own_web_servers(rf, settings, proxies, kop, adres):
    settings.VERTROUWDE_PROXIES = proxies
    assert adres_van(rf.get("/", headers={"x-forwarded-for": kop})) == adres


def test_behind_a_proxy_one_visitor_does_not_close_the_door_for_another(client, adres, settings):
    settings.VERTROUWDE_PROXIES = 1
    for i in range(31):
        client.get(f"/bijwerken/x{i}/", headers={"x-forwarded-for": f"9.9.9.{i}, 192.0.2.1"})
    assert client.get(adres, headers={"x-forwarded-for": "192.0.2.1"}).status_code == 429
    assert client.get(adres, headers={"x-forwarded-for": "192.0.2.2"}).status_code == 200
