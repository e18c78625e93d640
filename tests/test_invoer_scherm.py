"""The import screens: look first, confirm once, and nothing of anybody else."""

import re
from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from monitor.invoer.aanleveren import ruim_op
from monitor.invoer.toepassen import leg_vast
from monitor.models import Aanlevering, Lidmaatschap, Publicatie, Waarneming, Wijziging
from monitor.models.enums import AanleveringStand, Openbaarheid, Rol
from monitor.regels.getallen import lees_getal
from tests.invoer_bestanden import csv_van
from tests.make import make_gemeente, make_indicator, make_uitgave, make_user, make_waarneming

pytestmark = pytest.mark.django_db
RIJ = ["clienten-jeugd", "realisatie", "2021-04", "751"]
LIJST = reverse("admin:monitor_aanlevering_changelist")
INLEZEN = reverse("admin:monitor_aanlevering_import")
BEVESTIG = reverse("admin:monitor_aanlevering_process_import")
EXPORT = reverse("admin:monitor_aanlevering_export")


@pytest.fixture
def gemeente():
    gemeente = make_gemeente("demodam")
    make_waarneming(make_indicator(gemeente), "2021-04", 748)
    return gemeente


@pytest.fixture
def anna(client, gemeente):
    user = make_user(gemeente, Rol.INVOERDER, username="anna")
    client.force_login(user)
    return user


def lever_in(client, gemeente, *rijen, soort="waarnemingen", naam="c.csv", inhoud=None, **meer):
    bestand = SimpleUploadedFile(naam, inhoud or csv_van(*rijen or [RIJ]))
    data = {"gemeente": gemeente.pk, "soort": soort, "import_file": bestand} | meer
    return client.post(INLEZEN, data)


def verborgen(antwoord) -> dict:
    form = antwoord.context["confirm_form"]
    return {naam: form[naam].value() or "" for naam in form.fields}


def een(pk):
    return reverse("admin:monitor_aanlevering_change", args=[pk])


def test_a_preview_changes_nothing_and_shows_old_and_new(client, gemeente, anna):
    antwoord = lever_in(client, gemeente)

    assert antwoord.status_code == 200
    assert "<del>748</del>" in antwoord.content.decode()
    assert "<ins>751</ins>" in antwoord.content.decode()
    assert Waarneming.objects.get().waarde == 748
    assert Aanlevering.objects.get().stand == AanleveringStand.GECONTROLEERD


def test_confirming_applies_and_remembers(client, gemeente, anna):
    antwoord = client.post(BEVESTIG, verborgen(lever_in(client, gemeente, reden="Telfout")))

    aanlevering = Aanlevering.objects.get()
    assert antwoord.url == een(aanlevering.pk)
    assert (aanlevering.stand, aanlevering.gewijzigd) == (AanleveringStand.VERWERKT, 1)
    wijziging = Wijziging.objects.get()
    assert (wijziging.gewijzigd_door, wijziging.reden) == (anna, "Telfout")
    assert Waarneming.objects.get().waarde == 751


def test_confirming_twice_applies_once(client, gemeente, anna):
    data = verborgen(lever_in(client, gemeente))
    client.post(BEVESTIG, data)
    antwoord = client.post(BEVESTIG, data, follow=True)

    assert "kan niet meer bevestigd worden" in antwoord.content.decode()
    assert (Wijziging.objects.count(), Waarneming.objects.get().versie) == (1, 2)


def test_errors_are_shown_and_can_not_be_confirmed(client, gemeente, anna):
    antwoord = lever_in(client, gemeente, ["clienten-jeugt", *RIJ[1:]])
    tekst = antwoord.content.decode()
    assert "Bedoelt u ‘clienten-jeugd’?" in tekst
    assert "confirm_form" not in antwoord.context
    aanlevering = Aanlevering.objects.get()
    assert aanlevering.stand == AanleveringStand.AFGEKEURD
    client.post(BEVESTIG, {"aanlevering": aanlevering.pk, "vingerafdruk": "x"})
    assert Waarneming.objects.get().waarde == 748


def test_the_delivery_page_can_confirm_as_well(client, gemeente, anna):
    lever_in(client, gemeente)
    antwoord = client.get(een(Aanlevering.objects.get().pk))
    client.post(BEVESTIG, verborgen(antwoord))
    assert Waarneming.objects.get().waarde == 751


def test_what_changed_after_the_preview_is_shown_again(client, gemeente, anna):
    data = verborgen(lever_in(client, gemeente))
    bekend = Waarneming.objects.get()
    leg_vast(bekend.reeks, bekend.periode, lees_getal("749", eenheid="aantal"), by=None)
    antwoord = client.post(BEVESTIG, data, follow=True)

    assert "veranderd nadat u dit voorbeeld zag" in antwoord.content.decode()
    assert "<del>749</del>" in antwoord.content.decode()
    assert Waarneming.objects.get().waarde == 749
    client.post(BEVESTIG, verborgen(antwoord))
    assert Waarneming.objects.get().waarde == 751


def test_a_published_figure_changes_only_with_a_reason(client, gemeente, anna):
    Publicatie.objects.create(
        uitgave=make_uitgave(gemeente, "2021-03_2021-04"),
        versie=1,
        schema_versie=1,
        inhoud="{}",
        openbaarheid=Openbaarheid.OPENBAAR,
        openbaar_vanaf=timezone.now(),
    )
    data = verborgen(lever_in(client, gemeente))
    antwoord = client.post(BEVESTIG, data, follow=True)
    assert "Vul een reden in" in antwoord.content.decode()
    assert Waarneming.objects.get().waarde == 748
    client.post(BEVESTIG, data | {"reden": "Dubbele telling"})
    assert Wijziging.objects.get().reden == "Dubbele telling"


@pytest.mark.parametrize("rol", [Rol.INVOERDER, Rol.REDACTEUR])
def test_a_colleague_can_not_confirm(client, gemeente, anna, rol):
    data = verborgen(lever_in(client, gemeente))
    client.force_login(make_user(gemeente, rol))
    assert client.post(BEVESTIG, data).status_code == 404
    assert Waarneming.objects.get().waarde == 748


def test_a_colleague_sees_it_only_when_he_keeps_the_register(client, gemeente, anna):
    lever_in(client, gemeente)
    pk = Aanlevering.objects.get().pk
    bestand = reverse("admin:monitor_aanlevering_bestand", args=[pk])
    gezien = {}
    for rol in (Rol.INVOERDER, Rol.REDACTEUR, Rol.BEHEERDER, Rol.PROGRAMMAMANAGER):
        client.force_login(make_user(gemeente, rol))
        gezien[rol] = (client.get(een(pk)).status_code, client.get(bestand).status_code)
        assert ("c.csv" in client.get(LIJST).content.decode()) == (gezien[rol][0] == 200)
    assert gezien == {
        Rol.INVOERDER: (404, 404),
        Rol.REDACTEUR: (200, 200),
        Rol.BEHEERDER: (200, 200),
        Rol.PROGRAMMAMANAGER: (404, 404),
    }


def test_another_gemeente_sees_and_does_nothing(client, gemeente, anna):
    data = verborgen(lever_in(client, gemeente))
    ander = make_gemeente("dalfsen")
    client.force_login(make_user(ander, *Rol))
    pk = Aanlevering.objects.get().pk
    assert client.get(een(pk)).status_code == 404
    assert client.get(reverse("admin:monitor_aanlevering_bestand", args=[pk])).status_code == 404
    assert client.post(reverse("admin:monitor_aanlevering_intrekken", args=[pk])).status_code == 404
    assert client.post(BEVESTIG, data).status_code == 404
    assert "c.csv" not in client.get(LIJST).content.decode()
    antwoord = lever_in(client, gemeente)
    assert "gemeente" in antwoord.context["form"].errors
    assert Aanlevering.objects.count() == 1


def test_who_lost_the_role_can_not_confirm_any_more(client, gemeente, anna):
    data = verborgen(lever_in(client, gemeente))
    Lidmaatschap.objects.filter(user=anna).update(rol=Rol.PUBLICIST)
    assert client.post(BEVESTIG, data).status_code in (403, 404)
    assert Waarneming.objects.get().waarde == 748


def test_after_a_day_it_has_expired_and_the_file_is_gone(client, gemeente, anna):
    data = verborgen(lever_in(client, gemeente))
    aanlevering = Aanlevering.objects.get()
    opslag, naam = aanlevering.bestand.storage, aanlevering.bestand.name
    Aanlevering.objects.update(gemaakt_op=timezone.now() - timedelta(hours=25))
    antwoord = client.post(BEVESTIG, data, follow=True)
    assert "ouder dan een dag" in antwoord.content.decode()
    assert Waarneming.objects.get().waarde == 748
    assert not opslag.exists(naam)


def test_the_sweeper_withdraws_what_waits_too_long(client, gemeente, anna):
    lever_in(client, gemeente)
    assert ruim_op() == 0
    assert ruim_op(at=timezone.now() + timedelta(hours=25)) == 1
    assert Aanlevering.objects.get().stand == AanleveringStand.INGETROKKEN


def test_the_owner_withdraws(client, gemeente, anna):
    data = verborgen(lever_in(client, gemeente))
    pk = Aanlevering.objects.get().pk
    client.post(reverse("admin:monitor_aanlevering_intrekken", args=[pk]))
    client.post(BEVESTIG, data)
    assert Aanlevering.objects.get().stand == AanleveringStand.INGETROKKEN
    assert Waarneming.objects.get().waarde == 748


RECHTEN = {
    Rol.INVOERDER: {"waarnemingen"},
    Rol.REDACTEUR: {"waarnemingen", "indicatoren", "uitgave"},
    Rol.PROGRAMMAMANAGER: set(),
    Rol.PUBLICIST: set(),
    Rol.BEHEERDER: {"indicatoren"},
    Rol.RAADSLID: set(),
}


@pytest.mark.parametrize("rol", RECHTEN)
def test_each_role_imports_its_own_kinds(client, gemeente, rol):
    client.force_login(make_user(gemeente, rol))
    antwoord = client.get(INLEZEN)
    mag = RECHTEN[rol]
    if antwoord.status_code == 200:
        mogelijk = {code for code, _ in antwoord.context["form"].fields["soort"].choices}
        assert mogelijk - {"programma", "rondgang"} == mag
    else:
        assert not mag
    for soort in ("waarnemingen", "indicatoren", "uitgave"):
        lever_in(client, gemeente, soort=soort)
        sjabloon = reverse("admin:monitor_aanlevering_sjabloon", args=[soort, "csv"])
        assert (client.get(sjabloon).status_code == 200) == (soort in mag)
    assert set(Aanlevering.objects.values_list("soort", flat=True)) == mag


@pytest.mark.parametrize("rol", [Rol.PUBLICIST, Rol.RAADSLID, None])
def test_addresses_ask_for_a_right(client, gemeente, rol):
    client.force_login(make_user(gemeente, *([rol] if rol else []), is_staff=True))
    assert client.get(INLEZEN).status_code in (302, 403)
    assert client.post(BEVESTIG, {"aanlevering": 1}).status_code in (302, 403)
    assert client.get(EXPORT).status_code in (302, 403)
    assert client.post(EXPORT, {"gemeente": gemeente.pk, "format": 0}).status_code in (302, 403)


def test_anonymous_is_sent_to_the_log_in(client):
    for adres in (LIJST, INLEZEN, EXPORT):
        assert client.get(adres).status_code == 302
    assert client.post(BEVESTIG).status_code == 302


def test_role_in_one_gemeente_is_no_role_in_another(client, gemeente):
    ander = make_gemeente("dalfsen")
    user = make_user(gemeente, Rol.INVOERDER)
    Lidmaatschap.objects.create(user=user, gemeente=ander, rol=Rol.BEHEERDER)
    client.force_login(user)
    antwoord = lever_in(client, ander, soort="waarnemingen")
    assert "soort" in antwoord.context["form"].errors
    assert Aanlevering.objects.count() == 0


def test_the_screens_run_under_a_strict_policy(client, gemeente, anna):
    paginas = [
        client.get(INLEZEN),
        lever_in(client, gemeente),
        client.get(EXPORT),
        client.get(LIJST),
    ]
    paginas.append(lever_in(client, gemeente, ["x", *RIJ[1:]]))
    paginas.append(client.get(een(Aanlevering.objects.first().pk)))
    for pagina in paginas:
        html = pagina.content.decode()
        assert pagina.status_code == 200
        assert not re.search(r"<[^>]+\s(style|on\w+)=", html)
        assert not re.search(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)", html)


def test_text_of_a_file_is_never_markup(client, gemeente, anna):
    html = lever_in(client, gemeente, ["<script>alert(1)</script>", *RIJ[1:]]).content.decode()
    assert "<script>alert(1)" not in html


def test_export_holds_own_figures_only_and_no_formula(client, gemeente, anna):
    ander = make_gemeente("dalfsen")
    make_waarneming(make_indicator(ander, "geheim"), "2021", 5)
    Waarneming.objects.filter(reeks__gemeente=gemeente).update(voetnoot="=HYPERLINK(1)")
    inhoud = client.post(EXPORT, {"gemeente": gemeente.pk, "format": 0}).content
    ws = openpyxl.load_workbook(BytesIO(inhoud)).active
    kop, rij = list(ws.values)
    assert kop[:5] == ("gemeente", "indicator", "soort", "periode", "waarde")
    assert rij[:5] == ("demodam", "clienten-jeugd", "realisatie", "2021-04", 748)
    assert ws["G2"].data_type == "s"
    csv = client.post(EXPORT, {"gemeente": gemeente.pk, "format": 2}).content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in csv
    antwoord = client.post(EXPORT, {"gemeente": ander.pk, "format": 2})
    assert "geheim" not in antwoord.content.decode()


def test_the_original_file_comes_back_as_a_download(client, gemeente, anna):
    lever_in(client, gemeente)
    pk = Aanlevering.objects.get().pk
    antwoord = client.get(reverse("admin:monitor_aanlevering_bestand", args=[pk]))
    assert antwoord.content == csv_van(RIJ)
    assert antwoord["Content-Disposition"] == 'attachment; filename="c.csv"'


def test_the_same_file_again_says_when_it_was_read(client, gemeente, anna):
    client.post(BEVESTIG, verborgen(lever_in(client, gemeente)))
    assert "al ingelezen op" in lever_in(client, gemeente).content.decode()


@pytest.mark.parametrize("naam", ["../../etc/x.csv", "C:\\map\\x.csv", "a" * 230 + ".csv"])
def test_an_odd_file_name_is_only_a_name(client, gemeente, anna, naam):
    lever_in(client, gemeente, naam=naam)
    aanlevering = Aanlevering.objects.get()
    assert "/" not in aanlevering.bestandsnaam
    assert re.fullmatch(r"aanlevering/\d{4}/[0-9a-f]{32}\.bin", aanlevering.bestand.name)


@pytest.mark.parametrize("methode", ["put", "delete", "patch"])
def test_a_delivery_is_not_edited(client, gemeente, anna, methode):
    lever_in(client, gemeente)
    pk = Aanlevering.objects.get().pk
    assert getattr(client, methode)(een(pk)).status_code in (403, 405)
    assert client.get(reverse("admin:monitor_aanlevering_add")).url == INLEZEN


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_asks_as_many_queries_for_one_as_for_three(
    client, gemeente, anna, aantal, django_assert_max_num_queries
):
    for nummer in range(aantal):
        lever_in(client, gemeente, naam=f"{nummer}.csv")
    with django_assert_max_num_queries(16):
        client.get(LIJST)
