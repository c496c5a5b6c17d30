"""What must be settled before a client trains, a line each, for the client's page."""

from dataclasses import dataclass
from datetime import date

from flask import url_for

from ..models.clients import Client
from ..models.gates import glance
from ..models.precaution_view import brief
from ..models.standing import Standing
from .readiness import LEVELS, line


@dataclass(frozen=True)
class BeforeLine:
    """One matter: what it is, its state in a word (of a kind of ui/pill), what goes with it, where it is kept."""

    title: str
    words: str
    kind: str
    detail: str
    href: str


def before_training(client: Client, on: date) -> list[BeforeLine]:
    """The lines in the order in which they are settled."""
    gate, found = glance(client.id, on)
    said = line(gate, found.held)
    lines = [
        BeforeLine("Readiness", said.words, said.kind, said.detail, url_for("readiness.show", client_id=client.id))
    ]
    if found.letter:
        href, level = url_for("refer_outs.show", refer_out_id=found.letter.id), LEVELS[found.letter.level]
        lines.append(BeforeLine("Referred out", level, "stop", "the clinician’s answer is still out", href))
    return lines


def precautions_line(client: Client, stands: Standing) -> BeforeLine:
    """What rests, what is to be minded, and the last word of a health professional; it comes after the page."""
    words, kind = {
        "none": ("none", "plain"),
        "full": ("cleared", "done"),
        "restricted": ("with restrictions", "brass"),
        "not_now": ("not now", "stop"),
    }[stands.clearance]
    if stands.pains:
        words, kind = "rests", "stop"
    elif stands.clearance == "none" and (stands.in_force or stands.lapsed):
        words, kind = ("limits", "brass") if stands.in_force else ("to ask", "brass")
    href = url_for("precautions.index", client_id=client.id)
    return BeforeLine("Precautions and clearance", words, kind, brief(stands) or "Nothing on file", href)
