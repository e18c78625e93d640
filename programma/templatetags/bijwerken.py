"""For the update page: a date in words as the program reads it."""

from django import template

from programma.regels.datums import gelezen_als

register = template.Library()
register.filter("gelezen_als", gelezen_als)
