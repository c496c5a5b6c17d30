"""While somebody rates blind: what leads back to their rating, what stays in reach, and dropping it.

That no address tells what was found is for tests/rules/test_blind.py to say.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from studio import clock
from studio.operations import assessments, second_ratings
from studio.operations.second_ratings import TooSoon

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, rest_is_clean
from ..limits import a_precaution
from ..people import Cast

Browse = Callable[..., Browser]
ZONE = "Europe/London"
KNEE = "f:knee_valgus:left=2"


def words(browser: Browser, endpoint: str, **values: object) -> str:
    return " ".join(browser.get(endpoint, **values).get_text(" ").split())  # type: ignore[arg-type]


def test_while_somebody_rates_blind_the_first_rating_leads_back_to_theirs(browse: Browse, people: Cast) -> None:
    first = a_complete_assessment(None, KNEE)
    rating = second_ratings.start(first.assessment, "video", by=people.other_coach, zone=ZONE)
    rater = browse(people.other_coach)
    rater.get("assessments.show", expect=302, assessment_id=first.assessment_id)
    assert rater.last is not None
    assert rater.last.location.endswith(f"/second-ratings/{rating.id}")
    page = " ".join(rater.follow().get_text(" ").split())
    assert "without the first rating. Finish that or drop it, then everything opens." in page
    assert "Go on with the second rating" in page
    assert "L marked" in words(browse(people.coach), "clients.show", client_id=first.assessment.client_id)


def test_a_form_that_tells_is_kept_from_the_rater_and_a_tap_elsewhere_waits(browse: Browse, people: Cast) -> None:
    first = a_complete_assessment(None, KNEE)
    second_ratings.start(first.assessment, "video", by=people.other_coach, zone=ZONE)
    rater, assessment = browse(people.other_coach), first.assessment_id
    said = rater.post("amendments.create", {"reason": "Wrong side"}, expect=409, assessment_id=assessment)
    assert "Finish that or drop it" in said.get_text(" ")
    rater.post_json("taps.create", {"taps": []}, expect=423, assessment_id=assessment)
    rater.get("assessment_muscles.show", expect=409, fragment=True, assessment_id=assessment)


def test_limits_of_the_client_stay_in_reach_of_who_rates_blind_but_not_what_hurt(browse: Browse, people: Cast) -> None:
    client = a_client()
    a_precaution(client, tags=["osteoporosis"])
    first = a_complete_assessment(client, "pain:heel_rises=knee.right.5")
    second_ratings.start(first.assessment, "video", by=people.other_coach, zone=ZONE)
    page = words(browse(people.other_coach), "precautions.index", client_id=client.id)
    assert "Osteoporosis" in page
    assert "What hurt in a test is not shown." in page
    assert "Right knee" not in page
    assert "Right knee" in words(browse(people.coach), "precautions.index", client_id=client.id)


def test_what_was_dropped_does_not_come_back_and_may_be_begun_again_in_two_weeks(browse: Browse, people: Cast) -> None:
    first = a_complete_assessment(None, KNEE)
    rating = second_ratings.start(first.assessment, "live", by=people.other_coach, zone=ZONE)
    rater = browse(people.other_coach)
    rater.post("second_ratings.omit", {}, expect=303, assessment_id=rating.id)
    assert "The second rating is dropped." in rater.follow().get_text(" ")
    rater.post("second_ratings.count", {}, expect=409, assessment_id=rating.id)
    assert "Dropped." in words(rater, "second_ratings.show", assessment_id=rating.id)
    with pytest.raises(TooSoon):
        second_ratings.start(first.assessment, "video", by=people.other_coach, zone=ZONE)
    with clock.pretend(clock.utcnow() + timedelta(days=15)):
        assert second_ratings.start(first.assessment, "video", by=people.other_coach, zone=ZONE) != rating


def test_the_owner_reads_no_figures_of_a_client_whom_they_are_rating(browse: Browse, people: Cast) -> None:
    first = a_complete_assessment(None, KNEE)
    other = second_ratings.start(first.assessment, "video", by=people.other_coach, zone=ZONE)
    rest_is_clean(other, by=people.other_coach)
    assessments.complete(other, by=people.other_coach, taps=0, zone=ZONE)
    assert "1 pair" in words(browse(people.owner), "agreement.show")
    second_ratings.start(first.assessment, "video", by=people.owner, zone=ZONE)
    page = words(browse(people.owner), "agreement.show")
    assert "Clients whom you are rating again are left out here" in page
    assert "1 pair" not in page
    assert "No pair yet" not in page


def test_another_person_reads_that_a_rating_is_under_way(browse: Browse, people: Cast) -> None:
    first = a_complete_assessment(None, KNEE)
    rating = second_ratings.start(first.assessment, "video", by=people.other_coach, zone=ZONE)
    page = words(browse(people.coach), "second_ratings.show", assessment_id=rating.id)
    assert "Jonas Keller rates" in page
    assert "Please say nothing of the first rating" in page


def test_the_clients_page_hides_the_findings_from_who_rates_blind(browse: Browse, people: Cast) -> None:
    first = a_complete_assessment(None, KNEE)
    second_ratings.start(first.assessment, "video", by=people.other_coach, zone=ZONE)
    client_id = first.assessment.client_id
    assert "L marked" not in words(browse(people.other_coach), "clients.show", client_id=client_id)
    assert "Go on with the second rating" in words(browse(people.other_coach), "clients.show", client_id=client_id)
    assert "L marked" in words(browse(people.coach), "clients.show", client_id=client_id)
