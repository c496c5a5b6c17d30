"""Two records of one therapist: seen side by side, made one, and taken apart again with all that moved."""

from collections.abc import Callable

import pytest
from flask import Flask

from studio.extensions import db
from studio.models.outreach import Outreach
from studio.models.referrals import Referral
from studio.models.therapist_merges import MOVES
from studio.models.therapists import Therapist, Way, therapist_with_link
from studio.operations import therapist_merges, therapists

from ..browse import Browser
from ..builders import a_referral
from ..people import Cast
from ..therapists import a_therapist, an_outreach

Browse = Callable[..., Browser]


@pytest.fixture
def pair(app: Flask) -> tuple[int, int]:
    """Marit's record, and the one she was given again at her new clinic, with a referral and a contact each."""
    old = a_therapist("Marit Solheim", clinic="Northgate Rehab", email="marit@northgate.example", phone="")
    new = a_therapist("Marit Solheim", clinic="Bridge Clinic", email="m@bridge.example", phone="+442079460188",
                      prefers=Way.fax)  # fmt: skip
    for one in (old, new):
        a_referral(therapist_id=one.id)
        an_outreach(one)
    return old.id, new.id


def belonging(therapist_id: int) -> tuple[int, int]:
    db.session.rollback()
    return tuple(  # type: ignore[return-value]
        db.session.query(model).filter_by(therapist_id=therapist_id).count() for model in (Referral, Outreach)
    )


def test_what_would_become_of_both_is_shown_before_anything_moves(
    pair: tuple[int, int], browse: Browse, people: Cast
) -> None:
    old, new = pair
    browser = browse(people.front_desk)
    page = browser.get("therapist_merges.new", therapist_id=old)
    assert page.select_one(f'a[href="/therapists/{old}/merges/new?with={new}"]')
    said = browser.get("therapist_merges.new", therapist_id=old, **{"with": new}).get_text(" ", strip=True)
    for words in ("Northgate Rehab", "Bridge Clinic", "020 7946 0188", "1 referral, 0 letters", "1 contact move over"):
        assert words in said
    assert belonging(old) == belonging(new) == (1, 1)


def test_two_become_one_and_come_apart_again(pair: tuple[int, int], browse: Browse, people: Cast) -> None:
    old, new = pair
    link = db.session.get_one(Therapist, new).link
    before = db.session.get_one(Therapist, old).values()
    browser = browse(people.coach)
    browser.post("therapist_merges.create", {"with": new, "clinic": "gone"}, therapist_id=old)
    page = browser.follow()
    assert "Two records in one" in page.get_text()
    assert (belonging(old), belonging(new)) == ((2, 2), (0, 0))
    kept = db.session.get_one(Therapist, old)
    assert (kept.clinic, kept.email, kept.phone) == ("Bridge Clinic", "marit@northgate.example", "+442079460188")
    assert therapist_with_link(link) == kept, "the address on paper still leads to her"
    browser.get("therapists.show", therapist_id=new, expect=302)
    assert "Bridge Clinic" in browser.follow().get_text()

    merge_form = page.select_one('form[action$="/undo"]')
    assert merge_form is not None
    browser.http.post(str(merge_form["action"]), data={"csrf_token": browser.token()})
    assert belonging(old) == belonging(new) == (1, 1)
    assert db.session.get_one(Therapist, old).values() == before
    found = therapist_with_link(link)
    assert found is not None
    assert found.id == new


def test_what_was_changed_since_a_merge_stays_when_it_is_taken_back(pair: tuple[int, int], people: Cast) -> None:
    kept, gone = (db.session.get_one(Therapist, id) for id in pair)
    row = therapist_merges.merge(kept, gone, {"clinic"}, by=people.owner)
    therapists.change(kept, {"clinic": "Quay Clinic"}, seen=kept.revision, by=people.owner)
    therapist_merges.undo(row, by=people.owner)
    assert (kept.clinic, kept.phone) == ("Quay Clinic", "")


def test_two_that_are_one_already_are_not_merged_again(pair: tuple[int, int], browse: Browse, people: Cast) -> None:
    old, new = pair
    browser = browse(people.owner)
    browser.post("therapist_merges.create", {"with": new}, therapist_id=old)
    page = browser.post("therapist_merges.create", {"with": old}, therapist_id=new, expect=409)
    assert "Open the record that stayed" in page.get_text()
    browser.post("therapist_merges.create", {"with": old}, therapist_id=old, expect=409)


def test_a_merge_moves_every_kind_of_row_that_names_a_therapist() -> None:
    own = {"therapists", "therapist_revisions", "therapist_merges"}
    naming = {
        table.name
        for table in db.metadata.tables.values()
        if any(key.column.table.name == "therapists" for key in table.foreign_keys)
    }
    assert naming - own == {name for name, *_ in MOVES}
