"""What every provider of payment pages does for us, in our own words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Unavailable(Exception):
    """The provider did not answer or did not let us in; the message says what to do."""


class Refused(Exception):
    """The provider answered and will not do it; the message says why."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One amount to be paid: minor units of a currency, and words that may be read by anybody.

    `reference` is how we know our own again; `return_to` and `back_to` are whole addresses. After `ends_at` the page
    takes no money any more. `number` tells one page of a reference from the next.
    """

    amount: int
    currency: str
    words: str
    reference: str
    return_to: str
    back_to: str
    ends_at: datetime
    number: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """The provider's page: the name they know it by, its address, and when it ends."""

    session: str
    url: str
    ends_at: datetime


class What(StrEnum):
    """What a message of the provider means for us."""

    paid = "paid"
    on_its_way = "on its way"
    failed = "failed"
    ended = "ended"
    refunded = "refunded"
    disputed = "disputed"
    nothing = "nothing"


@dataclass(frozen=True, slots=True)
class Told:
    """A message of the provider whose signature held: `event` is its name, the same in every copy of it.

    `reference` is ours as we gave it, empty for a page that is none of ours. `session` is empty where they do not name
    one, `payment` is their name for the money. `amount` is None where they say none.
    """

    event: str
    kind: str
    what: What
    reference: str
    session: str
    payment: str
    amount: int | None
    currency: str
    live: bool


class Provider(Protocol):
    """`live` moves money; else it is the provider's test mode."""

    @property
    def name(self) -> str: ...

    @property
    def label(self) -> str: ...

    @property
    def live(self) -> bool: ...

    def open_page(self, ask: Ask) -> Page:
        """A page that takes this amount; the same ask again is the same page. Raises Unavailable, Refused."""

    def close_page(self, session: str) -> None:
        """Let a page take no money any more; one that is at its end stays so. Raises Unavailable, Refused."""

    def look(self, session: str) -> Told:
        """What became of a page, asked by ourselves. Raises Unavailable, Refused."""

    def read(self, body: bytes, signature: str) -> Told | None:
        """A message that was sent to us; None when its signature does not hold, or it is too old or no message."""
