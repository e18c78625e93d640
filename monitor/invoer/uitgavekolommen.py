"""The columns of a file of an edition, as its template explains them."""

from monitor.invoer.tabel import Kolom

KOLOMMEN = [
    Kolom("rijsoort", "Uitgave, hoofdstuk, blok of regel. Hoort bij de rij erboven.", True),
    Kolom("periode", "Bij een uitgave: de verslagperiode, bijvoorbeeld 2021-03_2021-04."),
    Kolom("code", "Bij een hoofdstuk of blok: vaste naam, deel van het webadres."),
    Kolom("titel", "Zoals lezers het zien."),
    Kolom("peildatum", "Bij een uitgave: cijfers van na deze dag doen niet mee."),
    Kolom("vorige", "Bij een uitgave: periode van de uitgave waarmee vergeleken wordt."),
    Kolom("financiele_basis", "Primitief of na_wijziging."),
    Kolom("openbaarheid", "Openbaar of raad. Leeg: zoals de gemeente het instelde."),
    Kolom("kop", "Bij een uitgave of hoofdstuk: de boodschap. Bij een blok: kop van de groep."),
    Kolom("wat_zien_we", "De feiten. Cijfers als {clienten-jeugd}."),
    Kolom("waardoor", "De oorzaken."),
    Kolom("wat_doen_we", "Wat het college doet of voorstelt."),
    Kolom("hoogtepunten", "Bij een uitgave: een punt per regel."),
    Kolom("anders", "Bij een uitgave: wat er anders is dan in de vorige."),
    Kolom("aanbieding", "Bij een uitgave: tekst van de aanbiedingsnota."),
    Kolom("zaaknummer", "Bij een uitgave."),
    Kolom("college_op", "Bij een uitgave: dag van het collegebesluit."),
    Kolom("raad_op", "Bij een uitgave: dag van behandeling in de raad."),
    Kolom("embargo_tot", "Bij een uitgave: vanaf dan te lezen, zoals 2021-06-01 08:00."),
    Kolom("volgende_verwacht", "Bij een uitgave: wanneer de volgende komt."),
    Kolom("domein", "Bij een hoofdstuk: code van het domein."),
    Kolom("toelichting", "Bij een hoofdstuk: uitleg onder de cijfers, in Markdown."),
    Kolom("bronnen", "Bij een hoofdstuk: gebruikte bronnen, een per regel."),
    Kolom("reden_leeg", "Bij een hoofdstuk zonder blokken: waarom."),
    Kolom(
        "soort",
        "Bij een blok: tegels, financieel, tabel, grafiek, ranglijst, tekst of programma. "
        "Bij een regel: realisatie, prognose, begroting primitief, …",
    ),
    Kolom("vorm", "Bij een grafiek: lijn, jaren, kolom, gestapeld, staaf, in_uit, …"),
    Kolom("ondertitel", "Bij een blok: wat, in welke eenheid, over welke periode."),
    Kolom("perioden", "Bij een blok. Leeg: het nieuwste. Of: laatste 12, zelfde maand 3, alles."),
    Kolom("tekst", "Bij een blok: tekst in Markdown."),
    Kolom("bron", "Bij een blok. Leeg: de bronnen van de cijfers."),
    Kolom("totaal", "Bij een blok: naam van de rij die de rijen optelt."),
    Kolom("verwijst_naar", "Bij een programmablok: adres van het programma."),
    Kolom("indicator", "Bij een regel: code van het cijfer."),
    Kolom("uitsplitsing", "Bij een regel: één uitsplitsing, zoals leveringsvorm=pgb."),
    Kolom("per_dimensie", "Bij een regel: een rij voor elke categorie van deze uitsplitsing."),
    Kolom("label", "Bij een regel: naam in het blok. Leeg: die van het cijfer."),
    Kolom("gemeente", "Adres van de gemeente. Mag leeg."),
]

VOORBEELDEN = [
    {
        "rijsoort": "uitgave",
        "periode": "2021-K1",
        "titel": "Voorbeeld: monitor 1e kwartaal 2021",
        "peildatum": "2021-03-31",
        "financiele_basis": "primitief",
    },
    {"rijsoort": "hoofdstuk", "code": "inleiding", "titel": "Inleiding"},
    {
        "rijsoort": "blok",
        "code": "welkom",
        "titel": "Zo leest u deze monitor",
        "soort": "tekst",
        "tekst": "Vervang deze tekst.",
    },
]
