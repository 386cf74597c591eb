"""Now: the page that is open, live."""
