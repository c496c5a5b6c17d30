"""Loads options.toml, integrate.toml and goals.toml: which drills come into question for what."""

from collections.abc import Mapping
from dataclasses import dataclass

from studio.ces.exercises import PHASES, Exercise, Goal, Lookup
from studio.ces.loading.muscles import Anatomy
from studio.ces.loading.rows import CatalogueError, Files
from studio.ces.loading.vocabulary import Vocabulary
from studio.ces.protocols import Compensation


@dataclass(frozen=True, slots=True)
class Choices:
    """The option tables."""

    options: dict[str, dict[str, tuple[str, ...]]]
    notes: dict[str, str]
    lookups: dict[str, Lookup]
    integrate: dict[str, tuple[str, ...]]
    goals: dict[str, Goal]


def load_choices(
    files: Files,
    words: Vocabulary,
    anatomy: Anatomy,
    exercises: Mapping[str, Exercise],
    compensations: Mapping[str, Compensation],
) -> Choices:
    """Read the tables; every muscle a finding may list finds its options, and every drill is somebody's option."""
    options = _options(files, anatomy, exercises)
    lookups = {}
    table = files.read("options.toml").table("lookup")
    for unit in table.values:
        table.known(unit, anatomy.units, "muscle")
        row = table.table(unit)
        lookups[unit] = Lookup(row.all_of("keys", options, "key"), row.flag("exact"))
        row.close()
    notes = files.read("options.toml").table("none_by_design")
    for key in notes.values:
        notes.known(key, anatomy.units, "muscle")
    integrate = _integrate(files, words, exercises)
    used = {drill for phases in options.values() for drills in phases.values() for drill in drills}
    used |= {drill for drills in integrate.values() for drill in drills}
    for exercise in exercises.values():
        if exercise.id not in used:
            raise CatalogueError(f"exercises_{exercise.phase}.toml: {exercise.id}: no option list names it")
    for one in compensations.values():
        for listing in (*one.overactive, *one.underactive):
            if listing.muscle not in lookups and listing.muscle not in options:
                raise CatalogueError(f"options.toml: {listing.muscle}: {one.id} lists it, but it has no options")
    return Choices(
        options,
        {key: notes.text(key) for key in notes.values},
        lookups,
        integrate,
        _goals(files, words, compensations, exercises),
    )


def _options(
    files: Files, anatomy: Anatomy, exercises: Mapping[str, Exercise]
) -> dict[str, dict[str, tuple[str, ...]]]:
    options = {}
    for row in files.rows("options.toml", "options"):
        row.known(row.id, anatomy.targets, "muscle")
        phases: dict[str, tuple[str, ...]] = {}
        for phase in PHASES:
            if phase not in row.values:
                continue
            drills = row.all_of(phase, exercises, "exercise")
            row.text(f"{phase}_reason", "")
            for drill in drills:
                exercise = exercises[drill]
                if exercise.phase != phase:
                    row.wrong(f"{drill} is not a drill of {phase}")
                if row.id not in exercise.targets + exercise.secondary:
                    row.wrong(f"{drill} does not work this muscle")
            phases[phase] = drills
        options[row.id] = phases
        row.close()
    return options


def _integrate(files: Files, words: Vocabulary, exercises: Mapping[str, Exercise]) -> dict[str, tuple[str, ...]]:
    lists = {}
    for row in files.rows("integrate.toml"):
        drills = row.all_of("order", exercises, "exercise")
        row.text("reason")
        for drill in drills:
            if exercises[drill].phase != "integrate":
                row.wrong(f"{drill} is not a drill of integrate")
        lists[row.id] = drills
        row.close()
    for region in words.regions.values():
        for key in region.integrate:
            files.read("regions.toml").known(key, lists, f"integrate list of {region.id}")
    for checkpoint, keys in words.integrate_of_checkpoint.items():
        for key in keys:
            files.read("regions.toml").known(key, lists, f"integrate list of {checkpoint}")
    return lists


def _goals(
    files: Files,
    words: Vocabulary,
    compensations: Mapping[str, Compensation],
    exercises: Mapping[str, Exercise],
) -> dict[str, Goal]:
    protocols = {one.protocol for one in compensations.values()}
    patterns = {exercise.pattern or "" for exercise in exercises.values()}
    goals = {}
    for row in files.rows("goals.toml"):
        goals[row.id] = Goal(
            id=row.id,
            assessments=row.all_of("assessments", protocols, "protocol"),
            checkpoints=row.all_of("checkpoints", words.checkpoints, "checkpoint"),
            patterns=row.all_of("patterns", patterns, "pattern"),
        )
        row.close()
    return goals
