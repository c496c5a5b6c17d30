"""A client's own photo: put on a line with consent, printed and shown to coaches, and gone when the consent goes."""

import io
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from sqlalchemy import select

from studio.extensions import db
from studio.models.consents import consents_of, grants_of
from studio.models.events import Event
from studio.models.papers import Kind, Paper
from studio.models.photos import photo_on
from studio.models.programmes import ProgrammeVersion
from studio.operations import photos, programmes

from ..browse import Browser
from ..builders import a_client, a_consent
from ..people import Cast
from ..pictures import (
    a_photo,
    a_picture,
    agreed,
    file_of,
    held_another_way,
    paper_of,
    pictures,
    stored,
    telling,
    withdraw,
)
from ..programmes import KIT, a_draft, issue, words

Browse = Callable[..., Browser]


def on(draft: ProgrammeVersion) -> dict[str, int]:
    """The first line of a draft, as an address names it."""
    return {"programme_id": draft.programme_id, "prescription_id": draft.on_sheet[0].id}


def send(browser: Browser, draft: ProgrammeVersion, content: bytes, *, expect: int = 303, **how: object) -> object:
    sent = {"file": (io.BytesIO(content), "IMG_0001.jpg")} | how
    return browser.post("photos.create", sent, expect=expect, **on(draft))


def alts(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return [str(one.Alt) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]


def test_a_photo_stands_on_the_line_instead_of_the_drawing(browse: Browse, people: Cast) -> None:
    client = agreed("photos")
    draft, coach = a_draft(client), browse(people.coach)
    assert "Send it" in words(coach.get("photos.edit", **on(draft)))
    send(coach, draft, held_another_way(6))
    assert "The middle of the photo is printed" in words(coach.follow())
    page = coach.get("programmes.show", programme_id=draft.programme_id)
    picture = page.select_one(".exercise-line__picture--photo img")
    assert picture is not None
    answer = coach.http.get(str(picture["src"]))
    assert (answer.status_code, answer.mimetype) == (200, "image/jpeg")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert Image.open(BytesIO(answer.data)).size == (500, 400)


def test_what_is_kept_of_a_photo_says_nothing_of_where_it_was_taken(browse: Browse, people: Cast, data: Path) -> None:
    draft = a_draft(agreed("photos"))
    send(browse(people.coach), draft, telling(), camera=(io.BytesIO(b""), ""))
    files = stored(data)
    assert len(files) == 2
    for file in files:
        assert b"SECRET" not in file.read_bytes()
        assert not Image.open(BytesIO(file.read_bytes())).getexif()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Take a photo, or choose a picture"),
        (b"<!doctype html><script>alert(1)</script>", "Choose a picture in JPEG, PNG or WebP"),
        (file_of(a_picture())[:900], "Choose a picture in JPEG, PNG or WebP"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40, "Set the camera to JPEG"),
        (file_of(a_picture(1500, 60)), "This picture is too small"),
    ],
    ids=["nothing", "page", "torn", "heic", "sliver"],
)
def test_a_photo_that_cannot_be_taken_leaves_the_one_that_is_there(
    browse: Browse, people: Cast, content: bytes, sentence: str
) -> None:
    client = agreed("photos")
    draft, coach = a_draft(client), browse(people.coach)
    before = a_photo(client, draft.on_sheet[0].exercise)
    name = "IMG_0001.jpg" if content else ""
    sent = {"file": (io.BytesIO(content), name)}
    page = coach.post("photos.create", sent, expect=422, **on(draft))
    assert sentence in words(page)
    assert page.select_one("svg image")
    assert photo_on(client.id, draft.on_sheet[0].exercise) == before


@pytest.mark.parametrize("purposes", [(), ("marketing", "touch")])
def test_without_consent_the_way_to_it_is_shown_and_nothing_kept(
    browse: Browse, people: Cast, data: Path, purposes: tuple[str, ...]
) -> None:
    client = agreed(*purposes)
    draft, coach = a_draft(client), browse(people.coach)
    page = coach.get("photos.edit", **on(draft))
    assert "Thandiwe has not agreed to photos" in words(page)
    assert page.select_one(f"a[href='/clients/{client.id}/consents']")
    send(coach, draft, file_of(a_picture()), expect=409)
    assert not stored(data)


def test_a_photo_is_for_its_own_client_and_for_coaches(browse: Browse, people: Cast) -> None:
    client, other = agreed("photos"), a_client("Somebody Else", equipment=KIT)
    a_consent(other, "photos")
    mine, theirs = a_draft(client), a_draft(other)
    photo = a_photo(client, mine.on_sheet[0].exercise)
    coach, desk = browse(people.coach), browse(people.front_desk)
    for part in ("show", "edit"):
        endpoint = f"client_photos.{part}"
        coach.get(endpoint, client_id=client.id, photo_id=photo.id)
        coach.get(endpoint, client_id=other.id, photo_id=photo.id, expect=404)
        desk.get(endpoint, client_id=client.id, photo_id=photo.id, expect=403)
        browse().get(endpoint, client_id=client.id, photo_id=photo.id, expect=302)
    coach.post("photo_returns.create", photo_id=photo.id, expect=404, **on(theirs))
    page = coach.get("programmes.show", programme_id=theirs.programme_id)
    assert not page.select(".exercise-line__picture--photo img")
    assert not pictures(paper_of(issue(theirs), photos=True))
    issue(mine)
    page = desk.get("programmes.show", programme_id=mine.programme_id)
    assert not page.select(".exercise-line__picture--photo img")


def test_the_sheet_is_printed_with_photos_for_coaches_and_without_for_the_front_desk(
    browse: Browse, people: Cast
) -> None:
    client = agreed("photos")
    draft = a_draft(client)
    rows = draft.on_sheet[:2]
    for row, size in zip(rows, ((1600, 1200), (1200, 1600)), strict=True):
        a_photo(client, row.exercise, a_picture(*size))
    version = issue(draft)
    sheet = {"programme_id": version.programme_id, "number": 1}
    coach, desk = browse(people.coach), browse(people.front_desk)
    coach.get("home_sheets.show", **sheet)
    assert coach.last is not None
    printed = coach.last.data
    assert pictures(printed) == [(500, 400)] * 2
    assert [one for one in alts(printed) if one.startswith("Photo of Thandiwe: ")] != []
    assert len(printed) < 150_000
    desk.get("home_sheets.show", **sheet)
    assert desk.last is not None
    assert not pictures(desk.last.data)
    assert desk.last.data == paper_of(version, photos=False)
    assert db.session.scalars(select(Paper.photos).where(Paper.kind == Kind.home_sheet)).all() == [False]
    assert "jpeg" not in str(version.sheet)


def test_whoever_withdraws_is_told_what_will_be_erased(browse: Browse, people: Cast) -> None:
    client = agreed("photos")
    a_photo(client, a_draft(client).on_sheet[0].exercise)
    grant = next(one for one in grants_of(consents_of(client.id)[0].id) if one.purpose == "photos")
    page = browse(people.front_desk).get("withdrawals.new", client_id=client.id, grant_id=grant.id)
    assert "1 photo on the exercises is erased" in words(page)


def test_a_photo_stays_for_the_next_version_and_is_cut_out_anew(browse: Browse, people: Cast, data: Path) -> None:
    client = agreed("photos")
    draft = a_draft(client)
    exercise = draft.on_sheet[0].exercise
    photo = a_photo(client, exercise, a_picture(1200, 1600))
    before = set(stored(data))
    issue(draft)
    nxt = programmes.create(client, by=people.coach)
    assert nxt.on_sheet[0].exercise == exercise
    coach = browse(people.coach)
    part = coach.post("photo_cuts.update", {"left": 5, "top": 900, "across": 400}, fragment=True, expect=200, **on(nxt))
    assert part.select_one("#programme-lines .exercise-line__picture--photo:not([hx-swap-oob])")
    db.session.refresh(photo)
    assert (photo.left, photo.top, photo.across) == (5, 900, 400)
    left, right = (Image.open(BytesIO(photos.shown(photo))).getpixel(place) for place in ((20, 200), (380, 200)))
    assert left == right  # the lower left field and nothing else
    coach.post("photo_cuts.update", {"left": -9999, "top": 9999, "across": 99999}, **on(nxt))
    db.session.refresh(photo)
    assert (photo.left, photo.top, photo.across) == (-400, 0, 2000)
    edge = Image.open(BytesIO(photos.shown(photo))).getpixel((2, 200))
    assert edge == (255, 255, 255)
    for said in ({"left": 1}, {"left": "x", "top": 0, "across": 300}, {"left": 0, "top": 0, "across": 10**12}):
        coach.post("photo_cuts.update", said, expect=422, **on(nxt))
    assert len(stored(data)) == len(before)


def test_a_photo_is_removed_and_replaced_and_each_comes_back(browse: Browse, people: Cast) -> None:
    client = agreed("photos")
    draft, coach = a_draft(client), browse(people.coach)
    exercise = draft.on_sheet[0].exercise
    first = a_photo(client, exercise)
    part = coach.post("photos.delete", fragment=True, expect=200, **on(draft))
    assert photo_on(client.id, exercise) is None
    assert not part.select(".exercise-line__picture--photo img")
    undo = part.select_one("#toasts form")
    assert undo is not None
    coach.http.post(str(undo["action"]), data={"csrf_token": coach.token()})
    db.session.rollback()
    assert photo_on(client.id, exercise) == first
    sent = {"file": (io.BytesIO(file_of(a_picture())), "again.jpg")}
    part = coach.post("photos.create", sent, fragment=True, expect=200, **on(draft))
    assert part.select_one(f"#picture-{draft.on_sheet[0].id}[hx-swap-oob] img")
    assert photo_on(client.id, exercise) != first
    undo = part.select_one("#toasts form")
    assert undo is not None
    coach.http.post(str(undo["action"]), data={"csrf_token": coach.token()})
    db.session.rollback()
    assert photo_on(client.id, exercise) == first
    kinds = db.session.scalars(select(Event.kind).where(Event.kind.startswith("photo."))).all()
    assert sorted(kinds) == ["photo.put", "photo.put", "photo.removed", "photo.restored", "photo.restored"]


def test_a_photo_that_is_lost_leaves_the_drawing_and_the_doctor_tells(browse: Browse, people: Cast, data: Path) -> None:
    client = agreed("photos")
    draft = a_draft(client)
    photo = a_photo(client, draft.on_sheet[0].exercise)
    for file in stored(data):
        file.write_bytes(b"something else")
    assert photos.damaged() == [f"photo {photo.id}"]
    coach = browse(people.coach)
    coach.get("client_photos.show", client_id=client.id, photo_id=photo.id, expect=500)
    coach.post("photo_cuts.update", {"left": 0, "top": 0, "across": 300}, expect=500, **on(draft))
    assert not pictures(paper_of(issue(draft), photos=True))


def test_the_warm_up_card_shows_the_photos_too(browse: Browse, people: Cast) -> None:
    client = agreed("photos")
    draft, coach = a_draft(client), browse(people.coach)
    for row in draft.on_sheet:
        a_photo(client, row.exercise)
    coach.get("warm_ups.show", programme_id=draft.programme_id)
    assert coach.last is not None
    assert pictures(coach.last.data)
    withdraw(client)
    coach.get("warm_ups.show", programme_id=draft.programme_id)
    assert not pictures(coach.last.data)
