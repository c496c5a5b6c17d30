"""What all models share."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from sqlalchemy import JSON, DateTime, Enum, ForeignKey, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import mapped_column

from ..extensions import Base, db

if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


class UTCDateTime(TypeDecorator[datetime]):
    """Aware moments, stored as naive UTC: SQLite has no time zones, and two databases must compare alike."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs a time zone; take it from studio.clock")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


Id = Annotated[int, mapped_column(primary_key=True)]
Moment = Annotated[datetime, mapped_column(UTCDateTime)]
UserRef = Annotated[int, mapped_column(ForeignKey("users.id"))]
ClientRef = Annotated[int, mapped_column(ForeignKey("clients.id"), index=True)]
Json = Annotated[dict[str, Any], mapped_column(JSON)]
Words = Annotated[list[str], mapped_column(JSON)]


def choice(options: type[StrEnum]) -> Enum:
    """A column of one of these words, stored as the word itself."""
    return Enum(options, native_enum=False, length=20, values_callable=lambda kinds: [kind.value for kind in kinds])
