"""The common patterns as the catalogue holds them."""

from dataclasses import dataclass
from typing import Literal

Grade = Literal["possible", "probable", "strong"]
GRADES: tuple[Grade, ...] = ("possible", "probable", "strong")
ItemKind = Literal["finding", "measure", "intake", "modification", "condition"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that speaks for or against a pattern.

    finding: `id` was seen. measure: its value stands in `op` to `value`, on this side or (`either`) on any.
    intake: the answer. modification: form `form` changed finding `id` to one of `outcome`, unless finding `unless`.
    condition: something only the coach can see, in words; the engine leaves it to them.
    """

    kind: ItemKind
    id: str
    op: str = ""
    value: float | bool | None = None
    either: bool = False
    form: str = ""
    outcome: tuple[str, ...] = ()
    unless: str = ""

    @property
    def source(self) -> str:
        """Give the assessment or measure that supplies it; two items count as independent when these differ."""
        return self.id.split(".")[0] if self.kind in ("finding", "modification") else self.id

    @property
    def name(self) -> str:
        """Give the id to show."""
        return f"{self.form}: {self.id}" if self.kind == "modification" else self.id


@dataclass(frozen=True, slots=True)
class Needs:
    """What must hold together; all numbers are least numbers."""

    core: int = 0
    core_assessments: int = 0
    objective: int = 0
    supporting: int = 0
    groups: int = 0
    in_group: tuple[tuple[str, int], ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern; `possible` and `probable` hold when any of their rows does."""

    id: str
    label: str
    client_label: str
    by_side: bool
    definition: str
    core: tuple[tuple[str, tuple[Item, ...]], ...]  # (group, its items); a pattern without groups has one, ""
    objective: tuple[Item, ...]
    supporting: tuple[Item, ...]
    counter: tuple[Item, ...]
    required: tuple[Item, ...]
    possible: tuple[Needs, ...]
    probable: tuple[Needs, ...]
    inhibit_lengthen: tuple[str, ...]
    activate: tuple[str, ...]
    gate: str
    refer_if: tuple[str, ...]
    disagreements: str
    sources: tuple[str, ...]
    note_groups: int = 0  # so many core groups without what is `required` are worth a training note
    note: str = ""


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns, and what "strong" needs on top of "probable"."""

    strong: Needs
    patterns: dict[str, Pattern]
