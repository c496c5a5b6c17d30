"""The demo studio must be believable in every list, whatever the day, and must never cost anybody their own data."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from studio.ces.batteries import MEASURES
from studio.ces.wording import forbidden
from studio.clock import utcnow
from studio.extensions import db
from studio.models.agreement import agreement_of_studio
from studio.models.assessments import Assessment, AssessmentVersion, State
from studio.models.battery_view import stops_of
from studio.models.books.ledger import Entry
from studio.models.clients import Client
from studio.models.consents import standing_of
from studio.models.events import Event
from studio.models.gates import may_start
from studio.models.grounds import newest_grounds
from studio.models.letters import Letter
from studio.models.papers import Kind, Paper
from studio.models.programmes import Programme, ProgrammeVersion
from studio.models.reading_view import changes_of
from studio.models.refer_outs import ReferOut
from studio.models.reviews import Reply, Review
from studio.models.sales.enrolment_line import lines_of
from studio.models.sales.enrolments import Enrolment
from studio.models.standing import standing
from studio.models.studios import studio_today, the_studio
from studio.models.tables import in_use
from studio.models.tablets import all_tablets
from studio.operations import demo
from studio.operations.demo.measured import rows
from studio.operations.papers import damaged
from studio.operations.setup import AlreadyOpen
from studio.operations.sign_ins import verify
from studio.pins import weakness

from ..browse import Browser
from ..conftest import empty
from ..people import move_in

pytestmark = pytest.mark.sweep


@pytest.fixture(scope="session")
def filled(only_app: Flask, migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demo studio."""
    with empty(only_app, migrated):
        demo.fill()
        db.session.remove()
        db.engine.dispose()
        return shutil.copytree(only_app.config["SETTINGS"].data, tmp_path_factory.mktemp("demo") / "data")


@pytest.fixture
def demo_app(only_app: Flask, filled: Path) -> Iterator[Flask]:
    with empty(only_app):
        shutil.copytree(filled, only_app.config["SETTINGS"].data, dirs_exist_ok=True)
        yield only_app


def test_the_demo_has_people_at_every_stage_and_nothing_in_the_future(demo_app: Flask) -> None:
    staff = demo.staff()
    assert [user.role for user in staff].count("coach") == 3
    assert {user.role for user in staff} == {"owner", "coach", "front_desk"}
    clients = list(db.session.scalars(select(Client)))
    assert len(clients) >= 20
    assert any(client.archived_at for client in clients)
    states = set(db.session.scalars(select(Assessment.state)))
    assert {State.open, State.complete} <= states
    home_sheets = select(func.count()).select_from(Paper).where(Paper.kind == Kind.home_sheet)
    assert db.session.scalar(home_sheets) == db.session.scalar(
        select(func.count()).select_from(ProgrammeVersion).where(ProgrammeVersion.issued_at.is_not(None))
    )
    assert db.session.scalars(select(ProgrammeVersion).where(ProgrammeVersion.issued_at.is_(None))).first()
    letters = db.session.scalars(select(Letter).where(Letter.client_id.is_not(None))).all()
    assert {one.stage for one in letters} == {"draft", "gone"}
    assert min(one.due_on for one in letters if one.stage == "draft" and one.due_on) < studio_today(), "one is overdue"
    now = utcnow()
    for column in (Event.at, Client.created_at, Assessment.started_at, ProgrammeVersion.issued_at, Paper.created_at):
        assert db.session.scalar(select(func.max(column))) <= now, f"{column} lies in the future"
    assert damaged() == []
    assert not [client.note for client in clients if forbidden(client.note)]


def test_the_demo_has_limits_in_force_one_past_its_day_and_a_region_that_rests(demo_app: Flask) -> None:
    stands = [standing(client.id, studio_today()) for client in db.session.scalars(select(Client))]
    assert any(one.limits and one.clearance == "restricted" for one in stands)
    assert any(one.lapsed for one in stands)
    assert any(one.pains for one in stands)


def test_the_demo_has_a_full_battery_with_its_reasons_and_one_under_way(demo_app: Flask) -> None:
    wanted = set(in_use().batteries["first"].stations)
    batteries = db.session.scalars(select(Assessment).where(Assessment.battery == "first")).all()
    done, running = sorted(batteries, key=lambda one: one.state is State.open)
    for one in (done, running):
        assert wanted <= {recording.station for recording in one.recordings}
    analysed = [version.analysis for version in db.session.scalars(select(AssessmentVersion))]
    grades = {one["grade"] for analysis in analysed for one in analysis["presentations"]}
    assert grades >= {"probable", "strong"}
    assert done.versions[-1].analysis["chains"]
    assert {"gone", "the same"} <= {change.became for change in changes_of(newest_grounds(done))}
    assert all(stop.done for stop in stops_of(done))
    assert {stop.done for stop in stops_of(running)} == {True, False}
    assert running.here in wanted


def test_the_demo_has_every_state_before_training_and_every_answer_to_a_proposal(demo_app: Flask) -> None:
    clients = list(db.session.scalars(select(Client)))
    gates = [may_start(client, studio_today()).gate for client in clients]
    assert {gate.state for gate in gates} == set(in_use().safety.states)
    assert {gate.verdict for gate in gates} == {"open", "ask", "shut"}
    assert set(db.session.scalars(select(Review.reply))) == set(Reply)
    assert set(db.session.scalars(select(Programme.weeks))) == {12, 16}
    assert {standing_of(client.id).state for client in clients} == {"none", "given", "withdrawn"}
    assert {row.waiting for row in db.session.scalars(select(ReferOut))} == {True, False}


def test_the_demo_has_enough_second_ratings_for_a_kappa(demo_app: Flask) -> None:
    lines = [row for raters in agreement_of_studio() for part in raters.parts for row in part.rows]
    assert any(line.agreement.kappa is not None for line in lines)


def test_the_pin_of_the_demo_is_one_that_people_may_choose(demo_app: Flask) -> None:
    assert weakness(demo.PIN) is None
    assert all(verify(user.pin_hash, demo.PIN) for user in demo.staff())
    assert all_tablets()


def test_the_demo_can_be_cleared_for_another_one(demo_app: Flask) -> None:
    demo.clear()
    assert the_studio() is None
    assert not (demo_app.config["SETTINGS"].data / "papers").exists()
    Browser(demo_app, None).get("setup.new")


def test_nobodys_own_studio_is_filled_or_cleared(bare_app: Flask) -> None:
    move_in()
    with pytest.raises(AlreadyOpen):
        demo.fill()
    with pytest.raises(demo.NotADemo):
        demo.clear()
    studio = the_studio()
    assert studio is not None
    assert studio.name == "Northside Movement Studio"


def test_the_demo_measured_people_of_every_age_at_real_appointments(demo_app: Flask) -> None:
    assessed = db.session.scalars(select(Assessment).where(Assessment.second_to_id.is_(None))).all()
    taken = {(one.client.name, one.state) for one in assessed if (at := one.recording(MEASURES)) and at.answers}
    assert {name for name, _ in taken} == set(rows())
    assert {state for _, state in taken} == {State.open, State.complete}


@pytest.mark.usefixtures("demo_app")
def test_packages_stand_in_every_state_and_their_books_add_up() -> None:
    lines = lines_of(db.session.scalars(select(Enrolment)).all(), studio_today())
    assert {line.state for line in lines.values()} == {"active", "completed", "cancelled"}
    running = [line for line in lines.values() if line.active]
    assert any(line.clock.frozen for line in running)
    assert any(line.stopped for line in running)
    assert any(line.renewable for line in running)
    assert all(line.left == line.granted - line.used - line.expired >= 0 for line in lines.values())
    assert db.session.scalar(select(func.sum(Entry.amount)).where(Entry.invoice_id.is_not(None))) == sum(
        line.owed for line in lines.values()
    )
