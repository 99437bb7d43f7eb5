"""Joins the apps: settings, addresses, server entry, health. Nobody imports it."""
