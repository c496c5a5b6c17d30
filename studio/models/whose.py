"""Whose client an address is about: the parts of an address that lead to one, the nearest first."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BindParameter, bindparam, select

from ..extensions import db
from .assessments import Assessment
from .clients import Client
from .letters import Letter
from .programmes import Programme
from .refer_outs import ReferOut
from .referrals import Referral
from .reviews import Review

_ROW: BindParameter[int] = bindparam("row")
LEADS = {
    "client_id": select(Client.id).where(Client.id == _ROW),
    "assessment_id": select(Assessment.client_id).where(Assessment.id == _ROW),
    "programme_id": select(Programme.client_id).where(Programme.id == _ROW),
    "refer_out_id": select(ReferOut.client_id).where(ReferOut.id == _ROW),
    "referral_id": select(Referral.client_id).where(Referral.id == _ROW),
    "letter_id": select(Letter.client_id).where(Letter.id == _ROW),
    "review_id": select(Review.client_id).where(Review.id == _ROW),
}


def client_named(parts: Mapping[str, Any]) -> int | None:
    """The client that an address with these parts is about; None when it is about nobody."""
    part = next((one for one in LEADS if one in parts), None)
    return db.session.scalar(LEADS[part], {"row": parts[part]}) if part else None
