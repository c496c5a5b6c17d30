"""The number another program knows a client by, kept so that its files find them again."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from .base import ClientRef, Id, Model, Moment


class ClientNumber(Model):
    """One number of a client. After two records were merged the one that is left has the numbers of both."""

    __tablename__ = "client_numbers"

    LONGEST = 60

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    number: Mapped[str] = mapped_column(String(LONGEST), unique=True)
    at: Mapped[Moment]
