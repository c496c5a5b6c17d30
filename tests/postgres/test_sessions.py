"""Checking in on PostgreSQL, where rows are held and not the whole file."""

import pytest
from flask import Flask
from flask_migrate import upgrade

from ..operations.test_sessions import many_at_once, thrown_away
from ..people import move_in

pytestmark = pytest.mark.postgres


def test_the_last_session_is_used_once_on_postgres(postgres_app: Flask) -> None:
    upgrade()
    move_in()
    assert many_at_once(postgres_app) == ["noted", "refused", "refused", "refused"]
    thrown_away()
