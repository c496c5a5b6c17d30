"""Two records of one therapist side by side, and what would move from one to the other."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from ..extensions import db
from .letters import Letter
from .outreach import Outreach
from .referrals import Referral
from .shares import Share
from .therapist_words import LABELS, said
from .therapists import Therapist, TherapistMerge

MOVES: tuple[tuple[str, Any, str], ...] = (
    ("referrals", Referral, "referral"),
    ("letters", Letter, "letter"),
    ("shares", Share, "consent to share"),
    ("outreach", Outreach, "contact"),
)
"""Everything that names a therapist: how it is called in a merge, its model, and in words."""


@dataclass(frozen=True)
class Choice:
    """One field in which the two differ: what each says; `default` is the one that is kept unless somebody chooses."""

    column: str
    label: str
    kept: str
    gone: str
    default: str


@dataclass(frozen=True)
class Preview:
    """What merging does: `choices` are to be decided, `filled` is what only the other one knows, `moves` in words."""

    choices: list[Choice]
    filled: list[tuple[str, str]]
    moves: list[str]


def preview(kept: Therapist, gone: Therapist, country: str) -> Preview:
    """What would become of the two."""
    mine, theirs = kept.values(), gone.values()
    choices, filled = [], []
    for column, label in LABELS.items():
        words = [said(column, values[column], country=country) for values in (mine, theirs)]
        if mine[column] == theirs[column] or not theirs[column]:
            continue
        if not mine[column]:
            filled.append((label, words[1]))
        else:
            choices.append(Choice(column, label, words[0], words[1], "kept"))
    return Preview(choices, filled, [_counted(model, words, gone.id) for _, model, words in MOVES])


def merged_values(kept: Therapist, gone: Therapist, theirs: set[str]) -> dict[str, Any]:
    """The columns of the record that stays: its own, what it lacks, and those chosen of the other."""
    return {
        column: getattr(gone if column in theirs or not getattr(kept, column) else kept, column) for column in LABELS
    }


def load_merge(kept_id: int, merge_id: int) -> TherapistMerge | None:
    found = db.session.get(TherapistMerge, merge_id)
    return found if found is not None and found.kept_id == kept_id else None


def _counted(model: Any, words: str, therapist_id: int) -> str:
    number = db.session.scalar(select(func.count()).select_from(model).where(model.therapist_id == therapist_id)) or 0
    plural = {"consent to share": "consents to share"}.get(words, f"{words}s")
    return f"{number} {words if number == 1 else plural}"
