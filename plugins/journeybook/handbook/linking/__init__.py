"""Documents to a linked handbook: references, statements, placements."""
