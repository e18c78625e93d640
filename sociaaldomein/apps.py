"""App configurations of the composition: ours, and the admin with our own site."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class SociaaldomeinConfig(AppConfig):
    name = "sociaaldomein"
    verbose_name = "Raadsmonitor sociaal domein"


class BeheerConfig(AdminConfig):
    default_site = "monitor.beheer.site.Beheersite"
