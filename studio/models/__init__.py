"""Rows with behaviour. Importing this package makes every table known."""

from . import assessments, clients, events, limits, papers, programmes, studios, users

__all__ = ["assessments", "clients", "events", "limits", "papers", "programmes", "studios", "users"]
