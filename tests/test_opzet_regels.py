"""What holds for the tree as a whole: layers, help texts, glossary, templates, lock files, settings."""

import ast
import re
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from tests.processen import WORTEL, manage, omgeving

ONZE_MODELLEN = [
    model
    for app in ("monitor", "programma")
    for model in apps.get_app_config(app).get_models()
    if not model.__name__.startswith("Historical")
]
TEMPLATES = sorted((WORTEL / "templates").rglob("*.html"))


def _naam(waarde):
    return getattr(waarde, "__name__", str(waarde).removeprefix(f"{WORTEL}/"))


@pytest.mark.parametrize("model", ONZE_MODELLEN, ids=_naam)
def test_every_field_has_help_text(model):
    velden = [
        veld.name
        for veld in model._meta.get_fields()
        if isinstance(veld, models.Field) and not veld.primary_key and not veld.help_text
    ]
    assert velden == []


@pytest.mark.parametrize("model", ONZE_MODELLEN, ids=_naam)
def test_every_model_has_a_heading_in_the_glossary(model):
    begrippen = (WORTEL / "docs" / "begrippen.md").read_text(encoding="utf-8")

    assert re.search(rf"^#+ {model.__name__}\b", begrippen, re.MULTILINE)


def test_layers_hold():
    uitkomst = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"], cwd=WORTEL, capture_output=True, text=True
    )
    assert uitkomst.returncode == 0, uitkomst.stdout


def test_reader_pages_import_no_living_figures():
    """The linter sees modules; these are the names that come through `monitor.models`."""
    namen = set()
    for bestand in (WORTEL / "monitor" / "weergave").rglob("*.py"):
        for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
            if isinstance(knoop, ast.ImportFrom) and knoop.module == "monitor.models":
                namen |= {naam.name for naam in knoop.names}
    assert namen <= {"Gemeente", "Publicatie"}


def test_rules_run_without_django():
    code = (
        "import sys, pkgutil, importlib, monitor.regels, programma.regels\n"
        "for p in (monitor.regels, programma.regels):\n"
        "    for m in pkgutil.walk_packages(p.__path__, p.__name__ + '.'):\n"
        "        importlib.import_module(m.name)\n"
        "print([m for m in sys.modules if m.split('.')[0] in {'django', 'celery'}])"
    )
    uitkomst = subprocess.run(
        [sys.executable, "-c", code], cwd=WORTEL, capture_output=True, text=True
    )
    assert uitkomst.stdout.strip() == "[]", uitkomst.stderr


@pytest.mark.parametrize("template", TEMPLATES, ids=_naam)
def test_template_has_no_inline_script_or_style(template):
    """The content security policy forbids them, and then they silently do nothing."""
    html = template.read_text(encoding="utf-8")
    patroon = r"<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|<script\b(?![^>]*\bsrc=)"

    assert [m.group() for m in re.finditer(patroon, html, re.IGNORECASE)] == []


@pytest.mark.parametrize("naam", ["requirements.txt", "requirements-dev.txt"])
def test_lock_file_pins_by_hash_and_names_no_index(naam):
    tekst = (WORTEL / naam).read_text(encoding="utf-8")
    pakketten = re.findall(r"^(?=\S)(?!#).*(?:\n[ \t].*)*", tekst, re.MULTILINE)

    assert [p for p in pakketten if "==" not in p or "--hash=sha256:" not in p] == []
    assert "://" not in tekst and "--index" not in tekst


def test_development_lock_holds_the_run_time_lock():
    def pins(naam):
        return set(re.findall(r"^\S+==\S+", (WORTEL / naam).read_text(), re.MULTILINE))

    assert pins("requirements.txt") - pins("requirements-dev.txt") == set()


def test_settings_refuse_to_start_without_a_secret(tmp_path):
    uitkomst = manage(tmp_path, "check", SECRET_KEY="")

    assert uitkomst.returncode == 1
    assert "SECRET_KEY ontbreekt. Zet in de omgeving" in uitkomst.stderr
    assert "Traceback" not in uitkomst.stderr


def test_secret_file_is_made_once_for_its_owner_alone(tmp_path):
    bestand = tmp_path / "diep" / "geheim"
    for _ in range(2):
        uitkomst = manage(tmp_path, "check", SECRET_KEY="", SECRET_KEY_FILE=str(bestand))
        assert uitkomst.returncode == 0, uitkomst.stderr
    assert bestand.stat().st_mode & 0o777 == 0o600
    assert len(bestand.read_text()) > 60
    assert list(bestand.parent.iterdir()) == [bestand]


def test_production_settings_pass_the_deploy_check(tmp_path):
    uitkomst = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=WORTEL,
        env=omgeving(
            tmp_path,
            HTTPS="1",
            SECRET_KEY=secrets.token_urlsafe(64),
            ALLOWED_HOSTS="monitor.example",
        ),
        capture_output=True,
        text=True,
    )
    assert uitkomst.returncode == 0, uitkomst.stderr


def test_policy_allows_no_inline_code():
    richtlijnen = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]

    assert not {"'unsafe-inline'", "'unsafe-eval'"} & {w for r in richtlijnen.values() for w in r}
    assert richtlijnen["default-src"] == ["'none'"]
