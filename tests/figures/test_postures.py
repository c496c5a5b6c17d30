"""The cards of what we saw beside what we want: one for every compensation, right in its side and its size."""

import re
from itertools import product
from math import dist

import pytest

from studio.ces.catalogue import catalogue
from studio.figures import SawWant, posture_cards
from studio.figures.body.joints import JOINTS, joint
from studio.figures.body.skeleton import skeleton
from studio.figures.lint import pose_findings
from studio.figures.pose import Aim, Pose
from studio.figures.postures import card_of, cards, poses
from studio.figures.reading import BadPose
from studio.figures.shapes import Drawing, Path, Words, extent

EVERY = sorted(catalogue().compensations)
SIDED = [one for one in EVERY if catalogue().compensations[one].laterality != "midline"]
BOTH = [one for one in EVERY if catalogue().compensations[one].laterality == "sided" and not cards()[one].alone]


def moved(one: Pose, other: Pose) -> dict[str, float]:
    """How far every joint lies from where it is in the other pose; a foot's roll and a blade's wing count too."""
    a, b = skeleton(one), skeleton(other)
    far = {name: dist(joint(a, name), joint(b, name)) for name in JOINTS}
    for side in ("L", "R"):
        far[f"wing{side}"] = abs(one.wing[side] - other.wing[side])
        far[f"roll{side}"] = abs(rolled(one, side) - rolled(other, side)) / 2
    return far


def rolled(pose: Pose, side: str) -> float:
    foot = pose.foot["L" if side == "L" else "R"]
    return foot.evert if isinstance(foot, Aim) else 0.0


def letters(drawing: Drawing) -> dict[str, float]:
    return {one.text: one.x for one in drawing.shapes if isinstance(one, Words)}


def said(pair: SawWant) -> list[str]:
    return re.findall(r"\w+", pair.saw.alt)


def test_every_compensation_has_a_card_and_nothing_else_has() -> None:
    assert sorted(cards()) == EVERY
    assert posture_cards("ohsa.nothing") is None


@pytest.mark.parametrize("name", EVERY)
def test_nobody_on_a_card_does_what_no_person_can(name: str) -> None:
    sides = ("right", "both") if name in SIDED else ("",)
    for side, severity in product(sides, (1, 2)):
        assert [pose_findings(one) for one in poses(name, side, severity)] == [(), ()], (side, severity)


@pytest.mark.parametrize("name", EVERY)
def test_a_mild_fault_lies_between_what_we_want_and_a_marked_one(name: str) -> None:
    marked, want = poses(name, "right", 2)
    mild, _ = poses(name, "right", 1)
    whole = moved(marked, want)
    most = max(whole, key=whole.__getitem__)
    assert whole[most] > 3
    assert 0.25 < moved(mild, want)[most] / whole[most] < 0.9
    assert moved(mild, marked)[most] > 0.1 * whole[most]


@pytest.mark.parametrize("name", EVERY)
def test_what_points_at_the_fault_is_in_both_pictures_and_both_have_one_size(name: str) -> None:
    pair = posture_cards(name, "right", 2)
    assert pair
    assert pair.saw.height == pytest.approx(pair.want.height)
    for drawing, colour, other in ((pair.saw, "bad", "good"), (pair.want, "good", "bad")):
        marks = [one for one in drawing.shapes if isinstance(one, Path) and colour in (one.edge, one.fill)]
        assert marks
        left, top, right, bottom = extent(marks)
        assert left >= -1
        assert top >= -1
        assert right <= drawing.width + 1
        assert bottom <= drawing.height + 1
        assert not [one for one in drawing.shapes if isinstance(one, Path) and other in (one.edge, one.fill)]


@pytest.mark.parametrize("name", SIDED)
def test_the_left_side_is_the_mirror_of_the_right_one_and_keeps_the_clients_letters(name: str) -> None:
    right, left = posture_cards(name, "right", 2), posture_cards(name, "left", 2)
    assert right
    assert left
    for one, other in ((right.saw, left.saw), (right.want, left.want)):
        swapped = {"L" if text == "R" else "R": one.width - x for text, x in letters(one).items()}
        assert letters(other) == pytest.approx(swapped)
        paths, twins = ([s for s in drawing.shapes if isinstance(s, Path)] for drawing in (one, other))
        for path, twin in zip(paths, twins, strict=True):
            x, y = path.rings[0].start
            assert twin.rings[0].start == pytest.approx((one.width - x, y))


@pytest.mark.parametrize("name", BOTH)
def test_both_sides_show_the_fault_on_both(name: str) -> None:
    one_side, want = poses(name, "right", 2)
    both, _ = poses(name, "both", 2)
    alone, together = moved(one_side, want), moved(both, want)
    most = max((joint for joint in alone if joint.endswith("R")), key=alone.__getitem__)
    twin = f"{most[:-1]}L"
    assert together[most] > 3
    assert together[twin] > max(1, 0.15 * together[most])
    assert abs(together[twin] - alone[twin]) > 1


@pytest.mark.parametrize("name", EVERY)
def test_a_card_says_in_words_what_it_shows_and_on_which_side(name: str) -> None:
    both, right, left = (posture_cards(name, side) for side in ("both", "right", "left"))
    assert both
    assert right
    assert left
    for drawing in (both.saw, both.want, right.saw, right.want, left.saw, left.want):
        assert drawing.alt.endswith(".")
        assert "{" not in drawing.alt
    assert ("right" in said(right)) == ("left" in said(left)) == (name in SIDED)
    assert both.saw.alt != both.want.alt
    assert not {"left", "right"} & {*said(both)}


WANT = {"root": [0, 0, 88]}
ROW = {"view": [0, 5], "saw": {"lean": 4}, "shows": "It leans.", "wants": "It stands."}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"vue": 3}, "here: needs view, saw, shows and wants"),
        ({"view": [0]}, "here.view: expected 2 numbers"),
        ({"saw": {"lean": "much"}}, "here.saw.lean: expected a number"),
        ({"want": {"legR": [1]}}, "here.want.legR: expected 4 numbers"),
        ({"marks": [["ring", "kneeR"]]}, "here.marks: expected one of"),
        ({"marks": [["line", ["kneeR", "nose"]]]}, "here.marks: no joint 'nose'"),
        ({"crop": {"at": "kneeR"}}, "here.crop: expected at"),
    ],
)
def test_a_wrong_card_is_refused_with_the_place_of_the_mistake(changed: dict, said: str) -> None:
    with pytest.raises(BadPose) as refused:
        card_of({"want": WANT}, ROW | changed, "here")
    assert str(refused.value).startswith(said)
