"""The owner's figures on PostgreSQL: sums stay whole numbers and say what the rule says."""

from datetime import timedelta

import pytest
from flask import Flask
from flask_migrate import upgrade

from studio.models.books.revenue import deferred, earned

from ..browse import Apart, Browser
from ..lives import BEGAN, DAYS, by_the_rule, live
from ..people import Cast, move_in

pytestmark = pytest.mark.postgres


def test_what_is_earned_and_deferred_is_the_same_on_postgresql(postgres_app: Flask) -> None:
    postgres_app.test_client_class = Apart
    upgrade()
    move_in()
    live(6)
    first, last = BEGAN + timedelta(days=60), BEGAN + timedelta(days=DAYS - 60)
    before, after = by_the_rule(first - timedelta(days=1)), by_the_rule(last)
    assert sum(flow.earned for flow in earned(first, last, "GBP")) == after[0] - before[0]
    assert sum(one.amount for one in deferred(last, "GBP")) == after[1]
    browser = Browser(postgres_app, Cast().owner)
    for page in ("show", "money"):
        browser.get(f"owner_figures.{page}", since=first.isoformat(), until=last.isoformat())
        browser.get(f"owner_figures.{page}", since="2015-01-01")
    for page in ("renewals", "slipping"):
        browser.get(f"owner_figures.{page}")
