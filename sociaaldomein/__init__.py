"""Composition of the raadsmonitor: settings, addresses, background work. Holds no domain rule."""

from sociaaldomein.celery import app as celery_app

__all__ = ["celery_app"]
