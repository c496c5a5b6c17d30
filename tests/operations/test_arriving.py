"""What a mail is when it arrives, through a real mail server, and how the way there is kept private."""

from pathlib import Path

import pytest

from studio.clock import utcnow
from studio.models.database import write
from studio.models.mails import State
from studio.models.papers import Kind, Paper
from studio.operations import outbox, papers
from studio.operations.outbox.sending import WAITS

from ..builders import a_client
from ..limits import a_pdf
from ..mailbox import OUTSIDE, PASSWORD, Mailbox, a_certificate, mail_server
from ..mails import a_mail, again
from ..people import Cast
from .conftest import Sends


def test_a_mail_arrives_as_the_studios_with_answers_to_its_people(box: Mailbox) -> None:
    mail = a_mail(text="Dear Ana,\n\nZoë’s letter: https://studio.example/letters/" + "A" * 90 + "\n")
    outbox.send_due(utcnow())
    found = box.one()
    assert found["From"] == "Northside Movement Studio <mail@northside.example>"
    assert found["Reply-To"] == "Northside Movement Studio <hello@northside.example>"
    assert found["To"] == "Ana Ruiz <ana@clinic.example>"
    assert found["Subject"] == "A letter from us"
    assert found["Message-ID"] == f"<{again(mail).message_id}@northside.example>"
    assert "Zoë’s letter: https://studio.example/letters/" + "A" * 90 in found.get_content()


def test_a_paper_arrives_byte_for_byte(box: Mailbox, people: Cast) -> None:
    content = a_pdf() + bytes(range(256)) * 40
    name = "2026-11-22_letter_Zoë-Ω.pdf"
    paper = Paper(kind=Kind.refer_out, client_id=a_client().id, file_name=name, sha256=papers.keep(content),
                  size=len(content), created_at=utcnow(), created_by_id=people.coach.id)  # fmt: skip
    with write() as session:
        session.add(paper)
    a_mail(attachments=(paper.id,))
    outbox.send_due(utcnow())
    [file] = box.one().iter_attachments()
    assert file.get_content() == content
    assert (file.get_filename(), file.get_content_type()) == (name, "application/pdf")


@pytest.mark.parametrize("name", ["Анна Руис", "李 娜", "Ruiz, Ana", 'Ana "PT" Ruiz', "Ana 🦴 Ruiz", "A" * 119])
def test_names_and_subjects_of_all_kinds_arrive(box: Mailbox, name: str) -> None:
    subject = f"Ein Brief für Sie – {'größer ' * 20}Ω"
    a_mail(to_name=name, subject=subject)
    outbox.send_due(utcnow())
    [to] = box.one()["To"].addresses
    assert (to.display_name, to.addr_spec) == (name, "ana@clinic.example")
    assert box.one()["Subject"] == subject


@pytest.mark.parametrize(
    "steering", ["\r\nBcc: all@clinic.example", "\nSubject: buy", "\u2028X: y", "\x00", "\r\n\r\nHello"]
)
def test_nothing_that_is_typed_becomes_a_header(box: Mailbox, steering: str) -> None:
    a_mail(to_name=f"Ana{steering}", subject=f"A letter{steering}")
    outbox.send_due(utcnow())
    found = box.one()
    assert set(found.keys()) == {
        "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Content-Type",
        "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert [one.addr_spec for one in found["To"].addresses] == ["ana@clinic.example"]
    assert found.get_content().split() == ["Dear", "Ana"]


def test_a_line_with_a_dot_does_not_end_the_mail(box: Mailbox) -> None:
    text = "Dear Ana\n.\nRCPT TO:<all@clinic.example>\n..\nFrom us\n"
    a_mail(text=text)
    outbox.send_due(utcnow())
    assert box.one().get_content().splitlines() == text.splitlines()


@pytest.mark.parametrize(("understood", "state"), [(True, State.sent), (False, State.failed)])
def test_an_address_in_other_letters_goes_where_the_server_knows_them(
    sends_to: Sends, understood: bool, state: State
) -> None:
    with mail_server(enable_SMTPUTF8=understood) as box:
        sends_to(box.port)
        mail = a_mail(to="zoë@клиника.example", to_name="Zoë")
        outbox.send_due(utcnow())
    assert again(mail).state is state
    assert [one.partition("@")[0] for one in box.to] == ["zoë"] * understood


def test_a_server_that_falls_silent_does_not_hold_the_outbox(sends_to: Sends) -> None:
    with mail_server() as box:
        sends_to(box.port, timeout=0.2)
        box.silent = 30
        mail = a_mail()
        outbox.send_due(utcnow())
        assert again(mail).error == "The mail server cannot be reached: Connection unexpectedly closed: timed out"
        assert again(mail).state is State.waiting


def test_outside_this_machine_nothing_is_said_in_the_open(sends_to: Sends) -> None:
    with mail_server(OUTSIDE) as box:
        sends_to(box.port, OUTSIDE, way="starttls", user="studio", password=PASSWORD)
        mail = a_mail()
        outbox.send_due(utcnow())
        assert (box.mails, box.tries) == ([], 0)
    assert "STARTTLS" in again(mail).error
    assert again(mail).state is State.waiting


def test_with_starttls_and_the_password_a_mail_goes(
    sends_to: Sends, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = a_certificate(tmp_path)
    with mail_server(OUTSIDE, certificate=certificate, password=True) as box:
        sends_to(box.port, OUTSIDE, way="starttls", user="studio", password=PASSWORD)
        mail, now = a_mail(), utcnow()
        outbox.send_due(now)
        assert "certificate does not hold" in again(mail).error
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        outbox.send_due(now + WAITS[0])
        assert box.one()
        assert box.signed_in == [True]


def test_a_wrong_password_is_told_and_not_tried_for_each_mail(
    sends_to: Sends, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = a_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with mail_server(OUTSIDE, certificate=certificate, password=True) as box:
        sends_to(box.port, OUTSIDE, way="starttls", user="studio", password="not this one")
        mails = [a_mail() for _ in range(3)]
        outbox.send_due(utcnow())
        assert box.mails == []
    assert sum(again(mail).tries for mail in mails) == 1
    assert all(again(mail).error.startswith("The mail server refused the user or the password") for mail in mails)
    assert "not this one" not in again(mails[0]).error


def test_a_way_that_is_encrypted_from_the_start_is_taken(
    sends_to: Sends, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = a_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with mail_server(OUTSIDE, certificate=certificate, from_the_start=True) as box:
        sends_to(box.port, OUTSIDE, way="tls")
        a_mail()
        outbox.send_due(utcnow())
        assert box.one()
