"""The programme page: seen by everybody who works here, changed by coaches, with or without a script."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import event

from studio.extensions import db
from studio.models.programmes import ProgrammeVersion, load_programme
from studio.operations import assessment_changes, programmes

from ..browse import Browser
from ..builders import a_client, a_complete_assessment
from ..people import Cast
from ..programmes import KIT, a_draft, issue, line, names

Browse = Callable[..., Browser]
STUDIO_DRILL = "len_calf_contract_relax"


def words(page: BeautifulSoup) -> str:
    return page.get_text(" ", strip=True)


def draft_of(programme_id: int) -> ProgrammeVersion:
    programme = load_programme(programme_id)
    assert programme is not None
    draft = programme.draft
    assert draft is not None
    return draft


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


def test_the_front_desk_sees_a_draft_and_changes_nothing(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    row = draft.on_sheet[0]
    desk = browse(people.front_desk)
    page = desk.get("programmes.show", programme_id=draft.programme_id)
    assert not page.select("button")
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


def test_a_line_belongs_to_its_own_programme_only(browse: Browse, people: Cast) -> None:
    mine, theirs = a_draft(), a_draft()
    coach = browse(people.coach)
    ids = {"programme_id": mine.programme_id, "prescription_id": theirs.on_sheet[0].id}
    coach.post("prescriptions.delete", {"revision": theirs.revision}, expect=404, **ids)
    coach.get("swaps.new", expect=404, **ids)


def test_removing_answers_the_lines_the_side_and_a_way_back(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    row, coach = draft.on_sheet[0], browse(people.coach)
    ids = {"programme_id": draft.programme_id, "prescription_id": row.id}
    part = coach.post("prescriptions.delete", {"revision": draft.revision}, fragment=True, expect=200, **ids)
    assert part.select_one("#programme-lines")
    assert part.select_one("#programme-side[hx-swap-oob]")
    assert not part.select_one(f"#line-{row.id}")
    undo = part.select_one("#toasts form")
    assert undo is not None
    assert "Calf roll on the floor removed" in words(part)
    token = {"csrf_token": coach.token()}
    assert coach.http.post(str(undo["action"]), data=token).status_code == 303
    db.session.rollback()
    assert row.exercise in names(draft_of(draft.programme_id))


def test_without_a_script_every_change_is_a_form_and_a_page(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    coach = browse(people.coach)
    row = line(draft, "len_soleus_wall_bent")
    ids = {"programme_id": draft.programme_id, "prescription_id": row.id}
    page = coach.get("swaps.new", **ids)
    assert page.select_one("button[value=len_ankle_halfkneel_drive]")
    coach.post("swaps.create", {"revision": draft.revision, "exercise": "len_ankle_halfkneel_drive"}, **ids)
    assert "Swapped for" in words(coach.follow())
    swapped = line(draft_of(draft.programme_id), "len_ankle_halfkneel_drive")
    ids["prescription_id"] = swapped.id
    page = coach.get("prescriptions.edit", **ids)
    dose = {str(box["name"]): str(box["value"]) for box in page.select("input[type=number]")}
    assert dose
    revision = draft_of(draft.programme_id).revision
    coach.post("prescriptions.update", dose | {"revision": revision, "reps": 10, "side": "right"}, **ids)
    assert "10 times, right leg" in words(coach.follow())
    page = coach.get("prescriptions.new", programme_id=draft.programme_id, q="bridge")
    assert "Glute bridge" in words(page)


def test_a_dose_out_of_range_says_the_range_and_keeps_what_was_typed(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    row = draft.on_sheet[0]
    ids = {"programme_id": draft.programme_id, "prescription_id": row.id}
    sent = {"revision": draft.revision, "sets": 1, "duration_s": 500, "hold_s": "a while", "side": "both"}
    part = browse(people.coach).post("prescriptions.update", sent, fragment=True, expect=422, **ids)
    assert "Time, seconds: enter a number from 30 to 120" in words(part)
    assert "Hold, seconds: enter a number from 20 to 60" in words(part)
    typed = part.select_one("input[name=duration_s]")
    assert typed is not None
    assert typed["value"] == "500"


def test_a_change_from_an_old_page_shows_the_draft_as_it_is(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    seen, first, second = draft.revision, draft.on_sheet[0], draft.on_sheet[1]
    one, other = browse(people.coach), browse(people.other_coach)
    ids = {"programme_id": draft.programme_id}
    one.post("parkings.create", {"revision": seen}, prescription_id=first.id, **ids)
    part = other.post(
        "prescriptions.delete", {"revision": seen}, prescription_id=second.id, fragment=True, expect=409, **ids
    )
    assert "Your change was not made" in words(part)
    assert part.select_one(f"#line-{second.id}")
    assert not part.select_one(f"#line-{first.id}")
    assert other.last is not None
    assert other.last.headers["HX-Retarget"] == "#programme-lines"
    other.post("prescriptions.delete", {"revision": seen}, prescription_id=second.id, expect=409, **ids)


def test_going_over_the_time_is_said_and_never_blocked(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    coach = browse(people.coach)
    sent = {"revision": draft.revision, "exercise": "len_calf_wall_straight"}
    part = coach.post("prescriptions.create", sent, fragment=True, expect=200, programme_id=draft.programme_id)
    assert "over. Park one?" in words(part)
    assert "1 more than planned" in words(part)
    draft = draft_of(draft.programme_id)
    coach.post("issues.create", {**whole(draft), "number": 1}, programme_id=draft.programme_id)


def test_using_an_excluded_exercise_asks_for_the_reason_first(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    coach = browse(people.coach)
    ids = {"programme_id": draft.programme_id}
    ask = coach.get("overrides.new", exercise=STUDIO_DRILL, to="add", fragment=True, **ids)
    assert ask.select_one("dialog[data-open-now] textarea[name=reason]")
    sent = {"revision": draft.revision, "exercise": STUDIO_DRILL}
    coach.post("prescriptions.create", sent, expect=422, **ids)
    part = coach.post("prescriptions.create", sent | {"reason": "  "}, fragment=True, expect=422, **ids)
    assert "Write the reason" in words(part)
    part = coach.post(
        "prescriptions.create", sent | {"reason": "Supervised by her son"}, fragment=True, expect=200, **ids
    )
    assert "Used all the same by Dana Whitfield : Supervised by her son" in words(part).replace(
        "Whitfield:", "Whitfield :"
    )


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


@pytest.mark.parametrize("endpoint", ["programmes.show", "programme_versions.show"])
def test_a_programme_page_asks_the_database_little(browse: Browse, people: Cast, endpoint: str) -> None:
    """At most 12 statements, whether one version or five were issued before."""
    draft = a_draft()
    client, coach = draft.programme.client, browse(people.coach)
    where = {"programme_id": draft.programme_id} | ({"number": 1} if endpoint.startswith("programme_v") else {})
    issue(draft)
    if endpoint == "programmes.show":
        programmes.create(client, by=people.coach)
    coach.get(endpoint, **where)
    few = statements(lambda: coach.get(endpoint, **where))
    for _ in range(4):
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


def whole(draft: ProgrammeVersion) -> dict[str, object]:
    """The form of the page as it stands."""
    day = draft.next_date.isoformat() if draft.next_date else ""
    return {
        "revision": draft.revision,
        "number": draft.number,
        "home_days": str(draft.home_days),
        "next_date": day,
        "message": draft.message,
        "size": "auto",
    }
