"""One value of an author's file edited, and every other byte left as it is."""
