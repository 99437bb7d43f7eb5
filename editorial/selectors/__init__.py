"""Reads of the board, one subject a file."""
