"""Large deliveries: stored, checked and applied by a worker, in two steps that people can leave."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from monitor import taken
from monitor.beheer.aanlevervoortgang import voortgang_van
from monitor.invoer import achtergrond
from monitor.invoer.aanleveren import Stand, controleer_levering, verwerk
from monitor.invoer.bewaren import ruim_wezen
from monitor.invoer.soorten import get_soort
from monitor.invoer.toepassen import leg_vast
from monitor.invoer.voortgang import schat_cijfers, schat_rijen
from monitor.models import Aanlevering, Lidmaatschap, Taak, Waarneming, Wijziging
from monitor.models.enums import Rol, TaakStand
from monitor.regels.duur import in_woorden, resterend
from monitor.regels.getallen import lees_getal
from tests.invoer_bestanden import csv_van, xlsx_van
from tests.make import make_gemeente, make_indicator, make_user, make_waarneming

INLEZEN = reverse("admin:monitor_aanlevering_import")
BEVESTIG = reverse("admin:monitor_aanlevering_process_import")
RIJEN = [["clienten-jeugd", "realisatie", f"2021-{m:02}", 700 + m] for m in range(1, 7)]


@pytest.fixture
def gemeente(db, settings):
    settings.INVOER_ACHTERGROND_RIJEN = 4
    gemeente = make_gemeente("demodam")
    make_waarneming(make_indicator(gemeente), "2021-04", 748)
    return gemeente


@pytest.fixture
def anna(client, gemeente):
    user = make_user(gemeente, Rol.INVOERDER, username="anna")
    client.force_login(user)
    return user


def lever_in(client, gemeente, rijen=RIJEN, naam="c.csv", inhoud=None):
    bestand = SimpleUploadedFile(naam, inhoud or csv_van(*rijen))
    data = {"gemeente": gemeente.pk, "soort": "waarnemingen", "import_file": bestand}
    return client.post(INLEZEN, data)


def werk() -> Aanlevering:
    """Let the worker do what waits, and give the delivery."""
    for taak in Taak.objects.filter(stand=TaakStand.WACHT):
        taken.voer_uit(taak.pk)
    return Aanlevering.objects.select_related("taak").get()


def een(levering, naam="change"):
    return reverse(f"admin:monitor_aanlevering_{naam}", args=[levering.pk])


def gecontroleerd(client, gemeente, **meer) -> Aanlevering:
    lever_in(client, gemeente, **meer)
    return werk()


def bevestig(client, levering, **meer):
    form = client.get(een(levering)).context["confirm_form"]
    data = {naam: form[naam].value() or "" for naam in form.fields}
    return client.post(BEVESTIG, data | meer, follow=True)


def test_a_small_file_is_previewed_at_once(client, gemeente, anna):
    assert lever_in(client, gemeente, RIJEN[:3]).status_code == 200
    assert (Aanlevering.objects.get().stand, Taak.objects.count()) == (Stand.GECONTROLEERD, 0)


@pytest.mark.parametrize("formaat", ["csv", "xlsx"])
def test_a_large_file_is_kept_and_waits_for_a_worker(client, gemeente, anna, formaat):
    inhoud = csv_van(*RIJEN) if formaat == "csv" else xlsx_van(*RIJEN)
    antwoord = lever_in(client, gemeente, naam=f"c.{formaat}", inhoud=inhoud)
    levering = Aanlevering.objects.get()
    assert antwoord.url == een(levering)
    assert (levering.stand, levering.taak.stand) == (Stand.ONTVANGEN, TaakStand.WACHT)
    html = client.get(antwoord.url).content.decode()
    assert "Wacht op een vrije plaats" in html
    assert '<noscript><meta http-equiv="refresh"' in html
    assert Waarneming.objects.count() == 1


def test_preview_and_apply_are_two_steps_of_the_worker(client, gemeente, anna):
    levering = gecontroleerd(client, gemeente)
    assert (levering.stand, levering.nieuw, levering.gewijzigd) == (Stand.GECONTROLEERD, 5, 1)
    assert "<del>748</del>" in client.get(een(levering)).content.decode()
    bevestig(client, levering)
    assert Aanlevering.objects.get().stand == Stand.BEZIG
    assert Waarneming.objects.count() == 1
    levering = werk()
    assert (levering.stand, levering.taak.stand) == (Stand.VERWERKT, TaakStand.KLAAR)
    assert Waarneming.objects.count() == 6
    assert set(Wijziging.objects.values_list("gewijzigd_door", flat=True)) == {anna.pk}


def test_the_preview_of_a_worker_is_not_made_again_for_each_look(client, gemeente, anna):
    levering = gecontroleerd(client, gemeente)
    levering.bestand.storage.delete(levering.bestand.name)
    assert "<del>748</del>" in client.get(een(levering)).content.decode()


def test_errors_of_a_large_file_are_shown_and_not_confirmed(client, gemeente, anna):
    levering = gecontroleerd(client, gemeente, rijen=[["fout", *r[1:]] for r in RIJEN])
    assert (levering.stand, levering.aantal_fouten) == (Stand.AFGEKEURD, 6)
    antwoord = client.get(een(levering))
    assert antwoord.context["confirm_form"] is None
    assert "Deze indicator is niet bekend" in antwoord.content.decode()


def test_confirming_twice_asks_and_applies_once(client, gemeente, anna):
    levering = gecontroleerd(client, gemeente)
    form = client.get(een(levering)).context["confirm_form"]
    data = {naam: form[naam].value() or "" for naam in form.fields}
    client.post(BEVESTIG, data)
    antwoord = client.post(BEVESTIG, data, follow=True)
    assert "kan niet meer bevestigd worden" in antwoord.content.decode()
    assert Taak.objects.filter(naam=achtergrond.VERWERK).count() == 1


@pytest.mark.parametrize("na", [0, 1, 2])
def test_stopping_between_two_blocks_of_writing_takes_all_back(client, gemeente, anna, na):
    levering = gecontroleerd(client, gemeente)
    bevestig(client, levering)
    keren = []

    def stop_na(gedaan, totaal):
        keren.append((gedaan, totaal))
        if len(keren) > na:
            raise taken.Gestopt

    controle = controleer_levering(levering, get_soort("waarnemingen"))
    with pytest.raises(taken.Gestopt):
        verwerk(
            levering,
            get_soort("waarnemingen"),
            controle,
            by=anna,
            reden="",
            van=Stand.BEZIG,
            voortgang=stop_na,
        )
    assert (Waarneming.objects.count(), Wijziging.objects.count()) == (1, 0)
    assert Aanlevering.objects.get().stand == Stand.BEZIG


@pytest.mark.parametrize("stap", [achtergrond.CONTROLEER, achtergrond.VERWERK])
def test_work_that_comes_twice_is_done_once(client, gemeente, anna, stap):
    levering = gecontroleerd(client, gemeente)
    if stap == achtergrond.VERWERK:
        bevestig(client, levering)
    werk()
    voor = (Wijziging.objects.count(), Aanlevering.objects.get().stand)
    Taak.objects.filter(naam=stap).update(stand=TaakStand.WACHT)
    levering = werk()
    assert (Wijziging.objects.count(), levering.stand) == voor
    assert levering.taak.stand == TaakStand.KLAAR


def verander(reeks_van, by, waarde="749"):
    w = Waarneming.objects.get(reeks__indicator=reeks_van.indicator, periode__code="2021-04")
    leg_vast(w.reeks, w.periode, lees_getal(waarde, eenheid="aantal"), by=by)


def test_the_second_of_two_people_sees_what_changed_and_confirms_again(client, gemeente, anna):
    levering = gecontroleerd(client, gemeente)
    bert = make_user(gemeente, Rol.INVOERDER, username="bert")
    bevestig(client, levering)
    verander(Waarneming.objects.get().reeks, bert)
    levering = werk()
    assert (levering.stand, levering.taak.stand) == (Stand.GECONTROLEERD, TaakStand.MISLUKT)
    html = client.get(een(levering)).content.decode()
    assert "Intussen veranderd door bert" in html
    assert "van 748 naar 749" in html
    assert Waarneming.objects.count() == 1
    bevestig(client, levering)
    assert werk().stand == Stand.VERWERKT


def test_a_small_delivery_tells_what_changed_as_well(client, gemeente, anna, settings):
    settings.INVOER_ACHTERGROND_RIJEN = 100
    lever_in(client, gemeente)
    bert = make_user(gemeente, Rol.INVOERDER, username="bert")
    verander(Waarneming.objects.get().reeks, bert)
    html = client.get(een(Aanlevering.objects.get())).content.decode()
    assert "Intussen veranderd door bert" in html


def test_a_change_elsewhere_is_nobodys_concern(client, gemeente, anna, settings):
    settings.INVOER_ACHTERGROND_RIJEN = 100
    ander = make_waarneming(make_indicator(gemeente, "los"), "2021-04", 5)
    lever_in(client, gemeente)
    leg_vast(ander.reeks, ander.periode, lees_getal("6", eenheid="aantal"), by=anna)
    html = client.get(een(Aanlevering.objects.get())).content.decode()
    assert "Intussen veranderd" not in html


def test_stopping_a_waiting_check_leaves_nothing(client, gemeente, anna):
    lever_in(client, gemeente)
    levering = Aanlevering.objects.get()
    client.post(een(levering, "stoppen"))
    levering = werk()
    assert (levering.stand, levering.taak.stand) == (Stand.INGETROKKEN, TaakStand.GESTOPT)
    assert levering.bestand.name == ""


def test_a_stop_while_it_applies_writes_nothing(client, gemeente, anna, monkeypatch):
    levering = gecontroleerd(client, gemeente)
    bevestig(client, levering)

    def op_schrijven(loop, fase, totaal=0, begin=taken.Loop.begin):
        if fase == achtergrond.SCHRIJVEN:
            loop.stop.set()
        begin(loop, fase, totaal)

    monkeypatch.setattr(taken.Loop, "begin", op_schrijven)
    levering = werk()
    assert (levering.stand, levering.taak.stand) == (Stand.GECONTROLEERD, TaakStand.GESTOPT)
    assert Waarneming.objects.count() == 1
    monkeypatch.undo()
    bevestig(client, levering)
    assert werk().stand == Stand.VERWERKT


def test_running_work_is_only_asked_to_stop(client, gemeente, anna):
    lever_in(client, gemeente)
    levering = Aanlevering.objects.get()
    Taak.objects.update(stand=TaakStand.BEZIG, hartslag=timezone.now(), pogingen=1)
    client.post(een(levering, "stoppen"))
    taak = Taak.objects.get()
    assert (taak.stand, taak.is_stop_gevraagd) == (TaakStand.BEZIG, True)
    assert "stopt na de rijen" in client.get(een(levering)).content.decode()


def test_a_given_up_check_says_so_and_can_be_asked_again(client, gemeente, anna, monkeypatch):
    lever_in(client, gemeente)
    monkeypatch.setattr(taken, "wek", lambda pk: None)
    stil = timezone.now() - timedelta(minutes=5)
    Taak.objects.update(stand=TaakStand.BEZIG, hartslag=stil, pogingen=taken.MAX_POGINGEN)
    taken.herstel()
    levering = Aanlevering.objects.get()
    html = client.get(een(levering)).content.decode()
    assert "drie keer begonnen" in html
    assert "Probeer opnieuw" in html
    client.post(een(levering, "opnieuw"))
    assert werk().stand == Stand.GECONTROLEERD


def test_a_given_up_apply_waits_to_be_confirmed_again(client, gemeente, anna, monkeypatch):
    levering = gecontroleerd(client, gemeente)
    bevestig(client, levering)
    monkeypatch.setattr(taken, "wek", lambda pk: None)
    stil = timezone.now() - timedelta(minutes=5)
    onze = Taak.objects.filter(naam=achtergrond.VERWERK)
    onze.update(stand=TaakStand.BEZIG, hartslag=stil, pogingen=taken.MAX_POGINGEN)
    taken.herstel()
    assert "drie keer begonnen" in client.get(een(levering)).content.decode()
    bevestig(client, levering)
    assert (werk().stand, Waarneming.objects.count()) == (Stand.VERWERKT, 6)


def test_who_lost_the_right_in_between_applies_nothing(client, gemeente, anna):
    levering = gecontroleerd(client, gemeente)
    bevestig(client, levering)
    Lidmaatschap.objects.filter(user=anna).update(rol=Rol.PUBLICIST)
    levering = werk()
    assert levering.taak.melding == achtergrond.GEEN_RECHT
    assert (levering.stand, Waarneming.objects.count()) == (Stand.GECONTROLEERD, 1)


def test_a_damaged_file_is_told(client, gemeente, anna):
    lever_in(client, gemeente)
    levering = Aanlevering.objects.get()
    levering.bestand.storage.delete(levering.bestand.name)
    assert "Het bewaarde bestand is weg" in werk().taak.melding


def test_a_file_without_a_row_is_removed_after_a_day(client, gemeente, anna):
    lever_in(client, gemeente)
    wees = default_storage.save("aanlevering/2021/wees.bin", ContentFile(b"cijfers"))
    assert ruim_wezen() == 0
    assert ruim_wezen(at=timezone.now() + timedelta(hours=25)) == 1
    assert not default_storage.exists(wees)
    assert default_storage.exists(Aanlevering.objects.get().bestand.name)


def test_nobody_else_looks_stops_or_asks_again(client, gemeente, anna):
    lever_in(client, gemeente)
    levering = Aanlevering.objects.get()
    client.force_login(make_user(make_gemeente("dalfsen"), *Rol))
    assert client.get(een(levering, "voortgang")).status_code == 404
    client.force_login(make_user(gemeente, Rol.REDACTEUR))
    assert client.get(een(levering, "voortgang")).status_code == 200
    for naam in ("stoppen", "opnieuw"):
        assert client.post(een(levering, naam)).status_code == 404
    assert Taak.objects.get().stand == TaakStand.WACHT


def test_the_page_counts_rows_and_time(client, gemeente, anna):
    lever_in(client, gemeente)
    nu = timezone.now()
    Taak.objects.update(
        stand=TaakStand.BEZIG,
        hartslag=nu,
        fase=achtergrond.LEZEN,
        fase_op=nu - timedelta(seconds=30),
        gedaan=2000,
        totaal=8000,
    )
    json = client.get(een(Aanlevering.objects.get(), "voortgang")).json()
    assert (json["procent"], json["rijen"]) == (25, "2.000 van 8.000 rijen")
    assert json["rest"] == "nog ongeveer 2 minuten"


@pytest.mark.parametrize(
    ("stand", "stil", "tekst"),
    [
        (TaakStand.WACHT, 5, "vrije plaats"),
        (TaakStand.WACHT, 120, "antwoordt niet"),
        (TaakStand.BEZIG, 120, "onderbroken"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(client, gemeente, anna, stand, stil, tekst):
    lever_in(client, gemeente)
    op = timezone.now() - timedelta(seconds=stil)
    Taak.objects.update(stand=stand, gemaakt_op=op, hartslag=op if stand == "bezig" else None)
    beeld = voortgang_van(Aanlevering.objects.get())
    assert tekst in beeld.tekst
    assert beeld.is_bezig


def test_the_start_page_and_the_list_tell_it(client, gemeente, anna):
    lever_in(client, gemeente)
    Taak.objects.update(stand=TaakStand.BEZIG, hartslag=timezone.now(), gedaan=2, totaal=6)
    assert "2 van 6 rijen" in client.get(reverse("admin:index")).content.decode()
    lijst = reverse("admin:monitor_aanlevering_changelist")
    assert "2 van 6 rijen" in client.get(lijst).content.decode()


def test_the_reader_tells_how_far_it_is(gemeente):
    from monitor.invoer.aanleveren import controleer_bestand

    gezegd = []
    inhoud = csv_van(*RIJEN)
    soort = get_soort("waarnemingen")
    controleer_bestand(gemeente, soort, "c.csv", inhoud, lambda *stand: gezegd.append(stand))
    assert gezegd[0] == (0, schat_rijen(inhoud))


@given(gedaan=st.integers(1, 10**6), meer=st.integers(0, 10**6), t=st.floats(3, 10**5))
def test_time_left_is_that_of_the_same_pace(gedaan, meer, t):
    rest = resterend(gedaan, gedaan + meer, t)
    assert rest == pytest.approx(t / gedaan * meer)
    assert in_woorden(rest).startswith("nog ")


@given(gedaan=st.integers(), totaal=st.integers(), t=st.floats(0, 2.9))
def test_nothing_is_foretold_too_early(gedaan, totaal, t):
    assert resterend(gedaan, totaal, t) is None


@pytest.mark.parametrize(
    ("seconden", "tekst"),
    [
        (0, "nog enkele seconden"),
        (31, "nog ongeveer 40 seconden"),
        (55, "nog ongeveer 1 minuut"),
        (90, "nog ongeveer 2 minuten"),
        (3 * 3600, "nog ongeveer 3 uur"),
    ],
)
def test_a_duration_in_words(seconden, tekst):
    assert in_woorden(seconden) == tekst


def test_a_wide_table_counts_its_cells_and_old_line_ends_count_too():
    breed = csv_van(*[[f"i{r}", *range(60)] for r in range(50)], kop=["x", *range(60)])
    smal = csv_van(*RIJEN)
    assert schat_cijfers(breed) == 50 * 60
    assert schat_cijfers(b"a;b\n" + b";" * 20_000) == 250
    assert schat_cijfers(smal) == schat_cijfers(smal.replace(b"\r\n", b"\r")) == len(RIJEN)
