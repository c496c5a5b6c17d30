"""Stopping early and changing a package: whatever happened before, the money adds up and nothing is below zero."""

from hypothesis import given
from hypothesis import strategies as st

from studio.terms.changing import change
from studio.terms.refunds import refund
from studio.terms.terms import RefundRule

AMOUNT = st.integers(0, 5_000_000)
SESSIONS = st.integers(1, 60).flatmap(lambda granted: st.tuples(st.integers(0, granted), st.just(granted)))
REASONS = st.sampled_from(["medical", "relocation", "law", "cooling off", "money", "other"])


@given(AMOUNT, SESSIONS, REASONS, st.integers(0, 100_000))
def test_what_goes_back_is_never_more_than_what_was_not_delivered(total, sessions, reason, fee) -> None:
    said = refund(RefundRule(fee_percent=fee), total, *sessions, reason)
    assert said.delivered + said.unused == total
    assert said.fee >= 0
    assert 0 <= said.back <= said.unused
    assert said.fee + said.back in (0, said.unused)
    assert said.charged + said.back == total


def test_the_terms_say_for_which_reasons_something_goes_back() -> None:
    rule = RefundRule()
    backs = {
        reason: refund(rule, 114000, 6, 12, reason).back
        for reason in ("cooling off", "law", "medical", "relocation", "time")
    }
    assert backs == {"cooling off": 57000, "law": 57000, "medical": 51300, "relocation": 51300, "time": 0}


@given(AMOUNT, SESSIONS, AMOUNT)
def test_a_change_charges_what_was_used_and_moves_the_rest(old, sessions, new) -> None:
    said = change(old, *sessions, new)
    assert 0 <= said.delivered <= old
    assert said.delivered + said.back == old
    assert said.delivered + new == old + said.difference


@given(AMOUNT, SESSIONS)
def test_a_change_to_the_same_price_costs_what_was_used(total, sessions) -> None:
    said = change(total, *sessions, total)
    assert said.difference == said.delivered
