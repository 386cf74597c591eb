"""`netcurtain partner`: a charity's file is looked at, agreed to, listed and removed; and the charity makes it."""

import tomllib
from datetime import date
from pathlib import Path

import click
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from netcurtain.commands import partner_wording as wording
from netcurtain.commands.failure import CommandError
from netcurtain.commands.plain import plain
from netcurtain.commands.whole_file import write_whole
from netcurtain.core.partner import Partner
from netcurtain.partner.key_file import KeyFileError, key_in
from netcurtain.partner.shelf import Partners
from netcurtain.partner.signed import MAX_BYTES, fingerprint_of, sealed
from netcurtain.partner.words import Words, WordsError, checked, usable


def add(partners: Partners, file: Path, *, yes: bool) -> bool:
    """Show what a file would add and who signed it, ask unless ``yes``, and use it; whether it is in use."""
    found = partners.read(file)
    if isinstance(found, str):
        raise CommandError(found)
    _tell(found)
    click.echo(wording.COMPARE)
    if not (yes or _agreed()):
        click.echo(wording.NOT_ADDED, err=True)
        return False
    if sentence := partners.add(file):
        raise CommandError(sentence)
    click.echo(wording.ADDED)
    return True


def tell_all(partners: Partners) -> None:
    """Every file that is kept."""
    kept, in_use = partners.kept(), {partner.name for partner in partners.in_use()}
    if not kept:
        click.echo(wording.NONE)
    for partner in kept:
        _tell(partner)
        if partner.name not in in_use:
            click.echo(f"  {wording.RAN_OUT}")


def remove(partners: Partners, name: str) -> bool:
    """Use a file no longer; whether there was one."""
    gone = partners.remove(name)
    click.echo(wording.REMOVED if gone else wording.NO_SUCH, err=not gone)
    return gone


def make(source: Path, key_file: Path, output: Path, contacts: tuple[str, ...], today: date) -> None:
    """For the charity: sign its words. Raises CommandError, and nothing is written then: no file, and no key for words that are none."""
    if len({path.resolve() for path in (source, key_file, output)}) < 3:
        raise CommandError(wording.ONE_FILE)
    try:
        words = usable(checked(words_in(source)), contacts, today)
        key = _key(key_file)
        sealed_words = sealed(words, key)
    except WordsError as error:
        raise CommandError(str(error)) from None
    try:
        write_whole(output, [sealed_words])
    except OSError:
        raise CommandError(wording.NOT_WRITTEN) from None
    click.echo(wording.made(plain(str(output)), len(words.ways), words.expires))
    click.echo(f"  {fingerprint_of(key)}")
    click.echo(wording.PUBLISH_IT)


def words_in(source: Path) -> Words:
    """The words of a TOML file. Raises CommandError."""
    try:
        with source.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise CommandError(wording.WORDS_TOO_LARGE)
        return msgspec.convert(tomllib.loads(raw.decode()), Words)
    except OSError:
        raise CommandError(wording.NO_WORDS) from None
    except RecursionError:
        raise CommandError(wording.bad_words(wording.TOO_DEEP)) from None
    except (msgspec.ValidationError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CommandError(wording.bad_words(plain(str(error)))) from None


def _key(path: Path) -> Ed25519PrivateKey:
    try:
        found = key_in(path)
    except KeyFileError as error:
        raise CommandError(str(error)) from None
    if found.is_new:
        click.echo(wording.new_key(plain(str(path))))
    if found.is_open:
        click.echo(wording.KEY_OPEN, err=True)
    return found.key


def _tell(partner: Partner) -> None:
    """What a file says. Its words are plain text already; a terminal is asked to believe nothing."""
    click.echo(plain(partner.name))
    if partner.about:
        click.echo(f"  {plain(partner.about)}")
    for way in partner.ways:
        without = f" ({wording.WITHOUT_SPEAKING})" if way.without_speaking else ""
        click.echo(f"  {plain(way.name)}: {plain(way.call)}{without}")
        if way.note:
            click.echo(f"    {plain(way.note)}")
    click.echo(f"  {wording.until(partner.expires)}")
    click.echo(f"  {wording.fingerprint(partner.fingerprint)}")


def _agreed() -> bool:
    try:
        return click.confirm(wording.ADD_IT)
    except click.Abort:
        click.echo()
        return False
