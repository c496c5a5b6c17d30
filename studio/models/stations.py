"""Stations: the tests of an assessment by name, "ohsa" for the standard form, "ohsa.heels_elevated" for a variant.

A tap names its station and field together as an address, "ohsa/f:heel_rises:left". The station "measures" is no test to
look at: it holds all measures of an assessment.
"""

from ..ces.batteries import MEASURES
from ..ces.findings import STANDARD
from . import fields, measure_fields
from .fields import FieldError
from .tables import shipped


def station_of(protocol: str, variant: str = STANDARD) -> str:
    return protocol if variant == STANDARD else f"{protocol}.{variant}"


def parts_of(station: str) -> tuple[str, str]:
    """Protocol and variant of a station."""
    protocol, _, variant = station.partition(".")
    return protocol, variant or STANDARD


def address(station: str, field: str) -> str:
    return f"{station}/{field}"


def views_of(station: str) -> tuple[str, ...]:
    """The names of its views; raises FieldError for a station that there is not.

    A variant is one page whatever is seen from where: its first view is named like itself.
    """
    protocol_id, variant = parts_of(station)
    if station == MEASURES:
        return (MEASURES,)
    protocol = shipped().protocols.get(protocol_id)
    if protocol is None or variant not in (STANDARD, *(one.id for one in protocol.variants)):
        raise FieldError("There is no such test")
    views = tuple(view.view for view in protocol.views)
    return views if variant == STANDARD else (variant, *views)


def check(station: str, field: str, value: str, view: str) -> None:
    """Raise FieldError unless `value` can be stated for `field` of a station while looking from `view`."""
    views = views_of(station)
    if station != MEASURES:
        fields.check(*parts_of(station), field, value, view)
    elif view not in views:
        raise FieldError("This cannot be seen from that view")
    else:
        measure_fields.check(field, value)
