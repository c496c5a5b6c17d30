"""Who may call what. Every endpoint says so itself, and does what it says, for the whole cast and for strangers."""

from collections.abc import Callable

import pytest
from flask import Flask

from studio.models.users import Role

from ..browse import Browser
from ..people import Cast
from .decided_money import MONEY
from .every import FILES, NOWHERE, SAFE, Call, calls, furnish

Browse = Callable[..., Browser]

EVERYBODY = frozenset(Role)
COACHES = frozenset((Role.owner, Role.coach))
OWNER = frozenset((Role.owner,))

# Decided once, so that a new page is a decision too: who may do what, by blueprint or by endpoint.
DECIDED: dict[str, object] = {
    **MONEY,
    "health": "public",
    "setup": "public",
    "sign_in": "public",
    "sign_in.delete": EVERYBODY,
    "session_state": "public",
    "password": EVERYBODY,
    "account": EVERYBODY,
    "settings": OWNER,
    "logos": OWNER,
    "users": OWNER,
    "user_passwords": OWNER,
    "user_sign_ins": OWNER,
    "texts": OWNER,
    "tablets": OWNER,
    "outbox": EVERYBODY,
    "outbox.create": OWNER,
    "credentials": EVERYBODY,
    "step_ups": OWNER,
    "pins": EVERYBODY,
    "locks": EVERYBODY,
    "pin_sign_ins": "public",
    "privacy": "public",
    "refer": "public",
    "receipts": "public",
    "inquiries": "public",
    "referral_files": COACHES,
    "referral_entries": EVERYBODY,
    "referral_slips": EVERYBODY,
    **dict.fromkeys(("enrolments", "sale_drafts", "sale_undoings", "agreements"), EVERYBODY),
    **dict.fromkeys(
        ("cancellations", "package_completions", "package_changes", "passings_on", "renewals", "declined_renewals"),
        EVERYBODY,
    ),
    "consents": EVERYBODY,
    "consent_drafts": EVERYBODY,
    **dict.fromkeys(("hand_overs", "hand_over", "hand_over_locks", "returns", "password_returns"), EVERYBODY),
    "withdrawals": EVERYBODY,
    "today": EVERYBODY,
    "referrals": EVERYBODY,
    "referral_exports": COACHES,
    "referral_steps": EVERYBODY,
    "referral_acceptances": EVERYBODY,
    "referral_figures": COACHES,
    "referral_status": "public",
    "status_links": EVERYBODY,
    "clients": EVERYBODY,
    "client_archives": EVERYBODY,
    "client_search": EVERYBODY,
    "paper_forms": EVERYBODY,
    "client_paper_forms": EVERYBODY,
    "print_runs": EVERYBODY,
    "piles": EVERYBODY,
    "day_packs": COACHES,
    "client_history": COACHES,
    "personal_data": OWNER,
    "retention": OWNER,
    "merges": COACHES,
    "comparisons": COACHES,
    "client_measures": COACHES,
    "second_ratings": COACHES,
    "agreement": OWNER,
    "readiness": COACHES,
    "readiness_forms": COACHES,
    "readiness_drafts": COACHES,
    "readiness_follow_ups": COACHES,
    "readiness_checks": COACHES,
    "readiness_expiries": COACHES,
    "refer_outs": COACHES,
    "refer_out_replies": COACHES,
    "refer_out_letters": COACHES,
    "refer_out_sendings": COACHES,
    "letters": COACHES,
    "letter_readings": COACHES,
    "letter_releases": COACHES,
    "letter_sendings": COACHES,
    "letter_drops": COACHES,
    "letter_revisions": COACHES,
    "letter_papers": COACHES,
    "letter_links": "public",
    "letter_link_endings": COACHES,
    "client_letters": COACHES,
    "shares": EVERYBODY,
    "share_withdrawals": EVERYBODY,
    "precautions": COACHES,
    "standings": COACHES,
    "precaution_endings": COACHES,
    "clearances": COACHES,
    "clearance_withdrawals": COACHES,
    "attachments": COACHES,
    "assessments": COACHES,
    "assessment_muscles": COACHES,
    "reasons": COACHES,
    "finding_reasons": COACHES,
    "muscle_reasons": COACHES,
    "recomputations": COACHES,
    "links": OWNER,
    "table_exercises": OWNER,
    "own_exercises": OWNER,
    "adjustments": OWNER,
    "table_exports": OWNER,
    "stations": COACHES,
    "boards": COACHES,
    "protocols": COACHES,
    "finding_cards": COACHES,
    "rater_training": COACHES,
    "taps": COACHES,
    "measures": COACHES,
    "measured": COACHES,
    "measure_sheets": COACHES,
    "length_units": COACHES,
    "summaries": COACHES,
    "assessment_notes": COACHES,
    "completions": COACHES,
    "amendments": COACHES,
    "voidings": COACHES,
    "moves": COACHES,
    "findings_reports": COACHES,
    "findings_readings": COACHES,
    "programmes": COACHES,
    "programmes.show": EVERYBODY,
    "programme_versions": COACHES,
    "programme_versions.show": EVERYBODY,
    "prescriptions": COACHES,
    "restorations": COACHES,
    "swaps": COACHES,
    "orders": COACHES,
    "overrides": COACHES,
    "parkings": COACHES,
    "photos": COACHES,
    "photo_cuts": COACHES,
    "photo_returns": COACHES,
    "client_photos": COACHES,
    "fresh_starts": COACHES,
    "issues": COACHES,
    "plans": COACHES,
    "reviews": COACHES,
    "decisions": COACHES,
    "rescreen_drafts": COACHES,
    "home_sheets": EVERYBODY,
    "sheet_codes": "public",
    "coach_sheets": COACHES,
    "warm_ups": COACHES,
    "therapists": EVERYBODY,
    "therapist_archives": EVERYBODY,
    "therapist_exports": EVERYBODY,
    "outreach": EVERYBODY,
    "overviews": EVERYBODY,
    "therapist_merges": EVERYBODY,
    "imports": COACHES,
    "take_away": OWNER,
    "referral_outcomes": COACHES,
    "pay_links": EVERYBODY,
    "pay": "public",
    "money_exports": OWNER,
    "money_links": EVERYBODY,
    "exercises": COACHES,
    "pictures": EVERYBODY,
    "gallery": COACHES,
    "picture_notes": COACHES,
}


def declared(app: Flask, endpoint: str) -> object:
    return getattr(app.view_functions[endpoint], "__access__", None)


def test_every_endpoint_declares_who_may_call_it(app: Flask) -> None:
    silent = [name for name in app.view_functions if name not in FILES and declared(app, name) is None]
    assert not silent, f"mark these views with studio.web.access: {silent}"


def test_every_endpoint_is_open_to_those_we_decided_on(app: Flask) -> None:
    for name in app.view_functions:
        if name not in FILES:
            decided = DECIDED.get(name, DECIDED.get(name.partition(".")[0]))
            assert decided is not None, f"{name}: decide in tests/rules/test_access.py who may call it"
            assert declared(app, name) == decided, name


def test_a_view_that_says_nothing_answers_nobody(app: Flask, people: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.view_functions, "today.show", lambda: "unmarked")
    for person in (people.owner, None):
        assert Browser(app, person).http.get("/").status_code in (302, 403)


@pytest.mark.sweep
@pytest.mark.parametrize("role", list(Role))
def test_every_role_gets_in_where_it_may_and_nowhere_else(app: Flask, browse: Browse, people: Cast, role: Role) -> None:
    person = {Role.owner: people.owner, Role.coach: people.coach, Role.front_desk: people.front_desk}[role]
    for call in calls(app, furnish()):
        access = declared(app, call.endpoint)
        status = _ask(browse(person), call)
        if access == "public" or (isinstance(access, frozenset) and role in access):
            assert status not in (401, 403), f"{call}: {role} may, and was told {status}"
            assert status < 500, f"{call}: {status}"
        else:
            assert status == 403, f"{call}: {role} may not, and was told {status}"


@pytest.mark.sweep
def test_a_stranger_is_asked_to_sign_in_everywhere(app: Flask, browse: Browse) -> None:
    for call in calls(app, furnish()):
        if declared(app, call.endpoint) == "public":
            continue
        stranger = browse()
        status = _ask(stranger, call)
        assert status == (302 if call.method in SAFE else 401), f"{call}: {status}"


@pytest.mark.sweep
def test_what_is_not_there_is_404_for_everybody_who_may_ask(app: Flask, browse: Browse, people: Cast) -> None:
    named = {call.endpoint for call in calls(app, NOWHERE) if "999999" in call.address or "no_such" in call.address}
    for call in calls(app, NOWHERE):
        if call.endpoint in named:
            assert _ask(browse(people.owner), call) == 404, str(call)


def _ask(browser: Browser, call: Call) -> int:
    headers = {} if call.method in SAFE else {"X-CSRFToken": browser.token()}
    return browser.http.open(call.address, method=call.method, headers=headers).status_code
