"""Step 2: the findings a programme is built on, at most two."""

from studio.ces.anatomy import CHECKPOINTS
from studio.ces.findings import Seen, join
from studio.ces.prescription import Priority
from studio.ces.selection.context import Context

AT_MOST = 2
STATIC, GAIT = "static", "gait"


def priorities(context: Context) -> tuple[Seen, ...]:
    """Choose the priority findings, the first one first.

    Static posture alone never decides: its findings take a place only when no movement finding is there.
    """
    found = join(context.case.assessments, context.cat)
    moving = [seen for seen in found if seen.compensation.protocol != STATIC]
    return tuple(sorted(moving or found, key=lambda seen: _order(seen, context)))[:AT_MOST]


def explained(seen: Seen, context: Context) -> Priority:
    """Say why a finding was chosen."""
    if _referred(seen, context):
        reason = "It lies where the therapist asked us to look."
    elif matches_goal(seen, context):
        reason = f"It goes with the goal: {context.case.client.goal}."
    else:
        words = context.cat.checkpoints[seen.compensation.checkpoint]
        reason = f"{'Marked' if seen.severity > 1 else 'Mild'}, at the {words}."
    return Priority(seen.compensation.id, seen.side, seen.severity, reason)


def matches_goal(seen: Seen, context: Context) -> bool:
    """Tell whether a finding's test and checkpoint both stand in the row of the client's goal."""
    goal = context.cat.goals.get(context.case.client.goal or "")
    return bool(
        goal and seen.compensation.protocol in goal.assessments and seen.compensation.checkpoint in goal.checkpoints
    )


def _referred(seen: Seen, context: Context) -> bool:
    regions = context.case.history.referral_regions
    return seen.compensation.checkpoint in {context.cat.regions[region].checkpoint for region in regions}


def _order(seen: Seen, context: Context) -> tuple[bool, bool, bool, int, int, bool, str]:
    one = seen.compensation
    return (
        one.id in context.case.history.settled,
        not _referred(seen, context),
        not matches_goal(seen, context),
        -seen.severity,
        CHECKPOINTS.index(one.checkpoint),
        one.protocol == GAIT,
        one.id,
    )
