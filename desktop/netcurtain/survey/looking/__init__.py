"""How a page is looked at: a browser of its own, with the hands of somebody who sends nothing (visiting.py)."""
