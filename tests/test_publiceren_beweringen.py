"""The claim check on an edition: it blocks, it is settled, and readers see the explanation."""

from datetime import date

import pytest

from monitor.models import Bevinding
from monitor.models.enums import BlokSoort, Eenheid, Rol, Soort, Telt
from monitor.publiceren.bevriezen import PubliceerFout, beoordeel, publish_uitgave
from monitor.publiceren.beweringen import VerklaarFout, houd_bij, verklaar
from monitor.publiceren.samenstellen import compose, stel_samen
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
    make_waarneming,
)

FOUT = "De Jeugdzorg houdt € 90.000 over."
UITLEG = "Het bedrag is na aftrek van de vergoeding van het Rijk."


@pytest.fixture
def gemeente(db):
    return make_gemeente()


@pytest.fixture
def uitgave(gemeente):
    """One row of money: a shortfall of € 51.371."""
    uitgave = make_uitgave(gemeente, peildatum=date(2021, 4, 30))
    lasten = make_indicator(
        gemeente, "lasten-jeugdzorg", eenheid=Eenheid.EURO, telt=Telt.EURO, naam="Jeugdzorg"
    )
    make_waarneming(lasten, "2021", 12994629, soort=Soort.BEGROTING_PRIMITIEF)
    make_waarneming(lasten, "2021", 13046000, soort=Soort.PROGNOSE)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.FINANCIEEL, lasten, code="geld")
    return uitgave


def schrijf(uitgave, tekst, veld="toelichting"):
    hoofdstuk = uitgave.hoofdstukken.get()
    setattr(hoofdstuk, veld, tekst)
    hoofdstuk.save()
    return uitgave


def bijgewerkt(uitgave):
    houd_bij(uitgave, stel_samen(uitgave).bevindingen)
    return list(uitgave.bevindingen.values_list("soort", "stand"))


@pytest.mark.parametrize(
    ("tekst", "soorten"),
    [
        ("De Jeugdzorg heeft een tekort van € 51.371, 0,4% van de begroting.", []),
        ("De Jeugdzorg heeft een tekort van circa € 50.000.", []),
        (FOUT, ["SALDO"]),
        ("De Jeugdzorg houdt € 51.371 over.", ["RICHTING"]),
        ("De begroting is € 12,99 mln.", []),
        ("Er waren 61 telefoontjes.", ["LOS"]),
        ("Zie tabel 4.", ["XREF"]),
        ("De raad sprak er op 31 april 2021 over.", ["DATE"]),
    ],
)
def test_text_of_a_chapter(uitgave, tekst, soorten):
    schrijf(uitgave, tekst)

    assert [b.soort for b in stel_samen(uitgave).bevindingen] == soorten


def test_fault_blocks_and_says_the_arithmetic(uitgave):
    schrijf(uitgave, FOUT)

    with pytest.raises(PubliceerFout, match=r"51\.371 tekort, de tekst zegt € 90\.000"):
        publish_uitgave(uitgave, by=None)


def test_loose_number_is_pointed_out_and_does_not_block(uitgave):
    schrijf(uitgave, "Er waren 61 telefoontjes.")
    redenen, waarschuwingen = beoordeel(uitgave)

    assert (
        [w for w in [*redenen, *waarschuwingen] if "‘61’" in w]
        == [w for w in waarschuwingen if "‘61’" in w]
        != []
    )


def test_reference_is_never_a_loose_number(uitgave):
    schrijf(uitgave, "De prognose is {lasten-jeugdzorg [prognose] @ 2021}.")

    assert stel_samen(uitgave).bevindingen == []


def test_explanation_settles_it_and_is_in_the_snapshot(uitgave, gemeente):
    schrijf(uitgave, FOUT)
    bijgewerkt(uitgave)
    verklaar(uitgave.bevindingen.get(), tekst=UITLEG, by=make_user(gemeente, Rol.REDACTEUR))

    publish_uitgave(uitgave, by=None)

    assert compose(uitgave)["hoofdstukken"][0]["verklaringen"] == [UITLEG]
    assert bijgewerkt(uitgave) == [("SALDO", "verklaard")]


def test_explanation_stands_at_its_block(uitgave, gemeente):
    uitgave.hoofdstukken.get().blokken.update(tekst=FOUT)
    bijgewerkt(uitgave)
    verklaar(uitgave.bevindingen.get(), tekst=UITLEG, by=make_user(gemeente, Rol.PUBLICIST))

    hoofdstuk = compose(uitgave)["hoofdstukken"][0]

    assert "verklaringen" not in hoofdstuk
    assert hoofdstuk["blokken"][0]["verklaringen"] == [UITLEG]


def test_no_explanations_no_key(uitgave):
    inhoud = compose(uitgave)

    assert "verklaringen" not in inhoud["uitgave"]
    assert "verklaringen" not in inhoud["hoofdstukken"][0]


def test_corrected_text_is_remembered_as_corrected(uitgave):
    schrijf(uitgave, FOUT)
    assert bijgewerkt(uitgave) == [("SALDO", "open")]

    schrijf(uitgave, "De Jeugdzorg heeft een tekort van € 51.371.")
    assert bijgewerkt(uitgave) == [("SALDO", "gecorrigeerd")]

    schrijf(uitgave, FOUT)
    assert bijgewerkt(uitgave) == [("SALDO", "open")]


def test_explanation_does_not_hold_for_another_sentence(uitgave, gemeente):
    schrijf(uitgave, FOUT)
    bijgewerkt(uitgave)
    verklaar(uitgave.bevindingen.get(), tekst=UITLEG, by=make_user(gemeente, Rol.REDACTEUR))

    schrijf(uitgave, "De Jeugdzorg houdt € 91.000 over.")

    with pytest.raises(PubliceerFout):
        publish_uitgave(uitgave, by=None)


@pytest.mark.parametrize("rol", [Rol.INVOERDER, Rol.PROGRAMMAMANAGER, Rol.RAADSLID])
def test_who_may_not_explain(uitgave, gemeente, rol):
    schrijf(uitgave, FOUT)
    bijgewerkt(uitgave)

    with pytest.raises(VerklaarFout):
        verklaar(uitgave.bevindingen.get(), tekst=UITLEG, by=make_user(gemeente, rol))


def test_nobody_of_another_gemeente_explains(uitgave):
    schrijf(uitgave, FOUT)
    bijgewerkt(uitgave)
    vreemd = make_user(make_gemeente("elders"), Rol.REDACTEUR)

    with pytest.raises(VerklaarFout):
        verklaar(uitgave.bevindingen.get(), tekst=UITLEG, by=vreemd)


def test_explanation_says_something(uitgave, gemeente):
    schrijf(uitgave, FOUT)
    bijgewerkt(uitgave)

    with pytest.raises(VerklaarFout):
        verklaar(uitgave.bevindingen.get(), tekst="klopt", by=make_user(gemeente, Rol.REDACTEUR))


def test_hidden_figure_is_in_no_finding(uitgave, gemeente):
    klein = make_indicator(gemeente, "ioaz", telt=Telt.PERSONEN, naam="Uitkeringen IOAZ")
    make_waarneming(klein, "2021-03", 12)
    make_waarneming(klein, "2021-04", 7)
    hoofdstuk = uitgave.hoofdstukken.get()
    make_blok(hoofdstuk, BlokSoort.TEGELS, klein)
    schrijf(uitgave, "De uitkeringen IOAZ daalden van 12 naar 11. Er zijn 61 uitkeringen IOAZ.")

    gevonden = stel_samen(uitgave).bevindingen

    assert gevonden
    assert not any("7" in b.som for b in gevonden)


def test_text_left_over_from_the_previous_edition_blocks(gemeente):
    oud = make_uitgave(gemeente, "2021-01_2021-02", peildatum=date(2021, 2, 28))
    nieuw = make_uitgave(gemeente, "2021-03_2021-04", vorige=oud, peildatum=date(2021, 4, 30))
    for u in (oud, nieuw):
        make_hoofdstuk(u, toelichting="In februari werken vijf teams in de wijken.")

    assert [(b.soort, b.ernst) for b in stel_samen(oud).bevindingen] == []
    assert [(b.soort, b.ernst) for b in stel_samen(nieuw).bevindingen] == [("STALE", "fout")]


def test_findings_are_stored_once(uitgave):
    schrijf(uitgave, FOUT)
    bijgewerkt(uitgave)
    bijgewerkt(uitgave)

    assert Bevinding.objects.count() == 1
