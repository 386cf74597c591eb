"""A form and its controls, as page_text.py meets them -> its questions, each with its answers to choose from. No value is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netcurtain.core.observation import FormField

MAX_TEXT, MAX_OPTIONS = 600, 60
_CHOICES = frozenset({"radio", "checkbox"})
EDITABLE = "contenteditable"
"""The kind of an area that a page made for somebody to write in."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand around a form; ``said``: by somebody who talks there (page_talk.py)."""

    text: str
    said: bool = False


@dataclass(slots=True)
class Gathering:
    """The words of one element that is open; ``said`` as of Words."""

    tag: str
    attributes: dict[str, str]
    said: bool = False
    words: list[str] = field(default_factory=list)

    def text(self, most: int = MAX_TEXT) -> str:
        """All of them, as one text."""
        return " ".join(" ".join(self.words).split())[:most]


@dataclass(slots=True)
class Control:
    """A field: the words before it, the legend of its group, the label around it; ``said``: of the words before it."""

    tag: str
    attributes: dict[str, str]
    before: str
    legend: "Gathering | None"
    around: "Gathering | None"
    said: bool = False
    options: list[str] = field(default_factory=list)

    @property
    def type(self) -> str:
        """Its kind, in the page's word."""
        return self.attributes.get("type", "").lower()

    @property
    def is_free(self) -> bool:
        """Whether somebody writes there what they like."""
        return self.tag == "textarea" or self.type == EDITABLE

    @property
    def placeholder(self) -> str:
        """What it says while nobody has written there."""
        named = (self.attributes.get(name, "") for name in ("placeholder", "aria-placeholder", "data-placeholder"))
        return next(filter(None, named), "")


@dataclass(slots=True)
class Form:
    """A form, or a group of fields outside of every form: that one has no attributes."""

    near: list[Words]
    attributes: dict[str, str] | None = None
    controls: list[Control] = field(default_factory=list)
    legends: list[str] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)


def fields_of(controls: Sequence[Control], labels: Mapping[str, str]) -> list[FormField]:
    """The questions; choices with one name are one, with the words of its legend. ``labels``: those for a control, by its id."""
    grouped: dict[str, tuple[Control, str, list[str]]] = {}
    for number, control in enumerate(controls):
        attributes = control.attributes
        choice = control.type in _CHOICES
        key = f"{control.type} {attributes['name']}" if choice and attributes.get("name") else str(number)
        label = _label(control, labels)
        if key in grouped:
            grouped[key][2].append(label)
            continue
        group = control.legend.text() if choice and control.legend else ""
        grouped[key] = (control, group or label, [label] if group else control.options)
    return [_field(control, label, options) for control, label, options in grouped.values()]


def _label(control: Control, labels: Mapping[str, str]) -> str:
    attributes = control.attributes
    around = control.around.text() if control.around else ""
    # The box of a conversation says "Write here", and what stands before it was said there.
    is_said = attributes.get("aria-label") or (control.said and control.is_free and control.placeholder)
    return labels.get(attributes.get("id", ""), "") or around or ("" if is_said else control.before)


def _field(control: Control, label: str, options: list[str]) -> FormField:
    told = {name: control.attributes.get(name, "")[:MAX_TEXT] for name in ("name", "id", "autocomplete")}
    return FormField(
        tag=control.tag,
        type=control.type[:MAX_TEXT],
        label=label,
        placeholder=control.placeholder[:MAX_TEXT],
        aria_label=control.attributes.get("aria-label", "")[:MAX_TEXT],
        required="required" in control.attributes,
        options=[option for option in options if option][:MAX_OPTIONS],
        **told,
    )
