"""The fields of the recording that holds an assessment's measures."""

from .fields import FieldError


def check(field: str, value: str) -> None:
    """Raise FieldError unless `value` can be stated for `field`."""
    raise FieldError(f"There is no measure for {field}={value}")
