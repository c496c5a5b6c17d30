"""The cards of a finding on pages: two files that a browser keeps, on one scale, each with what it shows in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from flask import Flask, url_for

from ..figures import Drawing, posture_cards, svg_file, unmarked
from ..figures.postures import card_words, cards
from ..figures.shapes import placed
from ..models.rater_training import Question, Training
from .pictures import KEPT, fingerprint

SEVERITIES = {"mild": 1, "marked": 2}


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the two drawings: “saw” or “want”."""

    which: str
    address: str
    alt: str


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(finding_card=finding_card, question_url=question_url)


def finding_card(compensation: str, side: str | None, severity: int) -> tuple[Panel, ...]:
    """What we saw and what we want for a finding, as it was recorded; nothing where nothing is drawn."""
    if compensation not in cards():
        return ()
    parts: dict[str, Any] = {
        "compensation": compensation,
        "side": side or "none",
        "severity": "mild" if severity == 1 else "marked",
        "v": fingerprint(),
    }
    words = card_words(compensation, side or "")  # type: ignore[arg-type]  # left, right, both or nothing
    return tuple(
        Panel(which, url_for("finding_cards.show", which=which, **parts), alt)
        for which, alt in zip(("saw", "want"), words, strict=True)
    )


@lru_cache(maxsize=KEPT)
def card_file(compensation: str, side: str, severity: str, which: str) -> str | None:
    """One drawing of a card as SVG, as wide as the other: in two places of one size both are on one scale."""
    told = "" if side == "none" else side
    pair = posture_cards(compensation, told, SEVERITIES[severity])  # type: ignore[arg-type]  # by the address
    if pair is None:
        return None
    width = max(pair.saw.width, pair.want.width)
    return svg_file([_widened(pair.saw if which == "saw" else pair.want, width)])


def _widened(drawing: Drawing, width: float) -> Drawing:
    return replace(drawing, width=width, shapes=placed(drawing.shapes, (width - drawing.width) / 2, 0))


def question_file(questions: Sequence[Question], place: int) -> str | None:
    """The drawing of a question as SVG, with nothing in it or its address that tells the answer; places from 1."""
    if not 1 <= place <= len(questions):
        return None
    one = questions[place - 1]
    return svg_file([unmarked(one.compensation.id, one.side, one.grade)])


def question_url(run: Training) -> str:
    """Where the drawing that is asked now is."""
    place = len(run.answers) + 1
    return url_for("rater_training.picture", protocol=run.protocol, number=run.number, place=place, v=fingerprint())
