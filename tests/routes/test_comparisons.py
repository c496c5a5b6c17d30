"""Assessments side by side: what the page says, what it refuses to say, and the report that says the same."""

from collections.abc import Callable
from datetime import timedelta

from flask import Flask

from studio import clock
from studio.ces.wording import forbidden
from studio.models.assessments import AssessmentVersion
from studio.models.clients import Client
from studio.models.comparisons import completed
from studio.models.sheets_comparison import comparison_of
from studio.models.studios import the_studio
from studio.models.users import User
from studio.operations import assessment_changes, assessments
from studio.sheets import ComparisonSheet
from studio.sheets.stored import pack

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, an_assessment, rest_is_clean, taps
from ..documents.reading import pages, text
from ..people import Cast
from .test_findings_reports import every_text
from .test_statements import listening

Browse = Callable[..., Browser]
KNEE, HEELS, LEAN = (
    "f:knee_valgus:left=2",
    ("f:heel_rises:left=1", "f:heel_rises:right=1"),
    "f:excessive_forward_lean:mid=",
)


def on_day(day: int, client: Client, *said: str, by: User | None = None) -> AssessmentVersion:
    """A complete overhead squat so many days after the first."""
    with clock.pretend(clock.utcnow() + timedelta(days=day - 100)):
        return a_complete_assessment(client, *said, by=by)


def compare(browser: Browser, client: Client, *dates: AssessmentVersion, expect: int = 200) -> str:
    asked = {"dates": [one.assessment_id for one in dates]} if dates else {}
    page = browser.get("comparisons.show", client_id=client.id, expect=expect, **asked)
    return " ".join(page.get_text(" ").split())


def report(browser: Browser, client: Client, *dates: AssessmentVersion) -> bytes:
    browser.get("comparisons.paper", client_id=client.id, dates=[one.assessment_id for one in dates])
    assert browser.last is not None
    assert browser.last.mimetype == "application/pdf"
    return browser.last.data


def sheet_of(client: Client) -> ComparisonSheet:
    studio, all_ = the_studio(), completed(client.id)
    assert studio is not None
    sheet = comparison_of(client, all_, [one.id for one in all_], studio)
    assert sheet is not None
    return sheet


def test_what_changed_is_said_row_by_row_and_in_one_sentence(browse: Browse, people: Cast) -> None:
    client = a_client("Maria Smith")
    on_day(0, client, KNEE, *HEELS, f"{LEAN}1")
    on_day(42, client, *HEELS, "f:head_forward:mid=1", f"{LEAN}2")
    words = compare(browse(people.coach), client)
    assert (
        "Of your 3 findings, 1 is not seen now, 1 is the same and 1 is likely more than before. 1 thing is new."
        in words
    )
    assert "Week 6" in words
    for row in ("Left knee moves in", "Heels lift", "Chest drops forward", "Head moves forward"):
        assert row in words
    assert "Right knee moves in" not in words


def test_a_single_grade_by_another_coach_is_too_small_to_call(browse: Browse, people: Cast) -> None:
    client = a_client()
    on_day(0, client, *HEELS)
    on_day(42, client, by=people.other_coach)
    words = compare(browse(people.coach), client)
    assert "Your one finding is too small to call." in words
    assert "one grade, another coach rated" in words
    assert "Dana Whitfield and Jonas Keller rated" in words
    assert "from 15 points a likely change" in words.lower()


def test_another_depth_is_said_and_nothing_is_compared(browse: Browse, people: Cast) -> None:
    client = a_client()
    on_day(0, client, KNEE)
    on_day(42, client, "depth=partial")
    words = compare(browse(people.coach), client)
    assert "Your one finding is not compared." in words
    assert "not equally deep" in words
    assert "No change shown" in words or "no change shown" in words


def test_a_test_stopped_for_pain_leaves_a_gap_and_no_change(browse: Browse, people: Cast) -> None:
    client = a_client()
    on_day(0, client, KNEE)
    on_day(42, client, "pain:knee_valgus=knee.left.4")
    words = compare(browse(people.coach), client)
    assert "A test was stopped for pain on" in words
    assert "no score" in words
    assert "not seen now" not in words


def test_what_was_not_tested_is_never_called_clean(browse: Browse, people: Cast) -> None:
    client = a_client()
    on_day(0, client, KNEE)
    on_day(42, client, "f:knee_valgus:left=nt")
    words = compare(browse(people.coach), client)
    assert "not tested" in words
    assert "Your one finding is not compared." in words


def test_the_first_the_one_before_and_the_last_are_shown_and_others_can_be_chosen(browse: Browse, people: Cast) -> None:
    client = a_client()
    dates = [on_day(day, client, KNEE) for day in (0, 20, 42, 84)]
    browser = browse(people.coach)
    heads = browser.get("comparisons.show", client_id=client.id).select("thead a")
    assert [int(str(head["href"]).rsplit("/", 1)[1]) for head in heads] == [
        dates[0].assessment_id,
        dates[2].assessment_id,
        dates[3].assessment_id,
    ]
    words = compare(browser, client, dates[1], dates[3])
    assert "Since" in words
    assert "Choose two or three assessments" in compare(browser, client, dates[0], expect=422)
    assert "Choose two or three assessments" in compare(browser, client, *dates, expect=422)


def test_a_voided_assessment_counts_for_nothing_here(browse: Browse, people: Cast) -> None:
    client = a_client()
    on_day(0, client, KNEE)
    wrong = on_day(42, client)
    assessment_changes.void(wrong.assessment, reason="Another person", by=people.coach)
    assert "Nothing to compare yet" in compare(browse(people.coach), client)


def test_dates_of_another_client_are_refused(browse: Browse, people: Cast) -> None:
    mine, other = a_client(), a_client()
    own = [on_day(day, mine, KNEE) for day in (0, 42)]
    strange = on_day(0, other, KNEE)
    assert "Choose from the list" in compare(browse(people.coach), mine, own[0], strange, expect=422)


def test_with_one_assessment_there_is_nothing_to_compare_yet(browse: Browse, people: Cast) -> None:
    client = a_client()
    assert "After two assessments" in compare(browse(people.coach), client)
    on_day(0, client, KNEE)
    assert "One assessment is done" in compare(browse(people.coach), client)
    browse(people.coach).get("comparisons.paper", client_id=client.id, expect=404)


def test_the_progress_report_says_what_the_page_says_and_is_stored(browse: Browse, people: Cast) -> None:
    client = a_client("Maria Smith")
    dates = [on_day(0, client, KNEE, *HEELS), on_day(42, client, *HEELS)]
    browser = browse(people.coach)
    pdf = report(browser, client, *dates)
    assert "Maria, what has changed" in text(pdf)
    assert "Of your 2 findings, 1 is not seen now and 1 is the same." in text(pdf)
    assert len(pages(pdf)) == 1
    assert report(browser, client, *dates) == pdf
    assessment_changes.amend(dates[1].assessment, reason="Looked again at the film", by=people.coach)
    taps(dates[1].assessment, "f:heel_rises:left=0", "f:heel_rises:right=0")
    assessments.complete(dates[1].assessment, by=people.coach, taps=0, zone="Europe/London")
    again = report(browser, client, *dates)
    assert "Of your 2 findings, 2 are" not in text(pdf)
    assert "Your 2 findings are all not seen now." in text(again)


def test_no_word_of_it_is_one_a_client_should_not_read(app: Flask, people: Cast) -> None:
    client = a_client()
    on_day(0, client, KNEE, *HEELS, f"{LEAN}2")
    on_day(42, client, f"{LEAN}1", by=people.other_coach)
    on_day(84, client, "depth=partial", "pain:heel_rises=knee.left.4")
    for words in every_text(pack(sheet_of(client))):
        assert not forbidden(words), words


def test_the_page_asks_the_same_few_questions_for_two_assessments_and_for_fifteen(browse: Browse, people: Cast) -> None:
    few, many = a_client(), a_client()
    for client, number in ((few, 2), (many, 15)):
        for day in range(0, 3 * number, 3):
            on_day(day, client, KNEE)
    browser, asked = browse(people.coach), []
    for client in (few, many):
        compare(browser, client)
        with listening() as heard:
            compare(browser, client)
        asked.append(len(heard))
    assert asked[0] == asked[1] <= 12


def measured_on(day: int, client: Client, *said: str, by: User | None = None) -> None:
    """A complete squat with measures, so many days after the first."""
    with clock.pretend(clock.utcnow() + timedelta(days=day - 100)):
        squat = an_assessment(client, by=by)
        taps(squat, "depth=full", by=by)
        taps(squat, *said, station="measures", view="measures", by=by)
        rest_is_clean(squat, by=by)
        assessments.complete(squat, by=by or Cast().coach, taps=0, zone="Europe/London")


def test_measures_are_compared_each_against_its_own_error(browse: Browse, people: Cast) -> None:
    client = a_client("Maria Smith")
    measured_on(0, client, "m:knee_to_wall_cm:left:1=6", "m:knee_to_wall_cm:right:1=9", "m:tug_s:mid:1=11")
    measured_on(42, client, "m:knee_to_wall_cm:left:1=9.5", "m:knee_to_wall_cm:right:1=10", "m:tug_s:mid:1=10")
    words = compare(browse(people.coach), client)
    assert "6 cm 9.5 cm real change +3.5 cm, our error is 2" in words
    assert "9 cm 10 cm too small to call +1 cm, our error is 2" in words
    assert "no smallest change is known" in words
    assert "That is more than our measuring error." in words


def test_measures_over_time_stand_on_a_page_of_their_own(browse: Browse, people: Cast) -> None:
    client = a_client("Maria Smith")
    assert "Nothing measured yet" in " ".join(
        browse(people.coach).get("client_measures.show", client_id=client.id).get_text(" ").split()
    )
    measured_on(0, client, "m:knee_to_wall_cm:left:1=6")
    on_day(20, client, KNEE)
    measured_on(42, client, "m:knee_to_wall_cm:left:1=6.5")
    measured_on(84, client, "m:knee_to_wall_cm:left:1=9.5")
    page = browse(people.coach).get("client_measures.show", client_id=client.id)
    words = " ".join(page.get_text(" ").split())
    assert "real change +3.5 cm, our error is 2" in words
    assert "real change +3 cm, our error is 2" in words
    drawn = page.select_one("svg.drawing--chart")
    assert drawn is not None
    assert str(drawn["aria-label"]).count(" cm") == 3


def test_the_same_data_are_printed_for_client_therapist_and_coach(browse: Browse, people: Cast) -> None:
    client = a_client("Maria Smith")
    first, last = on_day(0, client, KNEE, *HEELS), on_day(42, client, *HEELS)
    coach = browse(people.coach)
    dates = [first.assessment_id, last.assessment_id]
    told = {}
    for reader in ("client", "therapist", "coach", "nobody"):
        coach.get("comparisons.paper", client_id=client.id, dates=dates, reading=reader)
        assert coach.last is not None
        told[reader] = " ".join(text(coach.last.data).split())
    assert "A drawing, not a photo." in told["client"]
    assert "Of your 2 findings" in told["client"]
    assert "For the physical therapist" in told["therapist"]
    assert "Of 2 findings" in told["therapist"]
    assert "Left knee moves in 2 marked 0 not seen not seen now" in told["coach"]
    assert told["nobody"] == told["client"]
