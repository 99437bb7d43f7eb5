"""The rules of documents: plain Python, no Django."""
