"""Every widget there is, of whatever window, and its texts: where a word must be gone, it is looked for in all of them."""

import gc

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget


def every_widget() -> list[QWidget]:
    """Also one that is about to go.

    Qt lists them first, then each becomes an object of Python's in turn. Were garbage collected in between, a widget in it would be
    freed before its turn, and Python would crash on it; once this list holds them all, none is garbage.
    """
    gc.disable()
    try:
        return QApplication.allWidgets()
    finally:
        gc.enable()


def texts_of(thing: QObject) -> list[str]:
    """Every property that is a text, whatever it is called."""
    about = thing.metaObject()
    values = [thing.property(str(about.property(place).name())) for place in range(about.propertyCount())]
    return [value for value in values if isinstance(value, str)]
