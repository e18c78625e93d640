"""Plain builders for tests: each makes a valid row with as few words as possible."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.auth import get_user_model

from monitor.models import (
    Blok,
    Blokregel,
    Domein,
    Gemeente,
    Hoofdstuk,
    Indicator,
    Lidmaatschap,
    Periode,
    Reeks,
    Uitgave,
    Waarneming,
)
from monitor.models.enums import Aard, BlokSoort, Eenheid, Rol, Soort, Telt
from monitor.regels.perioden import lees_periode

_nummer = itertools.count(1)


def make_gemeente(slug: str = "demodam", **velden: Any) -> Gemeente:
    return Gemeente.objects.create(slug=slug, naam=velden.pop("naam", slug.title()), **velden)


def make_user(gemeente: Gemeente | None = None, *rollen: Rol, **velden: Any):
    """A user with a membership for each role; without a role, somebody of nowhere."""
    username = velden.pop("username", f"gebruiker{next(_nummer)}")
    user = get_user_model().objects.create_user(username=username, password="geheim-1234", **velden)
    for rol in rollen:
        Lidmaatschap.objects.create(user=user, gemeente=gemeente, rol=rol)
    return user


def make_domein(gemeente: Gemeente, code: str = "jeugd") -> Domein:
    return Domein.objects.get_or_create(
        gemeente=gemeente, code=code, defaults={"naam": code.title()}
    )[0]


def make_indicator(gemeente: Gemeente, code: str = "clienten-jeugd", **velden: Any) -> Indicator:
    standaard = {
        "naam": code.replace("-", " ").capitalize(),
        "domein": make_domein(gemeente),
        "eenheid": Eenheid.AANTAL,
        "telt": Telt.GEBEURTENISSEN,
    }
    return Indicator.objects.create(gemeente=gemeente, code=code, **(standaard | velden))


def make_periode(code: str) -> Periode:
    t = lees_periode(code)
    return Periode.objects.get_or_create(
        code=t.code, defaults={"soort": t.soort, "begin": t.begin, "eind": t.eind}
    )[0]


def make_reeks(indicator: Indicator, soort: str = Soort.REALISATIE, sleutel: str = "") -> Reeks:
    return Reeks.objects.get_or_create(
        gemeente=indicator.gemeente, indicator=indicator, soort=soort, sleutel=sleutel
    )[0]


def make_waarneming(
    indicator: Indicator,
    periode: str,
    waarde: int | str | None = None,
    *,
    soort: str = Soort.REALISATIE,
    sleutel: str = "",
    **velden: Any,
) -> Waarneming:
    if waarde is None:
        velden.setdefault("aard", Aard.ONBEKEND)
    return Waarneming.objects.create(
        reeks=make_reeks(indicator, soort, sleutel),
        periode=make_periode(periode),
        waarde=None if waarde is None else Decimal(waarde),
        **velden,
    )


def make_uitgave(gemeente: Gemeente, periode: str = "2021-03_2021-04", **velden: Any) -> Uitgave:
    tijdvak = make_periode(periode)
    standaard = {"titel": f"Monitor {periode}", "peildatum": tijdvak.eind or date(2021, 4, 30)}
    return Uitgave.objects.create(gemeente=gemeente, periode=tijdvak, **(standaard | velden))


def make_hoofdstuk(uitgave: Uitgave, code: str = "jeugd", **velden: Any) -> Hoofdstuk:
    return Hoofdstuk.objects.create(
        uitgave=uitgave, code=code, titel=velden.pop("titel", code.title()), **velden
    )


def make_blok(
    hoofdstuk: Hoofdstuk, soort: str = BlokSoort.TEGELS, *indicatoren: Indicator, **velden: Any
) -> Blok:
    blok = Blok.objects.create(
        hoofdstuk=hoofdstuk,
        code=velden.pop("code", f"blok{next(_nummer)}"),
        soort=soort,
        volgorde=next(_nummer),
        **velden,
    )
    for i, indicator in enumerate(indicatoren):
        Blokregel.objects.create(blok=blok, indicator=indicator, volgorde=i)
    return blok
