"""What comes in by other doors: readers of e-mails and Word files, and where originals lie."""
