"""What the maker of a PDF may open: files under `static/`, and data inside the document. Nothing else."""

import mimetypes
from pathlib import Path
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

VOOR = "static:"


class Eigen(URLFetcher):
    """Refuses every address but `static:…` and `data:…`: no network, no other file."""

    def __init__(self, wortel: Path) -> None:
        super().__init__(allowed_protocols=["data"], allow_redirects=False)
        self.wortel = wortel.resolve()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        if not url.startswith(VOOR):
            return super().fetch(url, headers)
        pad = (self.wortel / url.removeprefix(VOOR)).resolve()
        if not pad.is_relative_to(self.wortel) or not pad.is_file():
            raise ValueError(f"Geen bestand van ons: {url}")
        soort = mimetypes.guess_type(pad.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, pad.read_bytes(), {"Content-Type": soort})
