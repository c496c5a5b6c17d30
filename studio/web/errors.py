"""Error pages: what happened, what is safe, what to do, and a reference for the log."""

import logging
import re
import secrets

from flask import Flask, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from ..operations.sheet_codes import SHAPE
from .htmx import wants_fragment

log = logging.getLogger("studio.errors")
CODE = re.compile(SHAPE)
KNOWN = (400, 401, 403, 404, 405, 409, 410, 413, 422, 429, 500, 503)


def init_app(app: Flask) -> None:
    for logger in (log, app.logger):
        logger.addFilter(_without_codes)
    app.register_error_handler(HTTPException, answer)
    app.register_error_handler(CSRFError, lambda error: answer(error, kind="csrf"))
    app.register_error_handler(OperationalError, _busy)


def answer(error: HTTPException, kind: str = "") -> ResponseReturnValue:
    """Render an HTTP error as a page, or as JSON for a caller that speaks JSON."""
    code = error.code or 500
    if error.response is not None:
        return error.response
    reference = secrets.token_hex(3)
    if code >= 500:
        log.error(
            "reference %s: %s %s",
            reference,
            request.method,
            request.path,
            exc_info=getattr(error, "original_exception", None),
        )
    headers = {"Retry-After": "2"} if code == 503 else {}
    if retry := getattr(error, "retry_after", None):
        headers["Retry-After"] = str(retry)
    own = "" if kind == "csrf" else _own_words(error)
    if request.is_json:
        return jsonify(error=kind or error.name, message=own, reference=reference), code, headers
    if wants_fragment():  # the page stays as it is; a toast says what became of the change
        headers["HX-Reswap"] = "none"
        return render_template("errors/_error.html", code=code, reference=reference), code, headers
    page = code if code in KNOWN else 500 if code >= 500 else 400
    return render_template("errors/error.html", code=page, kind=kind, own=own, reference=reference), code, headers


def _without_codes(record: logging.LogRecord) -> bool:
    """Who can read a log must not be able to open what a client's square code opens."""
    record.msg, record.args = CODE.sub("…", record.getMessage()), ()
    return True


def _own_words(error: HTTPException) -> str:
    """What we said ourselves, not what Werkzeug says by default: that is written for programmers."""
    said = error.description or ""
    return "" if said == error.__class__.description else said


def _busy(error: OperationalError) -> ResponseReturnValue:
    """SQLite gave up waiting for another writer, or the disk is full: a tap is kept by the tablet and sent again."""
    if "locked" in str(error.orig) or "full" in str(error.orig):
        return answer(ServiceUnavailable())
    return answer(InternalServerError(original_exception=error))
