"""Doses: how long they take, how they are said, and within which bounds a coach may change them."""

from dataclasses import replace

from studio.ces.exercises import Dose, Exercise
from studio.ces.sides import OneSide, Side

SETUP_S = 20  # getting into place, once a line, never part of a line's own seconds
TURN_S = 4  # there and back, in each repetition of a slow mobility drill
BREATH_S = 2  # between two low-load holds


def seconds(dose: Dose, sides_trained: int) -> int:
    """Give the time of a dose in seconds without set-up; `sides_trained` is 1 or 2 and counts only when per side.

    Source: programming reference, time_budget.planner.formula_by_mode. Sides multiply everything except the rest
    between sets; in static, contract-relax and carry the rest belongs to each repetition and is multiplied too.
    """
    times = dose.sets * (sides_trained if dose.per_side else 1)
    between = (dose.sets - 1) * dose.rest_s
    hold, reps = dose.hold_s or 0, dose.reps or 0
    match dose.mode:
        case "smr":
            return times * (dose.duration_s or 0)
        case "static":
            return times * (hold + dose.rest_s)
        case "active_mobility":
            return times * reps * (hold + TURN_S)
        case "nms_contract_relax":
            return times * reps * ((dose.contract_s or 0) + (dose.stretch_hold_s or 0) + dose.rest_s)
        case "low_load_hold":
            return times * reps * (hold + BREATH_S) + between
        case "carry":
            return times * ((dose.duration_s or 0) + dose.rest_s)
        case "isolated_strength" | "integrated_dynamic":
            return times * reps * (dose.tempo.seconds if dose.tempo else 7) + between


def trained(side: Side) -> int:
    """Count the sides of a line."""
    return 2 if side == "both" else 1


def line_seconds(dose: Dose, side: Side, extra: OneSide | None = None) -> int:
    """Give the time of a line in seconds without set-up; `extra` is a side that gets one more set."""
    once_more = seconds(replace(dose, sets=1), 1) + dose.rest_s if extra else 0
    return seconds(dose, trained(side)) + once_more


def in_words(
    dose: Dose, exercise: Exercise, side: Side, first: OneSide | None = None, extra: OneSide | None = None
) -> str:
    """Say the dose to the client: "1 minute, each leg", "Hold 30 seconds. Do it 2 times, each side"."""
    words = _in_words(dose, exercise, _where(exercise, side, first) if dose.per_side else "")
    return f"{words}. Then one more set, {extra} {exercise.limb}" if extra else words


def briefly(dose: Dose, side: Side, extra: OneSide | None = None) -> str:
    """Say the dose to a client on the floor, in the fewest words: "30 s × 2 each", "12 × 2", "10 of 5 s left"."""
    match dose.mode:
        case "smr" | "carry":
            words = f"{dose.duration_s or 0} s"
        case "static":
            words = f"{dose.hold_s or 0} s"
        case "nms_contract_relax":
            words = f"{dose.reps or 1} of {dose.contract_s or 0} + {dose.stretch_hold_s or 0} s"
        case "active_mobility" | "low_load_hold":
            words = f"{dose.reps} of {dose.hold_s or 0} s"
        case _:
            words = f"{dose.reps}"
    words += f" × {dose.sets}" if dose.sets > 1 else ""
    if dose.per_side:
        words += " each" if side == "both" else f" {side}"
    return f"{words}, +1 {extra}" if extra else words


def _in_words(dose: Dose, exercise: Exercise, where: str) -> str:
    match dose.mode:
        case "smr":
            return f"{_time(dose.duration_s)}{_rounds(dose.sets)}{where}"
        case "static":
            return _again(f"Hold {_time(dose.hold_s)}", dose.sets, where)
        case "nms_contract_relax":
            push = f"Push gently {_time(dose.contract_s)}, then stretch {_time(dose.stretch_hold_s)}"
            return _again(push, dose.reps or 1, where) + _rounds(dose.sets)
        case "carry":
            return _again(f"Walk {_time(dose.duration_s)}", dose.sets, where)
        case "active_mobility" | "low_load_hold":
            return f"{_times(dose)}{where}: hold {_time(dose.hold_s)}"
        case "isolated_strength" if dose.tempo:
            tempo = dose.tempo
            return f"{_times(dose)}{where}: up {tempo.up_s}, hold {tempo.hold_s}, down {tempo.down_s} seconds"
        case _:
            return f"{_times(dose)}{where}, slowly"


def check(dose: Dose, exercise: Exercise) -> None:
    """Raise a ValueError that says what to do when a field is out of its bounds or is not the coach's to change."""
    given = {}
    for bound in exercise.bounds:
        value = getattr(dose, bound.field)
        if not isinstance(value, int) or not bound.low <= value <= bound.high:
            raise ValueError(f"{bound.label}: enter a number from {bound.low} to {bound.high}")
        given[bound.field] = value
    if replace(exercise.dose, **given) != dose:  # type: ignore[arg-type]  # the fields of a bound are all numbers
        raise ValueError("Change only the numbers shown; choose another exercise for another kind of dose")


def _where(exercise: Exercise, side: Side, first: OneSide | None) -> str:
    if side == "both":
        return f", each {exercise.limb}" + (f", {first} first" if first else "")
    return f", {side} {exercise.limb}"


def _time(value: int | None) -> str:
    value = value or 0
    if value and value % 60 == 0:
        return "1 minute" if value == 60 else f"{value // 60} minutes"
    return "1 second" if value == 1 else f"{value} seconds"


def _times(dose: Dose) -> str:
    reps = "1 time" if dose.reps == 1 else f"{dose.reps} times"
    return reps if dose.sets == 1 else f"{dose.sets} rounds of {reps}"


def _again(text: str, count: int, where: str) -> str:
    return f"{text}{where}" if count == 1 else f"{text}. Do it {count} times{where}"


def _rounds(sets: int) -> str:
    return "" if sets == 1 else f", {sets} times"
