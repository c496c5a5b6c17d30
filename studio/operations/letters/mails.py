"""What the mails around letters say, and the addresses in them."""

from flask import current_app

from ...mail import Message
from ..sheet_codes import house


def mail(name: str, *, to: str, to_name: str, attachments: tuple[int, ...] = (), **words: object) -> Message:
    """The mail of that name with these words in it: its first line is the subject."""
    template = current_app.jinja_env.get_template(f"email/{name}.txt")
    subject, _, text = template.render(to_name=to_name, **words).partition("\n\n")
    return Message(to, to_name, subject, text.strip() + "\n", attachments)


def address(path: str) -> str:
    """A page as people outside reach it; nothing in a house without a public https address."""
    return house() + path if house() else ""
