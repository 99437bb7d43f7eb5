"""The board's screens: parse a form, call an action, answer. Nothing is decided here."""
