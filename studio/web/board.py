"""The board's page: what the template needs, from an assessment and its taps."""

import re
import secrets
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from flask import current_app, render_template
from markupsafe import Markup

from ..ces.wording import pain_sentence
from ..models.assessments import Assessment
from ..models.battery_view import Stop, missing, resting_words, stops_of
from ..models.board import Board, PainNote
from ..models.board_cells import Cell
from ..models.board_foot import foot_of
from ..models.board_page import BoardView
from ..models.board_rows import Row
from ..models.board_words import field_words, label_of, value_words
from ..models.first_assessment import first_before
from ..models.standing import resting as resting_before
from ..models.stations import address, parts_of
from ..models.studios import studio_today
from ..models.summary import live_summary
from ..models.tables import shipped
from ..models.tap_history import Disagreement, disagreements, taps_by, taps_of, undo_stack
from ..models.what_we_did import TESTS
from .access import user

AREA, TEST = "\0", "\1"
FEW_HUNDRED, FEW_THOUSAND = 500, 3000


@dataclass(frozen=True)
class _Group:
    """A test on the page, its board and the view it was left in."""

    stop: Stop
    board: Board
    view: BoardView

    @property
    def station(self) -> str:
        return self.stop.station

    @property
    def client_name(self) -> str:
        return TESTS[self.station]

    def skips(self, page: BoardView, alone: bool) -> tuple[Cell, ...]:
        """What can be left out at once: the view where the test has others, the test or form where there are others."""
        one_of_many = not page.variant and (alone or len(self.board.views) > 1)
        return (*((page.skip,) if one_of_many else ()), *((page.whole,) if page.variant or not alone else ()))


def page(assessment: Assessment) -> str:
    """The board of an assessment: every view of every test in it, open at the one it was left in."""
    person = user()
    resting = resting_words(resting_before(assessment, studio_today()))
    stops = stops_of(assessment, resting)
    groups = [_Group(stop, stop.board, _left_in(assessment, stop.board)) for stop in stops if stop.board]
    here = next((one for one in groups if one.station == parts_of(assessment.here)[0]), groups[0])
    taps = taps_of(assessment.id)
    first = first_before(assessment)
    stack = undo_stack(taps, person.id)
    answers = {address(one.station, said.field): said for one in assessment.recordings for said in one.answers}
    return render_template(
        "assessments/board.html",
        assessment=assessment,
        stops=stops,
        groups=groups,
        here=here,
        foot=foot_of(here.board, here.view.view, stops),
        addable=[] if assessment.second_to_id else [(one, label_of(one)) for one in missing(assessment)],
        squat=shipped().score_rules.protocol,
        answers={where: [one.value, one.views, one.revision] for where, one in answers.items()},
        newest=max((one.revision for one in answers.values()), default=0),
        undo=[[[address(one.station, one.field), one.value, one.view] for one in change] for change in stack],
        undo_says=" ".join(map(str, stack[-1])) if stack else "",
        mine=taps_by(taps, person.id),
        conflicts=[_said(one) for one in disagreements(taps)],
        drawn=drawn,
        resting=resting,
        halt=halt(here.station, _latest(assessment, here.board)),
        summary=live_summary(assessment, first),
        first=first,
        key=secrets.token_hex(16),
    )


def _left_in(assessment: Assessment, board: Board) -> BoardView:
    """Where the coach was: in a variant when that is the last station, else in the test's own view."""
    recording = assessment.recording(assessment.here)
    if recording is None or recording.protocol != board.protocol.id:
        recording = assessment.recording(board.station)
    return board.view(recording.view if recording else "")


@lru_cache(maxsize=FEW_HUNDRED)
def drawn(one: BoardView, shown: bool, skips: tuple[Cell, ...]) -> Markup:
    """The markup of a page of the board: most pages of all assessments are untouched, and look alike.

    It has no line breaks and no indents: they weigh something, and nobody reads them.
    """
    template = current_app.jinja_env.get_template("assessments/view.html")
    squat = shipped().score_rules.protocol
    markup = template.render(one=one, shown=shown, skips=skips, drawn=drawn_row, squat=squat)
    return Markup(re.sub(r"\n\s*", "", markup))  # noqa: S704  (autoescaped)


@lru_cache(maxsize=FEW_THOUSAND)
def drawn_row(row: Row, page_id: str) -> Markup:
    """The markup of a row. Rows of all assessments look alike in most of their states, and a board has many."""
    rows: Any = current_app.jinja_env.get_template("assessments/rows.html").module
    markup: Markup = rows.row(row, page_id, shipped().regions[row.region].label)
    return markup


def _said(one: Disagreement) -> dict[str, str]:
    return {
        "field": address(one.station, one.field),
        "value": one.value,
        "kept": one.kept,
        "what": field_words(one.station, one.field, shipped()),
        "late": value_words(one.field, one.value),
        "late_by": one.by,
        "stands": value_words(one.field, one.kept),
        "stands_by": one.kept_by,
    }


@lru_cache(maxsize=FEW_THOUSAND)
def halt(station: str, note: PainNote | None) -> Markup:
    """The panel that stops a test, hidden while nothing hurts: the script needs it even without a network."""
    test = TESTS[station]
    say = re.split(f"({AREA}|{TEST})", pain_sentence(AREA, TEST, "other areas"))
    regions = {region.id: (region.label, region.midline) for region in shipped().regions.values()}
    panel = current_app.jinja_env.get_template("assessments/_pain.html")
    return Markup(panel.render(note=note, say=say, marks=(AREA, TEST), test=test, regions=regions))  # noqa: S704  (autoescaped)


def _latest(assessment: Assessment, board: Board) -> PainNote | None:
    """The pain stated last in a test: the panel asks about that one."""
    revisions = {
        address(one.station, said.field): said.revision for one in assessment.recordings for said in one.answers
    }
    return max(board.pains, key=lambda note: revisions[note.field], default=None)
