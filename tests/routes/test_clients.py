"""Taking clients in, changing, archiving: one step, no doubles by accident, nothing typed is lost."""

from collections.abc import Callable
from datetime import date

import pytest
from bs4 import BeautifulSoup

from studio.extensions import db
from studio.models.clients import COLOURS, Client
from studio.models.events import Event
from studio.operations import clients

from ..browse import Browser
from ..builders import a_client
from ..filled import form_of
from ..people import Cast

Browse = Callable[..., Browser]
ZOE = {"name": "Zoë Papadopoulou", "phone": "07400 123456"}
BORN = {"birth_date-day": "12", "birth_date-month": "3", "birth_date-year": "1984"}


def only_client() -> Client:
    return db.session.query(Client).one()


@pytest.mark.parametrize("reach", [{"phone": "07400 123456"}, {"email": "zoe@example.com"}, {}])
def test_a_name_and_a_way_to_reach_them_are_enough(browse: Browse, people: Cast, reach: dict[str, str]) -> None:
    browser = browse(people.front_desk)
    browser.post("clients.create", {"name": "Zoë Papadopoulou"} | reach)
    page = browser.follow()
    assert page.h1 is not None
    assert page.h1.get_text() == "Zoë Papadopoulou"
    client = only_client()
    assert client.floor_transfer
    assert client.language == "en"
    assert client.phone in ("+447400123456", "")


def test_the_whole_record_is_taken_in_one_step(browse: Browse, people: Cast) -> None:
    coach = people.coach.id
    more = {
        "email": "zoe@example.com",
        "sex": "female",
        "language": "el",
        "sheet_size": "18",
        "equipment": ["mat", "foam_roller"],
        "floor_transfer": "no",
        "goal": "squat",
        "note": "Two lines\nof a note",
        "coach": str(coach),
    }
    browse(people.coach).post("clients.create", ZOE | BORN | more)
    assert only_client().values() == {
        "name": "Zoë Papadopoulou",
        "phone": "+447400123456",
        "email": "zoe@example.com",
        "birth_date": "1984-03-12",
        "sex": "female",
        "language": "el",
        "sheet_size": 18,
        "equipment": ["foam_roller", "mat"],
        "floor_transfer": False,
        "goal": "squat",
        "note": "Two lines\nof a note",
        "coach_id": coach,
    }


@pytest.mark.parametrize(
    "name",
    ["王伟", "محمد عبد الله", "Мария", "राम", "X Æ A-12", "Ng", "Wolfeschlegelsteinhausenbergerdorff " * 3],
)
def test_names_of_every_script_and_length_are_shown_whole(browse: Browse, people: Cast, name: str) -> None:
    browser = browse(people.coach)
    browser.post("clients.create", {"name": name, "phone": "07400 123456"})
    page = browser.follow()
    assert page.h1 is not None
    assert page.h1.get_text() == name.strip()
    assert name.strip() in browser.get("clients.index", q=name.split()[0]).get_text()


def test_errors_say_what_to_do_and_keep_what_was_typed(browse: Browse, people: Cast) -> None:
    typed = {"name": "", "phone": "12", "email": "zoe@", "note": "kept <b>as typed</b>", "goal": "squat"}
    page = browse(people.coach).post("clients.create", typed, expect=422)
    summary = page.select_one(".error-summary")
    assert summary is not None
    assert [link.get_text() for link in summary.select("a")] == [
        "Enter the client's name",
        "Enter a phone number such as 07400 123456, or with + and the country's number",
        "Enter an e-mail address such as name@example.com",
    ]
    for link in summary.select("a"):
        assert page.select_one(str(link["href"])), f"{link['href']} leads nowhere"
    kept = form_of(page)
    assert (kept["note"], kept["phone"], kept["goal"]) == ("kept <b>as typed</b>", "12", "squat")
    assert db.session.query(Client).count() == 0


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"name": "Somebody Else", "phone": "07400 123456"}, "same phone"),
        ({"name": "Somebody Else", "email": "zoe@example.com"}, "same e-mail"),
        ({"name": "zoe papadopoulou"}, "same name"),
        ({"name": "Papadopulou Zoe"} | BORN, "same birth date, similar name"),
    ],
)
def test_a_likely_double_is_pointed_out_before_saving(
    browse: Browse, people: Cast, typed: dict[str, str], reason: str
) -> None:
    a_client("Zoë Papadopoulou", phone="+447400123456", email="zoe@example.com", birth_date=date(1984, 3, 12))
    browser = browse(people.front_desk)
    page = browser.post("clients.create", typed, expect=409)
    warning = page.select_one("#doubles")
    assert warning is not None
    assert reason in warning.get_text()
    assert warning.select_one(f'a[href="/clients/{only_client().id}"]')
    assert "Save as a new client" in page.get_text()
    again = form_of(page)
    assert {name: again[name] for name in typed} == typed
    browser.post("clients.create", again)
    assert db.session.query(Client).count() == 2


def test_an_archived_record_is_a_double_too(browse: Browse, people: Cast) -> None:
    clients.archive(a_client("Zoë Papadopoulou"), by=people.coach)
    page = browse(people.coach).post("clients.create", ZOE, expect=409)
    assert "archived" in page.select("#doubles")[0].get_text()


def test_another_double_is_pointed_out_although_one_was_confirmed(browse: Browse, people: Cast) -> None:
    first = a_client("Zoë Papadopoulou", phone="+447400123456")
    browser = browse(people.coach)
    again = form_of(browser.post("clients.create", ZOE, expect=409))
    second = a_client("Zoë Papadopoulou", phone="+447400999999")
    page = browser.post("clients.create", again, expect=409)
    assert str(second.id) in str(page.select("#doubles"))
    assert f'/clients/{first.id}"' not in str(page.select("#doubles"))


def test_people_who_only_share_a_name_or_a_birthday_are_not_taken_for_one(browse: Browse, people: Cast) -> None:
    a_client("Zoë Papadopoulou", phone="+447400999999", birth_date=date(1984, 3, 12))
    browser = browse(people.coach)
    browser.post("clients.create", {"name": "Zoë Smith", "phone": "07400 111111"})
    browser.post("clients.create", {"name": "Wei Zhang", "phone": "07400 222222"} | BORN)


def test_colours_are_given_out_in_turn() -> None:
    assert len(set(COLOURS)) == 8


def test_eight_clients_have_eight_colours(browse: Browse, people: Cast) -> None:
    assert len({a_client().colour for _ in range(8)}) == 8


def test_archive_and_undo(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou")
    browser = browse(people.coach)
    browser.post("client_archives.create", client_id=client.id)
    page = browser.follow()
    toast = page.select_one("[data-toast] form")
    assert toast is not None
    assert not page.select(f'#people a[href="/clients/{client.id}"]')
    assert browser.get("clients.index", show="archived").select(f'#people a[href="/clients/{client.id}"]')
    assert browser.http.post(str(toast["action"]), data={"csrf_token": browser.token()}).status_code == 303
    db.session.rollback()
    assert client.archived_at is None
    assert browser.get("clients.index").select(f'#people a[href="/clients/{client.id}"]')


def test_an_archived_record_opens_and_says_so(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou")
    clients.archive(client, by=people.coach)
    page = browse(people.coach).get("clients.show", client_id=client.id)
    assert "Archived" in page.get_text()
    assert not page.select('form[action$="/assessments"]')


def test_archiving_twice_is_one_event(browse: Browse, people: Cast) -> None:
    client = a_client()
    browser = browse(people.coach)
    for _ in range(2):
        browser.post("client_archives.create", client_id=client.id)
    assert db.session.query(Event).filter_by(kind="client.archived").count() == 1


def test_the_book_is_leafed_through_by_name(browse: Browse, people: Cast) -> None:
    for number in range(60):
        a_client(f"Client Number{number:02}", phone="")
    browser = browse(people.front_desk)
    names: list[str] = []
    page = browser.get("clients.index")
    for _ in range(3):
        names += [link.get_text() for link in page.select("#people a")]
        older = page.select_one("a[rel=next]")
        if older:
            page = BeautifulSoup(browser.http.get(str(older["href"])).text, "html.parser")
    assert names == [f"Client Number{number:02}" for number in range(60)]


def test_accents_and_case_do_not_part_the_book(browse: Browse, people: Cast) -> None:
    for name in ("ólöf", "Zoe", "Olga", "adam", "Ágnes"):
        a_client(name, phone="")
    page = browse(people.coach).get("clients.index")
    assert [link.get_text() for link in page.select("#people a")] == ["adam", "Ágnes", "Olga", "ólöf", "Zoe"]


def test_a_page_behind_the_end_or_behind_nobody_is_no_error(browse: Browse, people: Cast) -> None:
    browser = browse(people.coach)
    client = a_client()
    assert "last page" in browser.get("clients.index", after=client.id).get_text()
    for after in (10**6, 10**30, "x", -1):
        browser.get("clients.index", after=after)
    browser.get("clients.show", client_id=10**30, expect=404)
