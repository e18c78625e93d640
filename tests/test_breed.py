"""Files in columns of their own: mapped once, read by themselves after that."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from monitor.invoer.aanleveren import Stand, controleer_bestand, lever
from monitor.invoer.indelen import bewaar_indeling
from monitor.invoer.indeling import Indeling, IndelingFout, kenmerk, kopdelen
from monitor.invoer.indeling_voorstel import stel_voor
from monitor.invoer.register import Register
from monitor.invoer.soorten import get_soort
from monitor.models import Aanlevering, Bronindeling, Categorie, Dimensie, Waarneming
from monitor.models.enums import Rol
from monitor.regels.smelten import Waardekolom, smelt
from tests.invoer_bestanden import csv_van, xlsx_van
from tests.make import make_gemeente, make_indicator, make_user

INLEZEN = reverse("admin:monitor_aanlevering_import")
MAANDKOP = ["Voorziening", "jan-21", "feb-21", "Opmerking"]
MAANDEN = {"voorziening": "indicator", "#maand": "waarde:periode", "opmerking": ""}
REALISATIE = {"soort": "realisatie"}
BEKEND = ("indicator", "soort", "periode", "voetnoot", "leveringsvorm")


def pk(levering):
    return reverse("admin:monitor_aanlevering_indelen", args=[levering.pk])


@pytest.fixture
def gemeente(db):
    gemeente = make_gemeente("demodam")
    make_indicator(gemeente, "clienten-jeugd", naam="Cliënten jeugd")
    make_indicator(gemeente, "clienten-wmo", naam="Cliënten Wmo")
    vorm = Dimensie.objects.create(gemeente=gemeente, code="leveringsvorm", naam="Leveringsvorm")
    for code, naam in (("zin", "Zorg in natura"), ("pgb", "PGB")):
        Categorie.objects.create(dimensie=vorm, code=code, naam=naam)
    return gemeente


@pytest.fixture
def anna(client, gemeente):
    user = make_user(gemeente, Rol.INVOERDER, username="anna")
    client.force_login(user)
    return user


def deel_in(gemeente, kop=MAANDKOP, kolommen=MAANDEN, vast=REALISATIE, vertaal=None):
    indeling = Indeling(kolommen, vast, vertaal or {})
    return bewaar_indeling(gemeente, dict(enumerate(kop)), "Zorgsysteem", indeling)


def controleer(gemeente, *rijen, kop=MAANDKOP, **meer):
    inhoud = csv_van(*rijen, kop=kop, **meer)
    return controleer_bestand(gemeente, get_soort("waarnemingen"), "a.csv", inhoud)


def lever_in(client, gemeente, inhoud, naam="breed.csv"):
    bestand = SimpleUploadedFile(naam, inhoud)
    data = {"gemeente": gemeente.pk, "soort": "waarnemingen", "import_file": bestand}
    return client.post(INLEZEN, data, follow=True)


def ingevuld(antwoord, **meer) -> dict:
    form = antwoord.context["form"]
    return {naam: form[naam].value() or "" for naam in form.fields} | meer


def cijfers():
    rijen = Waarneming.objects.values_list(
        "reeks__indicator__code", "reeks__sleutel", "periode__code", "waarde"
    )
    return sorted((i, s, p, int(w)) for i, s, p, w in rijen)


# -- the rule --------------------------------------------------------------------------------------

TABEL = st.lists(
    st.tuples(st.integers(2, 99), st.dictionaries(st.integers(0, 8), st.text(min_size=1))),
    unique_by=lambda r: r[0],
)


@given(rijen=TABEL, plekken=st.sets(st.integers(0, 8)))
def test_each_filled_cell_of_value_becomes_one_row(rijen, plekken):
    waarden = [Waardekolom(p, {"periode": str(p)}) for p in sorted(plekken)]
    smal = list(smelt(rijen, naar={}, waarden=waarden, vast={}))

    terug = {(r.rij, r.plek): r.cellen["waarde"] for r in smal}
    assert terug == {(n, p): c[p] for n, c in rijen for p in c if p in plekken}
    assert len(terug) == len(smal)
    assert all(r.cellen["periode"] == str(r.plek) for r in smal)


@given(rijen=TABEL)
def test_what_describes_a_row_stands_in_each_of_its_figures(rijen):
    waarden = [Waardekolom(p, {}) for p in range(1, 9)]
    for r in smelt(rijen, naar={0: "indicator"}, waarden=waarden, vast={"soort": "x"}):
        assert r.cellen.get("indicator") == dict(rijen)[r.rij].get(0)
        assert r.cellen["soort"] == "x"


def test_a_cell_wins_from_what_is_fixed_and_the_column_of_the_value_from_both():
    waarden = [Waardekolom(1, {"periode": "kop"})]
    vast = {"periode": "vast", "soort": "vast"}
    (rij,) = smelt([(2, {0: "cel", 1: "5"})], naar={0: "soort"}, waarden=waarden, vast=vast)
    assert rij.cellen == {"periode": "kop", "soort": "cel", "waarde": "5"}


# -- headers ---------------------------------------------------------------------------------------


def kop(*namen):
    return dict(enumerate(namen))


def test_the_next_year_has_the_same_shape():
    assert kenmerk(kop("Cijfer", "jan-21", "feb-21")) == kenmerk(kop("mei 2022", "CIJFER"))
    assert kenmerk(kop("Cijfer", "jan-21")) != kenmerk(kop("Cijfer", "2021"))
    assert kenmerk(kop("Cijfer", "jan-21")) != kenmerk(kop("Cijfer", "jan"))


def test_a_name_that_comes_twice_stays_two_columns():
    assert kopdelen(kop("Aantal", "aantal")) == {0: "aantal", 1: "aantal (2)"}


@pytest.mark.parametrize(
    ("namen", "rollen"),
    [
        (
            MAANDKOP,
            {"voorziening": "indicator", "#maand": "waarde:periode", "opmerking": ""},
        ),
        (
            ["Jaar", "Zorg in natura", "PGB"],
            {
                "jaar": "periode",
                "zorg_in_natura": "waarde:leveringsvorm=zin",
                "pgb": "waarde:leveringsvorm=pgb",
            },
        ),
        (
            ["Maand", "Cliënten jeugd", "Cliënten Wmo"],
            {
                "maand": "periode",
                "cliënten_jeugd": "waarde:indicator=clienten-jeugd",
                "cliënten_wmo": "waarde:indicator=clienten-wmo",
            },
        ),
        (
            ["Cijfer", "Jaar", "jan", "feb"],
            {"cijfer": "indicator", "jaar": "jaar", "#maand zonder jaar": "waarde:periode"},
        ),
        (
            ["Product", "Jaar", "Realisatie", "Prognose"],
            {
                "product": "indicator",
                "jaar": "periode",
                "realisatie": "waarde:soort=realisatie",
                "prognose": "waarde:soort=prognose",
            },
        ),
    ],
)
def test_what_the_columns_probably_are(gemeente, namen, rollen):
    assert dict(stel_voor(Register(gemeente), kop(*namen)).kolommen) == rollen


@pytest.mark.parametrize(
    ("woorden", "rol"),
    [
        (["ZIN", "PGB", "Totaal"], "leveringsvorm"),
        (["Zorg in natura", "pgb"], "leveringsvorm"),
        (["PGB"], ""),  # one word is a coincidence
        (["ZIN", "PGB", "noord", "zuid", "oost"], ""),
        (["12", "13"], ""),
        ([], ""),
    ],
)
def test_a_column_of_categories_is_known_by_its_words(gemeente, woorden, rol):
    voorstel = stel_voor(Register(gemeente), kop("Cijfer", "Vorm", "jan-21"), {"vorm": woorden})
    assert voorstel.kolommen["vorm"] == rol


def test_a_wide_file_proposes_the_breakdown_that_its_rows_name(gemeente, anna, client):
    """Else the rows of a category would all be read as the total."""
    rijen = (["clienten-wmo", "ZIN", "5"], ["clienten-wmo", "PGB", "6"])
    inhoud = csv_van(*rijen, kop=["Cijfer", "Vorm", "jan-21"])
    antwoord = lever_in(client, gemeente, inhoud)
    assert antwoord.context["form"]["kolom-1"].initial == "leveringsvorm"


@pytest.mark.parametrize(
    ("kolommen", "vast", "melding"),
    [
        ({"a": "indicator", "b": "periode"}, REALISATIE, "dat er de cijfers in staan"),
        ({"#maand": "waarde:periode"}, REALISATIE, "welk cijfer het is"),
        ({"a": "indicator", "b": "waarde"}, REALISATIE, "welke periode het is"),
        ({"a": "indicator", "#maand": "waarde:periode"}, {}, "wat de soort is"),
        (
            {"a": "indicator", "b": "periode", "#maand": "waarde:periode"},
            REALISATIE,
            "‘periode’ komt van twee plaatsen",
        ),
        ({"a": "geheim", **MAANDEN}, REALISATIE, "De kolom ‘geheim’ is niet bekend"),
        ({"a": "indicator", "b": "jaar", "c": "waarde"}, REALISATIE, "kolom met het jaar"),
    ],
)
def test_a_mapping_that_misses_something_says_what(kolommen, vast, melding):
    with pytest.raises(IndelingFout, match=melding):
        Indeling(kolommen, vast).toets(BEKEND)


def test_a_mapping_comes_back_from_its_json():
    indeling = Indeling(MAANDEN, REALISATIE, {"indicator": {"totaal": ""}})
    assert Indeling.van_json(json.loads(json.dumps(indeling.als_json()))) == indeling
    indeling.toets(BEKEND)


@pytest.mark.parametrize(
    "kapot", [None, {}, [], {"schema": 2}, {"schema": 1, "kolommen": {"a": 1}}]
)
def test_json_that_is_no_mapping_is_refused(kapot):
    with pytest.raises(IndelingFout):
        Indeling.van_json(kapot)


# -- reading ---------------------------------------------------------------------------------------


def test_a_column_a_month_is_read_by_the_remembered_mapping(gemeente):
    deel_in(gemeente)
    inhoud = csv_van(
        ["Cliënten jeugd", 748, 751, "x"],
        ["clienten-wmo", "1.135", "", "y"],
        kop=["Voorziening", "apr-22", "mei 2022", "Opmerking"],
    )
    levering, controle = lever(gemeente, get_soort("waarnemingen"), "a.csv", inhoud)
    assert cijfers() == [
        ("clienten-jeugd", "", "2022-04", 748),
        ("clienten-jeugd", "", "2022-05", 751),
        ("clienten-wmo", "", "2022-04", 1135),
    ]
    assert levering.stand == Stand.VERWERKT
    assert "Gelezen met de indeling ‘Zorgsysteem’: 3 cijfers." in controle.opmerkingen


@pytest.mark.parametrize("formaat", ["csv", "xlsx"])
def test_a_column_a_category(gemeente, formaat):
    namen = ["Maand", "Zorg in natura", "PGB"]
    kolommen = {
        "maand": "periode",
        "zorg_in_natura": "waarde:leveringsvorm=zin",
        "pgb": "waarde:leveringsvorm=pgb",
    }
    vast = REALISATIE | {"indicator": "clienten-jeugd"}
    deel_in(gemeente, namen, kolommen, vast)
    maak = csv_van if formaat == "csv" else xlsx_van
    inhoud = maak(["2021-04", 40, 12], kop=namen)
    lever(gemeente, get_soort("waarnemingen"), f"a.{formaat}", inhoud)
    assert cijfers() == [
        ("clienten-jeugd", "leveringsvorm=pgb", "2021-04", 12),
        ("clienten-jeugd", "leveringsvorm=zin", "2021-04", 40),
    ]


def test_months_without_a_year_take_that_of_their_row(gemeente):
    namen = ["Cijfer", "Jaar", "jan", "feb"]
    kolommen = {"cijfer": "indicator", "jaar": "jaar", "#maand zonder jaar": "waarde:periode"}
    deel_in(gemeente, namen, kolommen)
    inhoud = csv_van(["clienten-jeugd", 2021, 1, 2], ["clienten-jeugd", 2022, 3, ""], kop=namen)
    lever(gemeente, get_soort("waarnemingen"), "a.csv", inhoud)
    assert [(p, w) for _, _, p, w in cijfers()] == [("2021-01", 1), ("2021-02", 2), ("2022-01", 3)]


def test_lines_above_the_names_of_the_columns_are_for_people(gemeente):
    deel_in(gemeente)
    inhoud = csv_van([], MAANDKOP, ["clienten-jeugd", 1, 2, ""], kop=["Export van 3 mei"])
    controle = controleer_bestand(gemeente, get_soort("waarnemingen"), "a.csv", inhoud)
    assert (controle.fouten, controle.nieuw) == ([], 2)


def test_an_error_points_at_the_cell_of_the_wide_file(gemeente):
    deel_in(gemeente)
    controle = controleer(
        gemeente, ["clienten-jeugd", 1, "1,234.5", ""], ["Wat is dit", "", 3, "noot"]
    )
    assert [(f.rij, f.kolom) for f in controle.fouten] == [(2, "feb-21"), (3, "Voorziening")]


def test_a_figure_that_comes_twice_names_both_cells(gemeente):
    deel_in(gemeente)
    controle = controleer(
        gemeente, ["clienten-jeugd", 1, "", ""], ["", "", "", ""], ["clienten-jeugd", 2, "", ""]
    )
    (fout,) = controle.fouten
    assert (fout.rij, fout.kolom) == (4, "jan-21")
    assert "rij 2, kolom ‘jan-21’" in fout.melding


def test_merged_cells_in_a_wide_table_are_an_error(gemeente):
    deel_in(gemeente)
    inhoud = xlsx_van(
        ["clienten-jeugd", 1, 2, ""],
        ["", 3, 4, ""],
        kop=MAANDKOP,
        doe=lambda _, ws: ws.merge_cells("A2:A3"),
    )
    controle = controleer_bestand(gemeente, get_soort("waarnemingen"), "a.xlsx", inhoud)
    assert "De cellen A2:A3 zijn samengevoegd." in {f.melding for f in controle.fouten}


def test_rows_of_a_total_are_left_out_and_words_are_translated(gemeente):
    vertaal = {"indicator": {"totaal": "", "jeugdhulp": "clienten-jeugd"}}
    deel_in(gemeente, vertaal=vertaal)
    controle = controleer(gemeente, ["Jeugdhulp", 1, 2, ""], ["Totaal", 1, 2, ""])
    assert (controle.fouten, controle.nieuw, controle.rijen) == ([], 2, 2)


def test_a_table_that_is_much_too_wide_is_refused(gemeente, settings):
    settings.INVOER_MAX_KOLOMMEN = 3
    namen = ["Voorziening", *(f"{m}-{j}-2021" for j in range(1, 3) for m in range(1, 12))]
    deel_in(gemeente, namen, {"voorziening": "indicator", "#peildatum": "waarde:periode"})
    controle = controleer(gemeente, ["clienten-jeugd", *range(22)], kop=namen)
    assert "hooguit 3 kolommen" in str(controle.fouten[0])


def test_many_columns_and_categories_do_not_make_an_endless_page(gemeente, anna, client):
    wijk = Dimensie.objects.create(gemeente=gemeente, code="wijk", naam="Wijk")
    wijken = [Categorie(dimensie=wijk, code=f"w{i}", naam=f"Wijk {i}") for i in range(400)]
    Categorie.objects.bulk_create(wijken)
    namen = ["Maand", *(f"Wijk {i}" for i in range(150))]
    inhoud = csv_van(["2021-04", *range(150)], kop=namen)
    html = lever_in(client, gemeente, inhoud).content
    assert b"waarde:wijk=w149" in html
    assert len(html) < 600_000


def test_a_mapping_of_another_gemeente_does_nothing(gemeente):
    deel_in(make_gemeente("dalfsen"))
    assert not controleer(gemeente, ["clienten-jeugd", 1, 2, ""]).kan


def test_our_own_columns_never_ask_for_a_mapping(gemeente, anna, client):
    lever_in(client, gemeente, csv_van(["clienten-jeugd", "realisatie", "2021", 5]))
    lever_in(client, gemeente, csv_van(["x"], kop=["indicator", "soort", "periode", "waarden"]))
    standen = Aanlevering.objects.order_by("pk").values_list("stand", flat=True)
    assert list(standen) == [Stand.GECONTROLEERD, Stand.AFGEKEURD]


@pytest.mark.parametrize("kop", [["ZIN", "PGB"], ["Zorg in natura", "PGB", "Opmerking"]])
def test_columns_of_values_beside_names_of_ours_ask_for_a_mapping(gemeente, anna, client, kop):
    namen = ["indicator", "soort", "periode", *kop]
    rij = ["clienten-jeugd", "realisatie", "2021-04", *range(len(kop))]
    lever_in(client, gemeente, csv_van(rij, kop=namen))
    assert Aanlevering.objects.get().stand == Stand.INDELEN


def test_the_command_line_uses_the_mapping(gemeente, tmp_path, capsys):
    deel_in(gemeente)
    pad = tmp_path / "a.csv"
    pad.write_bytes(csv_van(["clienten-jeugd", 748, 751, ""], kop=MAANDKOP))
    call_command("importeer", "waarnemingen", str(pad), gemeente="demodam")
    assert len(cijfers()) == 2


# -- the screen ------------------------------------------------------------------------------------


BREED = csv_van(["Jeugdhulp", 748, 751, "x"], ["Totaal", 748, 751, ""], kop=MAANDKOP)


def test_an_unknown_table_asks_what_its_columns_are(gemeente, anna, client):
    antwoord = lever_in(client, gemeente, BREED)
    levering = Aanlevering.objects.get()
    assert antwoord.redirect_chain == [(pk(levering), 302)]
    html = antwoord.content.decode()
    assert "jan-21 … feb-21 (2 kolommen)" in html
    assert "Jeugdhulp · Totaal" in html
    assert (levering.stand, Bronindeling.objects.count()) == (Stand.INDELEN, 0)


def test_the_preview_shows_rows_and_asks_about_unknown_words(gemeente, anna, client):
    antwoord = lever_in(client, gemeente, BREED)
    adres = pk(Aanlevering.objects.get())
    antwoord = client.post(adres, ingevuld(antwoord, bekijk=""))
    rij = antwoord.context["voorbeeld"].rijen[1]
    assert (rij.rij, rij.kolom, "feb-21" in rij.cellen, "751" in rij.cellen) == (
        2,
        "feb-21",
        True,
        True,
    )
    assert [w for _, w in antwoord.context["form"].woorden] == ["Jeugdhulp", "Totaal"]
    assert Bronindeling.objects.count() == 0


def test_mapped_once_and_read_by_itself_the_next_time(gemeente, anna, client):
    antwoord = lever_in(client, gemeente, BREED)
    adres = pk(Aanlevering.objects.get())
    data = ingevuld(antwoord) | {"woord-0": "clienten-jeugd", "woord-1": "-", "naam": "Zorgsysteem"}
    antwoord = client.post(adres, data | {"bewaar": ""}, follow=True)
    levering = Aanlevering.objects.get()
    assert (levering.stand, levering.nieuw) == (Stand.GECONTROLEERD, 2)
    assert levering.indeling.naam == "Zorgsysteem"
    assert "Bevestig en lees in" in antwoord.content.decode()
    antwoord = lever_in(client, gemeente, BREED.replace(b"jan-21", b"mrt-21"))
    assert "Gelezen met de indeling ‘Zorgsysteem’: 2 cijfers." in antwoord.content.decode()
    assert levering.indeling.history.count() == 1


def test_looking_needs_no_name_yet_and_keeping_does(gemeente, anna, client):
    antwoord = lever_in(client, gemeente, BREED)
    adres = pk(Aanlevering.objects.get())
    gekeken = client.post(adres, ingevuld(antwoord, bekijk=""))
    assert not gekeken.context["form"].errors
    bewaard = client.post(adres, ingevuld(antwoord, bewaar=""))
    assert "Geef de indeling een naam." in bewaard.content.decode()


def test_an_incomplete_mapping_is_not_kept(gemeente, anna, client):
    antwoord = lever_in(client, gemeente, BREED)
    adres = pk(Aanlevering.objects.get())
    data = ingevuld(antwoord, naam="x", bewaar="") | {"kolom-0": ""}
    html = client.post(adres, data).content.decode()
    assert "Er is nog niet gezegd welk cijfer het is." in html
    assert Bronindeling.objects.count() == 0


def test_a_large_table_of_ones_own_goes_by_the_worker(gemeente, anna, client, settings):
    from monitor import taken
    from monitor.models import Taak

    settings.INVOER_ACHTERGROND_RIJEN = 1
    lever_in(client, gemeente, BREED)
    taken.voer_uit(Taak.objects.get().pk)
    levering = Aanlevering.objects.get()
    assert levering.stand == Stand.INDELEN
    antwoord = client.get(pk(levering))
    data = ingevuld(antwoord) | {"naam": "x", "bewaar": ""}
    data |= {"vast-0": "clienten-jeugd", "kolom-0": ""}
    client.post(pk(levering), data)
    assert Aanlevering.objects.get().stand == Stand.ONTVANGEN
    taken.voer_uit(Taak.objects.latest("pk").pk)
    assert Aanlevering.objects.get().stand == Stand.AFGEKEURD  # each figure comes twice


def test_nobody_else_maps_a_delivery(gemeente, anna, client):
    lever_in(client, gemeente, BREED)
    adres = pk(Aanlevering.objects.get())
    client.force_login(make_user(gemeente, Rol.REDACTEUR))
    assert (client.get(adres).status_code, client.post(adres).status_code) == (404, 404)


def test_a_mapping_is_shown_and_changed_in_the_admin(gemeente, anna, client):
    rij = deel_in(gemeente)
    html = client.get(reverse("admin:monitor_bronindeling_change", args=[rij.pk])).content.decode()
    assert "Voorziening: Welk cijfer (naam of code)" in html
    adres = reverse("admin:monitor_bronindeling_indelen", args=[rij.pk])
    data = ingevuld(client.get(adres)) | {"kolom-2": "voetnoot", "naam": "Export"}
    client.post(adres, data)
    rij.refresh_from_db()
    assert (rij.naam, rij.indeling["kolommen"]["opmerking"]) == ("Export", "voetnoot")
    assert rij.history.count() == 2


def test_a_mapping_of_another_gemeente_is_not_there(gemeente, anna, client):
    rij = deel_in(make_gemeente("dalfsen"))
    adres = reverse("admin:monitor_bronindeling_indelen", args=[rij.pk])
    assert client.get(adres).status_code == 404


def test_a_cell_in_a_column_without_a_name_is_not_left_out_unseen(gemeente):
    deel_in(gemeente)
    breed = ["Cliënten jeugd", 748, 751, "", "7", "5"]
    controle = controleer(gemeente, breed)
    assert [(f.rij, f.kolom, f.waarde) for f in controle.fouten] == [(2, "E", "7"), (2, "F", "5")]
