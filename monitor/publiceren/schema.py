"""The shape of a snapshot: the contract between the station that freezes and the one that shows.

Everything in it is text, number, boolean, list or dict, as JSON has them. Decimals are strings in
plain notation (`"12994629"`, `"7.73"`); what a reader sees is the `tekst` beside it, in nl-NL.
A published snapshot is never converted: a new shape gets a new `SCHEMA`, and readers of the old stay.
"""

from typing import Any, NotRequired, TypedDict

from monitor.publiceren.blokschema import (
    Blok,
    BrugRij,
    FinancieelInhoud,
    FinancieelRij,
    GrafiekInhoud,
    GrafiekReeks,
    Kolom,
    RanglijstInhoud,
    RanglijstRij,
    Saldo,
    Stoplicht,
    TabelInhoud,
    TabelRij,
    Tegel,
    TegelsInhoud,
    Verschil,
)
from monitor.publiceren.cijferschema import (
    Cel,
    Correctie,
    Deel,
    Definitieversie,
    Indicator,
    PeriodeKop,
    Reeks,
    Revisie,
    Vindplaats,
)

__all__ = [
    "SCHEMA",
    "Blok",
    "BrugRij",
    "Cel",
    "Correctie",
    "Deel",
    "Definitieversie",
    "FinancieelInhoud",
    "FinancieelRij",
    "GemeenteKop",
    "GewijzigdeDefinitie",
    "GrafiekInhoud",
    "GrafiekReeks",
    "Hoofdstuk",
    "InHetKort",
    "Indicator",
    "Inhoud",
    "Kolom",
    "NietBijgewerkt",
    "PeriodeKop",
    "RanglijstInhoud",
    "RanglijstRij",
    "Reeks",
    "Revisie",
    "Saldo",
    "Stoplicht",
    "TabelInhoud",
    "TabelRij",
    "Tegel",
    "TegelsInhoud",
    "UitgaveKop",
    "Verandering",
    "Verschil",
    "Vindplaats",
    "VorigeKop",
]

SCHEMA = 1


class InHetKort(TypedDict):
    kop: str
    wat_zien_we: str
    waardoor: str
    wat_doen_we: str


class Hoofdstuk(TypedDict):
    code: str
    titel: str
    domein: str
    in_het_kort: InHetKort
    toelichting: str
    bronnen: list[str]
    reden_leeg: str
    blokken: list[Blok]
    verklaringen: NotRequired[list[str]]
    niet_bijgewerkt: list[Vindplaats]


class GemeenteKop(TypedDict):
    slug: str
    naam: str
    cbs_code: str
    is_fictief: bool
    thema: dict[str, str]
    drempel: int
    contact: str


class VorigeKop(TypedDict):
    slug: str
    titel: str
    periode_tekst: str


class UitgaveKop(TypedDict):
    slug: str
    titel: str
    periode: PeriodeKop
    peildatum: str
    peildatum_tekst: str
    vorige: VorigeKop | None
    financiele_basis: str
    financiele_basis_tekst: str
    zaaknummer: str
    college_op: str | None
    raad_op: str | None
    volgende_verwacht: str
    in_het_kort: InHetKort
    hoogtepunten: list[str]  # Markdown, one each
    anders: str  # Markdown
    aanbieding: str  # Markdown
    verklaringen: NotRequired[list[str]]


class NotaKenmerk(TypedDict):
    naam: str
    waarde: str


class NotaSectie(TypedDict):
    code: str
    kop: str
    deel: str  # what fills itself: one of NotaDeel, or ""
    tekst: str  # Markdown with figures filled in; the standard text when nothing else is there
    automatisch: str  # Markdown, made from this snapshot
    is_standaard: bool


class Nota(TypedDict):
    """The cover note to the council, as it was when the edition was frozen."""

    naam: str  # "Informatienota"
    titel: str
    kenmerken: list[NotaKenmerk]
    inleiding: str  # Markdown
    secties: list[NotaSectie]
    ondertekening: list[str]  # functions, no names


class Verandering(TypedDict):
    """One line of ‘what changed since the previous edition’, made from the figures."""

    indicator: str
    label: str
    hoofdstuk: str
    nu_tekst: str
    nu_periode_tekst: str
    verschil: Verschil | None
    geen_verschil: str


class NietBijgewerkt(TypedDict):
    indicator: str
    label: str
    hoofdstuk: str
    stand: str
    nieuw_cijfer: str


class GewijzigdeDefinitie(TypedDict):
    """A definition that changed since the previous edition."""

    indicator: str
    naam: str
    vanaf: str  # ISO date
    is_breuk: bool
    definitie: str
    toelichting: str


class InbrengRegel(TypedDict):
    """A question, remark or promise of the council that comes up in this edition. No person in it."""

    soort: str  # vraag · opmerking · toezegging
    soort_tekst: str
    van: str  # a fraction or committee
    gesteld_op: str  # ISO date
    uitgave: str  # of which edition it was said: slug and title
    uitgave_titel: str
    hoofdstuk: str  # code, "" for the whole edition
    hoofdstuk_titel: str
    indicator: str  # code, ""
    indicator_naam: str
    tekst: str  # Markdown
    antwoord: str  # Markdown, "" while it is open
    eigenaar: str
    beloofd_voor: str  # in words: "mei en juni 2021"
    is_open: bool


class Besluit(TypedDict):
    """What the college decided when it adopted the edition."""

    op: str | None  # ISO date
    zaaknummer: str
    punten: list[str]


class Inhoud(TypedDict):
    schema: int
    gemeente: GemeenteKop
    uitgave: UitgaveKop
    hoofdstukken: list[Hoofdstuk]
    indicatoren: dict[str, Indicator]
    programmas: dict[str, Any]  # filled by the block that `programma` registers
    veranderd: list[Verandering]
    niet_bijgewerkt: list[NietBijgewerkt]
    andere_telling: list[NietBijgewerkt]
    correcties: list[Revisie]  # figures that differ from an earlier version of this edition
    gewijzigde_definities: NotRequired[list[GewijzigdeDefinitie]]  # since the previous edition
    nota: NotRequired[Nota]  # not in the oldest snapshots
    inbreng: NotRequired[list[InbrengRegel]]  # what the council said; absent when nothing
    besluit: NotRequired[Besluit]  # absent without decision points
    herzien: NotRequired[list[Revisie]]  # figures that the previous edition showed otherwise
