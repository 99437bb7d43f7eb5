"""Flat drawings for the demonstration school."""
