"""What can be done with a purchase, the likeliest first."""

from typing import Any

from flask import url_for

from ..sheets.enrolment_line import EnrolmentLine
from .access import user

Action = tuple[str, str, str, str | None]


def actions_of(line: EnrolmentLine) -> list[Action]:
    """Words, address, kind of button and sign of each."""
    if not line.active:
        return []
    address: dict[str, Any] = {"client_id": line.client_id, "enrolment_id": line.enrolment_id}
    found: list[Action] = []
    if line.clock.week and not line.clock.over and line.terms.weeks > 1:
        found.append(("Freeze", url_for("freezes.new", **address), "plain", "clock"))
        if user().can_assess:
            found.append(("More time", url_for("extensions.new", **address), "plain", "calendar"))
    if line.terms.sessions > 1:
        found.append(("Change", url_for("package_changes.new", **address), "plain", "arrow-left-right"))
    if line.terms.transfers and line.left and not line.clock.over:
        found.append(("Pass on", url_for("passings_on.new", **address), "plain", None))
    found.append(("Cancel", url_for("cancellations.new", **address), "quiet", None))
    return found
