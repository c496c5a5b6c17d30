"""Loads exercises_*.toml and checks every drill: references, dose, time, ladder."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from studio.ces.anatomy import Region
from studio.ces.dose import seconds
from studio.ces.exercises import PHASES, Equipment, Exercise, Phase, Position, Precaution
from studio.ces.loading.doses import Doses
from studio.ces.loading.muscles import Anatomy
from studio.ces.loading.rows import Files, Row

LEG = {"foot_ankle", "lower_leg", "knee", "thigh_groin"}
LEG_PATTERNS = {"single_leg", "step", "lunge"}


@dataclass(frozen=True, slots=True)
class Known:
    """What a drill may refer to."""

    anatomy: Anatomy
    regions: Mapping[str, Region]
    equipment: Mapping[str, Equipment]
    tags: Mapping[str, Precaution]
    positions: Mapping[str, Position]
    doses: Doses


def load_exercises(files: Files, known: Known) -> dict[str, Exercise]:
    """Read the drills of all phases."""
    exercises: dict[str, Exercise] = {}
    rows: dict[str, Row] = {}
    for phase in PHASES:
        for row in files.rows(f"exercises_{phase}.toml"):
            if row.id in exercises:
                row.wrong(f"this id is already in exercises_{exercises[row.id].phase}.toml")
            exercises[row.id], rows[row.id] = _exercise(row, phase, known), row
    for exercise in exercises.values():
        _check_ladder(rows[exercise.id], exercise, exercises)
    return exercises


def _exercise(row: Row, phase: Phase, known: Known) -> Exercise:
    pattern = row.maybe("pattern")
    targets = row.all_of("targets", known.anatomy.targets, "muscle")
    dose = known.doses.dose(row.table("dose"), row.flag("per_side"))
    picture = row.table("public_picture", optional=True)
    stated_s = row.maybe_whole("est_seconds")  # what a studio changed leaves it out: it follows from the dose
    exercise = Exercise(
        id=row.id,
        name=row.text("name"),
        phase=phase,
        targets=targets,
        secondary=row.all_of("secondary", known.anatomy.targets, "muscle"),
        equipment=row.all_of("equipment", known.equipment, "item"),
        position=row.one_of("position", known.positions, "position"),
        pattern=pattern,
        floor_transfer=row.flag("floor_transfer"),
        loads=row.all_of("loads", known.regions, "region"),
        presses=row.all_of("presses", known.regions, "region", optional=True),
        cues=row.texts("cues"),
        feel_it_here=row.text("feel_it_here"),
        common_fault=row.text("common_fault"),
        dose=dose,
        bounds=known.doses.bounds_of(dose),
        limb=_limb(targets[0], pattern, known) if targets else "side",
        est_seconds=seconds(dose, 2) if stated_s is None else stated_s,
        difficulty=row.whole("difficulty"),
        regression=row.maybe("regression"),
        progression=row.maybe("progression"),
        easier=row.maybe("easier"),
        harder=row.maybe("harder"),
        avoid=row.all_of("avoid", known.tags, "tag"),
        caution=row.all_of("caution", known.tags, "tag"),
        home_suitable=row.flag("home_suitable"),
        needs_coach=row.flag("needs_coach"),
        video_friendly=row.flag("video_friendly"),
        ladder_note=row.text("ladder_note", ""),
        public_picture=(picture.text("id"), picture.text("match")) if picture.values else None,
        hidden="hidden" in row.values and row.flag("hidden"),
    )
    picture.close()
    row.close()
    _check(row, exercise)
    return exercise


def _limb(target: str, pattern: str | None, known: Known) -> Literal["leg", "arm", "side"]:
    """Name what is done on each side, in the client's words: a calf is a leg, a hip is a side."""
    anatomy = known.anatomy
    thing = anatomy.muscles.get(target) or anatomy.tissues.get(target)
    region = thing.region if thing else anatomy.muscles[anatomy.groups[target].members[0]].region
    if region in LEG or pattern in LEG_PATTERNS:
        return "leg"
    return "arm" if region == "elbow_wrist" else "side"


def _check(row: Row, one: Exercise) -> None:
    if not one.targets:
        row.wrong("targets is empty")
    if set(one.targets) & set(one.secondary):
        row.wrong("a muscle is both target and secondary")
    if not set(one.presses) <= set(one.loads):
        row.wrong("what it presses must be part of loads")
    if one.phase == "inhibit" and not one.presses:
        row.wrong("an inhibit drill presses something: presses is missing")
    if both := set(one.avoid) & set(one.caution):
        row.wrong(f"{min(both)!r} stands under avoid and under caution")
    if (one.phase == "integrate") != (one.pattern is not None):
        row.wrong("integrate drills have a pattern, others none")
    if not 1 <= one.difficulty <= 3:
        row.wrong("difficulty must be 1, 2 or 3")
    if not 2 <= len(one.cues) <= 4:
        row.wrong("2 to 4 cues")
    if one.needs_coach and one.home_suitable:
        row.wrong("a drill that needs a coach is not for home")
    if "coach" in one.equipment and not one.needs_coach:
        row.wrong("it lists a coach but does not need one")
    if (expected := seconds(one.dose, 2)) != one.est_seconds:
        row.wrong(f"est_seconds is {one.est_seconds}, but the dose takes {expected}")


def _check_ladder(row: Row, one: Exercise, exercises: Mapping[str, Exercise]) -> None:
    for step, text, step_back in (("regression", "easier", "progression"), ("progression", "harder", "regression")):
        other_id: str | None = getattr(one, step)
        if other_id is None:
            if getattr(one, text) is None:
                row.wrong(f"neither {step} nor {text} says what to do")
            continue
        row.known(other_id, exercises, "exercise")
        other = exercises[other_id]
        if other.phase != one.phase:
            row.wrong(f"{step} {other_id} is in another phase")
        rises = other.difficulty - one.difficulty
        if (rises if step == "regression" else -rises) > 0:
            row.wrong(f"{step} {other_id} has difficulty {other.difficulty}, this one {one.difficulty}")
        if getattr(other, step_back) != one.id and not one.ladder_note:
            row.wrong(f"{step} {other_id} does not lead back; say why in ladder_note")
    seen, rung = {one.id}, one.progression
    while rung is not None:
        if rung in seen:
            row.wrong("its ladder goes round in a circle")
        seen.add(rung)
        rung = exercises[rung].progression if rung in exercises else None
