"""Issuing: a draft becomes a version that never changes, and its paper is kept as it was handed over."""

from dataclasses import replace
from typing import Literal, cast

from ... import clock
from ...ces.library import why_not
from ...documents import home_programme
from ...extensions import db
from ...models.cases import draft_case
from ...models.papers import Kind, Paper
from ...models.programmes import ProgrammeVersion
from ...models.referrals import State
from ...models.sheets_home import Handing, home_sheet
from ...models.studios import Studio
from ...models.tables import in_use
from ...models.users import User
from ...sheets import HomeSheet, PrintSize, usual_size
from ...sheets.stored import pack
from .. import clients, papers, photos, sheet_codes
from ..consents import not_withdrawn
from ..referrals import steps
from .changing import Refused, as_seen, change, tell
from .shaping import Details, put

Size = PrintSize | Literal["fit"] | None
"""Points, what fits the lines, or as the client had it before."""


def issue(draft: ProgrammeVersion, details: Details, *, size: Size, studio: Studio, seen: int, by: User) -> None:
    """Freeze a draft as the coach saw it (`seen`), with its sheet and the bytes of its paper.

    A size that was asked for is the client's from now on.

    Raises Stale when somebody changed or issued it in the meantime, Refused when there is nothing to print or a line on
    it is one that a filter removes and nobody said why it is used all the same. The paper
    is set before the write begins, so that nobody's tap waits for it, and stored before the commit, so that no issued
    version is ever without it. With photos of the client there are two papers: one is for coaches, and may have to go.
    """
    as_seen(draft, seen)
    not_withdrawn(draft.programme.client)
    if not draft.on_sheet:
        raise Refused(draft, "Put at least one exercise on the sheet first")
    case = draft_case(draft, clock.today(studio.time_zone))
    for row in draft.on_sheet:
        if row.unanswered(why_not(case, row.exercise, in_use())):
            name = in_use().exercises[row.exercise].name
            raise Refused(draft, f"Line {draft.number_of(row)}, {name}: say why you keep it, or take it off the sheet")
    sheet = sheet_of(draft, details, size=size, studio=studio, by=by)
    code = sheet_codes.make()
    scan_to = sheet_codes.address(code)
    client, printed = draft.programme.client, replace(sheet, scan_to=scan_to)
    contents = [home_programme.render(one) for one in dict.fromkeys((printed, photos.put_in(printed, client)))]
    digests = [papers.keep(content) for content in contents]
    with change(draft, seen=seen):
        put(draft, details)
        draft.issued_at = clock.utcnow()
        draft.issued_by = by
        draft.sheet = pack(sheet)  # without the code, of which only the hash is kept
        if scan_to:
            sheet_codes.put_on(draft, code)
        programme = draft.programme
        programme.started_on = programme.started_on or sheet.issued
        if size is not None:
            client, usual = programme.client, None if size == "fit" else size
            clients.change(client, {"sheet_size": usual}, seen=client.revision, by=by)
        db.session.add_all(
            Paper(
                kind=Kind.photo_home_sheet if number else Kind.home_sheet,
                client_id=programme.client_id,
                programme_version_id=draft.id,
                photos=bool(number),
                file_name=file_name(sheet),
                sha256=digests[number],
                size=len(content),
                created_at=draft.issued_at,
                created_by_id=by.id,
            )
            for number, content in enumerate(contents)
        )
        photos.forget(client, by=by)  # the consent may have gone since the paper was set
        tell("issued", f"Issued with {len(sheet.lines)} lines", draft, by=by)
        steps.follow(draft.programme.client, State.in_programme, by=by)


def sheet_of(draft: ProgrammeVersion, details: Details, *, size: Size, studio: Studio, by: User) -> HomeSheet:
    """The sheet of a draft as it would be issued now."""
    on = clock.today(studio.time_zone)
    asked = size or cast(PrintSize | None, draft.programme.client.sheet_size) or "fit"
    points = usual_size(draft.on_sheet) if asked == "fit" else asked
    handing = Handing(by, on, points, details.home_days, details.next_date, details.message)
    return home_sheet(draft, draft_case(draft, on), studio, handing)


def file_name(sheet: HomeSheet) -> str:
    """“2026-11-21_home-programme_J-Smith_v3.pdf”: found again by day, by whom and by version."""
    return f"{sheet.issued:%Y-%m-%d}_home-programme_{papers.short_name(sheet.client_full)}_v{sheet.version}.pdf"
