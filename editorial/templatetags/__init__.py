"""Words of the board for templates."""
