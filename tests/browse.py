"""A person's browser in a test, which polices every page it is shown.

Any page fetched by any test must be valid HTML5, have one h1 and a title that names it, unique ids, a label for every
field, nothing inline, a policy header, and none of the words we do not use.
"""

import re
import secrets
from collections import Counter, defaultdict
from contextvars import Context
from functools import cache
from typing import Any

import html5lib
from bs4 import BeautifulSoup, Tag
from flask import Flask, url_for
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from studio.extensions import db
from studio.models.database import write
from studio.models.users import User
from studio.operations import sign_ins
from studio.web.assets import COMMON, stylesheets

from .examples import PROFILE

FORBIDDEN = re.compile(
    r"(?<!not a )\b(diagnos(e|is|ed|ing)|dysfunction\w*|successfully|oops)\b|!(?=\s|$)", re.IGNORECASE
)
VALUES = re.compile(r'="[^"]*"|(?<=>)[^<&]+(?=[<&])|&[a-z#0-9]+;')
REPEATED = re.compile(r"(<(li|tr|option)\b(?:(?!<\2\b).)*?</\2>)(?:\s*\1)+", re.DOTALL)
FULL_SCREEN = {
    "assessments": {"board", "measures"},
    "programmes": {"programme"},
    "therapists": {"pages", "therapists"},
    "prices": {"pages", "prices"},
}
WITHIN = {"check-ins": "sessions", "sessions": "sessions", "freezes": "sessions", "quotes": "prices"} | dict.fromkeys(
    ("draft", "cancellation", "change"), "sale"
)
"""Parts of addresses whose fragments go into pages with a sheet more."""
HTMX_2 = ("hx-on", "hx-ext", "hx-vars", "hx-params", "hx-disabled-elt", "hx-history-elt")

_valid: defaultdict[str, set[int]] = defaultdict(set)


class Apart(FlaskClient):
    """A client whose requests know nothing of the test around them.

    A test keeps an application context open to look into the database. Requests made inside it would share its `g`, and
    with it the person who asked last.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        # Read to the end, so that a file that is sent is closed.
        return Context().run(super().open, *args, **({"buffered": True} | kwargs))


class Browser:
    """Speaks by endpoint name: `browser.get("clients.show", client_id=3)` answers the page as soup."""

    def __init__(self, app: Flask, person: User | None):
        self.http = app.test_client()
        self.last: TestResponse | None = None
        if person is not None:
            with write():
                _, token = sign_ins.start(person, device="test")
            with self.http.session_transaction() as session:
                session["_user_id"] = token
                session["_fresh"] = True

    def get(self, endpoint: str, *, expect: int = 200, fragment: bool = False, **values: Any) -> BeautifulSoup:
        """Fetch a page, or with `fragment` the part that htmx would ask for."""
        headers = {"HX-Request": "true", "HX-Request-Type": "partial"} if fragment else {}
        return self._answer(self.http.get(_url(endpoint, values), headers=headers), expect, fragment)

    def post(
        self,
        endpoint: str,
        data: dict[str, Any] | None = None,
        *,
        expect: int = 303,
        fragment: bool = False,
        **values: Any,
    ) -> BeautifulSoup:
        """Send a form as the page would: with the token of this browser's session."""
        headers = {"HX-Request": "true", "HX-Request-Type": "partial"} if fragment else {}
        form = {"csrf_token": self.token()} | (data or {})
        return self._answer(self.http.post(_url(endpoint, values), data=form, headers=headers), expect, fragment)

    def post_json(self, endpoint: str, payload: Any, *, expect: int = 200, **values: Any) -> Any:
        answer = self.http.post(_url(endpoint, values), json=payload, headers={"X-CSRFToken": self.token()})
        self.last = answer
        assert answer.status_code == expect, f"{answer.status_code}: {answer.text[:500]}"
        return answer.get_json()

    def go(self, address: str) -> BeautifulSoup:
        """Fetch the page that a link leads to."""
        return self._answer(self.http.get(address), 200, False)

    def follow(self) -> BeautifulSoup:
        """Go where the last answer sends."""
        assert self.last is not None
        assert self.last.location, f"no redirect but {self.last.status_code}"
        return self.go(self.last.location)

    def token(self) -> str:
        """The token that forms of this session carry, made as `flask_wtf` makes it but without asking for a page."""
        with self.http.session_transaction() as session:
            secret = session.setdefault("csrf_token", secrets.token_hex(20))
        return str(URLSafeTimedSerializer(self.http.application.secret_key, salt="wtf-csrf-token").dumps(secret))

    def _answer(self, response: TestResponse, expect: int, fragment: bool) -> BeautifulSoup:
        self.last = response
        db.session.rollback()  # what the request wrote is to be read anew
        assert response.status_code == expect, (
            f"{response.status_code} for {response.request.path}: {_text(response)[:600]}"
        )
        if response.mimetype != "text/html" or response.status_code in (302, 303):
            return BeautifulSoup("", "html.parser")
        page = BeautifulSoup(response.text, "html.parser")
        problems = [*_everywhere(page, response), *([] if fragment else _whole_page(page, response))]
        problems += without_styles(response)
        assert not problems, f"{response.request.path}: " + "; ".join(problems)
        return page


def _url(endpoint: str, values: dict[str, Any]) -> str:
    from flask import current_app

    with current_app.test_request_context():
        return url_for(endpoint, **values)


def _text(response: TestResponse) -> str:
    return BeautifulSoup(response.text, "html.parser").get_text(" ", strip=True)


def _everywhere(page: BeautifulSoup, response: TestResponse) -> list[str]:
    problems = []
    ids: list[str] = []
    labelled = {label.get("for") for label in page.find_all("label")}
    for tag in page.find_all(True):  # one walk: a selector each would walk the page again and again
        assert isinstance(tag, Tag)
        ids += [str(tag["id"])] if tag.has_attr("id") else []
        problems += [f"<{tag.name} {name}> is not allowed by our policy" for name in tag.attrs if _inline(name)]
        problems += [f"<{tag.name} {name}> is htmx 2" for name in tag.attrs if name.startswith(HTMX_2)]
        if tag.name == "style" or (tag.name == "script" and not tag.has_attr("src")):
            problems.append(f"an inline {tag.name}")
        elif tag.name in ("input", "select", "textarea") and not _named(tag, labelled):
            problems.append(f"no label for {tag.get('name')}")
        elif (tag.name == "button" or (tag.name == "a" and tag.has_attr("href"))) and not _spoken(tag):
            problems.append(f"no name on {tag}")
    problems += [f"id {name} stands twice" for name, times in Counter(ids).items() if times > 1]
    words = _visible(page)
    problems += [f"a word we do not use: {found[0]!r}" for found in FORBIDDEN.finditer(words)]
    return problems


def _whole_page(page: BeautifulSoup, response: TestResponse) -> list[str]:
    problems = _invalid(re.sub(r"\d+", "#", response.request.path), response.text)
    headings = page.select("h1")
    title = page.title.get_text(strip=True) if page.title else ""
    if len(headings) != 1:
        problems.append(f"{len(headings)} h1")
    elif not title:
        problems.append("no title")
    if page.html is None or not page.html.get("lang"):
        problems.append("no language")
    if "default-src 'none'" not in response.headers.get("Content-Security-Policy", ""):
        problems.append("no policy")
    return problems


def without_styles(response: TestResponse) -> list[str]:
    """Areas whose parts are shown by a page that has not asked for their style sheet, or by a fragment put into one."""
    html = response.text
    used = {name for names in re.findall(r' class="([^"]+)"', html) for name in names.split()}
    if "<html" in html:
        asked = set(re.findall(r'<link rel="stylesheet" href="[^"]*/(\w+)\.css', html))
    else:
        parts = response.request.path.split("/")
        asked = FULL_SCREEN.get(parts[1], {"pages"}) | {WITHIN[part] for part in parts if part in WITHIN}
    return [
        f"{', '.join(sorted(used & names))} without the sheet {area}"
        for area, names in _styled().items()
        if area not in asked and used & names
    ]


@cache
def _styled() -> dict[str, set[str]]:
    """The classes that only the sheet of an area knows, by area."""
    classes = {name: set(re.findall(r"\.([a-z][\w-]*)", text)) for name, text in stylesheets().items()}
    return {area: names - classes[COMMON] for area, names in classes.items() if area != COMMON}


def _invalid(address: str, html: str) -> list[str]:
    """What a strict parser minds. It is slow: pages of the same elements in the same order are parsed once."""
    skeleton = hash(REPEATED.sub(r"\1", VALUES.sub("", html)))
    known = _valid[address]
    if skeleton in known or (PROFILE == "fast" and len(known) > 1):
        return []
    try:
        html5lib.HTMLParser(strict=True).parse(html)
    except html5lib.html5parser.ParseError as error:
        return [f"not valid HTML: {error}"]
    known.add(skeleton)
    return []


def _inline(name: str) -> bool:
    return name == "style" or (name.startswith("on") and name != "on")


def _named(field: Tag, labelled: set[Any]) -> bool:
    if field.get("type") in ("hidden", "submit") or field.get("aria-label") or field.get("aria-labelledby"):
        return True
    return field.get("id", "") in labelled or field.find_parent("label") is not None


def _spoken(tag: Tag) -> bool:
    return bool(tag.get_text(strip=True) or tag.get("aria-label") or tag.get("aria-labelledby"))


def _visible(page: BeautifulSoup) -> str:
    return " ".join(
        text.strip()
        for text in page.find_all(string=True)
        if text.parent and text.parent.name not in ("script", "style")
    )
