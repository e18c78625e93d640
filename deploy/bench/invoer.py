"""How fast is a delivery of figures? Our road, the library's, and the database's own, in turns.

    python deploy/bench/invoer.py [--rijen 100000] [--rondes 3] [--bibliotheek 500]

Every measurement is a process of its own, on a database that is thrown away. PostgreSQL is asked for
at BENCH_POSTGRES (default postgres://postgres@127.0.0.1:5432); without it only SQLite is measured.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import uuid
from collections import defaultdict
from pathlib import Path

import invoer_rijen as bron
import psycopg

WORTEL = Path(__file__).resolve().parents[2]
KIND = Path(__file__).with_name("invoer_kind.py")
SERVER = os.environ.get("BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432")
EISEN = {"csv": (2.0, 1.5), "xlsx": (2.0, 2.0)}  # SQLite, PostgreSQL


def roep(omgeving: dict[str, str], *opdracht: object) -> dict:
    uitvoer = subprocess.run(  # noqa: S603 - our own scripts
        [sys.executable, *map(str, opdracht)],
        cwd=WORTEL,
        env=os.environ | omgeving,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    return json.loads(uitvoer.splitlines()[-1]) if uitvoer.startswith("{") else {}


def meet(naam: str, omgeving: dict[str, str], map_: Path, keuze: argparse.Namespace) -> bool:
    """All roads in turns on one database. True when the demands are met."""
    roep(omgeving, "manage.py", "migrate", "-v0")
    roep(omgeving, "manage.py", "collectstatic", "--noinput", "-v0")
    roep(omgeving, KIND, "klaar", keuze.rijen)
    metingen = defaultdict(list)
    for _ in range(keuze.rondes):
        for formaat in EISEN:
            uit = roep(omgeving, KIND, "eigen", map_ / f"cijfers.{formaat}")
            uit["maatstaf"] = roep(omgeving, KIND, "maatstaf")["maatstaf"]
            metingen[formaat].append(uit)
        metingen["bibliotheek"].append(roep(omgeving, KIND, "bibliotheek", map_ / "schoon.json"))
    paginas = {f: roep(omgeving, KIND, "pagina", map_ / f"cijfers.{f}")["kb"] for f in EISEN}
    maat = statistics.median(u["maatstaf"]["s"] for f in EISEN for u in metingen[f])
    print(flush=True)
    print(f"{naam}: yardstick {maat:.2f} s ({keuze.rijen / maat:,.0f} rows/s)")
    goed = [
        toon_eigen(formaat, metingen[formaat], paginas[formaat], EISEN[formaat][naam != "SQLite"])
        for formaat in EISEN
    ]
    toon_bibliotheek(metingen["bibliotheek"], maat, keuze.rijen)
    return all(goed)


def toon_eigen(formaat: str, rondes: list[dict], kb: int, eis: float) -> bool:
    """Ratios are of one round: what was measured one after the other."""

    def deel(*stappen: str) -> float:
        return statistics.median(
            sum(r[s]["s"] for s in stappen) / r["maatstaf"]["s"] for r in rondes
        )

    eerste, weer = deel("voorbeeld", "bevestig"), deel("weer_voorbeeld", "weer_bevestig")
    seconden = statistics.median(r["voorbeeld"]["s"] + r["bevestig"]["s"] for r in rondes)
    laatste = rondes[-1]
    opdrachten = [laatste[s]["statements"] for s in ("voorbeeld", "bevestig", "weer_voorbeeld")]
    print(
        f"  {formaat:5} {eerste:5.2f}x (preview {deel('voorbeeld'):.2f}, confirm "
        f"{deel('bevestig'):.2f}; demand {eis}x)  {seconden:.2f} s  {laatste['rijen'] / seconden:,.0f} "
        f"rows/s  {max(r['mb'] for r in rondes)} MB  {sum(opdrachten[:2])} statements  page {kb} kB"
    )
    print(
        f"        the same file again {weer:.2f}x (preview {deel('weer_voorbeeld'):.2f}, confirm "
        f"{deel('weer_bevestig'):.2f}; demand 0.5x), {laatste['telling']['monitor_wijziging']} "
        f"changes in all"
    )
    geen_extra = all(r["telling"]["monitor_wijziging"] == r["rijen"] for r in rondes)
    return eerste <= eis and weer <= 0.5 and sum(opdrachten) <= 50 and kb <= 200 and geen_extra


def toon_bibliotheek(rondes: list[dict], maat: float, rijen: int) -> None:
    per_rij = statistics.median(
        (r["voorbeeld"]["s"] + r["bevestig"]["s"]) / r["rijen"] for r in rondes
    )
    deel = rondes[-1]
    opdrachten = sum(deel[s]["statements"] for s in ("voorbeeld", "bevestig")) / deel["rijen"]
    print(
        f"  ModelResource {per_rij * rijen / maat:,.0f}x: {1 / per_rij:,.0f} rows/s, {deel['mb']} MB, "
        f"{opdrachten:.0f} statements a row; measured on {deel['rijen']} rows and scaled linearly, "
        "without history, series and periods there already"
    )


def bereid_bestanden(map_: Path, keuze: argparse.Namespace) -> None:
    rijen = bron.rijen(keuze.rijen)
    (map_ / "cijfers.csv").write_bytes(bron.als_csv(rijen))
    (map_ / "cijfers.xlsx").write_bytes(bron.als_xlsx(rijen))
    kop = [
        "indicator",
        "soort",
        "sleutel",
        "periode",
        "aard",
        "waarde",
        "boven",
        "status",
        "voetnoot",
    ]
    schoon = [_schoon(rij) for rij in rijen[: keuze.bibliotheek]]
    (map_ / "schoon.json").write_text(json.dumps([kop, *schoon]))


def _schoon(rij: list[str]) -> list[str]:
    """What the library's resource can read: every value in a column of its own, in plain notation."""
    _, indicator, soort, periode, waarde, status, noot, *delen = rij
    sleutel = ";".join(f"{d}={c}" for d, c in zip(bron.DELEN, delen, strict=True) if c)
    plek = [indicator, soort, sleutel, periode]
    kaal = waarde.replace(".", "").replace(",", ".")
    if kaal.replace(".", "").isdigit():
        return [*plek, "getal", kaal, "", status or "definitief", noot]
    if waarde.startswith("<"):
        return [*plek, "kleiner_dan", "", waarde[1:], status or "definitief", noot]
    return [*plek, waarde.replace(" ", "_"), "", "", status or "definitief", noot]


def main() -> int:
    vragen = argparse.ArgumentParser(description=__doc__)
    vragen.add_argument("--rijen", type=int, default=100_000)
    vragen.add_argument("--rondes", type=int, default=3)
    vragen.add_argument("--bibliotheek", type=int, default=500)
    vragen.add_argument("--alleen", choices=["SQLite", "PostgreSQL"])
    keuze = vragen.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as naam:
        map_ = Path(naam)
        bereid_bestanden(map_, keuze)
        vast = {"DEBUG": "0", "SECRET_KEY": uuid.uuid4().hex * 2, "DATA_DIR": naam, "HTTPS": "0"}
        vast |= {"INVOER_ACHTERGROND_RIJEN": str(10 * keuze.rijen)}  # the preview at once
        vast |= {"INVOER_MAX_RIJEN": str(max(250_000, keuze.rijen))}
        goed = True
        if keuze.alleen != "PostgreSQL":
            goed &= meet(
                "SQLite", vast | {"DATABASE_URL": f"sqlite:///{naam}/m.sqlite3"}, map_, keuze
            )
        if keuze.alleen != "SQLite":
            goed &= op_postgresql(vast, map_, keuze)
    return 0 if goed else 1


def op_postgresql(vast: dict[str, str], map_: Path, keuze: argparse.Namespace) -> bool:
    database = f"bench_{uuid.uuid4().hex[:12]}"
    try:
        beheer = psycopg.connect(f"{SERVER}/postgres", autocommit=True)
    except psycopg.OperationalError:
        print("\nPostgreSQL does not answer at BENCH_POSTGRES; only SQLite was measured.")
        return True
    with beheer:
        beheer.execute(f"CREATE DATABASE {database}")
    try:
        return meet("PostgreSQL", vast | {"DATABASE_URL": f"{SERVER}/{database}"}, map_, keuze)
    finally:
        with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as beheer:
            beheer.execute(f"DROP DATABASE {database} WITH (FORCE)")


if __name__ == "__main__":
    sys.exit(main())
