"""Who changed what when, on the record itself."""

from collections.abc import Callable

import time_machine

from studio.extensions import db
from studio.models.events import Event
from studio.operations import clients

from ..browse import Browser
from ..builders import a_client
from ..people import Cast

Browse = Callable[..., Browser]


def test_every_change_says_who_and_when(browse: Browse, people: Cast) -> None:
    with time_machine.travel("2026-07-01T13:02:00Z"):
        client = a_client("Zoë Papadopoulou")
    with time_machine.travel("2026-07-02T07:30:00Z"):
        clients.change(client, {"phone": "+447400999999"}, seen=1, by=people.front_desk)
    words = browse(people.coach).get("client_history.show", client_id=client.id).get_text(" ", strip=True)
    assert "1 July 2026, 14:02 Record created Dana Whitfield" in words, (
        "the studio's own clock, which is on summer time"
    )
    assert "2 July 2026, 08:30 Record edited Ines Castellanos Phone" in words
    assert "became 07400 999999" in words


def test_old_and_new_values_are_said_in_words(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou", phone="")
    changes = {
        "equipment": ["foam_roller", "mat"],
        "goal": "gait",
        "sex": "female",
        "language": "el",
        "sheet_size": 18,
        "floor_transfer": False,
        "coach_id": people.other_coach.id,
    }
    for seen, (column, value) in enumerate(changes.items(), start=1):
        clients.change(client, {column: value}, seen=seen, by=people.coach)
    words = browse(people.coach).get("client_history.show", client_id=client.id).get_text(" ", strip=True)
    for change in (
        "Equipment at home nothing → became foam roller, mat",
        "Wants to do better nothing → became Walk",
        "Sex nothing → became Female",
        "Preferred language English → became Greek (Ελληνικά)",
        "Print of the home sheet automatic → became 18 pt",
        "Down to the floor and up again yes → became no",
        "Coach nothing → became Jonas Keller",
    ):
        assert change in words


def test_long_histories_are_leafed_through(browse: Browse, people: Cast) -> None:
    client = a_client()
    for seen in range(1, 41):
        clients.change(client, {"note": f"note {seen}"}, seen=seen, by=people.coach)
    browser = browse(people.coach)
    page = browser.get("client_history.show", client_id=client.id)
    assert "note 40" in page.get_text()
    older = page.select_one("a[rel=next]")
    assert older is not None
    older_page = browser.http.get(str(older["href"])).text
    assert "note 10" in older_page
    assert "note 39" not in older_page
    assert "Record created" in older_page


def test_a_look_at_the_record_is_noted_once_a_visit(browse: Browse, people: Cast) -> None:
    client = a_client()
    browser = browse(people.coach)
    for _ in range(3):
        browser.get("clients.show", client_id=client.id)
        browser.get("client_history.show", client_id=client.id)
    views = db.session.query(Event).filter_by(kind="record.viewed", client_id=client.id).all()
    assert [event.user_id for event in views] == [people.coach.id]
    browse(people.coach).get("clients.show", client_id=client.id)
    assert db.session.query(Event).filter_by(kind="record.viewed").count() == 2


def test_contact_data_is_no_health_record(browse: Browse, people: Cast) -> None:
    client = a_client()
    browse(people.front_desk).get("clients.show", client_id=client.id)
    assert db.session.query(Event).filter_by(kind="record.viewed").count() == 0


def test_events_name_fields_and_never_values(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou")
    clients.change(client, {"note": "an unspeakable secret", "goal": "squat"}, seen=1, by=people.coach)
    told = str([(event.summary, event.particulars) for event in db.session.query(Event)])
    assert "unspeakable" not in told
    assert "squat" not in told
