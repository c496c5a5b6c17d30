"""The queue's post, and the plain form's."""

import secrets
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from studio.extensions import db
from studio.models.assessments import Answer, Assessment, State, Tap
from studio.models.database import sqlite_module, write

from ..browse import Browser
from ..builders import a_complete_assessment, an_assessment, taps
from ..people import Cast
from ..statements import counted

HEEL = "f:heel_rises:left"


def a_tap(field: str = HEEL, value: str = "1", **more: Any) -> dict[str, Any]:
    return {"key": secrets.token_hex(16), "field": field, "value": value, "view": "lateral", "seen": 0} | more


def batch(people: Cast, *given: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"taps": list(given), "sent_by": people.coach.id, "app": "test"} | more


def send(who: Browser, squat: Assessment, payload: Any, expect: int = 200) -> Any:
    answer = who.post_json("taps.create", payload, expect=expect, assessment_id=squat.id)
    db.session.rollback()  # what the request wrote is to be read anew
    return answer


def answers(squat: Assessment) -> dict[str, str]:
    rows = db.session.scalars(sa.select(Answer).where(Answer.recording_id == squat.recordings[0].id))
    return {one.field: one.value for one in rows}


def test_a_batch_is_acknowledged_with_what_stands(browse: Any, people: Cast) -> None:
    squat, tap = an_assessment(), a_tap()
    answer = send(browse(people.coach), squat, batch(people, tap))
    assert answer["acked"] == [tap["key"]]
    assert answer["refused"] == answer["conflicts"] == []
    assert answer["state"][f"ohsa/{HEEL}"]["value"] == "1"
    assert answer["state"][f"ohsa/{HEEL}"]["views"] == ["lateral"]
    assert len(answer["saved_at"]) == 5


def test_the_tap_path_asks_little_of_the_database(browse: Any, people: Cast) -> None:
    """At most 8 statements with sign-in and access, and one commit, however many taps come at once."""
    squat, coach = an_assessment(), browse(people.coach)
    send(coach, squat, batch(people, a_tap(), view="lateral"))
    for payload in (
        batch(people, a_tap(), view="posterior"),
        batch(people, *(a_tap(value=str(1 + n % 2)) for n in range(40)), view="lateral"),
    ):
        with counted() as statements:
            send(coach, squat, payload)
        assert len(_of_the_tap(statements)) <= 8, "\n".join(statements)


def test_the_answer_to_a_tap_is_small(browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    send(coach, squat, batch(people, a_tap(), view="lateral"))
    assert coach.last is not None
    assert len(coach.last.data) < 1024


def _of_the_tap(statements: list[str]) -> list[str]:
    """Those of the last request: the test's browser fetches a page for its token first."""
    starts = [n for n, one in enumerate(statements) if one.startswith("SELECT studios")]
    return statements[starts[-1] :] if starts else statements


def test_nonsense_is_parked_with_its_reason_and_the_rest_is_taken(browse: Any, people: Cast) -> None:
    squat, good, bad = an_assessment(), a_tap(), a_tap(value="7")
    answer = send(browse(people.coach), squat, batch(people, good, bad))
    assert answer["acked"] == [good["key"]]
    assert answer["refused"] == [{"key": bad["key"], "why": "This row cannot say that"}]
    only_bad = send(browse(people.coach), squat, batch(people, bad), expect=422)
    assert [one["key"] for one in only_bad["refused"]] == [bad["key"]]


@pytest.mark.parametrize(
    "payload",
    [
        [],
        {"taps": "all"},
        {"taps": [], "sent_by": "me"},
        {"taps": [{"key": "short"}], "sent_by": 1},
        {"taps": [a_tap() for _ in range(41)], "sent_by": 1},
        {"taps": [], "sent_by": 1, "view": "above"},
        {"taps": [], "sent_by": 1, "device": "the one at the desk"},
        {"taps": [None], "sent_by": 1},
    ],
)
def test_what_is_no_batch_is_refused_whole(browse: Any, people: Cast, payload: Any) -> None:
    answer = send(browse(people.coach), an_assessment(), payload, expect=422)
    assert answer["error"] == "unreadable"
    assert answer["message"]


@pytest.mark.parametrize("odd", [{"at": "yesterday"}, {"at": 12}, {"at": "2026-11-21T10:00:00"}, {"undo": "maybe"}])
def test_a_tablet_with_odd_ideas_of_time_loses_no_tap(browse: Any, people: Cast, odd: dict[str, Any]) -> None:
    tap = a_tap() | odd
    assert send(browse(people.coach), an_assessment(), batch(people, tap))["acked"] == [tap["key"]]


def test_a_tap_is_credited_to_whoever_made_it(browse: Any, people: Cast) -> None:
    """What the coach left on the tablet is not sent under the name of the colleague who signed in after."""
    squat = an_assessment()
    answer = send(browse(people.other_coach), squat, batch(people, a_tap()), expect=401)
    assert answer["error"] == "another-user"
    assert answers(squat) == {}


def test_two_tablets_of_one_coach_are_told_apart_whoever_signed_in_when(browse: Any, people: Cast) -> None:
    """A tablet names itself: its sign-in may change while taps wait, and two may be signed in alike."""
    squat, desk, floor = an_assessment(), secrets.token_hex(16), secrets.token_hex(16)
    send(browse(people.coach), squat, batch(people, a_tap(value="2"), device=desk))
    answer = send(browse(people.coach), squat, batch(people, a_tap(value="1"), device=floor))
    assert [one["by"] for one in answer["conflicts"]] == ["Dana Whitfield on another tablet"]
    assert send(browse(people.coach), squat, batch(people, a_tap(value="0"), device=desk))["conflicts"] == []
    assert answers(squat) == {HEEL: "0"}


def test_signed_out_taps_are_told_so(browse: Any, people: Cast) -> None:
    squat = an_assessment()
    assert "error" in send(browse(), squat, batch(people, a_tap()), expect=401)


def test_a_tap_needs_the_token(app: Flask, browse: Any, people: Cast) -> None:
    squat, coach = an_assessment(), browse(people.coach)
    answer = coach.http.post(f"/assessments/{squat.id}/taps", json=batch(people, a_tap()))
    assert (answer.status_code, answer.get_json()["error"]) == (400, "csrf")
    assert answers(squat) == {}


def test_the_front_desk_records_nothing(browse: Any, people: Cast) -> None:
    squat = an_assessment()
    payload = batch(people, a_tap()) | {"sent_by": people.front_desk.id}
    send(browse(people.front_desk), squat, payload, expect=403)


@pytest.mark.parametrize("state", [State.complete, State.voided])
def test_a_locked_assessment_says_what_it_is(browse: Any, people: Cast, state: State) -> None:
    squat = an_assessment()
    with write():
        squat.state = state
    assert send(browse(people.coach), squat, batch(people, a_tap()), expect=409)["error"] == state.value


def test_there_is_no_board_for_an_assessment_that_is_not_there(browse: Any, people: Cast) -> None:
    coach = browse(people.coach)
    coach.post_json("taps.create", batch(people, a_tap()), expect=404, assessment_id=999)
    coach.get("boards.show", expect=404, assessment_id=999)
    coach.get("summaries.show", expect=404, assessment_id=999)


def test_a_busy_database_asks_for_patience_and_takes_nothing(app: Flask, browse: Any, people: Cast) -> None:
    """Another program holds the file: 503 with a time to try again, so the tap stays on the tablet."""
    squat, coach = an_assessment(), browse(people.coach)
    coach.token()
    db.engine.dispose()
    other = sqlite_module().connect(db.engine.url.database, isolation_level=None)
    sa.event.listen(db.engine, "connect", _be_impatient)
    other.execute("BEGIN IMMEDIATE")
    try:
        send(coach, squat, batch(people, a_tap()), expect=503)
        assert coach.last is not None
        assert int(coach.last.headers["Retry-After"]) > 0
    finally:
        other.execute("ROLLBACK")
        other.close()
        sa.event.remove(db.engine, "connect", _be_impatient)
    tap = a_tap()
    assert send(coach, squat, batch(people, tap))["acked"] == [tap["key"]]
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Tap)) == 1


def _be_impatient(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA busy_timeout=50")


def test_a_conflict_is_shown_until_somebody_settles_it(browse: Any, people: Cast) -> None:
    squat = an_assessment()
    taps(squat, f"{HEEL}=2", by=people.other_coach)
    taps(squat, f"{HEEL}=1")
    coach = browse(people.coach)
    note = coach.get("boards.show", assessment_id=squat.id).select_one("[data-conflict]")
    said = " ".join(note.get_text(" ", strip=True).split())
    assert "Heel lifts, left: Dana Whitfield said mild, Jonas Keller said marked. Marked is kept." in said
    assert [one.get_text(strip=True) for one in note.select("button")] == ["Keep marked", "Take mild"]
    taps(squat, f"{HEEL}=2", seen=10**6)
    assert coach.get("boards.show", assessment_id=squat.id).select_one("[data-conflict]") is None


def test_session_state_says_who_is_here(browse: Any, people: Cast) -> None:
    for person in (people.coach, None):
        answer = browse(person).http.get("/session-state").get_json()
        assert answer["user"] == (person.id if person else None)
        assert len(answer["csrf_token"]) > 20


def test_a_complete_assessment_has_no_board(browse: Any, people: Cast) -> None:
    version = a_complete_assessment()
    coach = browse(people.coach)
    coach.get("boards.show", expect=302, assessment_id=version.assessment_id)
    assert coach.follow().select_one("h1").get_text() == version.assessment.client.name
