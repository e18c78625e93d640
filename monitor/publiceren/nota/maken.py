"""The note in the snapshot: head, sections with their texts filled in, foot."""

from monitor.models import Notasectie
from monitor.models.enums import NotaDeel, Openbaarheid
from monitor.publiceren.nota import automatisch
from monitor.publiceren.nota.verdelen import plaats, verdeel
from monitor.publiceren.schema import Inhoud, Nota, NotaKenmerk, NotaSectie
from monitor.publiceren.teksten import vul
from monitor.publiceren.werk import Werk
from monitor.regels.perioden import dag_in_woorden


def vul_nota(werk: Werk, inhoud: Inhoud) -> None:
    """Add the note. Made last: its sections repeat what stands elsewhere in the snapshot."""
    bron, uitgave = werk.bron.nota, werk.bron.uitgave
    vorm = bron.vorm
    inleiding, los = verdeel(inhoud["uitgave"]["aanbieding"])
    secties = [_sectie(werk, inhoud, s, tekst) for s, tekst in plaats(bron.secties, los)]
    nota: Nota = {
        "naam": vorm.naam,
        "kenmerken": list(_kenmerken(werk)),
        "inleiding": inleiding,
        "secties": [s for s in secties if s["tekst"] or s["automatisch"]],
        "ondertekening": [r.strip() for r in vorm.ondertekening.splitlines() if r.strip()],
        "titel": uitgave.titel,
    }
    inhoud["nota"] = nota


def _sectie(werk: Werk, inhoud: Inhoud, sectie: Notasectie, los: str) -> NotaSectie:
    """`los` is what the text of the whole note says under this heading."""
    rij = werk.bron.nota.teksten.get(sectie.code)
    tekst = vul(werk, rij.tekst, f"de nota, {sectie.kop}").strip() if rij else ""
    tekst = "\n\n".join(filter(None, (los, tekst)))
    vanzelf = _vanzelf(werk, inhoud, sectie.automatisch)
    leeg = not tekst and not vanzelf
    return {
        "code": sectie.code,
        "kop": sectie.kop,
        "deel": sectie.automatisch,
        "tekst": vul(werk, sectie.standaardtekst, f"de nota, {sectie.kop}") if leeg else tekst,
        "automatisch": vanzelf,
        "is_standaard": leeg,
    }


def _vanzelf(werk: Werk, inhoud: Inhoud, deel: str) -> str:
    if deel == NotaDeel.BESLUIT:
        return automatisch.besluit(werk.bron.uitgave)
    if deel == NotaDeel.KALENDER:
        return automatisch.kalender(werk.bron.uitgave, werk.bron.nota.momenten)
    maker = automatisch.VAN_INHOUD.get(deel)
    return maker(inhoud) if maker else ""


def _kenmerken(werk: Werk) -> list[NotaKenmerk]:
    """The head of the note: what is filled in."""
    u, vorm = werk.bron.uitgave, werk.bron.nota.vorm
    rijen = (
        ("Onderwerp", u.titel),
        ("Aan", vorm.aan),
        ("Van", vorm.van),
        ("Portefeuillehouder", vorm.portefeuille),
        ("Eenheid", vorm.eenheid),
        ("Openbaarheid", Openbaarheid(u.openbaarheid).label),
        ("Zaaknummer", u.zaaknummer),
        ("Besluit van het college", dag_in_woorden(u.college_op) if u.college_op else ""),
        ("Behandeling in de raad", dag_in_woorden(u.raad_op) if u.raad_op else ""),
    )
    return [{"naam": naam, "waarde": waarde} for naam, waarde in rijen if waarde.strip()]
