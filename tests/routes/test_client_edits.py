"""Changing a record: what it said before is kept, and two who change it at once do not undo each other."""

from collections.abc import Callable
from datetime import date

from studio.extensions import db
from studio.models.database import write
from studio.models.events import Event
from studio.models.users import Role
from studio.operations import clients

from ..browse import Browser
from ..builders import a_client
from ..filled import form_of
from ..people import Cast

Browse = Callable[..., Browser]


def test_an_edit_keeps_what_the_record_said_before(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou", note="old", goal="squat")
    browser = browse(people.coach)
    form = form_of(browser.get("clients.edit", client_id=client.id))
    browser.post("clients.update", form | {"note": "new", "goal": "gait"}, client_id=client.id)
    assert (client.note, client.goal, client.revision) == ("new", "gait", 2)
    event = db.session.query(Event).filter_by(kind="client.edited").one()
    assert event.particulars == {"revision": 1, "fields": ["goal", "note"]}
    words = browser.get("client_history.show", client_id=client.id).get_text(" ", strip=True)
    assert "Note old → became new" in words
    assert "Wants to do better Squat → became Walk" in words


def test_a_form_sent_untouched_changes_nothing(browse: Browse, people: Cast) -> None:
    client = a_client(
        "Zoë Papadopoulou",
        phone="+353851234567",
        email="zoe@example.com",
        birth_date=date(1984, 3, 12),
        equipment=["mat"],
        floor_transfer=False,
        sheet_size=18,
        sex="female",
        coach_id=people.other_coach.id,
        note="A note\n\nwith a gap",
    )
    before = client.values()
    browser = browse(people.coach)
    browser.post("clients.update", form_of(browser.get("clients.edit", client_id=client.id)), client_id=client.id)
    assert client.values() == before
    assert client.revision == 1
    assert "Nothing was different" in browser.follow().get_text()


def test_two_edits_of_different_fields_both_stand(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou", note="old")
    one, other = browse(people.coach), browse(people.other_coach)
    mine = form_of(one.get("clients.edit", client_id=client.id))
    other.post("clients.update", mine | {"phone": "07400 999999"}, client_id=client.id)
    page = one.post("clients.update", mine | {"note": "new"}, client_id=client.id, expect=409)
    assert "Jonas Keller saved this record while you had it open" in page.get_text()
    assert client.note == "old"
    again = form_of(page)
    assert (again["phone"], again["note"]) == ("07400 999999", "new")
    one.post("clients.update", again, client_id=client.id)
    assert (client.phone, client.note) == ("+447400999999", "new")


def test_two_edits_of_one_field_are_shown_to_the_second(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou", note="old")
    one, other = browse(people.coach), browse(people.other_coach)
    mine = form_of(one.get("clients.edit", client_id=client.id))
    other.post("clients.update", mine | {"note": "theirs"}, client_id=client.id)
    page = one.post("clients.update", mine | {"note": "mine"}, client_id=client.id, expect=409)
    shown = page.select("#theirs")[0].get_text(" ", strip=True)
    assert "old → theirs" in shown
    assert "You typed something else" in shown
    assert form_of(page)["note"] == "mine"
    one.post("clients.update", form_of(page), client_id=client.id)
    assert client.note == "mine"


def test_the_front_desk_keeps_contact_data_and_no_more(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou", note="a secret", goal="squat", equipment=["mat"])
    desk = browse(people.front_desk)
    page = desk.get("clients.edit", client_id=client.id)
    assert "a secret" not in page.get_text()
    form = form_of(page)
    assert not {"note", "goal", "equipment", "sex", "floor_transfer"} & set(form)
    smuggled = {"note": "overwritten", "goal": "", "floor_transfer": "no"}
    desk.post("clients.update", form | {"phone": "07400 999999"} | smuggled, client_id=client.id)
    assert (client.phone, client.note, client.goal) == ("+447400999999", "a secret", "squat")
    assert client.equipment == ["mat"]
    assert client.floor_transfer


def test_what_the_front_desk_does_not_see_does_not_stop_it(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou")
    desk = browse(people.front_desk)
    form = form_of(desk.get("clients.edit", client_id=client.id))
    clients.change(client, {"note": "a secret"}, seen=1, by=people.coach)
    desk.post("clients.update", form | {"phone": "07400 999999"}, client_id=client.id)
    assert (client.phone, client.note, client.revision) == ("+447400999999", "a secret", 3)


def test_the_front_desk_never_sees_a_note_through_a_crossing_edit(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou")
    desk = browse(people.front_desk)
    form = form_of(desk.get("clients.edit", client_id=client.id))
    clients.change(client, {"note": "a secret", "phone": "+447400777777"}, seen=1, by=people.coach)
    page = desk.post("clients.update", form, client_id=client.id, expect=409)
    assert "07400 777777" in page.select("#theirs")[0].get_text()
    assert "a secret" not in page.get_text()


def test_a_record_keeps_a_coach_who_turned_to_the_front_desk(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou", coach_id=people.other_coach.id)
    with write():
        people.other_coach.role = Role.front_desk
    browser = browse(people.coach)
    form = form_of(browser.get("clients.edit", client_id=client.id))
    browser.post("clients.update", form | {"note": "new"}, client_id=client.id)
    assert (client.note, client.coach_id) == ("new", people.other_coach.id)
