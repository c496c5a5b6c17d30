"""The studio's logo: sent by the owner, drawn anew, on every sheet from then on, and off again."""

import io
from collections.abc import Callable

import pytest
from flask import Flask

from studio.models.clients import Client
from studio.models.consents import Consent, consents_of
from studio.models.logos import logo_in_use
from studio.models.sheets_home import studio_card
from studio.models.studios import the_studio
from studio.operations import consents, logos, papers
from studio.operations.images import BadPicture

from ..browse import Browser
from ..builders import a_client, a_consent
from ..documents import reading
from ..people import Cast
from ..pictures import a_picture, bomb, file_of, telling

Browse = Callable[..., Browser]
ALT = ("Figure", "Logo of Northside Movement Studio")


def send(browser: Browser, content: bytes, *, expect: int = 303) -> object:
    return browser.post("logos.create", {"file": (io.BytesIO(content), "logo.png")}, expect=expect)


def copy_of(consent: Consent, client: Client) -> bytes:
    return papers.read(consents.paper_of(consent, client, by=Cast().coach))


def test_the_owner_puts_a_logo_on_paper_and_takes_it_off(browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    assert "stands in the head of every sheet" in owner.get("settings.edit").get_text()
    send(owner, file_of(a_picture(1600, 400), "PNG"))
    page = owner.follow()
    assert "from now on" in page.get_text()
    picture = page.select_one("main img")
    shown = owner.http.get(picture["src"])  # type: ignore[index]
    assert shown.mimetype == "image/png"
    assert shown.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    studio = the_studio()
    assert studio is not None
    assert studio_card(studio).logo is not None
    owner.post("logos.delete")
    assert "The logo is off" in owner.follow().get_text()
    assert studio_card(studio).logo is None
    owner.get("logos.show", expect=404)


def test_a_consent_is_printed_with_the_logo_it_was_signed_under(app: Flask, people: Cast) -> None:
    clients = [a_client(), a_client(), a_client()]
    signed = [a_consent(clients[0])]
    logos.put(logos.check(file_of(a_picture(), "PNG")), by=people.owner)
    signed.append(a_consent(clients[1]))
    logos.put(logos.check(file_of(a_picture(300, 300), "PNG")), by=people.owner)
    signed.append(a_consent(clients[2]))
    pages = [copy_of(*one) for one in zip(signed, clients, strict=True)]
    assert [reading.elements(page).count(ALT) for page in pages] == [0, 1, 1]
    shapes = [one.sheet["studio"]["logo"] for one in signed]
    assert shapes[0] is None
    assert [(one["width"], one["height"]) for one in shapes[1:]] == [(480, 360), (300, 300)]
    assert "content" not in shapes[1]
    assert consents_of(clients[1].id)


def test_what_a_picture_tells_beside_itself_stays_behind(people: Cast, app: Flask) -> None:
    logos.put(logos.check(telling()), by=people.owner)
    logo = logo_in_use()
    assert logo is not None
    assert b"SECRET" not in logo.content


def test_a_picture_with_many_colours_is_kept_small(app: Flask) -> None:
    noise = a_picture(900, 900).effect_spread(200)
    assert len(logos.check(file_of(noise, "PNG")).content) < 150_000


def test_a_file_that_is_too_heavy_is_not_even_looked_at(app: Flask) -> None:
    with pytest.raises(BadPicture, match="at most 4 MB"):
        logos.check(b"0" * (logos.MOST_BYTES + 1))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Choose a picture in PNG or JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Choose a picture in PNG or JPEG"),
        (b"%PDF-1.7", "Choose a picture in PNG or JPEG"),
        (file_of(a_picture(), "WEBP"), "Choose a picture in PNG or JPEG"),
        (bomb(30_000, 30_000), "too large"),
        (file_of(a_picture(20, 300), "PNG"), "too small"),
    ],
    ids=["nothing", "svg", "pdf", "webp", "bomb", "too small"],
)
def test_what_is_no_logo_is_refused_with_what_to_do(browse: Browse, people: Cast, content: bytes, says: str) -> None:
    owner = browse(people.owner)
    page = send(owner, content, expect=422)
    assert says in page.select_one(".error-summary").get_text()  # type: ignore[attr-defined]
    assert page.select_one("#name")["value"] == "Northside Movement Studio"  # type: ignore[attr-defined]
    assert logo_in_use() is None
