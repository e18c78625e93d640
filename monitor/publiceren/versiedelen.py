"""Percentages of people over all editions and versions: which to hide, so that none of them together tell.

20% of 100 people and, after a correction, 24% of 105: what the shown ones say of each part, then and now, is
one system with what readers know of the counts. Source: METHODEN A4.6, A7; docs/adr/0022.
"""

from collections.abc import Iterator
from decimal import Decimal

from monitor.publiceren.achter import NOEMER, achterliggend
from monitor.publiceren.deeltijden import Deel, tijden
from monitor.publiceren.dekking import Dekking
from monitor.publiceren.gegevens import Bron
from monitor.publiceren.grootboek import CelId
from monitor.publiceren.lezerskennis import ONEINDIG, Som, samenhang
from monitor.regels.afscherming import Delen, dek_delen


def dek_versies(bron: Bron, dekking: Dekking, weg: set[CelId]) -> set[CelId]:
    """`weg`: the percentages that are hidden already. What follows whatever is hidden is pointed out."""
    uit: set[CelId] = set()
    for code, telling in sorted(achterliggend(bron.indicatoren).items()):
        eigen = bron.indicatoren[code]
        if eigen.eenheid not in NOEMER or eigen.formule or dekking.patroon is None:
            continue
        if any(r.indicator == code for r in bron.genoemd) and dekking.heelal.drempel(telling):
            uit |= _Puzzel(bron, dekking, code, telling).dek(weg)
    return uit


class _Puzzel:
    """All that readers have of one percentage."""

    def __init__(self, bron: Bron, dekking: Dekking, code: str, telling: str) -> None:
        self.bron, self.dekking, self.code = bron, dekking, code
        self.drempel = dekking.heelal.drempel(telling) or 10
        self.noemer = NOEMER[bron.indicatoren[code].eenheid]  # type: ignore[index]
        self.stap = Decimal(1).scaleb(-bron.indicatoren[code].decimalen) / 2
        self.tijden = list(tijden(bron, dekking.heelal, code, telling))

    def dek(self, weg: set[CelId]) -> set[CelId]:
        nu, *toen = self.tijden
        publiek = {d.naam: d for t in toen for d in t.delen.values() if d.getoond}
        zegt = {
            (reeks, periode): nu.delen[reeks, periode]
            for reeks, periode in nu.delen
            if reeks in self.bron.genoemd and (reeks, periode) not in weg
        }
        zegt = {c: d for c, d in zegt.items() if d.aandeel is not None and d.naam not in publiek}
        doelen = {n: d for n, d in self._doelen() if n not in publiek}
        vakken = {d.vak for d in doelen.values()}
        zegt = {c: d for c, d in zegt.items() if d.vak in vakken}
        vast = [d for d in publiek.values() if d.vak in vakken]
        if not doelen or not (zegt or vast):
            return set()
        return self._kies(zegt, vast, doelen)

    def _doelen(self) -> Iterator[tuple[str, Deel]]:
        """The parts that may be few people, and what they leave."""
        for deel in {d.naam: d for t in self.tijden for d in t.delen.values()}.values():
            if deel.aandeel is None:
                kan = [deel.naam, f"{deel.naam}!"] if deel.mensen else []
            else:
                midden = deel.aandeel * deel.mensen / self.noemer
                marge = self.stap * deel.mensen / self.noemer + 1
                rest = deel.mensen - midden
                kan = [deel.naam] if -marge < midden < self.drempel + marge else []
                kan += [f"{deel.naam}!"] if -marge < rest < self.drempel + marge else []
            for naam in kan:
                if self.noemer == 100 or not naam.endswith("!"):
                    yield naam, deel

    def _kies(
        self, zegt: dict[CelId, Deel], vast: list[Deel], doelen: dict[str, Deel]
    ) -> set[CelId]:
        vakken = {d.vak for d in doelen.values()}
        delen = {d.naam: d for t in self.tijden for d in t.delen.values() if d.vak in vakken}
        assert self.dekking.patroon is not None
        status = self.dekking.patroon.status
        grenzen, sommen = samenhang(
            self.dekking.heelal, status, {d.telling for d in delen.values()}
        )
        bekend = {d.telling for t in self.tijden for d in t.delen.values() if d.is_bekend}
        for d in delen.values():
            if d.telling in bekend:
                grenzen[d.telling] = (d.mensen, d.mensen)
            elif d.telling not in grenzen:  # hidden then, in no sum
                klein = 0 < d.mensen < self.drempel
                grenzen[d.telling] = (1, self.drempel - 1) if klein else (0, ONEINDIG)
            grenzen[d.naam] = grenzen[f"{d.naam}!"] = (0, ONEINDIG)
            if self.noemer == 100:
                sommen.append(({d.naam: 1, f"{d.naam}!": 1, d.telling: -1}, 0, 0))
        sommen += [s for t in self.tijden for vak, s in t.lijnen if vak in vakken]
        sommen += [s for d in vast for s in self._zegt(d)]
        volgorde = sorted(zegt, key=lambda c: (zegt[c].mensen, c))
        kan = {str(k): self._zegt(zegt[c]) for k, c in enumerate(volgorde)}
        model = Delen(grenzen, sommen, kan, dict.fromkeys(sorted(doelen), self.drempel))
        weg, _ = dek_delen(model)
        return {volgorde[int(k)] for k in weg}

    def _zegt(self, deel: Deel) -> list[Som]:
        """A percentage is rounded; one that is of no whole number of people says less."""
        assert deel.aandeel is not None
        midden = deel.aandeel * deel.mensen / self.noemer
        klopt = abs(round(midden) - midden) <= self.stap * deel.mensen / self.noemer
        ruim = 0 if klopt else self.noemer
        laag, hoog = float(deel.aandeel - self.stap), float(deel.aandeel + self.stap)
        return [
            ({deel.naam: self.noemer, deel.telling: -hoog}, -ONEINDIG, ruim),
            ({deel.naam: self.noemer, deel.telling: -laag}, -ruim, ONEINDIG),
        ]
