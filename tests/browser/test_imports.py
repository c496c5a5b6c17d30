"""Coming and leaving on a real browser: a file with a line to mend, and everything as one file."""

import csv
import io
import zipfile
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from studio.operations.work import work_next

from ..builders import a_client
from .axe import violations
from .conftest import PHONE, SignIn
from .server import Server

FILE = (
    "Client number;Name;E-mail;Birth date\n77-1;Ilze Ozola;ilze@pier.example;12.03.1984\n77-2;Arvo Part;arvo(at)pier;\n"
)


def test_a_file_is_looked_at_mended_and_taken_in_once(sign_in: SignIn) -> None:
    page = sign_in("owner", PHONE)
    page.goto("/imports")
    page.get_by_role("link", name="Clients from a file").click()
    send(page, FILE)
    expect(page.get_by_text("1 line needs a look.")).to_be_visible()
    expect(page.get_by_text("E-mail: Enter an e-mail address such as name@example.com")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    page.get_by_role("button", name="Take in 1 line").click()
    expect(page.get_by_text("1 added, 0 changed")).to_be_visible()

    with page.expect_download() as download:
        page.get_by_role("link", name="Download this line").click()
    head, wrong = csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig")))
    assert wrong[-2:] == ["3", "E-mail: Enter an e-mail address such as name@example.com"]
    mended = io.StringIO()
    csv.writer(mended).writerows([head, ["arvo@pier.example" if "(at)" in cell else cell for cell in wrong]])
    page.goto("/imports/clients/new")
    send(page, mended.getvalue())
    page.get_by_role("button", name="Take in 1 line").click()
    expect(page.get_by_text("1 added, 0 changed")).to_be_visible()
    page.goto("/imports/clients/new")
    send(page, mended.getvalue())
    expect(page.get_by_text("Nothing to do:")).to_be_visible()
    page.goto("/clients?q=arvo")
    expect(page.get_by_role("link", name="Arvo Part")).to_have_count(1)


def test_an_owner_watches_everything_become_one_file_and_takes_it(sign_in: SignIn, server: Server) -> None:
    page = sign_in("owner")
    page.goto("/take-away")
    page.get_by_role("button", name="Put it together").click()
    expect(page.get_by_text("Waiting for its turn")).to_be_visible()
    assert violations(page) == []
    with server.look():
        a_client()
        assert work_next()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click(timeout=10_000)  # which came without a reload
    with zipfile.ZipFile(download.value.path()) as archive:
        folder = Path(download.value.path()).parent / "opened"
        archive.extractall(folder)
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="clients", exact=True).first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("a[href^='clients/']").first.click()
    page.get_by_role("link", name="Back to the beginning").click()
    expect(page.get_by_role("heading", name="Tables")).to_be_visible()


def send(page: Page, content: str) -> None:
    page.get_by_label("File").set_input_files(
        FilePayload(name="ours.csv", mimeType="text/csv", buffer=content.encode())
    )
    page.get_by_role("button", name="Look at it").click()
