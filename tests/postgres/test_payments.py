"""The provider's messages at the same moment on PostgreSQL, whose transactions do not queue up."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import func, select

from studio.extensions import db
from studio.models.books.ledger import Payment
from studio.operations.books import pay_links, provider_messages
from studio.operations.books.providers import provider

from ..builders import a_client
from ..pay_links import a_pay_link, payments_by_link
from ..people import move_in, the_house
from ..stripe_house import event, signed

pytestmark = pytest.mark.postgres


def test_messages_at_once_book_a_page_once(postgres_app: Flask) -> None:
    upgrade()
    move_in()
    with payments_by_link(postgres_app) as house:
        link, there = a_pay_link(a_client()), provider()
        assert there is not None
        pay_links.page_behind(link, there, the_house())
        house.pay(house.newest)
        # Two names, each in four copies: Stripe may send one message several times, and two about one payment.
        bodies = [event("checkout.session.completed", house.newest, f"evt_{number % 2}") for number in range(8)]
        db.session.rollback()

        def arrive(body: bytes) -> None:
            with postgres_app.app_context():
                told = there.read(body, signed(body))
                assert told is not None
                provider_messages.take_in(told, there)
                db.session.remove()

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(arrive, bodies))
        assert db.session.scalar(select(func.count()).select_from(Payment)) == 1
