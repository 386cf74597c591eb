from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from netcurtain.core.settings import Settings
from netcurtain.ui.actions import BrowserRow, ListRow
from netcurtain.ui.settings.view import SettingsView
from netcurtain.ui.theme import Theme


@pytest.fixture
def view(bring_up: Callable[[QWidget, int, int], None], theme: Theme, fake_app: Any) -> SettingsView:
    fake_app.answers = Settings(introduced=True)
    fake_app.paired = [BrowserRow("b1", "Chrome 156", 1, 1_764_000_000, True), BrowserRow("b2", "Firefox 153", 1, 1_764_000_000, False)]
    fake_app.list_rows = [
        ListRow("starter", "Netcurtain starter", True, True, "115 filters."),
        ListRow("easyprivacy", "EasyPrivacy", True, False, "EasyPrivacy of 13 August 2026, checked today."),
        ListRow("easylist", "EasyList", False, False, "EasyList is off."),
    ]
    view = SettingsView(theme, fake_app, can_notify=lambda: fake_app.can_delete, other_ways=True)
    bring_up(view, 1000, 700)
    view.enter()
    return view
