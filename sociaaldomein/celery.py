"""The Celery application; which broker it uses is decided by CELERY_BROKER_URL alone."""

import os
import warnings

from celery import Celery
from celery.exceptions import SecurityWarning

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sociaaldomein.settings")

# Celery warns against root because of pickle; our messages are JSON, and a demo may run as root.
warnings.filterwarnings("ignore", category=SecurityWarning)

app = Celery("sociaaldomein")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
