"""What can be stated about a measure, and what all of it comes to."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.ces.case import Case, Client, Measure
from studio.ces.catalogue import catalogue
from studio.ces.interchange import read_case, write_case
from studio.models.fields import FieldError, Stated
from studio.models.measure_fields import check, measures_of, number, number_fields
from studio.models.measure_view import MeasureLine, measure_lines
from studio.models.recorded import measures_in
from tests.examples import examples

WOMAN = Client(age=72, sex="female")


def said(**values: str) -> dict[str, Stated]:
    """Answers by field, with two underscores for a colon."""
    return {f"m:{name.replace('__', ':')}": Stated(value) for name, value in values.items()}


def lines(answers: dict[str, Stated], person: Client = WOMAN) -> dict[str, MeasureLine]:
    return {one.id: one for one in measure_lines(answers, person)}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("m:knee_to_wall_cm:left:1", "9.5"),
        ("m:knee_to_wall_cm:right:3", "9.52"),
        ("m:modified_thomas_thigh_deg:left:1", "-12"),
        ("m:four_stage_balance:mid:4", "10"),
        ("m:chair_stand_30s:mid:arms", "yes"),
        ("m:stay_independent:mid:fallen", "no"),
        ("m:hip_ir_deg:way", "passive"),
        ("m:tug_s", "not_tested"),
        ("pain:hip_ir_deg", "hip.left.4"),
        ("pain:pain_nprs:knee", "knee.both.x"),
    ],
)
def test_it_can_be_stated_and_taken_back(field: str, value: str) -> None:
    check(field, value)
    check(field, "")


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("m:knee_to_wall_cm:left:4", "9.5", "There is no such measure"),
        ("m:knee_to_wall_cm:mid:1", "9.5", "There is no such measure"),
        ("m:tug_s:left:1", "9", "There is no such measure"),
        ("m:shoulder_trom_deg:left:1", "150", "There is no such measure"),
        ("m:chair_stand_30s:left:arms", "yes", "There is no such measure"),
        ("m:wall:left:1", "9", "There is no such measure"),
        ("m:knee_to_wall_cm:left:1", "25.1", "Knee-to-wall distance: enter 0 to 25 cm"),
        ("m:knee_to_wall_cm:left:1", "-1", "Knee-to-wall distance: enter 0 to 25 cm"),
        ("m:hip_ir_deg:left:1", "81", "Hip internal rotation: enter 0 to 80°"),
        ("m:hip_ir_deg:left:1", "30.5", "Hip internal rotation: enter whole numbers"),
        ("m:tug_s:mid:1", "9.25", "Timed Up and Go: enter at most 1 decimal"),
        ("m:tug_s:mid:1", "nine", "Timed Up and Go: enter a number"),
        ("m:tug_s:mid:1", "9.0", "Timed Up and Go: enter a number"),
        ("m:tug_s:mid:1", "09", "Timed Up and Go: enter a number"),
        ("m:tug_s", "yes", "This measure cannot say that"),
        ("m:hip_ir_deg:way", "asleep", "This measure cannot say that"),
        ("pain:pain_nprs:knee", "hip.left.4", "This measure cannot say that"),
    ],
)
def test_nonsense_is_refused_in_words(field: str, value: str, why: str) -> None:
    with pytest.raises(FieldError, match=why):
        check(field, value)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("9,5", "9.5"), (" 9.50 ", "9.5"), ("09", "9"), (".5", "0.5"), ("-0", "0"), ("−12", "-12"), ("10", "10")],
)
def test_a_number_is_kept_as_short_as_it_goes(typed: str, read: str) -> None:
    assert number(typed) == read


@pytest.mark.parametrize("typed", ["", "nine", "9.5 cm", "1e3", "--1", "99999"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert number(typed) is None


def bounds() -> Iterator[tuple[str, str]]:
    for field, kind in number_fields().items():
        yield from ((field, f"{edge:g}") for edge in (kind.low, kind.high))


@pytest.mark.parametrize(("field", "value"), sorted(set(bounds()))[::4])
def test_the_bounds_themselves_can_be_stated(field: str, value: str) -> None:
    check(field, value)


def test_every_measure_but_the_sum_can_be_typed() -> None:
    assert {kind.id for kind in number_fields().values()} == set(catalogue().measures) - {"shoulder_trom_deg"}


def test_the_best_of_the_trials_counts() -> None:
    answers = said(knee_to_wall_cm__left__1="7", knee_to_wall_cm__left__3="9.5")
    assert measures_of(answers) == (Measure("knee_to_wall_cm", (9.5,), "left"),)
    side = lines(answers)["knee_to_wall_cm"].sides[0]
    assert (side.value, side.made_of) == ("9.5 cm", "best of 7, 9.5 cm, 1 of 3 not taken")


def test_a_measure_that_was_not_tested_or_hurt_gives_nothing() -> None:
    skipped = said(tug_s__mid__1="9", tug_s="not_tested")
    sore = said(tug_s__mid__1="9") | {"pain:tug_s": Stated("hip.left.4")}
    assert measures_of(skipped) == measures_of(sore) == ()
    assert (lines(skipped)["tug_s"].state, lines(sore)["tug_s"].state) == ("Not tested", "Stopped for pain: left hip")


def test_arms_used_count_as_no_stand() -> None:
    answers = said(chair_stand_30s__mid__1="12", chair_stand_30s__mid__arms="yes")
    assert measures_of(answers) == (Measure("chair_stand_30s", (12.0,), used_arms=True),)
    side = lines(answers)["chair_stand_30s"].sides[0]
    assert (side.value, side.says) == ("0 stands", "At risk of falling")


def test_a_verdict_stands_with_its_rule_and_source() -> None:
    side = lines(said(tug_s__mid__1="12.4"))["tug_s"].sides[0]
    assert (side.says, side.rule, side.tone) == ("At risk of falling", "12 s or more (US CDC 2017)", "care")
    fine = lines(said(tug_s__mid__1="11.9"))["tug_s"].sides[0]
    assert (fine.says, fine.rule, fine.tone) == ("Not at risk by this test", "below 12 s (US CDC 2017)", "fine")


@pytest.mark.parametrize(
    ("answers", "person", "says"),
    [
        (said(chair_stand_30s__mid__1="3"), Client(age=59, sex="female"), "no cut-off for this age and sex"),
        (said(chair_stand_30s__mid__1="3"), Client(sex="female"), "the client’s age is not known"),
        (said(ake_deficit_deg__left__1="35"), Client(age=40), "the client’s sex is not recorded"),
        (said(sls_ec_s__left__1="3"), WOMAN, "for context only"),
        (said(four_stage_balance__mid__1="10"), WOMAN, "the position that decides was not reached"),
        (said(shoulder_ir_deg__left__1="60", shoulder_er_deg__left__1="90"), WOMAN, "both sides are needed"),
    ],
)
def test_without_a_norm_there_is_no_verdict_and_it_says_why(
    answers: dict[str, Stated], person: Client, says: str
) -> None:
    last = list(lines(answers, person).values())[-1].sides[0]
    assert (last.says, last.rule, last.tone) == (f"No verdict: {says}", "", "plain")


def test_sides_that_differ_enough_are_noted() -> None:
    apart = said(knee_to_wall_cm__left__1="9.5", knee_to_wall_cm__right__1="12")
    assert lines(apart)["knee_to_wall_cm"].difference == "Left 2.5 cm less than right: note it, the limit is 2 cm"
    alike = said(hip_flexion_deg__left__1="120", hip_flexion_deg__right__1="118")
    assert lines(alike)["hip_flexion_deg"].difference == "Left 2° more than right. No limit is known"


def test_inches_change_the_words_and_not_the_verdict() -> None:
    answers = said(knee_to_wall_cm__left__1="7.99")
    cm, inches = (measure_lines(answers, Client(age=40), unit)[0].sides[0] for unit in ("cm", "in"))
    assert (cm.value, inches.value) == ("7.99 cm", "3.15 in")
    assert cm.says == inches.says == "Restricted"


def snapshot_of(answers: dict[str, Stated]) -> dict[str, object]:
    stated = {field: [one.value] for field, one in answers.items()}
    return {"recordings": [{"protocol": "measures", "variant": "standard", "answers": stated}]}


def test_a_snapshot_gives_back_its_measures() -> None:
    answers = said(tug_s__mid__1="9")
    assert measures_in(snapshot_of(answers)) == measures_of(answers)
    assert measures_in({"recordings": []}) == ()


@given(st.data())
@examples(40)
def test_whatever_is_stated_the_case_can_be_written_and_read_again(data: st.DataObject) -> None:
    fields = data.draw(st.lists(st.sampled_from(sorted(number_fields())), min_size=1, max_size=8, unique=True))
    answers = {}
    for field in fields:
        kind = number_fields()[field]
        value = data.draw(st.sampled_from([kind.low, kind.high, *kind.plausible]))
        answers[field] = Stated(f"{value:g}")
    measures = measures_of(answers)
    written = write_case(Case(measures=measures), catalogue())
    assert read_case({"measures": written["measures"]}).measures == measures
    assert len(measure_lines(answers, WOMAN)) == len({one.measure for one in measures})
