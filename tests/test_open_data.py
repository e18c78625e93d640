"""Metadata, packages, feeds and signposts: right in form, equal to the files, and only of what is open."""

import hashlib
import io
import xml.etree.ElementTree as ET
import zipfile
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from monitor.models.enums import Rol
from monitor.publiceren.bestanden import FORMATEN
from monitor.weergave.opendata.rdf import als_jsonld, als_turtle, nl
from monitor.weergave.publicaties import geheugen
from tests.lezen import pagina, publiceer
from tests.make import make_user
from tests.momentopname import galerij, momentopname

pytestmark = pytest.mark.django_db
G = "/steenwijkerland/"
U = f"{G}2021-03_2021-04/"
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
ATOM = "{http://www.w3.org/2005/Atom}"
OPEN = [f"{U}monitor.ttl", f"{U}monitor.jsonld", f"{U}monitor.zip", f"{G}monitors.zip", f"{G}catalogus.ttl", f"{G}catalogus.jsonld",
        "/nieuw.atom", f"{G}nieuw.atom", "/sitemap.xml", "/robots.txt", f"{U}bestanden/"]  # fmt: skip
# Mandatory of DCAT-AP-NL 3.0 (SHACL 300), beside what DCAT-AP itself wants.
VERPLICHT = {
    DCAT.Dataset: "title description accessRights creator identifier publisher @contactPoint @theme",
    DCAT.Distribution: "license @accessURL",
    DCAT.Catalog: "title description publisher @contactPoint @dataset",
    DCAT.DataService: "title description accessRights identifier license publisher @contactPoint @endpointDescription @endpointURL @theme",
}  # fmt: skip
EEN = (DCAT.contactPoint, DCTERMS.identifier, DCAT.version, DCAT.accessURL, DCAT.downloadURL)


@pytest.fixture(autouse=True)
def _koud():
    geheugen.clear()
    caches["paginas"].clear()


@pytest.fixture
def monitors(db):
    publiceer(uitgave="2021-01_2021-02")
    publiceer(inhoud=galerij())
    return publiceer(inhoud=galerij(veranderd=[]), notitie="Dubbele <telling> & meer.")


def graaf(client, adres, soort="turtle"):
    return Graph().parse(data=client.get(adres).content, format=soort)


@pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated"
)  # rdflib's own reader of JSON-LD
def test_both_notations_are_the_same_graph(client, monitors):
    for adres in (f"{U}monitor", f"{G}catalogus"):
        turtle, jsonld = graaf(client, f"{adres}.ttl"), graaf(client, f"{adres}.jsonld", "json-ld")
        assert isomorphic(turtle, jsonld)
        assert len(turtle) > 80


@pytest.mark.parametrize("adres", [f"{U}monitor.ttl", f"{G}catalogus.ttl"])
def test_what_dcat_ap_nl_wants_is_there_once(client, monitors, adres):
    g = graaf(client, adres)
    assert {k for k in VERPLICHT if (None, RDF.type, k) in g} >= {DCAT.Dataset, DCAT.Distribution}
    for klasse, namen in VERPLICHT.items():
        for ding in g.subjects(RDF.type, klasse):
            for naam in namen.split():
                eigenschap = DCAT[naam[1:]] if naam[0] == "@" else DCTERMS[naam]
                assert list(g.objects(ding, eigenschap)), (ding, naam)
            for eigenschap in EEN:
                assert len(list(g.objects(ding, eigenschap))) <= 1, (ding, eigenschap)


def test_the_area_the_time_and_the_publisher_are_named(client, monitors):
    g = graaf(client, f"{U}monitor.ttl")
    (dataset,) = g.subjects(RDF.type, DCAT.Dataset)
    tijd = g.value(dataset, DCTERMS.temporal)

    assert g.value(g.value(dataset, DCTERMS.spatial), DCTERMS.identifier) == Literal("GM1708")
    assert str(g.value(dataset, DCTERMS.publisher)).endswith("/tooi/id/gemeente/gm1708")
    assert [str(g.value(tijd, d)) for d in (DCAT.startDate, DCAT.endDate)] == ["2021-03-01", "2021-04-30"]  # fmt: skip
    assert str(g.value(dataset, DCTERMS.accrualPeriodicity)).endswith("/BIMONTHLY")


def test_size_and_fingerprint_are_those_of_the_file(client, monitors):
    g = graaf(client, f"{U}monitor.ttl")
    distributies = list(g.subjects(RDF.type, DCAT.Distribution))

    assert len(distributies) == len(FORMATEN)
    for d in distributies:
        adres = str(g.value(d, DCAT.downloadURL)).removeprefix("http://testserver")
        lijf = client.get(adres).content
        som = g.value(g.value(d, SPDX.checksum), SPDX.checksumValue)
        assert (int(g.value(d, DCAT.byteSize)), str(som)) == (
            len(lijf),
            hashlib.sha256(lijf).hexdigest(),
        )


def test_the_address_of_the_site_can_be_fixed(client, monitors, settings):
    settings.BASIS_ADRES = "https://monitor.example"

    assert (URIRef(f"https://monitor.example{U}#uitgave"), RDF.type, DCAT.Dataset) in graaf(client, f"{U}monitor.ttl")  # fmt: skip


@given(st.text())
def test_no_text_breaks_the_notation(tekst):
    try:
        tekst.encode()
    except UnicodeEncodeError:
        return
    knoop = {"@id": "http://x/", "dct:title": nl(tekst)}
    g = Graph().parse(data=als_turtle([knoop]), format="turtle")

    assert [str(o) for o in g.objects()] == [str(Literal(tekst))]
    assert als_jsonld([knoop])


# -- packages ------------------------------------------------------------------------------------


def pak(client, adres):
    with zipfile.ZipFile(io.BytesIO(client.get(adres).content)) as z:
        assert z.testzip() is None
        return {naam: z.read(naam) for naam in z.namelist()}


def test_the_package_has_every_file_as_it_is_by_itself(client, monitors):
    delen = pak(client, f"{U}monitor.zip")

    for formaat in FORMATEN:
        assert delen[f"monitor.{formaat}"] == client.get(f"{U}monitor.{formaat}").content
    assert delen["metadata.ttl"] == client.get(f"{U}monitor.ttl").content
    assert {"LEESMIJ.txt", "momentopname.schema.json", "metadata.jsonld"} <= set(delen)


def test_the_package_names_licence_rule_and_fingerprints(client, monitors):
    delen = pak(client, f"{U}monitor.zip")
    leesmij = delen.pop("LEESMIJ.txt").decode()

    assert "CC0" in leesmij and "minder dan 10 personen" in leesmij
    for naam, lijf in delen.items():
        assert f"{hashlib.sha256(lijf).hexdigest()}  {naam}" in leesmij


@pytest.mark.parametrize("adres", [f"{U}monitor.zip", f"{G}monitors.zip", f"{U}monitor.ttl"])
def test_twice_the_same_bytes(client, monitors, adres):
    eerst = client.get(adres).content
    caches["paginas"].clear()

    assert client.get(adres).content == eerst


def test_the_package_of_a_gemeente_has_the_newest_of_every_edition(client, monitors):
    delen = pak(client, f"{G}monitors.zip")

    assert [n for n in delen if n.endswith(".csv")] == ["2021-03_2021-04/monitor.csv", "2021-01_2021-02/monitor.csv"]  # fmt: skip
    assert delen["2021-03_2021-04/monitor.csv"] == client.get(f"{U}monitor.csv").content


@pytest.mark.parametrize("adres", [f"{G}monitors.zip", f"{G}catalogus.ttl"])
def test_what_is_of_a_whole_gemeente_is_made_once_and_answers_304(client, monitors, adres):
    etag = client.get(adres)["ETag"]
    assert client.get(adres, headers={"If-None-Match": etag}).status_code == 304

    publiceer(uitgave="2020")
    assert client.get(adres, headers={"If-None-Match": etag}).status_code == 200


def test_council_only_is_packed_for_members_without_licence(client):
    besloten = publiceer(openbaarheid="raad")
    client.force_login(make_user(besloten.uitgave.gemeente, Rol.RAADSLID))
    leesmij = pak(client, f"{U}monitor.zip")["LEESMIJ.txt"].decode()

    assert "Alleen voor de raad" in leesmij and "CC0" not in leesmij
    assert client.get(f"{U}monitor.ttl").status_code == 404
    assert "Deel de bestanden niet" in pagina(client, f"{U}bestanden/").tekst


# -- feeds and signposts -------------------------------------------------------------------------


def items(client, adres="/nieuw.atom"):
    return ET.fromstring(client.get(adres).content).findall(f"{ATOM}entry")


def test_a_feed_is_valid_atom(client, monitors):
    for adres in ("/nieuw.atom", f"{G}nieuw.atom"):
        response = client.get(adres)
        feed = ET.fromstring(response.content)
        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        for ding in (feed, *feed.findall(f"{ATOM}entry")):
            for naam in ("id", "title", "updated"):
                assert len(ding.findall(f"{ATOM}{naam}")) == 1, (adres, naam)
        assert all(e.find(f"{ATOM}author/{ATOM}name").text for e in feed.findall(f"{ATOM}entry"))
        assert len({e.find(f"{ATOM}id").text for e in feed.findall(f"{ATOM}entry")}) == 3


def test_a_correction_comes_first_and_says_what_was_wrong(client, monitors):
    eerste = items(client)[0]

    assert "correctie, versie 2" in eerste.find(f"{ATOM}title").text
    assert eerste.find(f"{ATOM}summary").text == "Dubbele <telling> & meer."
    assert client.get(eerste.find(f"{ATOM}link").get("href")).status_code == 200


def test_a_feed_of_one_gemeente_has_no_other(client, monitors):
    publiceer(gemeente="dalfsen", uitgave="2020-H2")

    assert len(items(client)) == 4
    assert len(items(client, f"{G}nieuw.atom")) == 3


def test_a_feed_answers_304(client, monitors):
    etag = client.get("/nieuw.atom")["ETag"]

    assert client.get("/nieuw.atom", headers={"If-None-Match": etag}).status_code == 304
    publiceer(gemeente="dalfsen", uitgave="2020-H2")
    assert client.get("/nieuw.atom", headers={"If-None-Match": etag}).status_code == 200


def test_every_address_of_the_site_map_is_there(client, monitors):
    kaart = ET.fromstring(client.get("/sitemap.xml").content)
    adressen = [e.text for e in kaart.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]

    assert len(adressen) == len(set(adressen)) == 10
    assert {client.get(a).status_code for a in adressen} == {200}
    assert "http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


# -- nothing that is closed ----------------------------------------------------------------------


@pytest.mark.parametrize("velden", [{"openbaarheid": "raad"}, {"vanaf": timedelta(days=1)}, {"ingetrokken_op": timedelta(0)}])  # fmt: skip
def test_closed_embargoed_and_withdrawn_are_nowhere(client, velden):
    velden = {k: timezone.now() + v if isinstance(v, timedelta) else v for k, v in velden.items()}
    gesloten = publiceer(**velden)
    client.force_login(make_user(gesloten.uitgave.gemeente, Rol.REDACTEUR))

    for adres in ("/nieuw.atom", f"{G}nieuw.atom", "/sitemap.xml"):
        assert "2021-03" not in client.get(adres).content.decode()
    for adres in (f"{G}monitors.zip", f"{G}catalogus.ttl", f"{G}catalogus.jsonld"):
        assert client.get(adres).status_code == 404


def test_an_open_edition_beside_a_closed_one_is_alone(client):
    publiceer(uitgave="2021-01_2021-02")
    publiceer(openbaarheid="raad")
    client.force_login(make_user(is_superuser=True))

    assert [n for n in pak(client, f"{G}monitors.zip") if n.endswith(".csv")] == ["2021-01_2021-02/monitor.csv"]  # fmt: skip
    assert "2021-03" not in client.get(f"{G}catalogus.ttl").content.decode()


@pytest.mark.parametrize("adres", OPEN)
@pytest.mark.parametrize("aantal", [1, 3])
def test_the_number_of_queries_does_not_grow(client, adres, aantal):
    for maand in range(1, aantal + 1):
        publiceer(uitgave=f"2020-{maand:02}", inhoud=momentopname(uitgave=f"2020-{maand:02}"))
    publiceer(inhoud=galerij())
    geheugen.clear()
    with CaptureQueriesContext(connection) as vangst:
        assert client.get(adres).status_code == 200

    assert len(vangst) <= (3 if adres.endswith("monitors.zip") else 2)


# -- the page ------------------------------------------------------------------------------------


def test_the_page_names_every_file_with_its_size_and_fingerprint(client, monitors):
    p = pagina(client, f"{U}bestanden/")
    links = {a["href"] for a in p.alle("a")}

    for formaat in FORMATEN:
        lijf = client.get(f"{U}monitor.{formaat}").content
        assert f"{U}monitor.{formaat}" in links
        assert hashlib.sha256(lijf).hexdigest() in p.tekst
    assert {f"{U}monitor.zip", f"{U}monitor.ttl", f"{G}nieuw.atom", "/api/v1/openapi.json"} <= links


def test_pages_lead_to_the_files_and_feeds(client, monitors):
    p = pagina(client, f"{U}jeugd/")
    kop = {(link["rel"], link["href"]) for link in p.alle("link")}

    assert f"{U}bestanden/" in {a["href"] for a in p.alle("a")}
    assert {("alternate", "/nieuw.atom"), ("alternate", f"{G}nieuw.atom"), ("describedby", f"{U}monitor.ttl")} <= kop  # fmt: skip


def test_an_old_version_leads_to_its_own_files(client, monitors):
    links = {a["href"] for a in pagina(client, f"{U}bestanden/?versie=1").alle("a")}

    assert f"{U}monitor.csv?versie=1" in links and f"{U}monitor.csv" not in links
