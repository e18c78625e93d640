"""The next edition: texts to look at, and the lists that write themselves."""

from datetime import date

import pytest

from monitor.models import Definitieversie, Raadsmoment, Tekstcontrole
from monitor.models.enums import Basis, BlokSoort, Eenheid, MomentSoort, Rol, Soort, Telt
from monitor.publiceren.bevriezen import PubliceerFout, publish_uitgave
from monitor.publiceren.kalender import te_laat
from monitor.publiceren.nalopen import Invulling, groepen, merkteken, open_teksten, verwerk
from monitor.publiceren.nota.automatisch import wijzigingen
from monitor.publiceren.samenstellen import compose
from monitor.publiceren.vervolg import volgende_uitgave
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_periode,
    make_uitgave,
    make_user,
    make_waarneming,
)
from tests.publiceren import tegel

pytestmark = pytest.mark.django_db
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def gemeente():
    return make_gemeente()


@pytest.fixture
def vorige(gemeente):
    """Published: one chapter with a tile and a finance table, and a few texts."""
    uitgave = make_uitgave(gemeente, kop="Meer cliënten", anders="Eerste keer")
    hoofdstuk = make_hoofdstuk(uitgave, waardoor="Meer verwijzingen", toelichting="Oud")
    clienten = make_indicator(gemeente)
    make_waarneming(clienten, "2021-04", 721)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten, titel="Het stijgt")
    lasten = make_indicator(gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO)
    make_waarneming(lasten, "2021", 1000, soort=Soort.BEGROTING_PRIMITIEF)
    make_waarneming(lasten, "2021", 1250, soort=Soort.BEGROTING_NA_WIJZIGING)
    make_blok(hoofdstuk, BlokSoort.FINANCIEEL, lasten, totaal="Totaal")
    publish_uitgave(uitgave, by=None)
    uitgave.refresh_from_db()
    return uitgave


@pytest.fixture
def nieuw(vorige):
    nieuw = volgende_uitgave(
        vorige,
        periode=make_periode("2021-05_2021-06"),
        titel="Mei-juni",
        peildatum=date(2021, 6, 30),
        by=None,
    )
    make_waarneming(vorige.gemeente.indicatoren.get(code="clienten-jeugd"), "2021-06", 748)
    return nieuw


def teksten(uitgave):
    return {t.tekst: t for g in groepen(uitgave) for t in g.teksten}


def los_op(uitgave, tekst, nieuw=None, *, klopt=True, by=None):
    t = teksten(uitgave)[tekst]
    invulling = Invulling(t.pk, t.nu if nieuw is None else nieuw, klopt, merkteken(t.nu))
    return verwerk(uitgave, [invulling], by=by)


def test_copied_texts_are_to_be_looked_at(nieuw):
    assert [(g.titel, len(g.open)) for g in groepen(nieuw)] == [
        ("De uitgave", 2),
        ("Hoofdstuk Jeugd", 3),
    ]


def test_an_untouched_text_blocks_publication_with_a_list(nieuw):
    with pytest.raises(PubliceerFout) as fout:
        publish_uitgave(nieuw, by=None)
    assert any("waardoor komt dat, toelichting" in reden for reden in fout.value.redenen)


def test_confirmed_rewritten_and_written_elsewhere_are_settled(nieuw):
    redacteur = make_user(nieuw.gemeente, Rol.REDACTEUR)
    assert los_op(nieuw, "Meer cliënten", by=redacteur) == (1, [])
    assert los_op(nieuw, "Oud", "Nieuw geschreven") == (1, [])
    nieuw.hoofdstukken.update(waardoor="Uit een bestand")
    assert {t.tekst for g in groepen(nieuw) for t in g.open} == {"Eerste keer", "Het stijgt"}
    bevestigd = Tekstcontrole.objects.get(tekst="Meer cliënten")
    assert bevestigd.bevestigd_door == redacteur
    assert nieuw.hoofdstukken.get().toelichting == "Nieuw geschreven"


def test_what_is_neither_changed_nor_ticked_stays_open(nieuw):
    assert los_op(nieuw, "Oud", klopt=False) == (0, [])


def test_a_text_that_somebody_else_changed_is_left_alone(nieuw):
    t = teksten(nieuw)["Oud"]
    gedaan, mis = verwerk(nieuw, [Invulling(t.pk, "Mijn zin", True, merkteken("Iets"))], by=None)
    assert (gedaan, len(mis)) == (0, 1)
    assert nieuw.hoofdstukken.get().toelichting == "Oud"


def test_a_text_of_another_edition_is_not_touched(nieuw, vorige):
    t = teksten(nieuw)["Oud"]
    assert verwerk(vorige, [Invulling(t.pk, "Weg", True, merkteken("Oud"))], by=None) == (0, [])


def test_all_settled_can_be_published(nieuw):
    for tekst in list(teksten(nieuw)):
        los_op(nieuw, tekst)
    assert open_teksten(nieuw) == []
    assert publish_uitgave(nieuw, by=None).versie == 1


# -- lists ---------------------------------------------------------------------------------------


def test_changed_definitions_are_listed(nieuw, vorige):
    clienten = vorige.gemeente.indicatoren.get(code="clienten-jeugd")
    for dag in (date(2021, 1, 1), date(2021, 5, 1), date(2021, 8, 1)):
        Definitieversie.objects.create(indicator=clienten, vanaf=dag, definitie=f"Vanaf {dag}")
    lijst = compose(nieuw)["gewijzigde_definities"]
    assert [(d["indicator"], d["vanaf"]) for d in lijst] == [("clienten-jeugd", "2021-05-01")]


def test_bridge_from_the_old_basis_to_the_new(nieuw):
    type(nieuw).objects.filter(pk=nieuw.pk).update(financiele_basis=Basis.NA_WIJZIGING)
    blok = compose(nieuw)["hoofdstukken"][0]["blokken"][1]["inhoud"]
    assert [
        (r["label"], r["oud"]["waarde"], r["nieuw"]["waarde"], r["verschil_tekst"])
        for r in blok["brug"]
    ] == [
        ("Lasten", "1000", "1250", f"+€{NBSP}250"),
        ("Totaal", "1000", "1250", f"+€{NBSP}250"),
    ]


def test_bridge_stands_in_the_cover_note(nieuw):
    type(nieuw).objects.filter(pk=nieuw.pk).update(financiele_basis=Basis.NA_WIJZIGING)
    tekst = wijzigingen(compose(nieuw)).replace(NBSP, " ")
    assert "- Lasten: was € 1.000, is nu € 1.250 (+€ 250)" in tekst
    assert "- Jeugd, Totaal: was € 1.000, is nu € 1.250 (+€ 250)" in tekst


def test_without_a_change_of_basis_there_is_no_bridge(nieuw):
    inhoud = compose(nieuw)
    assert "brug" not in inhoud["hoofdstukken"][0]["blokken"][1]["inhoud"]
    soorten = {r["soort"] for r in inhoud["indicatoren"]["lasten"]["reeksen"]}
    assert soorten == {Soort.BEGROTING_PRIMITIEF}


def zet(indicator, periode, waarde):
    indicator.reeksen.get(soort=Soort.REALISATIE).waarnemingen.filter(periode__code=periode).update(
        waarde=waarde
    )


def test_then_published_now_known_beside_the_difference(nieuw, vorige):
    """The previous edition was not published again."""
    assert "toen" not in tegel(nieuw)["verschil"]
    zet(vorige.gemeente.indicatoren.get(code="clienten-jeugd"), "2021-04", 725)
    assert tegel(nieuw)["verschil"]["toen"] == "April 2021: toen gepubliceerd 721, nu 725."
    assert [r["nieuw_tekst"] for r in compose(nieuw)["herzien"]] == ["725"]


def test_then_published_when_the_previous_edition_was_corrected(nieuw, vorige):
    zet(vorige.gemeente.indicatoren.get(code="clienten-jeugd"), "2021-04", 725)
    publish_uitgave(vorige, by=None, note="Dubbele telling")
    verschil = tegel(nieuw)["verschil"]
    assert (verschil["waarde"], verschil["oud_tekst"]) == ("23", "725")
    assert verschil["toen"] == "April 2021: toen gepubliceerd 721, nu 725."
    assert [(r["label"], r["oud_tekst"]) for r in compose(nieuw)["herzien"]] == [
        ("Clienten jeugd", "721")
    ]


def test_then_published_when_the_own_figure_was_corrected(nieuw, vorige):
    for tekst in list(teksten(nieuw)):
        los_op(nieuw, tekst)
    publish_uitgave(nieuw, by=None)
    zet(vorige.gemeente.indicatoren.get(code="clienten-jeugd"), "2021-06", 751)
    assert tegel(nieuw)["verschil"]["toen"] == "Juni 2021: toen gepubliceerd 748, nu 751."


# -- the calendar --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("datum", "college_op", "woord"),
    [
        (date(2021, 9, 1), date(2021, 8, 1), ""),
        (date(2021, 9, 1), date(2021, 9, 2), "komt na Berap 2"),
        (date(2021, 6, 1), date(2021, 5, 1), "peildatum ligt na Berap 2"),
    ],
)
def test_an_edition_after_the_moment_that_it_should_serve(nieuw, datum, college_op, woord):
    nieuw.raadsmoment = Raadsmoment.objects.create(
        gemeente=nieuw.gemeente, soort=MomentSoort.BERAP, naam="Berap 2", datum=datum
    )
    nieuw.college_op = college_op
    assert woord in " ".join(te_laat(nieuw))
    assert bool(list(te_laat(nieuw))) == bool(woord)
