"""Taking out and erasing all of one person: nothing is forgotten, and nothing of anybody else is touched."""

import json
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from time_machine import travel

from studio.clock import utcnow
from studio.extensions import Base, db
from studio.mail import Message
from studio.models.clients import Client, load_client
from studio.models.database import write
from studio.models.erasures import Erasure
from studio.models.events import Event
from studio.models.letters import Letter, LetterKind
from studio.models.mails import Mail
from studio.models.papers import Paper
from studio.models.person import KEPT, ONLY_MENTIONED, WORDS, belongings, holdings
from studio.models.private_links import PrivateLink
from studio.models.referrals import Referral, ReferralFile, State, Via
from studio.models.retention import Kept, months_before
from studio.models.shares import How, Share
from studio.operations import attachments, clients, outbox, papers, person_exports, private_links, retention, uploads
from studio.operations.erasures import erase
from studio.operations.referrals import steps
from studio.operations.therapists import create

from ..builders import a_client, a_complete_assessment, a_consent, a_refer_out
from ..limits import a_clearance, a_letter, a_precaution
from ..people import Cast, the_house
from ..pictures import a_photo
from ..programmes import KIT, a_draft, a_review, issue

pytestmark = pytest.mark.usefixtures("people")

CANARY = "Zyxcanary"
REASON = "Asked for by mail"


def a_referral(client: Client | None = None, *, words: str = CANARY, state: State = State.received) -> Referral:
    """A referral with a file, a status page, and a letter about it."""
    now = utcnow()
    stored, digest = uploads.store(f"letter of {words}".encode())
    with write() as session:
        row = Referral(
            reference=f"{now:%H%M-%S%f}"[:11],
            submission=f"{words} {now.isoformat()}"[:64],
            via=Via.web,
            client_id=client.id if client else None,
            person={"name": words},
            story={"reason": words},
            since=now,
            received_at=now,
        )
        session.add(row)
        session.flush()
        session.add(
            ReferralFile(
                referral_id=row.id, file_name=f"{words}.pdf", media_type="application/pdf", stored=stored,
                sha256=digest, size=9, created_at=now,
            )
        )  # fmt: skip
        private_links.open_status(row)
        letter = Letter(referral_id=row.id, kind=LetterKind.received, words={"text": words}, drafted_at=now)
        session.add(letter)
        session.flush()
        private_links.open_letter(letter)
        steps.move(row, state, by=None)
    return row


def a_full_record(name: str) -> Client:
    """A client of whom there is something in every table."""
    client = a_client(f"{name} Smith", equipment=KIT, note=f"note of {name}", email=f"{name}@mail.example".lower())
    a_refer_out(client)
    clients.change(client, {"note": f"other note of {name}"}, seen=1, by=Cast().coach)
    a_precaution(client, tags=["osteoporosis"], words=name)
    a_clearance(client, file=a_letter())
    a_consent(client, "photos", "share_pt")
    draft = a_draft(client)
    a_photo(client, draft.on_sheet[0].exercise)
    issue(draft)
    a_review(a_complete_assessment(client))
    a_referral(client, words=name)
    therapist = create({"name": f"Pat of {client.id}", "clinic": "Harbour"}, by=Cast().coach)
    with write() as session:
        session.add(
            Share(
                client_id=client.id, therapist_id=therapist.id, given_on=utcnow().date(), how=How.signed,
                recorded_at=utcnow(), recorded_by_id=Cast().coach.id,
            )
        )  # fmt: skip
        outbox.queue(
            Message(to="pt@clinic.example", to_name="Pat", subject="A letter", text=name), about="letter 1",
            kind="letter", client=client, by=Cast().coach,
        )  # fmt: skip
    return client


def kept_bytes(data: Path) -> bytes:
    """Everything in the data folder, the database's log too."""
    return b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())


def test_every_table_of_a_person_has_its_words() -> None:
    named = [name for names in WORDS.values() for name in names]
    assert sorted(named) == sorted(table.name for table, _ in belongings(1))
    assert len(named) == len(set(named))
    others = (Base.metadata.tables[name] for name in set(Base.metadata.tables) - {*named, *KEPT, *ONLY_MENTIONED})
    assert not [one.name for one in others if any(key.column.table.name == "clients" for key in one.foreign_keys)]


def test_an_export_holds_every_entry_and_every_file() -> None:
    client = a_full_record("Anna")
    a_full_record("Other")
    with person_exports.export(client, by=Cast().owner) as file, zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        tables = json.loads(archive.read("record.json"))
        told = archive.read("read-me.txt").decode()
        assert all(
            archive.read(f"tables/{name}.csv").count(b"\r\n") >= len(rows) + 1 for name, rows in tables.items() if rows
        )
        assert b"Other" not in b"".join(archive.read(name) for name in names if name.endswith((".json", ".csv")))
        pdfs = [archive.read(name) for name in names if name.startswith("papers/")]
    assert {one.words: one.rows for one in holdings(client.id)} == {
        words: sum(len(tables[name]) for name in group) for words, group in WORDS.items() if any(map(tables.get, group))
    }
    assert set(tables) == {name for group in WORDS.values() for name in group} | set(KEPT)
    assert tables["clients"][0]["name"] == "Anna Smith"
    assert [papers.read(one) for one in db.session.scalars(select(Paper).where(Paper.client_id == client.id))] == pdfs
    assert any(name.startswith("photos/") for name in names)
    assert any(name.startswith("files/") for name in names)
    assert "Anna Smith" in told


def test_an_export_names_what_is_lost_on_the_disk(data: Path) -> None:
    client = a_full_record("Anna")
    for file in (data / "papers").rglob("*.pdf"):
        file.unlink()
    with person_exports.export(client, by=Cast().owner) as file, zipfile.ZipFile(file) as archive:
        assert "These files are lost on the disk: " in archive.read("read-me.txt").decode()


def test_of_an_erased_person_nothing_is_left_in_any_file(data: Path) -> None:
    other = a_full_record("Bystander")
    before = {one.words: one.rows for one in holdings(other.id)}
    client = a_full_record(CANARY)
    assert CANARY.encode() in kept_bytes(data)
    erase(client, REASON, by=Cast().owner)
    left = kept_bytes(data)
    assert CANARY.encode() not in left
    assert CANARY.lower().encode() not in left
    assert load_client(client.id) is None
    assert [one.words for one in holdings(client.id)] == ["Name, contact, notes"]
    assert {one.words: one.rows for one in holdings(other.id)} == before
    assert not papers.damaged()
    assert not attachments.damaged()
    kept = db.session.scalars(select(Erasure)).one()
    assert (kept.client_id, kept.reason, kept.rows["Assessments"] > 0) == (client.id, REASON, True)
    assert db.session.scalar(select(Event.id).where(Event.client_id == client.id, Event.kind == "assessment.completed"))


def test_a_paper_that_two_people_share_stays_for_the_other() -> None:
    one, other = a_client("Anna"), a_client("Ben")
    digest = papers.keep(b"%PDF the same")
    values = {"file_name": "a.pdf", "sha256": digest, "size": 9, "created_at": utcnow(), "kind": "consent copy"}
    with write() as session:
        session.add_all(Paper(client_id=who.id, created_by_id=Cast().coach.id, **values) for who in (one, other))
    erase(one, REASON, by=Cast().owner)
    assert not papers.damaged()


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [((2026, 3, 31), 1, (2026, 2, 28)), ((2024, 2, 29), 12, (2023, 2, 28)), ((2026, 1, 15), 84, (2019, 1, 15))],
)
def test_months_are_counted_on_the_calendar(
    day: tuple[int, int, int], months: int, before: tuple[int, int, int]
) -> None:
    start = utcnow().date()
    assert months_before(start.replace(*day), months) == start.replace(*before)


def test_only_what_is_past_its_time_is_shown_and_let_go() -> None:
    old, seen_since = a_client("Old"), a_client("Seen since")
    a_referral(words="gone", state=State.declined)
    waiting = a_referral(words="waiting")
    owner, house = Cast().owner, the_house()
    with travel(utcnow() + timedelta(days=84 * 31)):
        a_complete_assessment(seen_since)
        retention.set_rules({Kept.records: 84, Kept.referrals: 12, Kept.mails: 12}, by=owner)
        records = retention.due(Kept.records, utcnow(), house)
        assert old.id in [one.id for one in records]
        assert seen_since.id not in [one.id for one in records]
        found = retention.due(Kept.referrals, utcnow(), house)
        assert len(found) == 1
        # What is not past its time is not let go, whatever was asked for.
        assert retention.let_go(Kept.referrals, {found[0].id, waiting.id}, house, by=owner) == 1
        assert retention.let_go(Kept.records, {old.id, seen_since.id}, house, by=owner) == 1
    assert load_client(old.id) is None
    assert load_client(seen_since.id) is not None
    assert [row.id for row in db.session.scalars(select(Referral))] == [waiting.id]
    assert len(db.session.scalars(select(PrivateLink)).all()) == 2
    assert not uploads.strays()


def test_notes_of_mails_go_when_their_time_is_over() -> None:
    with write():
        mail = outbox.queue(Message(to="a@b.example", to_name="", subject="s", text="t"), about="x 1", kind="x")
    with travel(utcnow() + timedelta(days=400)):
        assert not retention.due(Kept.mails, utcnow(), the_house())  # it still waits to be sent
        with write():
            mail.sent_at = utcnow()
        due = {one.id for one in retention.due(Kept.mails, utcnow(), the_house())}
        assert retention.let_go(Kept.mails, due, the_house(), by=Cast().owner) == 1
    assert not db.session.scalars(select(Mail)).all()
