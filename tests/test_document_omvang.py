"""The printed monitor stays short enough to take along: the richest real edition is the measure."""

import io
import json
from itertools import pairwise

import pypdf
import pytest
from django.core.management import call_command

from monitor.models import Publicatie
from monitor.weergave.document.pdf import maak_pdf

GEHEEL, HOOFDSTUK = 28, 5  # pages


@pytest.mark.django_db
def test_the_monitor_has_few_pages_and_so_has_each_chapter():
    call_command("laad_demo", "--gemeente", "steenwijkerland", verbosity=0)
    publicatie = Publicatie.objects.get(uitgave__periode__code="2021-03_2021-04")
    boek = pypdf.PdfReader(io.BytesIO(maak_pdf(json.loads(publicatie.inhoud))))
    begin = [boek.get_destination_page_number(deel) for deel in boek.outline if not isinstance(deel, list)]  # fmt: skip

    assert len(boek.pages) <= GEHEEL
    assert [(a, b) for a, b in pairwise(begin) if b - a > HOOFDSTUK] == []
