"""Taps on PostgreSQL: the same once, the same order, the same conflicts."""

import secrets

import pytest
from flask import Flask
from flask_migrate import upgrade

from studio.extensions import db
from studio.models.tap_history import disagreements, taps_of, undo_stack
from studio.operations import assessments
from studio.operations.taps import TapIn, record_taps

from ..builders import an_assessment, rest_is_clean, taps
from ..people import Cast, move_in

pytestmark = pytest.mark.postgres


def test_a_whole_assessment_on_postgres(postgres_app: Flask) -> None:
    upgrade()
    move_in()
    squat, coach = an_assessment(), Cast().coach
    batch = [
        TapIn(secrets.token_hex(16), "ohsa", f"f:heel_rises:{side}", value, "lateral", 0)
        for side, value in (("left", "1"), ("right", "1"), ("left", "2"))
    ]
    for _ in range(2):
        taken = record_taps(squat.id, batch, by=coach)
        assert taken.acked == [tap.key for tap in batch]
    late = taps(squat, "f:heel_rises:left=1", by=Cast().other_coach)
    assert [one.kept for one in late.conflicts] == ["2"]
    log = taps_of(squat.id)
    assert [tap.value for tap in log] == ["1", "1", "2", "1"]
    assert len(disagreements(log)) == 1
    assert len(undo_stack(log, coach.id)) == 3
    rest_is_clean(squat)
    version = assessments.complete(squat, by=coach, taps=3, zone="Europe/London")
    db.session.refresh(version)
    assert version.analysis["score"]["ohsa"] == 92.5
