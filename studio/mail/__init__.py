"""Mails: what one says, and how it leaves the house. No database: rows of the outbox are `models/mails.py`."""

from .message import Message
from .messages import written

__all__ = ["Message", "written"]
