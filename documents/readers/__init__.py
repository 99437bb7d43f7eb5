"""Files in, lines out: text and Markdown, Word, PDF."""
