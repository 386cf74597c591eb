"""The table: every way of sending. From it come the pages (place.py), the tests (test_matrix.py) and docs/HOLDING.md (page.py)."""

from tests.end_to_end.matrix.at_once import AT_ONCE
from tests.end_to_end.matrix.forms import COURSES, FORMS
from tests.end_to_end.matrix.presses import KEYS, PRESSES
from tests.end_to_end.matrix.way import Kind, Way

_ALL = (*FORMS, *PRESSES, *KEYS, *COURSES, *AT_ONCE)
WAYS: tuple[Way, ...] = tuple(way for kind in Kind for way in _ALL if way.kind is kind)
"""By kind, in the order of the kinds."""
BY_NAME = {way.name: way for way in WAYS}
