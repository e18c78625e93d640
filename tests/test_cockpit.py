"""The cockpit of an edition: counts, states, blanks on purpose, approval, the list of doubts."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from monitor.invoer.cockpit import CockpitFout, geef_akkoord, stel_op, zet_leeg
from monitor.invoer.perioden import periode_voor
from monitor.invoer.toepassen import leg_vast
from monitor.models import Akkoord, BewustLeeg, Controleregel, Eigenaar, Twijfel
from monitor.models.enums import Aard, BlokSoort, Frequentie, Rol, TwijfelStand, UitgaveStand
from monitor.regels.getallen import Getal
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_reeks,
    make_uitgave,
    make_user,
    make_waarneming,
)

pytestmark = pytest.mark.django_db
DAG = date(2026, 10, 12)


@pytest.fixture
def uitgave():
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente, "2026-K3", aanleveren_voor=DAG + timedelta(days=12))
    for code, eigenaar in (("jeugd", "Team Jeugd"), ("wmo", "Team Wmo")):
        cijfers = [
            make_indicator(gemeente, f"{code}-{i}", frequentie=Frequentie.MAAND, eigenaar=eigenaar)
            for i in range(2)
        ]
        make_blok(make_hoofdstuk(uitgave, code), BlokSoort.TEGELS, *cijfers)
    return uitgave


def indicator(uitgave, code):
    return uitgave.gemeente.indicatoren.get(code=code)


def vul(uitgave, *codes, waarde=50, by=None):
    for code in codes:
        reeks = make_reeks(indicator(uitgave, code))
        leg_vast(reeks, periode_voor("2026-09"), Getal("getal", waarde), by=by)


def stand(uitgave, dag=DAG):
    return stel_op(uitgave, vandaag=dag)


def tel(deel):
    return (
        deel.naam,
        deel.ingevuld,
        deel.verwacht,
        deel.gecontroleerd,
        deel.twijfels + deel.fouten,
    )


def test_shares_by_chapter_and_owner(uitgave):
    vul(uitgave, "jeugd-0")
    vul(uitgave, "jeugd-1", waarde=-5)
    nu = stand(uitgave)
    assert [tel(h) for h in nu.hoofdstukken] == [("Jeugd", 2, 2, 1, 1), ("Wmo", 0, 2, 0, 0)]
    assert [tel(e) for e in nu.eigenaren] == [("Team Wmo", 0, 2, 0, 0), ("Team Jeugd", 2, 2, 1, 1)]
    assert tel(nu.totaal) == ("Alles", 2, 4, 1, 1)


@pytest.mark.parametrize(
    ("dagen", "tekst", "te_laat"),
    [(12, "nog 12 dagen", False), (1, "nog 1 dag", False), (0, "vandaag is de laatste dag", False),
     (-1, "1 dag te laat", True), (-3, "3 dagen te laat", True)],
)  # fmt: skip
def test_counting_down(uitgave, dagen, tekst, te_laat):
    uitgave.aanleveren_voor = DAG + timedelta(days=dagen)
    nu = stand(uitgave)
    assert (nu.aftellen, nu.is_te_laat) == (tekst, te_laat)


def test_nothing_is_late_once_all_is_in(uitgave):
    vul(uitgave, "jeugd-0", "jeugd-1", "wmo-0", "wmo-1")
    uitgave.aanleveren_voor = DAG - timedelta(days=3)
    assert (stand(uitgave).aftellen, stand(uitgave).is_te_laat) == ("de termijn is voorbij", False)


def test_complete_is_something_else_than_approved(uitgave):
    invoerder, redacteur = make_user(), make_user()
    vul(uitgave, "jeugd-0", "jeugd-1", "wmo-0", by=invoerder)
    [rij] = stand(uitgave).ontbrekend
    zet_leeg(uitgave, rij.sleutel, "Wordt dit jaar niet gemeten.", by=invoerder)
    assert (stand(uitgave).is_compleet, stand(uitgave).is_akkoord) == (True, False)
    for hoofdstuk in uitgave.hoofdstukken.all():
        geef_akkoord(uitgave, hoofdstuk.pk, by=redacteur)
    assert stand(uitgave).is_klaar


def test_a_reason_can_be_taken_back(uitgave):
    rij = stand(uitgave).ontbrekend[0]
    zet_leeg(uitgave, rij.sleutel, "Niet gemeten", by=None)
    zet_leeg(uitgave, rij.sleutel, " ", by=None)
    assert not BewustLeeg.objects.exists()


def test_only_an_empty_expected_figure_can_stay_empty(uitgave):
    rij = stand(uitgave).ontbrekend[0]
    vul(uitgave, rij.indicator.code)
    for sleutel in (rij.sleutel, "onzin"):
        with pytest.raises(CockpitFout, match="ingevuld"):
            zet_leeg(uitgave, sleutel, "x", by=None)


def test_approval_waits_for_figures_doubts_and_another_person(uitgave):
    redacteur = make_user()
    hoofdstuk = uitgave.hoofdstukken.get(code="jeugd")
    with pytest.raises(CockpitFout, match="2 cijfers open"):
        geef_akkoord(uitgave, hoofdstuk.pk, by=redacteur)
    vul(uitgave, "jeugd-0", waarde=-5)
    vul(uitgave, "jeugd-1", by=redacteur)
    with pytest.raises(CockpitFout, match="twijfels open"):
        geef_akkoord(uitgave, hoofdstuk.pk, by=redacteur)
    vul(uitgave, "jeugd-0", waarde=5)
    with pytest.raises(CockpitFout, match="zelf cijfers"):
        geef_akkoord(uitgave, hoofdstuk.pk, by=redacteur)
    vul(uitgave, "jeugd-1", waarde=51, by=make_user())
    assert geef_akkoord(uitgave, hoofdstuk.pk, by=redacteur).door == redacteur


def test_approval_ends_when_a_figure_changes(uitgave):
    vul(uitgave, "jeugd-0", "jeugd-1")
    geef_akkoord(uitgave, uitgave.hoofdstukken.get(code="jeugd").pk, by=make_user())
    assert stand(uitgave).hoofdstukken[0].is_akkoord
    vul(uitgave, "jeugd-1", waarde=51)
    deel = stand(uitgave).hoofdstukken[0]
    assert (deel.is_akkoord, deel.is_verlopen) == (False, True)


def test_promises_that_are_due(uitgave):
    velden = {"aard": Aard.NOG_NIET_BEKEND}
    for code, voor in (("jeugd-0", "2026-K3"), ("jeugd-1", "2027-K1"), ("wmo-0", "2026-08")):
        make_waarneming(indicator(uitgave, code), "2026-06", beloofd_voor=voor, **velden)
    vreemd = make_indicator(make_gemeente("elders"), "x")
    make_waarneming(vreemd, "2026-06", beloofd_voor="2026-K3", **velden)
    assert [w.reeks.indicator.code for w in stand(uitgave).beloften] == ["wmo-0", "jeugd-0"]


@pytest.mark.parametrize("aantal", [1, 30])
def test_the_number_of_queries_is_fixed(client, django_assert_max_num_queries, aantal):
    uitgave = make_uitgave(make_gemeente(), "2026-K3")
    hoofdstuk = make_hoofdstuk(uitgave)
    for i in range(aantal):
        cijfer = make_indicator(
            uitgave.gemeente, f"c{i}", frequentie=Frequentie.MAAND, eigenaar=f"Team {i}"
        )
        make_blok(hoofdstuk, BlokSoort.TEGELS, cijfer)
        if i % 2:
            vul(uitgave, cijfer.code, waarde=-5)
    client.force_login(make_user(uitgave.gemeente, Rol.REDACTEUR, Rol.BEHEERDER))
    for pagina in ("cockpit", "twijfels"):
        with django_assert_max_num_queries(32):
            antwoord = client.get(adres(uitgave, pagina))
        assert antwoord.status_code == 200
    assert stand(uitgave).totaal.verwacht == aantal


# -- the screens -----------------------------------------------------------------------------------


def adres(uitgave, pagina, vraag=""):
    return reverse(f"admin:monitor_uitgave_{pagina}", args=[uitgave.pk]) + vraag


def log_in(client, uitgave, *rollen):
    user = make_user(uitgave.gemeente, *rollen)
    client.force_login(user)
    return user


def tekst(client, uitgave, pagina="cockpit", vraag=""):
    antwoord = client.get(adres(uitgave, pagina, vraag))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_my_tasks_come_first(client, uitgave):
    user = log_in(client, uitgave, Rol.INVOERDER)
    user.email = "jeugd@gemeente.example"
    user.save()
    Eigenaar.objects.create(
        gemeente=uitgave.gemeente, functie="team jeugd", e_mail="Jeugd@gemeente.example"
    )
    vul(uitgave, "jeugd-0", waarde=-5)
    html = tekst(client, uitgave)
    assert html.index("Kijk 1 twijfel van Team Jeugd na") < html.index(
        "Vul 1 cijfer van Team Jeugd in"
    )


def test_who_is_closed_locked_or_ready_is_told(client, uitgave):
    log_in(client, uitgave, Rol.REDACTEUR)
    vul(uitgave, "jeugd-0", "jeugd-1", "wmo-0", "wmo-1")
    for hoofdstuk in uitgave.hoofdstukken.all():
        client.post(adres(uitgave, "akkoord"), {"hoofdstuk": hoofdstuk.pk})
    assert "Alles klaar" in tekst(client, uitgave)
    uitgave.stand = UitgaveStand.GEPUBLICEERD
    uitgave.save()
    assert "Deze uitgave is dicht" in tekst(client, uitgave)


def test_an_invoerder_can_not_approve(client, uitgave):
    vul(uitgave, "jeugd-0", "jeugd-1")
    log_in(client, uitgave, Rol.INVOERDER)
    nummer = uitgave.hoofdstukken.first().pk
    assert client.post(adres(uitgave, "akkoord"), {"hoofdstuk": nummer}).status_code == 403
    assert not Akkoord.objects.exists()


def test_a_doubt_is_explained_in_the_list(client, uitgave):
    user = log_in(client, uitgave, Rol.INVOERDER)
    make_waarneming(indicator(uitgave, "jeugd-0"), "2026-08", 1000)
    vul(uitgave, "jeugd-0", waarde=4000)
    twijfel = Twijfel.objects.get()
    assert "Verklaar" in tekst(client, uitgave, "twijfels")
    velden = {"twijfel": twijfel.pk, "toelichting": "Nieuwe telling."}
    client.post(adres(uitgave, "twijfels"), velden)
    twijfel.refresh_from_db()
    assert (twijfel.stand, twijfel.verklaard_door) == (TwijfelStand.VERKLAARD, user)
    assert "Nieuwe telling." in tekst(client, uitgave, "twijfels", "?toon=verklaard")
    assert "Nieuwe telling." not in tekst(client, uitgave, "twijfels")


def test_an_error_has_no_box_to_explain_it(client, uitgave):
    log_in(client, uitgave, Rol.INVOERDER)
    vul(uitgave, "jeugd-0", waarde=-5)
    html = tekst(client, uitgave, "twijfels", "?toon=fout")
    assert "Verbeter het cijfer" in html
    assert 'name="toelichting"' not in html
    antwoord = client.post(
        adres(uitgave, "twijfels"),
        {"twijfel": Twijfel.objects.get().pk, "toelichting": "Toch"},
        follow=True,
    )
    assert "kunt u niet verklaren" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("vraag", "aantal"),
    [("", 4), ("?toon=fout", 1), ("?toon=ontbreekt", 3), ("?eigenaar=Team+Wmo", 2),
     ("?hoofdstuk=Jeugd", 2), ("?toon=onzin&hoofdstuk=%00", 4)],
)  # fmt: skip
def test_filters(client, uitgave, vraag, aantal):
    log_in(client, uitgave, Rol.REDACTEUR)
    vul(uitgave, "jeugd-0", waarde=-5)
    antwoord = client.get(adres(uitgave, "twijfels", vraag))
    assert antwoord.context["lijst"].aantal == aantal


def test_the_doubt_of_another_gemeente_can_not_be_explained(client, uitgave):
    log_in(client, uitgave, Rol.INVOERDER)
    vreemd = make_indicator(make_gemeente("elders"))
    make_waarneming(vreemd, "2026-08", 1000)
    leg_vast(make_reeks(vreemd), periode_voor("2026-09"), Getal("getal", 4000), by=None)
    twijfel = Twijfel.objects.get()
    client.post(adres(uitgave, "twijfels"), {"twijfel": twijfel.pk, "toelichting": "Nee"})
    twijfel.refresh_from_db()
    assert twijfel.stand == TwijfelStand.OPEN


def test_a_blank_on_purpose_from_the_list(client, uitgave):
    log_in(client, uitgave, Rol.INVOERDER)
    rij = stand(uitgave).ontbrekend[0]
    client.post(adres(uitgave, "leeg"), {"rij": rij.sleutel, "reden": "Niet gemeten"})
    assert BewustLeeg.objects.get().reden == "Niet gemeten"
    assert "Niet gemeten" in tekst(client, uitgave, "twijfels", "?toon=verklaard")


def test_doubts_stand_at_the_form_of_the_figure(client, uitgave):
    log_in(client, uitgave, Rol.INVOERDER)
    vul(uitgave, "jeugd-0", waarde=-5)
    nummer = Twijfel.objects.get().reeks.waarnemingen.get().pk
    html = client.get(reverse("admin:monitor_waarneming_change", args=[nummer])).content.decode()
    assert "−5 is kleiner dan nul." in html


# -- the rule, without code ------------------------------------------------------------------------


def regelvelden(uitgave, **velden):
    leeg = dict.fromkeys(
        ["indicator", "marge", "advies", "ingebouwd", "ondergrens", "bovengrens", "ernst",
         "marge_procent", "links", "rechts"], "")  # fmt: skip
    vast = {"gemeente": uitgave.gemeente.pk, "naam": "Regel", "is_aan": "on", "operator": "<="}
    return leeg | vast | {"bij_leeg": "overslaan"} | velden


def test_a_rule_is_tried_before_it_is_kept(client, uitgave):
    log_in(client, uitgave, Rol.BEHEERDER)
    vul(uitgave, "jeugd-0", waarde=80)
    vul(uitgave, "jeugd-1", waarde=50)
    velden = regelvelden(uitgave, links="jeugd-0", rechts="jeugd-1")
    adres_ = reverse("admin:monitor_controleregel_add")
    html = client.post(adres_, velden | {"_probeer": "1"}).content.decode()
    assert "jeugd-0 is 80; jeugd-1 is 50." in html
    assert "errornote" not in html
    assert not Controleregel.objects.exists()
    assert client.post(adres_, velden | {"_save": "1"}).status_code == 302
    assert Twijfel.objects.get().controleregel == Controleregel.objects.get()


def test_a_built_in_rule_is_set_and_switched_off_again(client, uitgave):
    log_in(client, uitgave, Rol.BEHEERDER)
    vul(uitgave, "jeugd-0", waarde=80)
    velden = regelvelden(uitgave, ingebouwd="bereik", bovengrens="60", ernst="twijfel")
    html = client.post(
        reverse("admin:monitor_controleregel_add"), velden | {"_probeer": "1"}
    ).content.decode()
    assert "80 is hoger dan 60" in html
    client.post(reverse("admin:monitor_controleregel_add"), velden | {"_save": "1"})
    assert Twijfel.objects.get().stand == TwijfelStand.OPEN
    regel = Controleregel.objects.get()
    velden.pop("is_aan")
    client.post(
        reverse("admin:monitor_controleregel_change", args=[regel.pk]), velden | {"_save": "1"}
    )
    assert Twijfel.objects.get().stand == TwijfelStand.GECORRIGEERD


def test_a_wrong_rule_is_told_what_is_wrong(client, uitgave):
    log_in(client, uitgave, Rol.BEHEERDER)
    velden = regelvelden(uitgave, links="jeugd-0", rechts="bestaat-niet", _probeer="1")
    html = client.post(reverse("admin:monitor_controleregel_add"), velden).content.decode()
    assert "Deze codes zijn er niet: bestaat-niet." in html


def test_an_error_can_not_be_explained_on_its_own_page_either(client, uitgave):
    log_in(client, uitgave, Rol.INVOERDER)
    vul(uitgave, "jeugd-0", waarde=-5)
    pagina = reverse("admin:monitor_twijfel_change", args=[Twijfel.objects.get().pk])
    html = client.post(pagina, {"toelichting": "Toch"}).content.decode()
    assert "Een fout kunt u niet verklaren." in html
    assert 'name="_save"' not in html
    assert Twijfel.objects.get().stand == TwijfelStand.OPEN


def test_a_doubt_can_be_explained_on_its_own_page(client, uitgave):
    user = log_in(client, uitgave, Rol.INVOERDER)
    make_waarneming(indicator(uitgave, "jeugd-0"), "2026-08", 1000)
    vul(uitgave, "jeugd-0", waarde=4000)
    pagina = reverse("admin:monitor_twijfel_change", args=[Twijfel.objects.get().pk])
    assert client.post(pagina, {"toelichting": "Telling"}).status_code == 302
    assert Twijfel.objects.get().verklaard_door == user


def test_the_preview_of_a_file_says_what_stands_out(client, uitgave):
    log_in(client, uitgave, Rol.INVOERDER)
    make_waarneming(indicator(uitgave, "jeugd-0"), "2026-08", 1000)
    bestand = SimpleUploadedFile(
        "cijfers.csv",
        b"gemeente;indicator;soort;periode;waarde\ndemodam;jeugd-0;realisatie;2026-09;4000\n",
    )
    velden = {"gemeente": uitgave.gemeente.pk, "soort": "waarnemingen", "format": "0"}
    html = client.post(
        reverse("admin:monitor_aanlevering_import"), velden | {"import_file": bestand}
    ).content.decode()
    assert "Kijk hier nog even naar" in html
    assert "4.000 is 3.000 meer dan 1.000 over augustus 2026" in html
    assert not Twijfel.objects.exists()


def test_a_rule_that_divides_by_zero_does_not_say_that_it_holds(client, uitgave):
    log_in(client, uitgave, Rol.BEHEERDER)
    vul(uitgave, "jeugd-0", waarde=80)
    velden = regelvelden(uitgave, links="jeugd-0 / 0", rechts="1", _probeer="1")
    html = client.post(reverse("admin:monitor_controleregel_add"), velden).content.decode()
    assert "niet uit te rekenen, want er wordt gedeeld door nul" in html
    assert ": klopt." not in html


def test_a_minus_without_spaces_is_pointed_out(client, uitgave):
    log_in(client, uitgave, Rol.BEHEERDER)
    velden = regelvelden(uitgave, links="jeugd-0-jeugd-1", rechts="0", _probeer="1")
    html = client.post(reverse("admin:monitor_controleregel_add"), velden).content.decode()
    assert "Bedoelt u een min? Zet er spaties omheen." in html
