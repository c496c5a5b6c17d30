"""What something costs: every step adds up, nothing falls below zero, and discounts keep to the rules."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studio.terms.pricing import Priced, discount_problem, fee_credit, priced
from studio.terms.terms import FeeCredit, Terms
from studio.terms.usual import usual_base, usual_prices

PACKAGE = Terms("package", "12 weeks", 216600, "USD", sessions=24, weeks=12)
ASSESSMENT = Terms("assessment", "Assessment", 19500, "USD", 1, 1, fee_credit=FeeCredit(50_000, 7))
DAY = date(2026, 9, 7)
RATES = st.integers(0, 100_000)


@given(st.integers(0, 10**8), st.integers(0, 40_000), st.booleans(), RATES, RATES, st.integers(0, 10**8), st.booleans())
def test_the_steps_of_a_price_add_up_and_never_fall_below_zero(
    price: int, tax: int, included: bool, discount: int, at_once: int, credit: int, full: bool
) -> None:
    terms = replace(PACKAGE, price=price, tax_rate=tax, tax_included=included, paid_in_full_discount=at_once)
    sum_ = priced(terms, discount, credit, full=full)
    assert all(step.net + step.tax == step.gross for step in sum_.steps)
    assert sum_.price - sum_.discount - sum_.fee_credit == sum_.gross == sum_.net + sum_.tax
    assert min(sum_.net, sum_.tax, sum_.gross, sum_.discount, sum_.fee_credit) >= 0
    assert sum_.fee_credit <= credit


def test_a_tax_on_top_is_reckoned_of_what_is_left_after_the_discount() -> None:
    found = priced(replace(PACKAGE, price=10_000, tax_rate=8875, tax_included=False), 10_000)
    assert (found.price, found.discount, found.net, found.tax, found.gross) == (10_888, 1_089, 9_000, 799, 9_799)


def test_paying_in_full_takes_its_discount_off_by_itself() -> None:
    terms = replace(PACKAGE, price=100_000, paid_in_full_discount=3_000)
    assert gross(priced(terms, full=True)) == 97_000
    assert gross(priced(terms)) == 100_000
    assert [step.words for step in priced(terms, 10_000, 5_000, full=True).steps] == [
        "12 weeks", "Discount, 10%", "Paid in full, 3% off", "Assessment fee credited",
    ]  # fmt: skip


def gross(found: Priced) -> int:
    return found.gross


def test_a_discount_needs_a_reason_and_beyond_the_rule_the_owner() -> None:
    assert discount_problem(PACKAGE, 0, "", owner=False) == ""
    assert "why" in discount_problem(PACKAGE, 5_000, " ", owner=True)
    assert discount_problem(PACKAGE, 15_000, "Two of a family", owner=False) == ""
    assert "At most 15%" in discount_problem(PACKAGE, 15_001, "Two of a family", owner=False)
    assert discount_problem(PACKAGE, 100_000, "A prize", owner=True) == ""


def test_half_an_assessment_counts_against_a_package_for_seven_days() -> None:
    def credit(days: int, bought: Terms = PACKAGE) -> int:
        return fee_credit(ASSESSMENT, 19500, DAY, bought, DAY + timedelta(days=days))

    assert [credit(days) for days in (-1, 0, 7, 8)] == [0, 9750, 9750, 0]
    assert credit(0, replace(PACKAGE, kind="single")) == 0
    assert credit(0, replace(PACKAGE, currency="EUR")) == 0


def test_the_usual_packages_are_those_of_the_reference() -> None:
    prices = {usual.code: usual.terms for usual in usual_prices("USD")}
    once, twice, assessment = prices["12wk-1"], prices["12wk-2"], prices["assessment"]
    assert (assessment.price, assessment.minutes) == (19_500, 90)
    assert once.price == once.sessions * (usual_base("USD") + once.premium) == 114_000
    assert twice.price == 24 * 9_500 * 95 // 100 == 216_600
    assert {terms.grace_weeks for terms in prices.values()} == {4}
    assert [usual.terms.price for usual in usual_prices("JPY")][:2] == [195, 1_140]
    reckoned = {usual.code for usual in usual_prices("USD") if usual.derived}
    assert reckoned == {"16wk-1", "16wk-2", "maintenance", "semi-private", "screens"}
