"""What flask-htmx does not know of htmx 4: the request says whether it wants a page or a part."""

from flask import Response, request

from ..extensions import htmx


def wants_fragment() -> bool:
    """True when htmx will swap a part of the page; a history restore or a boosted link wants it whole."""
    return bool(htmx) and request.headers.get("HX-Request-Type") == "partial"


def aims_at(target: str) -> bool:
    """True when htmx will swap the element with this id: the header names it as "div#results"."""
    return (htmx.target or "").endswith(f"#{target}")


def vary(response: Response) -> Response:
    """One URL may answer a page or a fragment: caches must tell them apart."""
    response.vary.update(("HX-Request", "HX-Request-Type", "HX-Target"))
    return response
