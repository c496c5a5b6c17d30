"""The tests of an assessment as the client remembers them."""

from studio.ces.case import TestResult
from studio.ces.catalogue import catalogue
from studio.ces.wording import forbidden
from studio.models.finding_words import FORMS
from studio.models.what_we_did import DID, TESTS, what_we_did

CAT = catalogue()
FRONT = ("anterior",)


def test_each_test_and_each_view_is_named_once() -> None:
    squat = TestResult("ohsa", views=("anterior", "lateral"))
    lifted = TestResult("ohsa", "heels_elevated", views=FRONT)
    walk = TestResult("gait", views=("posterior",))
    assert what_we_did((squat, lifted, walk)) == (
        "You did slow squats with your arms up and walked, then squatted again with your heels raised. "
        "We watched from the front, the side and the back."
    )


def test_a_skipped_test_is_not_named_and_a_stopped_one_is() -> None:
    squat = TestResult("ohsa", views=FRONT)
    assert "walk" not in what_we_did((squat, TestResult("gait")))
    assert what_we_did((TestResult("sls", stopped_for_pain=True),)) == "We began with the squat on one leg."
    assert what_we_did(()) == ""


def test_every_test_and_form_has_words_that_a_client_may_read() -> None:
    assert set(DID) == set(TESTS) == set(CAT.protocols)
    assert set(FORMS) == {one.id for protocol in CAT.protocols.values() for one in protocol.variants}
    everything = tuple(
        TestResult(protocol.id, variant, FRONT)
        for protocol in CAT.protocols.values()
        for variant in ("standard", *(one.id for one in protocol.variants))
    )
    assert forbidden(what_we_did(everything)) == ()
