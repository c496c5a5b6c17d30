"""What happens next with a referral, and when, as its sender reads it: no word about anybody's health."""

from dataclasses import dataclass

from .referral_clocks import due_on
from .referrals import Kind, Referral
from .studios import studio_day


@dataclass(frozen=True, slots=True)
class Next:
    """One thing on the line, as `ui/hang.html` shows it."""

    state: str
    when: str
    title: str
    detail: str = ""


def next_steps(referral: Referral) -> list[Next]:
    """From now until the first letter goes back."""
    received = studio_day(referral.received_at)
    call_by = due_on("received", received, urgent=referral.urgent) or received
    when = "Today" if call_by == received else f"By {call_by:%A} {call_by.day} {call_by:%B}"
    calls = "call" if referral.person.get("phone") else "write to"
    if referral.kind is Kind.inquiry:
        return [
            Next("key", "Now", "Your note is with us"),
            Next("open", when, f"We {calls} you", "We ask what you need, and find a time"),
            Next(
                "open",
                "First visit",
                "Questions first, then the assessment",
                "Wear what you can move in",
            ),
        ]
    kept = "We keep to the limits you gave" if referral.limits or referral.story.get("must_not") else ""
    name = first_name(referral)
    return [
        Next("key", "Now", "The referral is with us", "Nothing more to do for you"),
        Next("open", when, f"We {calls} {name}", "If we do not get through, we tell you"),
        Next("open", "First visit", "Questions before training, then the assessment", kept),
        Next("open", "Within 5 working days after", "One page back to you", f"If {name} agrees to it"),
    ]


def first_name(referral: Referral) -> str:
    return next(iter(referral.person_name.split()), "them")
