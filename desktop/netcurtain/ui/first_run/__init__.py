"""The first run: four short steps, which can be skipped and gone through again."""
