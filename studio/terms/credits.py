"""Credits: sessions that are owed. What a session uses, by the terms it was sold under."""

from dataclasses import dataclass
from enum import StrEnum

from ..money import share
from .terms import Attendance


class Outcome(StrEnum):
    """How a planned session went."""

    attended = "attended"
    late_cancel = "late cancel"
    no_show = "no-show"
    studio_cancel = "studio cancel"

    @property
    def label(self) -> str:
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Effect:
    """What an outcome does: credits used (negative: given on top), whether the courtesy was taken, and why."""

    uses: int
    courtesy: bool
    why: str


def effect(outcome: Outcome, rule: Attendance, *, notice_h: float | None, courtesies_taken: int) -> Effect:
    """What a session uses by the terms. `notice_h` is how long before the start somebody said so, None if never."""
    match outcome:
        case Outcome.attended:
            return Effect(1, False, "Attended")
        case Outcome.no_show:
            return Effect(
                int(rule.no_show_uses), False, "No-show: the session is used" if rule.no_show_uses else "No-show"
            )
        case Outcome.studio_cancel:
            short = notice_h is None or notice_h < rule.studio_notice_h
            why = (
                f"Studio cancelled, less than {rule.studio_notice_h} h before: one on top"
                if short
                else "Studio cancelled"
            )
            return Effect(-1 if short else 0, False, why)
        case Outcome.late_cancel:
            if notice_h is not None and notice_h >= rule.notice_h:
                return Effect(0, False, f"Cancelled {rule.notice_h} h or more before")
            if notice_h is not None and notice_h >= 0 and courtesies_taken < rule.courtesy:
                return Effect(0, True, "Late cancel, as a courtesy")
            return Effect(1, False, f"Cancelled less than {rule.notice_h} h before: the session is used")


def recognised(net: int, delivered: int, granted: int) -> int:
    """The part of a net price that is earned when `delivered` of `granted` credits are used or expired.

    Differences between two counts are what each session earned; they add up to the net.
    """
    return net if delivered >= granted else share(net, max(delivered, 0), granted)
