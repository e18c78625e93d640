"""A snapshot in the hand: Steenwijkerland, Jeugd, with the published figures of 2021.

Plain dicts in the shape of `monitor.publiceren.schema`, so that pages can be tested without the
composer. `galerij()` adds a chapter in which every state of a figure stands once.
"""

from __future__ import annotations

from typing import Any

from monitor.publiceren.schema import SCHEMA
from monitor.regels.perioden import lees_periode
from tests.bouwstenen import (
    LEEG,
    blok,
    cel,
    geld,
    geldrij,
    hoofdstuk,
    indicator,
    plek,
    reeks,
    saldo,
    tegel,
    verschil,
)


def jeugd() -> dict:
    zin = "We verwachten € 51.371 meer uit te geven dan begroot. Dat is 0,4% van de begroting."
    wissel = "In februari telden wijzigingen mee. Nu rekenen we met de begroting van het begin."
    bedragen = {"begroting": "12994629", "prognose": "13046000", "vorig_jaar": "11893000"}
    kern = [
        tegel("zaken", "Lopende zaken", cel("2021-04", "187"), verschil=verschil(187, 147)),
        tegel("clienten", "Cliënten", cel("2021-04", "748"), verschil=verschil(748, 721)),
        tegel(
            "voorzieningen",
            "Voorzieningen",
            cel("2021-04", "1135", status="voorlopig"),
            toestand="voorlopig",
            verschil=verschil(1135, 1086) | {"oud_tekst": "1.086", "tekst": "49 meer dan in februari 2021 (1.086)"},
        ),
        tegel("jongeren", "Jongeren met hulp", cel("2021-02", "745"), toestand="niet_bijgewerkt", nieuw_cijfer="augustus 2021"),
    ]  # fmt: skip
    tabel = {
        "rijkop": "Groep",
        "kolommen": [{"code": j, "titel": j[:4]} for j in ("2019-02", "2020-02", "2021-02")],
        "rijen": [
            tabelrij("Jongeren in de gemeente", "inwoners", "8689", "8552", "8398"),
            tabelrij("Met een voorziening", "jongeren", "764", "761", "745"),
            tabelrij("Minstens 5 jaar in zorg", "", "260", "217", "237"),
        ],
    }
    tabel["rijen"][1]["cellen"][2]["voetnoot"] = "Stand van februari; april volgt."
    return hoofdstuk(
        "jeugd",
        "Jeugd",
        [
            blok("kern", "tegels", {"tegels": kern}),
            blok("geld", "financieel", geld([geldrij("Totaal jeugdzorg", "lasten", bedragen, saldo=saldo("-51371", "tekort", "0,4%"))], zin=zin, basiswissel=wissel), kop="Geld", ondertitel="Totale kosten jeugdzorg, in euro’s", bron="Financiële administratie", stand="april 2021", eigenaar="team Financiën"),
            blok("jongeren", "tabel", tabel, kop="Jongeren van 0 tot en met 17 jaar", titel="Ongeveer 9 van de 100 jongeren krijgen jeugdhulp", ondertitel="Jongeren met jeugdhulp, stand februari", bron="Registratie jeugdhulp", eigenaar="beleidsadviseur Jeugd", niet_bijgewerkt="stand februari 2021; nieuw cijfer in augustus 2021"),
            blok("kosten", "grafiek", grafiek(), kop="Kosten per cliënt", titel="Vooral jeugdbescherming werd duurder", ondertitel="Gemiddelde kosten per cliënt, stand februari", bron="Declaraties jeugdhulp"),
        ],
        in_het_kort={
            "kop": "Meer jeugdzaken. De kosten komen iets boven de begroting uit.",
            "wat_zien_we": "Er lopen **187 zaken**. Dat zijn er 40 meer dan in februari. We verwachten een tekort van **€ 51.371**.",
            "waardoor": "Meer gezinnen vragen hulp. Hun problemen zijn ook zwaarder. Corona speelt mee.",
            "wat_doen_we": "Er komt voor één jaar een extra jeugdconsulent. De wachtlijst blijft stabiel.",
        },
        toelichting="In het tweede kwartaal van 2020 daalde het aantal zaken. Vanaf september steeg het weer.",
        bronnen=["Informatienota, raadsstuk 2021_B&W_00350"],
        niet_bijgewerkt=[plek("jongeren", "jongeren van 0 tot en met 17 jaar")],
    )  # fmt: skip


def tabelrij(label: str, code: str, *waarden: str) -> dict:
    cellen = [cel(f"{j}-02", w) for j, w in zip((2019, 2020, 2021), waarden, strict=True)]
    ident = f"{code}|realisatie|" if code else ""
    return {"label": label, "indicator": code, "reeks": ident, "cellen": cellen, "is_totaal": False}


def grafiek() -> dict:
    vormen = ("Hulp met verblijf", "Jeugdbescherming en reclassering", "Hulp zonder verblijf")
    per_jaar = {"2020": ("23152", "13696", "7175"), "2019": ("24565", "8997", "6772")}
    reeksen = [
        {"naam": jaar, "indicator": "kosten", "reeks": f"kosten|realisatie|{jaar}", "soort": "realisatie",
         "punten": [cel(f"{jaar}-02", w, "euro") for w in rij]}
        for jaar, rij in per_jaar.items()
    ]  # fmt: skip
    alt = "Staafgrafiek: kosten per cliënt. Hoogste: hulp met verblijf, €\xa023.152."
    zin = "Jeugdbescherming en reclassering kostte per cliënt 52% meer dan in 2019."
    return {"vorm": "staaf", "eenheid": "euro", "eenheid_tekst": "", "decimalen": 0, "labels": list(vormen),
            "reeksen": reeksen, "breuken": [], "toon_grafiek": True, "alt": alt, "samenvatting": zin}  # fmt: skip


def toestanden() -> dict:
    """Every state of a figure, once. The tenth is the preview: the same page as a draft."""
    op_koers = {"code": "op_koers", "tekst": "Op koers", "streefwaarde_tekst": "7,5 of hoger"}
    correctie = {"oud_tekst": "784", "op": "2021-07-01", "notitie": "Dubbele telling."}
    c = "clienten"
    tegels = [
        tegel(c, "Normaal", cel("2021-04", "748"), verschil=verschil(748, 721), stoplicht=op_koers),
        tegel(c, "Gelijk", cel("2021-04", "215"), verschil=verschil(215, 215)),
        tegel(c, "Let op", cel("2021-04", "42"), achter="dagen", stoplicht=op_koers | {"code": "let_op", "tekst": "Let op"}),
        tegel(c, "Actie nodig", cel("2021-04", "61"), stoplicht=op_koers | {"code": "actie_nodig", "tekst": "Actie nodig"}),
        tegel(c, "Niet bijgewerkt", cel("2021-02", "237"), toestand="niet_bijgewerkt", nieuw_cijfer="augustus 2021"),
        tegel(c, "Voorlopig", cel("2021-04", "1135", status="voorlopig"), toestand="voorlopig"),
        tegel(c, "Geschat", cel("2021-04", "90", status="geschat"), toestand="geschat"),
        tegel(c, "Onderdrukt", cel("2021-04", None, tekst="<10", toestand="onderdrukt"), toestand="onderdrukt", geen_verschil="Niet te vergelijken (<10)"),
        tegel(c, "Gecorrigeerd", cel("2021-04", "748", gecorrigeerd=correctie), toestand="gecorrigeerd"),
        tegel(c, "Andere telling", cel("2021-04", "512"), toestand="niet_vergelijkbaar"),
        tegel(c, "Geen gegevens", cel("2021-04", None, toestand="niet_gemeten"), toestand="geen_gegevens", groot="", nieuw_cijfer="kwartaal 3 van 2021"),
    ]  # fmt: skip
    return hoofdstuk("toestanden", "Toestanden", [blok("alle", "tegels", {"tegels": tegels})])


def indicatoren() -> dict[str, dict]:
    namen = {
        "zaken": "Lopende zaken",
        "voorzieningen": "Voorzieningen",
        "inwoners": "Inwoners 0-17",
    }
    alle = [indicator(c, n, [reeks(c, [cel("2021-04", "187")])]) for c, n in namen.items()]
    wmo = {"domein": "wmo", "domein_naam": "Wmo", "bron": "Financiële administratie"}
    alle += [
        indicator("clienten", "Cliënten jeugdhulp", [reeks("clienten", [cel("2021-02", "721"), cel("2021-04", "748")])], is_optelbaar=False),
        indicator("jongeren", "Jongeren met hulp", [reeks("jongeren", [cel(f"{j}-02", w) for j, w in ((2019, "764"), (2020, "761"), (2021, "745"))])]),
        indicator("lasten", "Kosten jeugdzorg", [reeks("lasten", [cel("2021", "13046000", "euro")], "prognose")], eenheid="euro", telt="euro"),
        indicator("kosten", "Kosten per cliënt", [reeks("kosten", [cel("2020-02", "7175", "euro")])], eenheid="euro", telt="euro"),
        indicator("lasten-wmo", "Kosten Wmo", [], eenheid="euro", telt="euro", **wmo),
    ]  # fmt: skip
    return {i["code"]: i for i in alle}


def momentopname(
    gemeente: str = "steenwijkerland", uitgave: str = "2021-03_2021-04", **delen: Any
) -> dict:
    """The whole snapshot; `delen` replaces its top-level parts."""
    bedragen = {"begroting": "11321000", "prognose": "11324000", "vorig_jaar": "10252000"}
    wmo = blok("geld", "financieel", geld([geldrij("Totaal Wmo", "lasten-wmo", bedragen, saldo=saldo("-3000", "tekort", "0,0%"))]), kop="Geld", ondertitel="Totale kosten Wmo")  # fmt: skip
    vorige = {"slug": "2021-01_2021-02", "titel": "Monitor januari-februari 2021", "periode_tekst": "januari en februari 2021"}  # fmt: skip
    tijdvak = lees_periode(uitgave)
    return {
        "schema": SCHEMA,
        "gemeente": {"slug": gemeente, "naam": gemeente.capitalize(), "cbs_code": "GM1708", "is_fictief": False,
                     "thema": {}, "drempel": 10, "contact": "beleidsadviseur, cijfers@voorbeeld.nl"},
        "uitgave": {
            "slug": uitgave,
            "titel": f"Monitor {tijdvak.tekst}",
            "periode": {"code": uitgave, "tekst": tijdvak.tekst, "begin": "2021-03-01", "eind": "2021-04-30"},
            "peildatum": "2021-04-30",
            "peildatum_tekst": "30 april 2021",
            "vorige": vorige,
            "financiele_basis": "primitief",
            "financiele_basis_tekst": "Primitieve begroting",
            "zaaknummer": "2021_B&W_00350",
            "college_op": "2021-06-22",
            "raad_op": None,
            "volgende_verwacht": "augustus 2021",
            "in_het_kort": LEEG | {"kop": "We houden geld over, vooral op uitkeringen.", "wat_zien_we": "We verwachten **€ 1,1 miljoen** over te houden."},
            "hoogtepunten": ["Er kwamen 985 aanmeldingen. Dat is **44%** meer dan een jaar eerder."],
            "anders": "We vergelijken nu met de primitieve begroting.",
            "aanbieding": "De raad neemt kennis van de monitor.",
        },
        "hoofdstukken": [jeugd(), hoofdstuk("wmo", "Wmo", [wmo], in_het_kort=LEEG | {"kop": "De Wmo blijft binnen de begroting."}),
                         hoofdstuk("sociale-basis", "Sociale basis", [], reden_leeg="De cijfers komen in augustus 2021.")],
        "indicatoren": indicatoren(),
        "programmas": {},
        "veranderd": [
            {"indicator": "clienten", "label": "Cliënten", "hoofdstuk": "jeugd", "nu_tekst": "748", "nu_periode_tekst": "april 2021", "verschil": verschil(748, 721), "geen_verschil": ""},
            {"indicator": "zaken", "label": "Lopende zaken", "hoofdstuk": "jeugd", "nu_tekst": "187", "nu_periode_tekst": "april 2021", "verschil": verschil(187, 147), "geen_verschil": ""},
        ],
        "niet_bijgewerkt": [{"indicator": "jongeren", "label": "Jongeren met hulp", "hoofdstuk": "jeugd", "stand": "stand februari 2021", "nieuw_cijfer": "augustus 2021"}],
        "andere_telling": [],
        "correcties": [],
    } | delen  # fmt: skip


def galerij(**delen: Any) -> dict:
    inhoud = momentopname(**delen)
    inhoud["hoofdstukken"].append(toestanden())
    return inhoud
