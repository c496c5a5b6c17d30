"""Things that tests need in the studio: plain functions that make one and return it."""

from itertools import count

from studio.models.clients import Client
from studio.operations import clients

from .people import Cast

_number = count(1)


def a_client(name: str = "", **values: object) -> Client:
    """A client with a name and a phone, taken in by the coach."""
    number = next(_number)
    given = {"name": name or f"Client {number}", "phone": f"+4420794610{number % 100:02}"} | values
    return clients.create(given, by=Cast().coach)
