"""The small window that says a form waits for an answer."""
