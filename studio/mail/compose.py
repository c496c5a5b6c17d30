"""A mail as it travels."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from .message import address, one_line


@dataclass(frozen=True)
class House:
    """Who mails come from: the studio's name, the address they leave from, and the one that answers go to."""

    name: str
    sender: str
    reply_to: str = ""


@dataclass(frozen=True)
class File:
    """A PDF that goes along."""

    name: str
    content: bytes


def compose(
    to: str, to_name: str, subject: str, text: str, *, mail_id: str, house: House, at: datetime, files: Sequence[File]
) -> EmailMessage:
    """The mail with all its headers. `mail_id` stays the same in every try, so that a receiver can tell a copy."""
    mail = EmailMessage(SMTP.clone(cte_type="7bit", utf8=not to.isascii()))  # which every server passes on
    mail["From"] = address(house.sender, house.name)
    mail["To"] = address(to, to_name)
    if house.reply_to:
        mail["Reply-To"] = address(house.reply_to, house.name)
    mail["Subject"] = one_line(subject)
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{mail_id}@{address(house.sender).domain}>"
    mail["Auto-Submitted"] = "auto-generated"  # nobody's holiday notice comes back
    mail.set_content(text)
    for file in files:
        mail.add_attachment(file.content, maintype="application", subtype="pdf", filename=one_line(file.name))
    return mail
