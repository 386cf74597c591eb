"""Where in the UK the person is: the ways that the card in a page names, and its "Other ways", are then those of that place."""

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netcurtain.core.support import Nation
from netcurtain.ui.actions import Actions
from netcurtain.ui.other_ways import wording as other_ways_wording
from netcurtain.ui.other_ways.picker import Picker
from netcurtain.ui.settings import wording
from netcurtain.ui.settings.section import Section
from netcurtain.ui.theme import Theme
from netcurtain.ui.wording import OTHER_WAYS


class PlaceSection(Section):
    """A list of places; all of the UK until another is picked."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(theme, OTHER_WAYS, parent)
        self._actions = actions
        places: list[tuple[object, str]] = [(None, other_ways_wording.ALL_NATIONS), *other_ways_wording.NATIONS.items()]
        self.picker = Picker(theme, wording.PLACE, places, self.card)
        self.picker.picked.connect(self._picked)
        row = QHBoxLayout()
        row.addWidget(self.picker, 1)
        row.addStretch(1)
        self.body.addLayout(row)

    def refresh(self) -> None:
        """Show the place that holds."""
        super().refresh()
        self.picker.show_pick(self._actions.settings().nation)

    def leave(self) -> None:
        """Close the list."""
        self.picker.box.hidePopup()

    def _picked(self, value: str | None) -> None:
        nation = Nation(value) if value else None
        self._actions.change_settings(msgspec.structs.replace(self._actions.settings(), nation=nation))
        self.say(wording.then_place(other_ways_wording.NATIONS[nation] if nation else wording.ALL_OF_THE_UK))
