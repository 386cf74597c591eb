"""core/document_kinds.py: what a browser makes a file of, and what it shows."""

import pytest

from netcurtain.core.document_kinds import is_downloaded


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        ("application/zip", True),
        ("Application/X-Zip-Compressed; name=a", True),
        (" text/csv;charset=utf-8", True),
        ("application/vnd.ms-excel", True),
        ("application/vnd.oasis.opendocument.text", True),
        ("application/pdf", False),
        ("application/x-javascript", False),
        ("application/zipped", False),
        ("text/html", False),
        ("", False),
    ],
)
def test_what_a_browser_makes_a_file_of(content_type: str, expected: bool) -> None:
    assert is_downloaded(content_type) is expected
