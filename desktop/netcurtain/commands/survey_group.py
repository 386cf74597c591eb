"""`netcurtain survey`: names, options and help, as cli.py has them of all other commands. What each does is in survey.py.

`survey SITES.csv` is short for `survey run SITES.csv`: a first word that is no subcommand is the list of sites.
"""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

PLACE = click.Path(path_type=Path, readable=False)
RUN = "run"
HELP = ("-h", "--help")


class Seconds(click.FloatRange):
    """A length of time."""

    name = "seconds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Also refuse "nan", which is neither less than anything nor more."""
        seconds: float = super().convert(value, param, ctx)
        return seconds if math.isfinite(seconds) else self.fail(f"{value} is no number of seconds.", param, ctx)


class SurveyGroup(click.Group):
    """Its help shows the options of a survey itself."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``run`` in front where the first word is not a subcommand."""
        return super().parse_args(ctx, args if not args or args[0] in (*self.commands, *HELP) else [RUN, *args])

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What a survey is given."""
        formatter.write_usage(ctx.command_path, " ".join(self.commands[RUN].collect_usage_pieces(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of a survey, then the subcommands."""
        click.Command.format_options(self.commands[RUN], ctx, formatter)
        self.format_commands(ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Those beside ``run``, which the group itself stands for."""
        return [name for name in super().list_commands(ctx) if name != RUN]


@click.group(cls=SurveyGroup)
def survey() -> None:
    """What do the pages of a list of sites tell, and whom?

    SITES.csv has an address on each line; columns with names are known too (url, name). Each page is looked at by a browser of its own with
    our extension in it: before any choice about cookies, after refusing, and after accepting where the banner is known. It takes some
    seconds to a minute a page. Ctrl+C stops it; the same command goes on. A site is done whole or not at all: one that was not finished is
    begun anew.

    It clicks into one field of a form, as somebody would who begins to write, and presses the buttons of a cookie banner that it knows. It
    never sends a form and never presses a button that would. It types nothing into a page, but the marker with --type-marker. One page of a
    site at a time, with a pause, and only where robots.txt allows it.

    With --scheduler the sites are looked at by the workers of a Dask cluster. Such a cluster asks nobody for a password: whoever reaches it
    can run programs on all of its computers. Use it on a private network alone, or with TLS (tls://, and the keys in Dask's own settings).

    \b
    Example:
      netcurtain survey SITES.csv --output survey-may --contact you@example.org
    """


@survey.command(RUN)
@click.argument("file", metavar="SITES.csv", type=PLACE)
@click.option(
    "--output", required=True, type=PLACE, metavar="FOLDER", help="Where the results go; a survey that was stopped there goes on."
)
@click.option("--clicks", default=0, show_default=True, type=click.IntRange(0, 5), help="Look for forms so many clicks from each address.")
@click.option(
    "--pages",
    default=10,
    show_default=True,
    type=click.IntRange(1, 1000),
    help="Look for forms until there are so many pages of a site, with those you list, which are looked at in any case.",
)
@click.option("--delay", default=2.0, show_default=True, type=Seconds(0, 600), help="Seconds between two pages of a site.")
@click.option("--patience", default=30.0, show_default=True, type=Seconds(1, 600), help="Seconds that a page may take to come up.")
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Browsers at a time on this computer; by its processors and memory where not given."
)
@click.option("--scheduler", default="", metavar="ADDRESS", help="Use a Dask cluster instead: tcp://host:8786, or tls:// (see above).")
@click.option("--type-marker", is_flag=True, help="Type a marker into one field of a form, to see whether it goes out before it is sent.")
@click.option("--contact", default="", metavar="TEXT", help="Tell the sites how to reach you, in the browser's name.")
@click.option("--again-failed", is_flag=True, help="Look once more at sites where a page had trouble; pages that went well stay.")
@click.option("--browser-option", "browser_options", multiple=True, metavar="ARG", help="Give this to Chromium, such as --proxy-server=...")
@click.option("--extension", type=PLACE, metavar="FOLDER", help="The folder of Netcurtain's browser extension, where it is not found.")
def run(
    file: Path,
    output: Path,
    clicks: int,
    pages: int,
    delay: float,
    patience: float,
    workers: int | None,
    scheduler: str,
    type_marker: bool,
    contact: str,
    again_failed: bool,
    browser_options: Sequence[str],
    extension: Path | None,
) -> None:
    """Look at the pages of a list of sites: `netcurtain survey SITES.csv` is short for this. All about it: netcurtain survey --help

    \b
    Example:
      netcurtain survey run SITES.csv --output survey-may
    """
    from netcurtain.commands import survey as surveying

    surveying.must_have_packages()
    from netcurtain.survey.asked import Asked

    asked = Asked(clicks, pages, delay, patience, type_marker, contact, tuple(browser_options))
    surveying.survey(file, output, asked, surveying.Where(workers, scheduler, extension), again_failed=again_failed)


@survey.command("compare", short_help="What has changed between two surveys?")
@click.argument("old", metavar="OLD", type=PLACE)
@click.argument("new", metavar="NEW", type=PLACE)
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True, help="How to tell it.")
@click.option("--output", type=PLACE, metavar="FILE", help="Write it to this file.")
def compare(old: Path, new: Path, form: str, output: Path | None) -> None:
    """What has changed between two surveys? OLD and NEW are their folders.

    \b
    Example:
      netcurtain survey compare survey-april survey-may --format html --output changes.html
    """
    from netcurtain.commands import survey as surveying

    surveying.must_have_packages()
    surveying.compare(old, new, form, output)
