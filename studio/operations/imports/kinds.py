"""What is the same for every kind of file: the names of its columns, how a line is judged, how many are taken in."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from ...entries import BadEntry
from ...models.users import Role, User

Change = tuple[str, str, str]
Key = tuple[str, Any]
T = TypeVar("T")


class Row(NamedTuple):
    """A line of a file."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Judged:
    """One line: what it would do, to whom (`row`, None for somebody new), and the columns it sets."""

    line: int
    verdict: str
    who: str
    told: str = ""
    problems: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    row: Any = None
    client_id: int | None = None
    values: dict[str, Any] = field(default_factory=dict)


class Book(Protocol):
    """Who is known, and the lines judged so far: those of one file go through one book in their order."""

    def judge(self, rows: Sequence[Row]) -> list[Judged]:
        """A batch of lines, with a handful of statements however many they are."""

    def take(self, lines: Sequence[Judged], *, by: User) -> None:
        """Do what lines say that are new or changed, inside the caller's `write()`, by what forms use too."""


@dataclass(frozen=True)
class Kind:
    """A kind of file. `names` gives the column by each name it may have, in small letters (see `entries.small`)."""

    key: str
    title: str
    lede: str
    labels: Mapping[str, str]
    names: Mapping[str, str]
    needed: str
    examples: tuple[Mapping[str, str], ...]
    hints: tuple[str, ...]
    roles: frozenset[Role]
    place: str
    back: tuple[str, str]
    book: Callable[[], Book]
    at_once: int = 50
    """Lines in one write: a fraction of a second, for coaches go on tapping meanwhile."""

    def sample(self) -> Iterable[Iterable[str]]:
        """A file to fill in: the columns, and an example or two."""
        yield self.labels.values()
        for example in self.examples:
            yield [example.get(column, "") for column in self.labels]


class Known(Generic[T]):
    """Things by the keys they are known by, in the order they were added."""

    def __init__(self) -> None:
        self._by: dict[Key, list[T]] = defaultdict(list)

    def add(self, keys: Iterable[Key], thing: T) -> None:
        for key in keys:
            self._by[key].append(thing)

    def find(self, keys: Iterable[Key]) -> list[T]:
        """Everything known by one of these keys, each once, in the order of the keys."""
        return list(dict.fromkeys(thing for key in keys for thing in self._by.get(key, ())))


def read_cells(
    cells: Mapping[str, str], readers: Mapping[str, Callable[[str], Any]], labels: Mapping[str, str]
) -> tuple[dict[str, Any], list[str]]:
    """The columns that are filled in, and what is wrong with the others."""
    values: dict[str, Any] = {}
    problems = []
    for column, read in readers.items():
        text = cells.get(column, "")
        if text or column == "name":
            try:
                values[column] = read(text)
            except BadEntry as error:
                problems.append(f"{labels[column]}: {error}")
    return values, problems
