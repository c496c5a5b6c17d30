"""What the pages of the readiness questions share: how they are framed, and what they show of a client."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import render_template, url_for

from ..ces.gate import Gate
from ..ces.safety import Reason
from ..ces.yellow import advice
from ..forms.follow_ups import FollowUpsForm
from ..forms.readiness import QuestionsForm
from ..models.clients import Client
from ..models.gates import MayStart
from ..models.readiness import FilledIn, Held, ReadinessForm, begun, held
from ..models.studios import studio_today
from ..models.tables import in_use
from ..models.written import LIMITS, OPERATION, place_of, written_places
from ..sheets import day
from .handed import handed


@dataclass(frozen=True)
class Line:
    """The readiness of a client in a line: a word for its state, how it is meant, and what goes with it."""

    words: str
    kind: str  # of ui/pill
    detail: str


WORDS: Mapping[str, tuple[str, str]] = {
    "not_done": ("Not done", "brass"),
    "cleared": ("Cleared", "done"),
    "cleared_with_advice": ("Cleared with advice", "done"),
    "needs_clearance": ("Needs clearance", "stop"),
    "delayed": ("Wait", "stop"),
    "expired": ("Expired", "brass"),
}
ABOUT_PAPERS = (OPERATION, LIMITS)
CATEGORIES: Mapping[str, str] = {
    "cardiac": "Heart and breath",
    "vascular": "Blood vessels",
    "spine": "Back and legs",
    "neuro": "Face, arms, speech",
    "fracture": "Falls, knocks and bones",
    "systemic": "The whole body",
    "post-op": "After an operation",
    "metabolic": "Diabetes",
    "trauma": "Head injury",
    "session": "In a session",
}
LEVELS: Mapping[str, str] = {
    "EMERGENCY": "Emergency",
    "SAME_DAY": "Refer today",
    "PROMPT": "Refer within 1–2 weeks",
    "LOCAL_STOP": "Local stop",
}


def line(gate: Gate, held: Held | None) -> Line:
    """What a list says of the client's readiness."""
    words, kind = WORDS[gate.state]
    if gate.shut:
        words, kind = LEVELS[gate.level] if gate.level else words, "stop"
    if held is None:
        return Line(words, kind, "not asked yet")
    if held.form.outdated_at:
        return Line(words, kind, f"no longer hold since {day(held.form.outdated_at)}: health has changed")
    return Line(words, kind, f"{'held' if gate.state == 'expired' else 'hold'} until {day(held.until)}")


def reasons_of(may: MayStart) -> list[tuple[str, list[Reason]]]:
    """What speaks against a start, by urgency in words, the most urgent first."""
    found: dict[str, list[Reason]] = {}
    for reason in may.gate.reasons:
        if reason.level or (reason.origin == "readiness" and "not done" not in reason.text):
            found.setdefault(LEVELS[reason.level] if reason.level else "Before the start", []).append(reason)
    return list(found.items())


def yellow_lines(may: MayStart) -> tuple[str, ...]:
    """What the yellow flags change, for coaches alone."""
    if may.held is None:
        return ()
    hurts = any(pain.when == "at_rest" for pain in may.held.form.pains)
    return advice(may.held.form.yellow, hurts, in_use())


def given_before(client: Client) -> ReadinessForm | None:
    """What the form begins with: what was typed so far; for the coach, who asks aloud, also the answers that hold.

    Whoever fills it in alone shall read every question.
    """
    found = None if handed() else held(client.id, studio_today())
    return begun(client.id) or (found.form if found and not found.expired else None)


def questions_page(client: Client, form: QuestionsForm) -> str:
    """The ten questions, in the frame of whoever holds the tablet."""
    page = "readiness/handed.html" if handed() else "readiness/edit.html"
    papers = written_places(client.id, studio_today())
    return render_template(
        page,
        client=client,
        form=form,
        questions=in_use().safety.questions,
        papers=[(place_of(row), row) for row in papers],
        about_papers=ABOUT_PAPERS,
    )


def follow_ups_page(client: Client, form: FollowUpsForm) -> str:
    """What the answers ask for next."""
    page = "readiness/follow_ups_handed.html" if handed() else "readiness/follow_ups.html"
    return render_template(page, client=client, form=form)


def filled_in() -> FilledIn:
    """Who answers: the client, when they hold the tablet."""
    return FilledIn.client if handed() else FilledIn.coach


def done_address(client: Client) -> str:
    """Where one goes when all is answered; what it means is for the coach to see."""
    return url_for("hand_over.show") if handed() else url_for("readiness.show", client_id=client.id)
