"""Builds what tests stand on. Items get their state by the board's actions, as in life."""
