"""Paper forms in the app: printed from their page, and entered afterwards in the same order."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from studio.ces.catalogue import catalogue
from studio.extensions import db
from studio.models.blank_forms import form_set, shelves
from studio.models.database import write
from studio.models.events import Event
from studio.models.studios import the_studio
from studio.operations import assessments
from studio.sheets.blank_forms import BoardForm, ConsentForm, Form, MeasuresForm, QuestionsForm

from ..browse import Browser
from ..builders import a_client
from ..documents.reading import pages, sizes, text, title
from ..people import Cast
from ..programmes import KIT, a_draft, issue

Browse = Callable[..., Browser]


@pytest.fixture
def coach(browse: Browse, people: Cast) -> Browser:
    return browse(people.coach)


def forms(name: str) -> tuple[Form, ...]:
    studio = the_studio()
    assert studio is not None
    found = form_set(name, studio)
    assert found is not None
    return found.forms


def sent(browser: Browser) -> bytes:
    assert browser.last is not None
    assert browser.last.mimetype == "application/pdf"
    return browser.last.data


def test_every_form_on_the_page_can_be_printed(coach: Browser) -> None:
    links = [one["href"] for one in coach.get("paper_forms.index").select(".forms-shelf a")]
    assert len(links) == sum(len(shelf.offers) for shelf in shelves()) >= 15
    for link in links:
        coach.go(str(link))
        assert "Northside Movement Studio" in text(sent(coach))


@pytest.mark.parametrize("battery", ["first", "older_adult"])
def test_a_set_has_the_tests_of_its_battery_and_each_its_rows_in_the_order_of_the_board(
    coach: Browser, people: Cast, battery: str
) -> None:
    preset = catalogue().batteries[battery]
    assessment = assessments.start(
        a_client(), by=people.coach, battery=battery, stations=(*preset.stations, *preset.optional)
    )
    page = coach.get("boards.show", assessment_id=assessment.id, station="static")
    printed = {one.id: one for one in forms(battery)}
    assert list(printed) == list(preset.stations)
    for station in preset.stations:
        form = printed[station]
        if isinstance(form, BoardForm):
            asked = {
                view["data-label"]: [f"{station}.{row['data-row']}" for row in view.select("li.row")]
                for view in page.select(f"section.board__view[data-station={station}]")
            }
            assert {view.title: [row.compensation for row in (*view.rows, *view.more)] for view in form.views} == asked


def test_every_test_is_printed_in_the_order_of_its_board(coach: Browser, people: Cast) -> None:
    every = tuple(catalogue().stations)
    assessment = assessments.start(a_client(), by=people.coach, battery="first", stations=every)
    page = coach.get("boards.show", assessment_id=assessment.id)
    for protocol in catalogue().protocols:
        form = forms(protocol)[0]
        assert isinstance(form, BoardForm)
        views = page.select(f"section.board__view[data-station={protocol}]")
        asked = [(view["data-label"], row.h2.text) for view in views for row in view.select("li.row")]
        rows = [(view.title, row.label) for view in form.views for row in (*view.rows, *view.more)]
        assert rows == asked


@pytest.mark.parametrize("battery", ["first", "rescreen", "older_adult"])
def test_the_measures_of_a_battery_come_in_the_order_of_their_page(coach: Browser, people: Cast, battery: str) -> None:
    whole = assessments.start(a_client(), by=people.coach, battery=battery)
    page = coach.get("measures.show", assessment_id=whole.id)
    planned = [one["data-go"] for one in page.select(".measures__list > ol")[0].select("a")]
    form = next(one for one in forms(battery) if isinstance(one, MeasuresForm))
    assert [row.id for row in form.rows] == planned


def test_all_measures_come_in_the_order_of_the_list(coach: Browser, people: Cast) -> None:
    alone = assessments.start(a_client(), by=people.coach, battery="first", stations=("static", "measures"))
    page = coach.get("measures.show", assessment_id=alone.id)
    listed = [one["data-go"] for one in page.select(".measures__more a")]
    form = forms("measures")[0]
    assert isinstance(form, MeasuresForm)
    planned = catalogue().batteries["first"].measures
    assert [row.id for row in form.rows if row.id not in planned] == listed


def test_questions_and_their_choices_come_in_the_order_of_the_screen(coach: Browser) -> None:
    page = coach.get("readiness_forms.edit", client_id=a_client(ready=False).id)
    form = forms("readiness")[0]
    assert isinstance(form, QuestionsForm)
    questions = page.select("li.question")
    assert len(questions) == len(form.questions)
    for asked, printed in zip(questions, form.questions, strict=True):
        words = " ".join(asked.get_text(" ").split())
        at = words.index(printed.words)
        for part in (printed.yes, printed.no, *(one for ask in printed.asks for one in (ask.words, *ask.choices))):
            at = words.index(part, at) + len(part)


def test_red_flags_come_in_the_order_in_which_they_are_asked(coach: Browser) -> None:
    client = a_client(ready=False)
    said = {f"screen_{number}": "no" for number in range(1, 11)} | {"screen_3": "yes", "screen_9": "yes"}
    coach.post("readiness_forms.update", {**said, "screen_9-g0": "falls"}, expect=303, client_id=client.id)
    page = coach.get("readiness_follow_ups.edit", client_id=client.id)
    asked = [" ".join(one.legend.text.split()) for one in page.select("li.question")]
    form = forms("red-flags")[0]
    assert isinstance(form, QuestionsForm)
    assert asked
    assert [one.words for one in form.questions if one.words in asked] == asked


def test_the_consent_is_the_text_that_would_be_signed_on_the_screen(coach: Browser, people: Cast) -> None:
    page = coach.get("consents.new", client_id=a_client().id)
    form = forms("consent")[0]
    assert isinstance(form, ConsentForm)
    words = " ".join(page.get_text(" ").split())
    at = words.index(form.title)
    for part in (*(one for _, ones in form.parts for one in ones), form.lead, *(tick[0] for tick in form.ticks)):
        at = words.index(part, at)


def test_a_form_for_a_client_bears_name_and_day_and_leaves_a_line_in_the_trail(browse: Browse, people: Cast) -> None:
    client = a_client("Maria Smith", equipment=KIT)
    desk = browse(people.front_desk)
    page = desk.get("client_paper_forms.index", client_id=client.id)
    assert "ohsa.pdf" in str(page)
    desk.get("client_paper_forms.show", client_id=client.id, form="ohsa")
    assert title(sent(desk)) == "Overhead squat: Maria Smith"
    assert desk.last is not None
    assert "form-overhead-squat_M-Smith.pdf" in desk.last.headers["Content-Disposition"]
    found = db.session.scalar(select(Event.summary).where(Event.client_id == client.id, Event.kind == "paper.printed"))
    assert found == "Paper form printed: overhead squat"


def test_the_tick_log_of_a_client_has_the_exercises_in_their_hands(coach: Browser) -> None:
    client = a_client("Maria Smith", equipment=KIT)
    version = issue(a_draft(client))
    coach.get("client_paper_forms.show", client_id=client.id, form="tick-log")
    printed = text(sent(coach))
    for row in version.on_sheet:
        assert catalogue().exercises[row.exercise].name[:24] in printed


def test_somebody_from_65_on_has_the_older_adult_measures_first_as_on_the_screen(coach: Browser, people: Cast) -> None:
    client = a_client("Rosa Old", birth_date=None)
    with write():
        client.birth_date = client.created_at.date().replace(year=client.created_at.year - 80)
    coach.get("client_paper_forms.show", client_id=client.id, form="rescreen")
    printed = text(sent(coach))
    assert printed.index("Timed Up and Go") < printed.index("Knee-to-wall distance")


def test_forms_come_on_the_paper_of_the_studio(coach: Browser) -> None:
    with write() as session:
        studio = the_studio()
        assert studio is not None
        studio.paper = "Letter"
        session.add(studio)
    coach.get("paper_forms.show", form="consent")
    assert {size[0] for size in sizes(sent(coach))} == {612.0}
    assert len(pages(sent(coach))) >= 2
