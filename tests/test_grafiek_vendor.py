"""What stands in static/vendor is what the manifest says, and nothing that calls for more."""

import hashlib
import json
from pathlib import Path

from django.conf import settings

VENDOR = Path(settings.BASE_DIR) / "static" / "vendor"
PAKKETTEN = json.loads((VENDOR / "vendor.json").read_text())
BESTANDEN = {f"{p['map']}/{b['naar']}": b["sha256"] for p in PAKKETTEN for b in p["bestanden"]}


def test_every_file_is_the_one_of_the_manifest():
    gevonden = {
        str(pad.relative_to(VENDOR)): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in VENDOR.rglob("*")
        if pad.is_file() and pad.name != "vendor.json"
    }
    assert gevonden == BESTANDEN


def test_every_package_has_a_version_a_licence_and_its_text():
    for pakket in PAKKETTEN:
        assert pakket["licentie"] in {"MIT", "OFL-1.1", "EUPL-1.2"}
        assert pakket["integriteit"].startswith("sha512-")
        assert any("LICENSE" in b["naar"] for b in pakket["bestanden"])


def test_no_file_refers_to_a_map_that_is_not_there():
    assert not [p for p in VENDOR.rglob("*.min.js") if b"sourceMappingURL" in p.read_bytes()]


def test_the_package_that_brings_old_libraries_is_not_an_app():
    assert "chartjs" not in settings.INSTALLED_APPS
