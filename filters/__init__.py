"""Package data: filter lists of our own and where others come from. README.md names source, date and licence of each."""
