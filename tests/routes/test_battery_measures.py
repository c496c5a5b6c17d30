"""The measures of a battery: first on their page, under the strip of its tests."""

from typing import Any

from studio.ces.catalogue import catalogue
from studio.operations import assessments

from ..builders import a_client
from ..people import Cast


def test_the_measures_of_the_battery_come_first_under_the_strip_of_its_tests(browse: Any, people: Cast) -> None:
    whole = assessments.start(a_client(), by=people.coach, battery="first")
    page = browse(people.coach).get("measures.show", assessment_id=whole.id)
    first = [one["data-go"] for one in page.select(".measures__list > ol")[0].select("a")]
    assert first == list(catalogue().batteries["first"].measures)
    stops = {one["data-stop"]: one.get("aria-current") for one in page.select(".stops a")}
    assert stops["measures"] == "true"
    assert len(stops) == len(catalogue().batteries["first"].stations)
    assert page.select_one("[data-next]")["data-test"] == "Posture"
