"""StreamField blocks of the documents, one family a file."""
