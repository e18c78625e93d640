"""A throw-away PostgreSQL of one's own, from the Debian binaries, that may be restarted."""

import os
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

BIN = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


@dataclass
class Cluster:
    map: Path
    poort: int

    @property
    def adres(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.poort}/postgres"

    def pg_ctl(self, *opdracht: str) -> None:
        log = self.map / "log"
        _als_postgres("pg_ctl", "-D", str(self.map / "db"), "-l", str(log), "-w", *opdracht)

    def begin(self) -> None:
        keuzes = f"-p {self.poort} -c listen_addresses=127.0.0.1 -c unix_socket_directories="
        self.pg_ctl("start", "-o", keuzes)

    def herstart(self) -> None:
        """As after a power cut: no connection is closed neatly."""
        self.pg_ctl("stop", "-m", "immediate")
        self.begin()

    def verbreek(self) -> None:
        """End every connection but this one."""
        vraag = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        )
        waar = ["-h", "127.0.0.1", "-p", str(self.poort), "-U", "postgres"]
        _als_postgres("psql", *waar, "-c", f"{vraag} AND backend_type = 'client backend'")


def maak_cluster(map_: Path) -> Cluster:
    """Made and started in a folder that `postgres` can reach; skips where that can not be."""
    if BIN is None or os.getuid() != 0:
        pytest.skip("hier kan geen eigen PostgreSQL worden gestart")
    shutil.chown(map_, "postgres", "postgres")
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        poort = s.getsockname()[1]
    _als_postgres("initdb", "-D", str(map_ / "db"), "-U", "postgres", "-A", "trust", "-E", "UTF8")
    cluster = Cluster(map_, poort)
    cluster.begin()
    return cluster


def _als_postgres(opdracht: str, *rest: str) -> None:
    subprocess.run(
        [str(BIN / opdracht), *rest],
        user="postgres",
        group="postgres",
        cwd="/",
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=120,
    )
