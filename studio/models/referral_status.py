"""How far a referral has come, as its sender may read it: states and days, no name, nothing of health."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .referrals import Kind, Referral, ReferralStep, State, steps_of
from .studios import studio_day

# What has happened, and what comes next: for who sent somebody, and for who asked themselves.
HAPPENED = {
    State.received: ("The referral is with us", "Your note is with us"),
    State.contacted: ("We have spoken with them", "We have spoken with you"),
    State.booked: ("The first visit is booked", "Your first visit is booked"),
    State.assessed: ("The movement assessment is done", "Your movement assessment is done"),
    State.in_programme: ("They have their programme", "You have your programme"),
    State.finished: ("The programme is finished", "The programme is finished"),
    State.declined: ("We cannot take this on", "We cannot take this on"),
    State.no_response: ("We could not reach them", "We could not reach you"),
}
NEXT = {
    State.received: ("We call them", "We call you"),
    State.contacted: ("We find a date for the first visit", "We find a date for your first visit"),
    State.booked: ("The movement assessment", "Your movement assessment"),
    State.assessed: ("We put their programme together", "We put your programme together"),
    State.in_programme: ("The next assessment, in week 6 or 12", "Your next assessment, in week 6 or 12"),
    State.no_response: ("Please ask them to call us", "Please call us"),
}
TOLD = "You hear what was found by letter, if they agree to it"


@dataclass(frozen=True)
class Line:
    """One thing on the line, as `ui/hang.html` shows it."""

    state: str
    title: str
    when: str = ""
    detail: str = ""


def status_lines(referral: Referral) -> list[Line]:
    """What comes next, then what has happened, the newest first."""
    mine = int(referral.kind is Kind.inquiry)
    standing = [step for step in steps_of(referral.id) if step.undone_at is None]
    ahead = [_next(referral, mine)] if referral.state in NEXT else []
    return [*ahead, *_past(referral, standing, mine)]


def _next(referral: Referral, mine: int) -> Line:
    letter = TOLD if not mine and referral.state in (State.booked, State.assessed, State.in_programme) else ""
    in_time = referral.due_on is not None and referral.state in (State.received, State.contacted, State.booked)
    by = f"By {_day(referral.due_on)}" if in_time and referral.due_on else ""
    return Line("open", NEXT[referral.state][mine], by, letter)


def _past(referral: Referral, standing: list[ReferralStep], mine: int) -> Iterator[Line]:
    """Each state once, where it began; the reason of a decline goes back to who sent them."""
    began = [step for before, step in zip([None, *standing], standing, strict=False) if _began(before, step)]
    for step in reversed(began):
        newest = step is began[-1]
        reason = step.note if newest and step.state is State.declined else ""
        tries = sum(1 for one in standing if one.state is step.state) - 1 if newest else 0
        tried = f"We have tried {tries} {'time' if tries == 1 else 'times'} so far" if tries > 0 else ""
        yield Line("now" if newest else "key", HAPPENED[step.state][mine], _day(studio_day(step.at)), reason or tried)


def _began(before: ReferralStep | None, step: ReferralStep) -> bool:
    return before is None or before.state is not step.state


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"
