"""Where things are. Templates take every address from here, so that a preview can swap the base."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class Adressen:
    """Addresses of one edition. With `basis` everything in the edition stays under that address;
    with `versie` the reader stays in that version."""

    gemeente_slug: str = ""
    uitgave_slug: str = ""
    basis: str = ""
    versie: int | None = None

    def _in_uitgave(self, naam: str, rest: str, **delen: str) -> str:
        if self.basis:
            return f"{self.basis.rstrip('/')}/{rest}"
        kwargs = {"gemeente": self.gemeente_slug, "uitgave": self.uitgave_slug, **delen}
        try:
            adres = reverse(naam, kwargs=kwargs)
        except NoReverseMatch:
            return ""
        return f"{adres}?versie={self.versie}" if self.versie else adres

    def _in_gemeente(self, naam: str) -> str:
        if not self.gemeente_slug:
            return ""
        return reverse(f"weergave:{naam}", kwargs={"gemeente": self.gemeente_slug})

    # Of the gemeente: the same for every edition, also from a preview.

    def gemeente(self) -> str:
        return self._in_gemeente("gemeente")

    def uitgaven(self) -> str:
        return self._in_gemeente("uitgaven")

    def over(self) -> str:
        return self._in_gemeente("over")

    def toegankelijkheid(self) -> str:
        return self._in_gemeente("toegankelijkheid")

    def vergelijken(self) -> str:
        return self._in_gemeente("vergelijken")

    def zoeken(self) -> str:
        return self._in_gemeente("zoeken")

    def thema(self) -> str:
        return self._in_gemeente("thema")

    def feed(self) -> str:
        return self._in_gemeente("gemeentefeed")

    def alles(self) -> str:
        return self._in_gemeente("alles")

    def catalogus(self, formaat: str) -> str:
        return self._in_gemeente(f"catalogus_{formaat}")

    # Of the edition.

    def uitgave(self) -> str:
        return self._in_uitgave("weergave:uitgave", "")

    def andere_uitgave(self, slug: str, versie: int | None = None) -> str:
        """Another edition of the gemeente, or another version of this one, as it was published."""
        return Adressen(self.gemeente_slug, slug, versie=versie).uitgave()

    def bestand_van(self, slug: str, formaat: str) -> str:
        return Adressen(self.gemeente_slug, slug).bestand(formaat)

    def hoofdstuk(self, code: str) -> str:
        return self._in_uitgave("weergave:hoofdstuk", f"{code}/", hoofdstuk=code)

    def nota(self) -> str:
        return self._in_uitgave("weergave:nota", "nota/")

    def cijfers(self) -> str:
        return self._in_uitgave("weergave:cijfers", "cijfers/")

    def cijfer(self, code: str) -> str:
        return self._in_uitgave("weergave:cijfer", f"cijfers/{code}/", indicator=code)

    def bestanden(self) -> str:
        return self._in_uitgave("weergave:bestanden", "bestanden/")

    def bestanden_van(self, slug: str) -> str:
        return Adressen(self.gemeente_slug, slug).bestanden()

    def vragen(self) -> str:
        return self._in_uitgave("weergave:vragen", "vragen/")

    def vraag(self, code: str) -> str:
        """Where a reader asks about a figure; nowhere in a preview, and always of the newest version."""
        if self.basis:
            return ""
        return Adressen(self.gemeente_slug, self.uitgave_slug)._in_uitgave(
            "weergave:vraag", "", indicator=code
        )

    def bestand(self, formaat: str) -> str:
        return self._in_uitgave("weergave:bestand", f"monitor.{formaat}", formaat=formaat)

    def grafiek(self, hoofdstuk: str, blok: str) -> str:
        rest = f"grafiek/{hoofdstuk}/{blok}.json"
        return self._in_uitgave("weergave:grafiek", rest, hoofdstuk=hoofdstuk, blok=blok)

    def programma(self, slug: str) -> str:
        return self._in_uitgave("programma:programma", f"programma/{slug}/", programma=slug)

    def onderdeel(self, slug: str, code: str) -> str:
        rest = f"programma/{slug}/{code}/"
        return self._in_uitgave("programma:onderdeel", rest, programma=slug, onderdeel=code)

    def mijlpalen(self, slug: str) -> str:
        rest = f"programma/{slug}/mijlpalen.csv"
        return self._in_uitgave("programma:mijlpalen", rest, programma=slug)
