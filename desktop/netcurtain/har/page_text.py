"""The HTML of a page -> its title and its forms, described as the extension describes them (extension/content/shape.js). No value is read.

Scripts do not run here: a form that a script makes is not seen. Labels by ``for`` or around a field count, else the words before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

from netcurtain.core.observation import FormDescriptor, FormField, FormShape

MAX_FORMS = 50
MAX_FIELDS, MAX_OPTIONS, MAX_LEGENDS, MAX_BUTTONS, MAX_HEADINGS = 300, 60, 60, 30, 40
MAX_TEXT, MAX_NEAR, MAX_ADDRESS = 600, 4000, 8192
MAX_OPEN = 40
"""Elements within each other whose words are gathered."""
BEFORE = 6
"""Paragraphs before a form that belong to it."""

MAX_FED = 512 * 1024
"""Characters of forms, headings and what stands before forms that are read."""
SHORTLY_BEFORE = 3000
"""Characters before a form in which those paragraphs are looked for."""

# Each of these runs once over a page: what is left open reaches to the end, or only so far. Most tags are none of theirs, and a look at
# the first letter says so ten times as fast as trying one name after another.
_MACHINE = re.compile(
    r"<(?=[snti!])(?:(script|style|noscript|template|svg|iframe)\b[^<>]*>.*?(?:</\1\s*>|\Z)|!--.*?(?:-->|\Z))", re.IGNORECASE | re.DOTALL
)
_PARTS = re.compile(
    r"<(?=[hbtf])(?:(?:html|base)\b[^<>]*>|title\b[^<>]*>.{0,2000}?</title\s*>|h([1-3])\b[^<>]*>.{0,3000}?</h\1\s*>"
    r"|(?P<form>form\b.*?(?:</form\s*>|\Z)))",
    re.IGNORECASE | re.DOTALL,
)
# Python's reader looks through all that follows for the end of each tag that has none.
_NO_TAG = re.compile(r"<(?![a-z/][^<>]*>)[^<>]{0,3}", re.IGNORECASE)
_NO_QUESTION = frozenset({"hidden", "submit", "button", "image", "reset"})
_CHOICES = frozenset({"radio", "checkbox"})
_PUSHED = frozenset({"submit", "button", "image"})
_HEADINGS = frozenset({"h1", "h2", "h3"})
_NEAR = frozenset({"p", "li", "h4", "h5", "h6"})
_GATHERED = frozenset({"label", "legend", "button", "title", "option"}) | _HEADINGS | _NEAR
_CLOSED_BY_NEXT = frozenset({"p", "li", "option", "legend"})
_NOT_WORDS = frozenset({"textarea", "select", "pre", "code", "output"})
"""Their words are answers, or no sentence."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says of itself: its title, and its forms."""

    title: str
    forms: tuple[FormDescriptor, ...]


def read_page(text: str, url: str) -> PageText:
    """The title and forms of a page with this HTML and address."""
    reader = _Reader(url)
    try:
        for part in _parts(_MACHINE.sub(" ", text)):
            reader.feed(part)
        reader.close()
    except (AssertionError, ValueError, RecursionError):
        pass  # what was read until then counts
    return reader.page()


def _parts(plain: str) -> Iterator[str]:
    """The pieces of a page that say something of its forms. Python's own reader takes long over all else."""
    left, end, waiting = MAX_FED, 0, list[str]()
    has_form = False
    for found in _PARTS.finditer(plain):
        if found["form"]:
            has_form = True
            before = plain[max(end, found.start() - SHORTLY_BEFORE) : found.start()]
            # Where the cut went through a tag, its rest is no text.
            waiting.append(before.partition(">")[2] if found.start() - end > SHORTLY_BEFORE else before)
        waiting.append(found[0])
        end = found.end()
    for part in waiting if has_form else [part for part in waiting if part[:6].lower() == "<title"]:
        if left <= 0:
            return
        yield _NO_TAG.sub(" ", part[:left])
        left -= len(part)


@dataclass(slots=True)
class _Gathering:
    """The words of one element that is open."""

    tag: str
    attributes: dict[str, str]
    words: list[str] = field(default_factory=list)

    def text(self, most: int = MAX_TEXT) -> str:
        return " ".join(" ".join(self.words).split())[:most]


@dataclass(slots=True)
class _Control:
    tag: str
    attributes: dict[str, str]
    before: str
    legend: "_Gathering | None"
    around: "_Gathering | None"
    options: list[str] = field(default_factory=list)

    @property
    def type(self) -> str:
        return self.attributes.get("type", "").lower()


@dataclass(slots=True)
class _Form:
    attributes: dict[str, str]
    near: list[str]
    controls: list[_Control] = field(default_factory=list)
    legends: list[str] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self._url = self._base = url
        self._title = self._language = ""
        self._headings: list[tuple[str, str]] = []
        self._labels: dict[str, str] = {}
        self._forms: list[_Form] = []
        self._form: _Form | None = None
        self._open: list[_Gathering] = []
        self._fieldsets: list[_Gathering | None] = []
        self._silent = ""
        self._recent: list[str] = []
        self._last = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element opens."""
        attributes = {name: value or "" for name, value in attrs}
        if tag in _NOT_WORDS and tag != "select":
            self._silent = self._silent or tag
        if tag in _CLOSED_BY_NEXT and any(one.tag == tag for one in self._open):
            self._close(tag)
        match tag:
            case "html":
                self._language = attributes.get("lang", "")[:20]
            case "base":
                self._base = urljoin(self._url, attributes.get("href", ""))
            case "form" if self._form is None and len(self._forms) < MAX_FORMS:
                self._form = _Form(attributes, self._recent[-BEFORE:])
                self._forms.append(self._form)
            case "fieldset":
                self._fieldsets.append(None)
            case "input" | "select" | "textarea":
                self._control(tag, attributes)
        if tag in _GATHERED and len(self._open) < MAX_OPEN:
            gathering = _Gathering(tag, attributes)
            self._open.append(gathering)
            if tag == "legend" and self._fieldsets:
                self._fieldsets[-1] = gathering

    def handle_endtag(self, tag: str) -> None:
        """An element closes."""
        if tag == self._silent:
            self._silent = ""
        if tag == "form":
            self._form = None
        elif tag == "fieldset" and self._fieldsets:
            self._fieldsets.pop()
        elif tag == "select":
            self._close("option")
        if tag in _GATHERED:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._silent or not data.strip():
            return
        inner = self._open[-1:] if self._open and self._open[-1].tag == "option" else self._open
        for gathering in inner:
            gathering.words.append(data[:MAX_NEAR])
        if not any(one.tag in ("option", "button") for one in self._open):
            self._last = data.strip()[:MAX_TEXT]

    def page(self) -> PageText:
        """All that was read."""
        while self._open:
            self._close(self._open[-1].tag)
        described = (self._described(form) for form in self._forms)
        return PageText(self._title, tuple(form for form in described if form is not None))

    def _control(self, tag: str, attributes: dict[str, str]) -> None:
        form = self._form
        if form is None or len(form.controls) >= MAX_FIELDS:
            return
        kind = attributes.get("type", "").lower()
        if kind in _PUSHED and tag == "input":
            form.buttons.append(attributes.get("value") or attributes.get("aria-label") or attributes.get("alt", ""))
        if kind not in _NO_QUESTION:
            legend = next((one for one in reversed(self._fieldsets) if one), None)
            around = next((one for one in reversed(self._open) if one.tag == "label"), None)
            form.controls.append(_Control(tag, attributes, self._last, legend, around))
            self._last = ""

    def _close(self, tag: str) -> None:
        """Take in the words of the innermost element of this name; those inside it that were left open end with it."""
        at = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n].tag == tag), None)
        if at is None:
            return
        for gathering in reversed(self._open[at:]):
            self._take(gathering)
        del self._open[at:]

    def _take(self, gathering: _Gathering) -> None:
        text, tag, form = gathering.text(), gathering.tag, self._form
        if tag == "title":
            self._title = self._title or text
        elif tag == "button" and form is not None:
            form.buttons.append(text or gathering.attributes.get("aria-label", ""))
        elif not text:
            return
        elif tag in _HEADINGS and len(self._headings) < MAX_HEADINGS:
            self._headings.append((tag, text))
        elif tag == "label" and "for" in gathering.attributes:
            self._labels.setdefault(gathering.attributes["for"], text)
        elif tag == "legend" and form is not None:
            form.legends.append(text)
        elif tag == "option" and form is not None and form.controls and len(form.controls[-1].options) < MAX_OPTIONS:
            form.controls[-1].options.append(text)
        elif tag in _NEAR:
            (self._recent if form is None else form.near).append(text)
            del self._recent[:-BEFORE]

    def _described(self, form: _Form) -> FormDescriptor | None:
        """A form as a person sees it; None for one that they could neither fill in nor send."""
        fields = self._fields(form)
        if not fields and not form.buttons:
            return None
        asks = any(one.type != "checkbox" for one in fields)
        return FormDescriptor(
            page_url=self._url,
            title=self._title,
            headings=[text for tag, text in self._headings if asks or tag == "h1"],
            form=FormShape(
                action=_joined(self._base, form.attributes.get("action", "") or self._url)[:MAX_ADDRESS],
                method=form.attributes.get("method", "").lower()[:MAX_TEXT] or "get",
                fields=fields,
                legends=form.legends[:MAX_LEGENDS],
                buttons=[text[:MAX_TEXT] for text in form.buttons[:MAX_BUTTONS]],
            ),
            text_near=" ".join(dict.fromkeys(form.near))[:MAX_NEAR] if asks else "",
            language=self._language,
        )

    def _fields(self, form: _Form) -> list[FormField]:
        """The questions; choices with one name are one, with the words of its legend."""
        grouped: dict[str, tuple[_Control, str, list[str]]] = {}
        for number, control in enumerate(form.controls):
            attributes = control.attributes
            choice = control.type in _CHOICES
            key = f"{control.type} {attributes['name']}" if choice and attributes.get("name") else str(number)
            label = self._label(control)
            if key in grouped:
                grouped[key][2].append(label)
                continue
            group = control.legend.text() if choice and control.legend else ""
            grouped[key] = (control, group or label, [label] if group else control.options)
        return [_field(control, label, options) for control, label, options in grouped.values()]

    def _label(self, control: _Control) -> str:
        attributes = control.attributes
        around = control.around.text() if control.around else ""
        return self._labels.get(attributes.get("id", ""), "") or around or ("" if attributes.get("aria-label") else control.before)


def _field(control: _Control, label: str, options: list[str]) -> FormField:
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


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
