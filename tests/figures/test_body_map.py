"""The body map: every muscle has its place, on its own side, told apart without colour."""

import pytest

from studio.ces.catalogue import catalogue
from studio.figures import Drawing, Words, body_map, muscles_of, on_map, svg
from studio.figures.shapes import Path, extent

MUSCLES = (*catalogue().muscles, *catalogue().groups)


def marked(drawing: Drawing) -> dict[str, Path]:
    return {
        one.name: one for one in drawing.shapes if isinstance(one, Path) and one.name and one.fill in ("over", "under")
    }


def middle(drawing: Drawing, path: Path) -> float:
    left, _, right, _ = extent([path])
    return (left + right) / 2 - drawing.width / 2


def test_every_muscle_and_group_has_a_place() -> None:
    assert set(MUSCLES) <= on_map()


@pytest.mark.parametrize("muscle", sorted(catalogue().muscles))
def test_a_muscle_is_drawn_on_the_views_and_the_side_that_the_catalogue_says(muscle: str) -> None:
    for side, letter in (("left", "L"), ("right", "R")):
        front, back = body_map([(muscle, side)], [])
        found = {"front": marked(front), "back": marked(back)}
        for view in catalogue().muscles[muscle].map_views:
            assert found[view], view
        for view, paths in found.items():
            for name, path in paths.items():
                assert name.split(":")[0] == view
                assert name.endswith(f":{letter}")
                assert muscle in muscles_of(name)
                # From the front the client's right is on the picture's left, from the back on its right.
                on_the_right = middle(front if view == "front" else back, path) > 0
                assert on_the_right == ((letter == "L") == (view == "front")), name


def test_the_letters_stand_on_the_clients_sides() -> None:
    front, back = body_map([], [])
    for drawing, mirrored in ((front, True), (back, False)):
        x = {one.text: one.x for one in drawing.shapes if isinstance(one, Words)}
        assert (x["R"] < x["L"]) == mirrored


def test_overactive_is_solid_and_underactive_hatched() -> None:
    front, _ = body_map([("pectoralis_major", "both")], [("tibialis_anterior", "left")])
    found = marked(front)
    assert {name: path.hatched for name, path in found.items()} == {
        "front:pectoralis_major:L": False,
        "front:pectoralis_major:R": False,
        "front:tibialis_anterior:L": True,
    }
    assert svg(front).count("line-under_edge") == 2, "the edge and the hatch of the one that is hatched"


def test_a_muscle_marked_both_ways_shows_both() -> None:
    front, _ = body_map([("rectus_femoris", "right")], [("rectus_femoris", "both")])
    found = marked(front)
    right, left = found["front:rectus_femoris:R"], found["front:rectus_femoris:L"]
    assert (right.fill, right.hatched) == ("over", True)
    assert (left.fill, left.hatched) == ("under", True)


def test_a_deep_muscle_is_drawn_only_when_it_is_marked_and_with_a_dashed_edge() -> None:
    bare, _ = body_map([], [])
    shown, _ = body_map([("psoas_major", "right")], [])
    assert not any("iliopsoas" in one.name for one in bare.shapes if isinstance(one, Path))
    assert marked(shown)["front:iliopsoas:R"].dashed


def test_the_words_say_what_is_marked_and_on_which_side() -> None:
    front, back = body_map([("soleus", "left")], [("gluteus_medius", "right")])
    assert "soleus left probably overactive" in back.alt
    assert "gluteus medius right probably underactive" in back.alt
    assert front.alt == "Body from the front: no muscle is marked."


def test_an_unknown_muscle_marks_nothing() -> None:
    front, back = body_map([("tail", "both")], [])
    assert marked(front) == marked(back) == {}
