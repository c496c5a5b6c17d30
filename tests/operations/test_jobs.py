"""Jobs: one after the other, told of as they go, taken up again when their worker died, ended by a word."""

from typing import Any

import pytest
from flask import Flask

from studio.commands import work as command
from studio.extensions import db
from studio.models.database import write
from studio.models.events import Event
from studio.models.jobs import Job, State
from studio.operations import jobs
from studio.operations.jobs import JobProblem, Work
from studio.operations.work import alone, work_next

from ..people import Cast


def a_job(kind: str = "count", **parameters: object) -> int:
    with write():
        return jobs.queue(kind, parameters, by=Cast().owner).id


def again(job_id: int) -> Job:
    db.session.rollback()
    return db.session.get_one(Job, job_id)


def count(work: Work) -> dict[str, Any]:
    for number in range(work.parameters["to"] + 1):
        work.tell(number, work.parameters["to"], f"{number} counted")
    return {"counted": work.parameters["to"]}


def test_jobs_are_done_in_their_order_and_say_what_came_of_them(app: Flask) -> None:
    first, second = a_job(to=3), a_job(to=4)
    assert work_next(kinds={"count": count})
    assert (again(first).state, again(first).result, again(first).done) == (State.done, {"counted": 3}, 3)
    assert again(second).state is State.waiting
    assert work_next(kinds={"count": count})
    assert not work_next(kinds={"count": count})


def test_a_job_that_cannot_be_done_says_why_and_another_goes_on(app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    def full(work: Work) -> dict[str, Any]:
        raise JobProblem("The disk is full. Make room, then try again")

    def broken(work: Work) -> dict[str, Any]:
        raise KeyError("name")

    rows = a_job("full"), a_job("broken"), a_job(to=1)
    while work_next(kinds={"count": count, "full": full, "broken": broken}):
        pass
    assert [again(row).state for row in rows] == [State.failed, State.failed, State.done]
    assert again(rows[0]).problem == "The disk is full. Make room, then try again"
    assert again(rows[1]).problem.startswith("Something went wrong. Nothing was lost")
    assert "KeyError" in capsys.readouterr().err
    assert db.session.query(Event).filter_by(kind="job.failed").count() == 2
    jobs.again(again(rows[0]), by=Cast().owner)
    assert work_next(kinds={"full": lambda work: {}})
    assert again(rows[0]).state is State.done


def test_a_job_whose_worker_died_is_taken_up_before_others_but_not_for_ever(app: Flask) -> None:
    row, other = a_job(to=2), a_job(to=2)
    for _ in range(jobs.MOST_TRIES):
        assert jobs.claim() == again(row), "its worker died before it ended"
    assert jobs.claim() == again(other)
    assert again(row).state is State.failed
    assert "stopped each time" in again(row).problem


def test_a_worker_that_is_told_to_stop_puts_its_job_back(app: Flask) -> None:
    row, told = a_job(to=9), [15]
    assert work_next(told, kinds={"count": count})
    assert (again(row).state, again(row).tries) == (State.waiting, 0)


def test_a_cancelled_job_ends_at_its_next_word(app: Flask) -> None:
    row = a_job(to=1)

    def slow(work: Work) -> dict[str, Any]:
        assert jobs.cancel(again(row), by=Cast().owner)
        return count(work)

    assert work_next(kinds={"count": slow})
    assert again(row).state is State.cancelled
    assert not jobs.cancel(again(row), by=Cast().owner)


def test_there_is_one_worker_at_a_time(app: Flask) -> None:
    row = a_job("nothing")
    with alone() as ours:
        assert ours
        app.test_cli_runner().invoke(command.command)
        assert again(row).state is State.waiting
    app.test_cli_runner().invoke(command.command)
    assert again(row).state is State.failed
