"""The readiness questions as the catalogue holds them: what is asked after a yes, and what the answers may mean."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from studio.ces.rules import Level, State

ACTIVITY = "activity"  # the state that the follow-up on being active decides


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a follow-up; `implies` names a choice of another question that goes with it."""

    id: str
    text: str
    tags: tuple[str, ...]
    implies: str
    ask_next: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A follow-up with its choices, asked when one of `after` was said (at once when that is empty).

    One that is `recorded` is not asked: whoever runs the studio knows from the papers on file.
    """

    ask: str
    kind: Literal["one", "many"]
    after: tuple[str, ...]
    choices: tuple[Choice, ...]
    recorded: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """What answers may be together: one of `any`, every one of `all` and none of `none` was said."""

    any: tuple[str, ...]
    all: tuple[str, ...]
    none: tuple[str, ...]
    state: State | Literal["activity"]
    level: Level | None
    blocks: bool
    local: tuple[str, ...]  # precautions for the area
    advice: str

    def fits(self, said: Set[str]) -> bool:
        """Do these answers mean it?"""
        one = not self.any or not said.isdisjoint(self.any)
        return one and said >= set(self.all) and said.isdisjoint(self.none)


@dataclass(frozen=True, slots=True)
class Question:
    """A readiness question; `yes` and `yes_level` count until the details of a yes are asked."""

    id: str
    text: str
    yes_word: str
    no_word: str
    no: State
    yes: State
    yes_level: Level | None
    tags: tuple[str, ...]  # precautions a yes sets by itself
    ask_next: tuple[str, ...]  # red flags to ask for after a yes
    areas: Literal["", "each", "named"]
    groups: tuple[Group, ...]
    meanings: tuple[Meaning, ...]

    @property
    def choices(self) -> dict[str, Choice]:
        """Every choice of its groups by its short id."""
        return {choice.id: choice for group in self.groups for choice in group.choices}

    @property
    def tagged(self) -> frozenset[str]:
        """The precautions that the details of a yes tell apart."""
        return frozenset(tag for choice in self.choices.values() for tag in choice.tags)


@dataclass(frozen=True, slots=True)
class Activity:
    """The follow-up on being active: whose plain yes it settles, and which symptoms overrule it."""

    id: str
    text: str
    settles: tuple[str, ...]
    symptoms: tuple[str, ...]
