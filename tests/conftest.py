"""Fixtures that every test may use."""

import pytest


@pytest.fixture(autouse=True)
def _data_in_tmp(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
