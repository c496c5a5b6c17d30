"""Every exercise of the catalogue has a picture, technically right as far as it can be measured."""

import re

import pytest

from studio.ces.catalogue import catalogue
from studio.figures import Drawing, Picture, Words, exercise_picture
from studio.figures.body.skeleton import skeleton
from studio.figures.exercises import Record, record, records
from studio.figures.lint import lint
from studio.figures.muscles import patch_of, table
from studio.figures.reading import BadPose
from studio.figures.shapes import Path, extent

EXERCISES = catalogue().exercises
SIMPLE = {"view": [90, 8], "shows": "Standing.", "panels": [{}]}


def picture(exercise: str, side: str = "") -> Picture:
    drawn = exercise_picture(exercise, side)  # type: ignore[arg-type]
    assert drawn is not None
    return drawn


def letters(drawing: Drawing) -> dict[str, float]:
    return {one.text: one.x for one in drawing.shapes if isinstance(one, Words)}


def test_every_exercise_has_a_picture_and_every_picture_an_exercise() -> None:
    assert set(records()) == set(EXERCISES)
    assert len(records()) == 198


@pytest.mark.parametrize("exercise", sorted(EXERCISES))
def test_the_lint_finds_nothing(exercise: str) -> None:
    assert lint(exercise) == ()


@pytest.mark.parametrize("exercise", sorted(EXERCISES))
def test_a_picture_tells_side_muscle_and_movement(exercise: str) -> None:
    told, drawn = EXERCISES[exercise], records()[exercise]
    assert bool(drawn.side) == told.dose.per_side
    wanted = {patch_of()[muscle] for muscle in (*told.targets, *told.secondary) if muscle in patch_of()}
    shown = {one.patch for one in drawn.view.targets}
    assert shown, "no muscle is shown"
    assert shown <= wanted, f"{shown - wanted} is not what the exercise names: {sorted(wanted)}"
    assert len(drawn.poses) == 1 or any(one.arrows for one in drawn.poses), "two panels without an arrow"
    assert re.match(r"[A-Z].*\.$", drawn.shows)


def test_every_muscle_of_the_exercises_has_a_patch() -> None:
    wanted = {muscle for one in EXERCISES.values() for muscle in (*one.targets, *one.secondary)}
    assert wanted <= set(patch_of()), wanted - set(patch_of())
    assert len(patch_of()) == sum(len(row["of"]) for row in table().values())


@pytest.mark.parametrize("exercise", sorted(name for name, one in EXERCISES.items() if one.dose.per_side))
def test_the_other_side_is_the_mirrored_picture_with_its_letters_changed(exercise: str) -> None:
    for left, right in zip(picture(exercise, "left").panels, picture(exercise, "right").panels, strict=True):
        assert (left.width, left.height) == (right.width, right.height)
        x0, _, x1, _ = extent([one for one in left.shapes if isinstance(one, Path)])
        a0, _, a1, _ = extent([one for one in right.shapes if isinstance(one, Path)])
        assert (x0, x1) == pytest.approx((right.width - a1, right.width - a0))
        for letter, x in letters(left).items():
            assert letters(right)[{"L": "R", "R": "L"}[letter]] == pytest.approx(left.width - x)
    swapped = {"left": "right", "right": "left"}
    said = picture(exercise, "left").alt
    assert re.sub("left|right", lambda found: swapped[found[0]], said) == picture(exercise, "right").alt != said


def test_each_letter_stands_under_its_own_foot() -> None:
    for exercise, drawn in records().items():
        for panel, told in zip(picture(exercise).panels, drawn.poses, strict=True):
            found, bones = letters(panel), skeleton(told)
            feet = {side: drawn.view.camera.flat(bones.legs[side].foot.at(6, 0, -8))[0] for side in ("L", "R")}
            if found:
                assert found["R"] - found["L"] == pytest.approx(feet["R"] - feet["L"], abs=4), exercise


def test_a_drawing_stays_inside_its_frame() -> None:
    for exercise, drawn in records().items():
        for panel in picture(exercise).panels:
            if drawn.view.crop is None:
                left, top, right, bottom = extent(panel.shapes)
                assert left >= 0, exercise
                assert top >= 0, exercise
                assert right <= panel.width, exercise
                assert bottom <= panel.height, exercise


def test_an_exercise_of_a_studios_own_has_no_picture() -> None:
    assert exercise_picture("own_17") is None


def test_both_sides_and_no_side_are_drawn_as_written() -> None:
    exercise = next(name for name, one in records().items() if one.side)
    assert picture(exercise, "both") is picture(exercise) is picture(exercise, records()[exercise].side)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"view": [90]}, "view: expected 2 numbers"),
        ({"shows": "The {side} leg."}, "shows"),
        ({"side": "right"}, "shows"),
        ({"side": "right", "shows": "The right leg of {side}."}, "shows"),
        ({"targets": ["heart"]}, "no muscle patch"),
        ({"from": "handstand"}, "no stance"),
        ({"panels": []}, "one or two"),
        ({"props": [["sofa", 1]]}, "no prop"),
        ({"panels": [{"arrows": [["track", "kneeR"]]}]}, "first panel"),
        ({"panels": [{}, {"arrows": [["track", "noseR"]]}]}, "no joint"),
        ({"crop": {"at": "kneeR"}}, "crop"),
        ({"colour": "red"}, "unknown"),
    ],
)
def test_a_wrong_record_is_refused(wrong: dict, said: str) -> None:
    with pytest.raises(BadPose) as refused:
        record(SIMPLE | wrong, "here")
    assert said in str(refused.value)


def test_a_plain_record_is_read() -> None:
    read = record(SIMPLE, "here")
    assert isinstance(read, Record)
    assert read.side == ""
