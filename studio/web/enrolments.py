"""What can be done with a purchase, the likeliest first."""

from typing import Any

from flask import url_for

from ..sheets.enrolment_line import EnrolmentLine

Action = tuple[str, str, str, str | None]


def actions_of(line: EnrolmentLine) -> list[Action]:
    """Words, address, kind of button and sign of each."""
    if not line.active:
        return []
    address: dict[str, Any] = {"client_id": line.client_id, "enrolment_id": line.enrolment_id}
    found: list[Action] = []
    if line.clock.week and not line.clock.over and line.terms.weeks > 1:
        found.append(("Freeze", url_for("freezes.new", **address), "plain", "clock"))
    return found
