"""The HTML of a page -> its title and its forms, described as the extension describes them (extension/content/shape.js). No value is read.

Scripts do not run here: a form that a script makes is not seen. Labels by ``for`` or around a field count, else the words before it.
Fields outside of every form that follow each other are described as a form is, up to the buttons after them, where they ask a person
something (page_groups.py). An editable area is a field as well; documents in the tags of frames are read as the page itself is.
"""

from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import islice
from urllib.parse import urljoin

from netcurtain.core.observation import FormDescriptor, FormShape
from netcurtain.har.page_area import Area
from netcurtain.har.page_editable import NOT_WRITTEN, EditableArea, is_editable
from netcurtain.har.page_fields import EDITABLE, MAX_OPTIONS, MAX_TEXT, Control, Form, Gathering, Words, fields_of
from netcurtain.har.page_groups import asked_of
from netcurtain.har.page_parts import inner_documents, parts
from netcurtain.har.page_talk import around, is_talk

MAX_FORMS, MAX_GROUPS = 50, 50
"""Forms of one text, and groups of fields outside of every form that ask something."""
MAX_GATHERED = 500
"""Such groups that are looked at, whether they ask something or not."""
MAX_FIELDS, MAX_LEGENDS, MAX_BUTTONS, MAX_HEADINGS = 300, 60, 30, 40
MAX_NEAR, MAX_ADDRESS = 4000, 8192
MAX_OPEN = 40
"""Elements within each other whose words are gathered."""
BEFORE = 6
"""Paragraphs before a form that belong to it."""

_NO_QUESTION = frozenset({"hidden", "submit", "button", "image", "reset"})
_PUSHED = frozenset({"submit", "button", "image"})
_HEADINGS = frozenset({"h1", "h2", "h3"})
_NEAR = frozenset({"p", "li", "h4", "h5", "h6"})
_GATHERED = frozenset({"label", "legend", "button", "title", "option"}) | _HEADINGS | _NEAR
_CLOSED_BY_NEXT = frozenset({"p", "li", "option", "legend"})
_NOT_WORDS = frozenset({"textarea", "select", "pre", "code", "output"})
"""Their words are answers, or no sentence."""
_APART = frozenset({"header", "nav", "main", "search", "aside", "dialog", "footer"})
"""Parts of a page that have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says of itself: its title, its forms, and the groups of fields outside of every form."""

    title: str
    forms: tuple[FormDescriptor, ...]
    groups: tuple[FormDescriptor, ...]


def read_page(text: str, url: str) -> PageText:
    """The title and forms of a page with this HTML and address; forms also of the documents in the tags of its frames."""
    page = _read(text, url)
    inner = [_read(one, url) for one in inner_documents(text)]
    forms = (form for one in (page, *inner) for form in one.forms)
    groups = (group for one in (page, *inner) for group in one.groups)
    return PageText(page.title, tuple(islice(forms, MAX_FORMS)), tuple(islice(groups, MAX_GROUPS)))


def _read(text: str, url: str) -> PageText:
    reader = _Reader(url)
    try:
        for part in parts(text):
            if part is None:
                reader.pass_over()
            else:
                reader.feed(part)
        reader.close()
    except (AssertionError, ValueError, RecursionError):
        pass  # what was read until then counts
    return reader.page()


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self._url = self._base = url
        self._title = self._language = ""
        self._headings: list[tuple[str, str]] = []
        self._labels: dict[str, str] = {}
        self._forms: list[Form] = []
        self._groups: list[Form] = []
        self._by_id: dict[str, Form] = {}
        self._form: Form | None = None
        self._group: Form | None = None
        self._asked: Control | None = None
        self._open: list[Gathering] = []
        self._fieldsets: list[Gathering | None] = []
        self._silent = ""
        self._area = EditableArea()
        self._talk = Area()
        self._recent: list[Words] = []
        self._last = Words("")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element opens."""
        attributes = {name: value or "" for name, value in attrs}
        if tag in _NOT_WORDS and tag != "select":
            self._silent = self._silent or tag
        if not self._talk.holds(tag) and is_talk(tag, attributes):
            self._talk.begin(tag)
        if tag in NOT_WRITTEN:
            self._area.give_way()
        if not self._area.holds(tag) and is_editable(tag, attributes):
            self._control(tag, attributes | {"type": EDITABLE})
            owner = self._form or self._group
            self._area.begin_beside(tag, owner.controls if owner else [])
        if tag in _CLOSED_BY_NEXT and any(one.tag == tag for one in self._open):
            self._close(tag)
        if tag in _APART:
            self._group = None
        match tag:
            case "html":
                self._language = attributes.get("lang", "")[:20]
            case "base":
                self._base = _joined(self._url, attributes.get("href", "")) or self._url
            case "form" if self._form is None:
                self._begin(attributes)
            case "fieldset":
                self._fieldsets.append(None)
            case "input" | "select" | "textarea":
                self._control(tag, attributes)
        if tag in _GATHERED and len(self._open) < MAX_OPEN:
            gathering = Gathering(tag, attributes, self._talk.is_open)
            self._open.append(gathering)
            if tag == "legend" and self._fieldsets:
                self._fieldsets[-1] = gathering

    def handle_endtag(self, tag: str) -> None:
        """An element closes."""
        if tag == self._silent:
            self._silent = ""
        self._area.close(tag)
        self._talk.close(tag)
        if tag == "form":
            self._form = self._asked = None
        elif tag in _APART:
            self._group = None
        elif tag == "fieldset" and self._fieldsets:
            self._fieldsets.pop()
        elif tag == "select":
            self._close("option")
        if tag in _GATHERED:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._silent or self._area.is_open or not data.strip():
            return
        inner = self._open[-1:] if self._open and self._open[-1].tag == "option" else self._open
        for gathering in inner:
            if gathering.said or not self._talk.is_open or gathering.tag not in _NEAR:
                gathering.words.append(data[:MAX_NEAR])
        if not any(one.tag in ("option", "button", "title") for one in self._open):
            self._last = Words(data.strip()[:MAX_TEXT], self._talk.is_open)
            if self._group is not None and self._group.buttons:
                self._group = None

    def pass_over(self) -> None:
        """Something of the page is left out here: what was open may have ended in it, and the words before it name nothing after it."""
        self._end_all()
        self._fieldsets.clear()
        self._area.end()
        self._talk.end()
        self._last = Words("")

    def page(self) -> PageText:
        """All that was read."""
        self._end_all()
        forms = (self._described(form, form.controls) for form in self._forms)
        asked = ((form, asked_of(form.controls, self._labels, form.buttons)) for form in self._groups if form.attributes is None)
        groups = (self._described(form, controls) for form, controls in asked if controls)
        return PageText(
            self._title,
            tuple(form for form in forms if form is not None),
            tuple(islice((group for group in groups if group is not None), MAX_GROUPS)),
        )

    def _end_all(self) -> None:
        while self._open:
            self._close(self._open[-1].tag)

    def _begin(self, attributes: dict[str, str]) -> None:
        """A form begins; fields that stand before it may have named it. What is in one too many is read, and forgotten."""
        self._talk.end()  # what stands in a form is the page's
        name = attributes.get("id", "")
        form = self._by_id.get(name)
        if form is None or form.attributes is not None:
            form = Form([])
        form.attributes, form.near = attributes, self._recent[-BEFORE:]
        self._form, self._group = form, None
        if len(self._forms) < MAX_FORMS:
            self._forms.append(form)
            if name:
                self._by_id.setdefault(name, form)

    def _new_group(self, name: str = "") -> Form | None:
        """One more group; ``name`` is what its fields call a form elsewhere on the page. None where there are too many."""
        if len(self._groups) >= MAX_GATHERED:
            return None
        group = Form(self._recent[-BEFORE:])
        self._groups.append(group)
        if name:
            self._by_id.setdefault(name, group)
        return group

    def _owner(self, attributes: dict[str, str], *, asks: bool) -> Form | None:
        """What a field or button belongs to: the form it names, else the one around it, else the group of fields it stands in."""
        if name := attributes.get("form"):
            return self._by_id.get(name) or self._new_group(name)
        if self._form is None and asks and (self._group is None or self._group.buttons):
            self._group = self._new_group()
            if self._group is not None:
                self._group.legends.extend(one.text() for one in self._fieldsets if one)
        return self._form or self._group

    def _control(self, tag: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("type", "").lower()
        asks = kind not in _NO_QUESTION
        if asks:
            self._area.give_way()
        form, self._asked = self._owner(attributes, asks=asks), None
        if form is None or len(form.controls) >= MAX_FIELDS:
            return
        if kind in _PUSHED and tag == "input":
            form.buttons.append(attributes.get("value") or attributes.get("aria-label") or attributes.get("alt", ""))
        if asks:
            legend = next((one for one in reversed(self._fieldsets) if one), None)
            label = next((one for one in reversed(self._open) if one.tag == "label"), None)
            self._asked = Control(tag, attributes, self._last.text, legend, label, self._last.said)
            form.controls.append(self._asked)
            self._last = Words("")

    def _close(self, tag: str) -> None:
        """Take in the words of the innermost element of this name; those inside it that were left open end with it."""
        at = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n].tag == tag), None)
        if at is None:
            return
        for gathering in reversed(self._open[at:]):
            self._take(gathering)
        del self._open[at:]

    def _take(self, gathering: Gathering) -> None:
        text, tag, form = gathering.text(), gathering.tag, self._form or self._group
        if tag == "title":
            self._title = self._title or text
        elif tag == "button":
            owner = self._owner(gathering.attributes, asks=False)
            if owner is not None:
                owner.buttons.append(text or gathering.attributes.get("aria-label", ""))
        elif not text:
            return
        elif tag in _HEADINGS and len(self._headings) < MAX_HEADINGS:
            self._headings.append((tag, text))
        elif tag == "label" and "for" in gathering.attributes:
            self._labels.setdefault(gathering.attributes["for"], text)
        elif tag == "legend" and form is not None:
            form.legends.append(text)
        elif tag == "option" and self._asked is not None and len(self._asked.options) < MAX_OPTIONS:
            self._asked.options.append(text)
        elif tag in _NEAR:
            words = Words(text, gathering.said)
            if form is not None:
                form.near.append(words)
            if self._form is None:
                self._recent = [*self._recent, words][-BEFORE:]

    def _described(self, form: Form, controls: list[Control]) -> FormDescriptor | None:
        """A form as a person sees it; None for one that they could neither fill in nor send."""
        fields, attributes = fields_of(controls, self._labels), form.attributes
        if not fields and (attributes is None or not form.buttons):
            return None
        asks = any(one.type != "checkbox" for one in fields)
        return FormDescriptor(
            page_url=self._url,
            title=self._title,
            headings=[text for tag, text in self._headings if asks or tag == "h1"],
            form=FormShape(
                action="" if attributes is None else _joined(self._base, attributes.get("action", "") or self._url)[:MAX_ADDRESS],
                method="" if attributes is None else attributes.get("method", "").lower()[:MAX_TEXT] or "get",
                fields=fields,
                legends=form.legends[:MAX_LEGENDS],
                buttons=[text[:MAX_TEXT] for text in form.buttons[:MAX_BUTTONS]],
            ),
            text_near=" ".join(around(form.near, controls))[:MAX_NEAR] if asks else "",
            language=self._language,
        )


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
