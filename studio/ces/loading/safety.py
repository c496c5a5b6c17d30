"""Loads red_flags.toml and readiness.toml."""

from collections.abc import Mapping
from typing import cast, get_args

from studio.ces.exercises import Precaution
from studio.ces.loading.rows import Files, Row
from studio.ces.loading.vocabulary import Vocabulary
from studio.ces.rules import (
    Activity,
    IntakeItem,
    Level,
    PainRule,
    PressureRow,
    Question,
    RedFlag,
    SafetyRules,
    State,
    When,
)

FLAGS, READINESS = "red_flags.toml", "readiness.toml"


def load_safety(files: Files, words: Vocabulary, tags: Mapping[str, Precaution]) -> SafetyRules:
    """Read both files; levels and states must be the ones the engine knows."""
    levels = files.read(FLAGS).table("level")
    readiness = files.read(READINESS)
    worst_first = readiness.texts("worst_first")
    if set(worst_first) != set(get_args(State)):
        readiness.wrong("worst_first must name every state once")
    if tuple(levels.values) != get_args(Level):
        levels.wrong(f"the levels must be {', '.join(get_args(Level))}")
    states = readiness.table("state")
    flags = _red_flags(files, words)
    questions = _questions(files, tags, flags)
    return SafetyRules(
        levels={level: levels.text(level) for level in levels.values},
        states={state: states.text(state) for state in worst_first},
        valid_months=readiness.whole("valid_months"),
        red_flags=flags,
        pain=_pain(files),
        questions=questions,
        activity=_activity(readiness.table("activity"), questions, words),
        pressure=tuple(_pressure(row, tags) for row in files.listed(READINESS, "blood_pressure")),
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
            ask=row.text("ask"),
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


def _questions(files: Files, tags: Mapping[str, Precaution], flags: Mapping[str, RedFlag]) -> dict[str, Question]:
    questions = {}
    for row in files.rows(READINESS, "question"):
        details = row.tables("when")
        for conditional in row.tables("tags_if"):
            conditional.one_of("tag", tags, "tag")
        row.texts("also", optional=True)
        questions[row.id] = Question(
            id=row.id,
            text=row.text("text"),
            input=row.text("input"),
            no=_state(row, "no"),
            yes=_state(row, "yes"),
            yes_level=_level(row, "yes_level"),
            tags=row.all_of("tags", tags, "tag"),
            ask_next=row.all_of("ask_next", flags, "red flag"),
            details=tuple(detail.text("when") for detail in details),
        )
        row.close()
    return questions


def _activity(row: Row, questions: Mapping[str, Question], words: Vocabulary) -> Activity:
    row.text("rule")
    row.all_of("opens", questions, "question")
    row.all_of("sources", words.sources, "source")
    row.one_of("grade", words.levels, "grade")
    activity = Activity(
        id=row.text("id"),
        text=row.text("text"),
        settles=row.all_of("settles", questions, "question"),
        symptoms=row.all_of("symptoms", questions, "question"),
    )
    row.close()
    return activity


def _pressure(row: Row, tags: Mapping[str, Precaution]) -> PressureRow:
    _level(row, "level_with_symptoms")
    pressure = PressureRow(
        id=row.text("id"),
        systolic=row.whole("systolic_min"),
        diastolic=row.whole("diastolic_min"),
        state=_state(row, "state"),
        level=_level(row, "level"),
        tags=row.all_of("tags", tags, "tag"),
        then=row.text("then"),
    )
    row.close()
    return pressure


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
