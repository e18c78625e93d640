"""The shape of `inhoud["programmas"][slug]`: what the pages of a programme are drawn from.

Everything is text, number, boolean, list or dict. Linked figures are references to series of the snapshot, so that
what is hidden there is hidden here.
"""

from typing import NotRequired, TypedDict


class DatumInhoud(TypedDict):
    tekst: str  # as readers see it: "medio 2021", "1 januari 2022", "juni 2021"
    kort: str  # the words alone: "Q3/Q4"
    uitleg: str  # what they mean when they name no year: "juli tot en met december 2021"
    woorden: str  # as it was written
    begin: str | None  # ISO date
    eind: str | None
    precisie: str


class UitloopInhoud(TypedDict):
    maanden: int
    tekst: str  # "tot 5 maanden", "" when there is none


class Gebeurtenis(TypedDict):
    """One line of the history of a date."""

    op: str  # ISO date, "" when it is not known
    op_tekst: str
    wat: str  # Afgesproken · Opnieuw gepland · Gemeld · Klaar
    datum: str  # the date in words
    reden: str
    door: str  # body that decided, "" for a report


class OordeelOverRegel(TypedDict):
    """The newest verdict on quality, time or money; each is judged apart."""

    naam: str  # Kwaliteit · Tijd · Geld
    oordeel: str  # value of Oordeel
    tekst: str
    op: str  # day of the report that gave it
    op_tekst: str


class Regel(TypedDict):
    """A line that readers follow: an onderdeel or a milestone, or a part of it."""

    id: str  # "4-2", "4-2.1" for its first part
    soort: str  # onderdeel · mijlpaal
    onderdeel: str  # code of the onderdeel it belongs to, "" for the whole programme
    pad: list[str]  # codes from the top down to that onderdeel
    groep: str  # "Doel 1 · We sturen op tijd bij"
    nummer: str  # "4.2a"
    titel: str
    deel: str  # name of the part, "" for the whole
    resultaat: str  # what was done or brought, in a sentence
    telt: bool  # counted in "n van de m"
    in_tabel: bool
    status: str  # value of Status, or geen_bericht
    status_tekst: str
    categorie: str  # see programma.regels.tellen
    kort: str  # word of the category in the table
    is_over_tijd: bool
    voorstel: str  # reason of the proposed status
    toelichting: str  # why a person chose otherwise
    reden: str  # why it is later
    gepland: DatumInhoud | None
    verwacht: DatumInhoud | None
    besluit: NotRequired[DatumInhoud | None]  # of the last decision to re-plan; not in older ones
    verwacht_tekst: str  # "klaar", "ongewijzigd", "datum onbekend", "november 2021"
    uitloop: UitloopInhoud  # against the first plan
    uitloop_besluit: UitloopInhoud  # against the last decision
    is_herpland: bool
    naar_raad: bool
    gemeld_op: str  # ISO date of the newest report, "" when there is none
    historie: list[Gebeurtenis]
    oordelen: NotRequired[list[OordeelOverRegel]]  # absent in an older snapshot
    alt: str  # the row in a sentence


class Verslag(TypedDict):
    """A report on a node of the tree, or on a part of it."""

    deel: str  # "Nieuwleusen", "" for the whole
    op: str
    op_tekst: str
    status_tekst: str
    categorie: str
    gedaan: str
    opgeleverd: str
    reden: str
    nodig: str
    effect: str
    toelichting: str
    oordelen: list[str]  # "Kwaliteit: goed"


class CijferRef(TypedDict):
    indicator: str
    naam: str
    schakel: str
    schakel_tekst: str
    aanname: str
    nulmeting: str  # code of the period that the figure is compared with, "" when there is none
    oordeel: str  # newest verdict on the assumption: houdt_stand · twijfelachtig · weerlegd · ""
    oordeel_tekst: str
    oordelen: list["OordeelInhoud"]  # every verdict, newest first


class OordeelInhoud(TypedDict):
    op: str
    op_tekst: str
    oordeel_tekst: str
    toelichting: str


class Knoop(TypedDict):
    code: str
    nummer: str
    titel: str
    omschrijving: str
    eigenaar: str
    niveau: int
    niveau_naam: str
    zelfde_als: str  # code of the original when it is shown here a second time
    ook_onder: list[str]  # titles of the other places
    gepland: DatumInhoud | None
    regels: list[str]  # ids of its own lines
    vierkanten: list[str]  # categories of all counted lines in it, in the order of the page
    zin: str  # "1 van 3 klaar"
    verslagen: list[Verslag]  # newest first
    cijfers: list[CijferRef]
    kinderen: list["Knoop"]


class Telwoord(TypedDict):
    code: str
    woord: str
    aantal: int


class Komend(TypedDict):
    wanneer: str
    titel: str
    onderdeel: str
    naar_raad: bool
    begin: str


class InHetKortInhoud(TypedDict):
    kop: str
    zinnen: list[str]
    tellingen: list[Telwoord]
    totaal: int
    woord: str
    goed: str
    later: list[dict[str, str]]  # titel, uitloop: the two that slip most
    raad: list[dict[str, str]]  # wanneer, titel


class ProgrammaInhoud(TypedDict):
    slug: str
    naam: str
    titel: str
    peildatum: str
    peildatum_tekst: str
    stand_op: str  # ISO date of the newest report
    stand_tekst: str
    niet_bijgewerkt: (
        str  # "Laatste stand: 17 juni 2020", "" when there is a report since the last edition
    )
    looptijd: str  # "van 1 september 2020 tot en met 31 december 2022"
    start: str | None
    eind: str | None
    looptijd_opmerking: str
    rapportageperiode: str
    ambitie: str
    aanleiding: str
    uitgangspunten: list[str]
    partners: list[str]
    rollen: list[dict[str, str]]  # rol, functie
    niveaus: list[dict[str, str]]  # enkel, meer
    in_het_kort: InHetKortInhoud
    boom: list[Knoop]
    regels: list[Regel]
    komt_eraan: list[Komend]
    vooruitblik: list[dict[str, str]]  # titel, resultaat, wanneer: announced, nothing reported yet
    risicos: list["RisicoInhoud"]
    risicotekst: str
    geld: str
    budget: list["BudgetInhoud"]
    bronnen: list[str]
    veranderd: list[dict[str, str]]  # id, titel, oud, nieuw
    is_eerste: bool  # not in the previous edition
    # Since the second shape; an older snapshot does not have these.
    sporen: NotRequired[list["SpoorInhoud"]]
    mijlpaaltrend: NotRequired[list["Trendlijn"]]
    maatregelen: NotRequired[list["Maatregel"]]


class RisicoMoment(TypedDict):
    op: str
    op_tekst: str
    kans: str
    gevolg: str
    kans_code: str  # klein · middel · groot · ""
    gevolg_code: str
    toelichting: str


class RisicoInhoud(TypedDict):
    nummer: int  # in the matrix and in the table
    code: str
    omschrijving: str
    kans: str
    gevolg: str
    kans_code: str
    gevolg_code: str
    maatregel: str
    eigenaar: str
    trend: str  # in words
    trend_code: str
    verloop: list[RisicoMoment]  # oldest first; empty when its size never changed hands


class BudgetInhoud(TypedDict):
    soort: str
    omschrijving: str
    document: str
    indicator: str
    reeks: str  # id of a series of the snapshot


class SpoorRegel(TypedDict):
    id: str
    titel: str
    categorie: str
    eerder: str  # category in the previous edition, "" when it was not there
    tekst: str
    eerder_tekst: str
    is_veranderd: bool


class SpoorInhoud(TypedDict):
    code: str
    nummer: str
    titel: str
    groep: str  # title of the branch it is in, "" at the top
    zin: str
    regels: list[SpoorRegel]


class Trendpunt(TypedDict):
    op: str  # day of the report
    op_tekst: str
    eind: str  # last day of what was expected then
    tekst: str
    is_klaar: bool


class Trendlijn(TypedDict):
    id: str
    nummer: str
    titel: str
    onderdeel: str
    gepland: str
    gepland_eind: str | None
    punten: list[Trendpunt]
    maanden: int  # later between the first and the last report; negative is earlier
    verschuiving: str


class Maatregel(TypedDict):
    onderdeel: str
    groep: str
    niveau: int
    nummer: str
    titel: str
    op_tekst: str
    gedaan: str
    opgeleverd: str
    effect: str  # value of Effect
    effect_tekst: str
    reden: str  # why it stopped
