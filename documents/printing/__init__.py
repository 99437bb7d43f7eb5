"""Documents as paper: the whole text, or an extract of it, set as a tagged PDF."""
