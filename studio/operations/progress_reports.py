"""The progress report: set once for what it says, and the same bytes ever after."""

import hashlib
import json

from ..clock import utcnow
from ..documents import progress_report
from ..models.clients import Client
from ..models.database import write
from ..models.papers import Kind, Paper, progress_report_of
from ..models.users import User
from ..sheets import ComparisonSheet
from ..sheets.stored import pack
from . import papers


def paper_of(sheet: ComparisonSheet, *, client: Client, by: User) -> Paper:
    """The stored report that says this, made when it is asked for the first time."""
    basis = hashlib.sha256(json.dumps(pack(sheet), sort_keys=True).encode()).hexdigest()[:32]
    stored = progress_report_of(client.id, basis)
    if stored is not None:
        return stored
    content = progress_report.render(sheet)
    digest = papers.keep(content)
    with write() as session:
        stored = progress_report_of(client.id, basis)  # two people may have asked at once
        if stored is None:
            stored = Paper(
                kind=Kind.progress_report,
                client_id=client.id,
                basis=basis,
                file_name=f"{sheet.last.day:%Y-%m-%d}_progress{_suffix(sheet)}_{papers.short_name(sheet.client_full)}.pdf",
                sha256=digest,
                size=len(content),
                created_at=utcnow(),
                created_by_id=by.id,
            )
            session.add(stored)
    return stored


def _suffix(sheet: ComparisonSheet) -> str:
    return "" if sheet.reading == "client" else f"-{sheet.reading}"
