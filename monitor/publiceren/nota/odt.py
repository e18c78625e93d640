"""The note as OpenDocument text: real headings, lists and table headers, in Dutch, no names."""

from typing import Any
from xml.sax.saxutils import quoteattr

from monitor.publiceren.nota.document import accent, maak_blokken, titel, voettekst
from monitor.publiceren.nota.odt_stijlen import NAMEN, stijlen
from monitor.publiceren.nota.tekst import Alinea, Blok, Kenmerk, Kop, Lijst, Stuk, Tabel
from monitor.publiceren.pakket import maak_pakket, schoon

SOORT = "application/vnd.oasis.opendocument.text"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def maak_odt(inhoud: dict[str, Any], *, concept: bool = False) -> bytes:
    """The same bytes for the same snapshot."""
    naam = titel(inhoud, concept=concept)
    tekst = "".join(_blok(b) for b in maak_blokken(inhoud))
    return maak_pakket(
        [
            ("mimetype", SOORT),
            ("META-INF/manifest.xml", _manifest()),
            ("meta.xml", _meta(naam)),
            ("styles.xml", _XML + stijlen(accent(inhoud), voettekst(inhoud), concept=concept)),
            ("content.xml", _inhoud(tekst)),
        ],
        eerst_los=True,
    )


def _manifest() -> str:
    delen = (("/", SOORT), *((f"{n}.xml", "text/xml") for n in ("meta", "styles", "content")))
    rijen = "".join(
        f'<manifest:file-entry manifest:full-path="{pad}" manifest:media-type="{soort}"/>'
        for pad, soort in delen
    )
    naam = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return (
        f'{_XML}<manifest:manifest xmlns:manifest="{naam}" manifest:version="1.3">{rijen}'
        "</manifest:manifest>"
    )


def _meta(naam: str) -> str:
    """A title and a language; who made it and when stands in the snapshot's own record."""
    return (
        f'{_XML}<office:document-meta {NAMEN} office:version="1.3"><office:meta>'
        f"<dc:title>{schoon(naam)}</dc:title><dc:language>nl-NL</dc:language>"
        "</office:meta></office:document-meta>"
    )


def _inhoud(tekst: str) -> str:
    lijsten = "".join(_lijststijl(naam, nummer) for naam, nummer in (("L0", False), ("L1", True)))
    return (
        f'{_XML}<office:document-content {NAMEN} office:version="1.3"><office:automatic-styles>'
        '<style:style style:name="Vet" style:family="text"><style:text-properties '
        'fo:font-weight="bold"/></style:style><style:style style:name="Cursief" '
        'style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
        '<style:style style:name="VetCursief" style:family="text"><style:text-properties '
        f'fo:font-weight="bold" fo:font-style="italic"/></style:style>{lijsten}'
        '<style:style style:name="Cel" style:family="table-cell"><style:table-cell-properties '
        'fo:padding="0.1cm" fo:border-bottom="0.5pt solid #c6ced5"/></style:style>'
        "</office:automatic-styles><office:body><office:text>"
        f"{tekst}</office:text></office:body></office:document-content>"
    )


def _lijststijl(naam: str, is_genummerd: bool) -> str:
    niveaus = []
    for n in range(1, 5):
        plek = (
            '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
            '<style:list-level-label-alignment text:label-followed-by="listtab" '
            f'fo:margin-left="{0.6 * n:.1f}cm" fo:text-indent="-0.6cm"/></style:list-level-properties>'
        )
        niveaus.append(
            f'<text:list-level-style-number text:level="{n}" style:num-format="1" '
            f'style:num-suffix=".">{plek}</text:list-level-style-number>'
            if is_genummerd
            else f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="•">{plek}'
            "</text:list-level-style-bullet>"
        )
    return f'<text:list-style style:name="{naam}">{"".join(niveaus)}</text:list-style>'


def _blok(blok: Blok) -> str:
    if isinstance(blok, Kop):
        stijl = "Title" if blok.niveau == 1 else f"Heading_20_{blok.niveau}"
        return (
            f'<text:h text:style-name="{stijl}" text:outline-level="{blok.niveau}">'
            f"{_stukken(blok.stukken)}</text:h>"
        )
    if isinstance(blok, Kenmerk):
        return (
            f'<text:p text:style-name="Kenmerk"><text:span text:style-name="Vet">'
            f"{schoon(blok.naam)}:</text:span><text:tab/>{schoon(blok.waarde)}</text:p>"
        )
    if isinstance(blok, Lijst):
        return _lijst(blok)
    if isinstance(blok, Tabel):
        return _tabel(blok)
    return _alinea(blok)


def _alinea(blok: Alinea) -> str:
    stijl = "Quotations" if blok.is_citaat else "Text_20_body"
    return f'<text:p text:style-name="{stijl}">{_stukken(blok.stukken)}</text:p>'


def _lijst(lijst: Lijst) -> str:
    punten = []
    for i, punt in enumerate(lijst.punten):
        begin = f' text:start-value="{lijst.begin}"' if lijst.is_genummerd and not i else ""
        inhoud = "".join(_blok(b) for b in punt)
        punten.append(f"<text:list-item{begin}>{inhoud}</text:list-item>")
    naam = f"L{int(lijst.is_genummerd)}"
    return f'<text:list text:style-name="{naam}">{"".join(punten)}</text:list>'


def _tabel(tabel: Tabel) -> str:
    def rij(cellen: list[tuple[Stuk, ...]], stijl: str) -> str:
        binnen = "".join(
            f'<table:table-cell table:style-name="Cel" office:value-type="string"><text:p '
            f'text:style-name="{stijl}">{_stukken(c)}</text:p></table:table-cell>'
            for c in cellen
        )
        return f"<table:table-row>{binnen}</table:table-row>"

    kop = rij(tabel.koppen, "Table_20_Heading")
    rijen = "".join(rij(r, "Table_20_Contents") for r in tabel.rijen)
    return (
        '<table:table table:name="Tabel"><table:table-column table:number-columns-repeated='
        f'"{len(tabel.koppen)}"/><table:table-header-rows>{kop}</table:table-header-rows>{rijen}'
        '</table:table><text:p text:style-name="Text_20_body"/>'
    )


def _stukken(stukken: tuple[Stuk, ...]) -> str:
    return "".join(map(_stuk, stukken))


def _stuk(stuk: Stuk) -> str:
    tekst = schoon(stuk.tekst).replace("\n", "<text:line-break/>")
    stijl = ("Vet" if stuk.vet else "") + ("Cursief" if stuk.cursief else "")
    if stijl:
        tekst = f'<text:span text:style-name="{stijl}">{tekst}</text:span>'
    if stuk.link:
        tekst = f'<text:a xlink:href={quoteattr(stuk.link)} xlink:type="simple">{tekst}</text:a>'
    return tekst
