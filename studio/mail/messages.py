"""The texts of mails: `templates/email/<name>.txt` holds the subject, an empty line, and the text.

A subject may name the studio and a referral's reference, nobody and nothing else.
"""

from flask import current_app

from .message import Message


def written(name: str, *, to: str, to_name: str, attachments: tuple[int, ...] = (), **words: object) -> Message:
    """The mail of that name with these words in it."""
    template = current_app.jinja_env.get_template(f"email/{name}.txt")
    subject, _, text = template.render(to_name=to_name, **words).partition("\n\n")
    return Message(to, to_name, subject, text.strip() + "\n", attachments)
