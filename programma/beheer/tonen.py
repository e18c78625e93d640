"""What the admin shows back: the dates as they were read, the state of a line, the tree."""

from collections import Counter

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from programma.hiaten import hiaten_van
from programma.models import Mijlpaal, Onderdeel, Programma
from programma.momentopname.laden import laad
from programma.momentopname.regels import maak_regels
from programma.momentopname.schema import Regel


def regels_nu(programma: Programma) -> list[Regel]:
    """The lines as an edition of today would show them."""
    return maak_regels(laad(programma, timezone.localdate()))


def staat_van(regel: Onderdeel | Mijlpaal) -> SafeString | str:
    """Status, reason and slip of a line and its parts, as readers would see them today."""
    soort = "mijlpaal" if isinstance(regel, Mijlpaal) else "onderdeel"
    eigen = [
        r
        for r in regels_nu(regel.programma)
        if r["soort"] == soort and r["id"].split(".")[0] == regel.code
    ]
    if not eigen:
        return "Nog geen planning en geen stand."
    return format_html_join(
        "",
        "<p><strong>{}{}</strong>: {}{}</p>",
        (
            (
                f"{r['titel']}: " if len(eigen) > 1 else "",
                r["kort"] if r["is_over_tijd"] else r["status_tekst"],
                r["voorstel"].removeprefix(f"{r['kort']}: "),
                _uitloop(r),
            )
            for r in eigen
        ),
    )


def _uitloop(r: Regel) -> str:
    delen = []
    if r["uitloop"]["maanden"]:
        delen.append(f"{r['uitloop']['tekst']} later dan de eerste planning")
    if r["uitloop_besluit"]["maanden"] and r["is_herpland"]:
        delen.append(f"{r['uitloop_besluit']['tekst']} later dan het laatste besluit")
    return f" ({'; '.join(delen)})" if delen else ""


def boom_van(programma: Programma) -> SafeString | str:
    """The tree with links to each part and milestone, the state of each, and what it lacks."""
    gemeld = hiaten_van(programma, peildatum=timezone.localdate())
    mist = Counter(x.hiaat.sleutel for x in gemeld)
    staat = {(r["soort"], r["id"].split(".")[0]): r for r in reversed(regels_nu(programma))}
    kinderen: dict[int | None, list[Onderdeel]] = {}
    for onderdeel in programma.onderdelen.filter(is_gearchiveerd=False):
        kinderen.setdefault(onderdeel.ouder_id, []).append(onderdeel)
    mijlpalen: dict[int | None, list[Mijlpaal]] = {}
    for mijlpaal in programma.mijlpalen.filter(is_gearchiveerd=False):
        mijlpalen.setdefault(mijlpaal.onderdeel_id, []).append(mijlpaal)

    def lijst(ouder: int | None) -> SafeString:
        punten = [
            format_html(
                "<li>{}{}</li>", _punt(o, staat.get(("onderdeel", o.code)), mist), lijst(o.pk)
            )
            for o in kinderen.get(ouder, [])
        ]
        punten += [
            format_html("<li>Mijlpaal: {}</li>", _punt(m, staat.get(("mijlpaal", m.code)), mist))
            for m in mijlpalen.get(ouder, [])
        ]
        if not punten:
            return SafeString("")
        return format_html("<ul>{}</ul>", format_html_join("", "{}", ((p,) for p in punten)))

    wegen = format_html(
        '<p><a href="{}">Bijwerken</a> · <a href="{}">Wat ontbreekt er? ({})</a></p>',
        reverse("admin_bijwerken:programma", args=[programma.pk]),
        reverse("admin_bijwerken:hiaten", args=[programma.pk]),
        len(gemeld),
    )
    return wegen + (lijst(None) or "Nog geen onderdelen. Voeg ze hieronder toe.")


def _punt(obj: Onderdeel | Mijlpaal, regel: Regel | None, mist: Counter[str]) -> SafeString:
    adres = reverse(f"admin:programma_{obj._meta.model_name}_change", args=[obj.pk])
    staat = f" · {regel['status_tekst']}" if regel else ""
    aantal = mist[f"{obj._meta.model_name}-{obj.code}"]
    gaten = f" · {aantal} keer iets dat ontbreekt" if aantal else ""
    return format_html('<a href="{}">{}</a>{}{}', adres, obj, staat, gaten)
