"""The words around a date, as sets and patterns; `programma.regels.datums` tells what each does to it."""

import re

ONBEKEND = frozenset(
    ["?", "-", "onbekend", "nog onbekend", "datum onbekend", "niet bekend", "nog niet bekend", "datum volgt",
     "volgt", "volgt nog", "nader te bepalen", "nog nader te bepalen", "ntb", "nnb", "notk", "nieuwe datum volgt",
     "nog te bepalen", "nog te plannen", "nog in te plannen", "later", "later te bepalen", "zsm", "zo snel mogelijk",
     "zo spoedig mogelijk"]
)  # fmt: skip
DOORLOPEND = frozenset(
    ["doorlopend", "doorlopend proces", "continu", "continu proces", "structureel", "lopend", "permanent",
     "heel de looptijd", "hele looptijd", "gehele looptijd", "jaarlijks", "maandelijks", "elke maand", "elk kwartaal",
     "ieder kwartaal", "elk jaar", "ieder jaar"]
)  # fmt: skip
_HOOFD = (
    r"raadsvergadering|raad|college|commissie|oplevering|opgeleverd|gereed|klaar|afgerond|afronding|streefdatum|"
    r"streven is|deadline|in ieder geval|verschoven naar|doorgeschoven naar|uitgesteld tot"
)
VULWOORD = re.compile(
    rf"^(?:(?:{_HOOFD})(?: van)?:?|naar verwachting|waarschijnlijk|gepland|verwacht|voor het einde van|in de loop van|"
    r"loop van|gedurende|(?:structureel|doorlopend|continu)(?=\s+(?:vanaf|sinds|per|met ingang|m\.i\.v))|"
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?=\s+\d)|(?:ma|di|wo|do|vr|za|zo)\.?(?=\s+\d)|"
    r"in|per|op(?! zijn| z'n)|met(?! ingang)|de|het)\s+"
)
ONGEVEER = re.compile(r"^(?:ongeveer|circa|ca\.?|rond|omstreeks|om en nabij|±|~)\s*")
VANAF = re.compile(
    r"^(?:vanaf|sinds|met ingang van|m\.i\.v\.|ingaande|start:?|na|niet eerder dan|niet v[oó][oó]r|"
    r"op (?:zijn|z'n) vroegst)\s+"
)
EN_VERDER = re.compile(
    r"(?:[\s,]+(?:en verder|e\.?\s?v|en later|of later|en daarna)|"
    r"(?:\s*-\s*|,?\s+(?:en\s+)?)(?:doorlopend|structureel)|,?\s+(?:en\s+)?daarna\s+[a-z ]+)$"
)
TOT_MET = re.compile(r"^(?:uiterlijk|t/m|tot en met|(?:voor|vóór|tot)(?: het)? einde?|ultimo)\s+")
VOOR = re.compile(r"^(?:voor|vóór|tot)\s+")
TUSSEN = re.compile(r"\s*(?:\bt/m\b|\btot en met\b|\ben\b|\bof\b|\btot\b|/|-|\+|&)\s*")
# Two ends in one phrase: ‘van maart tot mei’, ‘tussen maart en mei’, ‘start mei, gereed juni’.
VAN_TOT = re.compile(
    r"^(?:(?:van|vanaf|start:?)\s+(?P<a>.+?)\s+(?:tot en met|t/m|tot|-)\s+(?P<b>.+)|"
    r"tussen\s+(?P<c>.+?)\s+en\s+(?P<d>.+)|"
    r"start:?\s+(?P<e>.+?)[,;]?\s+(?:en\s+)?(?:gereed|klaar|afgerond|afronding|oplevering):?\s+(?P<f>.+))$"
)
OPSOMMING = re.compile(r"\s*(?:,|\ben\b|\bof\b|&|\+|/)\s*")
# Behind a date this is no name of a part: the date was not read whole.
GEEN_NAAM = re.compile(r"(?:19|20)\d\d|'\d\d|^(?:t/m|tot|en|of|van|-|/)(?:\s|$)|^\d{1,4}$")
# Before a date these change what it means, so they are no name of a part either.
TIJDWOORD = re.compile(
    r"\b(?:niet|geen|na|voor|vóór|tot|dan|eerder|later|sinds|vanaf|tenzij|of|en|tussen|van|over|binnen|"
    r"weken|maanden|dagen|jaar|jaren|t/m)\b"
)
TEKENS = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "‑": "-", "’": "'", "‘": "'", "\u00a0": " ", "\u202f": " "}
)
