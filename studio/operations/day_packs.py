"""A day without network: limits, warm-up card and blank forms of those who come, as one pile with a front page."""

from collections.abc import Iterator, Sequence
from typing import cast

from ..documents import blank_forms, day_pack, warm_up
from ..documents.binder import Part, page_sizes
from ..extensions import db
from ..models.blank_forms import form_set
from ..models.cases import newest_findings
from ..models.clients import Client, load_client
from ..models.database import write
from ..models.events import PILED
from ..models.programmes import Setting, programme_in
from ..models.reviews import plan_case
from ..models.sheets_day_pack import standing_sheet
from ..models.sheets_home import studio_card
from ..models.sheets_warm_up import warm_up_card
from ..models.studios import Studio, studio_today
from ..models.users import User, load_user
from ..sheets import Paper, long_day
from ..sheets.day_pack import PackFront, PackLine
from . import print_runs
from .events import record_each
from .print_runs import Bound, PrintRun

FORMS = ("readiness", "red-flags", "ohsa", "rescreen", "measures", "tick-log")
USUAL_FORMS = ("ohsa", "tick-log")


def begin(clients: Sequence[int], *, forms: Sequence[str], both_sides: bool, studio: Studio, by: User) -> PrintRun:
    """Ask for the pack of these clients; that it was printed stands in the trail of each."""
    on = studio_today()
    run = print_runs.begin(
        "day pack",
        title=f"Day pack, {long_day(on)}",
        author=studio.name,
        file_name=f"{on:%Y-%m-%d}_day-pack_{len(clients)}.pdf",
        clients=clients,
        both_sides=both_sides,
        forms=forms,
        by=by,
    )
    with write():
        record_each(PILED, "Day pack printed", by=by, about=[(one, "") for one in clients])
    return run


def parts(run: PrintRun, left_out: list[str]) -> Iterator[Part]:
    """The papers of each client, stamped with their pages of the pack; the front page is one side."""
    studio, at = db.session.get_one(Studio, 1), run.front_sides + 1
    for client_id in run.clients:
        client = load_client(client_id)
        if client is None or client.archived_at:
            continue
        papers = list(_papers(client, run, studio))
        sizes = [size for _, paper in papers for size in page_sizes(paper)]
        yield Part(client.name, papers, stamps=day_pack.stamps.render(sizes, client.name, at))
        at += len(sizes) + (len(sizes) % 2 if run.both_sides else 0)


def front(run: PrintRun, bound: Sequence[Bound]) -> bytes:
    """The front page: who, with what, on which pages."""
    studio, by = db.session.get_one(Studio, 1), load_user(run.by_id)
    lines = tuple(PackLine(client=one.title, papers=one.papers, first=one.first, last=one.last) for one in bound)
    sheet = PackFront(
        studio=studio_card(studio),
        printed=studio_today(),
        coach=by.name if by else "",
        lines=lines,
        paper=cast(Paper, studio.paper),
    )
    return day_pack.front.render(sheet)


def _papers(client: Client, run: PrintRun, studio: Studio) -> Iterator[tuple[str, bytes]]:
    on = studio_today()
    yield "Limits", day_pack.standing.render(standing_sheet(client, studio, on))
    programme, by = programme_in(client.id, Setting.home), load_user(run.by_id)
    if programme and by and programme.issued:
        case = plan_case(programme, newest_findings(client.id), on)
        yield "Warm-up", warm_up.render(warm_up_card(programme, case, studio, on, by))
    for name in run.forms:
        if forms := form_set(name, studio, client=client, on=on):
            yield forms.title, blank_forms.render(forms)
