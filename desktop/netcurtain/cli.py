"""`netcurtain` and its subcommands: their names, options and help. What each does is in commands/; only the bare one opens windows."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from netcurtain import __version__, knowledge, paths, wording
from netcurtain.commands import classify as classifying
from netcurtain.commands import filters as shelving
from netcurtain.commands import match as matching
from netcurtain.commands.stream import JsonObject, answer_lines
from netcurtain.har.cutting import RecordingError
from netcurtain.link.server import DEFAULT_PORT, PortError

PORT = click.option(
    "--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535), help="The port of the link; 0 takes a free one."
)
NO_UPDATE = click.option("--no-update", is_flag=True, help="Do not look for newer filter lists.")


class PlainError(click.ClickException):
    """The world's failure, told in one sentence, without usage text."""

    exit_code = 2

    def show(self, file: object = None) -> None:  # noqa: ARG002
        """The sentence alone."""
        click.echo(self.message, err=True)


class PlainGroup(click.Group):
    """Tells the failures that have a sentence for people as that sentence."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except (paths.FolderError, PortError, matching.ListFileError, RecordingError) as error:
            raise PlainError(str(error)) from error


@click.group(cls=PlainGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@PORT
@NO_UPDATE
@click.option("--hidden", is_flag=True, help="Start without showing the window.")
@click.option(
    "--trial",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="EXTENSION",
    help="Also open a fresh browser profile with the extension in this folder, connected, on the practice page.",
)
@click.pass_context
def main(ctx: click.Context, port: int, no_update: bool, hidden: bool, trial: Path | None) -> None:
    """See who is looking in, before you speak. Without a subcommand: opens the desktop app.

    \b
    Example:
      netcurtain
    """
    if ctx.invoked_subcommand is None:
        _must_have_a_screen()
        from netcurtain import desktop  # only the windows need Qt

        ctx.exit(desktop.run(port, update_lists=not no_update, hidden=hidden, trial=trial))


@main.command()
@PORT
@NO_UPDATE
@click.option("--pair", is_flag=True, help="Print a fresh pairing code.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each thing that happens.")
def serve(port: int, no_update: bool, pair: bool, as_json: bool) -> None:
    """Run the app without a window. While it runs, the browser's button shows it.

    \b
    Example:
      netcurtain serve --pair --json
    """
    from netcurtain.commands import serve as serving

    serving.serve(port, pair=pair, json=as_json, update_lists=not no_update)


@main.command()
@click.option(
    "--list",
    "lists",
    multiple=True,
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help="Match against this list instead of those in use. Can be given several times.",
)
def match(lists: tuple[Path, ...]) -> None:
    """Is a request one to a tracker? JSON Lines in, JSON Lines out.

    \b
    Example:
      echo '{"url": "https://www.facebook.com/tr/", "type": "image"}' | netcurtain match
    """
    from netcurtain.core.matcher import Matcher

    matcher = Matcher(matching.lists_from(lists)) if lists else matching.matcher_in_use(knowledge.shelf_in(paths.data_place()))
    _stream(matching.MatchCommand(matcher, knowledge.organisations(), vendors=not lists).answer)


@main.command()
def classify() -> None:
    """Is a form sensitive, and why? JSON Lines in, JSON Lines out.

    \b
    Example:
      echo '{"form": {"legends": ["Have you been sexually assaulted?"]}}' | netcurtain classify
    """
    _stream(classifying.ClassifyCommand(knowledge.lexicon()).answer)


@main.command()
def decode() -> None:
    """What does a request tell a known vendor? JSON Lines in, JSON Lines out.

    \b
    Example:
      echo '{"url": "https://www.facebook.com/tr/?id=1&ev=PageView"}' | netcurtain decode
    """
    from netcurtain.commands import decode as decoding

    _stream(decoding.answer)


@main.command()
@click.argument("file", metavar="FILE.har", type=click.Path(path_type=Path, readable=False))
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True, help="How to tell it.")
@click.option("--output", type=click.Path(path_type=Path, readable=False), metavar="FILE", help="Write it to this file.")
def check(file: Path, form: str, output: Path | None) -> None:
    """What does a recorded visit tell, and whom? Reads a HAR, also one that is packed with gzip.

    \b
    Example:
      netcurtain check visit.har --format html --output visit.html
    """
    from netcurtain.commands import check as checking

    checking.check(file, form, output, knowledge.shelf_in(paths.data_place()))


@main.group()
def filters() -> None:
    """The filter lists on this computer.

    \b
    Example:
      netcurtain filters update
    """


@filters.command("list")
@click.option("--skipped", is_flag=True, help="Show which lines of the lists in use are not used, and why.")
def filters_list(skipped: bool) -> None:
    """Show every list, whether it is in use, and how old it is.

    \b
    Example:
      netcurtain filters list --skipped
    """
    shelf = knowledge.shelf_in(paths.data_place())
    if skipped:
        shelving.tell_skipped(shelf)
    else:
        shelving.tell_lists(shelf)


@filters.command("update")
@click.option("--take-smaller", is_flag=True, help="Take a list even where it has lost more than a fifth of its filters.")
def filters_update(take_smaller: bool) -> None:
    """Look for newer texts of the lists in use.

    \b
    Example:
      netcurtain filters update
    """
    _exit(shelving.update_lists(knowledge.shelf_in(paths.data_folder()), knowledge.packages(), take_smaller=take_smaller))


@filters.command("add")
@click.argument("file_or_url")
def filters_add(file_or_url: str) -> None:
    """Take a list into use: one of ours by name, an https address, or a file.

    \b
    Example:
      netcurtain filters add easylist
    """
    _exit(shelving.add_list(knowledge.shelf_in(paths.data_folder()), file_or_url, knowledge.packages()))


@filters.command("remove")
@click.argument("name")
def filters_remove(name: str) -> None:
    """Take a list out of use.

    \b
    Example:
      netcurtain filters remove easylist
    """
    _exit(shelving.remove_list(knowledge.shelf_in(paths.data_folder()), name))


def _must_have_a_screen() -> None:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise PlainError(wording.NO_SCREEN)


def _stream(answer: Callable[[JsonObject], JsonObject]) -> None:
    _exit(answer_lines(sys.stdin.buffer, sys.stdout.buffer, answer))


def _exit(all_well: bool) -> None:
    if not all_well:
        sys.exit(1)
