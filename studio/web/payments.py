"""Whether pages offer a payment link."""

from flask import Flask

from ..operations.books.providers import missing


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(by_link=by_link)


def by_link() -> bool:
    """Can a client pay by a link here? Where no keys are set it costs no question to the database."""
    return not missing()
