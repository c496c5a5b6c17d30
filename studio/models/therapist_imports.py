"""What each line of a file would do to the directory: new, changed, the same, or wrong and why.

A line is matched as a referral is: by the link code, by mail or number with a name that agrees, or by name and clinic;
never by the name alone. An empty cell changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select

from ..extensions import db
from .clients import fold, plain
from .therapist_cells import read_cells
from .therapist_names import names_agree
from .therapist_words import Difference, differences
from .therapists import Therapist

Verdict = Literal["wrong", "changed", "new", "same"]
VERDICTS: tuple[Verdict, ...] = ("wrong", "changed", "new", "same")


@dataclass(frozen=True)
class Judged:
    """One line: what it would do, to whom, and the columns it sets."""

    line: int
    verdict: Verdict
    words: str
    problems: tuple[str, ...] = ()
    changes: tuple[Difference, ...] = ()
    therapist: Therapist | None = None
    values: dict[str, Any] | None = None


@dataclass(frozen=True)
class _Known:
    """Somebody on file, or on an earlier line."""

    name: str
    therapist: Therapist | None = None
    line: int = 0


def judged(rows: Iterable[dict[str, Any]], country: str) -> list[Judged]:
    """Judge the lines in their order, all against one reading of the directory."""
    book = _Book()
    return [_judge(row["line"], row["cells"], book, country) for row in rows]


def _judge(line: int, cells: dict[str, str], book: "_Book", country: str) -> Judged:
    values, problems = read_cells(cells, country)
    words = ", ".join(filter(None, (cells.get("name", ""), cells.get("clinic", ""))))
    if problems:
        return Judged(line, "wrong", words, tuple(problems))
    known = book.find(values, cells.get("link", ""))
    if known is not None and known.line:
        return Judged(line, "wrong", words, (f"Line {known.line} is the same person. Keep one of the two lines",))
    therapist = known.therapist if known is not None else None
    book.add(values, _Known(values["name"], therapist, line))
    if therapist is None:
        return Judged(line, "new", words, values=values)
    before = therapist.values()
    after = before | {column: plain(value) for column, value in values.items()}
    changes = tuple(differences(before, after, country=country))
    return Judged(line, "changed" if changes else "same", words, (), changes, therapist, values)


class _Book:
    """Everybody by what they are known by; lines of the file join as they are read."""

    def __init__(self) -> None:
        self.by: dict[tuple[str, str], list[_Known]] = defaultdict(list)
        for one in db.session.scalars(select(Therapist).where(Therapist.merged_into_id.is_(None))):
            self.by["link", one.link].append(_Known(one.name, one))
            self.add(one.values(), _Known(one.name, one))

    def add(self, values: dict[str, Any], known: _Known) -> None:
        for key in _keys(values):
            self.by[key].insert(0, known) if known.line else self.by[key].append(known)

    def find(self, values: dict[str, Any], link: str) -> _Known | None:
        typed = link.replace("-", "").upper()
        if typed and (mine := self.by.get(("link", typed))):
            found = mine[0]
            # The same person may stand on an earlier line under another key.
            return next((one for key in _keys(values) for one in self.by.get(key, ()) if one.line), found)
        for key in _keys(values):
            for one in self.by.get(key, ()):
                if key[0] == "name" or names_agree(one.name, values["name"]):
                    return one
        return None


def _keys(values: dict[str, Any]) -> Iterable[tuple[str, str]]:
    for column in ("email", "phone"):
        if values.get(column):
            yield column, values[column]
    if values.get("clinic"):
        yield "name", f"{fold(values['name'])}\n{fold(values['clinic'])}"
