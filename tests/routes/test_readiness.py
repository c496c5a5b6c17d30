"""The questions before training on the screen: asked, kept while typed, followed up, judged."""

from collections.abc import Callable

import pytest
from flask import Flask

from studio.clock import today
from studio.models.clients import Client
from studio.models.readiness import begun, earlier, held
from studio.models.refer_outs import refer_outs_of

from ..browse import Browser
from ..builders import a_client, well
from ..limits import a_precaution
from ..people import Cast

Browse = Callable[..., Browser]
NO = {f"screen_{number}": "no" for number in range(1, 11)}


@pytest.fixture
def coach(browse: Browse, people: Cast) -> Browser:
    return browse(people.coach)


def newcomer() -> Client:
    return a_client("Ada Newcomer", ready=False)


def state(client: Client) -> str:
    found = held(client.id, today("Europe/London"))
    return "not done" if found is None else "expired" if found.expired else "held"


def test_ten_times_no_is_one_page_and_clears_the_client(coach: Browser) -> None:
    client = newcomer()
    page = coach.get("readiness_forms.edit", client_id=client.id)
    assert len(page.select(".question")) == 10
    coach.post("readiness_forms.update", NO, expect=303, client_id=client.id)
    shown = coach.get("readiness.show", client_id=client.id)
    assert "Cleared" in shown.select_one("#readiness-state").text
    assert "Cleared" in coach.get("clients.show", client_id=client.id).select_one("#before").text


def test_a_question_left_open_is_named_and_the_rest_is_kept(coach: Browser) -> None:
    client = newcomer()
    page = coach.post(
        "readiness_forms.update", {**NO, "screen_3": "", "words": "Hay fever"}, expect=422, client_id=client.id
    )
    assert "Answer question 3 with Yes or No" in page.select_one(".error-summary").text
    assert page.select_one("textarea[name=words]").text.strip() == "Hay fever"
    assert page.select_one("input[name=screen_4][value=no]").has_attr("checked")


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"screen_1": "yes"}, "Question 1: choose what fits"),
        ({"screen_2": "yes", "screen_2-g0": "chest"}, "Question 2: choose what fits"),
        ({"screen_4": "yes", "screen_4-g0": "lung"}, "Question 4: choose what fits"),
        ({"screen_6": "yes"}, "Question 6: choose the area of the body"),
        (
            {"screen_6": "yes", "screen_6-1-region": "knee", "screen_6-1-g0": "operation"},
            "Question 6: choose the side of the knee",
        ),
        (
            {"screen_8": "yes", "screen_8-g0": "limits", "screen_8-g1": "spoken"},
            "Question 8: choose the area of the body",
        ),
        ({"screen_10": "yes", "screen_10-1-region": "knee"}, "Question 10: choose what fits"),
        (
            {"screen_10": "yes", "screen_10-1-region": "knee", "screen_10-1-g0": "now", "screen_10-1-intensity": "11"},
            "Enter a number from 0 to 10",
        ),
    ],
)
def test_a_yes_needs_its_details(coach: Browser, said: dict[str, str], problem: str) -> None:
    page = coach.post("readiness_forms.update", NO | said, expect=422, client_id=newcomer().id)
    assert problem in page.select_one(".error-summary").text


def test_what_is_on_file_in_writing_is_said_where_it_is_asked_for(coach: Browser) -> None:
    client = newcomer()
    a_precaution(client, region="knee", side="right", words="Bend to 90 at most")
    page = coach.get("readiness_forms.edit", client_id=client.id)
    said = "We have it in writing: right knee, from Ana Ruiz, PT."
    assert [one.text.strip() for one in page.select(".question__papers")] == [said, said]
    assert not page.select("input[value=limits][name^=screen_6]"), "a paper counts, not a tick"


def test_a_yes_asks_for_its_red_flags_before_anything_is_judged(coach: Browser) -> None:
    client = newcomer()
    said = NO | {"screen_1": "yes", "screen_1-g0": "heart"}
    coach.post("readiness_forms.update", said, expect=303, client_id=client.id)
    assert state(client) == "not done"
    page = coach.get("readiness_follow_ups.edit", client_id=client.id)
    asked = [one["name"] for one in page.select("input[type=radio][value=yes]")]
    assert asked == ["screen_activity", "rf_chest_now", "rf_chest_recent", "rf_breathless"]
    page = coach.post("readiness_follow_ups.update", {"rf_chest_now": "no"}, expect=422, client_id=client.id)
    assert "Answer this question with Yes or No" in page.select_one(".error-summary").text
    answers = dict.fromkeys(asked, "no") | {"screen_activity": "yes"}
    coach.post("readiness_follow_ups.update", answers, expect=303, client_id=client.id)
    shown = coach.get("readiness.show", client_id=client.id)
    assert "Cleared with advice" in shown.text
    assert "Light to moderate effort only." in shown.text


def test_a_red_flag_shuts_the_gate_and_drafts_the_letter(coach: Browser) -> None:
    client = newcomer()
    coach.post("readiness_forms.update", NO | {"screen_3": "yes"}, expect=303, client_id=client.id)
    coach.post(
        "readiness_follow_ups.update", {"rf_claudication": "no", "rf_dvt": "yes"}, expect=303, client_id=client.id
    )
    (letter,) = refer_outs_of(client.id)
    assert (letter.level, letter.flags, letter.waiting) == ("SAME_DAY", ["rf_dvt"], True)
    page = coach.post("assessments.create", client_id=client.id, expect=409)
    assert "Stop: somebody must look today" in page.text
    assert not page.select("input[name=reason]")
    assert "Ada Newcomer" in coach.get("today.show").select_one(".referred").text


def test_an_emergency_is_judged_at_once_and_nothing_more_is_asked(coach: Browser) -> None:
    client = newcomer()
    said = {"screen_1": "yes", "screen_1-g0": "heart", "screen_2": "yes", "screen_2-g0": "chest", "screen_2-g1": "now"}
    coach.post("readiness_forms.update", NO | said, expect=303, client_id=client.id)
    assert coach.last is not None
    assert coach.last.location == f"/clients/{client.id}/readiness"
    assert "Stop everything and call" in coach.get("readiness.show", client_id=client.id).text
    assert refer_outs_of(client.id)[0].level == "EMERGENCY"


def test_what_is_typed_is_kept_and_counts_only_when_it_is_sent(coach: Browser) -> None:
    client = newcomer()
    typed = {"screen_1": "no", "screen_10": "yes", "screen_10-1-region": "knee", "screen_10-1-since": "May"}
    coach.post("readiness_drafts.update", typed, expect=200, fragment=True, client_id=client.id)
    assert state(client) == "not done"
    page = coach.get("readiness_forms.edit", client_id=client.id)
    assert page.select_one("input[name=screen_1][value=no]").has_attr("checked")
    assert page.select_one("[name=screen_10-1-since]")["value"] == "May"
    assert page.select_one("[name=screen_10-1-region] option[selected]")["value"] == "knee"


def test_answers_of_a_yes_taken_back_do_not_stay(coach: Browser) -> None:
    client = newcomer()
    coach.post(
        "readiness_drafts.update",
        {"screen_1": "yes", "screen_1-g0": "stroke"},
        expect=200,
        fragment=True,
        client_id=client.id,
    )
    coach.post("readiness_forms.update", NO | {"screen_1-g0": "stroke"}, expect=303, client_id=client.id)
    found = held(client.id, today("Europe/London"))
    assert found is not None
    assert "screen_1.stroke" not in found.form.answers
    assert begun(client.id) is None


def test_who_is_cleared_is_a_tap_from_the_tests(coach: Browser) -> None:
    client = a_client()
    coach.post("readiness_expiries.create", client_id=client.id, expect=303)
    assert not coach.get("readiness.show", client_id=client.id).select_one(".actions a[href$='/assessments/new']")
    coach.post("readiness_forms.update", NO, expect=303, client_id=client.id)
    page = coach.get("readiness.show", client_id=client.id)
    assert page.select_one(".actions a[href$='/assessments/new']").get_text(strip=True) == "Choose tests"


def test_health_that_has_changed_makes_the_answers_expire(coach: Browser) -> None:
    client = a_client()
    coach.post("readiness_expiries.create", client_id=client.id, expect=303)
    assert state(client) == "expired"
    before = coach.get("clients.show", client_id=client.id).select_one("#before").text
    assert "Expired" in before
    assert "no longer hold since" in before
    coach.post("readiness_forms.update", NO, expect=303, client_id=client.id)
    assert state(client) == "held"
    assert len(earlier(client.id)) == 2


def test_the_coach_takes_the_blood_pressure_and_the_lower_pair_counts(coach: Browser) -> None:
    client = a_client()
    first = {"systolic": "185", "diastolic": "95", "systolic_again": "150", "diastolic_again": "88"}
    page = coach.post("readiness_checks.update", first, expect=422, client_id=client.id)
    assert "five minutes" in page.select_one(".error-summary").text
    coach.post("readiness_checks.update", first | {"rested": "y"}, expect=303, client_id=client.id)
    shown = coach.get("readiness.show", client_id=client.id)
    assert "Cleared with advice" in shown.text
    assert not refer_outs_of(client.id)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"systolic": "120"}, "Enter both numbers of the reading"),
        ({"systolic": "80", "diastolic": "120"}, "The upper number must be higher than the lower one"),
        ({"systolic": "400", "diastolic": "90"}, "Enter a number from 50 to 300"),
    ],
)
def test_a_reading_that_cannot_be_is_asked_again(coach: Browser, typed: dict[str, str], problem: str) -> None:
    page = coach.post("readiness_checks.update", typed, expect=422, client_id=a_client().id)
    assert problem in page.select_one(".error-summary").text


def test_the_coachs_check_does_not_make_old_answers_younger(app: Flask, coach: Browser) -> None:
    client = newcomer()
    form = well(client)
    before = (form.answered_at, form.answered_on)
    coach.post("readiness_checks.update", {"yellow": "yf_work"}, expect=303, client_id=client.id)
    found = held(client.id, today("Europe/London"))
    assert found is not None
    assert (found.form.answered_at, found.form.answered_on) == before
    shown = coach.get("readiness.show", client_id=client.id).text
    assert "Start with 2 exercises" in shown


def test_yellow_flags_are_for_coaches_alone(browse: Browse, people: Cast) -> None:
    client = a_client()
    browse(people.coach).post("readiness_checks.update", {"yellow": "yf_mood"}, expect=303, client_id=client.id)
    assert "Readiness" not in browse(people.front_desk).get("clients.show", client_id=client.id).text


def test_not_done_is_passed_with_a_name_and_a_reason_in_one_more_step(coach: Browser) -> None:
    client = newcomer()
    page = coach.post("assessments.create", client_id=client.id, expect=409)
    assert "Not done" in page.text
    page = coach.post("assessments.create", {"reason": " "}, expect=409, client_id=client.id)
    assert "Enter the reason" in page.text
    coach.post(
        "assessments.create", {"reason": "Answers are on paper, typed in tonight"}, expect=303, client_id=client.id
    )
    trail = coach.get("client_history.show", client_id=client.id).text
    assert "Started without current readiness answers" in trail
    assert "typed in tonight" not in trail


def test_needs_clearance_cannot_be_passed(coach: Browser) -> None:
    client = newcomer()
    well(client, answers={f"screen_{n}": n == 8 for n in range(1, 11)})
    page = coach.post("assessments.create", {"reason": "They feel fine"}, expect=409, client_id=client.id)
    assert "Written agreement is needed first" in page.text
