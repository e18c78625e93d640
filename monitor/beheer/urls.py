"""Logging in and out, for staff and council members alike."""

from django.urls import path

from monitor.beheer import inloggen

urlpatterns = [
    path("inloggen/", inloggen.Inloggen.as_view(), name="inloggen"),
    path("inloggen/wachtwoord/", inloggen.Wachtwoord.as_view(), name="wachtwoord"),
    path("inloggen/wachtwoord/klaar/", inloggen.WachtwoordKlaar.as_view(), name="wachtwoord_klaar"),
    path(
        "inloggen/nieuw/<uidb64>/<token>/",
        inloggen.NieuwWachtwoord.as_view(),
        name="nieuw_wachtwoord",
    ),
    path("uitloggen/", inloggen.Uitloggen.as_view(), name="uitloggen"),
]
