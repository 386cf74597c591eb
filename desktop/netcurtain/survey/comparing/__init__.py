"""Two surveys laid beside each other (comparing.py)."""
