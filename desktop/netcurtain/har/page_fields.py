"""The controls of a form, as page_text.py meets them -> its questions, each with its answers to choose from. No value is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netcurtain.core.observation import FormField

MAX_TEXT, MAX_OPTIONS = 600, 60
_CHOICES = frozenset({"radio", "checkbox"})


@dataclass(slots=True)
class Gathering:
    """The words of one element that is open."""

    tag: str
    attributes: dict[str, str]
    words: list[str] = field(default_factory=list)

    def text(self, most: int = MAX_TEXT) -> str:
        """All of them, as one text."""
        return " ".join(" ".join(self.words).split())[:most]


@dataclass(slots=True)
class Control:
    """A field: the words before it, the legend of its group, the label around it."""

    tag: str
    attributes: dict[str, str]
    before: str
    legend: "Gathering | None"
    around: "Gathering | None"
    options: list[str] = field(default_factory=list)

    @property
    def type(self) -> str:
        """Its kind, in the page's word."""
        return self.attributes.get("type", "").lower()


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
    return labels.get(attributes.get("id", ""), "") or around or ("" if attributes.get("aria-label") else control.before)


def _field(control: Control, label: str, options: list[str]) -> FormField:
    told = {name: control.attributes.get(name, "")[:MAX_TEXT] for name in ("name", "id", "placeholder", "autocomplete")}
    return FormField(
        tag=control.tag,
        type=control.type[:MAX_TEXT],
        label=label,
        aria_label=control.attributes.get("aria-label", "")[:MAX_TEXT],
        required="required" in control.attributes,
        options=[option for option in options if option][:MAX_OPTIONS],
        **told,
    )
