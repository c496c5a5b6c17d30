"""Where one can go from any page: the places of the rail, and whether somebody may go there at all."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app, url_for

from .access import someone


@dataclass(frozen=True)
class Place:
    """One sign of the rail; `key` is the blueprint whose pages light it."""

    key: str
    icon: str
    text: str
    endpoint: str


PLACES = (
    Place("today", "sun", "Today", "today.show"),
    Place("referrals", "inbox", "Referrals", "referrals.index"),
    Place("clients", "users", "Clients", "clients.index"),
    Place("money", "wallet", "Money", "money.index"),
    Place("exercises", "dumbbell", "Exercises", "exercises.index"),
    Place("owner_figures", "chart-column", "Figures", "owner_figures.show"),
    Place("settings", "settings", "Studio", "settings.edit"),
)


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(places=places, may=may)


def may(endpoint: str) -> bool:
    """May this person call this endpoint? The answer is the view's own rule, so a link and its page agree."""
    view = current_app.view_functions.get(endpoint)
    access: Any = getattr(view, "__access__", frozenset())
    person = someone()
    return access == "public" or (person is not None and person.role in access)


def places() -> list[dict[str, str]]:
    """The rail of this person, top to bottom, as `ui/rail.html` takes it."""
    return [
        {"key": place.key, "icon": place.icon, "text": place.text, "href": url_for(place.endpoint)}
        for place in PLACES
        if may(place.endpoint)
    ]
