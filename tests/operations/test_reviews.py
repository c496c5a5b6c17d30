"""From a re-screen to the next programme: what the rules suggest, what the coach decides, what the draft then holds."""

from datetime import date, datetime

import pytest
import time_machine
from flask import Flask

from studio.models.clients import Client
from studio.models.database import write
from studio.models.precautions import Source
from studio.models.refer_outs import Reply as Answer
from studio.models.refer_outs import refer_outs_of
from studio.models.rescreens import Rescreen, Said, rescreen_of
from studio.models.reviews import Reply, Review, history_of, plan_case, reviews_of
from studio.models.standing import standing
from studio.models.studios import studio_today
from studio.operations import plans, programmes, refer_outs, reviews
from studio.operations.assessment_changes import void

from ..builders import a_client, a_complete_assessment, a_refer_out
from ..limits import a_clearance
from ..people import Cast
from ..programmes import KIT, a_draft, issue

FIRST, WEEK_6 = "2026-03-02T09:00:00Z", "2026-04-13T09:00:00Z"
WORSE, SAME, BETTER = ("f:heel_rises:left=2",), ("f:heel_rises:left=1",), ()


def at(moment: str) -> time_machine.travel:
    return time_machine.travel(datetime.fromisoformat(moment), tick=True)


def a_rescreen(*found: str, first: tuple[str, ...] = SAME, by=None) -> Rescreen:
    """A programme issued in March for lifting heels, and an assessment six weeks later."""
    client = a_client(equipment=KIT)
    with at(FIRST):
        issue(a_draft(client, *first))
    with at(WEEK_6):
        version = a_complete_assessment(client, *found, by=by)
    found_one = rescreen_of(version)
    assert found_one is not None
    return found_one


def resting(client: Client) -> list[tuple[str, str | None]]:
    return [(one.pain.region, one.pain.side) for one in standing(client.id, studio_today()).pains]


def suggested(one: Rescreen, done: int = 9, **said) -> Review:
    return reviews.suggest(one, Said(done, 10, **said), by=Cast().coach)[0]


def test_an_assessment_after_an_issued_programme_is_a_rescreen_of_its_week(app: Flask) -> None:
    one = a_rescreen(*SAME)
    assert (one.week, one.last) == (6, False)
    assert one.findings == ("ohsa.heel_rises",)
    with at("2026-04-14T09:00:00Z"):
        issue(programmes.draft_from(one.version, by=Cast().coach))
    assert rescreen_of(one.version) is not None


def test_the_first_assessment_is_no_rescreen(app: Flask) -> None:
    client = a_client(equipment=KIT)
    version = a_complete_assessment(client, *SAME)
    assert rescreen_of(version) is None
    issue(programmes.draft_from(version, by=Cast().coach))
    assert rescreen_of(version) is None


@pytest.mark.parametrize(
    ("before", "now", "done", "rule"),
    [
        (SAME, BETTER, 9, "R2"),
        (WORSE, SAME, 9, "R1"),
        (WORSE, SAME, 4, "R1b"),
        (SAME, SAME, 8, "R3"),
        (SAME, SAME, 6, "R4"),
        (SAME, SAME, 4, "R5"),
        (SAME, WORSE, 8, "R6"),
        (SAME, ("pain:heel_rises=foot_ankle.left.4",), 8, "R0"),
    ],
)
def test_what_was_seen_and_how_home_went_lead_to_a_rule(app: Flask, before, now, done, rule) -> None:
    assert suggested(a_rescreen(*now, first=before), done).rule == rule


def test_pain_that_lasted_after_sessions_rests_its_area_until_it_is_cleared_in_writing(app: Flask) -> None:
    one = a_rescreen(*SAME)
    client = one.version.assessment.client
    elsewhere = suggested(one, sore="shoulder.right.3")
    assert elsewhere.rule == "R3", "the finding is of another area, and goes by its own rule"
    assert resting(client) == [("shoulder", "right")]
    assert "shoulder" in plan_case(one.issued.programme, one.version, studio_today()).pain[0].region
    (letter,) = refer_outs_of(client.id)
    assert (letter.level, letter.regions) == ("PROMPT", ["shoulder"])
    assert suggested(one, sore="foot_ankle.left.x").rule == "R7"
    assert resting(client) == [("foot_ankle", "left")]
    a_clearance(client, regions=["foot_ankle"])
    assert resting(client) == []


def test_a_red_flag_a_clinician_has_answered_does_not_stop_the_review(app: Flask) -> None:
    one = a_rescreen(*SAME)
    row = a_refer_out(one.version.assessment.client)
    assert suggested(one).rule == "R0"
    on = studio_today()
    refer_outs.answer(row, refer_outs.Answered(Answer.full, "Dr Adeyemi", Source.physician, on, on), by=Cast().coach)
    assert suggested(one).rule == "R3"


def test_every_finding_of_the_programme_gets_a_proposal(app: Flask) -> None:
    one = a_rescreen("f:heel_rises:left=1", first=("f:heel_rises:left=2", "f:knee_valgus:right=1"))
    found = reviews.suggest(one, Said(9, 10), by=Cast().coach)
    assert [(row.compensation, row.rule) for row in found] == [
        ("ohsa.heel_rises", "R1"),
        ("ohsa.knee_valgus", "R2"),
    ]


def test_one_grade_seen_by_another_coach_is_not_counted(app: Flask) -> None:
    review = suggested(a_rescreen(*SAME, first=WORSE, by=Cast().other_coach))
    assert review.rule == "R3"
    assert any("not counted" in reason for reason in review.reasons)


def test_a_decision_shapes_the_next_draft(app: Flask) -> None:
    one = a_rescreen(*SAME, first=WORSE)
    review = suggested(one)
    reviews.decide(review, "progress", "", one.issued, by=Cast().coach)
    assert (review.reply, review.chosen) == (Reply.accepted, "progress")
    assert review.rungs
    with at(WEEK_6):
        draft = programmes.draft_from(one.version, by=Cast().coach)
    reached = {new for _, new in review.rungs}
    assert reached & {row.exercise for row in (*draft.on_sheet, *draft.waiting)}
    assert any("not needed now" in note for note in draft.notes["notes"])


def test_an_open_or_refused_proposal_changes_nothing(app: Flask) -> None:
    one = a_rescreen(*SAME, first=WORSE)
    review = suggested(one)
    assert history_of([review], "home").better == frozenset()
    reviews.decide(review, None, "She wants to keep these drills", one.issued, by=Cast().coach)
    assert review.reply is Reply.refused
    history = history_of([review], "home")
    assert (history.better, history.rungs) == (frozenset(), ())


def test_a_decision_can_be_taken_back(app: Flask) -> None:
    one = a_rescreen(*SAME, first=WORSE)
    review = suggested(one)
    reviews.decide(review, "progress", "", one.issued, by=Cast().coach)
    reviews.take_back(review, by=Cast().coach)
    assert (review.reply, review.chosen, review.rungs) == (Reply.open, "", [])


def test_another_step_is_kept_with_its_reason(app: Flask) -> None:
    one = a_rescreen(*SAME, first=WORSE)
    review = suggested(one)
    reviews.decide(review, "hold", "Two busy weeks ahead", one.issued, by=Cast().coach)
    assert (review.reply, review.chosen, review.why) == (Reply.changed, "hold", "Two busy weeks ahead")


def test_weighing_up_again_keeps_a_decision_only_while_the_proposal_is_the_same(app: Flask) -> None:
    one = a_rescreen(*SAME, first=WORSE)
    review = suggested(one)
    reviews.decide(review, "progress", "", one.issued, by=Cast().coach)
    assert suggested(one, 8).reply is Reply.accepted
    again = suggested(one, 3)
    assert (again.id, again.rule, again.reply) == (review.id, "R1b", Reply.open)


def test_a_held_block_keeps_the_plan_two_weeks_behind(app: Flask) -> None:
    one = a_rescreen(*SAME)
    review = suggested(one, 6)
    reviews.decide(review, "hold", "", one.issued, by=Cast().coach)
    with at(WEEK_6):
        programme = one.issued.programme
        on = datetime.fromisoformat(WEEK_6).date()
        assert programme.week(on) == 7
        assert plan_case(programme, one.version, on).plan.week == 5


def test_less_at_home_gives_a_sheet_of_three_lines(app: Flask) -> None:
    one = a_rescreen(*SAME)
    review = suggested(one, 3)
    reviews.decide(review, "hold_simplify", "", one.issued, by=Cast().coach)
    with at(WEEK_6):
        draft = programmes.draft_from(one.version, by=Cast().coach)
    assert len(draft.on_sheet) <= 3
    assert draft.notes["max_minutes"] == 8


def test_no_change_twice_after_another_strategy_refers_back(app: Flask) -> None:
    one = a_rescreen(*SAME)
    reviews.decide(suggested(one), "change_strategy", "", one.issued, by=Cast().coach)
    with at("2026-05-25T09:00:00Z"):
        version = a_complete_assessment(one.issued.programme.client, *SAME)
        week_12 = rescreen_of(version)
        assert week_12 is not None
        assert (week_12.week, week_12.last) == (12, True)
        assert suggested(week_12).rule == "R8"


def test_a_plan_is_16_weeks_for_somebody_of_65_and_says_so(app: Flask) -> None:
    with at(FIRST):
        draft = a_draft(a_client(equipment=KIT, birth_date=date(1960, 1, 1)))
    assert (draft.programme.weeks, draft.plan["weeks"]) == (16, 16)
    assert draft.programme.weeks_why == ["Aged 66"]


def test_a_coach_may_choose_the_weeks_and_give_the_choice_back(app: Flask) -> None:
    with at(FIRST):
        draft = a_draft(a_client(equipment=KIT))
        programme = draft.programme
        assert programme.weeks == 12
        plans.lay_out(programme, plans.Layout(16, 2, 45), by=Cast().coach)
        assert (programme.weeks, programme.weeks_by_id, draft.plan["weeks"]) == (16, Cast().coach.id, 16)
        assert draft.plan["sessions_per_week"] == 2
        plans.lay_out(programme, plans.Layout(None, 1, 60), by=Cast().coach)
        assert (programme.weeks, programme.weeks_by_id) == (12, None)


def test_a_draft_somebody_worked_on_is_not_drafted_anew_for_other_weeks(app: Flask) -> None:
    draft = a_draft()
    with write():
        draft.touched = True
    before = [row.id for row in draft.lines]
    plans.lay_out(draft.programme, plans.Layout(16, 1, 60), by=Cast().coach)
    assert [row.id for row in draft.lines] == before


def test_a_voided_rescreen_counts_for_nothing(app: Flask) -> None:
    one = a_rescreen(*SAME)
    reviews.decide(suggested(one, 6), "hold", "", one.issued, by=Cast().coach)
    void(one.version.assessment, "Wrong client", by=Cast().coach)
    assert reviews_of(one.issued.programme.client_id) == []
