from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from os import PathLike
from typing import Any, overload

__version__: str

Moment = date | datetime
"""A day, or an instant in Amsterdam."""

_Path = str | PathLike[str]

class Error(Exception):
    """Any of them; `dutch` and `english` say what, where and what to do."""

    code: int
    dutch: str
    english: str
    def __init__(self, dutch: str, english: str) -> None: ...

class WrongUsage(Error):
    """A question that cannot be answered: no such outcome, no such reading, a day that is past."""

class InvalidInput(Error):
    """A timeline, document, compiled file or saved state that cannot be used."""

class InternalError(Error):
    """A defect of the library, or no memory left."""

class WrongVersion(Error):
    """The module was built with the headers of another version than the library."""

class Violation:
    """One way in which a prohibition was breached."""

    @property
    def from_(self) -> Moment: ...
    @property
    def to(self) -> Moment | None: ...
    @property
    def event(self) -> str:
        """Its `id`, else `#` and its line number."""

class Segment:
    """A stretch of interest with one base and one rate, both days included."""

    @property
    def from_(self) -> date: ...
    @property
    def to(self) -> date: ...
    @property
    def base(self) -> Decimal: ...
    @property
    def percentage(self) -> str:
        """A year: "10.15"."""
    @property
    def amount(self) -> Decimal: ...
    @property
    def confirmed(self) -> bool:
        """False past the last day for which the rate is certain."""

class Question:
    """What only a person can answer."""

    @property
    def id(self) -> str:
        """The `norm` of the judgement that answers it: "vandeez:1.11/voldoende"."""
    @property
    def text(self) -> str: ...
    @property
    def needed_for(self) -> list[str]:
        """The norms that wait for it: "vandeez:8.3 voorkomen"."""
    @property
    def subjects(self) -> list[str]:
        """Keys of the instances it is asked about."""

class Outcome:
    """What holds on the day asked for. Text that does not apply is empty, anything else None."""

    @property
    def lid(self) -> str:
        """Its source: "vandeez:6.5"."""
    @property
    def norm(self) -> str:
        """`naam`: the label of the norm, "betaling"."""
    @property
    def kind(self) -> str:
        """plicht, verbod, bevoegdheid, uitoefening, bedrag, toestand, recht, vrijwaring, beperking, vermoeden, eigenschap."""
    @property
    def key(self) -> str:
        """`sleutel`: of which invoice, notice ..."""
    @property
    def status(self) -> str:
        """"open", "geschonden", "onbekend" ...: those of the kind."""
    @property
    def bearer(self) -> str:
        """`drager`: who it binds, or who may."""
    @property
    def counterparty(self) -> str:
        """`jegens`: towards whom."""
    @property
    def from_(self) -> Moment | None:
        """`vanaf`: when it began to hold."""
    @property
    def due(self) -> Moment | None:
        """`uiterlijk`: the last day, or instant."""
    @property
    def latest_due(self) -> Moment | None:
        """`uiterlijk_laatst`, of a term that is an interval."""
    @property
    def to(self) -> Moment | None:
        """`tot`: the last day on which it holds."""
    @property
    def since(self) -> Moment | None:
        """`sinds`: the day of the present status."""
    @property
    def amount(self) -> Decimal | None:
        """`bedrag`: what has arisen, in euros."""
    @property
    def open(self) -> Decimal | None:
        """What of it is still to be paid."""
    @property
    def charged(self) -> bool | None:
        """`in_rekening`."""
    @property
    def value(self) -> str:
        """`waarde`, of a property."""
    @property
    def reason(self) -> str:
        """`reden`."""
    @property
    def violations(self) -> list[Violation]:
        """`overtredingen`."""
    @property
    def segments(self) -> list[Segment]:
        """The arithmetic of interest."""
    @property
    def dormant(self) -> bool:
        """Sleeping or unavailable."""
    def row(self) -> dict[str, Any]:
        """Its fields by their Dutch names, for a table."""

class Outcomes(Sequence[Outcome]):
    """Everything that holds at the end of a day."""

    @property
    def document(self) -> str: ...
    @property
    def as_of(self) -> date: ...
    @property
    def questions(self) -> list[Question]: ...
    @property
    def assumptions(self) -> list[str]: ...
    @property
    def warnings(self) -> list[str]: ...
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: int) -> Outcome: ...
    @overload
    def __getitem__(self, index: slice) -> list[Outcome]: ...
    def __iter__(self) -> Iterator[Outcome]: ...
    def rows(self) -> list[dict[str, Any]]:
        """A dict per outcome, as a DataFrame takes them."""
    def drawing(self) -> Drawing:
        """The outcomes that have days, on a time line: of each its term, its deadline and its status."""
    def _repr_html_(self) -> str: ...

class Reason:
    """One step of an explanation and the steps it rests on."""

    @property
    def text(self) -> str: ...
    @property
    def lid(self) -> str:
        """Empty for an event or a count."""
    @property
    def source(self) -> str:
        """"clauses/vandeez/06-prijzen.beding:12", or "regel 3" for an event."""
    @property
    def because(self) -> list[Reason]: ...

class Explanation:
    """An outcome, and why it is so."""

    @property
    def outcome(self) -> Outcome: ...
    @property
    def why(self) -> Reason: ...

class Drawing(str):
    """An SVG that a notebook shows."""

    def _repr_svg_(self) -> str: ...

class Graph:
    """A compiled document. Threads may share one."""

    @property
    def document(self) -> str:
        """"vandeez"."""
    @property
    def title(self) -> str: ...
    def bgraf(self) -> bytes:
        """As a `.bgraf`."""
    def timeline_schema(self) -> str:
        """The events and attributes that it knows: a JSON Schema of one line of a timeline."""
    def json(self, around: str = "") -> str:
        """The graph, or what stands around one lid ("6.5"); `mermaid` and `dot` for tools that draw, `svg` drawn."""
    def mermaid(self, around: str = "") -> str:
        """As `json`, for Mermaid."""
    def dot(self, around: str = "") -> str:
        """As `json`, for Graphviz."""
    def svg(self, around: str = "") -> str:
        """As `json`, drawn."""
    def drawing(self, around: str = "") -> Drawing:
        """The same as a notebook shows it."""
    def _repr_svg_(self) -> str: ...
    def keep(self, evaluations: int) -> None:
        """How many evaluations keep what was worked out for them, 1024 to begin with; some 200 KiB each for a whole
        document. The others say the same, and take longer to say it."""

class Evaluation:
    """One contract as it goes on. Late events, corrections and judgements count back to where they belong."""

    def __init__(self, graph: Graph, readings: Sequence[str] = ()) -> None: ...
    def apply(self, event: dict[str, str | int | bool | Decimal | Moment | list[str] | None]) -> None:
        """Takes in one event: `op`, `gebeurtenis` and its attributes. A float is a TypeError."""
    def apply_lines(self, lines: str) -> None:
        """Takes in lines of a timeline, JSON Lines or CSV: all of them, or none."""
    def advance(self, day: date) -> None:
        """Lets days pass, up to and including that day. A day that is past is refused."""
    @property
    def today(self) -> date | None:
        """The latest of the days advanced to and the days of events; None before the first."""
    def outcomes(self, all: bool = False) -> Outcomes:
        """What holds at the end of the present day; with `all` also what sleeps or is unavailable."""
    def json(self, all: bool = False) -> str:
        """What `beding evalueer --json` prints."""
    def table(self, all: bool = False) -> str:
        """The same for people, in Dutch."""
    def why(self, what: str, key: str = "") -> list[Explanation]:
        """Why the outcomes of that lid ("6.5"), norm ("betaling") or both ("6.5 betaling") are as they are; `key` leaves
        one invoice or notice."""
    def why_json(self, what: str, key: str = "") -> str:
        """What `beding waarom --json` prints."""
    def why_text(self, what: str, key: str = "") -> str:
        """The same as trees for people, in Dutch."""
    def save(self) -> bytes:
        """Everything needed to go on later, under the same graph."""
    @staticmethod
    def resume(graph: Graph, state: bytes) -> Evaluation:
        """Goes on where `save` was."""
    @property
    def timeline(self) -> str:
        """All events so far, as JSON Lines."""
    @staticmethod
    def timeline_in(state: bytes) -> str:
        """The same of a saved state, whatever its graph: to go on under a new version of the document."""

class Contract:
    """The outcomes of one contract of a portfolio."""

    @property
    def name(self) -> str: ...
    @property
    def outcomes(self) -> Outcomes: ...

class Portfolio(Iterator[Contract]):
    """The contracts of a file, one by one; the file is read as it goes, by the library itself. A contract with a mistake
    raises InvalidInput, and the one after it can be asked for. `threads` evaluate (0: one for each core), some contracts
    ahead; they change nothing that is said. `memory`: bytes that contracts which stand mixed may take before they go to
    disk. `as_known_on`: leaves out what was recorded (`vastgelegd`) after that day."""

    def __init__(self, graph: Graph, path: _Path, as_of: date | None = None, readings: Sequence[str] = (),
                 all: bool = False, threads: int = 1, memory: int = 33554432,
                 as_known_on: date | None = None) -> None: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Portfolio: ...
    def __next__(self) -> Contract: ...
    def next_json(self) -> str | None:
        """The next contract as JSON on one line; None at the end."""

def load(bytes: bytes) -> Graph:
    """A compiled document from the bytes of a `.bgraf`."""

def load_file(path: _Path) -> Graph:
    """The same from a file."""

def compile(document: _Path) -> Graph:
    """A shipped document ("vandeez"), a `.beding` file, or a folder of them."""

def compile_text(clauses: str, name: _Path = "voorwaarden.beding") -> Graph:
    """Clauses at hand; messages name them after `name`."""

def remarks(document: _Path) -> str:
    """What deserves a look in a document that compiles, in Dutch; its mistakes are an InvalidInput."""

def shipped_documents() -> list[str]:
    """The names of the documents that come with the library."""
