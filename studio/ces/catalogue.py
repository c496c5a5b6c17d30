"""The engine's knowledge, read once from data/*.toml and checked whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from studio.ces.anatomy import Group, Muscle, Region, Source, Tissue
from studio.ces.exercises import Block, Equipment, Exercise, Goal, Lookup, Precaution, Substitution
from studio.ces.protocols import Axis, Compensation, Protocol


class CatalogueError(ValueError):
    """A row of the catalogue is wrong; the message names file, row and what to do."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All tables by id, in the order of the files."""

    version: str
    muscles: Mapping[str, Muscle]
    groups: Mapping[str, Group]
    tissues: Mapping[str, Tissue]
    aliases: Mapping[str, tuple[str, ...]]  # other names of muscles, input only
    regions: Mapping[str, Region]
    checkpoints: Mapping[str, str]  # id -> label, feet first
    protocols: Mapping[str, Protocol]
    compensations: Mapping[str, Compensation]
    axes: Mapping[str, Axis]
    exercises: Mapping[str, Exercise]
    options: Mapping[str, Mapping[str, tuple[str, ...]]]  # muscle -> phase -> drills in order of preference
    option_notes: Mapping[str, str]  # why a muscle has no drill of a phase
    lookups: Mapping[str, Lookup]
    integrate_options: Mapping[str, tuple[str, ...]]
    integrate_of_checkpoint: Mapping[str, tuple[str, ...]]
    goals: Mapping[str, Goal]
    equipment: Mapping[str, Equipment]
    substitutions: tuple[Substitution, ...]
    tags: Mapping[str, Precaution]
    plans: Mapping[int, tuple[Block, ...]]  # 12 or 16 weeks
    positions: Mapping[str, str]  # id -> label, in the order of a sheet: lying, kneeling, sitting, standing
    editions: Mapping[str, str]  # edition tags of listed_in -> what they are
    sources: Mapping[str, Source]

    def resolve(self, name: str) -> tuple[str, ...]:
        """Give the ids a muscle name stands for (itself, or its alias); KeyError when nobody knows it."""
        raise NotImplementedError

    def members(self, muscle: str) -> tuple[str, ...]:
        """Give the muscles of a group, or the muscle itself."""
        raise NotImplementedError

    def muscle_label(self, muscle: str) -> str:
        """Give the client's word for a muscle, group or tissue."""
        raise NotImplementedError

    def block(self, weeks: int, week: int) -> Block:
        """Give the block of a plan in which `week` (from 1) falls."""
        raise NotImplementedError


@cache
def catalogue() -> Catalogue:
    """Read and check the catalogue; the same value every time."""
    raise NotImplementedError
