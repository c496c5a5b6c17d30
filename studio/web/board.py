"""The board's page: what the template needs, from a recording and its taps."""

import secrets

from flask import render_template

from ..ces.catalogue import catalogue
from ..ces.wording import pain_sentence
from ..models.assessments import Recording, first_version_before
from ..models.board import board_of
from ..models.board_foot import foot_of
from ..models.board_words import field_words, protocol_words, value_words
from ..models.summary import live_summary
from ..models.tap_history import Disagreement, disagreements, taps_by, taps_of, undo_stack
from .access import user

HERE = "\0"


def page(recording: Recording) -> str:
    """The board of a recording, every view in it, open at the one it was left in."""
    assessment, person = recording.assessment, user()
    board = board_of(recording.protocol, recording.variant, recording.stated)
    taps = taps_of(recording.id)
    first = first_version_before(assessment)
    test = protocol_words(board.protocol)
    before, _, after = pain_sentence(HERE, f"the {test.lower()}", "other areas").partition(HERE)
    stack = undo_stack(taps, person.id)
    return render_template(
        "assessments/board.html",
        recording=recording,
        assessment=assessment,
        board=board,
        view=board.view(recording.view),
        foot=foot_of(board, board.view(recording.view).view),
        test=test,
        answers={one.field: [one.value, one.views, one.revision] for one in recording.answers},
        newest=max((one.revision for one in recording.answers), default=0),
        undo=[[[one.field, one.value, one.view] for one in change] for change in stack],
        undo_says=" ".join(map(str, stack[-1])) if stack else "",
        mine=taps_by(taps, person.id),
        conflicts=[_said(one, recording.protocol) for one in disagreements(taps)],
        say=(before, after),
        regions={region.id: (region.label, region.midline) for region in catalogue().regions.values()},
        pain=_latest_pain(recording),
        summary=live_summary(recording, first),
        first=first,
        key=secrets.token_hex(16),
    )


def _said(one: Disagreement, protocol_id: str) -> dict[str, str]:
    return {
        "field": one.field,
        "value": one.value,
        "kept": one.kept,
        "what": field_words(one.field, protocol_id, catalogue()),
        "late": value_words(one.field, one.value),
        "late_by": one.by,
        "stands": value_words(one.field, one.kept),
        "stands_by": one.kept_by,
    }


def _latest_pain(recording: Recording) -> str:
    """The row whose pain was stated last: the panel asks about that one."""
    stated = [one for one in recording.answers if one.field.startswith("pain:") and one.value]
    return max(stated, key=lambda one: one.revision).field.partition(":")[2] if stated else ""
