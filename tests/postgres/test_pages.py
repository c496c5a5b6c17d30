"""People, search and Today on PostgreSQL: the demo studio's pages, and what depends on how words compare."""

from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import select

from studio.extensions import db
from studio.models.assessments import Assessment
from studio.models.clients import Client
from studio.models.programmes import ProgrammeVersion
from studio.models.reviews import Review
from studio.models.users import Role, User
from studio.operations import demo

from ..browse import Apart, Browser
from ..conftest import empty

pytestmark = pytest.mark.postgres


def test_the_demo_studio_is_found_leafed_through_and_changed(postgres_app: Flask) -> None:
    postgres_app.test_client_class = Apart
    upgrade()
    visitor = Browser(postgres_app, None)
    visitor.post("setup.demo")
    assert "Everybody in it is made up" in visitor.follow().get_text()
    browser = Browser(postgres_app, next(person for person in demo.staff() if person.role is Role.coach))
    assert browser.get("today.show").select("#due .due__one")
    names = [link.get_text() for link in browser.get("clients.index").select("#people a")]
    assert names.index("Ólöf Guðmundsdóttir") < names.index("Priya Raman") < names.index("Zoë Papadopoulou")
    browser.get("clients.index", show="archived")
    for typed, found in (("olof", 1), ("mo fe", 1), ("каве", 1), ("020 7946", 8), ("\U0010ffff", 0), ("zzz", 0)):
        options = browser.get("client_search.show", fragment=True, q=typed).select("[role=option]")
        assert len(options) == found, typed
    for client_id in db.session.scalars(select(Client.id)).all():
        browser.get("clients.show", client_id=client_id)
        browser.get("client_history.show", client_id=client_id)
        browser.get("clients.edit", client_id=client_id)
    browser.post("clients.create", {"name": "zoe papadopoulou"}, expect=409)
    browser.post("clients.create", {"name": "Nia Okoro", "phone": "07400 123456"})
    browser.get("clients.show", client_id=2**31 - 1, expect=404)
    browser.get("clients.show", client_id=2**31, expect=404)
    assert db.session.scalar(select(User.id).where(User.email == "dana@northside.example"))


def test_the_demo_is_the_same_each_time_on_either_database(
    postgres_app: Flask, only_app: Flask, migrated: Path
) -> None:
    upgrade()
    demo.fill()
    first = the_story()
    with empty(only_app, migrated):
        demo.fill()
        assert the_story() == first


def the_story() -> list[object]:
    """What a visitor could tell apart: people, what was seen of them, what they were given."""
    db.session.expire_all()
    people = [(c.name, c.phone, c.birth_date, c.colour) for c in db.session.scalars(select(Client).order_by(Client.id))]
    seen = [
        (a.client.name, a.state, [(r.station, r.stated) for r in a.recordings])
        for a in db.session.scalars(select(Assessment).order_by(Assessment.id))
    ]
    given = [
        (v.programme.client.name, v.number, [(row.exercise, row.seconds) for row in v.lines])
        for v in db.session.scalars(select(ProgrammeVersion).order_by(ProgrammeVersion.id))
    ]
    decided = [
        (r.assessment_id, r.compensation, r.proposed, r.reply)
        for r in db.session.scalars(select(Review).order_by(Review.id))
    ]
    return [people, seen, given, decided]
