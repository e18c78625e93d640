"""The admin site: one place for everything that staff do."""

from django.contrib.admin import AdminSite


class Beheersite(AdminSite):
    site_header = "Raadsmonitor sociaal domein"
    site_title = "Raadsmonitor"
    index_title = "Beheer"
