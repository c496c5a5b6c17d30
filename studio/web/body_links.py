"""Where a tap on the body map leads."""

from collections.abc import Mapping

from flask import url_for

from ..models.body_view import BodyView

MAP = "body-map"
"""The id of what such a tap swaps."""


def body_links(body: BodyView, assessment_id: int) -> Mapping[str, Mapping[str, str]]:
    """The attributes of each marked region's link, by the region's name on the map."""
    chosen = body.chosen.spot if body.chosen else None
    return {
        spot.place: _link(
            url_for("reasons.show", assessment_id=assessment_id, place=spot.place),
            f"{spot.name}, {spot.side}: {spot.role}",
            now=chosen is not None and (spot.name, spot.side) == (chosen.name, chosen.side),
        )
        for spot in body.spots
    }


def _link(address: str, called: str, *, now: bool) -> Mapping[str, str]:
    link = {"href": f"{address}#{MAP}", "aria-label": called, "hx-get": address}
    return link | {"aria-current": "true"} if now else link
