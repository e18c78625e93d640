"""Kanaalmond: an invented formal letter to the council. Kept apart: no rule was made for it."""

from tests.bevindingen.bouwen import Fout, feit, geld, lopend, tabel

PAGINAS = [
    ("aanleiding", "Aanleiding en kern", [
        "Geachte leden van de raad, met deze brief brengen wij u op de hoogte van de ontwikkelingen in het sociaal domein over de "
        "eerste helft van 2025.",
        "Bij motie M-14 van 7 november 2023 heeft u verzocht om een halfjaarlijkse monitor.",
        Fout("DATE", "Tijdens de raadsvergadering van 26 juni 2025 is een tussenstand mondeling toegelicht.",
             "Tijdens de raadsvergadering van 31 juni 2025 is een tussenstand mondeling toegelicht."),
        "De gegevens hebben betrekking op de periode 1 januari tot en met 30 juni 2025.",
        Fout("SALDO", "Wij voorzien voor geheel 2025 een overschrijding van € 1.040.000 op een begroting van € 52,4 miljoen.",
             "Wij voorzien voor geheel 2025 een overschrijding van € 1.400.000 op een begroting van € 52,4 miljoen."),
        Fout("PCT", "Dit staat gelijk aan 2,0% van de lasten.", "Dit staat gelijk aan 3,5% van de begrote lasten van € 52,4 miljoen."),
        "Artikel 212 van de Gemeentewet en de Financiële verordening 2022 verplichten ons afwijkingen groter dan € 100.000 te melden.",
    ]),
    ("jeugdwet", "Jeugdwet", [
        "Per 30 juni 2025 hadden 1.284 jeugdigen een lopende indicatie.",
        Fout("RICHTING", "Per 31 december 2024 betrof dit 1.320 jeugdigen, zodat het aantal met 36 is verminderd.",
             "Per 31 december 2024 betrof dit 1.320 jeugdigen, zodat het aantal met 36 is opgelopen."),
        "De procentuele afname komt uit op 2,7%.",
        Fout("SUM", "De jeugdigen zijn verdeeld over de kernen Kanaalmond (745), Oosterveen (318) en Buitenkaag (221).",
             "De 1.284 jeugdigen zijn verdeeld over de kernen Kanaalmond (745), Oosterveen (381) en Buitenkaag (221)."),
        "Het CBS rapporteerde over 2024 dat 11,2% van de jongeren tot 18 jaar in Nederland jeugdhulp zonder verblijf ontving.",
        Fout("PCT", "In onze gemeente is dit aandeel 10,4%, hetgeen 0,8 procentpunt lager is.",
             "In onze gemeente is dit aandeel 10,4%, tegen landelijk 11,2%, hetgeen 1,8 procentpunt lager is."),
        "De kosten van specialistische jeugdhulp stegen in twee jaar met gemiddeld 6,5% per jaar.",
        Fout("AVG", "De lasten beliepen in het eerste halfjaar € 9.630.000, gemiddeld € 7.500 per jeugdige.",
             "De lasten voor 1.284 jeugdigen beliepen in het eerste halfjaar € 9.630.000, gemiddeld € 8.700 per jeugdige."),
        Fout("XREF", "Voor een specificatie verwijzen wij naar tabel 1.", "Voor een specificatie verwijzen wij naar tabel 11."),
        "De gecertificeerde instelling voerde 58 ondertoezichtstellingen uit, waarvan 12 met een machtiging uithuisplaatsing.",
    ]),
    ("wmo", "Wet maatschappelijke ondersteuning", [
        "Het aantal cliënten bedroeg op de peildatum 2.465, tegenover 2.410 ultimo 2024.",
        Fout("PCT", "Die groei met 2,3% past in het beeld van de vergrijzing.", "Die groei van 2.410 naar 2.465, met 3,2%, past in het beeld van de vergrijzing."),
        "Naar verwachting is in 2040 een derde van onze 61.000 inwoners 65 jaar of ouder.",
        Fout("STALE", "In de maand juni zijn 162 meldingen ontvangen, het hoogste aantal van dit halfjaar.",
             "In de afgelopen maand oktober zijn 162 meldingen ontvangen, het hoogste aantal van dit halfjaar."),
        Fout("AVG", "Over zes maanden waren het er 846, gemiddeld 141 per maand.", "Over zes maanden waren het er 846, gemiddeld 161 per maand."),
        "De doorlooptijd van een onderzoek is gemiddeld 5,5 week en blijft daarmee binnen de termijn van zes weken.",
        Fout("SUM", "Tegen 31 besluiten is bezwaar gemaakt; 19 bezwaren zijn ongegrond verklaard, 7 gegrond en 5 ingetrokken.",
             "Van de 31 bezwaren zijn er 19 ongegrond verklaard, 7 gegrond en 9 ingetrokken."),
        "De Centrale Raad van Beroep bepaalde op 18 mei 2016 (ECLI:NL:CRVB:2016:1402) dat resultaatgericht indiceren niet volstaat.",
        "Drie op de vijf cliënten zijn vrouw.",
    ]),
    ("pw", "Participatiewet", [
        Fout("LOS|SALDO|SUM|PCT", "Eind juni ontvingen 1.518 huishoudens een uitkering voor levensonderhoud.",
             "Eind juni ontvingen 1.581 huishoudens een uitkering voor levensonderhoud."),
        "Een jaar geleden waren dat er nog 1.602, wat een daling betekent van ruim 5%.",
        Fout("RICHTING", "De uitstroom (176) overtrof de instroom (149).", "De instroom (149) overtrof de uitstroom (176)."),
        Fout("PCT", "Van degenen die uitstroomden, vonden er 66 werk (37,5%).", "Van de 176 personen die uitstroomden, vonden er 66 werk (47,5%)."),
        "Het Rijk verhoogde het wettelijk minimumloon per 1 juli 2025 tot € 14,40 per uur.",
        "De Wet van school naar duurzaam werk treedt op 1 januari 2026 in werking.",
        Fout("DATE|STALE", "De tijdelijke regeling kinderopvangtoeslag eindigt op 31 december 2025.",
             "De tijdelijke regeling kinderopvangtoeslag is op 31 december 2025 geëindigd."),
        "Het bereik van de minimaregelingen is met 58% vrijwel op de streefwaarde van 60%.",
        Fout("RICHTING|PCT", "Het aantal aanvragen voor schuldhulpverlening nam af van 134 naar 121.", "Het aantal aanvragen voor schuldhulpverlening nam toe van 134 naar 121."),
    ]),
    ("financieel", "Financieel kader", [
        "Onderstaand treft u de prognose per programmaonderdeel aan.",
        "Op de Jeugdwet ramen wij een overschrijding van € 780.000 ofwel 4,0%.",
        Fout("SALDO", "De Wmo overschrijdt het budget met € 410.000.", "De Wmo overschrijdt het budget met € 140.000."),
        Fout("SALDO|RICHTING", "De Participatiewet kent een onderschrijding van € 150.000.", "De Participatiewet kent een overschrijding van € 150.000."),
        Fout("SUM", "Opgeteld betekent dit € 780.000 + € 410.000 - € 150.000 = € 1.040.000.",
             "Opgeteld betekent dit € 780.000 + € 410.000 - € 150.000 = € 1.340.000."),
        "Het Rijk stelt voor 2025 eenmalig € 0,6 miljoen extra beschikbaar, waarmee ruim de helft van de overschrijding is gedekt.",
        "Wij stellen u voor het restant te dekken uit de algemene reserve, die per 1 januari 2025 € 21,7 miljoen bedroeg.",
        "Bij de jaarrekening 2025, die u in juni 2026 ontvangt, komen wij hierop terug.",
    ]),
]  # fmt: skip

GELD = [
    geld("financieel", "geld", "Jeugdwet", 19500000, 20280000),
    geld("financieel", "geld", "Wmo", 14700000, 15110000),
    geld("financieel", "geld", "Participatiewet", 18200000, 18050000),
    geld("financieel", "geld", "Totaal", 52400000, 53440000, is_totaal=True),
]

KERN = {"dimensie": "kern", "hoofdstuk": "jeugdwet", "is_optelbaar": True}
CIJFERS = [
    feit("jeugd", "Jeugdigen met een indicatie", "2025-H1", 1284, hoofdstuk="jeugdwet", is_optelbaar=True),
    feit("jeugd", "Jeugdigen met een indicatie", "2024-H2", 1320, hoofdstuk="jeugdwet"),
    feit("jeugd", "Jeugdigen met een indicatie", "2025-H1", 745, categorie="kanaalmond", **KERN),
    feit("jeugd", "Jeugdigen met een indicatie", "2025-H1", 318, categorie="oosterveen", **KERN),
    feit("jeugd", "Jeugdigen met een indicatie", "2025-H1", 221, categorie="buitenkaag", **KERN),
    feit("ots", "Ondertoezichtstellingen", "2025-H1", 58, hoofdstuk="jeugdwet"),
    feit("wmo", "Cliënten Wmo", "2025-H1", 2465, hoofdstuk="wmo"),
    feit("wmo", "Cliënten Wmo", "2024-H2", 2410, hoofdstuk="wmo"),
    feit("meldingen", "Meldingen Wmo", "2025-H1", 846, hoofdstuk="wmo"),
    feit("meldingen", "Meldingen Wmo", "2025-06", 162, hoofdstuk="wmo"),
    feit("doorlooptijd", "Doorlooptijd onderzoek", "2025-H1", "5.5", eenheid="weken", hoofdstuk="wmo"),
    feit("bijstand", "Huishoudens met een uitkering", "2025-H1", 1518, hoofdstuk="pw"),
    feit("bijstand", "Huishoudens met een uitkering", "2024-H1", 1602, hoofdstuk="pw"),
    feit("instroom", "Instroom", "2025-H1", 149, hoofdstuk="pw"),
    feit("uitstroom", "Uitstroom", "2025-H1", 176, hoofdstuk="pw"),
    feit("schuldhulp", "Aanvragen schuldhulpverlening", "2025-H1", 121, hoofdstuk="pw"),
    feit("schuldhulp", "Aanvragen schuldhulpverlening", "2024-H2", 134, hoofdstuk="pw"),
    feit("bereik", "Bereik minimaregelingen", "2025-H1", 58, eenheid="percentage", hoofdstuk="pw"),
]  # fmt: skip

TABELLEN = [
    tabel("jeugdwet", "kernen", "Jeugdigen per kern", "2024-H2", "2025-H1"),
    tabel("wmo", "stand", "Cliënten Wmo", "2024-H2", "2025-H1"),
    tabel("financieel", "geld", "Prognose per programmaonderdeel", soort="financieel"),
]

maak = lopend("2025-H1", "2025-06-30", "2025-08-26", PAGINAS, CIJFERS, GELD, TABELLEN)
