"""Loads the readiness questions and their follow-ups from readiness.toml."""

from collections.abc import Mapping
from typing import cast, get_args

from studio.ces.exercises import Precaution
from studio.ces.loading.rows import Files, Row
from studio.ces.loading.vocabulary import Vocabulary
from studio.ces.questions import ACTIVITY, Activity, Choice, Group, Meaning, Question
from studio.ces.rules import Level, RedFlag, State
from studio.ces.safety_rules import ByRegion

READINESS = "readiness.toml"


def load_questions(files: Files, tags: Mapping[str, Precaution], flags: Mapping[str, RedFlag]) -> dict[str, Question]:
    """Read the questions; every choice named by a meaning or another choice must exist."""
    questions: dict[str, Question] = {}
    rows = list(files.rows(READINESS, "question"))
    for row in rows:
        groups = tuple(_group(group, tags, flags) for group in row.tables("group"))
        ids = [choice.id for group in groups for choice in group.choices]
        if len(set(ids)) < len(ids):
            row.wrong(f"the choice {next(one for one in ids if ids.count(one) > 1)!r} stands there twice")
        for group in groups:
            for before in group.after:
                row.known(before, ids, "choice")
        questions[row.id] = Question(
            id=row.id,
            text=row.text("text"),
            yes_word=row.text("yes_word", "Yes"),
            no_word=row.text("no_word", "No"),
            no=cast(State, row.one_of("no", get_args(State), "state")),
            yes=cast(State, row.one_of("yes", get_args(State), "state")),
            yes_level=_level(row, "yes_level"),
            tags=row.all_of("tags", tags, "tag"),
            ask_next=row.all_of("ask_next", flags, "red flag"),
            areas=row.text("areas", ""),  # type: ignore[arg-type]
            groups=groups,
            meanings=tuple(_meaning(one, ids, tags) for one in row.tables("case")),
        )
        row.known(questions[row.id].areas, ("", "each", "named"), "kind of areas")
        row.close()
    for row in rows:
        for choice in questions[row.id].choices.values():
            question, _, other = choice.implies.partition(".")
            if choice.implies and (question not in questions or other not in questions[question].choices):
                row.wrong(f"{choice.id} implies the unknown choice {choice.implies!r}")
    return questions


def load_activity(row: Row, questions: Mapping[str, Question], words: Vocabulary) -> Activity:
    """Read the follow-up on being active."""
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


def load_by_region(files: Files, words: Vocabulary, flags: Mapping[str, RedFlag]) -> tuple[ByRegion, ...]:
    """Read which red flags are asked for where."""
    found = []
    for row in files.listed(READINESS, "by_region"):
        regions = row.all_of("regions", words.regions, "region")
        found.append(ByRegion(row.text("name"), regions, row.all_of("flags", flags, "red flag")))
        row.close()
    return tuple(found)


def _group(row: Row, tags: Mapping[str, Precaution], flags: Mapping[str, RedFlag]) -> Group:
    group = Group(
        ask=row.text("ask"),
        kind=row.one_of("kind", ("one", "many"), "kind"),  # type: ignore[arg-type]
        after=row.texts("after", optional=True),
        choices=tuple(_choice(choice, tags, flags) for choice in row.tables("choices")),
        recorded="recorded" in row.values and row.flag("recorded"),
    )
    row.close()
    return group


def _choice(row: Row, tags: Mapping[str, Precaution], flags: Mapping[str, RedFlag]) -> Choice:
    choice = Choice(
        id=row.text("id"),
        text=row.text("text"),
        tags=row.all_of("tags", tags, "tag", optional=True),
        implies=row.text("implies", ""),
        ask_next=row.all_of("ask_next", flags, "red flag", optional=True),
    )
    row.close()
    return choice


def _meaning(row: Row, ids: list[str], tags: Mapping[str, Precaution]) -> Meaning:
    meaning = Meaning(
        any=row.all_of("any", ids, "choice", optional=True),
        all=row.all_of("all", ids, "choice", optional=True),
        none=row.all_of("none", ids, "choice", optional=True),
        state=cast(State, row.one_of("state", (*get_args(State), ACTIVITY), "state")),
        level=_level(row, "level"),
        blocks="blocks" in row.values and row.flag("blocks"),
        local=row.all_of("local", tags, "tag", optional=True),
        advice=row.text("advice", ""),
    )
    row.close()
    return meaning


def _level(row: Row, key: str) -> Level | None:
    if key not in row.values:
        return None
    return cast(Level, row.one_of(key, get_args(Level), "level"))
