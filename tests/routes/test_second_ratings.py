"""The same performance rated twice: blind, apart from the client's assessments, and compared when both are done."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from studio import clock
from studio.extensions import db
from studio.models.assessments import Assessment, AssessmentVersion, State
from studio.models.cases import newest_findings
from studio.models.comparisons import completed
from studio.models.database import write
from studio.models.error_bands import ErrorBands, Rater, Standing, newest_bands
from studio.models.programmes import Programme
from studio.operations import assessment_changes, assessments, error_bands, second_ratings
from studio.operations.second_ratings import OnlyFromVideo, RatedAlready, TooSoon

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, rest_is_clean, taps
from ..people import Cast

Browse = Callable[..., Browser]
ZONE = "Europe/London"
KNEE = "f:knee_valgus:left=2"


def rated_again(version: AssessmentVersion, *said: str, days: int = 0) -> Assessment:
    """A finished second rating from the video, by the other coach; by the same one after so many days."""
    by = Cast().coach if days else Cast().other_coach
    with clock.pretend(clock.utcnow() + timedelta(days=days)):
        rating = second_ratings.start(version.assessment, "video", by=by, zone=ZONE)
        taps(rating, "depth=full", *said, by=by)
        rest_is_clean(rating, by=by)
        assessments.complete(rating, by=by, taps=0, zone=ZONE)
    return rating


def words(browser: Browser, endpoint: str, expect: int = 200, **values: object) -> str:
    return " ".join(browser.get(endpoint, expect=expect, **values).get_text(" ").split())  # type: ignore[arg-type]


def test_another_coach_starts_it_from_the_result_and_sees_nothing_of_the_first(browse: Browse, people: Cast) -> None:
    first = a_complete_assessment(None, KNEE)
    browser = browse(people.other_coach)
    assert "Measures are left out" in words(browser, "second_ratings.new", assessment_id=first.assessment_id)
    browser.post("second_ratings.create", {"way": "video"}, expect=303, assessment_id=first.assessment_id)
    board = " ".join(browser.follow().get_text(" ").split())
    assert "Second rating, blind." in board
    rating = db.session.scalar(select(Assessment).where(Assessment.second_to_id == first.assessment_id))
    assert rating is not None
    assert [one.protocol for one in rating.recordings] == ["ohsa"]
    assert not any(one.answers for one in rating.recordings)
    assert "marked" not in words(browser, "summaries.show", fragment=True, assessment_id=rating.id)


def test_a_second_rating_counts_in_no_list_and_drafts_no_programme(browse: Browse, people: Cast) -> None:
    client = a_client()
    first = a_complete_assessment(client, KNEE)
    browser = browse(people.other_coach)
    browser.post("second_ratings.create", {"way": "video"}, expect=303, assessment_id=first.assessment_id)
    rating = db.session.scalars(select(Assessment).where(Assessment.second_to_id.is_not(None))).one()
    rest_is_clean(rating, by=people.other_coach)
    browser.post("completions.create", {"taps": "0"}, expect=303, assessment_id=rating.id)
    assert browser.last is not None
    assert browser.last.headers["Location"].endswith(f"/second-ratings/{rating.id}")
    db.session.expire_all()
    assert rating.state is State.rated
    assert [one.id for one in completed(client.id)] == [first.assessment_id]
    assert newest_findings(client.id) == first
    assert db.session.scalar(select(Programme)) is None
    assert "Assessment begun" not in words(browse(people.coach), "clients.show", client_id=client.id)
    assert assessments.start(client, by=people.coach).second_to_id is None


def test_both_ratings_stand_side_by_side_when_done(browse: Browse, people: Cast) -> None:
    first = a_complete_assessment(None, KNEE, "f:heel_rises:left=1")
    rating = rated_again(first, "f:knee_valgus:left=1", "f:heel_rises:left=1")
    page = words(browse(people.coach), "second_ratings.show", assessment_id=rating.id)
    assert "Left knee moves in marked mild 1 grade" in page
    assert "Left heel lifts mild mild alike" in page
    assert "Alike on" in page
    browse(people.coach).get("assessments.show", expect=302, assessment_id=rating.id)


def test_the_same_coach_waits_two_weeks_and_rates_the_video_only(browse: Browse, people: Cast) -> None:
    first = a_complete_assessment(None, KNEE)
    with pytest.raises(TooSoon):
        second_ratings.start(first.assessment, "video", by=people.coach, zone=ZONE)
    page = words(browse(people.coach), "second_ratings.new", assessment_id=first.assessment_id)
    assert "You rated this one yourself." in page
    browse(people.coach).post("second_ratings.create", {"way": "video"}, expect=409, assessment_id=first.assessment_id)
    with clock.pretend(clock.utcnow() + timedelta(days=15)):
        with pytest.raises(OnlyFromVideo):
            second_ratings.start(first.assessment, "live", by=people.coach, zone=ZONE)
        assert second_ratings.start(first.assessment, "video", by=people.coach, zone=ZONE).state is State.rating


def test_live_is_for_another_coach_on_the_day_itself(people: Cast) -> None:
    first = a_complete_assessment()
    with clock.pretend(clock.utcnow() + timedelta(days=1)), pytest.raises(OnlyFromVideo):
        second_ratings.start(first.assessment, "live", by=people.other_coach, zone=ZONE)
    assert second_ratings.start(first.assessment, "live", by=people.other_coach, zone=ZONE).rated_from == "live"


def test_one_person_rates_a_performance_a_second_time_once(browse: Browse, people: Cast) -> None:
    first = a_complete_assessment()
    begun = second_ratings.start(first.assessment, "video", by=people.other_coach, zone=ZONE)
    assert second_ratings.start(first.assessment, "video", by=people.other_coach, zone=ZONE) == begun
    rest_is_clean(begun, by=people.other_coach)
    assessments.complete(begun, by=people.other_coach, taps=0, zone=ZONE)
    with pytest.raises(RatedAlready):
        second_ratings.start(first.assessment, "video", by=people.other_coach, zone=ZONE)


def test_one_can_be_left_out_and_counted_again(browse: Browse, people: Cast) -> None:
    rating = rated_again(a_complete_assessment(None, KNEE))
    owner = browse(people.owner)
    assert "1 pair" in words(owner, "agreement.show")
    owner.post("second_ratings.omit", {}, expect=303, assessment_id=rating.id)
    assert "No pair yet" in words(owner, "agreement.show")
    owner.post("second_ratings.count", {}, expect=303, assessment_id=rating.id)
    assert "1 pair" in words(owner, "agreement.show")


def test_a_second_rating_of_a_struck_out_assessment_says_nothing(browse: Browse, people: Cast) -> None:
    first = a_complete_assessment(None, KNEE)
    rating = rated_again(first)
    assessment_changes.void(first.assessment, reason="Another person", by=people.coach)
    assert "No pair yet" in words(browse(people.owner), "agreement.show")
    assert "Nothing to compare with." in words(browse(people.owner), "second_ratings.show", assessment_id=rating.id)


def test_it_moves_with_the_assessment_it_rates(people: Cast) -> None:
    first, to = a_complete_assessment(), a_client()
    rating = rated_again(first)
    assessment_changes.move(first.assessment, to, "Wrong person", by=people.coach)
    db.session.refresh(rating)
    assert rating.client_id == to.id


def test_the_owners_table_gives_percent_and_says_what_it_cannot_give(browse: Browse, people: Cast) -> None:
    rated_again(a_complete_assessment(None, KNEE))
    page = words(browse(people.owner), "agreement.show")
    assert "Two people 1 pair" in page
    assert "The same person twice 0 pairs" in page
    assert "50 %" in page  # the left knee apart, the right one alike
    assert "too few pairs" in page
    assert "Measures are not part of this." in page
    browse(people.coach).get("agreement.show", expect=403)


@pytest.mark.sweep
def test_own_bands_take_over_at_twenty_clients_and_the_owner_can_go_back(browse: Browse, people: Cast) -> None:
    firsts = [a_complete_assessment(None, KNEE) for _ in range(20)]
    for n, first in enumerate(firsts[:19]):
        rated_again(first, *([KNEE] if n % 2 else []))
    error_bands.refresh(by=people.owner)
    assert newest_bands() == {}
    rated_again(firsts[19], KNEE)
    error_bands.refresh(by=people.owner)
    bands = newest_bands()[Rater.other]
    # Ten differences of +5 and ten of 0: SD = 5 x sqrt(0.25 x 20 / 19) = 2.565; 1.645 x SD = 4.2, 1.96 x SD = 5.03.
    assert (bands.standing, bands.likely, bands.clear, bands.clients) == (Standing.in_use, 5, 6, 20)
    owner = browse(people.owner)
    assert "own bands in use" in words(owner, "agreement.show")
    owner.post("agreement.delete", {}, expect=303, rater="other")
    assert "Your own were withdrawn on" in words(owner, "agreement.show")
    error_bands.refresh(by=people.owner)
    assert newest_bands()[Rater.other].standing is Standing.withdrawn
    owner.post("agreement.create", {}, expect=303, rater="other")
    assert newest_bands()[Rater.other].standing is Standing.in_use
    assert len(db.session.scalars(select(ErrorBands)).all()) == 3


def test_own_bands_need_twenty_clients(browse: Browse, people: Cast) -> None:
    browse(people.owner).post("agreement.create", {}, expect=409, rater="same")


def test_the_result_page_reads_changes_by_the_own_bands_while_they_are_in_use(browse: Browse, people: Cast) -> None:
    client = a_client()
    with clock.pretend(clock.utcnow() - timedelta(days=42)):
        a_complete_assessment(client, "f:knee_valgus:left=2", "f:knee_valgus:right=1")
    later = a_complete_assessment(client)
    assert "too small to call (+7.5)" in words(
        browse(people.coach), "assessments.show", assessment_id=later.assessment_id
    )
    with write() as session:
        figures = {"likely": 5, "clear": 7, "clients": 20, "pairs": 21, "bias": 0.0, "sd": 3.0, "at": clock.utcnow()}
        session.add(ErrorBands(rater=Rater.same, standing=Standing.in_use, **figures))
    page = words(browse(people.coach), "assessments.show", assessment_id=later.assessment_id)
    assert "a clear change (+7.5, by our own error bands)" in page
    assert "worked out from 20 clients" in words(browse(people.coach), "comparisons.show", client_id=client.id)
