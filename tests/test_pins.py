"""Which PINs are refused, and that enough are left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.pins import weakness

from .examples import examples


@pytest.mark.parametrize(
    ("pin", "says"),
    [
        ("111111", "repeated"), ("121212", "repeated"), ("123123", "repeated"), ("112112", "repeated"),
        ("909099", "repeated"), ("123456", "row"), ("654321", "row"), ("012345", "row"), ("246802", "row"),
        ("890123", "row"), ("112233", "row"), ("998877", "row"), ("147258", "line"), ("369147", "line"),
        ("741963", "line"), ("311299", "date"), ("123199", "date"), ("991231", "date"), ("291268", "date"),
        ("041987", "date"), ("198704", "date"), ("200412", "date"), ("12345", "6 figures"), ("1234567", "6 figures"),
        ("12345a", "6 figures"), ("١٢٣٤٥٦", "6 figures"), ("", "6 figures"),
    ],
)  # fmt: skip
def test_what_somebody_would_try_first_is_refused_with_a_reason(pin: str, says: str) -> None:
    assert says in (weakness(pin) or "passed")


@pytest.mark.parametrize("pin", ["583926", "738264", "640951", "947361"])
def test_an_ordinary_pin_passes(pin: str) -> None:
    assert weakness(pin) is None


@given(st.integers(1, 28), st.integers(1, 12), st.integers(0, 99))
@examples(60)
def test_no_birthday_passes_in_any_order(day: int, month: int, year: int) -> None:
    for parts in ((day, month, year), (month, day, year), (year, month, day)):
        assert weakness("".join(f"{part:02}" for part in parts)) is not None


def test_most_pins_are_left_to_choose_from() -> None:
    sample = [f"{number:06}" for number in range(7, 1_000_000, 997)]
    assert sum(weakness(pin) is None for pin in sample) > 0.8 * len(sample)
