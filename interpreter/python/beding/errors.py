"""What goes wrong, as exceptions. The text is Dutch; `english` says the same."""


class Error(Exception):
    """Any of them; `dutch` and `english` say what, where and what to do."""

    code = 4  # of the library, which is also the exit status of the command

    def __init__(self, dutch: str, english: str):
        super().__init__(dutch, english)
        self.dutch = dutch
        self.english = english

    def __str__(self):
        return self.dutch


class WrongUsage(Error):
    """A question that cannot be answered: no such outcome, no such reading, a day that is past."""

    code = 2


class InvalidInput(Error):
    """A timeline, document, compiled file or saved state that cannot be used."""

    code = 3


class InternalError(Error):
    """A defect of the library, or no memory left."""


class WrongVersion(Error):
    """The module was built with the headers of another version than the library."""

    code = 5


def of_code(code: int) -> type[Error]:
    """The exception of a code of the library."""
    return next((kind for kind in (WrongUsage, InvalidInput, WrongVersion) if kind.code == code), InternalError)
