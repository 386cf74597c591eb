"""What a command tells in one sentence when it cannot do what was asked; cli.py shows it, with exit status 2."""


class CommandError(Exception):
    """The message is one sentence that says what to do."""
