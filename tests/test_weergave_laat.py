"""What is not up to date is named by its own name; notes of corrections stand apart; who is in."""

from datetime import UTC, datetime

import pytest
import time_machine

from monitor.models.enums import Rol
from monitor.publiceren.altteksten import samenvatting
from monitor.weergave.indeling import kaarten, niet_bijgewerkt
from monitor.weergave.publicaties import geheugen
from monitor.weergave.tabellen import van_blok
from tests.bouwstenen import blok, cel, hoofdstuk, plek, tegel
from tests.lezen import publiceer
from tests.make import make_user
from tests.momentopname import galerij

G = "/steenwijkerland/"
U = f"{G}2021-03_2021-04/"
NAMEN = {"wachtlijst": {"naam": "Wachtlijst"}, "uren": {"naam": "Uren hulp"}}


@pytest.fixture(autouse=True)
def _koud():
    geheugen.clear()


def late_tabel(code: str, indicator: str, **velden) -> dict:
    rijen = {"rijen": [{"indicator": indicator, "label": "x"}]}
    return blok(code, "tabel", rijen, niet_bijgewerkt="stand februari 2021", **velden)


def hoofdstuk_met(*blokken: dict) -> dict:
    laat = [plek(b["code"], b["kop"]) for b in blokken]
    return hoofdstuk("jeugd", "Jeugd", list(blokken)) | {"niet_bijgewerkt": laat}


def test_a_late_tile_in_a_block_without_heading_has_its_own_name():
    tegels = [
        tegel("a", "Voorzieningen", cel("2021-02", "5"), toestand="niet_bijgewerkt"),
        tegel("b", "Cliënten", cel("2021-04", "5")),
    ]
    deel = hoofdstuk_met(blok("kern", "tegels", {"tegels": tegels}))

    assert niet_bijgewerkt(deel, NAMEN) == [{"blok": "kern", "titel": "Voorzieningen"}]


def test_a_section_is_named_when_all_of_it_is_late_and_otherwise_the_figure():
    heel = hoofdstuk_met(late_tabel("uren", "uren", kop="Schoonmaken"))
    assert [n["titel"] for n in niet_bijgewerkt(heel, NAMEN)] == ["Schoonmaken"]

    bij = blok("bij", "tabel", {"rijen": []}, kop="Schoonmaken")
    half = hoofdstuk("jeugd", "Jeugd", [bij, late_tabel("uren", "uren")])
    half["niet_bijgewerkt"] = [plek("uren", "")]
    assert [n["titel"] for n in niet_bijgewerkt(half, NAMEN)] == ["Uren hulp"]
    assert kaarten({"hoofdstukken": [half], "indicatoren": NAMEN})[0]["niet_bijgewerkt"] == 1


def test_a_hidden_period_is_named_once_in_the_words_of_a_chart():
    verborgen = cel("2025-K4", None, toestand="onderdrukt")
    punten = {"punten": [verborgen]}
    g = {
        "vorm": "gestapeld",
        "labels": ["K4 2025"],
        "reeksen": [punten | {"naam": "Zuid"}, punten | {"naam": "Centrum"}],
    }

    assert samenvatting(g, "Wijken").count("K4 2025") == 1


@pytest.mark.django_db
def test_each_note_of_a_correction_has_a_line_of_its_own(client):
    publiceer()
    publiceer(inhoud=galerij(), notitie="Eerste fout.")
    publiceer(inhoud=galerij(veranderd=[]), notitie="Tweede fout.")

    html = client.get(U).content.decode()

    assert "Eerste fout.</p>" in html
    assert "Tweede fout.</p>" in html


@pytest.mark.django_db
def test_a_council_member_sees_that_he_is_in_and_can_get_out(client):
    raadslid = make_user(publiceer().uitgave.gemeente, Rol.RAADSLID, username="roos")
    assert "Inloggen</a>" in client.get(U).content.decode()

    antwoord = client.post("/inloggen/", {"username": "roos", "password": "geheim-1234"})
    assert antwoord["Location"] == G

    client.force_login(raadslid)
    assert "Ingelogd als roos</a>" in client.get(U).content.decode()
    pagina = client.get("/inloggen/").content.decode()
    assert "Uitloggen</button>" in pagina
    assert "Naar beheer" not in pagina


def test_a_caption_that_repeats_the_heading_is_for_screen_readers_only():
    inhoud = {"rijkop": "Wijk", "kolommen": [], "rijen": []}
    zonder = van_blok(blok("wijken", "tabel", inhoud, titel="Noord groeit"))
    met = van_blok(blok("w", "tabel", inhoud, titel="Noord groeit", ondertitel="Wijk"))

    assert (zonder.bijschrift, zonder.is_herhaling) == ("Noord groeit", True)
    assert (met.bijschrift, met.is_herhaling) == ("Wijk", False)


@pytest.mark.django_db
def test_a_day_is_the_day_here_also_just_after_midnight(client):
    nacht = datetime(2021, 6, 14, 22, 30, tzinfo=UTC)  # half past midnight on the 15th
    with time_machine.travel(nacht, tick=False):
        publiceer(inhoud=galerij())
        publiceer(inhoud=galerij(), notitie="Dubbele telling")

    assert "<p>15 juni 2021: Dubbele telling</p>" in client.get(U).content.decode()
