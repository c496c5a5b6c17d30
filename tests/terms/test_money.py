"""Money in whole minor units: whatever it is cut into adds up again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio import money
from studio.money import MoneyError
from studio.terms.credits import recognised

AMOUNTS = st.integers(-(10**9), 10**9)


@given(AMOUNTS, st.lists(st.integers(0, 1000), min_size=1).filter(any))
def test_parts_add_up_and_no_weight_takes_nothing(total: int, weights: list[int]) -> None:
    parts = money.weighted(total, weights)
    assert sum(parts) == total
    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if weight == 0)


@given(AMOUNTS, st.integers(1, 60))
def test_equal_parts_differ_by_one_unit_at_most(total: int, count: int) -> None:
    parts = money.split(total, count)
    assert sum(parts) == total
    assert max(parts) - min(parts) <= 1


@given(st.integers(0, 10**9), st.integers(0, 40_000), st.booleans())
def test_net_and_tax_are_the_gross(price: int, rate: int, included: bool) -> None:
    net, tax, gross = money.taxed(price, rate, included=included)
    assert net + tax == gross
    assert price == (gross if included else net)


@given(st.integers(0, 10**9), st.integers(1, 60))
def test_what_each_session_earns_adds_up_to_the_price(net: int, granted: int) -> None:
    earned = [recognised(net, count, granted) for count in range(granted + 1)]
    assert earned[0] == 0
    assert earned[-1] == net
    assert earned == sorted(earned)


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("1,140", "USD", 114000),
        ("1140.5", "USD", 114050),
        ("€ 1.140,00", "EUR", 114000),
        ("1'140.00", "CHF", 114000),
        ("1,240", "JPY", 1240),
        ("−12.50", "EUR", -1250),
        ("$95", "USD", 9500),
    ],
)
def test_amounts_are_read_as_people_type_them(typed: str, currency: str, minor: int) -> None:
    assert money.parse(typed, currency) == minor


@pytest.mark.parametrize("typed", ["", "abc", "1.2.3", "12,3456", "1e5", "-", "99999999999", "٣٠", "--5"])
def test_what_is_no_amount_is_refused_with_what_to_type(typed: str) -> None:
    with pytest.raises(MoneyError, match="Enter"):
        money.parse(typed, "EUR")


@given(AMOUNTS.filter(lambda amount: abs(amount) <= money.MOST))
def test_an_amount_that_was_written_is_read_again(amount: int) -> None:
    assert money.parse(money.in_words(amount, "EUR"), "EUR") == amount
    assert money.parse(money.plain(amount, "EUR"), "EUR") == amount
