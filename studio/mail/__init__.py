"""Mails: what one says, and how it leaves the house. No database: rows of the outbox are `models/mails.py`."""

from .message import Message

__all__ = ["Message"]
