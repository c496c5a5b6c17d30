"""Is this therapist on file already? Asked before a new record is made, and shown on the record of each."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select

from ..extensions import db
from .clients import fold
from .therapists import Therapist

FEW = 5


@dataclass(frozen=True)
class Double:
    """A therapist who may be the same person, and what speaks for it."""

    therapist: Therapist
    because: tuple[str, ...]


def likely_doubles(values: dict[str, Any], *, besides: int = 0) -> list[Double]:
    """Therapists with the same name, phone or e-mail, the likeliest first; archived ones too, `besides` never."""
    asked = {
        "same name": (Therapist.sort_name, fold(values["name"])[:120]),
        "same phone": (Therapist.phone, values.get("phone") or ""),
        "same e-mail": (Therapist.email, values.get("email") or ""),
    }
    same = [column == value for column, value in asked.values() if value]
    query = select(Therapist).where(or_(*same), Therapist.merged_into_id.is_(None), Therapist.id != besides)
    found = []
    for one in db.session.scalars(query.order_by(Therapist.id).limit(4 * FEW)):
        because = [why for why, (column, value) in asked.items() if value and getattr(one, column.key) == value]
        if values.get("clinic") and fold(values["clinic"]) == fold(one.clinic):
            because.append("same clinic")
        found.append(Double(one, tuple(because)))
    return sorted(found, key=lambda double: -len(double.because))[:FEW]
