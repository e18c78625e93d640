"""The house template of the note as Word document: styles, numbering, footer, and what binds the parts."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from monitor.publiceren.nota.tekst import Lijst
from monitor.publiceren.pakket import schoon

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
NAMEN = f'xmlns:w="{_W}" xmlns:r="{_R}"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_GROOTTE = {1: 32, 2: 28, 3: 24, 4: 22, 5: 22, 6: 22}  # half points


def soorten() -> str:
    delen = (
        ("word/document.xml", f"{_WORD}.document.main+xml"),
        ("word/styles.xml", f"{_WORD}.styles+xml"),
        ("word/settings.xml", f"{_WORD}.settings+xml"),
        ("word/numbering.xml", f"{_WORD}.numbering+xml"),
        ("word/header1.xml", f"{_WORD}.header+xml"),
        ("word/footer1.xml", f"{_WORD}.footer+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    )
    rijen = "".join(f'<Override PartName="/{d}" ContentType="{s}"/>' for d, s in delen)
    return (
        f'<Types xmlns="{_P}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rijen}</Types>'
    )


def relaties(rijen: Sequence[tuple[str, str, bool]]) -> str:
    """(kind, target, whether it is an address outside the file)"""
    uit = []
    for i, (soort, doel, is_buiten) in enumerate(rijen, 1):
        basis = f"{_P}/relationships" if "/" in soort else _R
        buiten = ' TargetMode="External"' if is_buiten else ""
        uit.append(
            f'<Relationship Id="rId{i}" Type="{basis}/{soort}" Target={quoteattr(doel)}{buiten}/>'
        )
    return f'<Relationships xmlns="{_P}/relationships">{"".join(uit)}</Relationships>'


def stijlen(kleur: str) -> str:
    vet = f'<w:b/><w:color w:val="{kleur[1:].upper()}"/>'
    koppen = "".join(
        _stijl(
            f"Heading{n}",
            f"heading {n}",
            f'<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="{n - 1}"/>',
            f'{vet}<w:sz w:val="{grootte}"/>',
        )
        for n, grootte in _GROOTTE.items()
    )
    titel = _stijl("Title", "Title", _TITEL, f'{vet}<w:sz w:val="40"/>')
    return (
        f"<w:styles {NAMEN}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="Arial"/><w:sz w:val="21"/>'
        '<w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault></w:docDefaults>'
        f"{_stijl('Normal', 'Normal', '', '', is_basis=True)}"
        f"{titel}{koppen}{_alineas()}"
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>'
        '<w:color w:val="0F3F6E"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="Tabel"><w:name w:val="Tabel"/><w:tblPr><w:tblBorders>'
        '<w:bottom w:val="single" w:sz="4" w:color="C6CED5"/>'
        '<w:insideH w:val="single" w:sz="4" w:color="C6CED5"/></w:tblBorders></w:tblPr></w:style>'
        "</w:styles>"
    )


# The title is the heading of the first level: a reader by ear finds it in the list of headings.
_TITEL = '<w:keepNext/><w:spacing w:after="240"/><w:outlineLvl w:val="0"/>'


def _alineas() -> str:
    rijen = (
        ("BodyText", "Body Text", '<w:spacing w:after="120" w:line="300" w:lineRule="auto"/>', ""),
        ("ListParagraph", "List Paragraph", '<w:spacing w:after="60"/>', ""),
        ("Quote", "Quote", '<w:spacing w:after="120"/><w:ind w:left="567"/>', "<w:i/>"),
        (
            "Kenmerk",
            "Kenmerk",
            '<w:tabs><w:tab w:val="left" w:pos="3119"/></w:tabs><w:spacing w:after="60"/>'
            '<w:ind w:left="3119" w:hanging="3119"/>',
            "",
        ),
        ("TableHeading", "Table Heading", "", "<w:b/>"),
        ("TableContents", "Table Contents", "", ""),
        ("Header", "header", "", ""),
        ("Footer", "footer", "", '<w:color w:val="4D5863"/><w:sz w:val="16"/>'),
    )
    return "".join(_stijl(*rij) for rij in rijen)


def _stijl(code: str, naam: str, alinea: str, tekst: str, *, is_basis: bool = False) -> str:
    basis = "" if is_basis else '<w:basedOn w:val="Normal"/>'
    standaard = ' w:default="1"' if is_basis else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{code}"{standaard}><w:name w:val="{naam}"/>{basis}'
        f"<w:qFormat/><w:pPr>{alinea}</w:pPr><w:rPr>{tekst}</w:rPr></w:style>"
    )


def nummering(lijsten: Sequence[Lijst]) -> str:
    """Each list its own numbering, so that a second list begins anew."""
    vormen = "".join(_lijstvorm(i, lijst) for i, lijst in enumerate(lijsten, 1))
    nummers = "".join(
        f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>'
        for i in range(1, len(lijsten) + 1)
    )
    return f"<w:numbering {NAMEN}>{vormen}{nummers}</w:numbering>"


def _lijstvorm(nummer: int, lijst: Lijst) -> str:
    niveaus = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{lijst.begin}"/>'
        f'<w:numFmt w:val="{"decimal" if lijst.is_genummerd else "bullet"}"/>'
        f'<w:lvlText w:val="{f"%{n + 1}." if lijst.is_genummerd else "•"}"/>'
        f'<w:pPr><w:ind w:left="{567 * (n + 1)}" w:hanging="357"/></w:pPr></w:lvl>'
        for n in range(4)
    )
    return f'<w:abstractNum w:abstractNumId="{nummer}">{niveaus}</w:abstractNum>'


def velden(voet: str) -> str:
    """The footer: text, and page x of y as fields."""
    return (
        f'<w:ftr {NAMEN}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{schoon(voet)} · pagina </w:t></w:r>'
        '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        '<w:r><w:t xml:space="preserve"> van </w:t></w:r>'
        '<w:fldSimple w:instr="NUMPAGES"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
    )
