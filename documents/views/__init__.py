"""Screens of the documents, one module a screen."""
