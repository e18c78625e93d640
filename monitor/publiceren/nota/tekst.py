"""Markdown of a note as plain blocks, for files that are not HTML. Raw HTML in it is text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

_markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
_SCHEMAS = ("https://", "http://", "mailto:")


@dataclass(frozen=True)
class Stuk:
    """A run of text; a `link` is only ever to a web or mail address."""

    tekst: str
    vet: bool = False
    cursief: bool = False
    link: str = ""


@dataclass(frozen=True)
class Kop:
    niveau: int
    stukken: tuple[Stuk, ...]


@dataclass(frozen=True)
class Alinea:
    stukken: tuple[Stuk, ...]
    is_citaat: bool = False


@dataclass(frozen=True)
class Kenmerk:
    """A line of the head: "Onderwerp", "Monitor maart-april 2021"."""

    naam: str
    waarde: str


@dataclass
class Lijst:
    is_genummerd: bool
    begin: int = 1
    punten: "list[list[Blok]]" = field(default_factory=list)


@dataclass
class Tabel:
    koppen: list[tuple[Stuk, ...]] = field(default_factory=list)
    rijen: list[list[tuple[Stuk, ...]]] = field(default_factory=list)


Blok = Kop | Alinea | Kenmerk | Lijst | Tabel


def blokken(markdown: str, niveau: int = 2) -> list[Blok]:
    """The blocks of a text; its headings come under `niveau`, none skipped."""
    lezer = _Lezer(_markdown.parse(markdown), niveau)
    return list(lezer.tot(""))


class _Lezer:
    """Walks the flat list of tokens once; each open token reads up to its own close."""

    def __init__(self, tokens: Sequence[Token], niveau: int) -> None:
        self._tokens = list(reversed(tokens))
        self._niveau, self._vorige = niveau, niveau
        self._hoogste = min((int(t.tag[1]) for t in tokens if t.type == "heading_open"), default=1)
        self._citaat = False

    def tot(self, sluit: str) -> Iterator[Blok]:
        while self._tokens:
            token = self._tokens.pop()
            if token.type == sluit:
                return
            yield from self._blok(token)

    def _blok(self, token: Token) -> Iterator[Blok]:
        soort = token.type
        if soort == "heading_open":
            yield Kop(self._plaats(int(token.tag[1])), self._inhoud())
        elif soort == "paragraph_open":
            yield Alinea(self._inhoud(), self._citaat)
        elif soort in ("fence", "code_block"):
            yield Alinea((Stuk(token.content.strip("\n")),), self._citaat)
        elif soort in ("bullet_list_open", "ordered_list_open"):
            yield self._lijst(token)
        elif soort == "blockquote_open":
            self._citaat = True
            yield from self.tot("blockquote_close")
            self._citaat = False
        elif soort == "table_open":
            yield self._tabel()

    def _plaats(self, eigen: int) -> int:
        self._vorige = min(self._niveau + 1 + eigen - self._hoogste, self._vorige + 1, 6)
        return self._vorige

    def _inhoud(self) -> tuple[Stuk, ...]:
        """The runs of the inline token that follows; takes its close too."""
        inline = self._tokens.pop()
        self._tokens.pop()
        return stukken(inline)

    def _lijst(self, token: Token) -> Lijst:
        lijst = Lijst(token.type == "ordered_list_open", int(token.attrGet("start") or 1))
        sluit = token.type.replace("open", "close")
        while self._tokens and (punt := self._tokens.pop()).type != sluit:
            if punt.type == "list_item_open":
                lijst.punten.append(list(self.tot("list_item_close")))
        return lijst

    def _tabel(self) -> Tabel:
        tabel = Tabel()
        rij: list[tuple[Stuk, ...]] = []
        while self._tokens and (token := self._tokens.pop()).type != "table_close":
            if token.type == "tr_open":
                rij = []
            elif token.type in ("th_open", "td_open"):
                rij.append(self._inhoud())
            elif token.type == "thead_close":
                tabel.koppen = rij
            elif token.type == "tr_close" and tabel.koppen:
                tabel.rijen.append(rij)
        return tabel


def stukken(inline: Token) -> tuple[Stuk, ...]:
    """The runs of one line, with line breaks as "\\n"."""
    uit: list[Stuk] = []
    vet = cursief = 0
    link = ""
    for t in inline.children or ():
        if t.type in ("strong_open", "strong_close"):
            vet += t.nesting
        elif t.type in ("em_open", "em_close"):
            cursief += t.nesting
        elif t.type == "link_open":
            adres = str(t.attrGet("href") or "")
            link = adres if adres.startswith(_SCHEMAS) else ""
        elif t.type == "link_close":
            link = ""
        else:
            tekst = "\n" if t.type in ("softbreak", "hardbreak") else t.content
            uit.append(Stuk(tekst, vet > 0, cursief > 0, link))
    return tuple(s for s in uit if s.tekst)
