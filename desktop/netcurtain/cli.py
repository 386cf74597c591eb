"""`netcurtain` and its subcommands: their names, options and help. What each does is in commands/; only the bare one opens windows.

Each imports what it needs: the windows' language is chosen before any file of sentences is imported (ui/language.py), and all start sooner.
"""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netcurtain import __version__, paths
from netcurtain.commands.failure import CommandError
from netcurtain.commands.history_group import history
from netcurtain.commands.partner_group import partner
from netcurtain.commands.stream import JsonObject, answer_lines
from netcurtain.commands.survey_group import survey
from netcurtain.link.port import DEFAULT_PORT, PortError
from netcurtain.settings import NAME as SETTINGS
from netcurtain.settings import SettingsFile

if TYPE_CHECKING:
    from netcurtain.core.settings import Settings
    from netcurtain.lists.shelf import Shelf

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
        except (CommandError, paths.FolderError, PortError) as error:
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
        gc.disable()  # all that is made before the window is there stays: to look through it for rubbish is a tenth of the start
        try:
            from netcurtain.ui import language  # only the windows need Qt

            language.speak(_settings().language)
            from netcurtain import desktop

            ctx.exit(desktop.run(port, update_lists=not no_update, hidden=hidden, trial=trial))
        finally:
            gc.enable()


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
    from netcurtain import knowledge
    from netcurtain.commands import match as matching
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
    from netcurtain import knowledge
    from netcurtain.commands import classify as classifying

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
    """What does a recorded visit tell, and whom? Reads a HAR, also one that is packed with gzip or in a zip.

    \b
    Example:
      netcurtain check visit.har --format html --output visit.html
    """
    from netcurtain.commands import check as checking
    from netcurtain.har.cutting import RecordingError

    try:
        checking.check(file, form, output, _shelf_in(paths.data_place()))
    except RecordingError as error:
        raise CommandError(str(error)) from error


@main.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, readable=False))
def verify(file: Path) -> None:
    """Is a saved copy as it was made?

    FILE is the zip, any of its files beside SHA256SUMS, or the PDF with a passphrase, which is asked for. Exit status 0: as it was made;
    1: changed, or something is missing; 2: it cannot be read.

    \b
    Example:
      netcurtain verify copy.zip
    """
    from netcurtain.commands import passphrase
    from netcurtain.commands import verify as verifying

    _exit(verifying.verify(file, passphrase.ask))


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
    from netcurtain.commands import filters as shelving

    shelf = _shelf_in(paths.data_place())
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
    from netcurtain import knowledge
    from netcurtain.commands import filters as shelving

    _exit(shelving.update_lists(_shelf_in(paths.data_folder()), knowledge.packages(), take_smaller=take_smaller))


@filters.command("add")
@click.argument("file_or_url")
def filters_add(file_or_url: str) -> None:
    """Take a list into use: one of ours by name, an https address, or a file.

    \b
    Example:
      netcurtain filters add easylist
    """
    from netcurtain import knowledge
    from netcurtain.commands import filters as shelving

    _exit(shelving.add_list(_shelf_in(paths.data_folder()), file_or_url, knowledge.packages()))


@filters.command("remove")
@click.argument("name")
def filters_remove(name: str) -> None:
    """Take a list out of use.

    \b
    Example:
      netcurtain filters remove easylist
    """
    from netcurtain.commands import filters as shelving

    _exit(shelving.remove_list(_shelf_in(paths.data_folder()), name))


@main.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
def uninstall(yes: bool) -> None:
    """Remove every file that Netcurtain made here.

    They are listed, you are asked once, and a kept history goes first.

    \b
    Example:
      netcurtain uninstall
    """
    from netcurtain.commands import uninstall as uninstalling
    from netcurtain.commands.kept_history import kept_place

    _exit(uninstalling.uninstall(kept_place().erase, yes=yes))


main.add_command(history)
main.add_command(partner)
main.add_command(survey)


def _must_have_a_screen() -> None:
    if sys.platform == "linux" and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        from netcurtain import wording

        raise PlainError(wording.NO_SCREEN)


def _settings() -> "Settings":
    return SettingsFile(paths.data_place() / SETTINGS).peek()


def _shelf_in(folder: Path) -> "Shelf":
    from netcurtain import knowledge

    return knowledge.shelf_in(folder)


def _stream(answer: Callable[[JsonObject], JsonObject]) -> None:
    _exit(answer_lines(sys.stdin.buffer, sys.stdout.buffer, answer))


def _exit(all_well: bool) -> None:
    if not all_well:
        sys.exit(1)
