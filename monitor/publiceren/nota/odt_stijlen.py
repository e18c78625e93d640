"""The house template of the note as ODT: named styles, A4, a footer with page x of y."""

from monitor.publiceren.pakket import schoon

_NS = "urn:oasis:names:tc:opendocument:xmlns"
NAMEN = " ".join(
    f'xmlns:{kort}="{lang}"'
    for kort, lang in (
        ("office", f"{_NS}:office:1.0"),
        ("style", f"{_NS}:style:1.0"),
        ("text", f"{_NS}:text:1.0"),
        ("table", f"{_NS}:table:1.0"),
        ("fo", f"{_NS}:xsl-fo-compatible:1.0"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("xlink", "http://www.w3.org/1999/xlink"),
    )
)
LETTER = 'style:font-name="Noto Sans" fo:font-family="&apos;Noto Sans&apos;, Arial, sans-serif"'
_GROOTTE = {2: "14pt", 3: "12pt", 4: "11pt", 5: "11pt", 6: "11pt"}


def stijlen(kleur: str, voet: str, *, concept: bool) -> str:
    """`styles.xml` without its first line. `kleur` is #rrggbb."""
    return (
        f'<office:document-styles {NAMEN} office:version="1.3"><office:styles>{_basis()}'
        f"{_koppen(kleur)}{_alineas()}</office:styles><office:automatic-styles>"
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="1.5cm" '
        'fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:header-style/><style:footer-style>'
        '<style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.5cm"/>'
        "</style:footer-style></style:page-layout></office:automatic-styles>"
        f"<office:master-styles>{_pagina(voet, concept)}</office:master-styles>"
        "</office:document-styles>"
    )


def _basis() -> str:
    return (
        '<style:default-style style:family="paragraph"><style:text-properties '
        f'{LETTER} fo:font-size="11pt" fo:language="nl" fo:country="NL"/></style:default-style>'
    )


def _stijl(naam: str, toon: str, alinea: str, tekst: str = "", niveau: int = 0) -> str:
    omlijnd = f' style:default-outline-level="{niveau}"' if niveau else ""
    return (
        f'<style:style style:name="{naam}" style:display-name="{toon}" style:family="paragraph"'
        f"{omlijnd}><style:paragraph-properties {alinea}/>"
        f"<style:text-properties {tekst}/></style:style>"
    )


def _koppen(kleur: str) -> str:
    bij_elkaar = 'fo:keep-with-next="always"'
    titel = f'fo:font-size="20pt" fo:font-weight="bold" fo:color="{kleur}"'
    uit = [_stijl("Title", "Title", f'fo:margin-bottom="0.5cm" {bij_elkaar}', titel, 1)]
    for niveau, grootte in _GROOTTE.items():
        tekst = f'fo:font-size="{grootte}" fo:font-weight="bold" fo:color="{kleur}"'
        alinea = f'fo:margin-top="0.5cm" fo:margin-bottom="0.15cm" {bij_elkaar}'
        uit.append(_stijl(f"Heading_20_{niveau}", f"Heading {niveau}", alinea, tekst, niveau))
    return "".join(uit)


def _alineas() -> str:
    tab = '<style:tab-stops><style:tab-stop style:position="5.5cm"/></style:tab-stops>'
    kenmerk = (
        '<style:style style:name="Kenmerk" style:display-name="Kenmerk" style:family="paragraph">'
        '<style:paragraph-properties fo:margin-left="5.5cm" fo:text-indent="-5.5cm" '
        f'fo:margin-bottom="0.1cm">{tab}</style:paragraph-properties></style:style>'
    )
    return kenmerk + "".join(
        (
            _stijl("Text_20_body", "Text body", 'fo:margin-bottom="0.2cm" fo:line-height="130%"'),
            _stijl("Quotations", "Quotations", 'fo:margin-left="1cm" fo:margin-bottom="0.2cm"'),
            _stijl("Table_20_Contents", "Table Contents", 'fo:margin-bottom="0cm"'),
            _stijl("Table_20_Heading", "Table Heading", "", 'fo:font-weight="bold"'),
            _stijl("Header", "Header", "", 'fo:font-weight="bold" fo:color="#8a1c1c"'),
            _stijl("Footer", "Footer", "", 'fo:font-size="8pt" fo:color="#4d5863"'),
        )
    )


def _pagina(voet: str, concept: bool) -> str:
    kop = (
        '<style:header><text:p text:style-name="Header">Concept, niet vastgesteld</text:p>'
        "</style:header>"
        if concept
        else ""
    )
    return (
        f'<style:master-page style:name="Standard" style:page-layout-name="A4">{kop}<style:footer>'
        f'<text:p text:style-name="Footer">{schoon(voet)} · pagina <text:page-number/> van '
        "<text:page-count/></text:p></style:footer></style:master-page>"
    )
