"""What people read for the codes of the rules, one module a subject."""
