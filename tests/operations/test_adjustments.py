"""The studio changes its tables: what follows uses them, what was before stays as it was, and nothing is lost."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from studio.ces.adjusting import Adjustment
from studio.extensions import db
from studio.models import adjustments as stored
from studio.models.cases import draft_case
from studio.models.database import write
from studio.models.draft_view import draft_view
from studio.models.events import Event
from studio.models.studios import studio_today
from studio.models.tables import _read, in_use, shipped, tables
from studio.operations import adjustments

from ..builders import a_client, a_complete_assessment
from ..ces.test_adjusting import OWN
from ..people import Cast
from ..programmes import KIT, a_draft, issue, names
from ..statements import counted

ADDUCTORS = "ohsa.knee_valgus/overactive/adductor_complex/affected"


def change(kind: Any, target: str, **payload: Any) -> stored.Adjustment:
    return adjustments.adjust(Adjustment(kind, target, payload), reason="We tried", by=Cast().owner)


def test_a_switched_off_link_shows_in_the_next_result_and_not_in_the_last(app: Flask) -> None:
    before = a_complete_assessment(None, "f:knee_valgus:left=2")
    change("link_off", ADDUCTORS)
    after = a_complete_assessment(None, "f:knee_valgus:left=2")
    named = [{row["muscle"] for row in one.analysis["overactive"]} for one in (before, after)]
    assert named[0] - named[1] == {"adductor_longus", "adductor_brevis", "adductor_magnus", "pectineus", "gracilis"}
    assert (before.catalogue, after.catalogue) == (shipped().version, in_use().version)
    assert after.catalogue.startswith(f"{before.catalogue}+1-")


def test_taking_back_brings_the_change_before_it_to_force_again(app: Flask) -> None:
    change("dose", "act_clam", reps=11)
    second = change("dose", "act_clam", reps=15)
    assert in_use().exercises["act_clam"].dose.reps == 15
    adjustments.take_back(second, by=Cast().owner)
    adjustments.take_back(second, by=Cast().owner)
    assert in_use().exercises["act_clam"].dose.reps == 11
    assert in_use().version.startswith(f"{shipped().version}+3-")
    assert second.undone_by is not None
    assert second.undone_by.name == "Mara Lindqvist"


def test_tables_without_a_change_left_are_those_that_came(app: Flask) -> None:
    adjustments.take_back(change("hidden", "act_clam"), by=Cast().owner)
    assert in_use() is shipped()


def test_every_change_stands_in_the_trail(app: Flask) -> None:
    adjustments.take_back(change("hidden", "act_clam"), by=Cast().owner)
    told = db.session.scalars(select(Event).where(Event.kind.startswith("tables."))).all()
    assert [(one.kind, one.summary, one.particulars["target"]) for one in told] == [
        ("tables.adjusted", "Exercise put out of use", "act_clam"),
        ("tables.taken-back", "Exercise put out of use: taken back", "act_clam"),
    ]


def test_a_change_that_breaks_the_tables_is_refused_and_leaves_no_trace(app: Flask) -> None:
    with pytest.raises(adjustments.Refused, match="Times: enter a number from 10 to 15"):
        change("dose", "act_clam", reps=40)
    assert db.session.scalar(select(func.count(stored.Adjustment.id))) == 0
    assert in_use() is shipped()


def test_a_change_made_while_somebody_else_made_one_is_not_lost_in_theirs(app: Flask) -> None:
    put = adjustments._prepared(stored.everything(), stored.everything())
    change("hidden", "act_clam")
    with pytest.raises(adjustments.Stale), write():
        put()


def test_a_hidden_exercise_stays_on_the_draft_that_holds_it_and_is_flagged(app: Flask) -> None:
    draft = a_draft()
    held = names(draft)[0]
    change("hidden", held)
    view = draft_view(draft, draft_case(draft, studio_today()), {})
    line = next(line for phase in view.phases for line in phase.lines if line.drill.id == held)
    assert line.against == ("It is not in use in this studio.",)
    assert held not in names(a_draft())


def test_a_draft_with_an_own_exercise_opens_after_the_exercise_was_taken_back(app: Flask) -> None:
    own = change("exercise", "own_side_step", **OWN)
    draft = a_draft(a_client(equipment=KIT), "f:knee_valgus:left=2")
    assert "own_side_step" in names(draft)
    adjustments.take_back(own, by=Cast().owner)
    assert in_use().exercises["own_side_step"].hidden
    view = draft_view(draft, draft_case(draft, studio_today()), {})
    assert "Side step with a band" in [line.drill.name for phase in view.phases for line in phase.lines]
    assert "own_side_step" not in names(a_draft(a_client(equipment=KIT), "f:knee_valgus:left=2"))


def test_versions_and_drafts_open_though_the_tables_lost_their_exercise(app: Flask) -> None:
    issued = issue(a_draft())
    draft = a_draft(issued.programme.client)
    with write():
        for version in (issued, draft):
            version.lines[0].exercise = "inh_gone"
    for version in (issued, draft):
        view = draft_view(version, draft_case(version, studio_today()), {})
        assert any(line.drill.hidden for phase in view.phases for line in phase.lines)


def test_an_adjustment_that_newer_tables_do_not_know_is_left_out_and_named(app: Flask) -> None:
    old = change("hidden", "act_clam")
    with write():
        old.target = "act_of_god"
    _read.clear()  # another start, with the newer tables
    change("dose", "act_clam", reps=15)
    assert in_use().exercises["act_clam"].dose.reps == 15
    assert [(one.target, why) for one, why in tables().left_out] == [("act_of_god", "The tables do not have this")]


def test_a_tablet_process_learns_of_a_change_from_the_studio_row_alone(app: Flask) -> None:
    change("hidden", "act_clam")
    db.session.remove()
    with counted() as asked:
        assert in_use().exercises["act_clam"].hidden
        assert in_use().exercises["act_clam"].hidden
    assert len(asked) == 1
    assert "FROM studios" in asked[0]
