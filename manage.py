#!/usr/bin/env python
"""Django's command line for the raadsmonitor."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sociaaldomein.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        _ = settings.DEBUG  # reads the settings
    except ImproperlyConfigured as reden:
        sys.exit(f"De raadsmonitor start niet. {reden}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
