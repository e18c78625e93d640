"""The columns of a file of indicators, as its template explains them."""

from monitor.invoer.tabel import Kolom

KOLOMMEN = [
    Kolom("rijsoort", "Domein, dimensie, categorie, indicator of definitie. Leeg: indicator."),
    Kolom("code", "Vaste naam: kleine letters, cijfers en streepjes.", True),
    Kolom("naam", "Zoals lezers het zien."),
    Kolom("domein", "Bij een indicator: code van het domein."),
    Kolom("definitie", "In één gewone zin: wat zegt dit cijfer?"),
    Kolom("berekening", "Hoe wordt geteld: peildatum, telregel, bewerking."),
    Kolom(
        "eenheid",
        "Aantal, euro, percentage, cijfer, uren, maanden, dagen, per_1000, euro_per_inwoner, rang.",
    ),
    Kolom("eenheid_tekst", "Precieze eenheid voor lezers, zoals ‘uren per week’."),
    Kolom("stroom_of_stand", "Stand (op een moment) of stroom (over een periode)."),
    Kolom("richting", "Meer, minder of neutraal: is een hoger cijfer gunstig?"),
    Kolom("decimalen", "Cijfers achter de komma, 0 tot en met 4."),
    Kolom("telt", "Personen, huishoudens, gebeurtenissen, euro of overig."),
    Kolom("is_optelbaar", "Ja als de delen samen het totaal zijn, anders nee."),
    Kolom("drempel", "Eigen drempel voor kleine aantallen. Leeg: die van de gemeente."),
    Kolom("bron", "Systeem of onderzoek waar het cijfer uit komt."),
    Kolom("eigenaar", "Functie of team dat het cijfer levert. Geen naam van een persoon."),
    Kolom("frequentie", "Maand, vier_weken, kwartaal, halfjaar, jaar of onregelmatig."),
    Kolom("formule", "Alleen bij een berekend cijfer: ‘lasten-jeugd / clienten-jeugd’."),
    Kolom("verloop", "Bij een stand: de stromen die hem veranderen, zoals ‘instroom - uitstroom’."),
    Kolom(
        "achterliggend",
        "Bij een bedrag, gemiddelde of percentage: code van het aantal erachter, of ‘geen’.",
    ),
    Kolom("dimensie", "Bij een categorie: code van de uitsplitsing."),
    Kolom("ouder", "Bij een categorie: code van de grotere groep."),
    Kolom("vanaf", "Bij een definitie: eerste dag waarvoor die geldt."),
    Kolom("is_breuk", "Bij een definitie: ja als cijfers van ervoor niet te vergelijken zijn."),
    Kolom("toelichting", "Bij een definitie: waarom ze veranderde."),
    Kolom("gemeente", "Adres van de gemeente. Mag leeg."),
]

VOORBEELDEN = [
    {"rijsoort": "domein", "code": "jeugd", "naam": "Jeugd"},
    {"rijsoort": "dimensie", "code": "leveringsvorm", "naam": "Leveringsvorm"},
    {"rijsoort": "categorie", "code": "zin", "naam": "Zorg in natura", "dimensie": "leveringsvorm"},
    {
        "rijsoort": "indicator",
        "code": "voorbeeld-clienten",
        "naam": "Voorbeeld: cliënten met jeugdhulp",
        "domein": "jeugd",
        "definitie": "Inwoners tot 18 jaar met jeugdhulp op de laatste dag van de maand.",
        "eenheid": "aantal",
        "stroom_of_stand": "stand",
        "richting": "neutraal",
        "decimalen": "0",
        "telt": "personen",
        "is_optelbaar": "nee",
        "bron": "Zaaksysteem",
        "frequentie": "maand",
    },
    {
        "rijsoort": "definitie",
        "code": "voorbeeld-clienten",
        "definitie": "Inwoners tot 18 jaar met jeugdhulp, ook met een pgb.",
        "vanaf": "2021-01-01",
        "is_breuk": "ja",
        "toelichting": "Vanaf 2021 telt het pgb mee.",
    },
]
