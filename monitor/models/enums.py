"""Closed lists of the model. The value is what stands in the database, in files and in the snapshot."""

from django.db.models import TextChoices


class Rol(TextChoices):
    INVOERDER = "invoerder", "Invoerder"
    REDACTEUR = "redacteur", "Redacteur"
    PROGRAMMAMANAGER = "programmamanager", "Programmamanager"
    TREKKER = "trekker", "Trekker"
    PUBLICIST = "publicist", "Publicist"
    GRIFFIER = "griffier", "Griffier"
    BEHEERDER = "beheerder", "Beheerder"
    RAADSLID = "raadslid", "Raadslid"


class Eenheid(TextChoices):
    AANTAL = "aantal", "aantal"
    EURO = "euro", "euro"
    PERCENTAGE = "percentage", "percentage"
    CIJFER = "cijfer", "cijfer (rapportcijfer)"
    UREN = "uren", "uren"
    MAANDEN = "maanden", "maanden"
    DAGEN = "dagen", "dagen"
    PER_1000 = "per_1000", "per 1.000"
    EURO_PER_INWONER = "euro_per_inwoner", "€ per inwoner"
    RANG = "rang", "plaats in een rangorde"


class StroomOfStand(TextChoices):
    STAND = "stand", "Stand op een moment"
    STROOM = "stroom", "Stroom over een periode"


class Richting(TextChoices):
    MEER = "meer", "Meer is gunstig"
    MINDER = "minder", "Minder is gunstig"
    NEUTRAAL = "neutraal", "Neutraal"


class Telt(TextChoices):
    """What is counted. Disclosure control applies to the first two."""

    PERSONEN = "personen", "Personen"
    HUISHOUDENS = "huishoudens", "Huishoudens"
    GEBEURTENISSEN = "gebeurtenissen", "Gebeurtenissen (aanvragen, dossiers, signalen)"
    EURO = "euro", "Geld"
    OVERIG = "overig", "Iets anders"


class Frequentie(TextChoices):
    MAAND = "maand", "Elke maand"
    VIER_WEKEN = "vier_weken", "Elke vier weken"
    KWARTAAL = "kwartaal", "Elk kwartaal"
    HALFJAAR = "halfjaar", "Elk half jaar"
    JAAR = "jaar", "Elk jaar"
    ONREGELMATIG = "onregelmatig", "Onregelmatig"


class PeriodeSoort(TextChoices):
    JAAR = "jaar", "Jaar"
    HALFJAAR = "halfjaar", "Half jaar"
    KWARTAAL = "kwartaal", "Kwartaal"
    MAAND = "maand", "Maand"
    VIER_WEKEN = "vier_weken", "Vier weken"
    REEKS = "reeks", "Tijdvak van … tot en met …"
    PEILDATUM = "peildatum", "Peildatum"


class Soort(TextChoices):
    """Which of several truths about the same thing a series holds."""

    BEGROTING_PRIMITIEF = "begroting_primitief", "Begroting primitief"
    BEGROTING_NA_WIJZIGING = "begroting_na_wijziging", "Begroting na wijziging"
    PROGNOSE = "prognose", "Prognose"
    REALISATIE = "realisatie", "Realisatie"
    VERPLICHTING = "verplichting", "Verplichting"
    JAARREKENING = "jaarrekening", "Jaarrekening"
    STREEFWAARDE = "streefwaarde", "Streefwaarde"
    REFERENTIE = "referentie", "Referentie"


class Aard(TextChoices):
    """What stands in the cell: a number, or why there is none. Zero is a number."""

    GETAL = "getal", "Getal"
    KLEINER_DAN = "kleiner_dan", "Kleiner dan (bijvoorbeeld <10)"
    BEREIK = "bereik", "Van … tot (bijvoorbeeld 15-20)"
    ZIE_TOELICHTING = "zie_toelichting", "Zie toelichting"
    NIET_GEMETEN = "niet_gemeten", "Niet gemeten"
    NOG_NIET_BEKEND = "nog_niet_bekend", "Nog niet bekend"
    ONBEKEND = "onbekend", "Niet bekend"
    NIET_VAN_TOEPASSING = "nvt", "Niet van toepassing"
    VERVALLEN = "vervallen", "Vervallen"


class Benadering(TextChoices):
    PRECIES = "", "Precies"
    ONGEVEER = "ongeveer", "Ongeveer"
    MEER_DAN = "meer_dan", "Meer dan"
    MINDER_DAN = "minder_dan", "Minder dan"


class WaarnemingStatus(TextChoices):
    DEFINITIEF = "definitief", "Definitief"
    VOORLOPIG = "voorlopig", "Voorlopig"
    GESCHAT = "geschat", "Geschat"


class AanleveringSoort(TextChoices):
    INDICATOREN = "indicatoren", "Indicatoren en uitsplitsingen"
    WAARNEMINGEN = "waarnemingen", "Cijfers"
    RONDGANG = "rondgang", "Ingevuld rekenblad van een uitgave"
    UITGAVE = "uitgave", "Uitgave met hoofdstukken en blokken"
    PROGRAMMA = "programma", "Programma met mijlpalen"


class AanleveringStand(TextChoices):
    ONTVANGEN = "ontvangen", "Ontvangen, nog niet gecontroleerd"
    INDELEN = "indelen", "Wacht op indeling van de kolommen"
    GECONTROLEERD = "gecontroleerd", "Gecontroleerd, wacht op bevestiging"
    AFGEKEURD = "afgekeurd", "Afgekeurd"
    BEZIG = "bezig", "Wordt verwerkt"
    VERWERKT = "verwerkt", "Verwerkt"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class UitgaveStand(TextChoices):
    CONCEPT = "concept", "Concept"
    IN_CONTROLE = "in_controle", "In controle"
    VASTGESTELD = "vastgesteld", "Vastgesteld door het college"
    GEPUBLICEERD = "gepubliceerd", "Gepubliceerd"
    BEHANDELD = "behandeld", "Behandeld in de raad"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class MomentSoort(TextChoices):
    """A moment at which the council speaks about money and progress."""

    BEGROTING = "begroting", "Begroting"
    PERSPECTIEFNOTA = "perspectiefnota", "Perspectiefnota (PPN)"
    BERAP = "berap", "Bestuursrapportage (Berap)"
    JAARREKENING = "jaarrekening", "Jaarrekening"
    ANDERS = "anders", "Ander moment"


class Openbaarheid(TextChoices):
    OPENBAAR = "openbaar", "Openbaar"
    RAAD = "raad", "Alleen voor de raad"


class Toegankelijk(TextChoices):
    """The statuses of the national register of accessibility statements."""

    A = "a", "A: voldoet volledig"
    B = "b", "B: voldoet gedeeltelijk"
    C = "c", "C: eerste maatregelen genomen"
    D = "d", "D: voldoet niet"
    E = "e", "E: nog geen verklaring"


class Basis(TextChoices):
    PRIMITIEF = "primitief", "Primitieve begroting"
    NA_WIJZIGING = "na_wijziging", "Begroting na wijziging"


class BlokSoort(TextChoices):
    TEGELS = "tegels", "Tegels"
    FINANCIEEL = "financieel", "Financiële tabel"
    TABEL = "tabel", "Tabel"
    GRAFIEK = "grafiek", "Grafiek"
    RANGLIJST = "ranglijst", "Ranglijst"
    TEKST = "tekst", "Tekst"
    PROGRAMMA = "programma", "Programma"


class NotaDeel(TextChoices):
    """What a section of the cover note holds by itself."""

    SAMENVATTING = "samenvatting", "In het kort"
    HOOGTEPUNTEN = "hoogtepunten", "Hoogtepunten"
    WIJZIGINGEN = "wijzigingen", "Wat is nieuw of anders: definities, basis, correcties"
    NIET_BIJGEWERKT = "niet_bijgewerkt", "Cijfers die nog niet zijn bijgewerkt"
    BESLUIT = "besluit", "Besluit van het college, met zaaknummer en beslispunten"
    KALENDER = "kalender", "Volgende uitgave en momenten van de raad"
    BIJLAGEN = "bijlagen", "Bijlagen"


class GrafiekVorm(TextChoices):
    LIJN = "lijn", "Lijnen in de tijd"
    JAREN = "jaren", "Jaren over elkaar (maanden op de as)"
    KOLOM = "kolom", "Kolommen"
    GESTAPELD = "gestapeld", "Gestapelde kolommen"
    STAAF = "staaf", "Liggende staven"
    IN_UIT = "in_uit", "In, uit en voorraad"
    CUMULATIEF = "cumulatief", "Opgeteld door het jaar, met de begroting als lijn"
    HISTOGRAM = "histogram", "Verdeling over klassen"
    DEEL = "deel", "Eén balk van 100%"
    STIPPEN = "stippen", "Vergelijking met anderen (stippen)"


class TaakStand(TextChoices):
    WACHT = "wacht", "Wacht"
    BEZIG = "bezig", "Bezig"
    KLAAR = "klaar", "Klaar"
    MISLUKT = "mislukt", "Mislukt"
    GESTOPT = "gestopt", "Gestopt"


class Ernst(TextChoices):
    FOUT = "fout", "Fout"
    TWIJFEL = "twijfel", "Twijfel"
    LET_OP = "let_op", "Let op"


class TwijfelStand(TextChoices):
    OPEN = "open", "Open"
    GECORRIGEERD = "gecorrigeerd", "Verbeterd"
    VERKLAARD = "verklaard", "Verklaard"


class Operator(TextChoices):
    GELIJK = "=", "gelijk aan"
    ANDERS = "!=", "iets anders dan"
    HOOGUIT = "<=", "hooguit"
    MINSTENS = ">=", "minstens"


class BijLeeg(TextChoices):
    OVERSLAAN = "overslaan", "Niets doen"
    NUL = "nul", "Rekenen met nul"
    MELDEN = "melden", "Melden wat ontbreekt"


class IngebouwdeRegel(TextChoices):
    """The rules of `monitor.regels.twijfel.INGEBOUWD`."""

    TEKEN = "teken", "Getal onder nul"
    BEREIK = "bereik", "Buiten het bereik"
    DECIMALEN = "decimalen", "Half geteld"
    EENHEID = "eenheid", "Andere eenheid (10, 100 of 1.000 keer)"
    SPRONG = "sprong", "Sprong tegen het vorige cijfer"
    SEIZOEN = "seizoen", "Sprong tegen het seizoen"
    TEKST = "tekst", "Woord in plaats van getal"
    DELEN = "delen", "Delen tegen het totaal"
    BEGROTING = "begroting", "Begrotingsregels tegen hun som"
    DEEL_BOVEN = "deel_boven", "Deel boven het geheel"
    DEEL_IS_AL = "deel_is_al", "Deel is zo groot als het totaal"
    HONDERD = "honderd", "Aandelen samen 100%"


class VerzoekSoort(TextChoices):
    PUBLICATIE = "publicatie", "Publiceren"
    CORRECTIE = "correctie", "Corrigeren"


class InbrengSoort(TextChoices):
    VRAAG = "vraag", "Vraag"
    OPMERKING = "opmerking", "Opmerking"
    TOEZEGGING = "toezegging", "Toezegging"


class LezersvraagStand(TextChoices):
    NIEUW = "nieuw", "Nieuw"
    BEANTWOORD = "beantwoord", "Beantwoord"
    GESLOTEN = "gesloten", "Gesloten zonder antwoord"
