"""What must hold however many tablets and people do it at once."""

from concurrent.futures import ThreadPoolExecutor

from flask import Flask

from studio.extensions import db
from studio.models.clients import COLOURS, Client
from studio.models.users import Role, User
from studio.operations import clients, users
from studio.operations.limits import SIGN_IN_ACCOUNT, TooMany, spend
from studio.operations.setup import AlreadyOpen, open_studio

from ..builders import a_client
from ..people import Cast


def at_once(app: Flask, times: int, do: object) -> list[object]:
    """Do something in several threads; each answers what it returned or the class of what it raised."""

    def one(_number: int) -> object:
        with app.app_context():
            try:
                return do()  # type: ignore[operator]
            except Exception as error:
                return type(error)
            finally:
                db.session.remove()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def test_a_studio_is_opened_once(bare_app: Flask) -> None:
    def open_it() -> str:
        person = {"name": "Mara", "email": "mara@northside.example", "password": "zebra lamp quiet orbit"}
        return open_studio({"name": "Northside"}, **person).name

    done = at_once(bare_app, 4, open_it)
    assert sorted(map(str, done)) == sorted(["Mara", *[str(AlreadyOpen)] * 3])
    assert db.session.query(User).count() == 1


def test_two_owners_cannot_take_each_other_away(app: Flask, people: Cast) -> None:
    users.change(people.other_coach, {"role": Role.owner}, by=people.owner)
    mara, jonas = people.owner.id, people.other_coach.id
    db.session.rollback()
    pairs = iter([(mara, jonas), (jonas, mara)])

    def take_away() -> None:
        victim, by = next(pairs)
        users.change(db.session.get_one(User, victim), {"active": False}, by=db.session.get_one(User, by))

    done = at_once(app, 2, take_away)
    db.session.rollback()
    assert users.LastOwner in done
    assert db.session.query(User).filter_by(role=Role.owner, active=True).count() == 1


def test_of_two_edits_at_once_one_is_told(app: Flask, people: Cast) -> None:
    client_id, coach_id = a_client().id, people.coach.id
    db.session.rollback()

    def edit() -> list[str]:
        client = db.session.get_one(Client, client_id)
        return clients.change(client, {"note": "x"}, seen=1, by=db.session.get_one(User, coach_id))

    assert sorted(map(str, at_once(app, 2, edit))) == sorted(["['note']", str(clients.Stale)])


def test_tries_are_counted_whoever_comes_first(app: Flask) -> None:
    done = at_once(app, 14, lambda: spend("door", SIGN_IN_ACCOUNT))
    assert done.count(None) == SIGN_IN_ACCOUNT.size
    assert done.count(TooMany) == 14 - SIGN_IN_ACCOUNT.size


def test_colours_go_round(app: Flask) -> None:
    assert [a_client().colour for _ in range(9)] == [*COLOURS, COLOURS[0]]
