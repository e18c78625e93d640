"""The one text of a snapshot, and its fingerprint."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canoniek(inhoud: Mapping[str, Any]) -> str:
    """The one text of a snapshot: sorted keys, no spaces, UTF-8. The hash is over these bytes."""
    return json.dumps(inhoud, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def vingerafdruk(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()
