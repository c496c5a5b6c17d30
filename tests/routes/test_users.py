"""The owner lets people in and out; one-time passwords are seen once; a studio is never left without an owner."""

from collections.abc import Callable

import pytest

from studio.extensions import db
from studio.models.database import write
from studio.models.events import Event
from studio.models.users import Role, User

from ..browse import Browser
from ..people import PASSWORD, Cast

Browse = Callable[..., Browser]
KIM = {"name": "Kim Osei", "email": "Kim@Northside.example", "role": "coach", "credential": "CES"}


def answers(user: User, **changes: str) -> dict[str, str]:
    """The edit form of a user as it stands, with changes; an unticked box is not sent."""
    told = {"name": user.name, "email": user.email, "role": user.role.value, "credential": user.credential}
    return {name: value for name, value in (told | {"active": "y"} | changes).items() if value or name != "active"}


def test_a_new_person_signs_in_with_the_password_shown_once(browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    page = owner.post("users.create", KIM, expect=201)
    shown = page.select_one(".one-time__password")
    assert shown is not None
    password = shown.get_text()
    assert password not in owner.get("users.index").get_text()
    with owner.http.session_transaction() as session:
        assert password not in str(dict(session))
    browse().post("sign_in.create", {"email": "kim@northside.example", "password": password})
    kim = User.with_email("kim@northside.example")
    assert kim is not None
    assert (kim.role, kim.must_change_password) == (Role.coach, True)
    assert kim.password_hash != password


def test_two_people_cannot_sign_in_with_one_address(browse: Browse, people: Cast) -> None:
    page = browse(people.owner).post("users.create", KIM | {"email": "DANA@northside.example"}, expect=422)
    assert "Somebody signs in with this e-mail already" in page.get_text()
    page = browse(people.owner).post(
        "users.update", answers(people.coach, email=people.front_desk.email), user_id=people.coach.id, expect=422
    )
    assert "Somebody else signs in with this e-mail" in page.get_text()


def test_empty_boxes_say_what_to_enter(browse: Browse, people: Cast) -> None:
    page = browse(people.owner).post("users.create", {"name": "", "email": "", "role": "king"}, expect=422)
    for sentence in ("Enter their name", "Enter their e-mail address", "Choose a role from the list"):
        assert sentence in page.get_text()


def test_a_changed_role_counts_with_the_next_request(browse: Browse, people: Cast) -> None:
    desk = browse(people.front_desk)
    desk.get("users.index", expect=403)
    form = answers(people.front_desk, role="owner")
    browse(people.owner).post("users.update", form, user_id=people.front_desk.id)
    desk.get("users.index")


def test_who_loses_access_is_out_at_once(browse: Browse, people: Cast) -> None:
    coach = browse(people.coach)
    coach.get("today.show")
    browse(people.owner).post("users.update", answers(people.coach, active=""), user_id=people.coach.id)
    coach.get("today.show", expect=302)
    browse().post("sign_in.create", {"email": people.coach.email, "password": PASSWORD}, expect=422)
    browse(people.owner).post("users.update", answers(people.coach), user_id=people.coach.id)
    browse().post("sign_in.create", {"email": people.coach.email, "password": PASSWORD})
    coach.get("today.show", expect=302)  # the ended sign-in does not come back to life


@pytest.mark.parametrize("change", [{"active": ""}, {"role": "coach"}])
def test_the_last_owner_cannot_go(browse: Browse, people: Cast, change: dict[str, str]) -> None:
    form = answers(people.owner, **change)
    page = browse(people.owner).post("users.update", form, user_id=people.owner.id, expect=422)
    assert "Make somebody else an owner first" in page.get_text()
    assert people.owner.active
    assert people.owner.role is Role.owner


@pytest.mark.parametrize("change", [{"active": ""}, {"role": "front_desk"}])
def test_nobody_takes_away_their_own_access(browse: Browse, people: Cast, change: dict[str, str]) -> None:
    with write():
        people.other_coach.role = Role.owner
    form = answers(people.owner, **change)
    page = browse(people.owner).post("users.update", form, user_id=people.owner.id, expect=422)
    assert "Ask another owner" in page.get_text()
    browse(people.other_coach).post("users.update", form, user_id=people.owner.id)


def test_a_reset_password_replaces_the_old_one_and_ends_sign_ins(browse: Browse, people: Cast) -> None:
    coach = browse(people.coach)
    page = browse(people.owner).post("user_passwords.create", user_id=people.coach.id, expect=201)
    shown = page.select_one(".one-time__password")
    assert shown is not None
    coach.get("today.show", expect=302)
    email = people.coach.email
    browse().post("sign_in.create", {"email": email, "password": PASSWORD}, expect=422)
    fresh = browse()
    fresh.post("sign_in.create", {"email": email, "password": shown.get_text()})
    fresh.get("today.show", expect=302)


def test_an_owner_resets_others_not_themselves(browse: Browse, people: Cast) -> None:
    browse(people.owner).post("user_passwords.create", user_id=people.owner.id, expect=409)


def test_a_lost_device_is_signed_out_and_the_password_stays(browse: Browse, people: Cast) -> None:
    coach = browse(people.coach)
    browse(people.owner).post("user_sign_ins.delete", user_id=people.coach.id)
    coach.get("today.show", expect=302)
    browse().post("sign_in.create", {"email": people.coach.email, "password": PASSWORD})


def test_every_change_of_a_person_is_in_the_trail_without_values(browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    owner.post("users.update", answers(people.coach, email="new@northside.example"), user_id=people.coach.id)
    event = db.session.query(Event).filter_by(kind="user.changed").one()
    assert event.user_id == people.owner.id
    assert event.particulars == {"fields": ["email"]}
    assert "new@northside.example" not in event.summary
