"""The terms of what is sold. They are frozen into a sale and never change with the price list.

Figures: programming reference, `business`; where an owner may set another, these are only the usual values.
"""

from dataclasses import dataclass
from typing import Final, Literal

KINDS: Final = ("assessment", "package", "single", "maintenance", "screens", "semi_private")
Kind = Literal["assessment", "package", "single", "maintenance", "screens", "semi_private"]
WORDS: Final[dict[str, str]] = {
    "assessment": "Assessment",
    "package": "Package",
    "single": "Single session",
    "maintenance": "Maintenance",
    "screens": "Screens only",
    "semi_private": "Semi-private",
}


@dataclass(frozen=True, slots=True)
class FeeCredit:
    """The part of an assessment's fee that counts against a package bought soon after."""

    percent: int = 0
    """Thousandths of a percent."""
    days: int = 0
    """How many days after the assessment the package has to be bought."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """What becomes of a session that was not held as planned (business.conventions)."""

    notice_h: int = 24
    courtesy: int = 1
    """Late cancellations that use nothing, where somebody said so before the start."""
    no_show_uses: bool = True
    late_min: int = 15
    """So many minutes late is a no-show."""
    studio_notice_h: int = 24
    """A session that the studio cancels later than this gives one on top."""


@dataclass(frozen=True, slots=True)
class FreezeRule:
    """How the clock may be stopped. A medical freeze needs a note and has no end of its own."""

    times: int = 1
    most_days: int = 28
    notice_days: int = 7
    medical: bool = True
    medical_pauses_payments: bool = True
    rescreen_after_days: int = 28


@dataclass(frozen=True, slots=True)
class RefundRule:
    """Which reasons give back the sessions that are left, and what is kept of it."""

    reasons: tuple[str, ...] = ("medical", "relocation", "law")
    fee_percent: int = 10_000
    """Kept at most, in thousandths of a percent of what goes back, where lawful."""
    relocation_miles: int = 25


@dataclass(frozen=True, slots=True)
class Terms:
    """One thing on the price list as it is sold. `price` is in minor units for all of it.

    Weeks of screens, sheets and letters count from 1, but 0 is the day of the assessment. `instalment_days` are the
    days after the start on which equal parts are due; one day is paid in full.
    """

    kind: Kind
    name: str
    price: int
    currency: str
    sessions: int
    weeks: int
    minutes: int = 60
    tax_rate: int = 0
    tax_included: bool = True
    per_week: int = 0
    """Sessions a week; 0 where they are taken as they come."""
    premium: int = 0
    """How much of each session's price lies above the studio's standard rate."""
    people: int = 1
    grace_weeks: int = 4
    screens: tuple[int, ...] = ()
    sheets: tuple[int, ...] = ()
    letters: tuple[int, ...] = ()
    extras: tuple[str, ...] = ()
    instalment_days: tuple[int, ...] = (0,)
    stop_late_days: int = 7
    """Sessions stop when an instalment is so many days late; 0 is never."""
    most_discount: int = 15_000
    """Thousandths of a percent that may be taken off at sale."""
    paid_in_full_discount: int = 0
    fee_credit: FeeCredit = FeeCredit()
    attendance: Attendance = Attendance()
    freeze: FreezeRule = FreezeRule()
    refund: RefundRule = RefundRule()
    transfers: int = 0
    note: str = ""

    @property
    def each(self) -> str:
        """How often: “2 a week”, or nothing."""
        return f"{self.per_week} a week" if self.per_week else ""
