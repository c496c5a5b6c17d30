"""Token buckets in the database: they hold across both server processes and across a restart."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from .base import Model, Moment


class Bucket(Model):
    """What is left of one limit for one key, as of `filled_at`."""

    __tablename__ = "buckets"

    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    tokens: Mapped[float]
    filled_at: Mapped[Moment]
