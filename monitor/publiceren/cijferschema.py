"""The shape of figures in a snapshot: cells, series, indicators. See `monitor.publiceren.schema`."""

from typing import TypedDict


class PeriodeKop(TypedDict):
    code: str  # "2021-04"
    tekst: str  # "april 2021"
    begin: str | None  # ISO date
    eind: str | None


class Cel(TypedDict):
    """One figure as it may be known. `waarde` is None unless `toestand` is "getal"."""

    periode: str
    periode_tekst: str
    waarde: str | None
    tekst: str  # exact, formatted: "748", "€ 12.994.629", "<10", "15-20", "zie toelichting"
    # getal · onderdrukt · kleiner_dan · bereik · zie_toelichting · niet_gemeten · nog_niet_bekend ·
    # onbekend · nvt · vervallen · ontbreekt (no observation at all)
    toestand: str
    status: str  # definitief · voorlopig · geschat
    benadering: str  # "" · ongeveer · meer_dan · minder_dan
    onder: str | None
    boven: str | None
    voetnoot: str
    beloofd_voor: str  # words for readers: "kwartaal 3 van 2021", "" when nothing was promised
    gecorrigeerd: "Correctie | None"


class Correctie(TypedDict):
    oud_tekst: str
    op: str  # ISO date
    notitie: str


class Deel(TypedDict):
    dimensie: str
    dimensie_naam: str
    categorie: str
    categorie_naam: str


class Reeks(TypedDict):
    id: str  # "clienten-wmo|realisatie|leveringsvorm=pgb"
    soort: str
    soort_tekst: str
    sleutel: str
    label: str  # "PGB", or "" for the total
    delen: list[Deel]
    cellen: list[Cel]  # in order of time


class Definitieversie(TypedDict):
    vanaf: str
    definitie: str
    is_breuk: bool
    toelichting: str


class Revisie(TypedDict):
    """A figure that an earlier publication showed otherwise."""

    reeks: str
    label: str
    periode_tekst: str
    oud_tekst: str
    nieuw_tekst: str
    eerder_in: str  # title of the edition that had the old one
    op: str  # ISO date of the publication with the new one
    reden: str


class Vindplaats(TypedDict):
    hoofdstuk: str
    hoofdstuk_titel: str
    blok: str
    titel: str


class Indicator(TypedDict):
    code: str
    naam: str
    domein: str
    domein_naam: str
    definitie: str
    berekening: str
    eenheid: str
    eenheid_tekst: str
    stroom_of_stand: str
    richting: str
    decimalen: int
    telt: str
    is_optelbaar: bool
    bron: str
    eigenaar: str
    frequentie: str  # for readers: "Elke maand"
    formule: str
    versies: list[Definitieversie]
    reeksen: list[Reeks]  # only series that a block or a text of this edition names
    revisies: list[Revisie]
    vindplaatsen: list[Vindplaats]
