"""A mail before it is put into the outbox."""

from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from unicodedata import category

STEERING = ("Cc", "Cs", "Zl", "Zp")  # control, halves of signs, line and paragraph separators


class NoAddress(ValueError):
    """Nobody can be reached there: the form that took the address should have refused it."""


@dataclass(frozen=True)
class Message:
    """One mail to one person; `attachments` are ids of papers.

    The subject stands on lock screens and in logs: no name of a client and no word about health in it.
    """

    to: str
    to_name: str
    subject: str
    text: str
    attachments: tuple[int, ...] = ()


def one_line(words: str) -> str:
    """What goes into a header: without line ends and other signs that steer, whatever somebody typed."""
    return " ".join("".join(" " if category(sign) in STEERING else sign for sign in words).split())


def address(to: str, name: str = "") -> Address:
    """Somebody's address as a header holds it; raises NoAddress for what is none, or more than one."""
    local, at, domain = to.strip().rpartition("@")
    try:
        found = Address(one_line(name), local, domain.encode("idna").decode())
    except (MessageError, IndexError, ValueError) as error:  # what the parser makes of half an address
        raise NoAddress(to) from error
    if not (local and at and domain) or not to.strip().isprintable() or " " in to.strip():
        raise NoAddress(to)
    return found
