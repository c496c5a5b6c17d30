"""The refer-out letter on paper: each wording set once, and the same bytes ever after."""

from .. import clock
from ..documents import refer_out
from ..models.database import write
from ..models.papers import Kind, Paper, letter_of
from ..models.refer_outs import ReferOut
from ..models.sheets_refer_out import refer_out_sheet
from ..models.studios import Studio
from ..models.users import User
from . import papers
from .events import record


def paper_of(row: ReferOut, number: int, *, studio: Studio, by: User) -> Paper | None:
    """The stored letter of a revision, made when it is asked for the first time; None for one never printed."""
    stored = letter_of(row.id, number)
    if stored is not None or number != row.revision:
        return stored
    sheet = refer_out_sheet(row, studio, by)
    content = refer_out.render(sheet)
    digest = papers.keep(content)
    with write() as session:
        stored = letter_of(row.id, number)  # two people may have asked at once
        if stored is None:
            stored = Paper(
                kind=Kind.refer_out,
                client_id=row.client_id,
                refer_out_id=row.id,
                revision=number,
                file_name=f"{sheet.written:%Y-%m-%d}_refer-out_{papers.short_name(sheet.client)}_v{number}.pdf",
                sha256=digest,
                size=len(content),
                created_at=clock.utcnow(),
                created_by_id=by.id,
            )
            session.add(stored)
            record("refer_out.printed", "Refer-out letter set", by=by, client=row.client, subject=f"refer-out {row.id}")
    return stored
