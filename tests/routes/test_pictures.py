"""Pictures of exercises: files that a browser keeps, behind the sign-in."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from flask import Flask

from ..browse import Browser
from ..builders import a_client
from ..people import Cast
from ..programmes import KIT, a_draft, issue

Browse = Callable[..., Browser]
CLAM = "/pictures/act_clam/left/all.svg"


def test_a_picture_is_kept_by_the_browser_under_an_address_that_changes_with_it(app: Flask, browse: Browse) -> None:
    page = browse(Cast().coach).get("exercises.show", exercise_id="act_clam")
    (picture,) = page.select(".exercise-picture img")
    assert str(picture["alt"]).startswith("Lying on")
    answer = browse(Cast().coach).http.get(str(picture["src"]))
    assert answer.mimetype == "image/svg+xml"
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert ElementTree.fromstring(answer.text).tag.endswith("svg")
    assert browse(Cast().coach).http.get(CLAM).headers["Cache-Control"] == "no-store"
    assert browse(Cast().coach).http.get(f"{CLAM}?v=old").headers["Cache-Control"] == "no-store"


def test_nobody_sees_a_picture_without_a_sign_in(app: Flask, browse: Browse) -> None:
    assert browse().http.get(CLAM).status_code == 302
    assert browse(Cast().front_desk).http.get(CLAM).status_code == 200


def test_left_and_right_differ_and_a_small_one_is_the_last_panel(app: Flask, browse: Browse) -> None:
    coach = browse(Cast().coach).http
    left, right, small = (
        coach.get(f"/pictures/act_clam/{which}.svg").text for which in ("left/all", "right/all", "left/last")
    )
    assert left != right
    assert left.count("<svg") == 3
    assert small.count("<svg") == 2


@pytest.mark.parametrize("path", ["no_such/left/all", "act_clam/above/all", "act_clam/left/first"])
def test_what_is_not_drawn_is_not_there(app: Flask, browse: Browse, path: str) -> None:
    assert browse(Cast().coach).http.get(f"/pictures/{path}.svg").status_code == 404


def test_the_lines_of_a_programme_show_their_pictures(app: Flask, browse: Browse) -> None:
    draft = a_draft(a_client("Maria Smith", equipment=KIT))
    coach = browse(Cast().coach)
    lines = coach.get("programmes.show", programme_id=draft.programme_id).select(".exercise-line")
    for row, line in zip(draft.on_sheet, lines, strict=True):
        (picture,) = line.select("img")
        side = row.value.side
        assert str(picture["src"]).startswith(f"/pictures/{row.exercise}/{side}/last.svg?v=")
        assert picture["alt"], "where the body is and what is needed"
        assert coach.http.get(str(picture["src"])).status_code == 200
    page = coach.get("programme_versions.show", programme_id=draft.programme_id, number=issue(draft).number)
    assert len(page.select(".exercise-line img")) == len(lines)


def test_what_can_be_taken_instead_is_chosen_by_its_picture(app: Flask, browse: Browse) -> None:
    draft = a_draft(a_client("Maria Smith", equipment=KIT))
    row = draft.on_sheet[0]
    coach = browse(Cast().coach)
    options = coach.get("swaps.new", programme_id=draft.programme_id, prescription_id=row.id).select(".options__item")
    assert options
    assert all(option.select_one("img") for option in options)
    page = coach.get("programmes.show", programme_id=draft.programme_id)
    assert all(item.select_one("img") for item in page.select(".aside-list--out .aside-list__item"))


def test_the_library_shows_them_too(app: Flask, browse: Browse) -> None:
    cards = browse(Cast().coach).get("exercises.index").select(".exercise-card")
    assert all(card.select("img[src*='/both/last.svg']") for card in cards)
