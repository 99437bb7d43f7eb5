"""Forms of the documents."""
