"""Closed lists of the programmes. The value is what stands in the database, in files and in the snapshot."""

from django.db.models import TextChoices


class Status(TextChoices):
    GEREED = "gereed", "Klaar"
    OP_SCHEMA = "op_schema", "Op schema"
    VERTRAAGD = "vertraagd", "Later dan gepland"
    LOOPT = "loopt", "Loopt"
    NIET_GESTART = "niet_gestart", "Nog niet gestart"
    GESTOPT = "gestopt", "Gestopt"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Precisie(TextChoices):
    """How exact the words of a date are; see `programma.regels.datums`."""

    DAG = "dag", "Dag"
    WEEK = "week", "Week"
    MAAND = "maand", "Maand"
    KWARTAAL = "kwartaal", "Kwartaal"
    HALFJAAR = "halfjaar", "Half jaar"
    JAAR = "jaar", "Jaar"
    ONGEVEER = "ongeveer", "Ongeveer (medio, begin, eind, voorjaar)"
    REEKS = "reeks", "Van … tot en met …"
    DELEN = "delen", "Per deel een eigen datum"
    VANAF = "vanaf", "Vanaf, zonder einde"
    UITERLIJK = "uiterlijk", "Uiterlijk"
    DOORLOPEND = "doorlopend", "Doorlopend"
    ONBEKEND = "onbekend", "Nog niet bekend"


class Schakel(TextChoices):
    """Link of the reasoning from means to effect."""

    INPUT = "input", "Middelen (input)"
    THROUGHPUT = "throughput", "Werkwijze (throughput)"
    OUTPUT = "output", "Prestatie (output)"
    OUTCOME = "outcome", "Resultaat (outcome)"
    IMPACT = "impact", "Maatschappelijk effect (impact)"


class Omvang(TextChoices):
    KLEIN = "klein", "Klein"
    MIDDEL = "middel", "Middel"
    GROOT = "groot", "Groot"


class Trend(TextChoices):
    NIEUW = "nieuw", "Nieuw"
    GROTER = "groter", "Groter geworden"
    GELIJK = "gelijk", "Gelijk gebleven"
    KLEINER = "kleiner", "Kleiner geworden"


class Orgaan(TextChoices):
    RAAD = "raad", "Gemeenteraad"
    COLLEGE = "college", "College"
    BESTUURLIJK = "bestuurlijk", "Bestuurlijk opdrachtgever"
    AMBTELIJK = "ambtelijk", "Ambtelijk opdrachtgever"
    STUURGROEP = "stuurgroep", "Stuurgroep"
    PROGRAMMATEAM = "programmateam", "Programmateam"


class Oordeel(TextChoices):
    GOED = "goed", "Goed"
    LET_OP = "let_op", "Let op"
    NIET_GOED = "niet_goed", "Niet goed"


class Effect(TextChoices):
    """What can be said of the effect of a measure."""

    GEEN_DOEL = "geen_doel", "Geen doel afgesproken"
    NOG_NIET_MEETBAAR = "nog_niet_meetbaar", "Nog niet te meten"
    GEMETEN = "gemeten", "Gemeten"
    NIET_TOE_TE_WIJZEN = "niet_toe_te_wijzen", "Niet aan de maatregel toe te schrijven"
    GESTOPT = "gestopt", "Gestopt, zonder effect"


class Aannameoordeel(TextChoices):
    """Whether the thought behind a link of the reasoning holds."""

    HOUDT_STAND = "houdt_stand", "Houdt stand"
    TWIJFELACHTIG = "twijfelachtig", "Twijfelachtig"
    WEERLEGD = "weerlegd", "Weerlegd"


class Budgetsoort(TextChoices):
    BEGROOT = "begroot", "Begroot"
    AANGEVRAAGD = "aangevraagd", "Aangevraagd"
    TOEGEKEND = "toegekend", "Toegekend"
    GEREALISEERD = "gerealiseerd", "Uitgegeven"
