"""The practice form, described as extension/content/shape.js would: it has to be judged sensitive, or there would be nothing to see."""

from html.parser import HTMLParser
from importlib.resources import files

import pytest

from netcurtain.core.form import judge, parse_lexicon
from netcurtain.core.level import FormLevel
from netcurtain.core.observation import FormDescriptor, FormField, FormShape

VOID = frozenset({"meta", "link", "img", "input"})
FIELDS = frozenset({"input", "select", "textarea"})


class Form(HTMLParser):
    """The words of each element that shape.js looks at, and the fields in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.words: dict[str, list[str]] = {}
        self.labels: dict[str, str] = {}
        self.fields: list[dict[str, str]] = []
        self.action = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.action = given["action"]
        if tag in FIELDS:
            self.fields.append({"tag": tag, **given})
        if tag not in VOID:
            self.open.append((tag, given))
            self.words.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, text: str) -> None:
        for tag, given in self.open:
            self.words[tag][-1] = " ".join((self.words[tag][-1] + text).split()) + " "
            if tag == "label" and "for" in given:
                self.labels[given["for"]] = self.words[tag][-1].strip()

    def all(self, *tags: str) -> list[str]:
        return [text.strip() for tag in tags for text in self.words.get(tag, ())]

    def described(self, url: str) -> FormDescriptor:
        seen: dict[str, FormField] = {}
        for field in self.fields:
            if field.get("type") == "radio":
                label, options = self.all("legend")[0], [text for text in self.all("label") if text not in self.labels.values()]
            else:
                label, options = self.labels[field["id"]], self.all("option") if field["tag"] == "select" else []
            described = FormField(
                tag=field["tag"], type=field.get("type", ""), name=field["name"], id=field.get("id", ""), label=label, options=options
            )
            seen.setdefault(field["name"], described)
        return FormDescriptor(
            page_url=url,
            title=self.all("title")[0],
            headings=self.all("h1", "h2"),
            form=FormShape(
                action=url.rstrip("/") + self.action,
                method="post",
                fields=list(seen.values()),
                legends=self.all("legend"),
                buttons=self.all("button"),
            ),
            text_near=" ".join(self.all("p")),
            language="en-GB",
        )


@pytest.fixture
def form() -> Form:
    form = Form()
    form.feed(files("netcurtain.practice").joinpath("form.html").read_text(encoding="utf-8"))
    return form


@pytest.mark.parametrize("url", ["http://127.0.0.1:5000/", "http://practice.localhost:5000/"])
def test_the_practice_form_is_sensitive(form: Form, url: str) -> None:
    lexicon = parse_lexicon(files("netcurtain.filters").joinpath("sensitive.toml").read_text(encoding="utf-8"))
    judgement = judge(form.described(url), lexicon)
    assert judgement.level is FormLevel.SENSITIVE
    assert judgement.categories[0] == "health"


def test_every_question_has_a_label_and_asks_the_browser_to_fill_in_nothing(form: Form) -> None:
    described = form.described("http://127.0.0.1:5000/")
    assert len(described.form.fields) == 5
    assert all(field.label for field in described.form.fields)
    assert described.title == "Practice"
    page = files("netcurtain.practice").joinpath("form.html").read_text(encoding="utf-8")
    assert 'method="post" autocomplete="off"' in page
