"""The owner's pages of the tables: found, changed with a reason, taken back."""

import csv
import io
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from studio.ces.adjusting import Adjustment
from studio.models.adjustments import everything
from studio.models.link_view import finding_view
from studio.models.tables import in_use
from studio.operations.adjustments import adjust

from ..browse import Browser
from ..builders import a_complete_assessment
from ..people import Cast
from ..programmes import a_draft

Browse = Callable[..., Browser]
LINK = "ohsa.knee_valgus/overactive/adductor_complex/affected"
OWN = {
    "name": "Wall slide with a towel",
    "first": "serratus_anterior",
    "cues": "Forearms on the wall, a towel under each.\nSlide up as far as the ribs stay down.",
    "feel_it_here": "Around the shoulder blade",
    "common_fault": "Shrugging",
    "sets": "1",
    "reps": "12",
    "rest_s": "30",
    "position": "standing",
    "where": "both",
    "difficulty": "1",
    "easier": "Slide less far.",
    "harder": "Lift the hands off at the top.",
    "loads": ["shoulder"],
    "equipment": ["small_towel"],
    "reason": "We use it daily",
}


def change(kind: str, target: str, **payload: object) -> int:
    return adjust(Adjustment(kind, target, payload), reason="We tried", by=Cast().owner).id  # type: ignore[arg-type]


def test_a_link_is_found_switched_off_and_taken_back(browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    found = owner.get("links.index", q="knee inward adductor")
    assert "/settings/tables/findings/ohsa.knee_valgus" in [link["href"] for link in found.select("tbody a")]
    form = {"used": "off", "note": "Weak evidence", "source": "Own log", "reason": "We do not see it"}
    owner.post("links.update", form, finding_id="ohsa.knee_valgus", link=LINK)
    assert all(one.muscle != "adductor_complex" for one in in_use().compensations["ohsa.knee_valgus"].overactive)
    page = owner.get("links.show", finding_id="ohsa.knee_valgus")
    assert "switched off" in page.text
    assert "Your note: Weak evidence. Own log" in page.text
    owner.post("links.update", form | {"used": "on"}, finding_id="ohsa.knee_valgus", link=LINK)
    assert any(one.note == "Weak evidence" for one in in_use().compensations["ohsa.knee_valgus"].overactive)


def test_a_change_needs_its_reason(browse: Browse, people: Cast) -> None:
    answer = browse(people.owner).post(
        "links.update", {"used": "off"}, finding_id="ohsa.knee_valgus", link=LINK, expect=422
    )
    assert "Write the reason" in answer.text
    assert not everything()


def test_a_link_nobody_knows_is_not_there(browse: Browse, people: Cast) -> None:
    browse(people.owner).get("links.edit", finding_id="ohsa.knee_valgus", link="nonsense", expect=404)


def test_an_exercise_goes_out_of_use_and_leaves_the_library(browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    numbers = {bound.field: str(getattr(in_use().exercises["act_clam"].dose, bound.field))
               for bound in in_use().exercises["act_clam"].bounds}  # fmt: skip
    owner.post("table_exercises.update", numbers | {"used": "off", "reason": "No room"}, exercise_id="act_clam")
    assert [row.kind for row in everything()] == ["hidden"]
    assert "act_clam" not in str(owner.get("exercises.index", q="clam"))
    assert "out of use" in owner.get("table_exercises.index", only="hidden").text
    assert "not in use" in owner.get("exercises.show", exercise_id="act_clam").text.lower()
    owner.post("table_exercises.update", numbers | {"used": "on", "reason": "Room again"}, exercise_id="act_clam")
    assert not in_use().exercises["act_clam"].hidden


def test_a_dose_out_of_its_bounds_is_asked_again_with_what_was_typed(browse: Browse, people: Cast) -> None:
    typed = {"used": "on", "sets": "1", "reps": "40", "rest_s": "30", "reason": "More"}
    page = browse(people.owner).post("table_exercises.update", typed, exercise_id="act_clam", expect=422)
    assert "Times: enter a number from 10 to 15" in page.text
    assert page.select_one("input[name=reps]")["value"] == "40"  # type: ignore[index]


def test_an_own_exercise_is_written_previewed_saved_and_edited(browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    shown = owner.post("own_exercises.create", OWN | {"preview": "yes"}, kind="strengthen", expect=200)
    assert "As it will stand in the library" in shown.text
    assert not everything()
    owner.post("own_exercises.create", OWN, kind="strengthen")
    drill = in_use().exercises["own_wall_slide_with_a_towel"]
    assert (drill.targets, drill.cues[1], drill.dose.reps) == (
        ("serratus_anterior",), "Slide up as far as the ribs stay down.", 12,
    )  # fmt: skip
    assert drill.id in in_use().options["serratus_anterior"]["activate"]
    assert "Wall slide with a towel" in owner.get("exercises.index", q="wall slide towel").text
    owner.post("own_exercises.update", OWN | {"reps": "10", "preferred": "y"}, exercise_id=drill.id)
    assert in_use().exercises[drill.id].dose.reps == 10
    assert in_use().options["serratus_anterior"]["activate"][0] == drill.id
    owner.post("own_exercises.create", OWN, kind="strengthen", expect=422)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": ""}, "Enter the exercise's name"),
        ({"first": ""}, "Choose the muscle it works"),
        ({"cues": "One"}, "Write 2 to 4 cues, each on a line of its own. There are 1"),
        ({"loads": []}, "Choose the regions it puts under force"),
        ({"easier": ""}, "Say how to make it easier, or choose an easier exercise"),
        ({"reps": "99"}, "Times: enter a number from 10 to 15"),
        ({"avoid": ["tkr"], "caution": ["tkr"]}, "Choose one or the other for"),
        ({"progression": "inh_calf_roll"}, "Choose an exercise from the list"),
    ],
)
def test_an_own_exercise_that_will_not_do_says_what_to_do(
    browse: Browse, people: Cast, changes: dict[str, object], said: str
) -> None:
    page = browse(people.owner).post("own_exercises.create", OWN | changes, kind="strengthen", expect=422)
    assert said in page.text
    assert not everything()


@pytest.mark.parametrize(
    "like",
    ["inh_calf_roll", "len_calf_wall_straight", "len_calf_contract_relax", "act_clam", "int_sit_to_stand",
     "int_suitcase_carry", "int_bear_hold"],
)  # fmt: skip
def test_one_of_every_kind_can_be_made_after_one_of_the_tables(browse: Browse, people: Cast, like: str) -> None:
    owner = browse(people.owner)
    page = owner.get("own_exercises.new", like=like)
    form = filled(page)
    form |= {"name": f"Ours after {like}".replace("_", " "), "reason": "We teach it so"}
    form["easier"] = form.get("easier") or "Do less."
    form["harder"] = form.get("harder") or "Do more."
    if "lists" in {box.get("name") for box in page.select("input")}:
        form["lists"] = ["hip"]
    asked = parse_qs(urlsplit(str(page.select_one("form.form")["action"])).query)  # type: ignore[index]
    owner.post("own_exercises.create", form, kind=asked["kind"][0], like=asked["like"][0])
    made = next(one for one in in_use().exercises.values() if one.own)
    came = in_use().exercises[like]
    assert (made.dose, made.targets, made.est_seconds) == (came.dose, came.targets, came.est_seconds)
    for name in ("secondary", "equipment", "loads", "presses", "avoid", "caution"):
        assert set(getattr(made, name)) == set(getattr(came, name)) - {"none"}, name


def filled(page: object) -> dict[str, object]:
    """The boxes of the form as they stand."""
    form: dict[str, object] = {}
    for box in page.select("form.form :is(input, textarea, select)"):  # type: ignore[attr-defined]
        name, kind = box.get("name"), box.get("type")
        if kind in ("checkbox", "radio") and not box.has_attr("checked"):
            continue
        if box.name == "select":
            chosen = box.select_one("option[selected]")
            value = chosen["value"] if chosen else ""
        else:
            value = box.text.strip() if box.name == "textarea" else box.get("value", "")
        if kind == "checkbox" and value != "y":
            form.setdefault(name, []).append(value)  # type: ignore[attr-defined]
        else:
            form[name] = value
    return form


def test_the_list_of_changes_tells_all_and_takes_back(browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    first, second = change("link_off", LINK), change("dose", "act_clam", reps=15)
    page = owner.get("adjustments.index")
    assert "adductor complex, probably overactive" in page.text
    assert "Default dose: 15 times, each side: up 1, hold 2, down 4 seconds. “We tried” Mara Lindqvist" in " ".join(
        page.text.split()
    )
    owner.post("adjustments.delete", {}, adjustment_id=first)
    owner.post("adjustments.delete", {}, adjustment_id=second)
    assert "As they came" in owner.get("adjustments.index").text


def test_the_tables_go_out_as_csv(browse: Browse, people: Cast) -> None:
    change("link_off", LINK)
    change("link_note", LINK, note="=1+1", source="")
    owner = browse(people.owner)
    rows = list(csv.DictReader(io.StringIO(owner.http.get("/settings/tables/muscle-links.csv").get_data(True)[1:])))
    mine = next(row for row in rows if row["finding"] == "ohsa.knee_valgus" and row["muscle"] == "adductor complex")
    assert (mine["in_use"], mine["note"]) == ("no", "'=1+1")
    assert len(rows) == 393
    drills = list(csv.DictReader(io.StringIO(owner.http.get("/settings/tables/exercises.csv").get_data(True)[1:])))
    assert len(drills) == 198


def test_a_result_shows_what_todays_tables_would_change_and_stays_as_it_was(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, "f:knee_valgus:left=2")
    coach, where = browse(people.coach), {"assessment_id": version.assessment_id}
    assert "Nothing would change" in coach.get("recomputations.show", **where).text
    was = dict(version.analysis)
    change("link_off", LINK)
    change("hidden", version.analysis["programme"]["activate"][0]["exercise"])
    page = coach.get("recomputations.show", **where)
    rows = {str(row.th.contents[0]): row.select_one(".pill") for row in page.select("tbody tr") if row.th}
    assert "gone" in str(rows["Gracilis"])
    assert {"goes out", "comes in"} <= {pill.text for pill in page.select("#programme .pill")}
    assert version.analysis == was
    assert version.catalogue != in_use().version


def test_pages_of_before_open_after_every_link_behind_them_is_off(browse: Browse, people: Cast) -> None:
    draft = a_draft(None, "f:knee_valgus:left=2")
    version = draft.assessment_version
    assert version is not None
    for link in finding_view("ohsa.knee_valgus", ()).links:  # type: ignore[union-attr]
        change("link_off", link.key)
    coach, where = browse(people.coach), {"assessment_id": version.assessment_id}
    for endpoint in ("assessments.show", "assessment_muscles.show", "recomputations.show"):
        coach.get(endpoint, **where)
    coach.get("programmes.show", programme_id=draft.programme_id)
    coach.get("clients.show", client_id=draft.programme.client_id)
    report = coach.http.get(f"/assessments/{version.assessment_id}/versions/{version.number}.pdf")
    assert report.status_code == 200
    assert not a_complete_assessment(None, "f:knee_valgus:left=2").analysis["overactive"]


def test_the_studios_note_stands_among_the_reasons(browse: Browse, people: Cast) -> None:
    change(
        "link_note", "ohsa.knee_valgus/underactive/gluteus_medius/affected", note="Seen often here", source="Own log"
    )
    draft = a_draft(None, "f:knee_valgus:left=2")
    assert draft.assessment_version is not None
    where = {"assessment_id": draft.assessment_version.assessment_id, "compensation": "ohsa.knee_valgus"}
    coach = browse(people.coach)
    for page in (
        coach.get("programmes.show", programme_id=draft.programme_id),
        coach.get("finding_reasons.show", **where),
    ):
        assert "the studio’s note: Seen often here. Own log" in page.text
