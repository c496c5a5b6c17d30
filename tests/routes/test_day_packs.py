"""A day without network: limits, warm-up cards and blank forms of those who come, as one file."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import select

from studio.extensions import db
from studio.models.clients import Client
from studio.models.events import Event
from studio.operations import clients, day_packs, piles, second_ratings
from studio.operations.print_runs import PrintRun

from ..browse import Browser
from ..builders import a_client, a_complete_assessment
from ..documents.reading import opened, pages, title
from ..limits import a_precaution
from ..people import Cast, the_house
from ..programmes import KIT, a_draft, issue

Browse = Callable[..., Browser]
pytestmark = pytest.mark.usefixtures("people")


@pytest.fixture
def coach(browse: Browse, people: Cast) -> Browser:
    return browse(people.coach)


def in_programme(name: str) -> Client:
    client = a_client(name, equipment=KIT)
    issue(a_draft(client))
    return client


def packed(*who: Client, forms: tuple[str, ...] = ("ohsa",), both_sides: bool = True) -> tuple[PrintRun, bytes]:
    run = day_packs.begin(
        [one.id for one in who], forms=forms, both_sides=both_sides, studio=the_house(), by=Cast().coach
    )
    assert piles.bind(run)
    return run, run.at("pdf").read_bytes()


def squeezed(page: str) -> str:
    return re.sub(r"\s+", " ", page)


def test_a_coach_makes_the_pack_of_the_day_with_one_press(coach: Browser) -> None:
    maria, bo = in_programme("Maria Smith"), a_client("Bo Li")
    assert coach.get("today.show").select_one("a[href$='/day-packs/new']")
    page = coach.get("day_packs.new")
    ticked = [int(one["value"]) for one in page.select("input[name=clients][checked]")]
    assert {maria.id, bo.id} <= set(ticked)
    forms = [one["value"] for one in page.select("input[name=forms][checked]")]
    coach.post("day_packs.create", {"clients": ticked, "forms": forms, "both_sides": "y"})
    assert coach.last is not None
    address = str(coach.last.location)
    coach.http.post(f"{address}/pile", data={"csrf_token": coach.token()})
    link = str(coach.go(address).select_one(".progress a")["href"])
    pdf = coach.http.get(link).data
    assert title(pdf).startswith("Day pack")
    for client in (maria, bo):
        assert client.name in squeezed(pages(pdf)[0])
        trail = db.session.scalars(select(Event.summary).where(Event.client_id == client.id))
        assert "Day pack printed" in set(trail)


@pytest.mark.parametrize("both_sides", [True, False])
def test_the_front_page_names_the_pages_and_each_page_says_which_it_is(both_sides: bool) -> None:
    maria, bo = in_programme("Maria Smith"), a_client("Bo Li")
    _, pdf = packed(maria, bo, both_sides=both_sides)
    printed = [squeezed(page) for page in pages(pdf)]
    for client in (maria, bo):
        found = re.search(rf"{client.name}.*?pages (\d+)–(\d+)", printed[0])
        assert found
        first, last = map(int, found.groups())
        own = printed[first - 1 : last]
        for number, page in enumerate(own, 1):
            assert f"{client.name} {number} of {len(own)} · page {first + number - 1} of the pack" in page
        assert not both_sides or first % 2 == 1
        outside = printed[1 : first - 1] + printed[last:]
        assert not any(f"{client.name} 1 of" in page for page in outside)
    with opened(pdf) as file, file.open_outline() as outline:
        marks = {entry.title: [below.title for below in entry.children] for entry in outline.root[1:]}
    assert marks == {
        "Maria Smith": ["Limits", "Warm-up", "Overhead squat"],
        "Bo Li": ["Limits", "Overhead squat"],
    }


def test_it_holds_the_limits_in_force_and_forms_with_the_name_on_them() -> None:
    maria = in_programme("Maria Smith")
    a_precaution(maria, region="knee", side="left", tags=["recent_surgery_local"])
    _, pdf = packed(maria, forms=("ohsa", "tick-log"))
    limits = next(squeezed(page) for page in pages(pdf) if "Limits in force" in page)
    assert "Left knee" in limits
    assert "May we start?" in limits
    assert sum("Client Maria Smith" in squeezed(page) for page in pages(pdf)) == 2


def test_who_may_not_start_is_said_on_top() -> None:
    _, pdf = packed(a_client("New Comer", ready=False), forms=("readiness",))
    said = " ".join(map(squeezed, pages(pdf)))
    assert "Do not start yet" in said
    assert "Before training" in said


def test_the_front_desk_makes_no_day_packs(browse: Browse, people: Cast) -> None:
    desk = browse(people.front_desk)
    desk.get("day_packs.new", expect=403)
    assert not desk.get("today.show").select("a[href*=day-packs]")
    assert not desk.get("clients.index").select("a[href*=day-packs]")


def test_whoever_rates_a_client_again_is_not_offered_what_was_found(browse: Browse, people: Cast) -> None:
    rated = a_client("Zoë Papadopoulou", equipment=KIT)
    version = a_complete_assessment(rated)
    issue(a_draft(rated))
    run = day_packs.begin([rated.id], forms=(), both_sides=True, studio=the_house(), by=people.other_coach)
    second_ratings.start(version.assessment, "video", by=people.other_coach, zone="Europe/London")
    coach = browse(people.other_coach)
    assert "Zoë" not in coach.get("day_packs.new").select_one(".page__main").text
    assert "Zoë" not in coach.get("print_runs.new").select_one(".page__main").text
    for endpoint in ("print_runs.show", "piles.show"):
        coach.get(endpoint, run=run.id, expect=404)


def test_somebody_else_is_found_by_name(coach: Browser, people: Cast) -> None:
    for number in range(30):
        a_client(f"Person Number {number}")
    asked = coach.get("day_packs.new", q="number 7")
    names = asked.select(".pile__people label[class*=client-] > span")
    assert [one.find(string=True, recursive=False) for one in names] == ["Person Number 7"]
    clients.archive(a_client("Old Friend"), by=people.coach)
    assert "Nobody fits" in coach.get("day_packs.new", q="old friend").text


def test_a_pack_of_nobody_is_refused(coach: Browser) -> None:
    a_client("Bo Li")
    page = coach.post("day_packs.create", {"both_sides": "y"}, expect=422)
    assert "Tick at least one client" in page.select_one(".error-summary").text
