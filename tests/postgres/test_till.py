"""The till on PostgreSQL, where two desks write side by side."""

import pytest
from flask import Flask
from flask_migrate import upgrade

from ..operations.test_ledger_of_money import two_desks, two_payments
from ..people import move_in

pytestmark = pytest.mark.postgres


def test_numbers_and_payments_hold_on_postgres(postgres_app: Flask) -> None:
    upgrade()
    move_in()
    assert two_desks(postgres_app) == list(range(1, 9))
    assert two_payments(postgres_app) == (0, 1000)
