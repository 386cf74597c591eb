"""``index.html`` beside the pictures: every screen in every language, theme and size of text, small, beside each other."""

from html import escape
from pathlib import Path

STYLE = """
body { background: #777; color: #fff; font: 15px/1.5 sans-serif; margin: 24px; }
h2 { font-size: 16px; margin: 32px 0 8px; }
div { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start; }
figure { margin: 0; }
img { width: 260px; max-height: 420px; object-fit: cover; object-position: top; display: block; }
"""


def write(folder: Path) -> Path:
    """Write it for all that is there; answers with where it is."""
    looks = sorted(look.relative_to(folder) for look in folder.glob("*/*") if look.is_dir())
    names = sorted({picture.name for look in looks for picture in (folder / look).glob("*.png")})
    rows = (_row(name, [look for look in looks if (folder / look / name).exists()]) for name in names)
    page = folder / "index.html"
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Every screen</title><style>{STYLE}</style>'
    page.write_text(f"{head}<h1>Every screen</h1>{''.join(rows)}", encoding="utf-8")
    return page


def _row(name: str, looks: list[Path]) -> str:
    title = escape(name.removesuffix(".png").replace("-", " "))
    figures = (_figure(escape(f"{look.as_posix()}/{name}"), escape(" ".join(look.parts)), title) for look in looks)
    return f"<h2>{title}</h2><div>{''.join(figures)}</div>"


def _figure(address: str, look: str, title: str) -> str:
    picture = f'<img src="{address}" alt="{title}, {look}" loading="lazy">'
    return f'<figure><a href="{address}">{picture}</a><figcaption>{look}</figcaption></figure>'
