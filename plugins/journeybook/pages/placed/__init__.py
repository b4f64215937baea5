"""Maps, lists and matrices that authors place on pages of their own."""
