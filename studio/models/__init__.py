"""Rows with behaviour. Importing this package makes every table known."""

from . import assessments, clients, consents, events, limits, papers, programmes, studios, texts, users

__all__ = [
    "assessments",
    "clients",
    "consents",
    "events",
    "limits",
    "papers",
    "programmes",
    "studios",
    "texts",
    "users",
]
