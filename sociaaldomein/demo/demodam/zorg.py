"""The chapters Jeugd and Wmo of Demodam: every kind of chart on figures that have a history."""

from collections.abc import Iterator

from sociaaldomein.demo.demodam.rijen import Rij, blok, geld, hoofdstuk, regel, tegels


def jeugd(basis: str) -> Iterator[Rij]:
    yield hoofdstuk(
        "jeugd", "Jeugd", "jeugd",
        "Meer jongeren krijgen hulp dan een jaar geleden.",
        "{clienten-jeugd} jongeren hebben jeugdhulp. {wachtlijst-jeugd} jongeren wachten.",
        "Meer gezinnen vragen hulp. Jongeren blijven langer in hulp.",
        "De praktijkondersteuner bij de huisarts helpt meer jongeren zelf.",
        "Van de jongeren die de praktijkondersteuner ziet, wordt {poh-jeugd-zonder-verwijzing} geholpen "
        "zonder verwijzing.\n\nDe kosten per jongere waren {kosten-per-client-jeugd} in de laatste maand. "
        "Dat bedrag stijgt nog, omdat rekeningen later komen.",
    )  # fmt: skip
    yield from tegels(
        "clienten-jeugd", "voorzieningen-jeugd", "wachtlijst-jeugd", "poh-jeugd-zonder-verwijzing"
    )
    yield from geld("lasten-jeugd", "Jeugdhulp")
    yield blok("kosten-maand", "grafiek", vorm="cumulatief", titel="De rekeningen van de laatste maanden komen nog", ondertitel="Kosten jeugdhulp, opgeteld door het jaar, in euro's", perioden="laatste 12")  # fmt: skip
    for soort, label in (
        (f"begroting_{basis}", "Begroting"),
        ("verplichting", "Verplicht"),
        ("realisatie", "Betaald"),
    ):
        yield regel("lasten-jeugd", soort=soort, label=label)
    yield from _jeugd_verloop()
    yield from _jeugd_delen()
    yield from _jeugd_meer()


def _jeugd_verloop() -> Iterator[Rij]:
    """In, out and stock; years over each other; who referred; how long help took."""
    yield blok("stand", "grafiek", vorm="in_uit", kop="Jongeren met hulp", titel="Er komen meer jongeren bij dan er stoppen", ondertitel="Jongeren per maand", perioden="laatste 24")  # fmt: skip
    yield regel("instroom-jeugd", label="Erbij")
    yield regel("uitstroom-jeugd", label="Gestopt")
    yield regel("clienten-jeugd", label="Met jeugdhulp")
    yield blok("jaren", "grafiek", vorm="jaren", titel="Elk jaar ligt het aantal iets hoger", ondertitel="Jongeren met jeugdhulp aan het einde van de maand", perioden="laatste 36")  # fmt: skip
    yield regel("clienten-jeugd")
    yield blok(
        "verwijzer",
        "grafiek",
        vorm="deel",
        titel="De toegang verwijst het vaakst",
        ondertitel="Jongeren naar wie verwees",
    )
    yield regel("clienten-jeugd", per_dimensie="verwijzer")
    yield blok(
        "looptijd",
        "grafiek",
        vorm="histogram",
        titel="De meeste hulp duurt korter dan twee jaar",
        ondertitel="Afgesloten voorzieningen in het kwartaal",
    )
    yield regel("looptijd-jeugd", per_dimensie="looptijd")


def _jeugd_delen() -> Iterator[Rij]:
    """By wijk and by age, small counts included."""
    yield blok("wijken", "tabel", kop="Naar wijk en leeftijd", titel="In welke wijken krijgen jongeren hulp?", ondertitel="Jongeren per wijk, laatste drie maanden", perioden="laatste 3")  # fmt: skip
    yield regel("clienten-jeugd", label="Heel Demodam")
    yield regel("clienten-jeugd", per_dimensie="wijk")
    yield blok(
        "verblijf",
        "tabel",
        titel="Waar wonen jongeren die niet thuis wonen?",
        ondertitel="Jongeren met verblijf per wijk",
        perioden="laatste 3",
    )
    yield regel("verblijf-jeugd", label="Heel Demodam")
    yield regel("verblijf-jeugd", per_dimensie="wijk")
    yield blok("leeftijd", "grafiek", vorm="gestapeld", titel="De leeftijden blijven ongeveer gelijk verdeeld", ondertitel="Jongeren naar leeftijd", perioden="laatste 8")  # fmt: skip
    yield regel("clienten-jeugd", per_dimensie="leeftijd")


def _jeugd_meer() -> Iterator[Rij]:
    """Beside other gemeenten, more tiles, and when help was paid."""
    yield blok("vergelijken", "grafiek", vorm="stippen", titel="Demodam zit in het midden", ondertitel="Jongeren met jeugdhulp per 1.000 jongeren")  # fmt: skip
    yield regel("jeugdhulp-per-1000", uitsplitsing="gemeente-naast=demodam", label="Demodam")
    for naam, label in (("dorpstad", "Dorpstad"), ("veenmeer", "Veenmeer"), ("zandhaven", "Zandhaven"), ("bosrijk", "Bosrijk"), ("land", "Nederland")):  # fmt: skip
        yield regel(
            "jeugdhulp-per-1000",
            soort="referentie",
            uitsplitsing=f"gemeente-naast={naam}",
            label=label,
        )
    yield blok("overig", "tegels", kop="Meer over jeugd")
    for code in (
        "pleegzorg-jeugd",
        "jeugdbescherming",
        "kosten-per-client-jeugd",
        "tevredenheid-jeugd",
    ):
        yield regel(code)
    yield blok("betaald", "tabel", titel="Wanneer is de hulp betaald?", ondertitel="Betaald naar maand van hulp, in euro's", perioden="laatste 4")  # fmt: skip
    yield regel("betaald-jeugd", per_dimensie="betaalmaand")


def wmo() -> Iterator[Rij]:
    yield hoofdstuk(
        "wmo", "Wmo", "wmo",
        "Het aantal inwoners met Wmo-hulp groeit langzaam.",
        "{clienten-wmo} inwoners hebben hulp. Dat zijn er {wmo-per-1000} op elke 1.000.",
        "Er komen elk jaar meer ouderen bij.",
        "Wij ronden onderzoeken sneller af.",
    )  # fmt: skip
    yield from tegels(
        "clienten-wmo", "voorzieningen-wmo", "lopende-zaken-wmo", "zaken-langer-dan-8-weken"
    )
    yield from geld("lasten-wmo", "Wmo")
    yield blok("stand", "grafiek", vorm="in_uit", kop="Inwoners met hulp", titel="Instroom en uitstroom houden elkaar in evenwicht", ondertitel="Inwoners per maand", perioden="laatste 24")  # fmt: skip
    for code, label in (
        ("instroom-wmo", "Erbij"),
        ("uitstroom-wmo", "Gestopt"),
        ("clienten-wmo", "Met Wmo-hulp"),
    ):
        yield regel(code, label=label)
    yield blok(
        "product",
        "grafiek",
        vorm="staaf",
        titel="Hulp bij het huishouden komt het meest voor",
        ondertitel="Inwoners per soort hulp",
    )
    yield regel("clienten-wmo-product", per_dimensie="product")
    yield blok("zaken", "grafiek", vorm="lijn", titel="Minder onderzoeken duren te lang", ondertitel="Lopende onderzoeken aan het einde van de maand", perioden="laatste 24")  # fmt: skip
    yield regel("lopende-zaken-wmo", label="Alle onderzoeken")
    yield regel("zaken-langer-dan-8-weken", label="Langer dan 8 weken")
    yield from _wmo_delen()


def _wmo_delen() -> Iterator[Rij]:
    """By wijk and form of delivery, more tiles, and when help was paid."""
    yield blok("wijken", "tabel", titel="In welke wijken krijgen inwoners hulp?", ondertitel="Inwoners per wijk", perioden="zelfde maand 3")  # fmt: skip
    yield regel("clienten-wmo", label="Heel Demodam")
    yield regel("clienten-wmo", per_dimensie="wijk")
    yield blok(
        "vorm",
        "tabel",
        titel="Zorg in natura of een eigen budget?",
        ondertitel="Inwoners naar leveringsvorm",
        perioden="zelfde maand 3",
    )
    yield regel("clienten-wmo", label="Samen")
    yield regel("clienten-wmo", per_dimensie="leveringsvorm")
    yield blok("overig", "tegels", kop="Meer over Wmo")
    for code in ("uren-huishouden", "vervoerspas", "woningaanpassingen", "tevredenheid-wmo", "eigen-bijdrage-wmo", "wmo-per-1000"):  # fmt: skip
        yield regel(code)
    yield blok("betaald", "tabel", titel="Wanneer is de hulp betaald?", ondertitel="Betaald naar maand van hulp, in euro's", perioden="laatste 4")  # fmt: skip
    yield regel("betaald-wmo", per_dimensie="betaalmaand")
