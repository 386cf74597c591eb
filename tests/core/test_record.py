from typing import Any

import pytest

from netcurtain.core.record import PageRecord, PrivatePageRefusedError


def test_a_private_page_cannot_be_made_into_a_record() -> None:
    private: Any = True
    with pytest.raises(PrivatePageRefusedError, match="never kept"):
        PageRecord("b:p1", "b:p1", "site.example", "https://site.example/", "Title", 1.0, private=private)
