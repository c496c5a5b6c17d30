"""The programme page: seen by everybody who works here, changed by coaches, with or without a script."""

from collections.abc import Callable

import pytest
from sqlalchemy import event

from studio.ces.catalogue import catalogue
from studio.extensions import db
from studio.operations import assessment_changes, programmes

from ..browse import Browser
from ..builders import a_client, a_complete_assessment
from ..people import Cast
from ..programmes import FINDINGS, KIT, a_draft, draft_of, issue, names, words

Browse = Callable[..., Browser]


def test_every_line_says_its_dose_its_finding_and_its_muscle(browse: Browse, people: Cast) -> None:
    draft = a_draft(a_client("Oluwaseun Adébáyò-Whitcombe", equipment=KIT))
    page = browse(people.coach).get("programmes.show", programme_id=draft.programme_id)
    assert page.h1 is not None
    assert page.h1.get_text(strip=True) == "Oluwaseun Adébáyò-Whitcombe"
    first = page.select(".exercise-line")[0]
    assert "Calf roll on the floor" in words(first)
    assert "1 minute, each leg" in words(first)
    assert "because heel lifts, both marked , through soleus and gastrocnemius" in words(first)
    assert "corrective exercise textbook" in words(first.select_one("details.because") or first)
    assert "of 12 minutes" in words(page)
    assert "4 of 4 lines" in words(page)
    assert "Parked for week 6" in words(page)


def test_the_page_opens_the_next_draft_or_shows_what_the_client_has(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    issue(draft)
    coach = browse(people.coach)
    page = coach.get("programmes.show", programme_id=draft.programme_id)
    assert "Start version 2" in words(page)
    coach.post("programmes.create", client_id=draft.programme.client_id)
    assert "Issue version 2 and print" in words(coach.follow())
    coach.get("programme_versions.show", programme_id=draft.programme_id, number=1)
    coach.get("programme_versions.show", programme_id=draft.programme_id, number=2, expect=404)


def test_the_front_desk_sees_what_was_issued_and_changes_nothing(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    row = draft.on_sheet[0]
    desk = browse(people.front_desk)
    desk.get("programmes.show", programme_id=draft.programme_id, expect=404)  # a draft tells what was found
    ids = {"programme_id": draft.programme_id, "prescription_id": row.id}
    for endpoint in (
        "prescriptions.delete",
        "prescriptions.update",
        "swaps.create",
        "orders.update",
        "parkings.create",
    ):
        desk.post(endpoint, {"revision": draft.revision}, expect=403, **ids)
    for endpoint in ("prescriptions.create", "issues.create", "fresh_starts.create"):
        desk.post(endpoint, {"revision": draft.revision}, expect=403, programme_id=draft.programme_id)
    desk.post("programmes.create", expect=403, client_id=draft.programme.client_id)
    assert names(draft_of(draft.programme_id)) == names(draft)


def test_another_coach_may_change_it_and_a_stranger_is_sent_to_sign_in(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    row = draft.on_sheet[0]
    ids = {"programme_id": draft.programme_id, "prescription_id": row.id}
    browse(people.other_coach).post("parkings.create", {"revision": draft.revision}, **ids)
    assert row.exercise not in names(draft_of(draft.programme_id))
    browse().get("programmes.show", programme_id=draft.programme_id, expect=302)
    browse(people.coach).get("programmes.show", programme_id=999, expect=404)


def test_a_newer_assessment_offers_to_start_again(browse: Browse, people: Cast) -> None:
    client = a_client(equipment=KIT)
    draft = a_draft(client)
    programmes.park(draft.on_sheet[0], seen=draft.revision, by=people.coach)
    version = a_complete_assessment(client, "f:arms_fall_forward:left=2")
    programmes.draft_from(version, by=people.coach)
    coach = browse(people.coach)
    page = coach.get("programmes.show", programme_id=draft.programme_id)
    assert "There is a newer assessment" in words(page)
    coach.post(
        "fresh_starts.create", {"revision": draft_of(draft.programme_id).revision}, programme_id=draft.programme_id
    )
    page = coach.follow()
    assert "There is a newer assessment" not in words(page)
    assert "arms fall forward" in words(page)
    undo = page.select_one("#toasts form")
    assert undo is not None
    coach.http.post(str(undo["action"]), data={"csrf_token": coach.token()})
    db.session.rollback()
    assert draft_of(draft.programme_id).assessment_version_id != version.id


def test_a_voided_assessment_is_said_on_the_draft(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    assert draft.basis is not None
    assessment_changes.void(draft.basis.assessment, "wrong client", by=people.coach)
    page = browse(people.coach).get("programmes.show", programme_id=draft.programme_id)
    assert "voided or moved" in words(page)
    assert "Not seen any more: heel lifts" in words(page)


def test_a_voided_assessment_is_said_on_the_version_in_the_clients_hands(browse: Browse, people: Cast) -> None:
    version = issue(a_draft())
    where = {"programme_id": version.programme_id, "number": 1}
    assert "voided or moved" not in words(browse(people.coach).get("programme_versions.show", **where))
    assert version.basis is not None
    assessment_changes.void(version.basis.assessment, "wrong client", by=people.coach)
    assert "voided or moved" in words(browse(people.coach).get("programme_versions.show", **where))
    assert "voided or moved" not in words(browse(people.front_desk).get("programme_versions.show", **where))


def test_the_words_around_the_lines_are_kept_as_they_are_typed(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    coach = browse(people.coach)
    where = {"programme_id": draft.programme_id, "number": 1}
    sent = {"revision": draft.revision, "home_days": "3", "next_date": "", "message": "Call me any time"}
    part = coach.post("programme_versions.update", sent, fragment=True, expect=200, **where)
    assert part.select_one("#sheet-details")
    kept = draft_of(draft.programme_id)
    assert (kept.home_days, kept.next_date, kept.message) == (3, None, "Call me any time")
    wrong = sent | {"next_date": "2020-01-01", "message": "x" * 301}
    part = coach.post("programme_versions.update", wrong, fragment=True, expect=422, **where)
    assert "Enter a day that is still to come" in words(part)
    assert "Shorten this to 300 characters" in words(part)
    assert draft_of(draft.programme_id).message == "Call me any time"


def test_a_name_our_paper_cannot_print_is_told_before_it_is_printed(browse: Browse, people: Cast) -> None:
    draft = a_draft(a_client("田中 由紀", equipment=KIT))
    page = browse(people.coach).get("programmes.show", programme_id=draft.programme_id)
    assert "has characters our paper cannot print" in words(page)


def test_pain_is_said_on_top_and_its_region_gets_no_exercise(browse: Browse, people: Cast) -> None:
    draft = a_draft(a_client(equipment=KIT), *FINDINGS, "pain:heel_rises=knee.right.5")
    page = browse(people.coach).get("programmes.show", programme_id=draft.programme_id)
    assert "Pain: right knee." in words(page)
    loaded = [row.exercise for row in draft.on_sheet if "knee" in catalogue().exercises[row.exercise].loads]
    assert loaded == []


@pytest.mark.parametrize("endpoint", ["programmes.show", "programme_versions.show"])
def test_a_programme_page_asks_the_database_little(browse: Browse, people: Cast, endpoint: str) -> None:
    """At most 12 statements, whether one version or four were issued before."""
    draft = a_draft()
    client, coach = draft.programme.client, browse(people.coach)
    where = {"programme_id": draft.programme_id} | ({"number": 1} if endpoint.startswith("programme_v") else {})
    issue(draft)
    if endpoint == "programmes.show":
        programmes.create(client, by=people.coach)
    coach.get(endpoint, **where)
    few = statements(lambda: coach.get(endpoint, **where))
    for _ in range(3):
        issue(programmes.create(client, by=people.coach))
    programmes.create(client, by=people.coach)
    many = statements(lambda: coach.get(endpoint, **where))
    assert many <= 12
    assert many <= few + 1  # the issued page says whether there is a draft


def statements(do: Callable[[], object]) -> int:
    """How many statements reach the database, transaction control apart."""
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith(("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA")):
            seen.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        do()
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)
