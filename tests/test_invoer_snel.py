"""The quick roads say what the slow rules say; a hundred thousand rows ask no more statements than ten."""

import gc
import io
import zipfile
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.invoer import lees_xlsx, xlsx_snel
from monitor.invoer.aanleveren import bevestig, lever, neem_in
from monitor.invoer.archief import Archief
from monitor.invoer.blok import Ruw, in_blokken
from monitor.invoer.bulk import kopieertekst, voeg_in, zelfde
from monitor.invoer.cijferkolommen import Lezing
from monitor.invoer.cijferrijen import Rijlezer
from monitor.invoer.fouten import LeesFout
from monitor.invoer.memo import zonder_rondes
from monitor.invoer.perioden import perioden_voor
from monitor.invoer.reeksen import reeksen_voor
from monitor.invoer.soorten import get_soort
from monitor.invoer.tabel import Rij, Tabel
from monitor.models import Categorie, Dimensie, Waarneming, Wijziging
from monitor.models.enums import Eenheid, Rol, Telt
from monitor.regels.getallen import lees_vlot, lees_voluit
from tests.invoer_bestanden import csv_van, xlsx_van
from tests.make import make_gemeente, make_indicator, make_user

SOORT = get_soort("waarnemingen")
KOP = ["indicator", "soort", "periode", "waarde", "status", "voetnoot", "beloofd_voor", "vorm"]
KEUS = {
    "gemeente": ["", "demodam", "Demodam", "elders"],
    "indicator": ["clienten", "lasten", "cijfer", "deel", "CLIENTEN", "onbekend", ""],
    "soort": ["realisatie", "Realisatie voorlopig", "prognose", "begroting", "streefwaarde", "x"],
    "periode": ["2021-04", "april 2021", "2021-K1", "2021-13", "01-02-03", ""],
    "status": ["", "voorlopig", "Definitief", "wel"],
    "voetnoot": ["", "noot", "Voorbeeldrij: vervang of verwijder deze rij."],
    "beloofd_voor": ["", "2021-K3", "ooit"],
    "brondatum": ["", "2021-05-03", "2021"],
    "vorm": ["", "zin", "Zorg in natura", "geen"],
}
WAARDEN = [
    "748",
    "1.234",
    "1.234.567",
    "7,5",
    "<10",
    "15-20",
    "-3",
    "nog niet bekend",
    "€ 5",
    "9,999",
]
waarde = st.one_of(
    st.none(),
    st.sampled_from(WAARDEN),
    st.integers(-20, 10**6),
    st.booleans(),
    st.decimals(-100, 10**5, places=2),
)
rij = st.fixed_dictionaries({k: st.sampled_from(v) for k, v in KEUS.items()} | {"waarde": waarde})


@pytest.fixture
def gemeente(db):
    gemeente = make_gemeente("demodam")
    make_indicator(gemeente, "clienten", telt=Telt.PERSONEN)
    make_indicator(gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO)
    make_indicator(gemeente, "cijfer", eenheid=Eenheid.CIJFER, telt=Telt.OVERIG, decimalen=1)
    make_indicator(gemeente, "deel", formule="lasten / clienten")
    dimensie = Dimensie.objects.create(gemeente=gemeente, code="vorm", naam="Vorm")
    Categorie.objects.create(dimensie=dimensie, code="zin", naam="Zorg in natura")
    return gemeente


def rijen_uit(inhoud):
    """The rows of the first sheet, or the words with which it was refused."""
    try:
        return list(lees_xlsx.lees_xlsx(Archief(inhoud), "waarnemingen").rijen)
    except LeesFout as fout:
        return str(fout)


def uit_elkaar(monkeypatch, inhoud):
    """The same, every element by the parser."""
    monkeypatch.setattr(xlsx_snel.Doorloop, "__call__", lambda zelf, brok: brok)
    monkeypatch.setattr(xlsx_snel.Doorloop, "einde", lambda zelf: b"")
    try:
        return rijen_uit(inhoud)
    finally:
        monkeypatch.undo()


def met_blad(gegevens, hoofd='<?xml version="1.0" encoding="UTF-8"?>'):
    """A workbook with these bytes between the tags of its rows."""
    oud = zipfile.ZipFile(io.BytesIO(xlsx_van(["a"])))
    blad = f'{hoofd}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    blad += f"<sheetData>{gegevens}</sheetData></worksheet>"
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as boek:
        for naam in oud.namelist():
            is_blad = naam.startswith("xl/worksheets/")
            boek.writestr(naam, blad.encode() if is_blad else oud.read(naam))
    return uit.getvalue()


@given(rijen=st.lists(rij, max_size=8))
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # nothing is written
)
def test_columns_say_what_each_row_says(gemeente, rijen):
    kolommen = [*KEUS, "waarde"]
    tabel = [
        Rij(n, {k: c for k, c in r.items() if c not in ("", None)}) for n, r in enumerate(rijen, 2)
    ]
    lezing = Lezing(Tabel(kolommen, tabel), gemeente)
    lezer = Rijlezer(kolommen, gemeente)
    los, gezien = [], set()
    for r in tabel:
        gelezen = lezer.lees(r)
        if gelezen and (gelezen[0].reeks, gelezen[1]) not in gezien:
            gezien.add((gelezen[0].reeks, gelezen[1]))
            los.append((r.nummer, gelezen[0].reeks, gelezen[0].open_velden, *gelezen[1:]))

    assert [(c.rij, c.reeks, c.open_velden, c.periode, c.staat) for c in lezing.cijfers] == los
    assert [f for f in lezing.fouten if "staat ook in rij" not in f.melding] == lezer.fouten


DELEN = [
    '<row r="{n}"><c r="A{n}" t="s"><v>0</v></c><c r="C{n}"><v>1.5</v></c></row>',
    '<row r="{n}" spans="1:3"><c r="A{n}" t="inlineStr"><is><t>a &amp; b</t></is></c></row>',
    '<row r="{n}"><c r="A{n}"><f>1+1</f></c><c r="B{n}" t="str"><f>A1</f><v> x </v></c></row>',
    '<row r="{n}"><c r="B{n}" t="b"><v>1</v></c><c r="A{n}"><v>1</v></c></row>',
    '<row r="{n}"><c r="A{n}" t="s"><v>99</v></c></row>',
    '<row r="{n}"><c r="A{n}"><v>1e400</v></c><c r="B{n}" s="1"/></row>',
    '<row r="{n}"><!-- x --><c r="A{n}"><v>2</v></c></row>',
    '<row r="{n}"><c r="A{n}" t="inlineStr"><is><r><t>ri</t></r><r><t>jk</t></r></is></c></row>',
    '<row r="1"><c r="A1"><v>1</v></c></row>',
    '<row r="{n}"><c r="A1"><v>1</v></c></row>',
    '<row r="{n}"><c r="A{n}"><v>]]&gt;&#10;</v></c></row>',
    '<row r="{n}"><c r="A{n}"><v>1</w></c></row>',
    '<row r="{n}" spans="1:{n}"><c r="A{n}"><v>7</v></c><c r="C{n}" t="str"><v>{n}"</v></c></row>',
    '<row r="{n}" spans="1:3" s="{n}"><c r="B{n}" s="{n}" t="n"><v>8</v></c></row>',
    '<row r="{n}"/>',
    "\n",
]


@given(delen=st.lists(st.sampled_from(DELEN), max_size=6))
@settings(max_examples=150, deadline=None)
def test_runs_of_rows_read_as_their_elements_do(delen):
    inhoud = met_blad("".join(deel.format(n=n) for n, deel in enumerate(delen, 3)))
    with pytest.MonkeyPatch.context() as los:
        assert rijen_uit(inhoud) == uit_elkaar(los, inhoud)


@pytest.mark.parametrize(
    "hoofd",
    [
        '<?xml version="1.0" encoding="ISO-8859-1"?>',
        '<?xml version="1.0"?><!-- <sheetData><row r="1"><c r="A1"><v>1</v></c></row> -->',
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>',
    ],
)
def test_a_head_of_another_form_changes_nothing(monkeypatch, hoofd):
    inhoud = met_blad('<row r="2"><c r="A2" t="str"><v>é</v></c></row>', hoofd)

    assert rijen_uit(inhoud) == uit_elkaar(monkeypatch, inhoud)


@given(
    tekst=st.one_of(
        st.from_regex(r"[-+€<]?[0-9.,]{1,18}[%]?", fullmatch=True),
        st.from_regex(r"[0-9]{1,3}(\.[0-9]{3}){0,4}(,[0-9]{1,4})?", fullmatch=True),
    ),
    eenheid=st.sampled_from(Eenheid.values),
    decimalen=st.integers(0, 2),
)
@settings(max_examples=1000, deadline=None)
def test_plain_notations_read_as_in_full(tekst, eenheid, decimalen):
    vlot = lees_vlot(tekst, eenheid, decimalen)

    assert vlot is None or repr(vlot) == repr(lees_voluit(tekst, eenheid, decimalen))


def test_plain_rows_never_reach_the_parser(monkeypatch):
    monkeypatch.setattr(xlsx_snel.Rijen, "_begin_rij", None)

    assert rijen_uit(xlsx_van([1, "a & b", None, 2.5], kop=["w"])) == [
        (1, {0: "w"}),
        (2, {0: 1, 1: "a & b", 3: Decimal("2.5")}),
    ]


cel = st.none() | st.sampled_from([0, False, "a", Decimal("0")])


@given(
    rijen=st.lists(st.dictionaries(st.integers(0, 4), cel, max_size=5), max_size=8),
    over=st.integers(0, 9),
)
def test_rows_by_column_are_the_same_rows(rijen, over):
    gevuld = [
        (n, {p: c for p, c in sorted(r.items()) if c is not None}) for n, r in enumerate(rijen)
    ]
    gevuld = [rij for rij in gevuld if rij[1]]

    def blokken():  # in blocks of three
        return (
            b for i in range(0, len(rijen), 3) for b in in_blokken([*enumerate(rijen)][i : i + 3])
        )

    ruw = Ruw("", blokken())
    assert [(n, list(r.items())) for n, r in ruw.begin(over)] == [
        (n, list(r.items())) for n, r in gevuld[:over]
    ]
    ruw.sla_over(over)
    assert [(n, list(r.items())) for n, r in ruw.rijen] == [
        (n, list(r.items())) for n, r in gevuld[over:]
    ]


@pytest.mark.parametrize("aantal", [0, 1, 299, 300, 301, 907])
@pytest.mark.django_db
def test_rows_go_in_whatever_their_number(aantal):
    gemeente = make_gemeente("veel")
    codes = [f"d{n}'%s" for n in range(aantal)]
    kolommen = {"gemeente_id": zelfde(gemeente.pk, aantal), "code": codes}
    voeg_in(Dimensie, kolommen | {"naam": zelfde("o'er %s", aantal)})

    rijen = Dimensie.objects.filter(gemeente=gemeente).order_by("pk").values_list("code", "naam")
    assert list(rijen) == [(code, "o'er %s") for code in codes]


def test_the_collector_works_again_when_the_last_one_is_done():
    with zonder_rondes():
        with zonder_rondes():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


@given(tekst=st.text())
def test_a_text_for_copy_holds_no_end_of_field_or_row(tekst):
    bewaard = kopieertekst(tekst)

    assert not {"\t", "\n", "\r"} & set(bewaard)
    namen = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}
    delen = bewaard.split("\\\\")
    terug = [d.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r") for d in delen]
    assert namen["\\\\"].join(terug) == tekst


NOOT = "tab\tslash\\ N \\N é 'aanhaling' \"twee\""


def veel(aantal, waarde="748"):
    maanden = [f"{1900 + n // 12}-{n % 12 + 1:02}" for n in range(aantal)]
    return [["clienten", "realisatie", maand, waarde, "", NOOT, "", ""] for maand in maanden]


def test_what_is_written_is_what_stood_in_the_file(gemeente):
    rij = ["lasten", "realisatie", "2021", "1.234,56", "geschat", NOOT, "", "zin"]
    lever(gemeente, SOORT, "a.csv", csv_van(rij, kop=KOP))

    w = Waarneming.objects.get()
    assert (str(w.waarde), w.status, w.voetnoot) == ("1234.5600", "geschat", NOOT.strip())
    assert Wijziging.objects.get().nieuw == {
        "aard": "getal", "waarde": "1234.56", "status": "geschat", "voetnoot": NOOT
    }  # fmt: skip


@pytest.mark.parametrize("aantal", [10, 1200])
def test_statements_of_a_delivery_do_not_grow(gemeente, aantal):
    user = make_user()
    user.is_superuser = True
    inhoud = csv_van(*veel(aantal), kop=KOP)
    with CaptureQueriesContext(connection) as vragen:
        levering, controle = neem_in(gemeente, SOORT, "a.csv", inhoud, by=user)
        bevestig(levering, by=user, vingerafdruk=controle.vingerafdruk)
    assert (levering.nieuw, Wijziging.objects.count()) == (aantal, aantal)
    assert len(vragen) <= 50, [v["sql"][:90] for v in vragen]


def test_the_same_file_again_writes_no_figure(gemeente):
    inhoud = csv_van(*veel(300), kop=KOP)
    lever(gemeente, SOORT, "a.csv", inhoud)
    levering, _ = lever(gemeente, SOORT, "b.csv", inhoud)

    assert (levering.ongewijzigd, levering.gewijzigd, levering.nieuw) == (300, 0, 0)
    assert Wijziging.objects.count() == 300


def test_changed_and_new_rows_are_written_beside_each_other(gemeente):
    lever(gemeente, SOORT, "a.csv", csv_van(*veel(3), kop=KOP))
    rijen = [*veel(2), *veel(4, waarde="749")[2:]]
    levering, _ = lever(gemeente, SOORT, "b.csv", csv_van(*rijen, kop=KOP))

    assert (levering.ongewijzigd, levering.gewijzigd, levering.nieuw) == (2, 1, 1)
    waarden = Waarneming.objects.order_by("periode__code").values_list("waarde", "versie")
    assert list(waarden) == [(748, 1), (748, 1), (749, 2), (749, 1)]
    laatste = Wijziging.objects.get(oud__isnull=False)
    assert (laatste.oud["waarde"], laatste.nieuw["waarde"]) == ("748", "749")


def test_a_preview_page_stays_small_whatever_the_rows_hold(client, gemeente):
    user = make_user(gemeente, Rol.REDACTEUR)
    client.force_login(user)
    goed = [[*rij[:5], f"é&{'n' * 398}", *rij[6:]] for rij in veel(900)]
    for rijen in (goed, [[f"wat-{n}-{'<' * 110}", *rij[1:]] for n, rij in enumerate(goed)]):
        bestand = SimpleUploadedFile("a.csv", csv_van(*rijen, kop=KOP))
        data = {"gemeente": gemeente.pk, "soort": "waarnemingen", "import_file": bestand}
        antwoord = client.post(reverse("admin:monitor_aanlevering_import"), data, follow=True)

        assert antwoord.status_code == 200
        assert len(antwoord.content) <= 200_000


@pytest.mark.django_db(transaction=True)
def test_periods_and_series_are_made_outside_a_transaction_too():
    assert {p.code for p in perioden_voor(["apr-21", "2021"]).values()} == {"2021-04", "2021"}
    indicator = make_indicator(make_gemeente())

    assert len(reeksen_voor(indicator.gemeente, {(indicator.pk, "realisatie", ""): ()})) == 1
