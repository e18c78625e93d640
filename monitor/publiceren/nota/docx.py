"""The note as a Word document: the same blocks, headings and table headers; no names in it."""

from typing import Any
from xml.sax.saxutils import quoteattr

from monitor.publiceren.nota.document import accent, maak_blokken, titel, voettekst
from monitor.publiceren.nota.docx_stijlen import (
    NAMEN,
    nummering,
    relaties,
    soorten,
    stijlen,
    velden,
)
from monitor.publiceren.nota.tekst import Alinea, Blok, Kenmerk, Kop, Lijst, Stuk, Tabel
from monitor.publiceren.pakket import maak_pakket, schoon

SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def maak_docx(inhoud: dict[str, Any], *, concept: bool = False) -> bytes:
    """The same bytes for the same snapshot."""
    schrijver = _Schrijver()
    tekst = "".join(schrijver.blok(b) for b in maak_blokken(inhoud))
    delen = {
        "[Content_Types].xml": soorten(),
        "_rels/.rels": relaties(
            [
                ("officeDocument", "word/document.xml", False),
                ("metadata/core-properties", "docProps/core.xml", False),
            ]
        ),
        "docProps/core.xml": _kern(titel(inhoud, concept=concept)),
        "word/document.xml": _document(tekst),
        "word/_rels/document.xml.rels": relaties(schrijver.relaties),
        "word/styles.xml": stijlen(accent(inhoud)),
        "word/settings.xml": f'<w:settings {NAMEN}><w:themeFontLang w:val="nl-NL"/></w:settings>',
        "word/numbering.xml": nummering(schrijver.lijsten),
        "word/header1.xml": _kop(concept),
        "word/footer1.xml": velden(voettekst(inhoud)),
    }
    return maak_pakket((naam, _XML + deel) for naam, deel in delen.items())


def _kern(naam: str) -> str:
    pakket = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    return (
        f'<cp:coreProperties xmlns:cp="{pakket}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{schoon(naam)}</dc:title><dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def _document(tekst: str) -> str:
    return (
        f"<w:document {NAMEN}><w:body>{tekst}<w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1134" '
        'w:left="1418" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _kop(concept: bool) -> str:
    tekst = (
        '<w:r><w:rPr><w:b/><w:color w:val="8A1C1C"/></w:rPr><w:t>Concept, niet vastgesteld</w:t></w:r>'
        if concept
        else ""
    )
    return f'<w:hdr {NAMEN}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{tekst}</w:p></w:hdr>'


class _Schrijver:
    """Writes blocks, and remembers which links and lists they use."""

    def __init__(self) -> None:
        self.relaties = [
            ("styles", "styles.xml", False),
            ("settings", "settings.xml", False),
            ("numbering", "numbering.xml", False),
            ("header", "header1.xml", False),
            ("footer", "footer1.xml", False),
        ]
        self.lijsten: list[Lijst] = []

    def blok(self, blok: Blok, lijst: str = "") -> str:
        if isinstance(blok, Kop):
            stijl = "Title" if blok.niveau == 1 else f"Heading{blok.niveau}"
            return self._alinea(blok.stukken, stijl)
        if isinstance(blok, Kenmerk):
            naam = Stuk(f"{blok.naam}:\t", vet=True)
            return self._alinea((naam, Stuk(blok.waarde)), "Kenmerk")
        if isinstance(blok, Lijst):
            return self._lijst(blok, lijst)
        if isinstance(blok, Tabel):
            return self._tabel(blok)
        return self._gewoon(blok, lijst)

    def _gewoon(self, blok: Alinea, lijst: str) -> str:
        stijl = "Quote" if blok.is_citaat else ("ListParagraph" if lijst else "BodyText")
        return self._alinea(blok.stukken, stijl, lijst)

    def _alinea(self, stukken: tuple[Stuk, ...], stijl: str, eigen: str = "") -> str:
        tekst = "".join(map(self._stuk, stukken))
        return f'<w:p><w:pPr><w:pStyle w:val="{stijl}"/>{eigen}</w:pPr>{tekst}</w:p>'

    def _lijst(self, lijst: Lijst, buiten: str) -> str:
        self.lijsten.append(lijst)
        diepte = min(buiten.count("<w:ilvl") and int(buiten.split('w:ilvl w:val="')[1][0]) + 1, 3)
        nummer = (
            f'<w:numPr><w:ilvl w:val="{diepte}"/><w:numId w:val="{len(self.lijsten)}"/></w:numPr>'
        )
        uit = []
        for punt in lijst.punten:
            for i, b in enumerate(punt):
                is_vervolg = i and isinstance(b, Alinea)
                uit.append(self.blok(b, '<w:ind w:left="567"/>' if is_vervolg else nummer))
        return "".join(uit)

    def _tabel(self, tabel: Tabel) -> str:
        breedte = 9070 // max(len(tabel.koppen), 1)
        kolommen = f'<w:gridCol w:w="{breedte}"/>' * len(tabel.koppen)
        rijen = "".join(self._rij(r, breedte) for r in tabel.rijen)
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="Tabel"/><w:tblW w:w="9070" w:type="dxa"/>'
            '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
            f"<w:tblGrid>{kolommen}</w:tblGrid>{self._rij(tabel.koppen, breedte, is_kop=True)}"
            f'{rijen}</w:tbl><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'
        )

    def _rij(self, cellen: list[tuple[Stuk, ...]], breedte: int, *, is_kop: bool = False) -> str:
        kop = "<w:trPr><w:tblHeader/></w:trPr>" if is_kop else ""
        stijl = "TableHeading" if is_kop else "TableContents"
        binnen = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{breedte}" w:type="dxa"/></w:tcPr>'
            f"{self._alinea(c, stijl)}</w:tc>"
            for c in cellen
        )
        return f"<w:tr>{kop}{binnen}</w:tr>"

    def _stuk(self, stuk: Stuk) -> str:
        vorm = ("<w:b/>" if stuk.vet else "") + ("<w:i/>" if stuk.cursief else "")
        if stuk.link:
            vorm = f'<w:rStyle w:val="Hyperlink"/>{vorm}'
        tekst = schoon(stuk.tekst)
        tekst = tekst.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        tekst = tekst.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        loop = f'<w:r><w:rPr>{vorm}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'
        if not stuk.link:
            return loop
        self.relaties.append(("hyperlink", stuk.link, True))
        return f"<w:hyperlink r:id={quoteattr(f'rId{len(self.relaties)}')}>{loop}</w:hyperlink>"
