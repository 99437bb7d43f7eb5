#!/usr/bin/env python3
"""Runs the project's commands: `.venv/bin/python manage.py help`."""

import os
import sys


def main() -> None:
    """Point Django at the settings and hand over."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    try:
        from django.core.management import execute_from_command_line
    except ImportError as error:
        raise SystemExit("Django is not installed here: run 'python3 tools/bootstrap.py' first.") from error
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
