"""The cover note: sections per gemeente, texts per edition, frozen with the edition."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from monitor.models import Notatekst, Raadsmoment, Tekstcontrole
from monitor.models.enums import BlokSoort, MomentSoort, Rol
from monitor.publiceren.bevriezen import PubliceerFout, publish_uitgave
from monitor.publiceren.nalopen import merkteken
from monitor.publiceren.nota.automatisch import hooguit, letterlijk
from monitor.publiceren.nota.bewaren import Geschreven, bewaar_nota
from monitor.publiceren.nota.lezen import nota_van
from monitor.publiceren.nota.vormen import begin_vorm, lees_nota
from monitor.publiceren.samenstellen import compose, stel_samen
from monitor.publiceren.stappen import besloten_inhoud
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

pytestmark = pytest.mark.django_db


@pytest.fixture
def uitgave():
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente, kop="Er is meer hulp.", hoogtepunten="Een *punt*")
    clienten = make_indicator(gemeente)
    make_waarneming(clienten, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, clienten)
    begin_vorm(gemeente, "Informatienota")
    return uitgave


def schrijf(uitgave, code, tekst):
    bron = lees_nota(uitgave)
    bewaar_nota(uitgave, bron, {code: Geschreven(tekst, merkteken(""))}, by=None)


def sectie(inhoud, code):
    return next((s for s in inhoud["nota"]["secties"] if s["code"] == code), None)


def test_a_section_names_figures_and_freezes_with_the_edition(uitgave):
    schrijf(uitgave, "inleiding", "Er zijn {clienten-jeugd} jongeren.")

    assert sectie(compose(uitgave), "inleiding")["tekst"] == "Er zijn 748 jongeren."


def test_an_empty_section_says_its_standard_text_and_one_without_stays_away(uitgave):
    inhoud = compose(uitgave)

    assert sectie(inhoud, "consequenties")["tekst"] == "Niet van toepassing."
    assert sectie(inhoud, "consequenties")["is_standaard"]
    assert sectie(inhoud, "inleiding") is None


def test_decision_comes_with_day_case_number_and_numbered_points(uitgave):
    uitgave.college_op, uitgave.zaaknummer = date(2021, 6, 22), "Z_1"
    uitgave.beslispunten = "De monitor vaststellen\nDe raad informeren"
    uitgave.save()

    assert sectie(compose(uitgave), "besluit")["automatisch"] == (
        "Het college besloot op 22 juni 2021 (zaaknummer Z\\_1):\n\n"
        "1. De monitor vaststellen\n2. De raad informeren"
    )


def test_calendar_holds_moments_after_the_cut_off_date_alone(uitgave):
    for naam, dag in (("Berap 1", date(2021, 4, 1)), ("Berap 2", date(2021, 9, 28))):
        Raadsmoment.objects.create(
            gemeente=uitgave.gemeente, soort=MomentSoort.BERAP, naam=naam, datum=dag
        )

    assert "| 28 september 2021 | Berap 2 |" in sectie(compose(uitgave), "vervolg")["automatisch"]
    assert "Berap 1" not in sectie(compose(uitgave), "vervolg")["automatisch"]


def test_claim_check_reads_the_note(uitgave):
    schrijf(uitgave, "inleiding", "Er zijn 684 jongeren, 1.234 meer dan ooit.")

    assert "nota/inleiding" in {b.plek for b in stel_samen(uitgave).bevindingen}


def test_unknown_reference_in_the_note_blocks_publication(uitgave):
    schrijf(uitgave, "inleiding", "{bestaat-niet}")

    with pytest.raises(PubliceerFout, match="de nota, Inleiding"):
        publish_uitgave(uitgave, by=None)


def test_next_edition_copies_the_note_as_texts_to_look_at(uitgave):
    schrijf(uitgave, "inleiding", "Oude tekst")
    nieuw = volgende_uitgave(
        uitgave,
        periode=make_periode("2021-06"),
        titel="Nieuw",
        peildatum=date(2021, 6, 30),
        by=None,
    )

    assert Notatekst.objects.get(uitgave=nieuw).tekst == "Oude tekst"
    controle = Tekstcontrole.objects.get(uitgave=nieuw, notatekst__isnull=False)
    assert controle.is_open
    Notatekst.objects.filter(uitgave=nieuw).update(tekst="Nieuwe tekst")
    assert not Tekstcontrole.objects.get(pk=controle.pk).is_open


def test_a_text_that_somebody_else_changed_is_left_alone(uitgave):
    schrijf(uitgave, "inleiding", "Van de een")
    bron = lees_nota(uitgave)
    gedaan, mis = bewaar_nota(
        uitgave, bron, {"inleiding": Geschreven("Van de ander", merkteken(""))}, by=None
    )

    assert (gedaan, len(mis)) == (0, 1)
    assert Notatekst.objects.get(uitgave=uitgave).tekst == "Van de een"


def test_planning_after_the_decision_is_no_change_of_what_was_decided(uitgave):
    besloten = besloten_inhoud(uitgave)
    uitgave.raad_op, uitgave.volgende_verwacht = date(2021, 7, 6), "augustus 2021"
    uitgave.save()

    assert besloten_inhoud(uitgave) == besloten


def test_a_snapshot_from_before_notes_still_has_one(uitgave):
    inhoud = compose(uitgave)
    del inhoud["nota"]

    assert [s["code"] for s in nota_van(inhoud)["secties"]] == [
        "samenvatting",
        "hoogtepunten",
        "bijlagen",
    ]


def test_a_gemeente_begins_once(uitgave):
    with pytest.raises(ValidationError, match="al een indeling"):
        begin_vorm(uitgave.gemeente, "Informatienota")


def test_reading_a_note_takes_four_queries_with_one_or_many_texts(
    uitgave, django_assert_num_queries
):
    for code in ("inleiding", "communicatie", "vervolg"):
        schrijf(uitgave, code, f"Tekst {code}")
        with django_assert_num_queries(4):
            lees_nota(uitgave)


@pytest.mark.parametrize(
    ("ruw", "uit"),
    [("<10", "\\<10"), ("a_b*c", "a\\_b\\*c"), ("1. een", "1\\. een"), ("- punt", "\\- punt")],
)
def test_names_and_figures_are_no_markdown(ruw, uit):
    assert letterlijk(ruw) == uit


def test_redacteur_writes_and_sees_the_preview(client, uitgave):
    client.force_login(make_user(uitgave.gemeente, Rol.REDACTEUR))
    adres = reverse("admin:monitor_uitgave_nota", args=[uitgave.pk])
    gepost = {"tekst-inleiding": "**Dag** raad", "was-inleiding": merkteken(""), "doe": "bekijk"}
    voorbeeld = client.post(adres, gepost, follow=True).content.decode()

    assert "<strong>Dag</strong> raad" in voorbeeld
    assert "Concept, niet vastgesteld" in voorbeeld


def test_script_in_a_note_is_shown_as_text(client, uitgave):
    schrijf(uitgave, "inleiding", "<script>alert(1)</script> [x](javascript:alert(1))")
    publish_uitgave(uitgave, by=None)
    pagina = client.get(reverse("weergave:nota", args=[uitgave.gemeente.slug, "2021-04"]))

    assert "<script>alert" not in pagina.content.decode()
    assert 'href="javascript' not in pagina.content.decode()


def test_a_note_written_as_one_text_falls_into_its_sections(uitgave):
    uitgave.aanbieding = (
        "Vooraf\n\n## Inleiding\nEen\n\n## Corona\nTwee\n\n## Consequenties voor ons\nDrie"
    )
    uitgave.save()
    nota = compose(uitgave)["nota"]
    teksten = {s["code"]: s["tekst"] for s in nota["secties"]}

    assert nota["inleiding"] == "Vooraf"
    assert (teksten["inleiding"], teksten["corona"], teksten["consequenties"]) == (
        "Een",
        "Twee",
        "Drie",
    )
    codes = [s["code"] for s in nota["secties"]]
    assert codes.index("corona") == codes.index("inleiding") + 1


def test_a_long_list_says_how_many_more_there_are():
    assert list(hooguit(["a"] * 11)) == ["a"] * 11
    assert list(hooguit(["a"] * 12)) == [*["a"] * 10, "en nog 2, bij de cijfers zelf"]
