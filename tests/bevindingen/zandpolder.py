"""Zandpolder: an invented chatty report on Wmo and Participatie. Kept apart: no rule was made for it."""

from tests.bevindingen.bouwen import Fout, feit, geld, lopend, tabel

PAGINAS = [
    ("hallo", "Hoe gaat het?", [
        "Wat gebeurde er in april 2026 in onze gemeente?",
        "We nemen u in zeven minuten mee langs de belangrijkste cijfers.",
        "Zandpolder telt zo'n 14.500 inwoners, van wie er 1.046 iets met de Wmo of de bijstand te maken hebben: 7%.",
        Fout("PCT", "Op ons loket kwamen 312 vragen binnen, in maart waren het er 260; dat is een vijfde meer.",
             "Op ons loket kwamen 312 vragen binnen, in maart waren het er 260; dat is een derde meer."),
        Fout("DATE", "Op donderdag 30 april 2026 hielden we open huis.", "Op donderdag 31 april 2026 hielden we open huis."),
        "Daar kwamen ruim honderd mensen op af.",
        "Sinds 2015 voeren we als gemeente de Wmo uit, dus al elf jaar.",
        Fout("STALE", "In deze editie leest u over april.", "In deze editie leest u over februari."),
    ]),
    ("wmo", "Hulp thuis (Wmo)", [
        Fout("RICHTING", "Het aantal mensen met hulp groeide van 703 in maart naar 718 in april.",
             "Het aantal mensen met hulp slonk van 703 in maart naar 718 in april."),
        "Vijftien mensen erbij, dat is 2,1%.",
        "Een bewoonster van de Dorpsstraat (84) kreeg in 3 dagen een traplift.",
        Fout("SUM", "De meeste mensen (405) hebben hulp in het huishouden, 186 krijgen begeleiding en 127 een hulpmiddel: samen 718.",
             "De meeste mensen (405) hebben hulp in het huishouden, 186 krijgen begeleiding en 137 een hulpmiddel: samen 718."),
        Fout("PCT", "Meer dan de helft (56%) heeft dus hulp in het huishouden.", "Van de 718 mensen hebben er 405 hulp in het huishouden, dat is 46%."),
        "De hulp kwam gemiddeld 2,3 uur per week langs.",
        Fout("AVG", "Onze 6 consulenten voerden 96 keukentafelgesprekken, 16 per persoon.",
             "Onze 6 consulenten voerden 96 keukentafelgesprekken, gemiddeld 18 per consulent."),
        "Een gesprek duurt meestal anderhalf uur.",
        "Bel 0115-455 000 tussen 9.00 en 12.30 uur als u vragen heeft.",
        "Ons streven: binnen 8 weken een antwoord; dat lukte bij 9 van de 10 mensen.",
        Fout("UNIT|AVG|LOS", "De scootmobielpool leende 22 keer een scootmobiel uit.", "De huishoudelijke hulp komt gemiddeld 3,2 uur langs bij een cliënt."),
    ]),
    ("bijstand", "Rondkomen (Participatie)", [
        "We verstrekten in april 328 uitkeringen, tegen 334 in maart.",
        Fout("RICHTING", "Zes minder dus, en dat is goed nieuws.", "Het aantal uitkeringen ging van 334 naar 328, zes meer dus."),
        "Negen mensen vonden een baan, drie verhuisden en twee gingen met pensioen: samen 14 mensen die uitstroomden.",
        Fout("SUM", "Daar stonden acht nieuwe uitkeringen tegenover: 334 min 14 plus 8 is 328.",
             "Daar stonden acht nieuwe uitkeringen tegenover: 334 min 14 plus 8 is 338."),
        Fout("PCT", "Bijna een kwart van de mensen met een uitkering (79 van de 328) is jonger dan 30.",
             "Bijna de helft van de mensen met een uitkering (79 van de 328) is jonger dan 30."),
        "Een alleenstaande kreeg vanaf 1 januari 2026 € 1.401,50 per maand.",
        "Het Nibud rekent voor een kind tussen 12 en 18 jaar op € 430 per maand.",
        Fout("AVG", "We betaalden 44 mensen samen € 22.000 aan bijzondere bijstand, gemiddeld € 500.",
             "We betaalden 44 mensen samen € 22.000 aan bijzondere bijstand, gemiddeld € 550 per persoon."),
        Fout("PCT|RICHTING", "Het aantal aanvragen verdubbelde bijna, van 23 naar 44.", "Het aantal aanvragen verdubbelde, van 33 naar 44."),
        "De kledingbank en de voedselbank (51 gezinnen) draaien op 40 vrijwilligers.",
    ]),
    ("samen", "Samen doen", [
        "Bij de wandelclub liepen elke week tussen de 20 en 25 mensen mee.",
        Fout("SUM", "Het dorpshuis had in vier weken 60, 72, 58 en 70 bezoekers, bij elkaar 260.",
             "Het dorpshuis had in vier weken 60, 72, 58 en 70 bezoekers, bij elkaar 290."),
        "Dat zijn er 65 per week.",
        "Van de 30 taalmaatjes zijn er 18 vrouw en 12 man.",
        Fout("XREF", "In de grafiek Vragen aan het loket ziet u hoe druk het was.", "In grafiek 8 ziet u hoe druk het was."),
        "Op 15 mei 2026 trakteren we alle mantelzorgers op taart.",
        Fout("DATE|STALE", "De nieuwe huiskamer opende op 10 april 2026 de deuren.", "De nieuwe huiskamer opende op 10 oktober 2026 de deuren."),
        "Het plan loopt van 2024 tot 2028 en is dus halverwege.",
    ]),
    ("geld", "Wat kost het?", [
        "We hebben dit jaar € 11,4 miljoen: € 4,9 miljoen voor de Wmo en € 6,5 miljoen voor Participatie.",
        Fout("SALDO", "Bij de Wmo komen we waarschijnlijk € 125.000 tekort.", "Bij de Wmo komen we waarschijnlijk € 215.000 tekort."),
        Fout("SALDO|RICHTING", "Bij Participatie houden we naar verwachting € 95.000 over.", "Bij Participatie komen we naar verwachting € 95.000 tekort."),
        Fout("SUM|SALDO", "Alles bij elkaar scheelt dat € 30.000, in ons nadeel.", "Alles bij elkaar is het tekort € 60.000."),
        Fout("PCT", "Na vier maanden is een derde van de pot leeg: € 3,8 miljoen.", "Na vier maanden is de helft van de € 11,4 miljoen op: € 3,8 miljoen."),
        "Per inwoner is dat omgerekend ongeveer € 260.",
        "In 2025 hielden we nog 1,2 ton over.",
    ]),
]  # fmt: skip

GELD = [
    geld("geld", "geld", "Wmo", 4900000, 5025000),
    geld("geld", "geld", "Participatie", 6500000, 6405000),
    geld("geld", "geld", "Alles samen", 11400000, 11430000, is_totaal=True),
]

CIJFERS = [
    feit("vragen", "Vragen aan het loket", "2026-04", 312, hoofdstuk="hallo"),
    feit("vragen", "Vragen aan het loket", "2026-03", 260, hoofdstuk="hallo"),
    feit("wmo", "Mensen met hulp", "2026-04", 718, hoofdstuk="wmo"),
    feit("wmo", "Mensen met hulp", "2026-03", 703, hoofdstuk="wmo"),
    feit("hh", "Hulp in het huishouden", "2026-04", 405, hoofdstuk="wmo"),
    feit("begeleiding", "Begeleiding", "2026-04", 186, hoofdstuk="wmo"),
    feit("hulpmiddel", "Hulpmiddelen", "2026-04", 127, hoofdstuk="wmo"),
    feit("bijstand", "Uitkeringen", "2026-04", 328, hoofdstuk="bijstand"),
    feit("bijstand", "Uitkeringen", "2026-03", 334, hoofdstuk="bijstand"),
    feit("bijzonder", "Bijzondere bijstand", "2026-04", 44, hoofdstuk="bijstand"),
    feit("inwoners", "Inwoners", "2026-04", 14500, hoofdstuk="hallo"),
]

TABELLEN = [
    tabel("hallo", "vragen", "Vragen aan het loket", "2026-03", "2026-04", soort="grafiek"),
    tabel("bijstand", "stand", "Uitkeringen", "2026-03", "2026-04"),
    tabel("geld", "geld", "Begroting en prognose", soort="financieel"),
]

maak = lopend("2026-04", "2026-04-30", "2026-05-11", PAGINAS, CIJFERS, GELD, TABELLEN)
