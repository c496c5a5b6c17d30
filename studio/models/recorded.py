"""Assessments as values for the engine: what was recorded, kept as JSON, and the case made of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ..ces.batteries import MEASURES
from ..ces.case import Case, Measure, TestResult
from ..ces.case import Client as Person
from .assessments import Recording
from .clients import Client
from .fields import Answers, Stated, pains_of, result_of
from .measure_fields import measures_of
from .standing import Standing


def snapshot(recordings: Iterable[Recording]) -> dict[str, Any]:
    """The answers of all recordings as they stand, as JSON."""
    return {
        "recordings": [
            {
                "protocol": one.protocol,
                "variant": one.variant,
                "answers": {field: [said.value, *said.views] for field, said in one.stated.items() if said.value},
            }
            for one in recordings
        ]
    }


def answers_in(recording: Mapping[str, Any]) -> Answers:
    """The answers of one recording of a snapshot."""
    return {field: Stated(value, tuple(views)) for field, (value, *views) in recording["answers"].items()}


def results_in(recorded: Mapping[str, Any]) -> tuple[TestResult, ...]:
    """What the engine makes of the tests in a snapshot."""
    tests = [one for one in recorded["recordings"] if one["protocol"] != MEASURES]
    return tuple(result_of(one["protocol"], one["variant"], answers_in(one)) for one in tests)


def measure_answers(recorded: Mapping[str, Any]) -> Answers:
    """What was stated about the measures in a snapshot."""
    taken = (answers_in(one) for one in recorded["recordings"] if one["protocol"] == MEASURES)
    return next(taken, {})


def measures_in(recorded: Mapping[str, Any]) -> tuple[Measure, ...]:
    """What was measured in a snapshot, as the engine takes it."""
    taken = measure_answers(recorded)
    return measures_of(taken) if taken else ()


def case_of_record(
    recorded: Mapping[str, Any], client: Client, stands: Standing, hurt_before: Collection[str] = ()
) -> Case:
    """The engine's case: a snapshot, and what is known about the person and stands on that day.

    `hurt_before` are regions for which an earlier assessment was stopped.
    """
    pains = tuple(
        replace(pain, again=pain.region in hurt_before)
        for one in recorded["recordings"]
        for pain in pains_of(answers_in(one))
    )
    return Case(
        client=person(client, stands),
        readiness=stands.readiness,
        pain=(*pains, *stands.told),
        assessments=results_in(recorded),
        measures=measures_in(recorded),
    )


def body(client: Client, on: date) -> Person:
    """What a cut-off asks about the person: age on that day, and sex."""
    return Person(age=client.age(on), sex=client.sex.value if client.sex else None)


def person(client: Client, stands: Standing) -> Person:
    """The client as the engine knows them on the day of `stands`."""
    known = Person(
        age=client.age(stands.on),
        sex=client.sex.value if client.sex else None,
        equipment=frozenset(client.equipment),
        floor_transfer=client.floor_transfer,
        goal=client.goal or None,
    )
    return stands.dressed(known)
