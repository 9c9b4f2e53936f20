"""What can go wrong, as exceptions: none of them takes a notebook's kernel down."""


class PostroadError(Exception):
    """The base of all errors that this package raises."""


class ConfigError(PostroadError, ValueError):
    """A scenario file, an override or an argument is wrong. Nothing was run.

    The text names file, line and field, what was expected, what came and the nearest valid name,
    one fault a line.
    """


class RunError(PostroadError, RuntimeError):
    """The process that ran the simulation ended before its time.

    Attributes
    ----------
    status : int
        The exit status of the process; negative when a signal ended it, as in :mod:`subprocess`.
    output : str
        What the process wrote to its standard error, the last part of it.
    """

    def __init__(self, message: str, status: int, output: str) -> None:
        super().__init__(f"{message}\n{output}".rstrip())
        self.status = status
        self.output = output
