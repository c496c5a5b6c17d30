"""From what an assessment says to why: finding, muscle, exercise, and back again; forms, patterns, chains."""

from collections.abc import Callable

from bs4 import BeautifulSoup
from flask import Flask

from studio.extensions import db
from studio.operations import assessments, programmes

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, an_assessment, rest_is_clean, taps
from ..people import Cast
from ..programmes import KIT
from ..several_tests import complete
from .test_statements import listening

Browse = Callable[..., Browser]
KNEE = "f:knee_valgus:left=1"


def words(page: BeautifulSoup, selector: str = "main") -> str:
    return " ".join(" ".join(one.get_text(" ", strip=True) for one in page.select(selector)).split())


def link(page: BeautifulSoup, text: str) -> str:
    return str(next(one["href"] for one in page.select("main a") if text in one.get_text()))


def test_a_result_opens_to_finding_muscle_and_exercise_and_back(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(a_client(equipment=KIT), "f:heel_rises:right=2")
    programmes.draft_from(version, by=people.coach)
    coach = browse(people.coach)
    result = coach.get("assessments.show", assessment_id=version.assessment_id)
    finding = coach.go(link(result, "Heel lifts"))
    assert "Heel lifts, in three readings" in words(finding)
    assert "We saw that your right heel lifts clearly." in words(finding)
    assert "in the overhead squat, we saw “heel lifts” on the right, graded 2 of 2." in words(finding)
    assert "Right marked" in words(finding)
    muscle = coach.go(link(finding, "Soleus"))
    assert "Soleus, right: probably overactive" in words(muscle)
    assert link(muscle, "Heel lifts").endswith("/findings/ohsa.heel_rises")
    exercise = link(muscle, "calf")
    assert "/programmes/" in exercise
    line = coach.go(exercise)
    assert link(line, "soleus").endswith("/muscles/soleus")
    assert link(line, "Heel lifts, R marked").endswith("/findings/ohsa.heel_rises")


def test_a_group_leads_to_its_muscles(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, KNEE)
    page = browse(people.coach).get(
        "muscle_reasons.show", assessment_id=version.assessment_id, muscle="adductor_complex"
    )
    assert "adductor longus" in words(page)
    assert link(page, "gracilis").endswith("/muscles/gracilis")


def test_a_muscle_that_points_both_ways_says_what_is_done_about_it(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, "f:feet_turn_out:left=1", "f:excessive_forward_lean:mid=1")
    page = browse(people.coach).get(
        "muscle_reasons.show", assessment_id=version.assessment_id, muscle="gastrocnemius_medial"
    )
    assert "Points both ways" in words(page)
    assert "It stays out of the programme here" in words(page)


def test_what_nobody_looked_at_is_neither_there_nor_clean(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, KNEE)
    coach = browse(people.coach)
    ids = {"assessment_id": version.assessment_id}
    assert "neither yes nor no" in words(coach.get("finding_reasons.show", compensation="sls.hip_drop", **ids))
    assert "it was not seen" in words(coach.get("finding_reasons.show", compensation="ohsa.heel_rises", **ids))


def test_heels_raised_that_fix_the_knee_speak_on_the_result_and_on_the_line(browse: Browse, people: Cast) -> None:
    version = complete({"ohsa": (KNEE,), "ohsa.heels_elevated": ()}, a_client(equipment=KIT))
    draft = programmes.draft_from(version, by=people.coach)
    coach = browse(people.coach)
    result = coach.get("assessments.show", assessment_id=version.assessment_id)
    assert "With heels raised “knee moves inward” (left) was gone. The ankle complex is the leading driver" in words(
        result, "#reading"
    )
    reasons = coach.go(link(result, "All reasons"))
    assert "First: calf complex, tibialis anterior." in words(reasons, "#forms")
    lines = coach.get("programmes.show", programme_id=draft.programme_id)
    assert "Comes first, because with heels raised “knee moves inward” on the left was gone." in words(lines)
    assert "Comes last, because with heels raised" in words(lines, ".aside-list__item")


def test_a_swapped_line_keeps_its_place_and_its_reason(browse: Browse, people: Cast) -> None:
    version = complete({"ohsa": (KNEE,), "ohsa.heels_elevated": ()}, a_client(equipment=KIT))
    draft = programmes.draft_from(version, by=people.coach)
    row = draft.on_sheet[0]
    new = programmes.swap(row, "inh_calf_stick", reason="She has one", seen=draft.revision, by=people.coach)
    assert new.value.steer == row.value.steer is not None


def test_a_pattern_says_what_is_for_it_against_it_and_not_tested(browse: Browse, people: Cast) -> None:
    found = {"ohsa": ("f:low_back_arches:mid=2",), "static": ("f:anterior_pelvic_tilt:mid=1", "f:sway_back:mid=1")}
    version = complete(found)
    page = browse(people.coach).get("reasons.show", assessment_id=version.assessment_id)
    pattern = words(page, ".pattern")
    assert "Lower Crossed pattern possible" in pattern
    assert "Speaks for it Pelvis tips forward (static posture) Low back arches (overhead squat)" in pattern
    assert "Speaks against it Sway-back (static posture)" in pattern
    assert "Not tested: " in pattern
    assert "Refer out with: pain during any test" in pattern


def test_a_chain_is_drawn_and_told(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, KNEE, "f:heel_rises:left=1")
    page = browse(people.coach).get("reasons.show", assessment_id=version.assessment_id)
    drawing = page.select_one(".chain svg")
    assert drawing["aria-label"] == "Limited ankle dorsiflexion → Knee moves inward"
    # Seen from behind, the client's left lies left of the plumb line.
    assert {int(dot["cx"]) < 60 for dot in drawing.select(".chain__dot")} == {True}
    assert "may lead to (moderate evidence)" in words(page, ".chain")
    assert "Limited ankle dorsiflexion , left" in words(page, ".chain__step")


def test_a_stiff_ankle_is_drawn_on_its_own_side_when_the_weight_goes_to_the_other(browse: Browse, people: Cast) -> None:
    squat = an_assessment()
    stiff = ("m:knee_to_wall_cm:left:1=6", "m:knee_to_wall_cm:right:1=10.5")
    taps(squat, *stiff, station="measures", view="measures")
    taps(squat, "depth=full", "f:asymmetric_shift:mid=right1")
    rest_is_clean(squat)
    version = assessments.complete(squat, by=people.coach, taps=0, zone="Europe/London")
    page = browse(people.coach).get("reasons.show", assessment_id=version.assessment_id)
    drawing = page.find("svg", {"aria-label": "Ankle dorsiflexion limited on one side → Weight shifts to one side"})
    ankle, pelvis = drawing.select(".chain__dot")
    assert int(ankle["cx"]) < 60 == int(pelvis["cx"])
    steps = words(page, ".chain__step")
    assert "Ankle dorsiflexion limited on one side , left" in steps
    assert "Weight shifts to one side , right" in steps


def test_nothing_seen_has_no_reasons_and_says_so(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment()
    page = browse(people.coach).get("reasons.show", assessment_id=version.assessment_id)
    assert "Nothing that was seen, measured or answered supports one." in words(page)
    result = browse(people.coach).get("assessments.show", assessment_id=version.assessment_id)
    assert result.select_one("#reading") is None


def test_an_open_assessment_has_reasons_already(browse: Browse, people: Cast) -> None:
    squat = an_assessment()
    taps(squat, KNEE, view="anterior")
    page = browse(people.coach).get("muscle_reasons.show", assessment_id=squat.id, muscle="gluteus_medius")
    assert "probably underactive" in words(page)


def test_the_pages_of_reasons_ask_the_database_little(app: Flask, browse: Browse, people: Cast) -> None:
    version = complete({"ohsa": (KNEE,), "ohsa.heels_elevated": (), "static": (), "sls": ("f:hip_drop:left=1",)})
    programmes.draft_from(version, by=people.coach)
    coach, ids = browse(people.coach), {"assessment_id": version.assessment_id}
    for endpoint, more in (
        ("assessments.show", {}),
        ("reasons.show", {}),
        ("finding_reasons.show", {"compensation": "ohsa.knee_valgus"}),
        ("muscle_reasons.show", {"muscle": "gluteus_medius"}),
    ):
        coach.get(endpoint, **ids, **more)
        db.session.expire_all()
        with listening() as heard:
            coach.get(endpoint, **ids, **more)
        assert len(heard) <= 12, (endpoint, [one[0] for one in heard])


def test_the_body_map_leads_from_a_place_to_what_speaks_for_it(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, "f:heel_rises:right=2")
    coach = browse(people.coach)
    page = coach.go(link(coach.get("assessments.show", assessment_id=version.assessment_id), "Body map"))
    places = {one["aria-label"]: one["href"] for one in page.select("#body-map svg a")}
    assert "Soleus, right: probably overactive" in places
    assert not [name for name in places if name.startswith("Soleus, left")]
    chosen = coach.go(places["Soleus, right: probably overactive"])
    assert "Soleus, right: probably overactive Strength" in words(chosen, "#body-map")
    assert link(chosen, "Heel lifts").endswith("/findings/ohsa.heel_rises")
    assert [one["aria-label"] for one in chosen.select("#body-map svg a[aria-current]")] == [
        "Soleus, right: probably overactive"
    ]


def test_every_place_of_the_body_map_is_in_its_list_too(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, KNEE, "f:feet_turn_out:right=2")
    page = browse(people.coach).get("reasons.show", assessment_id=version.assessment_id)
    drawn = {one["aria-label"] for one in page.select("#body-map svg a")}
    assert drawn
    assert drawn == {one["aria-label"] for one in page.select(".body-map__list a")}


def test_a_place_nobody_marked_chooses_nothing(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(None, KNEE)
    for place in ("front:sternocleidomastoid:L", "nowhere", "a:b"):
        page = browse(people.coach).get("reasons.show", assessment_id=version.assessment_id, place=place)
        assert page.select(".body-map__list")
    quiet = a_complete_assessment(None)
    page = browse(people.coach).get("reasons.show", assessment_id=quiet.assessment_id)
    assert "No finding of this assessment points to a muscle." in words(page, "#body-map")
