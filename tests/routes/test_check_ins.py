"""At the desk: people are checked in with a tap, and every tap has its way back."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from studio.extensions import db
from studio.models.sales import check_ins
from studio.models.sales.credits import balance_of, ledger_of
from studio.models.sales.enrolments import ClockChange
from studio.models.sales.sessions import Session
from studio.models.studios import studio_today
from studio.operations.daily import keep_house
from studio.operations.sales import freezes

from ..browse import Browser
from ..builders import a_client
from ..people import Cast
from ..sales import a_session, sold
from ..statements import counted

Browse = Callable[..., Browser]
KEY = "a" * 32


def in_days(days: int) -> dict[str, str]:
    day = studio_today() + timedelta(days=days)
    return {"day": str(day.day), "month": str(day.month), "year": str(day.year)}


def days(name: str, ahead: int) -> dict[str, str]:
    return {f"{name}-{part}": value for part, value in in_days(ahead).items()}


def test_a_tap_checks_in_and_undo_leads_back(browse: Browse, people: Cast) -> None:
    package = sold(a_client("Anna Ray"))
    desk = browse(people.front_desk)
    assert "Anna Ray" in desk.get("check_ins.index").text
    tap = {"key": KEY, "enrolment": package.id, "next": "/check-ins"}
    for _ in range(2):  # the answer was lost, and the tap sent again
        desk.post("check_ins.create", tap, client_id=package.client_id, expect=303)
    assert balance_of(package.id).left == 23
    page = desk.get("check_ins.index")
    assert "1 here today" in page.text
    noted = db.session.query(Session).one()
    assert noted.coach_id == people.coach.id
    desk.post("sessions.delete", {}, client_id=package.client_id, session_id=noted.id, expect=303)
    assert balance_of(package.id).left == 24


def test_a_row_answers_in_place_with_what_stops_it(browse: Browse, people: Cast) -> None:
    package = sold(a_client(), sessions=1)
    coach = browse(people.coach)
    tap = {"key": KEY, "enrolment": package.id}
    row = coach.post("check_ins.create", tap, client_id=package.client_id, fragment=True, expect=200)
    assert "here " in row.text
    assert "none left" in row.text
    coach.post("sessions.delete", {}, client_id=package.client_id, session_id=db.session.query(Session).one().id,
               fragment=True, expect=200)  # fmt: skip
    a_session(package, days_ago=0)
    late = coach.post(
        "check_ins.create", tap | {"key": "b" * 32}, client_id=package.client_id, fragment=True, expect=409
    )
    assert "No session is left" in late.text


def test_who_has_no_package_is_found_by_name_and_noted_as_unpaid(browse: Browse, people: Cast) -> None:
    client = a_client("Wanda Nowak")
    coach = browse(people.coach)
    assert "Wanda Nowak" not in coach.get("check_ins.index").text
    assert "No package runs" in coach.get("check_ins.index", name="wanda").text
    coach.post("check_ins.create", {"key": KEY, "enrolment": ""}, client_id=client.id, expect=303)
    assert db.session.query(Session).one().enrolment_id is None


def test_the_list_asks_as_few_questions_of_forty_as_of_four(browse: Browse, people: Cast) -> None:
    desk, asked = browse(people.front_desk), []
    for more in (4, 36):
        for _ in range(more):
            a_session(sold(a_client()))
        desk.get("check_ins.index")
        with counted() as statements:
            desk.get("check_ins.index")
        asked.append(len(statements))
    assert asked[0] == asked[1] <= 12


def test_a_long_list_goes_on(browse: Browse, people: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_ins, "PAGE", 2)
    for name in ("Carol", "Anna", "Berta"):
        sold(a_client(name))
    first = browse(people.coach).get("check_ins.index")
    assert [row.get_text(strip=True) for row in first.select(".check-in__name")] == ["Anna", "Berta"]
    (next_page,) = first.select("a[href*='after=']")
    later = browse(people.coach).go(str(next_page["href"]))
    assert [row.get_text(strip=True) for row in later.select(".check-in__name")] == ["Carol"]


def test_a_session_of_another_day_is_noted_and_corrected(browse: Browse, people: Cast) -> None:
    package = sold(a_client(), starts_on=studio_today() - timedelta(days=3))
    desk = browse(people.front_desk)
    said = {"key": KEY, "outcome": "no-show", "notice": "never", "package": package.id, "time": "9:30",
            "coach": people.other_coach.id} | days("on", -1)  # fmt: skip
    desk.post("sessions.create", said, client_id=package.client_id, expect=303)
    noted = db.session.query(Session).one()
    assert (noted.on, noted.coach_id) == (studio_today() - timedelta(days=1), people.other_coach.id)
    right = said | {"key": "b" * 32, "outcome": "late cancel", "notice": "short"}
    desk.post("sessions.update", right, client_id=package.client_id, session_id=noted.id, expect=303)
    assert balance_of(package.id).left == 24
    assert "taken back" in desk.get("sessions.index", client_id=package.client_id).text
    tomorrow = desk.post("sessions.create", said | days("on", 1), client_id=package.client_id, expect=422)
    assert "on its day or after it" in tomorrow.text


def test_who_is_frozen_is_back_with_a_tap_and_reminded_of_the_re_screen(browse: Browse, people: Cast) -> None:
    package = sold(a_client(), starts_on=studio_today() - timedelta(days=40), instalment_days=(200,))
    asked = freezes.Asked("medical", studio_today() - timedelta(days=30), None, studio_today(), note_seen=True)
    change = freezes.freeze(package, asked, by=people.coach)
    desk, ids = browse(people.front_desk), {"client_id": package.client_id, "enrolment_id": package.id}
    assert "Back today" in desk.get("sessions.new", client_id=package.client_id).text
    desk.post("freeze_ends.create", {}, change_id=change.id, **ids, expect=303)
    assert "Re-screen before you go on" in desk.get("credits.index", **ids).text


def test_a_freeze_is_looked_at_made_and_taken_back(browse: Browse, people: Cast) -> None:
    package = sold(a_client())
    desk, ids = browse(people.front_desk), {"client_id": package.client_id, "enrolment_id": package.id}
    said = {"kind": "freeze", "why": "Holiday"} | days("start", 8) | days("until", 21) | days("asked_on", 0)
    preview = desk.get("freezes.new", **ids, **said, fragment=True).text
    assert "14 days frozen" in preview
    long = desk.post("freezes.create", said | days("until", 60), **ids, expect=409)
    assert "28 days at most" in long.text
    desk.post("freezes.create", said, **ids, expect=303)
    change = db.session.query(ClockChange).one()
    ledger = desk.get("credits.index", **ids).text
    assert "Holiday" in ledger
    desk.post("freezes.delete", {}, change_id=change.id, **ids, expect=303)
    assert change.undone_at is not None


def test_the_ledger_is_read_saved_and_added_to_by_those_who_may(browse: Browse, people: Cast) -> None:
    package = sold(a_client())
    a_session(package)
    ids = {"client_id": package.client_id, "enrolment_id": package.id}
    coach, owner = browse(people.coach), browse(people.owner)
    given = {"key": KEY, "count": "1", "why": "For the wait"}
    for _ in range(2):
        coach.post("credits.create", given, **ids, expect=303)
    assert balance_of(package.id).left == 24
    owner.post("credit_cuts.create", given | {"key": "b" * 32}, **ids, expect=303)
    coach.get("credits.export", **ids)
    assert coach.last is not None
    assert coach.last.text.splitlines()[-1].split(",")[2:6] == ["Taken off", "For the wait", "-1", "23"]
    row = ledger_of(package.id)[-1]
    coach.post("credits.delete", {}, credit_id=row.id, **ids, expect=403)
    owner.post("credits.delete", {}, credit_id=row.id, **ids, expect=303)
    assert balance_of(package.id).left == 24
    coach.post("extensions.create", {"key": "c" * 32, "weeks": "2", "why": "Studio closed"}, **ids, expect=303)
    assert "Extended" in coach.get("credits.index", **ids).text


def test_an_owner_gives_back_what_expired(browse: Browse, people: Cast) -> None:
    package = sold(a_client(), starts_on=studio_today() - timedelta(weeks=17))
    keep_house(studio_today())
    ids = {"client_id": package.client_id, "enrolment_id": package.id}
    owner = browse(people.owner)
    assert "Give back" in owner.get("credits.index", **ids).text
    owner.post("expiry_returns.create", {"key": KEY, "weeks": "2", "why": "Was abroad"}, **ids, expect=303)
    assert balance_of(package.id).left == 24
