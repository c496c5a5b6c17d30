"""Each item of the five common patterns of the reference: it counts where it should, from its figure on."""

from collections.abc import Iterable
from itertools import product
from typing import Any

import pytest

from studio.ces.case import Answer, Case, Client, Finding, Measure, Readiness, TestResult
from studio.ces.catalogue import catalogue
from studio.ces.evidence import gather
from studio.ces.presentations import Presentation, presentations, training_notes

from .figures import figures

CAT = catalogue()
PATTERNS = figures("presentations")
MISSING: dict[str, Any] = {"true": True, "left": "left"}
# Groups whose items alone make a pattern possible (possible_if of the reference).
ALONE = {
    "lower_crossed": {"all"},
    "upper_crossed": {"head", "shoulder"},
    "pronation_distortion": {"foot"},
    "shoulder_impingement_pattern": {"mobility"},
    "anterior_knee_pain": {"hip_control", "hip_flexor_length", "ankle", "thigh_balance"},
}


def every(key: str) -> list[tuple[str, str]]:
    return [(pattern, item) for pattern in PATTERNS for item in PATTERNS[pattern][key]]


CORE = [
    (pattern, group, item)
    for pattern in PATTERNS
    for group, items in PATTERNS[pattern]["core"].items()
    for item in items
]
PAIRS = [
    (pattern, one, other)
    for pattern in ("upper_crossed", "pronation_distortion", "shoulder_impingement_pattern")
    for one, other in product(*PATTERNS[pattern]["core"].values())
]


def name(item: str) -> str:
    return item.split(" = ")[0]


def source(item: str) -> str:
    return item.split(".")[0] if is_finding(item) else name(item)


def is_finding(item: str) -> bool:
    return " = " not in item


def case_of(items: Iterable[str], *, short_of: str = "") -> Case:
    """A woman of 40 with these items on her left; for `short_of` the nearest value that does not count."""
    results: list[TestResult] = []
    measures: dict[str, Measure] = {}
    answers: list[Answer] = []
    for item in items:
        key, _, value = item.partition(" = ")
        if ": " in key:
            variant, _, finding = key.partition(": ")
            results += [seen(finding), TestResult("ohsa", variant, CAT.compensations[finding].views)]
        elif is_finding(item):
            results.append(seen(item))
        elif key.startswith("intake."):
            answers.append(Answer(key, MISSING.get(value) or float(value)))
        else:
            counts, _, not_quite = value.partition(" not ")
            number = float(not_quite if item == short_of else counts)
            measures[key] = Measure(key, (number,), "left" if CAT.measures[key].sided else None)
    person = Client(age=40, sex="female")
    return Case(person, Readiness(tuple(answers)), (), tuple(results), tuple(measures.values()))


def seen(compensation: str) -> TestResult:
    one = CAT.compensations[compensation]
    return TestResult(
        one.protocol, views=one.views, findings=(Finding(compensation, "left" if one.has_sides else None),)
    )


def judged(pattern: str, items: Iterable[str], *, short_of: str = "") -> Presentation | None:
    side = "left" if PATTERNS[pattern]["side"] == "left_right" else None
    found = presentations(gather(case_of(items, short_of=short_of), CAT), CAT)
    return next((one for one in found if (one.presentation, one.side) == (pattern, side)), None)


def grade(pattern: str, *items: str) -> str | None:
    found = judged(pattern, [*PATTERNS[pattern]["required"], *items])
    return found.grade if found else None


def base(pattern: str) -> list[str]:
    """Enough for the pattern to be probable."""
    own = PATTERNS[pattern]
    two = [own["core"]["all"][0], own["core"]["all"][1]] if "all" in own["core"] else []
    return [*own["required"], *two, *(items[0] for group, items in own["core"].items() if group != "all")]


def test_all_patterns_of_the_reference_are_there() -> None:
    assert list(CAT.patterns.patterns) == list(PATTERNS)


@pytest.mark.parametrize(("pattern", "group", "item"), CORE)
def test_a_core_item_alone_makes_a_pattern_possible_where_the_reference_says_so(
    pattern: str, group: str, item: str
) -> None:
    if ": " in item:  # the finding itself stands in another group: two groups are probable
        assert grade(pattern, item) == "probable"
    else:
        assert grade(pattern, item) == ("possible" if group in ALONE[pattern] else None)


@pytest.mark.parametrize(("pattern", "one", "other"), PAIRS)
def test_an_item_of_each_group_makes_it_probable_and_a_measure_with_another_source_strong(
    pattern: str, one: str, other: str
) -> None:
    independent = source(one) != source(other)
    measured = bool({one, other} & set(PATTERNS[pattern]["objective"]))
    if pattern == "upper_crossed" and not independent:
        assert grade(pattern, one, other) == "possible"
    else:
        assert grade(pattern, one, other) == ("strong" if measured and independent else "probable")


@pytest.mark.parametrize(
    ("pattern", "item"), [*every("objective"), *every("supporting"), *((one, item) for one, _, item in CORE)]
)
def test_an_item_is_named_for_the_pattern_from_its_figure_on(pattern: str, item: str) -> None:
    found = judged(pattern, [*base(pattern), item])
    assert found is not None
    assert name(item) in found.because
    if " not " in item:
        short = judged(pattern, [*(one for one in base(pattern) if name(one) != name(item)), item], short_of=item)
        assert short is None or name(item) not in short.because


@pytest.mark.parametrize(("pattern", "item"), every("counter"))
def test_what_speaks_against_a_pattern_lowers_it_by_one_step_and_is_named(pattern: str, item: str) -> None:
    against = [one for one in base(pattern) if name(one) != item.partition(": ")[2]]
    against += ["static.rounded_shoulders"] if pattern == "lower_crossed" else []
    steps = [None, "possible", "probable", "strong"]
    if ": " in item:  # it speaks of its own finding, and not where the pelvis is tipped in standing
        against = ["ohsa.low_back_arches", "push.low_back_arches"]
    before, after = judged(pattern, against), judged(pattern, [*against, item])
    assert before is not None
    assert (after.grade if after else None) == steps[steps.index(before.grade) - 1]
    if after:
        assert item in after.counter


@pytest.mark.parametrize(("pattern", "item"), [*every("supporting"), *((one, item) for one, _, item in CORE)])
def test_an_item_that_nobody_tested_is_missing(pattern: str, item: str) -> None:
    others = [one for one in base(pattern) if source(one) != source(item)]
    found = judged(pattern, others)
    assert found is None or name(item) in found.missing


def test_three_places_that_load_the_knee_without_a_complaint_are_a_training_note() -> None:
    knee, heels, front = "ohsa.knee_valgus", "ohsa.heel_rises", "ohsa.knee_dominance"
    assert training_notes(gather(case_of([knee, heels]), CAT), CAT) == ()
    (note,) = training_notes(gather(case_of([knee, heels, front]), CAT), CAT)
    assert (note.presentation, note.side) == ("anterior_knee_pain", "left")
    assert set(note.because) == {knee, heels, front}
    felt = case_of([knee, heels, front, "intake.anterior_knee_discomfort = left"])
    assert training_notes(gather(felt, CAT), CAT) == ()
