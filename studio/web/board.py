"""The board's page: what the template needs, from a recording and its taps."""

import secrets
from functools import lru_cache
from typing import Any

from flask import current_app, render_template
from markupsafe import Markup

from ..ces.wording import pain_sentence
from ..models.assessments import Assessment, Recording
from ..models.board import Board, PainNote, board_of
from ..models.board_foot import foot_of
from ..models.board_rows import Row
from ..models.board_words import field_words, protocol_words, value_words
from ..models.first_assessment import first_before
from ..models.stations import address
from ..models.summary import live_summary
from ..models.tables import shipped
from ..models.tap_history import Disagreement, disagreements, taps_by, taps_of, undo_stack
from .access import user

HERE = "\0"
FEW_HUNDRED = 600


def page(assessment: Assessment, recording: Recording) -> str:
    """The board of a recording, every view in it, open at the one it was left in."""
    person = user()
    board = board_of(recording.protocol, recording.variant, recording.stated, pains_beside(assessment, recording))
    taps = taps_of(assessment.id)
    first = first_before(assessment)
    test = protocol_words(board.protocol)
    stack = undo_stack(taps, person.id)
    answers = {address(one.station, said.field): said for one in assessment.recordings for said in one.answers}
    return render_template(
        "assessments/board.html",
        recording=recording,
        assessment=assessment,
        board=board,
        view=board.view(recording.view),
        foot=foot_of(board, board.view(recording.view).view),
        test=test,
        answers={where: [one.value, one.views, one.revision] for where, one in answers.items()},
        newest=max((one.revision for one in answers.values()), default=0),
        undo=[[[address(one.station, one.field), one.value, one.view] for one in change] for change in stack],
        undo_says=" ".join(map(str, stack[-1])) if stack else "",
        mine=taps_by(taps, person.id),
        conflicts=[_said(one) for one in disagreements(taps)],
        drawn=drawn,
        halt=halt(test.lower(), _latest(board, recording)),
        summary=live_summary(assessment, first),
        first=first,
        key=secrets.token_hex(16),
    )


def pains_beside(assessment: Assessment, recording: Recording) -> list[str]:
    """Where it hurt in the other tests of the assessment."""
    answers = [said for one in assessment.recordings if one is not recording for said in one.answers]
    return [said.value for said in answers if said.field.startswith("pain:") and said.value]


@lru_cache(maxsize=FEW_HUNDRED)
def drawn(row: Row, view: str) -> Markup:
    """The markup of a row. Rows of all assessments look alike in most of their states, and a board has nineteen."""
    rows: Any = current_app.jinja_env.get_template("assessments/rows.html").module
    markup: Markup = rows.row(row, view, shipped().regions[row.region].label)
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


@lru_cache(maxsize=FEW_HUNDRED)
def halt(test: str, note: PainNote | None) -> Markup:
    """The panel that stops a test, hidden while nothing hurts: the script needs it even without a network."""
    before, _, after = pain_sentence(HERE, f"the {test}", "other areas").partition(HERE)
    regions = {region.id: (region.label, region.midline) for region in shipped().regions.values()}
    panel = current_app.jinja_env.get_template("assessments/_pain.html")
    return Markup(panel.render(note=note, say=(before, after), regions=regions))  # noqa: S704  (autoescaped)


def _latest(board: Board, recording: Recording) -> PainNote | None:
    """The pain stated last: the panel asks about that one."""
    revisions = {one.field: one.revision for one in recording.answers}
    return max(board.pains, key=lambda note: revisions[f"pain:{note.row}"], default=None)
