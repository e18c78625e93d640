"""Fetch the front-end files that we keep in `static/vendor`, as `static/vendor/vendor.json` lists them.

For developers only; needs npm. `python deploy/vendor.py` fetches every package at its pinned version,
checks its integrity and its licence, takes out only the listed files and writes their SHA-256.
To renew a package: change `versie`, empty its `integriteit`, run this, read the changes, commit.
"""

import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).resolve().parent.parent / "static" / "vendor"
MANIFEST = VENDOR / "vendor.json"
# The map is not kept, and a storage that hashes file names stops at a reference to it.
BRONKAART = re.compile(rb"\n?//# sourceMappingURL=\S+\s*$")


class VendorFout(Exception):
    """Why a package was refused."""


def main() -> int:
    pakketten = json.loads(MANIFEST.read_text())
    for pakket in pakketten:
        try:
            fetch(pakket)
        except VendorFout as fout:
            print(f"{pakket['naam']} {pakket['versie']}: {fout}", file=sys.stderr)
            return 1
        print(f"{pakket['naam']} {pakket['versie']}: {len(pakket['bestanden'])} files")
    MANIFEST.write_text(json.dumps(pakketten, indent=2, ensure_ascii=False) + "\n")
    return 0


def fetch(pakket: dict[str, Any]) -> None:
    """Fill the folder of one package; its hashes are written into `pakket`."""
    with tempfile.TemporaryDirectory() as map_:
        archief = pack(f"{pakket['naam']}@{pakket['versie']}", Path(map_))
        integriteit = (
            "sha512-" + base64.b64encode(hashlib.sha512(archief.read_bytes()).digest()).decode()
        )
        if pakket["integriteit"] not in ("", integriteit):
            raise VendorFout("the package is not the one that was reviewed (integrity differs)")
        pakket["integriteit"] = integriteit
        with tarfile.open(archief) as tar:
            check_licence(pakket, json.loads(read(tar, "package.json")))
            for bestand in pakket["bestanden"]:
                write(pakket, bestand, read(tar, bestand["uit"]))


def pack(wat: str, map_: Path) -> Path:
    opdracht = ["npm", "pack", wat, "--json", "--ignore-scripts", "--pack-destination", str(map_)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False)  # noqa: S603
    if klaar.returncode:
        raise VendorFout(klaar.stderr.strip())
    return next(map_.glob("*.tgz"))


def check_licence(pakket: dict[str, Any], gegevens: dict[str, Any]) -> None:
    if gegevens.get("license") != pakket["licentie"]:
        raise VendorFout(f"the licence became {gegevens.get('license')!r}; read it first")


def read(tar: tarfile.TarFile, naam: str) -> bytes:
    try:
        bron = tar.extractfile(f"package/{naam}")
    except KeyError:
        bron = None
    if bron is None:
        raise VendorFout(f"{naam} is not in the package")
    return bron.read()


def write(pakket: dict[str, Any], bestand: dict[str, str], inhoud: bytes) -> None:
    if bestand["naar"].endswith(".js"):
        inhoud = BRONKAART.sub(b"\n", inhoud)
    doel = VENDOR / pakket["map"] / bestand["naar"]
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_bytes(inhoud)
    bestand["sha256"] = hashlib.sha256(inhoud).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
