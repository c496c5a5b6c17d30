"""Files come in and everything goes out on PostgreSQL as on SQLite."""

import csv
import io
from datetime import timedelta

import pytest
from flask import Flask
from flask_migrate import upgrade

from studio.extensions import db
from studio.models.clients import Client
from studio.models.studios import studio_today
from studio.operations.imports import files
from studio.operations.imports.balance_files import BALANCES
from studio.operations.imports.client_files import CLIENTS
from studio.operations.work import work_next

from ..people import Cast, move_in
from ..take_away import made_now

pytestmark = pytest.mark.postgres


def test_people_and_balances_come_in_and_all_goes_out(postgres_app: Flask) -> None:
    upgrade()
    move_in()
    by, many, ends = Cast().owner, range(files.FEW + 1), studio_today() + timedelta(days=90)
    for kind, head, line in (
        (CLIENTS, "Client number,Name,Equipment at home", "{n},Person {n},Mat"),
        (BALANCES, "Client number,Client,Package,Sessions left,Starts on,Ends on,Money owed",
         "{n},Person {n},Ten,4,2026-01-01,{ends},5.50"),
    ):  # fmt: skip
        for counted in ("new", "same"):
            text = "\n".join((head, *(line.format(n=n, ends=ends) for n in many)))
            row = files.stage(kind, text.encode(), "file.csv", by=by)
            assert work_next()
            files.take_in(row, by=by)
            work_next()
            db.session.rollback()
            assert row.counts == {counted: len(many)}
    assert db.session.query(Client).count() == len(many)
    _, archive = made_now()
    rows = {name: [*csv.reader(io.StringIO(archive.read(f"tables/{name}.csv").decode("utf-8-sig")))]
            for name in ("clients", "enrolments", "entries")}  # fmt: skip
    assert {name: len(found) - 1 for name, found in rows.items()} == dict.fromkeys(rows, len(many))
    assert '["mat"]' in rows["clients"][1]
