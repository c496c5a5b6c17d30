"""Whole addresses, for mails and paper that are read away from the house."""

from flask import current_app

from .sheet_codes import house


def link(endpoint: str, **values: object) -> str:
    """The address of a page as people outside reach it; nothing in a house without a public https address."""
    path = current_app.url_map.bind("").build(endpoint, values)
    return house() + path if house() else ""
