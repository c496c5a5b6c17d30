"""The lines of a draft over HTTP: fragments for htmx, forms and pages without a script."""

from collections.abc import Callable

from studio.extensions import db

from ..browse import Browser
from ..people import Cast
from ..programmes import a_draft, draft_of, issue, line, names, whole, words

Browse = Callable[..., Browser]
STUDIO_DRILL = "len_calf_contract_relax"


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
    assert "1 more than the plan" in words(part)
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


def test_a_line_of_an_issued_version_offers_nothing_to_change(browse: Browse, people: Cast) -> None:
    version = issue(a_draft())
    ids = {"programme_id": version.programme_id, "prescription_id": version.on_sheet[0].id}
    coach = browse(people.coach)
    for endpoint in ("swaps.new", "prescriptions.edit"):
        coach.get(endpoint, expect=404, **ids)
    coach.post("prescriptions.delete", {"revision": version.revision}, expect=409, **ids)
    page = coach.get("programmes.show", programme_id=version.programme_id)
    assert len(page.select(".exercise-line")) == 4


def test_nonsense_is_answered_with_what_to_do(browse: Browse, people: Cast) -> None:
    draft = a_draft()
    coach = browse(people.coach)
    ids = {"programme_id": draft.programme_id, "prescription_id": draft.on_sheet[0].id}
    for places in ("sideways", "0", "--1", ""):
        coach.post("orders.update", {"revision": draft.revision, "places": places}, expect=422, **ids)
    coach.post("swaps.create", {"revision": draft.revision, "exercise": "no_such_drill"}, expect=404, **ids)
    coach.post("prescriptions.delete", {"revision": "new"}, expect=409, **ids)
    form = whole(draft) | {"home_days": "9", "next_date": "someday"}
    page = coach.post("issues.create", form, expect=422, programme_id=draft.programme_id)
    assert "Choose 1 to 7 days a week" in words(page)
    assert "Enter a day that exists" in words(page)


def test_a_line_belongs_to_its_own_programme_only(browse: Browse, people: Cast) -> None:
    mine, theirs = a_draft(), a_draft()
    coach = browse(people.coach)
    ids = {"programme_id": mine.programme_id, "prescription_id": theirs.on_sheet[0].id}
    coach.post("prescriptions.delete", {"revision": theirs.revision}, expect=404, **ids)
    coach.get("swaps.new", expect=404, **ids)
