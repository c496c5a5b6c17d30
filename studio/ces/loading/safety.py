"""Loads red_flags.toml, readiness.toml and yellow_flags.toml."""

from collections.abc import Mapping
from typing import cast, get_args

from studio.ces.exercises import Precaution
from studio.ces.loading.questions import load_activity, load_by_region, load_questions
from studio.ces.loading.rows import Files, Row
from studio.ces.loading.vocabulary import Vocabulary
from studio.ces.rules import IntakeItem, Level, PainRule, PressureRow, RedFlag, State, When, YellowRules
from studio.ces.safety_rules import SafetyRules

FLAGS, READINESS, YELLOW = "red_flags.toml", "readiness.toml", "yellow_flags.toml"


def load_safety(files: Files, words: Vocabulary, tags: Mapping[str, Precaution]) -> SafetyRules:
    """Read both files; levels and states must be the ones the engine knows."""
    flags_file = files.read(FLAGS)
    levels = flags_file.table("level")
    readiness = files.read(READINESS)
    worst_first = readiness.texts("worst_first")
    if set(worst_first) != set(get_args(State)):
        readiness.wrong("worst_first must name every state once")
    if tuple(levels.values) != get_args(Level):
        levels.wrong(f"the levels must be {', '.join(get_args(Level))}")
    states = readiness.table("state")
    flags = _red_flags(files, words)
    questions = load_questions(files, tags, flags)
    return SafetyRules(
        levels={level: levels.text(level) for level in levels.values},
        states={state: states.text(state) for state in worst_first},
        valid_months=readiness.whole("valid_months"),
        red_flags=flags,
        stop_test_if=flags_file.texts("stop_test_if"),
        pain=_pain(files),
        questions=questions,
        activity=load_activity(readiness.table("activity"), questions, words),
        by_region=load_by_region(files, words, flags),
        pressure=tuple(_pressure(row, tags) for row in files.listed(READINESS, "blood_pressure")),
        yellow=_yellow(files),
        intake={f"intake.{row.id}": _intake(row) for row in files.rows(READINESS, "intake")},
    )


def _level(row: Row, key: str) -> Level | None:
    if key not in row.values:
        return None
    return cast(Level, row.one_of(key, get_args(Level), "level"))


def _state(row: Row, key: str) -> State:
    return cast(State, row.one_of(key, get_args(State), "state"))


def _red_flags(files: Files, words: Vocabulary) -> dict[str, RedFlag]:
    flags = {}
    for row in files.rows(FLAGS, "red_flag"):
        flags[row.id] = RedFlag(
            id=row.id,
            category=row.text("category"),
            sign=row.text("sign"),
            ask=(ask := row.text("ask")),
            plain=row.text("plain", "" if ask.startswith("(") else ask),
            level=cast(Level, row.one_of("level", get_args(Level), "level")),
            action=row.text("action", ""),
            sources=row.all_of("sources", words.sources, "source"),
            grade=row.one_of("grade", words.levels, "grade"),
        )
        row.close()
    return flags


def _pain(files: Files) -> dict[str, PainRule]:
    rules = {}
    for row in files.rows(FLAGS, "pain"):
        row.known(row.id, get_args(When), "time of pain")
        rules[row.id] = PainRule(
            when=cast(When, row.id),
            blocks=row.flag("blocks"),
            level=_level(row, "level"),
            raised=_level(row, "raised"),
            raised_from=row.maybe_whole("raised_from") or 11,
            text=row.text("text"),
        )
        row.close()
    return rules


def _pressure(row: Row, tags: Mapping[str, Precaution]) -> PressureRow:
    pressure = PressureRow(
        id=row.text("id"),
        systolic=row.whole("systolic_min"),
        diastolic=row.whole("diastolic_min"),
        state=_state(row, "state"),
        level=_level(row, "level"),
        level_with_symptoms=cast(Level, row.one_of("level_with_symptoms", get_args(Level), "level")),
        tags=row.all_of("tags", tags, "tag"),
        then=row.text("then"),
    )
    row.close()
    return pressure


def _yellow(files: Files) -> YellowRules:
    file, words = files.read(YELLOW), files.read(YELLOW).table("words")
    flags, mood = {}, set()
    for row in files.rows(YELLOW, "yellow_flag"):
        flags[row.id] = row.text("text")
        if "mood" in row.values and row.flag("mood"):
            mood.add(row.id)
        row.close()
    rules = YellowRules(
        flags=flags,
        mood=frozenset(mood),
        several=file.whole("several"),
        first_drills=file.whole("first_drills"),
        contact_days=file.whole("contact_days"),
        words={key: words.text(key) for key in ("always", "several", "mood")},
    )
    words.close()
    return rules


def _intake(row: Row) -> IntakeItem:
    low, high = row.maybe_whole("min"), row.maybe_whole("max")
    item = IntakeItem(
        id=f"intake.{row.id}",
        label=row.text("label"),
        type=row.one_of("type", {"number", "boolean", "side", "enum"}, "type"),  # type: ignore[arg-type]
        low=low,
        high=high,
        values=row.texts("values", optional=True),
    )
    row.close()
    return item
