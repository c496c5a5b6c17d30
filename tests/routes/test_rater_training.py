"""Judging drawings for practice: in an order by its number, nothing told beforehand, counted at the end."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from studio.extensions import db
from studio.models.rater_training import ENOUGH, GRADES, training
from studio.models.tables import shipped

from ..people import Cast

ALL = tuple(shipped().protocols)


def answered(run: Any, wrong: int = 0) -> str:
    """The right answers but for some at the beginning."""
    return "".join(str((one.grade + (n < wrong)) % len(GRADES)) for n, one in enumerate(run.questions))


@pytest.mark.parametrize("protocol", ALL)
def test_a_run_asks_every_row_and_every_grade_in_an_order_of_its_number(protocol: str) -> None:
    run, again, other = training(protocol, 7), training(protocol, 7), training(protocol, 8)
    assert run
    assert run == again
    assert other
    assert run.questions != other.questions
    rows = shipped().protocols[protocol].compensations
    assert {one.compensation.id for one in run.questions} == set(rows)
    assert len(run.questions) == len(rows) * (1 if len(rows) >= ENOUGH else 2)
    assert {one.grade for one in run.questions} == {0, 1, 2}
    assert all(bool(one.side) == one.compensation.has_sides for one in run.questions)


def test_a_question_does_not_tell_its_answer(browse: Callable[..., Any], people: Cast) -> None:
    run = training("ohsa", 7)
    assert run
    coach = browse(people.coach)
    page = coach.get("rater_training.show", protocol="ohsa", number=7)
    assert not page.select(".saw-want")
    (picture,) = page.select("#question img")
    assert picture["alt"] == "The drawing to judge"
    assert str(picture["src"]).partition("?")[0] == "/rater-training/ohsa/7/1.svg"
    marks = re.compile("#b3261e|#0b6572")
    for place in range(1, len(run.questions) + 1):
        drawn = coach.http.get(f"/rater-training/ohsa/7/{place}.svg")
        assert drawn.status_code == 200
        assert not marks.search(drawn.text)
    for place in (0, len(run.questions) + 1):
        assert coach.http.get(f"/rater-training/ohsa/7/{place}.svg").status_code == 404


def test_an_answer_is_told_right_or_wrong_and_why_and_the_next_is_asked(
    browse: Callable[..., Any], people: Cast
) -> None:
    run = training("ohsa", 7)
    assert run
    first, coach = run.questions[0], browse(people.coach)
    page = coach.get("rater_training.show", protocol="ohsa", number=7, answers="", answer=str(first.grade))
    assert page.select_one("#last h2").get_text() == f"Right: {GRADES[first.grade]}"
    assert page.select_one("#question input[name=answers]")["value"] == str(first.grade)
    wrong = coach.get("rater_training.show", protocol="ohsa", number=7, answer=str((first.grade + 1) % 3))
    told = wrong.select_one("#last").get_text(" ", strip=True)
    assert f"It was {GRADES[first.grade]}" in told
    assert all(words in told for words in first.why)
    assert len(wrong.select("#last img")) == 2


def test_the_end_counts_what_was_right_and_names_what_was_not(browse: Callable[..., Any], people: Cast) -> None:
    run = training("sls", 3)
    assert run
    coach, count = browse(people.coach), len(run.questions)
    end = coach.get("rater_training.show", protocol="sls", number=3, answers=answered(run, wrong=2))
    assert end.select_one("#result h2").get_text() == f"{count - 2} of {count} right"
    assert [one.b.get_text() for one in end.select("#result li")] == [one.words for one in run.questions[:2]]
    too_many = coach.get("rater_training.show", protocol="sls", number=3, answers=answered(run) + "x12")
    assert too_many.select_one("#result h2").get_text() == f"{count} of {count} right"


def test_it_is_about_nobody_and_keeps_nothing(browse: Callable[..., Any], people: Cast) -> None:
    def rows() -> dict[str, int]:
        tables = [one for one in db.metadata.sorted_tables if one.name not in ("sign_ins",)]
        return {one.name: db.session.scalar(select(func.count()).select_from(one)) or 0 for one in tables}

    coach = browse(people.coach)
    coach.get("rater_training.index")
    before = rows()
    answers = [browse(one).http.get("/rater-training/ohsa").headers["Location"] for one in (people.coach, people.owner)]
    assert re.fullmatch(r"/rater-training/ohsa/\d+", answers[0])
    assert answers[0] == answers[1], "on one day everybody begins with the same drawings"
    page = coach.get("rater_training.show", protocol="ohsa", number=7, answer="1")
    assert "drawings, not clients" in page.get_text()
    assert rows() == before


def test_tests_agreement_and_the_page_of_a_test_lead_there(browse: Callable[..., Any], people: Cast) -> None:
    index = browse(people.coach).get("rater_training.index")
    assert {str(one["href"]) for one in index.select(".cluster a")} == {f"/rater-training/{one}" for one in ALL}
    assert browse(people.owner).get("agreement.show").select('a[href="/rater-training"]')
    browse(people.coach).get("rater_training.new", protocol="handstand", expect=404)
