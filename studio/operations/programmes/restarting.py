"""Starting a worked-on draft again from a newer assessment, with a way back."""

from datetime import date

from ...models.assessments import AssessmentVersion
from ...models.programmes import ProgrammeVersion
from ...models.users import User
from .changing import Refused, change, tell
from .drafting import choose

BEFORE = "before"


def start_again(draft: ProgrammeVersion, version: AssessmentVersion, *, seen: int, by: User) -> None:
    """Put the engine's choice for this assessment in place of the draft's lines, which stay aside for `go_back`."""
    with change(draft, seen=seen):
        aside = [row for row in draft.lines if not row.removed]
        before = {
            "lines": [row.id for row in aside],
            "assessment_version": draft.assessment_version_id,
            "catalogue": draft.catalogue,
            "plan": draft.plan,
            "notes": {key: note for key, note in draft.notes.items() if key != BEFORE},
            "home_days": draft.home_days,
            "next_date": draft.next_date.isoformat() if draft.next_date else None,
        }
        for row in aside:
            row.removed = True
        choose(draft, version)
        draft.notes = draft.notes | {BEFORE: before}
        tell("started-again", "Started again from the newest assessment", draft, by=by)


def go_back(draft: ProgrammeVersion, *, seen: int, by: User) -> None:
    """Undo `start_again`: the lines, the assessment and the plan are those of before."""
    with change(draft, seen=seen):
        before = draft.notes.get(BEFORE)
        if before is None:
            raise Refused(draft, "There is nothing to go back to")
        for row in draft.lines:
            row.removed = row.id not in before["lines"]
        draft.assessment_version_id = before["assessment_version"]
        draft.catalogue, draft.plan, draft.notes = before["catalogue"], before["plan"], before["notes"]
        draft.home_days = before["home_days"]
        draft.next_date = date.fromisoformat(before["next_date"]) if before["next_date"] else None
        tell("went-back", "Went back to the lines of before", draft, by=by)
