"""Page up and Page down scroll a page wherever the focus is: not all of its words stand beside something that Tab comes to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QScrollArea, QWidget

_TURNS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


def scroll(page: QWidget | None, key: int) -> bool:
    """Whether this key scrolls this page; then it has done so."""
    turn = _TURNS.get(Qt.Key(key))
    if turn is None or not isinstance(page, QScrollArea):
        return False
    page.verticalScrollBar().triggerAction(turn)
    return True
