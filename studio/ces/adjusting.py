"""A studio's adjustments of the tables: made in the rows of the files, then read and checked as these are."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, Self, cast, get_args

from studio.ces import dose
from studio.ces.catalogue import DATA, Catalogue, CatalogueError, Files, catalogue, load
from studio.ces.exercises import OWN, Exercise, Library
from studio.ces.protocols import Listing, Role
from studio.ces.wording import forbidden

Kind = Literal["exercise", "dose", "hidden", "link_note", "link_off"]
# In this order they are made: an exercise must be there before it can be hidden, a link before it is switched off.
KINDS: tuple[Kind, ...] = ("exercise", "dose", "hidden", "link_note", "link_off")
_WHERE = re.compile(r"^(?:\w+\.toml: )?[^\s:]+: ")
NOT_OF_THE_ROW = {"phase", "lists", "preferred"}


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One change of the tables.

    exercise: `target` is the id of a studio's own exercise, `payload` its row as in exercises_*.toml with `phase`, the
    `lists` it stands in (keys of options.toml or integrate.toml) and whether it is `preferred` there.
    dose: numbers of a shipped exercise's dose. hidden: an exercise out of use, no payload.
    link_off, link_note: `target` is the key of a Link; a note has `note` and `source`.
    """

    kind: Kind
    target: str
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of a compensation's list, named so that it can be stored."""

    compensation: str
    role: Role
    muscle: str
    side_ref: str

    @classmethod
    def of(cls, compensation: str, role: Role, listing: Listing) -> Self:
        """Name an entry of the tables."""
        return cls(compensation, role, listing.muscle, listing.side_ref)

    @classmethod
    def read(cls, key: str) -> Self:
        """Read a stored name; CatalogueError when it is none."""
        compensation, _, rest = key.partition("/")
        role, _, rest = rest.partition("/")
        muscle, _, side_ref = rest.partition("/")
        if role in get_args(Role):
            return cls(compensation, cast(Role, role), muscle, side_ref)
        raise CatalogueError(f"{key}: this names no link")

    @property
    def key(self) -> str:
        """Give the name to store."""
        return f"{self.compensation}/{self.role}/{self.muscle}/{self.side_ref}"


def adjusted(adjustments: Sequence[Adjustment], stamp: str) -> Catalogue:
    """Read the tables with these adjustments in them; CatalogueError says what is wrong with the first bad one.

    At most one of a kind for a target. `stamp` tells these tables from others of the studio and ends the version. What
    does not hang together (a reference, a ladder, a dose out of its bounds) is refused as in the files themselves.
    """
    in_order = sorted(adjustments, key=lambda one: (KINDS.index(one.kind), one.target))
    files = _Adjusted(in_order)
    tables = load(files)
    for one in in_order:
        if one not in files.made:
            raise CatalogueError(f"{one.target}: the tables do not have this")
    exercises = dict(tables.exercises)
    for one in in_order:
        if one.kind == "dose":
            exercises[one.target] = _within_bounds(exercises[one.target])
        elif one.kind == "exercise":
            _check_own(exercises[one.target])
    return replace(tables, exercises=Library(exercises), version=f"{tables.version}+{stamp}")


def fitting(adjustments: Sequence[Adjustment], stamp: str) -> tuple[Catalogue, tuple[tuple[Adjustment, str], ...]]:
    """Read the tables with those adjustments that fit them; give the others with what is wrong.

    Tables that came with a newer version may lack what an old adjustment names; the studio must go on all the same.
    """
    try:
        return adjusted(adjustments, stamp), ()
    except CatalogueError:
        pass
    fit: list[Adjustment] = []
    left_out: list[tuple[Adjustment, str]] = []
    for one in adjustments:
        try:
            adjusted([*fit, one], stamp)
        except CatalogueError as error:
            left_out.append((one, said(error)))
        else:
            fit.append(one)
    return adjusted(fit, stamp), tuple(left_out)


def said(error: CatalogueError) -> str:
    """Say what is wrong without naming files and rows."""
    words = _WHERE.sub("", str(error))
    return words[:1].upper() + words[1:]


class _Adjusted(Files):
    """The files with the adjustments made in what was parsed; `made` are those that found their place."""

    def __init__(self, adjustments: Sequence[Adjustment]) -> None:
        super().__init__(DATA)
        self.adjustments = adjustments
        self.made: list[Adjustment] = []

    def parse(self, name: str) -> dict[str, Any]:
        values: dict[str, Any] = json.loads(_as_it_came(name))
        for one in self.adjustments:
            make = {"exercise": _add, "dose": _dose, "hidden": _hide}.get(one.kind, _link)
            if make(one, name, values):
                self.made.append(one)
        return values


@cache
def _as_it_came(name: str) -> str:
    """A file, parsed once: TOML takes most of the time of reading tables, and this is copied in no time."""
    return json.dumps(Files(DATA).parse(name))


def _add(one: Adjustment, name: str, values: dict[str, Any]) -> bool:
    """Put an own exercise into its phase, and into the lists it is chosen from."""
    phase = one.payload["phase"]
    if not one.target.startswith(OWN):
        raise CatalogueError(f"{one.target}: the id of an exercise of your own begins with {OWN}")
    if name == f"exercises_{phase}.toml":
        values[one.target] = {key: value for key, value in one.payload.items() if key not in NOT_OF_THE_ROW}
        return True
    lists = {"integrate.toml": (values, "order"), "options.toml": (values.get("options", {}), phase)}.get(name)
    if lists is None or (name == "integrate.toml") != (phase == "integrate"):
        return False
    rows, column = lists
    for key in one.payload["lists"]:
        if key not in rows:
            raise CatalogueError(f"{one.target}: there is no list of exercises for {key!r}")
        drills = rows[key].setdefault(column, [])
        drills.insert(0 if one.payload["preferred"] else len(drills), one.target)
    return False


def _dose(one: Adjustment, name: str, values: dict[str, Any]) -> bool:
    if not name.startswith("exercises_") or one.target not in values:
        return False
    row = values[one.target]
    row["dose"] = {**row["dose"], **one.payload}
    row.pop("est_seconds", None)
    return True


def _hide(one: Adjustment, name: str, values: dict[str, Any]) -> bool:
    if not name.startswith("exercises_") or one.target not in values:
        return False
    values[one.target]["hidden"] = True
    return True


def _link(one: Adjustment, name: str, values: dict[str, Any]) -> bool:
    link = Link.read(one.target)
    protocol, _, short = link.compensation.partition(".")
    if name != f"assessment_{protocol}.toml":
        return False
    rows = values["compensation"].get(short, {}).get(link.role, [])
    for row in rows:
        if (row["muscle"], row.get("side", "affected")) == (link.muscle, link.side_ref):
            if one.kind == "link_off":
                rows.remove(row)
            else:
                row |= {key: one.payload[key] for key in ("note", "source")}
            return True
    return False


def _within_bounds(drill: Exercise) -> Exercise:
    """A coach's bounds stay those the exercise came with; the new default must lie within them too."""
    came = catalogue().exercises[drill.id]
    try:
        dose.check(drill.dose, came)
    except ValueError as error:
        raise CatalogueError(f"{drill.id}: {error}") from None
    return replace(drill, bounds=came.bounds)


def _check_own(drill: Exercise) -> None:
    """A client reads it: the wording is that of everything else on a sheet."""
    for text in (drill.name, *drill.cues, drill.feel_it_here, drill.common_fault, drill.easier, drill.harder):
        for match in forbidden(text or ""):
            raise CatalogueError(f"{drill.id}: a client reads this: instead of “{match.words}” say “{match.say}”")
