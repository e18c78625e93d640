"""The shape of blocks in a snapshot, by their kind. See `monitor.publiceren.schema`."""

from typing import Any, NotRequired, TypedDict

from monitor.publiceren.cijferschema import Cel


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
