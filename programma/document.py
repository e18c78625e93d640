"""The programmes in the printed monitor: state, milestones, what comes, risks. From the snapshot alone."""

from typing import Any

from django.template.loader import render_to_string

from monitor.weergave.adressen import Adressen
from monitor.weergave.document.delen import Deel
from monitor.weergave.publicaties import Gelezen
from programma.weergave import programma_context


def maak_delen(inhoud: dict[str, Any], concept: bool) -> list[Deel]:
    """A part for each programme of the edition."""
    gelezen = Gelezen(kop=None, inhoud=inhoud)
    return [_deel(gelezen, slug, concept) for slug in inhoud["programmas"]]


def _deel(gelezen: Gelezen, slug: str, concept: bool) -> Deel:
    context = programma_context(gelezen, slug, "")
    context |= {"adressen": Adressen(), "concept": concept}
    html = render_to_string("programma/document.html", context)
    return Deel(f"programma-{slug}", f"Programma {context['programma']['naam']}", html, True)
