from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from netcurtain.ui.first_run.view import FirstRunView
from netcurtain.ui.theme import Theme


@pytest.fixture
def view(bring_up: Callable[[QWidget, int, int], None], theme: Theme, fake_app: Any) -> FirstRunView:
    view = FirstRunView(theme, fake_app, other_ways=True)
    bring_up(view, 1040, 700)
    view.begin()
    return view
