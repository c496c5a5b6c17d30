"""Payments by link: what the studio asks of a provider, and the one that is kept. No database."""

from .provider import Ask, Page, Provider, Refused, Told, Unavailable, What

__all__ = ["Ask", "Page", "Provider", "Refused", "Told", "Unavailable", "What"]
