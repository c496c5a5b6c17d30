"""The refer-out letter on its way to a therapist: the same rule of consent and the same steps as any other letter."""

from ... import clock
from ...models.database import write
from ...models.letters import Letter, LetterKind
from ...models.papers import Kind, Paper
from ...models.refer_outs import ReferOut
from ...models.sheets_letter_received import recipient_words
from ...models.sheets_refer_out import URGENCY, refer_out_sheet
from ...models.studios import Studio
from ...models.therapists import Therapist
from ...models.users import User
from ...sheets.letter import LetterSheet
from ...sheets.stored import pack
from .. import refer_out_letters
from .drafting import draft, known_as


class Emergency(Exception):
    """Nobody waits for a mail: it is printed, and handed to who comes."""


def carry(row: ReferOut, therapist: Therapist, *, studio: Studio, by: User) -> Letter:
    """Make a letter that carries the refer-out letter as it is worded now, ready to be sent. Raises Emergency."""
    if row.urgency == "EMERGENCY":
        raise Emergency
    said = refer_out_sheet(row, studio, by)
    paper = refer_out_letters.paper_of(row, row.revision, studio=studio, by=by)
    with write() as session:
        letter = draft(row.client, therapist, LetterKind.refer_out, by=by)
        letter.refer_out_id, letter.revision = row.id, row.revision
        letter.read_by = [{"id": by.id, "name": by.name, "at": clock.utcnow().isoformat()}]
        letter.released_at, letter.released_by_id = clock.utcnow(), by.id
        letter.sheet = pack(
            LetterSheet(
                studio=said.studio,
                recipient=recipient_words(known_as(therapist), studio.country),
                coach=by.name,
                written=said.written,
                about=row.client.name,
                heading=URGENCY[row.level],
                lead=f"The refer-out letter, version {row.revision}, as it was printed.",
                steps=tuple(filter(None, (*said.why, said.reported, said.observed))),
                version=row.revision,
                paper=said.paper,
            )
        )
        if paper is not None:
            session.add(_copy(paper, letter, by))
    return letter


def _copy(paper: Paper, letter: Letter, by: User) -> Paper:
    """The same bytes as paper of this letter."""
    return Paper(
        kind=Kind.letter,
        client_id=paper.client_id,
        letter_id=letter.id,
        revision=letter.revision,
        file_name=paper.file_name,
        sha256=paper.sha256,
        size=paper.size,
        created_at=clock.utcnow(),
        created_by_id=by.id,
    )
