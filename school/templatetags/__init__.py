"""Template tags about the school."""
