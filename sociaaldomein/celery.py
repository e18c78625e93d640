"""The Celery application; which broker it uses is decided by CELERY_BROKER_URL alone."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sociaaldomein.settings")

app = Celery("sociaaldomein")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
