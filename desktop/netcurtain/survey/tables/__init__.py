"""A survey's results as files for programs and spreadsheets."""
