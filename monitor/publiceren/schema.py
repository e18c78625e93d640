"""The shape of a snapshot: the contract between the station that freezes and the one that shows.

Everything in it is text, number, boolean, list or dict, as JSON has them. Decimals are strings in
plain notation (`"12994629"`, `"7.73"`); what a reader sees is the `tekst` beside it, in nl-NL.
A published snapshot is never converted: a new shape gets a new `SCHEMA`, and readers of the old stay.
"""

from typing import Any, NotRequired, TypedDict

SCHEMA = 1


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


class Verschil(TypedDict):
    """Difference with the previous edition; absent when either figure is hidden or not comparable."""

    waarde: str  # "27", "-18"
    teken_tekst: str  # "+27", "−18", "gelijk" (sign first, for tables and the tile)
    tekst: str  # "27 meer dan in februari 2021 (721)"
    richting: str  # meer · minder · gelijk
    oud_tekst: str
    oud_periode_tekst: str
    groei_tekst: str  # "3,7%", "" when it has no meaning
    # When one of the two was corrected: "Februari 2021: toen gepubliceerd 721, nu 725". Not in older ones.
    toen: NotRequired[str]


class Stoplicht(TypedDict):
    code: str  # op_koers · let_op · actie_nodig
    tekst: str  # "Op koers"
    streefwaarde_tekst: str  # "7,5 of hoger"


class Tegel(TypedDict):
    indicator: str
    reeks: str
    label: str
    groot: str  # at most three significant digits for large euros: "€ 13,05"
    achter: str  # "mln", "dagen", ""
    cel: Cel
    # normaal · niet_bijgewerkt · voorlopig · geschat · onderdrukt · gecorrigeerd · niet_vergelijkbaar ·
    # geen_gegevens
    toestand: str
    verschil: Verschil | None
    geen_verschil: str  # why there is none: "Niet te vergelijken (<10)", "" when there is one
    stoplicht: Stoplicht | None
    stand: str  # "Stand april 2021", "Januari tot en met april 2021"
    nieuw_cijfer: str  # "kwartaal 3 van 2021"; only when not updated or not known


class TegelsInhoud(TypedDict):
    tegels: list[Tegel]


class Saldo(TypedDict):
    waarde: str
    tekst: str  # "€ −51.371" in tables
    woord: str  # tekort · overschot · gelijk
    procent_tekst: str  # "0,4%" of the budget


class FinancieelRij(TypedDict):
    label: str
    indicator: str  # "" for the total
    is_totaal: bool
    begroting: Cel
    prognose: Cel
    realisatie: Cel
    vorig_jaar: Cel
    saldo: Saldo | None


class Kolom(TypedDict):
    code: str
    titel: str


class BrugRij(TypedDict):
    """One line of the bridge from the budget of the previous edition to that of this one."""

    label: str
    indicator: str  # "" for the total
    is_totaal: bool
    oud: Cel
    nieuw: Cel
    verschil_tekst: str  # "€ 51.371", "" when one of the two is not known


class FinancieelInhoud(TypedDict):
    jaar: str
    basis_tekst: str  # "primitieve begroting"
    kolommen: list[Kolom]  # begroting, prognose, realisatie, vorig_jaar
    rijen: list[FinancieelRij]
    zin: (
        str  # "We verwachten € 51.371 meer uit te geven dan begroot. Dat is 0,4% van de begroting."
    )
    basiswissel: str  # sentence when the previous edition used another basis, else ""
    brug: NotRequired[list[BrugRij]]  # only with a basiswissel


class TabelRij(TypedDict):
    label: str
    indicator: str
    reeks: str
    cellen: list[Cel]  # as many as there are columns
    is_totaal: bool


class TabelInhoud(TypedDict):
    rijkop: str
    kolommen: list[Kolom]
    rijen: list[TabelRij]


class GrafiekReeks(TypedDict):
    naam: str
    indicator: str
    reeks: str
    soort: str
    punten: list[Cel]  # one for each label


class GrafiekInhoud(TypedDict):
    vorm: str
    eenheid: str
    eenheid_tekst: str
    decimalen: int
    labels: list[str]  # x-axis: "jan", "2019", "Hulp met verblijf"
    reeksen: list[GrafiekReeks]
    breuken: list[int]  # indexes of labels before which the definition changed
    toon_grafiek: bool  # False when over a quarter of the points is hidden: table only
    alt: str
    samenvatting: str


class RanglijstRij(TypedDict):
    plaats: int
    label: str
    cel: Cel | None


class RanglijstInhoud(TypedDict):
    kolom: str
    rijen: list[RanglijstRij]


class Blok(TypedDict):
    code: str
    soort: str
    kop: str
    titel: str
    ondertitel: str
    tekst: str  # Markdown with figures already filled in
    bron: str
    eigenaar: str
    stand: str  # "april 2021"
    niet_bijgewerkt: str  # "" or "stand februari 2021; nieuw cijfer in augustus 2021"
    voetnoten: list[str]
    inhoud: dict[str, Any]  # one of the …Inhoud above, by `soort`
    verklaringen: NotRequired[list[str]]  # why a text differs from a figure; absent when none


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
    herzien: NotRequired[list[Revisie]]  # figures that the previous edition showed otherwise
