"""Rows with behaviour. Importing this package makes every table known."""

from . import (
    adjustments,
    assessments,
    attachments,
    clearances,
    clients,
    consents,
    events,
    limits,
    papers,
    precautions,
    programmes,
    reviews,
    studios,
    texts,
    users,
)
from . import assessments, clients, consents, events, limits, papers, programmes, studios, tablets, texts, users

__all__ = [
    "adjustments",
    "assessments",
    "attachments",
    "clearances",
    "clients",
    "consents",
    "events",
    "limits",
    "papers",
    "precautions",
    "programmes",
    "reviews",
    "studios",
    "tablets",
    "texts",
    "users",
]
