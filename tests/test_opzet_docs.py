"""The handbooks say what is true: links lead somewhere, and every notation in them can be read."""

import re
from datetime import date

import pytest

from monitor.regels.keuze import lees_keuze
from monitor.regels.perioden import lees_periode
from monitor.regels.verwijzingen import vind
from programma.regels.datums import lees_datum
from tests.processen import WORTEL

DOCUMENTEN = [*WORTEL.glob("*.md"), *WORTEL.glob("docs/**/*.md"), *WORTEL.glob("deploy/*.md")]


def tabel(document: str, kop: str) -> list[str]:
    """The first words in code marks of each row of the table under a heading or sentence."""
    tekst = (WORTEL / "docs" / document).read_text(encoding="utf-8").partition(kop)[2]
    rijen = re.search(r"(?:^\|.*\n)+", tekst, re.MULTILINE)[0].splitlines()[2:]
    cellen = [rij.replace(r"\|", "¦").split("|") for rij in rijen]
    return [w.replace("¦", "|") for cel in cellen for w in re.findall(r"`([^`]+)`", "".join(cel))]


@pytest.mark.parametrize("document", DOCUMENTEN, ids=lambda p: str(p.relative_to(WORTEL)))
def test_links_lead_somewhere(document):
    tekst = document.read_text(encoding="utf-8")
    doelen = [d for d in re.findall(r"\]\(([^)\s]+)\)", tekst) if not re.search(r"://|…|^/", d)]

    # The picture is made of the running demo, after the tests.
    weg = [d for d in doelen if not (document.parent / d.partition("#")[0]).exists()]
    assert [d for d in weg if not d.endswith(".png")] == []


@pytest.mark.parametrize("notatie", tabel("cijfers-aanleveren.md", "## Hoe u perioden schrijft"))
def test_periods_of_the_handbook_can_be_read(notatie):
    assert lees_periode(notatie).code


@pytest.mark.parametrize("notatie", tabel("programma-bijhouden.md", "## Wanneer is het klaar?"))
def test_dates_of_the_handbook_can_be_read(notatie):
    assert lees_datum(notatie, referentie=date(2021, 1, 1)).tekst == notatie


@pytest.mark.parametrize(
    "keuze", tabel("uitgave-maken-en-publiceren.md", "Bij **perioden** zegt u")
)
def test_choices_of_the_handbook_can_be_read(keuze):
    assert lees_keuze(keuze).soort != "nieuwste"


@pytest.mark.parametrize(
    "verwijzing", tabel("uitgave-maken-en-publiceren.md", "Typ geen getallen in een tekst")
)
def test_references_of_the_handbook_can_be_read(verwijzing):
    assert len(vind(verwijzing)) == 1


def test_environment_of_the_handbook_is_that_of_the_settings():
    bron = (WORTEL / "sociaaldomein" / "settings.py").read_text(encoding="utf-8")
    gelezen = set(re.findall(r"env(?:\.\w+)?\(\s*\"(\w+)\"", bron))
    genoemd = set(re.findall(r"`([A-Z][A-Z_]+)`", (WORTEL / "docs/beheer.md").read_text()))

    assert gelezen - genoemd == set()


def test_every_decision_record_is_in_the_list_and_short():
    records = sorted((WORTEL / "docs" / "adr").glob("0*.md"))
    lijst = (WORTEL / "docs" / "adr" / "README.md").read_text(encoding="utf-8")

    assert re.findall(r"^\| \[\d{4}\]\(([^)]+)\)", lijst, re.MULTILINE) == [r.name for r in records]
    assert [r.name for r in records if len(r.read_text("utf-8").splitlines()) > 60] == []


def test_the_change_log_keeps_its_headings():
    tekst = (WORTEL / "CHANGELOG.md").read_text(encoding="utf-8")
    koppen = ["Nieuw", "Verbeterd", "Opgelost", "Beveiliging", "Beheer"]

    for versie in re.split(r"^## ", tekst, flags=re.MULTILINE)[1:]:
        eigen = re.findall(r"^### (.*)$", versie, re.MULTILINE)
        assert eigen == [k for k in koppen if k in eigen]
