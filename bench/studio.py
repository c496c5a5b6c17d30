"""The studio under measurement: the demo studio in a folder of its own, on the real server, with a coach signed in."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import select

from studio import create_app
from studio.config import settings_from
from studio.models.assessments import Assessment, State
from studio.models.database import write
from studio.models.programmes import ProgrammeVersion
from studio.models.users import User
from studio.operations import sign_ins

from .server import ROOT, Server

TOKEN = "a token for the bench"
SECRET = "a key for the bench only"


@dataclass
class Studio:
    """What the rows need to know of it."""

    app: Flask
    server: Server
    headers: dict[str, str]
    user_id: int
    client_id: int
    assessment_id: int
    widest_id: int  # an assessment with every test, all on one page
    sheet: dict[str, object]

    @classmethod
    def open(cls, folder: Path) -> "Studio":
        environ = {"PLUMBLINE_DATA": str(folder), "PLUMBLINE_SECRET_KEY": SECRET}
        environ |= {"PLUMBLINE_TRUSTED_PROXIES": "1"}  # fifty senders have fifty addresses
        os.environ.update(environ)
        for words in (["db", "upgrade"], ["demo"]):
            subprocess.run([Path(sys.executable).parent / "studio", *words], check=True, cwd=ROOT, capture_output=True)
        app = create_app(settings_from())
        with app.app_context():
            session = write()
            with session as rows:
                opened = rows.scalars(select(Assessment).where(Assessment.state == State.open)).all()
                assessment, *_, widest = sorted(opened, key=lambda one: len(one.recordings))
                issued = rows.scalars(select(ProgrammeVersion).where(ProgrammeVersion.issued_at.is_not(None))).first()
                assert issued is not None
                assert issued.sheet is not None
                coach = rows.get_one(User, assessment.coach_id)
                _, token = sign_ins.start(coach, device="bench")
                found = (coach.id, issued.programme.client_id, assessment.id, widest.id, issued.sheet)
        headers = signed_in(app, token)
        return cls(app, Server.start("wsgi:app", environ, "gunicorn.conf.py"), headers, *found)


def signed_in(app: Flask, token: str) -> dict[str, str]:
    """What the requests of somebody with this sign-in carry."""
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert serializer is not None
    cookie = serializer.dumps({"_user_id": token, "_fresh": True, "csrf_token": TOKEN})
    with app.test_request_context():
        from flask import session as store
        from flask_wtf.csrf import generate_csrf

        store["csrf_token"] = TOKEN
        signed = generate_csrf()
    return {"Cookie": f"plumbline={cookie}", "X-CSRFToken": signed}
