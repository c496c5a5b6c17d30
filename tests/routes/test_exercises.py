"""The library: found by words, phase, muscle and kit; read whole."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from studio.ces.catalogue import catalogue

from ..browse import Browser
from ..people import Cast

Browse = Callable[..., Browser]


def found(page: BeautifulSoup) -> list[str]:
    return [card.get_text(strip=True) for card in page.select(".exercise-card b")]


def test_all_exercises_can_be_leafed_through(browse: Browse, people: Cast) -> None:
    coach = browse(people.coach)
    names: list[str] = []
    page = coach.get("exercises.index")
    while True:
        names += found(page)
        following = page.select_one("a[rel=next]")
        if following is None:
            break
        page = coach._answer(coach.http.get(str(following["href"])), 200, False)
    assert sorted(names) == sorted(drill.name for drill in catalogue().exercises.values())


@pytest.mark.parametrize(
    ("search", "has", "lacks"),
    [
        ({"q": "glute bridge"}, "Glute bridge", "Calf roll on the floor"),
        ({"q": "calf", "phase": "lengthen"}, "Straight-knee wall calf stretch", "Calf roll on the floor"),
        ({"muscle": "soleus", "phase": "inhibit"}, "Calf roll on the floor", "Hamstring roll"),
        ({"kit": "household", "phase": "inhibit"}, "", "Calf roll on the floor"),
        ({"kit": "foam_roller", "q": "calf"}, "", "Seated calf stick roll"),
        ({"home": "y", "q": "contract-relax"}, "", "Calf contract-relax (coach)"),
    ],
)
def test_the_library_is_searched_by(browse: Browse, people: Cast, search: dict[str, str], has: str, lacks: str) -> None:
    names = found(browse(people.coach).get("exercises.index", **search))
    assert not has or has in names
    assert lacks not in names


def test_nothing_found_says_what_to_do(browse: Browse, people: Cast) -> None:
    page = browse(people.coach).get("exercises.index", q="trampoline")
    assert "Nothing found" in page.get_text()


def test_a_search_that_makes_no_sense_finds_as_if_it_were_left_out(browse: Browse, people: Cast) -> None:
    page = browse(people.coach).get("exercises.index", phase="dance", muscle="wing", kit="submarine", page="-3")
    assert "198 exercises" in page.get_text()


def test_every_exercise_has_a_page(browse: Browse, people: Cast) -> None:
    coach = browse(people.coach)
    for drill in list(catalogue().exercises.values())[::9]:
        words = coach.get("exercises.show", exercise_id=drill.id).get_text(" ", strip=True)
        for expected in (drill.name, *drill.cues, drill.feel_it_here, drill.common_fault):
            assert expected in words
        assert "NASM" not in words, "marks of others stay out of the product"
    coach.get("exercises.show", exercise_id="no_such_drill", expect=404)


def test_the_library_is_for_coaches(browse: Browse, people: Cast) -> None:
    browse(people.front_desk).get("exercises.index", expect=403)
    browse().get("exercises.index", expect=302)
