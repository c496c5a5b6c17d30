"""The server renders in several threads; they must not write into each other's paper."""

from concurrent.futures import ThreadPoolExecutor

from studio.documents import findings_report, home_programme
from tests.documents.samples import findings_sheet, home_sheet


def test_sheets_rendered_at_the_same_time_are_the_same_as_one_by_one() -> None:
    work = [
        (home_programme.render, home_sheet(count=2, client_first="Łukasz")),
        (findings_report.render, findings_sheet(client_first="Γιώργος")),
        (home_programme.render, home_sheet(count=3, size=14, client_first="שלום")),
        (findings_report.render, findings_sheet(paper="Letter", client_first="Nguyễn")),
    ]
    alone = [render(sheet) for render, sheet in work]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda job: job[0](job[1]), work * 3))
    assert together == alone * 3
