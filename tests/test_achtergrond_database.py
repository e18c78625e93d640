"""A database that goes away while a delivery is applied, and comes back."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.cluster import maak_cluster
from tests.processen import manage, start, stop, tot
from tests.test_achtergrond_uitval import (
    RIJEN,
    SNEL,
    doe,
    gecontroleerd,
    geschreven,
    is_verwerkt,
    twee_tegelijk,
)

pytestmark = [pytest.mark.faults]


@pytest.fixture(scope="module")
def cluster():
    """Not below the folder of pytest, which is closed to others."""
    with TemporaryDirectory(prefix="cluster-") as map_:
        cluster = maak_cluster(Path(map_))
        yield cluster
        cluster.pg_ctl("stop", "-m", "immediate")


@pytest.fixture
def env(cluster, tmp_path):
    env = {"DATABASE_URL": cluster.adres}
    leeg = "from django.db import connection as c; c.cursor().execute("
    leeg += "'DROP SCHEMA public CASCADE; CREATE SCHEMA public')"
    assert manage(tmp_path, "shell", "--no-imports", "-c", leeg, **env).returncode == 0
    assert manage(tmp_path, "migrate", "-v", "0", **env).returncode == 0
    return env


@pytest.mark.parametrize("storing", ["herstart", "verbreek"])
def test_database_gone_in_apply(cluster, env, tmp_path, storing):
    levering = gecontroleerd(tmp_path, **env)
    (tmp_path / "houd-vast").touch()
    toezicht = start(tmp_path, "-m", "tests.opzet_toezicht", **SNEL | env)
    try:
        tot(lambda: geschreven(tmp_path), zolang=toezicht)
        getattr(cluster, storing)()
        half = doe(tmp_path, "stand", levering["pk"], **env)
        assert (half["stand"], half["cijfers"]) == ("bezig", 0)
        assert "Er is niets half verwerkt" in half["zegt"]
        (tmp_path / "door").touch()
        klaar = tot(lambda: is_verwerkt(tmp_path, levering, **env), zolang=toezicht)
    finally:
        stop(toezicht)
    assert (klaar["cijfers"], klaar["wijzigingen"]) == (RIJEN, RIJEN)
    assert klaar["pogingen"] == 2


def test_the_same_file_twice_at_once_on_postgresql(env, tmp_path):
    een, twee = gecontroleerd(tmp_path, **env), gecontroleerd(tmp_path, **env)
    a, b = twee_tegelijk(tmp_path, een["taak"], twee["taak"], **env)
    assert (a["stand"], b["stand"]) == ("verwerkt", "gecontroleerd")
    assert b["cijfers"] == b["wijzigingen"] == RIJEN
