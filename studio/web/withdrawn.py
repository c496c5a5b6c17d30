"""Where a client took back what coaching needs, nothing is begun: a page says so, whatever was asked for."""

from flask import Flask, render_template
from flask.typing import ResponseReturnValue

from ..operations.consents import Withdrawn


def init_app(app: Flask) -> None:
    app.register_error_handler(Withdrawn, answer)


def answer(error: Withdrawn) -> ResponseReturnValue:
    return render_template("consents/withdrawn.html", client=error.client), 409
