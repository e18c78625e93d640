"""Publishing: frozen bytes, versions with a note, and who may."""

import hashlib
import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from monitor.models import Publicatie, Wijziging
from monitor.models.enums import BlokSoort, Openbaarheid, Rol, Telt, UitgaveStand
from monitor.publiceren.bevriezen import (
    PubliceerFout,
    canoniek,
    intrekken,
    publish_uitgave,
    warnings,
)
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

pytestmark = pytest.mark.django_db


@pytest.fixture
def uitgave():
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente)
    clienten = make_indicator(gemeente)
    make_waarneming(clienten, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, clienten)
    return uitgave


def corrigeer(uitgave, waarde):
    cijfer = uitgave.gemeente.indicatoren.get().reeksen.get().waarnemingen.get()
    cijfer.waarde = waarde
    cijfer.save()


def redenen(uitgave, **velden):
    with pytest.raises(PubliceerFout) as fout:
        publish_uitgave(uitgave, **({"by": None} | velden))
    return fout.value.redenen


def test_publication_is_canonical_text_with_its_hash(uitgave):
    publicatie = publish_uitgave(uitgave, by=None)

    assert publicatie.versie == 1
    assert publicatie.sha256 == hashlib.sha256(publicatie.inhoud.encode()).hexdigest()
    assert publicatie.inhoud == canoniek(json.loads(publicatie.inhoud))
    uitgave.refresh_from_db()
    assert uitgave.stand == UitgaveStand.GEPUBLICEERD


def test_same_figures_give_the_same_hash(uitgave):
    assert canoniek(compose(uitgave)) == canoniek(compose(uitgave))


def test_correction_leaves_the_debated_version_byte_equal(uitgave):
    eerste = publish_uitgave(uitgave, by=None).inhoud
    corrigeer(uitgave, 751)

    tweede = publish_uitgave(uitgave, by=None, note="Dubbele telling")

    assert tweede.versie == 2
    assert Publicatie.objects.get(versie=1).inhoud == eerste
    inhoud = json.loads(tweede.inhoud)
    cel = inhoud["hoofdstukken"][0]["blokken"][0]["inhoud"]["tegels"][0]["cel"]
    assert cel["tekst"] == "751"
    assert cel["gecorrigeerd"]["oud_tekst"] == "748"
    assert cel["gecorrigeerd"]["notitie"] == "Dubbele telling"
    assert [c["oud_tekst"] for c in inhoud["correcties"]] == ["748"]


def test_correction_stays_told_in_the_version_after_it(uitgave):
    publish_uitgave(uitgave, by=None)
    corrigeer(uitgave, 751)
    tweede = json.loads(publish_uitgave(uitgave, by=None, note="Dubbele telling").inhoud)

    derde = json.loads(publish_uitgave(uitgave, by=None, note="Nog eens").inhoud)

    assert derde["correcties"] == tweede["correcties"]
    assert derde["indicatoren"] == tweede["indicatoren"]


def test_second_version_needs_a_note(uitgave):
    publish_uitgave(uitgave, by=None)
    corrigeer(uitgave, 751)

    assert redenen(uitgave) == [
        "Dit wordt versie 2. Schrijf in de notitie wat er anders is en waarom; lezers zien die notitie."
    ]


def test_nothing_changed_is_said(uitgave):
    publish_uitgave(uitgave, by=None)

    assert redenen(uitgave)[0].startswith("Er is niets veranderd sinds versie 1.")
    assert publish_uitgave(uitgave, by=None, note="Op verzoek van de griffie").versie == 2


def test_all_reasons_at_once():
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente, kop="{bestaat-niet}")
    make_waarneming(make_indicator(gemeente, "klein", telt=Telt.PERSONEN), "2021-04", 4)
    hoofdstuk = make_hoofdstuk(uitgave, wat_zien_we="{klein}")
    make_blok(hoofdstuk, BlokSoort.TEGELS, code="leeg")
    afgeleid = make_indicator(gemeente, "kapot", formule="a + ")
    make_blok(hoofdstuk, BlokSoort.TEGELS, afgeleid)
    make_hoofdstuk(uitgave, "wmo")

    gevonden = redenen(uitgave)

    assert [r.split()[0] for r in gevonden] == ["Hoofdstuk", "Hoofdstuk", "Indicator", "In", "In"]
    assert not Publicatie.objects.exists()


def test_edition_without_chapters():
    assert redenen(make_uitgave(make_gemeente())) == [
        "De uitgave heeft geen hoofdstukken. Voeg er een toe."
    ]


@pytest.mark.parametrize("rol", [r for r in Rol.values if r != Rol.PUBLICIST])
def test_only_a_publicist_publishes(uitgave, rol):
    assert redenen(uitgave, by=make_user(uitgave.gemeente, rol)) == [
        "U mag deze uitgave niet publiceren. Vraag het een publicist van de gemeente."
    ]


def test_publicist_of_another_gemeente_may_not(uitgave):
    ander = make_user(make_gemeente("elders"), Rol.PUBLICIST)

    assert len(redenen(uitgave, by=ander)) == 1
    type(uitgave).objects.filter(pk=uitgave.pk).update(stand=UitgaveStand.VASTGESTELD)
    assert publish_uitgave(uitgave, by=make_user(uitgave.gemeente, Rol.PUBLICIST)).versie == 1


def test_embargo_and_openness_are_kept(uitgave):
    uitgave.embargo_tot = timezone.now() + timedelta(days=3)
    uitgave.openbaarheid = Openbaarheid.RAAD
    uitgave.save()

    publicatie = publish_uitgave(uitgave, by=None)

    assert publicatie.openbaar_vanaf == uitgave.embargo_tot
    assert publicatie.openbaarheid == Openbaarheid.RAAD


def test_withdrawing_needs_a_reason_and_keeps_the_text(uitgave):
    publicatie = publish_uitgave(uitgave, by=None)
    with pytest.raises(PubliceerFout):
        intrekken(publicatie, by=None, reden=" ")

    intrekken(publicatie, by=None, reden="Verkeerd bestand")

    publicatie.refresh_from_db()
    uitgave.refresh_from_db()
    assert publicatie.ingetrokken_op
    assert uitgave.stand == UitgaveStand.INGETROKKEN


@pytest.mark.parametrize(
    "velden", [{"inhoud": "{}"}, {"sha256": "x"}, {"versie": 9}, {"schema_versie": 9}]
)
def test_database_refuses_to_change_a_publication(uitgave, velden):
    publicatie = publish_uitgave(uitgave, by=None)

    with pytest.raises(IntegrityError, match="bevroren"), transaction.atomic():
        Publicatie.objects.filter(pk=publicatie.pk).update(**velden)


def test_database_refuses_to_rewrite_history(uitgave):
    cijfer = uitgave.gemeente.indicatoren.get().reeksen.get().waarnemingen.get()
    Wijziging.objects.create(
        waarneming=cijfer, nieuw={"waarde": "748"}, gewijzigd_op=timezone.now()
    )

    with pytest.raises(IntegrityError, match="geschiedenis"), transaction.atomic():
        Wijziging.objects.update(reden="anders")


def test_warnings_before_the_button(uitgave):
    uitgave.wat_zien_we = "Er zijn drie kinderen uit huis geplaatst."
    uitgave.save()

    gevonden = warnings(uitgave)

    assert any("‘drie kinderen’ is een klein aantal mensen" in w for w in gevonden)
    assert any(w.startswith("De uitgave: ‘In het kort’ is niet af (kop,") for w in gevonden)
    assert any(w.startswith("Zonder bron:") for w in gevonden)


def roep(*args):
    uit = StringIO()
    try:
        call_command("publiceer", *args, "--json", stdout=uit)
        code = 0
    except SystemExit as stop:
        code = stop.code
    return code, json.loads(uit.getvalue())


def test_command_reports_as_json(uitgave):
    code, verslag = roep("demodam", "2021-03_2021-04")

    assert code == 0
    assert (verslag["versie"], verslag["gepubliceerd"], verslag["fouten"]) == (1, True, [])
    assert verslag["sha256"] == Publicatie.objects.get().sha256


@pytest.mark.parametrize("adres", [("demodam", "1999"), ("nergens", "2021-03_2021-04")])
def test_command_refuses_what_is_not_there(uitgave, adres):
    code, verslag = roep(*adres)

    assert (code, verslag["gepubliceerd"], len(verslag["fouten"])) == (1, False, 1)


def test_command_without_json_ends_with_an_error(uitgave):
    publish_uitgave(uitgave, by=None)

    with pytest.raises(CommandError, match="niets veranderd"):
        call_command("publiceer", "demodam", "2021-03_2021-04", stdout=StringIO())


def test_next_edition_copies_the_whole(uitgave):
    nieuw = volgende_uitgave(
        uitgave,
        periode=make_periode("2021-05_2021-06"),
        titel="Monitor juni 2021",
        peildatum=date(2021, 6, 30),
        by=None,
    )

    assert nieuw.vorige == uitgave
    assert nieuw.stand == UitgaveStand.CONCEPT
    blok = nieuw.hoofdstukken.get().blokken.get()
    assert blok.regels.get().indicator.code == "clienten-jeugd"
    assert uitgave.hoofdstukken.get().blokken.get().pk != blok.pk


def test_next_edition_over_the_same_period_is_refused(uitgave):
    with pytest.raises(ValidationError, match="Er is al een uitgave over maart en april 2021"):
        volgende_uitgave(
            uitgave, periode=uitgave.periode, titel="x", peildatum=date(2021, 6, 30), by=None
        )


def test_small_count_of_an_earlier_version_is_not_repeated(uitgave):
    uitgave.gemeente.indicatoren.update(telt=Telt.PERSONEN, drempel=3)
    corrigeer(uitgave, 7)
    publish_uitgave(uitgave, by=None)
    uitgave.gemeente.indicatoren.update(drempel=None)
    corrigeer(uitgave, 52)

    inhoud = json.loads(publish_uitgave(uitgave, by=None, note="Andere drempel").inhoud)

    assert [(c["oud_tekst"], c["nieuw_tekst"]) for c in inhoud["correcties"]] == [("<10", "52")]
