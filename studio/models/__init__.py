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
    studios,
    texts,
    users,
)

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
    "studios",
    "texts",
    "users",
]
