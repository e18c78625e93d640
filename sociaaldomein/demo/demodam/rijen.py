"""Rows of an edition file: a chapter, a block, a rule."""

from collections.abc import Iterator

Rij = dict[str, str]


def hoofdstuk(code: str, titel: str, domein: str, kop: str, zien: str, waardoor: str, doen: str, toelichting: str = "") -> Rij:  # fmt: skip
    return {
        "rijsoort": "hoofdstuk",
        "code": code,
        "titel": titel,
        "domein": domein,
        "kop": kop,
        "wat_zien_we": zien,
        "waardoor": waardoor,
        "wat_doen_we": doen,
        "toelichting": toelichting,
        "bronnen": "Verzonnen registraties van de gemeente Demodam",
    }


def blok(code: str, soort: str, **velden: str) -> Rij:
    return {"rijsoort": "blok", "code": code, "soort": soort, **velden}


def regel(indicator: str, **velden: str) -> Rij:
    return {"rijsoort": "regel", "indicator": indicator, **velden}


def tegels(*indicatoren: str) -> Iterator[Rij]:
    yield blok("tegels", "tegels")
    yield from (regel(code) for code in indicatoren)


def geld(indicator: str, label: str) -> Iterator[Rij]:
    yield blok(
        "geld", "financieel", kop="Geld", titel="Kosten van dit jaar", ondertitel="in euro's"
    )
    yield regel(indicator, label=label)
