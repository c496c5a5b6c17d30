"""The person in the pictures: bones that keep their length, limbs that reach, a mirror that keeps sides apart."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.figures.body.joints import JOINTS, joint
from studio.figures.body.skeleton import FOREARM, SHANK, THIGH, UPPER_ARM, Skeleton, skeleton
from studio.figures.camera import Camera
from studio.figures.reading import BadPose, merged, pose
from tests.examples import examples
from tests.figures.mirror import other_side

degrees = st.integers(-60, 60)
spots = st.tuples(st.integers(-60, 60), st.integers(-60, 60), st.integers(0, 180)).map(list)
poses = st.fixed_dictionaries(
    {},
    optional={
        "pitch": st.integers(-120, 120),
        "turn": degrees,
        "lean": degrees,
        "spine": st.tuples(degrees, degrees).map(list),
        "side": degrees,
        "twist": degrees,
        "look": degrees,
        "armR": st.tuples(st.integers(0, 180), degrees, degrees, st.integers(0, 140)).map(list),
        "armL": st.fixed_dictionaries({"to": spots}),
        "legR": st.tuples(degrees, degrees, degrees, st.integers(0, 140)).map(list),
        "legL": st.fixed_dictionaries({"to": spots}),
        "footR": degrees,
    },
)


def bones(record: dict) -> Skeleton:
    return skeleton(pose(record, "here"))


@given(poses)
@examples(60)
def test_bones_keep_their_length_in_any_pose(record: dict) -> None:
    one = bones(record)
    for side in ("L", "R"):
        at = {name: joint(one, f"{name}{side}") for name in ("hip", "knee", "ankle", "shoulder", "elbow", "wrist")}
        assert dist(at["hip"], at["knee"]) == pytest.approx(THIGH)
        assert dist(at["knee"], at["ankle"]) == pytest.approx(SHANK)
        assert dist(at["shoulder"], at["elbow"]) == pytest.approx(UPPER_ARM)
        assert dist(at["elbow"], at["wrist"]) == pytest.approx(FOREARM)


@given(poses)
@examples(60)
def test_a_limb_is_where_it_was_told_or_the_miss_is_known(record: dict) -> None:
    one = bones(record)
    missed = {miss.limb: miss.by for miss in one.misses}
    for limb, end in (("armL", "wristL"), ("legL", "ankleL")):
        if isinstance(record.get(limb), dict):
            assert dist(joint(one, end), record[limb]["to"]) == pytest.approx(missed.get(limb, 0), abs=1.01)


@given(poses)
@examples(60)
def test_the_other_side_is_the_mirror(record: dict) -> None:
    one, other = bones(record), bones(other_side(record))
    for name in JOINTS:
        twin = f"{name[:-1]}{'L' if name[-1] == 'R' else 'R'}" if name[-1] in "LR" else name
        x, y, z = joint(other, twin)
        assert joint(one, name) == pytest.approx((x, -y, z), abs=1e-6), name


def test_the_clients_right_is_on_the_pictures_left_from_the_front_and_on_its_right_from_the_back() -> None:
    standing = bones({})
    front, back = Camera(0, 7), Camera(180, 7)
    assert front.flat(joint(standing, "handR"))[0] < front.flat(joint(standing, "handL"))[0]
    assert back.flat(joint(standing, "handR"))[0] > back.flat(joint(standing, "handL"))[0]


def test_from_the_right_the_client_looks_to_the_pictures_right_and_the_right_limbs_are_near() -> None:
    standing, camera = bones({}), Camera(90, 7)
    assert camera.flat(joint(standing, "toeR"))[0] > camera.flat(joint(standing, "heelR"))[0]
    assert camera.depth(joint(standing, "kneeR")) > camera.depth(joint(standing, "kneeL"))


def test_a_later_record_overrides_an_earlier_one_and_one_side_overrides_both() -> None:
    first = {"arm": [1, 0, 0, 0], "legR": [9, 0, 0, 0], "props": [["mat", 0, 1, 0, 1]]}
    whole = merged(first, {"leg": [2, 0, 0, 0], "armR": [3, 0, 0, 0], "props": [["ball", [0, 0, 0], 3]]})
    assert whole["legR"] == whole["legL"] == [2, 0, 0, 0]
    assert (whole["armL"], whole["armR"]) == ([1, 0, 0, 0], [3, 0, 0, 0])
    assert [one[0] for one in whole["props"]] == ["mat", "ball"]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"pich": 4}, "unknown ['pich']"),
        ({"pitch": "flat"}, "here.pitch: expected a number"),
        ({"armL": [1, 2, 3]}, "here.armL: expected 4 numbers"),
        ({"legR": {"too": [0, 0, 0]}}, "here.legR: expected some of"),
        ({"legR": {"pole": [0, 0, 1]}}, "here.legR: needs “to”"),
        ({"handR": {"dir": [1, 0]}}, "here.handR.dir: expected 3 numbers"),
        ({"grip": "X"}, "here.grip"),
        ({"arrows": [["spin"]]}, "here.arrows[0]"),
        ({"props": ["mat"]}, "here.props[0]"),
        ({"over": [["foreR", "nose"]]}, "here.over"),
    ],
)
def test_a_wrong_record_is_refused_with_the_place_of_the_mistake(record: dict, said: str) -> None:
    with pytest.raises(BadPose, match=r"^here") as refused:
        pose(record, "here")
    assert said in str(refused.value)
