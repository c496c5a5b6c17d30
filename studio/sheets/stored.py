"""A sheet as plain JSON, and back: an issued version is kept as the value it was printed from."""

from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Sheet = TypeVar("Sheet")


def pack(value: Any) -> Any:
    """Turn a sheet into dicts, lists, strings and numbers, but for what is not to be kept; dates as 2026-11-21."""
    if is_dataclass(value):
        kept = (field.name for field in fields(value) if field.metadata.get("kept", True))
        return {name: pack(getattr(value, name)) for name in kept}
    if isinstance(value, tuple):
        return [pack(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def unpack(kind: type[Sheet], stored: dict[str, Any]) -> Sheet:
    """Turn what `pack` made into the sheet again; a new field takes its usual value, a dropped one is ignored."""
    hints = _hints(kind)  # type: ignore[arg-type]
    known = {field.name for field in fields(kind)} & stored.keys()  # type: ignore[arg-type]
    return kind(**{name: _value(hints[name], stored[name]) for name in known})


@cache
def _hints(kind: type) -> dict[str, Any]:
    """Found out once: that takes longer than all the rest."""
    return get_type_hints(kind)


def _value(hint: Any, stored: Any) -> Any:
    if stored is None:
        return None
    if get_origin(hint) is UnionType:  # something, or None
        hint = next(option for option in get_args(hint) if option is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], one) for one in stored)
    if hint is date:
        return date.fromisoformat(stored)
    return unpack(hint, stored) if isinstance(hint, type) and is_dataclass(hint) else stored
