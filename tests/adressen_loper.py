"""The walker: learns every address from the URL configuration and asks it as one person."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from django.contrib import admin
from django.core.signals import request_finished
from django.db import close_old_connections, connection, transaction
from django.test import Client
from django.urls import URLResolver, get_resolver

from monitor.publiceren.bestanden import FORMATEN
from monitor.publiceren.documenten import BEWAARD
from programma.models import Bijwerklink, Programma
from tests.adressen_beleid import Route, mag_zien, mag_zijn
from tests.adressen_wereld import STANDEN, Wereld

SCHRIJFT = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE)\b(?!.*\bdjango_session\b)", re.I | re.S)


# -- the addresses -------------------------------------------------------------------------------


def patronen(resolver=None, begin="", ruimte="") -> Iterator[tuple[str, str, object]]:
    for deel in (resolver or get_resolver()).url_patterns:
        if isinstance(deel, URLResolver):
            binnen = deel.namespace or ruimte
            yield from patronen(deel, begin + str(deel.pattern), binnen)
        else:
            yield begin + str(deel.pattern), ruimte, deel


def routes(wereld: Wereld) -> Iterator[Route]:
    for patroon, ruimte, deel in patronen():
        yield from _ingevuld(wereld, patroon, ruimte, deel.name)


def _ingevuld(wereld: Wereld, patroon: str, ruimte: str, naam: str | None) -> Iterator[Route]:
    """The pattern with samples of both gemeenten, and of every state of an edition."""
    delen = set(re.findall(r"<(?:\w+:)?(\w+)>", patroon))
    if not delen:
        yield Route(patroon, ruimte, naam, f"/{patroon}", model=_model(patroon))
        return
    for slug in wereld.gemeenten:
        for stand in STANDEN if "uitgave" in delen else ("",):
            for voorbeeld in _voorbeelden(wereld, patroon, slug, stand):
                pad = _vul_in(patroon, voorbeeld)
                yield Route(patroon, ruimte, naam, pad, slug, stand, _model(patroon))


def _model(patroon: str):
    for model in admin.site._registry:
        if patroon.startswith(f"admin/{model._meta.app_label}/{model._meta.model_name}/"):
            return model
    return None


def _voorbeelden(wereld: Wereld, patroon: str, slug: str, stand: str) -> Iterator[dict[str, str]]:
    """Values for every part of an address; a part without one stops the run."""
    vast = {
        "gemeente": slug,
        "pad": "jeugd/",
        "url": "bestaat-niet/",
        "uidb64": "MQ",
        "token": "x-y",
        "hoofdstuk": "jeugd",
        "blok": "grafiek",
        "indicator": "cijfer",
        "app_label": "monitor",
        "programma": "plan",
        "onderdeel": "tafel",
        "soort": "waarnemingen",
        "rest": "bestaat-niet",
        "programma_pk": str(wereld.object_van(slug, Programma).pk),
        "link_pk": str(wereld.object_van(slug, Bijwerklink).pk),
    }
    if stand:
        vast["uitgave"] = wereld.uitgaven[slug, stand].slug
    model = _model(patroon)
    if model is not None:
        vast["object_id"] = vast["pk"] = str(wereld.object_van(slug, model).pk)
    if "sjabloon" in patroon:
        yield from ({**vast, "formaat": formaat} for formaat in ("csv", "xlsx", "ods"))
    elif "formaat" in patroon:
        yield from ({**vast, "formaat": formaat} for formaat in (*FORMATEN, *BEWAARD))
    else:
        yield vast


def _vul_in(patroon: str, waarden: dict[str, str]) -> str:
    if patroon.endswith("$"):  # written as an expression by the admin
        patroon = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", patroon).replace("^", "").rstrip("$")
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda m: waarden[m[1]], patroon)


# -- the walk ------------------------------------------------------------------------------------


class Loper:
    """Asks addresses as one person and writes down what should not be."""

    def __init__(self, wereld: Wereld, wie: str, **opties) -> None:
        self.wereld, self.wie = wereld, wie
        self.client = Client(raise_request_exception=False, **opties)
        if wereld.users[wie] is not None:
            self.client.force_login(wereld.users[wie])
        self.koekje = self.client.cookies.get("sessionid")
        self.mis: list[str] = []
        self.kanaries = [(k.tekst.encode(), k) for k in wereld.kanaries]

    def vraag(self, route: Route, methode: str, data: dict | None = None):
        """One request; what it wrote is rolled back, and the session is put back."""
        schreef: list[str] = []

        def luister(execute, sql, params, many, context):
            if SCHRIJFT.match(sql):
                schreef.append(sql[:80])
            return execute(sql, params, many, context)

        with connection.execute_wrapper(luister), transaction.atomic():
            opties = {"data": data or {}} if methode == "POST" else {}
            antwoord = getattr(self.client, methode.lower())(route.pad, **opties)
            lijf = _inhoud(antwoord)
            _sluit(antwoord)
            transaction.set_rollback(True)
        if self.koekje is not None:
            self.client.cookies["sessionid"] = self.koekje.value
        return antwoord, lijf, schreef

    def loop(self, route: Route, methode: str) -> None:
        antwoord, lijf, schreef = self.vraag(route, methode)
        waar = f"{self.wie} {methode} {route.pad}"
        mogelijk = mag_zijn(route, self.wie, methode)
        if antwoord.status_code not in mogelijk:
            self.mis.append(f"{waar}: {antwoord.status_code}, besloten is {sorted(mogelijk)}")
        if methode != "POST" and schreef:
            self.mis.append(f"{waar}: schrijft {schreef[0]}")
        self.mis += [f"{waar}: {fout}" for fout in kopregels(route, antwoord)]
        kop = "\n".join(f"{n}: {v}" for n, v in antwoord.headers.items()).encode()
        for tekst, kanarie in self.kanaries:
            if (tekst in lijf or tekst in kop) and not mag_zien(
                route, self.wie, kanarie.gemeente, kanarie.klasse
            ):
                self.mis.append(f"{waar}: toont {kanarie}")


def _sluit(antwoord) -> None:
    """Close files of the response, not the connection of the test (as Django's own client does)."""
    request_finished.disconnect(close_old_connections)
    antwoord.close()
    request_finished.connect(close_old_connections)


def _inhoud(antwoord) -> bytes:
    """The body, with what is packed in a workbook unpacked."""
    lijf = b"".join(antwoord) if antwoord.streaming else antwoord.content
    if lijf[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(lijf)) as pak:
            return b"\n".join(pak.read(naam) for naam in pak.namelist())
    return lijf


def kopregels(route: Route, antwoord) -> Iterator[str]:
    csp = antwoord.get("Content-Security-Policy", "")
    if "default-src 'none'" not in csp or "unsafe" in csp:
        yield f"CSP is ‘{csp}’"
    if antwoord.get("X-Content-Type-Options") != "nosniff":
        yield "nosniff ontbreekt"
    if route.is_beheer and "no-store" not in antwoord.get("Cache-Control", ""):
        yield "een beheerpagina mag nergens bewaard worden"
    mag = {"csrftoken"} if route.naam == "vraag" else set()  # a form, guarded, and in no cache
    if mag and "no-store" not in antwoord.get("Cache-Control", ""):
        yield "een formulier met een cookie mag nergens bewaard worden"
    if not route.is_beheer and route.ruimte and set(antwoord.cookies) - mag:
        yield f"een leespagina zet een cookie: {list(antwoord.cookies)}"


def wandel(wereld: Wereld, wie: str, methoden, keuze=None) -> list[str]:
    loper = Loper(wereld, wie)
    for route in keuze or routes(wereld):
        for methode in methoden:
            loper.loop(route, methode)
    return loper.mis
