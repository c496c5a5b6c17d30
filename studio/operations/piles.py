"""Binding the pile of a print run: one part after the other, straight into its file."""

import fcntl
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..documents.binder import Binder, Part
from . import day_packs, home_sheet_runs, print_runs
from .print_runs import Bound, Kind, PrintRun


@dataclass(frozen=True)
class Made:
    """How a kind of run is made: its parts one by one, and the front page where it has one."""

    parts: Callable[[PrintRun, list[str]], Iterator[Part]]
    front: Callable[[PrintRun, Sequence[Bound]], bytes] | None = None


MADE: dict[Kind, Made] = {
    "home sheets": Made(home_sheet_runs.parts),
    "day pack": Made(day_packs.parts, day_packs.front),
}


def bind(run: PrintRun) -> bool:
    """Bind it unless that is done or another pile is being bound; says whether it did."""
    with print_runs.binding(fcntl.LOCK_EX) as lock:
        if not lock.free or run.at("pdf").exists():
            return False
        lock.file.truncate(0)
        lock.file.write(run.id)
        lock.file.flush()
        run.at("failed").unlink(missing_ok=True)
        try:
            _bind(run)
        except Exception:
            run.at("failed").touch()
            raise
        finally:
            for ending in ("part", "count"):
                run.at(ending).unlink(missing_ok=True)
    return True


def _bind(run: PrintRun) -> None:
    made, left_out, bound = MADE[run.kind], list[str](), list[Bound]()
    with run.at("part").open("wb") as out:
        binder = Binder(out, both_sides=run.both_sides)
        for part in made.parts(run, left_out):
            first = binder.pages + (run.front_sides if made.front else 0) + 1
            last = first + binder.add(part) - 1
            bound.append(Bound(part.title, tuple(name for name, _ in part.papers), first, last))
            run.at("count").write_text(str(len(bound)))
        front = made.front(run, bound) if made.front else None
        binder.close(title=run.title, author=run.author, lang="en", front=front)
    run.at("said").write_text(json.dumps({"pages": binder.pages, "left_out": left_out}))
    run.at("part").replace(run.at("pdf"))
