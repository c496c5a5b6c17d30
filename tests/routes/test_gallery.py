"""The gallery: every picture with what is wrong with it, and notes that somebody sees to."""

from collections.abc import Callable

from bs4 import BeautifulSoup

from studio.ces.catalogue import catalogue

from ..browse import Browser
from ..people import Cast

Browse = Callable[..., Browser]
WRONG = "The knee bends the wrong way <b>here</b>"


def names(page: BeautifulSoup) -> list[str]:
    return [card.get_text(strip=True) for card in page.select(".gallery__card b")]


def test_every_picture_hangs_on_the_wall(browse: Browse, people: Cast) -> None:
    coach, found = browse(people.coach), []
    page = coach.get("gallery.index")
    while True:
        found += names(page)
        assert all(image["src"] for image in page.select(".gallery__picture img"))
        following = page.select_one("a[rel=next]")
        if following is None:
            break
        page = coach._answer(coach.http.get(str(following["href"])), 200, False)
    assert sorted(found) == sorted(drill.name for drill in catalogue().exercises.values())


def test_pictures_are_searched_like_the_library(browse: Browse, people: Cast) -> None:
    coach = browse(people.coach)
    assert "Glute bridge" in names(coach.get("gallery.index", q="glute bridge"))
    empty = coach.get("gallery.index", q="xyzzy")
    assert names(empty) == []
    assert "No picture found" in empty.get_text()


def test_a_one_sided_picture_is_shown_for_both_sides_and_says_what_it_shows(browse: Browse, people: Cast) -> None:
    page = browse(people.coach).get("gallery.show", exercise_id="len_calf_wall_straight")
    said = [caption.get_text() for caption in page.select("figcaption")]
    assert len(said) == 2
    assert {"left" in one for one in said} == {True, False}
    assert "Nothing is wrong with floor" in page.get_text()


def test_a_note_stands_beside_its_picture_until_somebody_has_seen_to_it(browse: Browse, people: Cast) -> None:
    coach, owner = browse(people.coach), browse(people.owner)
    here = {"exercise_id": "act_clam"}
    coach.post("picture_notes.create", {"words": WRONG}, **here)
    page = owner.get("gallery.show", **here)
    note = page.select_one(".gallery__note")
    assert note is not None
    assert WRONG in note.get_text()
    assert people.coach.name in note.get_text()
    assert names(owner.get("gallery.index", noted="y")) == ["Side-lying clam"]

    form = note.select_one("form")
    assert form is not None
    note_id = int(str(form["action"]).split("/")[-2])
    owner.post("picture_notes.settle", {}, note_id=note_id, **here)
    page = owner.get("gallery.show", **here)
    assert page.select_one(".gallery__note") is None
    assert f"settled by {people.owner.name}" in page.get_text()
    assert names(owner.get("gallery.index", noted="y")) == []

    owner.post("picture_notes.open_again", {}, note_id=note_id, **here)
    assert owner.get("gallery.show", **here).select_one(".gallery__note") is not None


def test_an_empty_note_says_what_to_do_and_a_long_one_stays(browse: Browse, people: Cast) -> None:
    coach, here = browse(people.coach), {"exercise_id": "act_clam"}
    empty = coach.post("picture_notes.create", {"words": " "}, expect=422, **here)
    assert "Say what looks wrong" in empty.get_text()
    long = "x" * 501
    page = coach.post("picture_notes.create", {"words": long}, expect=422, **here)
    box = page.select_one("textarea[name=words]")
    assert box is not None
    assert long in box.get_text()


def test_a_note_of_another_picture_is_not_found_here(browse: Browse, people: Cast) -> None:
    coach = browse(people.coach)
    coach.post("picture_notes.create", {"words": WRONG}, exercise_id="act_clam")
    page = coach.get("gallery.show", exercise_id="act_clam")
    form = page.select_one(".gallery__note form")
    assert form is not None
    note_id = int(str(form["action"]).split("/")[-2])
    coach.post("picture_notes.settle", {}, expect=404, exercise_id="act_dead_bug", note_id=note_id)
