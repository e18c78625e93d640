"""Addresses for a partner with a mailed link."""

from django.urls import path

from programma.bijwerken import partner

urlpatterns = [
    path("datum/", partner.datum, name="bijwerkdatum"),
    path("<str:token>/", partner.bijwerken, name="bijwerklink"),
]
