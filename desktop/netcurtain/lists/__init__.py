"""Filter lists on disk: where they come from, how they are fetched, which are in use."""
