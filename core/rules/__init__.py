"""Plain-Python rules that every app may use."""
