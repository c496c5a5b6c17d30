"""Asking for many papers in one go. A run is a few small files in the data folder, swept away after a day.

The pile itself is bound by `piles` under a lock that ends with its process: what was interrupted is seen to wait.
"""

import fcntl
import json
import secrets
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import IO, Any, Literal

from flask import current_app

from ..clock import utcnow
from ..models.users import User

MOST = 300
KEPT = timedelta(days=1)

Kind = Literal["home sheets", "day pack"]
State = Literal["waiting", "queued", "busy", "done", "failed"]


@dataclass(frozen=True)
class PrintRun:
    """What somebody asked to be printed: papers of home sheets, or for a day pack what there is of its clients."""

    id: str
    kind: Kind
    title: str
    author: str
    file_name: str
    by_id: int
    clients: tuple[int, ...]
    papers: tuple[int, ...]
    both_sides: bool
    forms: tuple[str, ...]

    @property
    def front_sides(self) -> int:
        """What a front page takes: a side, or a sheet of paper."""
        return 2 if self.both_sides else 1

    def at(self, ending: str) -> Path:
        """One of its files."""
        return folder() / f"{self.id}.{ending}"


@dataclass(frozen=True)
class Bound:
    """A part in its place: what it is made of, its first and its last page of the pile."""

    title: str
    papers: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True)
class Progress:
    """How far a run is; of a pile that is done its pages, its size, and what could not be printed."""

    state: State
    done: int = 0
    pages: int = 0
    size: int = 0
    left_out: tuple[str, ...] = ()


def folder() -> Path:
    """Where the files of all runs are."""
    found: Path = current_app.config["SETTINGS"].data / "print-runs"
    found.mkdir(parents=True, exist_ok=True)
    return found


def begin(
    kind: Kind,
    *,
    title: str,
    author: str,
    file_name: str,
    clients: Sequence[int],
    papers: Sequence[int] = (),
    both_sides: bool,
    forms: Sequence[str] = (),
    by: User,
) -> PrintRun:
    """Write down what to print."""
    _sweep()
    run = PrintRun(
        secrets.token_hex(16),
        kind,
        title,
        author,
        file_name,
        by.id,
        tuple(clients),
        tuple(papers),
        both_sides,
        tuple(forms),
    )
    run.at("json").write_text(json.dumps(asdict(run)))
    return run


def load_run(name: str, *, by: User, hidden: Collection[int]) -> PrintRun | None:
    """The run by that name, if it is this person's and about nobody of whom they are to see nothing."""
    if not (name.isalnum() and name.isascii()):
        return None
    try:
        said = json.loads((folder() / f"{name}.json").read_text())
    except FileNotFoundError:
        return None
    values: dict[str, Any] = {key: tuple(one) if isinstance(one, list) else one for key, one in said.items()}
    run = PrintRun(**values)
    return run if run.by_id == by.id and not set(run.clients) & set(hidden) else None


def progress_of(run: PrintRun) -> Progress:
    """How far it is. One that nobody works at waits; while somebody works at another it stands in the queue."""
    if run.at("pdf").exists():
        said = json.loads(run.at("said").read_text())
        return Progress("done", len(run.clients), said["pages"], run.at("pdf").stat().st_size, tuple(said["left_out"]))
    if run.at("failed").exists():
        return Progress("failed")
    with binding(fcntl.LOCK_SH) as lock:
        if lock.free:
            return Progress("waiting")
        if lock.file.read() != run.id:
            return Progress("queued")
    return Progress("busy", int(run.at("count").read_text() or 0) if run.at("count").exists() else 0)


@dataclass(frozen=True)
class Lock:
    """The one place where a pile is bound; the file says which run is there while it is not `free`."""

    file: IO[str]
    free: bool


@contextmanager
def binding(how: int) -> Iterator[Lock]:
    """Take the lock, alone or to look, without waiting for it."""
    with (folder() / "lock").open("a+") as file:
        file.seek(0)
        try:
            fcntl.flock(file, how | fcntl.LOCK_NB)
        except BlockingIOError:
            yield Lock(file, free=False)
        else:
            yield Lock(file, free=True)


def forget(client_id: int) -> None:
    """Take away the piles in which there is something of a client."""
    for said in folder().glob("*.json"):
        if client_id in json.loads(said.read_text())["clients"]:
            for file in folder().glob(f"{said.stem}.*"):
                file.unlink(missing_ok=True)


def _sweep() -> None:
    """Files that were not touched for a day; a pile is a copy, and is made anew when it is wanted again."""
    oldest = (utcnow() - KEPT).timestamp()
    for file in folder().iterdir():
        if file.name != "lock" and file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)
