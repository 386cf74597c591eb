"""A survey's results as one page to read (report.py)."""
