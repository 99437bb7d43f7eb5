"""Whole pages kept in memory before Django: docs/page-cache.md."""
