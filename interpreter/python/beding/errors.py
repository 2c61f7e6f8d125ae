"""What goes wrong, as exceptions. The text is Dutch; `english` says the same."""


class Error(Exception):
    """Any of them; `dutch` and `english` say what, where and what to do."""

    def __init__(self, dutch: str, english: str):
        super().__init__(dutch)
        self.dutch = dutch
        self.english = english


class WrongUsage(Error):
    """A question that cannot be answered: no such outcome, no such reading, a day that is past."""


class InvalidInput(Error):
    """A timeline, document, compiled file or saved state that cannot be used."""


class InternalError(Error):
    """A defect of the library, or no memory left."""


class WrongVersion(Error):
    """The module was built with the headers of another version than the library."""


def of_code(code: int) -> type[Error]:
    """The exception of a code of the library."""
    return {2: WrongUsage, 3: InvalidInput, 5: WrongVersion}.get(code, InternalError)
