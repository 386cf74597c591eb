"""What a screen reader is told of a window, by walking QAccessible: what can be used has a name, a fitting role and its state."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from netcurtain.ui import wording

Role = QAccessible.Role
FITTING: tuple[tuple[type[QWidget], frozenset[Role]], ...] = (
    (QRadioButton, frozenset({Role.RadioButton})),
    (QCheckBox, frozenset({Role.CheckBox})),
    (QAbstractButton, frozenset({Role.Button, Role.RadioButton, Role.PageTab, Role.CheckBox})),
    (QComboBox, frozenset({Role.ComboBox})),
    (QLineEdit, frozenset({Role.EditableText})),
    (QPlainTextEdit, frozenset({Role.EditableText})),
    (QTextEdit, frozenset({Role.EditableText})),
    (QAbstractItemView, frozenset({Role.List, Role.Table, Role.Tree})),
    (QLabel, frozenset({Role.StaticText})),
    (QAbstractScrollArea, frozenset({Role.Client, Role.Pane, Role.Document})),
)
"""Which roles fit what can have the keyboard, the most special kind first."""

SAME = (wording.CONNECT,)
"""Where the same words mean the same thing: it stands at the top, and in the middle of an empty page."""


def nodes(window: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything in sight that QAccessible knows of a window."""
    root = QAccessible.queryAccessibleInterface(window)
    waiting = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if node is None or not node.isValid() or node.state().invisible:
            continue
        yield node
        thing = node.object()
        if not isinstance(thing, QAbstractItemView):  # its rows are looked at by _rows
            waiting += [node.child(place) for place in reversed(range(node.childCount()))]


def faults(window: QWidget) -> list[str]:
    """What is amiss, in words; [] for nothing."""
    found: list[str] = []
    seen: dict[tuple[str, str], QWidget] = {}
    for node in nodes(window):
        widget = node.object()
        if not isinstance(widget, QWidget) or not isValid(widget) or not _can_be_used(widget):
            continue
        name, described = node.text(QAccessible.Text.Name).strip(), node.text(QAccessible.Text.Description).strip()
        if not name:
            found.append(f"{_which(widget)} has no name")
        found += _role_faults(widget, node)
        found += _rows_without_words(widget)
        if isinstance(widget, QAbstractButton):
            found += _state_faults(widget, node)
            if (name, described) in seen and name not in SAME:
                found.append(f"{name!r} stands for two different buttons, and nothing tells them apart")
            seen[name, described] = widget
    return found


def _can_be_used(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton)


def _role_faults(widget: QWidget, node: QAccessibleInterface) -> list[str]:
    fitting = next((roles for kind, roles in FITTING if isinstance(widget, kind)), frozenset[Role]())
    if node.role() not in fitting:
        return [f"{_which(widget)} is told as {node.role().name}"]
    if isinstance(widget, QAbstractButton) and not isinstance(widget, QCheckBox):
        one_of_some = widget.autoExclusive() or bool(widget.group())
        if one_of_some != (node.role() in (Role.RadioButton, Role.PageTab)):
            return [f"{_which(widget)}, one of some, is told as {node.role().name}" if one_of_some else f"{_which(widget)} is alone"]
    return []


def _state_faults(widget: QAbstractButton, node: QAccessibleInterface) -> list[str]:
    state = node.state()
    if widget.isCheckable() and (not state.checkable or bool(state.checked) != widget.isChecked()):
        return [f"{_which(widget)} does not tell whether it is chosen"]
    return []


def _rows_without_words(widget: QWidget) -> list[str]:
    model = widget.model() if isinstance(widget, QAbstractItemView) else None
    if model is None or isinstance(widget, QComboBox):
        return []
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1  # a list's own is private
    cells = (model.index(row, column) for row in range(model.rowCount()) for column in range(columns))
    empty = [cell for cell in cells if not (cell.data(Qt.ItemDataRole.AccessibleTextRole) or cell.data())]
    return [f"{_which(widget)} has a row without words" for _ in empty]


def _which(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r} in {type(widget.parentWidget()).__name__}"
