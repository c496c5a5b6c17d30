"""What happens to photos behind the pages: their weight, and that they are gone when they must be."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select
from time_machine import travel

from studio.clock import utcnow
from studio.extensions import db
from studio.models.consents import consents_of, grants_of
from studio.models.events import Event
from studio.models.photos import ClientPhoto, photo_on
from studio.operations import consents, papers, photos
from studio.operations.cutting import MOST_SHOWN, cut_out, middle
from studio.operations.images import BadPicture, jpeg

from ..browse import Browser
from ..builders import a_consent
from ..people import Cast
from ..pictures import a_photo, a_picture, agreed, file_of, paper_of, pictures, stored, withdraw
from ..programmes import a_draft, issue

Browse = Callable[..., Browser]


def test_a_photo_as_busy_as_they_come_keeps_a_sheet_of_six_light() -> None:
    busy = Image.merge("RGB", [Image.effect_noise((1600, 1200), 200) for _ in "RGB"])
    assert len(cut_out(jpeg(busy), middle(1600, 1200))) <= MOST_SHOWN


def test_a_file_of_more_than_eight_megabytes_is_not_looked_at() -> None:
    with pytest.raises(BadPicture, match="at most 8 MB"):
        photos.check(file_of(a_picture()) + b"x" * photos.MOST_BYTES)


@pytest.mark.parametrize("how", ["photos", "take_part", "signed again"])
def test_when_the_consent_goes_photos_and_papers_with_them_are_erased(
    browse: Browse, people: Cast, data: Path, how: str
) -> None:
    client = agreed("photos")
    draft = a_draft(client)
    photo = a_photo(client, draft.on_sheet[0].exercise)
    version = issue(draft)
    assert pictures(paper_of(version, photos=True))
    if how == "signed again":
        a_consent(client, "touch", strokes=())
    else:
        withdraw(client, how)
    assert not stored(data)
    assert not pictures(paper_of(version, photos=True))
    assert len([one for one in (data / "papers").rglob("*.pdf") if pictures(one.read_bytes())]) == 0
    assert not papers.damaged()
    coach = browse(people.coach)
    coach.get("client_photos.show", client_id=client.id, photo_id=photo.id, expect=404)
    coach.get("home_sheets.show", programme_id=version.programme_id, number=1)
    assert db.session.scalar(select(Event.summary).where(Event.kind == "photo.erased"))
    if how != "signed again":
        grant = next(one for one in grants_of(consents_of(client.id)[0].id) if one.withdrawn_at)
        consents.restore(grant, client, by=people.coach)
    assert photo_on(client.id, draft.on_sheet[0].exercise) is None


def test_a_consent_withdrawn_while_the_sheet_is_set_leaves_no_paper_with_photos(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = agreed("photos")
    draft = a_draft(client)
    a_photo(client, draft.on_sheet[0].exercise)
    keep = papers.keep

    def meanwhile(content: bytes) -> str:
        if photo_on(client.id, draft.on_sheet[0].exercise):
            withdraw(client)
        return keep(content)

    monkeypatch.setattr(papers, "keep", meanwhile)
    assert not pictures(paper_of(issue(draft), photos=True))


def test_a_removed_photo_is_erased_after_a_day(people: Cast, data: Path) -> None:
    client = agreed("photos")
    draft = a_draft(client)
    photo = a_photo(client, draft.on_sheet[0].exercise)
    photos.remove(photo, client, by=people.coach)
    assert len(stored(data)) == 2
    with travel(utcnow() + photos.TAKEN_BACK_FOR * 1.1):
        a_photo(client, draft.on_sheet[1].exercise)
    assert len(stored(data)) == 2
    assert len(db.session.scalars(select(ClientPhoto)).all()) == 1
