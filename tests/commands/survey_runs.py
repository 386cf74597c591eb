"""Surveys for these tests: the list that is surveyed, the command, and what it wrote."""

from pathlib import Path

from click.testing import CliRunner, Result

from netcurtain.cli import main

LISTED = "url,name\n" + "".join(f"https://site{n}.example/told,Site {n}\n" for n in range(1, 7))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["survey", *map(str, arguments)])


def made(tmp_path: Path, *more: object, into: str = "survey") -> Result:
    return run(tmp_path / "sites.csv", "--output", tmp_path / into, "--contact", tmp_path, *more)


def results(place: Path) -> dict[str, bytes]:
    """Every file that says what was found."""
    named = {path.relative_to(place).as_posix(): path for path in place.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in named.items() if name.startswith("sites/") or name.endswith(".csv")}
