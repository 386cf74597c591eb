"""Other ways: where one can report or be heard without the page at hand."""
