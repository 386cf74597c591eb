from pathlib import Path

from tests.screenshots import best, folders, gallery


def test_every_picture_is_in_the_gallery_beside_the_others_of_its_screen(tmp_path: Path) -> None:
    for look in ("en/light-100", "cy/dark-200"):
        (tmp_path / look).mkdir(parents=True)
        (tmp_path / look / "now-list.png").touch()
    (tmp_path / "cy/dark-200" / "alert.png").touch()
    page = gallery.write(tmp_path).read_text(encoding="utf-8")
    places = ("cy/dark-200/alert", "cy/dark-200/now-list", "en/light-100/now-list")
    first, second, third = (page.index(f'src="{place}.png"') for place in places)
    assert page.count("<img") == 3
    assert first < page.index("<h2>now list</h2>") < second < third


def test_the_readme_shows_every_picture_that_is_copied_for_it_and_says_what_is_to_be_seen() -> None:
    readme = (folders.REPOSITORY / "README.md").read_text(encoding="utf-8")
    for name in best.CHOSEN:
        words, _, _ = readme.partition(f"](docs/screenshots/{name}.png)")
        assert len(words.rpartition("![")[2].split()) > 5
    assert readme.count("](docs/screenshots/") <= 5
