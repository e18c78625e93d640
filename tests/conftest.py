"""Fixtures that every test may use, and a report that says on what the tests ran."""

import os
import shutil
import socket
from pathlib import Path
from threading import Condition

import pytest
from django.conf import settings as django_settings
from django.core.cache import caches
from django.core.signals import request_finished, request_started
from hypothesis import settings as hypothesis_settings

# Playwright's synchronous interface runs in an event loop; Django's check does not know that.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# A property holds or it does not; how long it takes says how busy the machine is.
hypothesis_settings.register_profile("zonder_klok", deadline=None)
hypothesis_settings.load_profile("zonder_klok")

CHROMIUM = next((p for p in map(shutil.which, ("chromium", "chromium-browser")) if p), None)
BROKERS = {
    "RabbitMQ": ("amqp://guest:guest@127.0.0.1:5672//", 5672),
    "Redis": ("redis://127.0.0.1:6379/9", 6379),
}


def listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def brokers() -> dict[str, str]:
    """The brokers of which something answers: name to address. The file system always does."""
    gevonden = {"bestandssysteem": "filesystem://localhost"}
    return gevonden | {naam: adres for naam, (adres, port) in BROKERS.items() if listens(port)}


@pytest.fixture(autouse=True)
def _data_in_tmp(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def _nothing_of_another_test():
    """What is kept by its content outlives the database of a test, whose keys are used again."""
    from monitor.invoer.gelezen import geheugen

    caches["paginas"].clear()
    geheugen.wis()


class _Onderweg:
    """The requests that the live server is answering."""

    def __init__(self):
        self._aantal, self._stil = 0, Condition()

    def begin(self, **signaal):
        with self._stil:
            self._aantal += 1

    def eind(self, **signaal):
        with self._stil:
            self._aantal -= 1
            self._stil.notify_all()

    def wacht(self):
        with self._stil:
            assert self._stil.wait_for(lambda: self._aantal <= 0, timeout=30)


@pytest.fixture(autouse=True)
def _server_is_done(request):
    """A page that was closed may have asked for something: answered before the tables are emptied."""
    if "live_server" not in request.fixturenames:
        yield
        return
    onderweg = _Onderweg()
    request_started.connect(onderweg.begin)
    request_finished.connect(onderweg.eind)
    yield
    onderweg.wacht()
    request_started.disconnect(onderweg.begin)
    request_finished.disconnect(onderweg.eind)


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """A real hash takes half a second for each user that a test makes."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Debian's Chromium, without anything that calls home."""
    uit = ["quic", "background-networking", "component-update", "sync"]
    return {
        "executable_path": CHROMIUM,
        "args": [
            "--no-sandbox",
            "--no-first-run",
            "--disable-gpu",
            *(f"--disable-{naam}" for naam in uit),
        ],
    }


@pytest.fixture(scope="session")
def browser(browser_type_launch_args):
    """One Chromium for the whole run; see `page`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browser_type_launch_args)
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    """A fresh, Dutch browser page. Tests that use it carry the marker `browser`."""
    context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam")
    yield context.new_page()
    context.close()


def pytest_addoption(parser):
    parser.addoption(
        "--alleen-database",
        action="store_true",
        help="alleen tests die een database gebruiken: de andere zeggen op elke database hetzelfde",
    )


def pytest_collection_modifyitems(config, items):
    if config.getoption("--alleen-database"):
        zonder = [i for i in items if not _gebruikt_database(i) or i.get_closest_marker("eens")]
        items[:] = [item for item in items if item not in set(zonder)]
        config.hook.pytest_deselected(items=zonder)
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if item.get_closest_marker("browser") and CHROMIUM is None:
            item.add_marker(pytest.mark.skip(reason="Chromium is hier niet"))
        if item.get_closest_marker("postgres") and not _is_postgres():
            item.add_marker(pytest.mark.skip(reason="deze ronde draait niet op PostgreSQL"))


def _gebruikt_database(item) -> bool:
    fixtures = {"db", "django_db_setup", "transactional_db", "live_server"} & set(
        getattr(item, "fixturenames", ())
    )
    return bool(
        fixtures or item.get_closest_marker("django_db") or item.get_closest_marker("postgres")
    )


def _is_postgres() -> bool:
    return django_settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


def _grond() -> list[str]:
    """On what this run stands, and what it misses."""
    engine = "PostgreSQL" if _is_postgres() else "SQLite"
    aan, uit = list(brokers()), [n for n, (_, port) in BROKERS.items() if not listens(port)]
    regels = [
        f"database: {engine}",
        f"berichtendiensten: {', '.join(aan)}"
        + (f" (antwoordt niet, dus niet getest: {', '.join(uit)})" if uit else ""),
        f"browser: {CHROMIUM or 'Chromium is hier niet; de browsertests zijn overgeslagen'}",
    ]
    if (verslag := os.environ.get("TESTVERSLAG")) and Path(verslag).exists():
        regels += Path(verslag).read_text(encoding="utf-8").splitlines()
    return regels


def pytest_report_header():
    return _grond()


def pytest_terminal_summary(terminalreporter):
    terminalreporter.section("waarop is getest")
    for regel in _grond():
        terminalreporter.write_line(regel)
