"""The board's rules in plain Python: no Django, no Wagtail, no clock, no settings."""
