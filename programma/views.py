"""The reader pages of a programme. Each draws one snapshot; nothing is computed from living rows."""

from django.http import Http404, HttpRequest, HttpResponse

from monitor.invoer.schrijver import CONTENT_TYPES
from monitor.weergave.antwoord import leespagina, toon
from monitor.weergave.publicaties import Gelezen
from programma.bestand import mijlpalen_csv
from programma.weergave import get_programma, onderdeel_context, programma_context


def toon_programma(request: HttpRequest, gelezen: Gelezen, programma: str) -> HttpResponse:
    context = programma_context(gelezen, programma, request.GET.get("toon", ""))
    return toon(request, gelezen, "programma/programma.html", plek="programma", **context)


def toon_onderdeel(
    request: HttpRequest, gelezen: Gelezen, programma: str, onderdeel: str
) -> HttpResponse:
    context = onderdeel_context(gelezen, programma, onderdeel)
    return toon(request, gelezen, "programma/onderdeel.html", plek="programma", **context)


def toon_mijlpalen(request: HttpRequest, gelezen: Gelezen, programma: str) -> HttpResponse:
    inhoud = mijlpalen_csv(get_programma(gelezen, programma))
    antwoord = HttpResponse(inhoud, content_type=CONTENT_TYPES["csv"])
    naam = f"{'concept-' if gelezen.is_concept else ''}mijlpalen-{programma}.csv"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


programma = leespagina(toon_programma)
onderdeel = leespagina(toon_onderdeel)
mijlpalen = leespagina(toon_mijlpalen)


def teken_concept(request: HttpRequest, gelezen: Gelezen, *delen: str) -> HttpResponse:
    """The same pages of a draft; `delen` is the path after ‘programma/’."""
    match delen:
        case [slug]:
            return toon_programma(request, gelezen, slug)
        case [slug, "mijlpalen.csv"]:
            return toon_mijlpalen(request, gelezen, slug)
        case [slug, code]:
            return toon_onderdeel(request, gelezen, slug, code)
    raise Http404("Deze pagina staat niet in het concept.")
