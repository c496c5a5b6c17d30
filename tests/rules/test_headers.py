"""What every answer carries, pages and errors alike, and what no changing request gets past."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from studio import create_app
from studio.extensions import db

from ..browse import Browser
from ..conftest import settings_for
from ..people import Cast
from .every import SAFE, calls, furnish

Browse = Callable[..., Browser]
FORGED = {"Sec-Fetch-Site": "cross-site"}


def problems(answer: TestResponse) -> list[str]:
    """What is wrong with the headers of an answer."""
    headers = answer.headers
    policy = headers.get("Content-Security-Policy", "")
    wanted = {
        "a policy that begins with nothing": policy.startswith("default-src 'none'"),
        "no unsafe source": "unsafe" not in policy and "*" not in policy,
        "no frames": "frame-ancestors 'none'" in policy,
        "no sniffing": headers.get("X-Content-Type-Options") == "nosniff",
        "a referrer for us only": headers.get("Referrer-Policy") in ("same-origin", "no-referrer"),
        "a window of its own": headers.get("Cross-Origin-Opener-Policy") == "same-origin",
        "no camera or microphone": "camera=()" in headers.get("Permissions-Policy", ""),
        "nothing kept": headers.get("Cache-Control") == "no-store",
        "a page told from a part": {"hx-request", "hx-request-type"} <= {name.lower() for name in answer.vary},
        "nothing for other sites": not any(name.startswith("Access-Control-") for name, _ in headers),
    }
    return [rule for rule, holds in wanted.items() if not holds]


@pytest.mark.sweep
def test_every_answer_carries_the_headers(app: Flask, browse: Browse, people: Cast) -> None:
    for call in calls(app, furnish()):
        browser = browse(people.owner)
        headers = {} if call.method in SAFE else {"X-CSRFToken": browser.token()}
        answer = browser.http.open(call.address, method=call.method, headers=headers)
        assert not problems(answer), f"{call} ({answer.status_code}): {problems(answer)}"


def errors(browse: Browse, people: Cast, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, TestResponse]]:
    """One answer of each error page."""
    owner, stranger = browse(people.owner), browse()
    yield 400, owner.http.post("/clients")
    yield 401, stranger.http.post("/clients", headers={"X-CSRFToken": stranger.token()})
    yield 403, browse(people.coach).http.get("/settings/users")
    yield 404, owner.http.get("/nowhere")
    yield 405, owner.http.get("/sign-out")
    yield 413, owner.http.post("/clients", data=b"x" * (3 * 2**20))
    monkeypatch.setattr("studio.routes.today.due", None)  # a fault of ours
    yield 500, owner.http.get("/")


def test_every_error_page_carries_them_too(
    app: Flask, browse: Browse, people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    for code, answer in errors(browse, people, monkeypatch):
        assert answer.status_code == code
        assert not problems(answer), f"{code}: {problems(answer)}"
        assert "Traceback" not in answer.text


@pytest.mark.sweep
def test_no_change_is_made_without_the_token(app: Flask, browse: Browse, people: Cast) -> None:
    for call in calls(app, furnish()):
        if call.method not in SAFE:
            for person in (people.owner, None):
                answer = browse(person).http.open(call.address, method=call.method)
                assert answer.status_code == 400, f"{call}: {answer.status_code}"


def test_the_token_of_somebody_else_is_none(browse: Browse, people: Cast) -> None:
    other = browse(people.coach).token()
    answer = browse(people.owner).http.post("/settings/studio", headers={"X-CSRFToken": other})
    assert answer.status_code == 400


@pytest.mark.sweep
def test_no_change_is_made_for_another_site_even_with_the_token(app: Flask, browse: Browse, people: Cast) -> None:
    for call in calls(app, furnish()):
        if call.method not in SAFE:
            browser = browse(people.owner)
            headers = FORGED | {"X-CSRFToken": browser.token()}
            answer = browser.http.open(call.address, method=call.method, headers=headers)
            assert answer.status_code == 400, f"{call}: {answer.status_code}"


def test_a_link_from_another_site_still_opens(browse: Browse, people: Cast) -> None:
    assert browse(people.owner).http.get("/", headers=FORGED).status_code == 200


def test_the_cookie_is_for_us_alone(browse: Browse) -> None:
    browser = browse()
    browser.get("sign_in.new")
    assert browser.last is not None
    cookie = browser.last.headers["Set-Cookie"]
    assert cookie.startswith("plumbline=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.fixture
def secure(app: Flask) -> Iterator[Flask]:
    """The same studio behind TLS."""
    settings = settings_for(app.config["SETTINGS"].data, public_url="https://studio.example")
    other = create_app(settings)
    yield other
    with other.app_context():
        db.engine.dispose()


def test_behind_tls_the_cookie_is_bound_to_the_host_and_the_site_stays_on_tls(secure: Flask) -> None:
    answer = secure.test_client().get("/sign-in", base_url="https://studio.example")
    assert answer.headers["Set-Cookie"].startswith("__Host-plumbline=")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert "max-age=" in answer.headers["Strict-Transport-Security"]
