"""Forms of the board's screens, one family a file."""
