"""Precautions, clearances and pain as they stand: what blocks stays blocked until somebody clears it in writing."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from studio.ces.case import Tag
from studio.ces.catalogue import catalogue
from studio.clock import utcnow
from studio.models.cases import draft_case
from studio.models.clearances import Level
from studio.models.clients import Client
from studio.models.gates import may_start
from studio.models.precautions import Source
from studio.models.standing import Standing, standing
from studio.models.studios import studio_today
from studio.operations import assessments, clearances, precautions, programmes
from studio.operations.assessment_changes import amend

from ..builders import a_client, a_complete_assessment, an_assessment, taps, well
from ..limits import a_clearance, a_precaution
from ..people import Cast
from ..programmes import FINDINGS, KIT, a_draft, names

KNEE = "pain:heel_rises=knee.right.5"
LATER = timedelta(minutes=1)


def now(client: Client, on: date | None = None) -> Standing:
    return standing(client.id, on or studio_today())


def resting(client: Client, on: date | None = None) -> set[str]:
    return {one.pain.region for one in now(client, on).pains}


def test_pain_of_an_old_assessment_blocks_after_later_clean_ones(app: Flask) -> None:
    client = a_client(equipment=KIT)
    a_complete_assessment(client, *FINDINGS, KNEE)
    for _ in range(2):
        with time_machine.travel(utcnow() + LATER):
            version = a_complete_assessment(client, *FINDINGS)
    assert resting(client) == {"knee"}
    draft = programmes.draft_from(version, by=Cast().coach)
    case = draft_case(draft, studio_today())
    assert [pain.region for pain in case.pain] == ["knee"]


def test_only_a_word_in_writing_after_the_pain_lifts_its_block(app: Flask) -> None:
    client = a_client()
    a_clearance(client)
    with time_machine.travel(utcnow() + LATER):
        a_complete_assessment(client, KNEE)
        assert resting(client) == {"knee"}, "the word was there before the pain"
    with time_machine.travel(utcnow() + 2 * LATER):
        a_clearance(client, regions=["hip"])
        assert resting(client) == {"knee"}, "it is about another region"
        a_clearance(client, Level.not_now, regions=["knee"])
        assert resting(client) == {"knee"}, "it says not now"
        a_clearance(client, on=studio_today() - timedelta(days=1))
        assert resting(client) == {"knee"}, "it was written before the pain"
        a_clearance(client, Level.restricted, regions=["knee"])
        assert resting(client) == set()


def test_a_clearance_with_an_end_lets_the_block_return_after_it(app: Flask) -> None:
    client = a_client()
    a_complete_assessment(client, KNEE)
    today = studio_today()
    with time_machine.travel(utcnow() + LATER):
        a_clearance(client, until=today + timedelta(days=10))
    assert resting(client, today + timedelta(days=10)) == set()
    assert resting(client, today + timedelta(days=11)) == {"knee"}


def test_a_withdrawn_clearance_lifts_nothing(app: Flask) -> None:
    client = a_client()
    a_complete_assessment(client, KNEE)
    with time_machine.travel(utcnow() + LATER):
        a_clearance(client)
        (row,) = now(client).clearances
        clearances.withdraw(row, client, "It was meant for another client", by=Cast().coach)
    assert resting(client) == {"knee"}


def test_pain_that_comes_again_after_a_clearance_blocks_again(app: Flask) -> None:
    client = a_client()
    a_complete_assessment(client, KNEE)
    with time_machine.travel(utcnow() + LATER):
        a_clearance(client)
    with time_machine.travel(utcnow() + 2 * LATER):
        a_complete_assessment(client, KNEE)
        assert resting(client) == {"knee"}


def test_an_amendment_for_another_reason_does_not_bring_a_cleared_pain_back(app: Flask) -> None:
    client = a_client()
    version = a_complete_assessment(client, KNEE)
    with time_machine.travel(utcnow() + LATER):
        a_clearance(client)
    with time_machine.travel(utcnow() + 2 * LATER):
        amend(version.assessment, "The other heel", by=Cast().coach)
        taps(version.assessment, "f:heel_rises:left=1")
        assessments.complete(version.assessment, by=Cast().coach, taps=0, zone="Europe/London")
    assert resting(client) == set()


def test_pain_on_a_board_that_is_still_open_blocks_too(app: Flask) -> None:
    client = a_client()
    taps(an_assessment(client), KNEE)
    assert resting(client) == {"knee"}


def test_limits_and_tags_reach_the_draft_and_stop_on_their_last_day(app: Flask) -> None:
    client = a_client(equipment=KIT)
    draft = a_draft(client)
    today = studio_today()
    assert {"standing"} & {_position(name) for name in names(draft)}
    a_precaution(client, limits=[{"kind": "position", "code": "standing"}], tags=["osteoporosis"], until=today)
    case = draft_case(draft, today)
    assert [(one.kind, one.code, one.by, one.until) for one in case.client.limits] == [
        ("position", "standing", "Ana Ruiz, PT", today)
    ]
    assert case.client.tags == (Tag("osteoporosis"),)
    assert "standing" not in {_position(name) for name in names(draft)}
    after = now(client, today + timedelta(days=1))
    assert (after.limits, after.tags) == ((), ())
    assert len(after.lapsed) == 1, "it asks whether it still stands"


def test_an_ended_precaution_filters_no_more_and_can_be_taken_up_again(app: Flask) -> None:
    client = a_client()
    a_precaution(client, tags=["osteoporosis"])
    (row,) = now(client).precautions
    precautions.end(row, client, "Dr Adeyemi says it is no longer so", by=Cast().coach)
    assert now(client).tags == ()
    assert row.ended_reason
    precautions.take_up_again(row, client, by=Cast().coach)
    assert now(client).tags == (Tag("osteoporosis"),)


@pytest.mark.parametrize(
    ("words", "rests"),
    [
        ({"operation": "tkr", "in_writing": False}, True),
        ({"operation": "tkr", "in_writing": True}, False),
        ({"limits": [{"kind": "range", "code": "flexion", "ceiling": 90}], "in_writing": False}, True),
        ({"tags": ["kneeling_intolerance"], "in_writing": False, "role": Source.client}, False),
    ],
)
def test_without_limits_in_writing_the_region_gets_no_exercise(
    app: Flask, words: dict[str, object], rests: bool
) -> None:
    client = a_client()
    a_precaution(client, region="knee", side="left", **words)
    assert (Tag("recent_surgery_local", "knee", "left") in now(client).tags) == rests


def test_an_operated_area_rests_until_limits_for_that_side_are_on_file_in_writing(app: Flask) -> None:
    client = a_client(ready=False)
    knee = {"about": "screen_6", "region": "knee", "side": "left", "said": ["operation"]}
    well(client, answers={f"screen_{n}": n == 6 for n in range(1, 11)}, areas=[knee])
    a_precaution(client, region="knee", side="left", words="Only told so far", in_writing=False)
    a_precaution(client, region="knee", side="right", words="Bend to 90 at most")
    a_precaution(client, region="knee", side="left", words="His own idea", role=Source.client)
    assert blocked(client) == ("knee",)
    a_precaution(client, region="knee", side="left", words="Bend to 90 at most")
    assert blocked(client) == ()


def test_limits_that_were_told_lift_the_block_once_they_are_in_writing(app: Flask) -> None:
    client = a_client(ready=False)
    shoulder = {"about": "screen_8", "region": "shoulder", "side": "both"}
    answers = {f"screen_{n}": n == 8 for n in range(1, 11)} | {"screen_8.limits": True, "screen_8.spoken": True}
    well(client, answers=answers, areas=[shoulder])
    a_precaution(client, region="shoulder", side="left", words="Not over the head")
    assert blocked(client) == ("shoulder",)
    a_precaution(client, region="shoulder", side="right", words="Not over the head")
    assert blocked(client) == ()


def test_after_heart_surgery_the_upper_body_rests(app: Flask) -> None:
    client = a_client()
    a_precaution(client, region="mid_back", operation="sternotomy")
    assert {one.region for one in now(client).limits if one.kind == "rest"} == {"mid_back", "shoulder", "elbow_wrist"}


def test_the_last_word_for_the_whole_body_is_the_clearance(app: Flask) -> None:
    client = a_client()
    assert now(client).clearance == "none"
    a_clearance(client, Level.not_now)
    assert now(client).clearance == "not_now"
    a_clearance(client, Level.restricted, regions=["knee"], exercises=["act_clam"])
    assert now(client).clearance == "not_now"
    a_clearance(client, Level.full)
    assert (now(client).clearance, now(client).cleared) == ("full", {"act_clam"})


def test_not_now_for_a_region_lets_it_rest_until_a_later_word_about_it(app: Flask) -> None:
    client = a_client()
    a_clearance(client, Level.not_now, regions=["knee"])
    assert [(one.kind, one.region) for one in now(client).limits] == [("rest", "knee")]
    assert now(client).clearance == "none"
    a_clearance(client, Level.full, regions=["knee"])
    assert now(client).limits == ()


def test_what_a_completed_assessment_says_knows_the_precautions_of_that_day(app: Flask) -> None:
    client = a_client()
    a_precaution(client, region="knee", side="left", tags=["osteoporosis"], words="Slow on stairs")
    version = a_complete_assessment(client, *FINDINGS)
    assert version.case["client"]["tags"] == [{"tag": "osteoporosis", "region": None, "side": None}]
    assert version.case["client"]["limits"][0]["words"] == "Slow on stairs"


def test_the_day_of_a_pain_is_the_studios_day(app: Flask) -> None:
    client = a_client()
    with time_machine.travel(datetime(2026, 7, 1, 23, 30, tzinfo=UTC), tick=False):  # 00:30 on the 2nd in London
        a_complete_assessment(client, KNEE)
    with time_machine.travel(datetime(2026, 7, 2, 9, 0, tzinfo=UTC), tick=False):
        a_clearance(client, on=date(2026, 7, 1))
        assert resting(client) == {"knee"}
        a_clearance(client, on=date(2026, 7, 2))
        assert resting(client) == set()


def blocked(client: Client) -> tuple[str, ...]:
    return may_start(client, studio_today()).gate.blocked_regions


def _position(exercise: str) -> str:
    return catalogue().exercises[exercise].position
