"""Documents, slides and workbooks."""
