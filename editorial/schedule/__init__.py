"""Readers of the weekly work schedule (lịch công tác tuần): a file becomes rows that a person checks."""
