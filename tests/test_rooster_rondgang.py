"""The spreadsheet that goes round: out, filled in, back; refused with its errors marked in it."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from monitor.invoer.aanleveren import bevestig, controleer_bestand, neem_in
from monitor.invoer.blok import RIJEN, Ruw, in_blokken
from monitor.invoer.fouten import Fout
from monitor.invoer.gemarkeerd import MEEST, met_meldingen
from monitor.invoer.lezer import lees_bestand
from monitor.invoer.rondgang import SOORT, maak_rekenblad
from monitor.invoer.rondgang_blad import Rekenblad, schrijf_rekenblad
from monitor.invoer.rooster_bewaren import bewaar
from monitor.models import Aanlevering, Categorie, Dimensie, Waarneming
from monitor.models.enums import UitgaveStand
from tests.make import make_gemeente, make_waarneming
from tests.rooster import invoerder, make_rooster, rij, typ

pytestmark = pytest.mark.django_db


@pytest.fixture
def uitgave():
    return make_rooster("clienten", "wachtlijst", telt="personen")


def inhoud_van(uitgave, formaat="xlsx"):
    return maak_rekenblad(uitgave, formaat)


def vul(inhoud: bytes, formaat: str = "xlsx", **cellen) -> bytes:
    """Fill cells in, as somebody would: `clienten={"waarde": "12"}`."""
    ruw = lees_bestand(f"x.{formaat}", inhoud, "rondgang")
    regels = {n: dict(c) for n, c in ruw.rijen}
    kop = next(n for n, c in regels.items() if "indicator" in c.values())
    plek = {naam: i for i, naam in regels[kop].items()}
    for r in regels.values():
        r |= {plek[k]: w for k, w in cellen.get(str(r.get(plek["indicator"])), {}).items()}
    namen = [naam for _, naam in sorted(regels[kop].items())]
    breed = max(plek.values()) + 1
    alles = {n: [r.get(i, "") for i in range(breed)] for n, r in regels.items()}
    return schrijf_rekenblad(Rekenblad(alles, kop, namen, frozenset(), ""), formaat)


def lever(uitgave, inhoud, naam="cijfers.xlsx", by=None):
    return neem_in(uitgave.gemeente, SOORT.voor(uitgave), naam, inhoud, by=by)


def meldingen(controle) -> str:
    return " ".join(str(f) for f in controle.fouten)


# -- out -------------------------------------------------------------------------------------------


def test_workbook_says_what_it_is_for_and_locks_what_is_known(uitgave):
    make_waarneming(rij(uitgave).indicator, "2026-08", 1135)
    ws = load_workbook(BytesIO(inhoud_van(uitgave))).active
    kop = [c.value for c in ws[3]]
    eerste = {naam: ws.cell(4, i + 1) for i, naam in enumerate(kop)}

    assert ws["A1"].value == "Cijfers voor de raadsmonitor van Demodam: Monitor 2026-K3 (2026-K3)"
    assert (eerste["gemeente"].value, eerste["periode"].value) == ("demodam", "2026-09")
    assert (eerste["vorige"].value, eerste["waarde"].value) == ("1.135", None)
    assert ws.protection.sheet
    assert not eerste["waarde"].protection.locked
    assert all(eerste[k].protection.locked for k in ("indicator", "periode", "uitgave", "vorige"))
    [lijst] = ws.data_validations.dataValidation
    assert lijst.formula1 == '"definitief,voorlopig,geschat"'


def test_no_names_of_people_in_the_file(uitgave):
    eigenschappen = load_workbook(BytesIO(inhoud_van(uitgave))).properties
    assert (eigenschappen.creator, eigenschappen.lastModifiedBy) == ("Raadsmonitor", None)


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_what_goes_out_unchanged_changes_nothing(uitgave, formaat):
    make_waarneming(
        rij(uitgave).indicator, "2026-09", 12, voetnoot="Zonder PGB", status="voorlopig"
    )
    _, controle = lever(uitgave, inhoud_van(uitgave, formaat), f"x.{formaat}")
    assert (controle.fouten, controle.ongewijzigd, controle.nieuw, controle.gewijzigd) == (
        [],
        1,
        0,
        0,
    )
    assert "Leeg gelaten regels, waar niets verandert: 1." in controle.opmerkingen


# -- back ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_filled_in_file_is_looked_at_and_confirmed(uitgave, formaat):
    user = invoerder(uitgave)
    nieuw = {"waarde": "1.250", "status": "voorlopig", "voetnoot": "Zonder PGB"}
    inhoud = vul(inhoud_van(uitgave, formaat), formaat, clienten=nieuw)
    levering, controle = lever(uitgave, inhoud, f"x.{formaat}", user)
    assert (meldingen(controle), controle.nieuw) == ("", 1)
    bevestig(levering, by=user, vingerafdruk=controle.vingerafdruk)
    w = Waarneming.objects.get()
    assert (w.waarde, w.status, w.voetnoot) == (1250, "voorlopig", "Zonder PGB")
    assert Aanlevering.objects.get().uitgave == uitgave


def test_breakdowns_go_round(uitgave):
    dimensie = Dimensie.objects.create(gemeente=uitgave.gemeente, code="wijk", naam="Wijk")
    Categorie.objects.create(dimensie=dimensie, code="noord", naam="Noord")
    blok = uitgave.hoofdstukken.get().blokken.get()
    blok.regels.filter(indicator__code="wachtlijst").update(per_dimensie=dimensie)
    user = invoerder(uitgave)
    levering, controle = lever(
        uitgave, vul(inhoud_van(uitgave), wachtlijst={"waarde": "7"}), by=user
    )
    bevestig(levering, by=user, vingerafdruk=controle.vingerafdruk)
    assert Waarneming.objects.get().reeks.sleutel == "wijk=noord"


def test_a_known_figure_asks_a_reason(uitgave):
    user = invoerder(uitgave)
    bewaar(uitgave, {rij(uitgave).sleutel: typ("5")}, by=user)
    levering, controle = lever(uitgave, vul(inhoud_van(uitgave), clienten={"waarde": "6"}), by=user)
    assert controle.vraagt_reden
    bevestig(levering, by=user, vingerafdruk=controle.vingerafdruk, reden="Nalevering")
    assert Waarneming.objects.get().waarde == 6


def test_a_colleague_who_was_first_is_not_overwritten(uitgave):
    rekenblad = inhoud_van(uitgave)
    bewaar(uitgave, {rij(uitgave).sleutel: typ("5")}, by=invoerder(uitgave, username="anna"))
    _, controle = lever(uitgave, vul(rekenblad, clienten={"waarde": "6"}))
    [fout] = controle.fouten
    assert "anna heeft dit cijfer intussen veranderd. Er staat nu ‘5’" in fout.melding
    assert (fout.rij, fout.kolom) == (4, "waarde")


def test_an_old_file_does_not_undo_what_a_colleague_changed(uitgave):
    bewaar(uitgave, {rij(uitgave).sleutel: typ("5")}, by=None)
    rekenblad = inhoud_van(uitgave)
    bewaar(uitgave, {rij(uitgave).sleutel: typ("6", versie=1)}, by=None, reden="Nalevering")
    _, controle = lever(uitgave, vul(rekenblad, wachtlijst={"waarde": "3"}))
    assert (controle.fouten, controle.nieuw, controle.gewijzigd, controle.ongewijzigd) == (
        [],
        1,
        0,
        1,
    )


@pytest.mark.parametrize(
    ("cellen", "melding"),
    [
        ({"waarde": "vijf"}, "geen getal"),
        ({"waarde": "5", "gemeente": "anderdam"}, "Deze levering is voor ‘demodam’"),
        ({"waarde": "5", "periode": "2026-08"}, "hoort niet bij deze uitgave"),
        ({"waarde": "5", "status": "misschien"}, "niet bekend"),
        ({"voetnoot": "Zie brief"}, "noot zonder cijfer"),
        ({"beloofd_voor": "2026-K4"}, "belofte zonder waarde"),
        ({"status": "concept"}, "status zonder cijfer"),
        ({"waarde": "5", "uitgave": "2026-K2"}, "rijen van meer uitgaven"),
    ],
)
def test_wrong_rows_are_refused_with_the_reason(uitgave, cellen, melding):
    levering, controle = lever(uitgave, vul(inhoud_van(uitgave), clienten=cellen))
    assert melding in meldingen(controle)
    assert levering.stand == "afgekeurd"


def test_two_rows_for_one_figure_are_refused(uitgave):
    dubbel = {"waarde": "5", "indicator": "clienten"}
    inhoud = vul(inhoud_van(uitgave), clienten={"waarde": "5"}, wachtlijst=dubbel)
    assert "Dit cijfer staat ook in rij 4." in meldingen(lever(uitgave, inhoud)[1])


def test_a_file_of_another_edition_or_a_closed_one_is_refused(uitgave):
    ander = vul(inhoud_van(uitgave), clienten={"waarde": "5"})
    _, controle = neem_in(uitgave.gemeente, SOORT.voor(uitgave.vorige), "x.xlsx", ander, by=None)
    assert "gemaakt voor uitgave 2026-K3, niet voor 2026-K2" in meldingen(controle)
    uitgave.stand = UitgaveStand.GEPUBLICEERD
    uitgave.save()
    assert "publiceer daarna een correctie" in meldingen(lever(uitgave, ander)[1])


def test_a_file_of_another_gemeente_is_refused(uitgave):
    ander = make_gemeente("anderdam")
    controle = controleer_bestand(ander, SOORT, "x.xlsx", inhoud_van(uitgave))
    assert "heeft geen uitgave over 2026-K3" in meldingen(controle)


# -- errors in the same workbook -----------------------------------------------------------------


def test_a_workbook_that_can_not_be_kept_is_told(uitgave, client, settings, tmp_path):
    vol = tmp_path / "geen-map"
    vol.write_text("hier past niets")
    settings.MEDIA_ROOT = str(vol)
    client.force_login(invoerder(uitgave))
    adres = reverse("admin:monitor_uitgave_rooster_inleveren", args=[uitgave.pk])
    bestand = SimpleUploadedFile("cijfers.xlsx", inhoud_van(uitgave))
    antwoord = client.post(adres, {"bestand": bestand}, follow=True)
    assert "Het bestand kan niet worden bewaard" in antwoord.content.decode()
    assert not Aanlevering.objects.exists()


def test_refused_workbook_comes_back_with_the_cell_marked(uitgave, client):
    client.force_login(invoerder(uitgave))
    inhoud = vul(inhoud_van(uitgave), clienten={"waarde": "vijf"}, wachtlijst={"waarde": "12"})
    adres = reverse("admin:monitor_uitgave_rooster_inleveren", args=[uitgave.pk])
    bestand = SimpleUploadedFile("cijfers jeugd.xlsx", inhoud)
    antwoord = client.post(adres, {"bestand": bestand}, follow=True)
    assert "Haal het bestand op met de fouten erin" in antwoord.content.decode()
    levering = Aanlevering.objects.get()
    uit = client.get(reverse("admin:monitor_aanlevering_meldingen", args=[levering.pk]))
    ws = load_workbook(BytesIO(uit.content)).active
    plek = [c.value for c in ws[3]].index("waarde") + 1
    assert ws.cell(4, plek).value == "vijf"
    assert "‘vijf’ is geen getal" in ws.cell(4, plek).comment.text
    assert ws.cell(4, plek).fill.fgColor.rgb == "00F6C6C1"
    assert (ws.cell(5, plek).value, ws.cell(5, plek).comment) == ("12", None)


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_marked_workbook_can_be_mended_and_handed_in_again(uitgave, formaat):
    inhoud = vul(inhoud_van(uitgave, formaat), formaat, clienten={"waarde": "vijf"})
    _, controle = lever(uitgave, inhoud, f"x.{formaat}")
    ruw = lees_bestand(f"x.{formaat}", inhoud, "rondgang")
    terug = met_meldingen(ruw, controle.fouten, formaat)
    if formaat == "ods":
        rijen = list(lees_bestand("x.ods", terug, "rondgang").rijen)
        assert "‘vijf’ is geen getal" in max(map(str, rijen[3][1].values()), key=len)
    hersteld = vul(terug, formaat, clienten={"waarde": "5"})
    _, controle = lever(uitgave, hersteld, f"x.{formaat}")
    assert (meldingen(controle), controle.nieuw) == ("", 1)


def test_a_formula_that_was_typed_stays_text(uitgave):
    inhoud = vul(inhoud_van(uitgave), clienten={"waarde": "=1+1"})
    _, controle = lever(uitgave, inhoud)
    assert "‘=1+1’ is geen getal" in meldingen(controle)
    terug = met_meldingen(lees_bestand("x.xlsx", inhoud, "rondgang"), controle.fouten, "xlsx")
    cel = next(c for r in load_workbook(BytesIO(terug)).active for c in r if c.value == "=1+1")
    assert cel.data_type == "s" or cel.number_format == "@"


def test_statements_do_not_grow_with_the_rows(django_assert_max_num_queries):
    uitgave = make_rooster(*(f"cijfer-{i}" for i in range(40)))
    inhoud = vul(inhoud_van(uitgave), **{f"cijfer-{i}": {"waarde": str(i)} for i in range(40)})
    with django_assert_max_num_queries(40):
        assert controleer_bestand(uitgave.gemeente, SOORT, "x.xlsx", inhoud).nieuw == 40


def test_a_csv_of_the_sheet_is_read_too(uitgave):
    ruw = lees_bestand("x.xlsx", vul(inhoud_van(uitgave), clienten={"waarde": "1.250"}), "rondgang")
    regels = [";".join(str(c.get(i, "")) for i in range(16)) for _, c in ruw.rijen]
    _, controle = lever(uitgave, "\n".join(regels[2:]).encode(), "cijfers.csv")
    assert (meldingen(controle), controle.nieuw) == ("", 1)


def test_preview_says_what_would_be_doubted(uitgave):
    for maand in range(1, 9):
        make_waarneming(rij(uitgave).indicator, f"2026-{maand:02}", 1000 + maand)
    _, controle = lever(uitgave, vul(inhoud_van(uitgave), clienten={"waarde": "10.080"}))
    assert controle.kan
    assert any("Rij 4, Clienten:" in tekst for tekst in controle.opmerkingen)


# -- a file with very many errors ------------------------------------------------------------------


def te_markeren(rijen: int) -> tuple[Ruw, list[Fout]]:
    kop = ["indicator", "soort", "periode", "waarde"]
    regels = [kop, *(["x", "y", "z", "q"] for _ in range(rijen))]
    cellen = iter([(n, dict(enumerate(r))) for n, r in enumerate(regels, 1)])
    fouten = [Fout("Geen getal.", "Typ er een.", n + 2, "waarde", "q") for n in range(rijen)]
    return Ruw("Cijfers", in_blokken(cellen)), fouten


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_only_the_first_errors_are_marked_and_the_rest_is_counted(formaat):
    ruw, fouten = te_markeren(3 * MEEST)
    uit = met_meldingen(ruw, fouten, formaat)
    teksten = [
        str(c) for _, r in lees_bestand(f"a.{formaat}", uit, "rondgang").rijen for c in r.values()
    ]
    assert teksten.count("q") == 3 * MEEST
    if formaat == "ods":
        assert sum("Geen getal." in t for t in teksten) == MEEST
        assert any(f"Nog {2 * MEEST} niet" in t for t in teksten)
    else:
        noten = [c.comment for r in load_workbook(BytesIO(uit)).active for c in r if c.comment]
        assert len(noten) == MEEST + 1 and f"Nog {2 * MEEST} niet" in noten[0].text


def test_of_a_large_file_only_the_rows_with_errors_come_back_at_their_own_place():
    ruw, fouten = te_markeren(5000)
    ws = load_workbook(
        BytesIO(met_meldingen(ruw, fouten[98:100], "xlsx", alleen_foute=True))
    ).active
    gevuld = [r[0].row for r in ws.iter_rows() if r[0].value]
    assert gevuld == [*range(1, 21), 100, 101]
    assert ws["D100"].comment.text.startswith("Geen getal.")
    assert next(ruw.rijen)[0] == RIJEN + 1  # read no further than the block with the last one


def test_a_large_refused_delivery_does_not_check_again(uitgave, client, settings, monkeypatch):
    client.force_login(invoerder(uitgave))
    inhoud = vul(inhoud_van(uitgave), clienten={"waarde": "vijf"})
    adres = reverse("admin:monitor_uitgave_rooster_inleveren", args=[uitgave.pk])
    client.post(adres, {"bestand": SimpleUploadedFile("cijfers.xlsx", inhoud)})
    levering = Aanlevering.objects.get()
    settings.INVOER_ACHTERGROND_RIJEN = 1
    monkeypatch.setattr("monitor.invoer.gemarkeerd.HEEL", 1)
    uit = client.get(reverse("admin:monitor_aanlevering_meldingen", args=[levering.pk]))
    ws = load_workbook(BytesIO(uit.content)).active
    assert "alleen de rijen met de eerste fouten" in ws["A1"].comment.text
    assert any(c.comment for c in ws[4])
