"""What connects the documents with Wagtail and the board, one module a part; imported by `wagtail_hooks`."""
