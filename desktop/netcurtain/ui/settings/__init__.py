"""The *Settings* page: every answer can be changed here, and holds at once."""
