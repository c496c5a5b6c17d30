"""A file of therapists on a real browser: looked at, taken in, and two of its lines made one on a phone."""

from playwright.sync_api import FilePayload, expect

from .conftest import PHONE, SignIn

FILE = "Name;Clinic;E-mail\nRuta Kalnina;Pier Clinic;ruta@pier.example\nRuta Kalnina;Quay Clinic;\n;Mill;\n"


def test_a_file_is_taken_in_after_a_look_and_a_double_in_it_is_merged(sign_in: SignIn) -> None:
    page = sign_in("owner", PHONE)
    page.goto("/therapists")
    page.get_by_role("link", name="From a file").click()
    page.get_by_label("File").set_input_files(FilePayload(name="ours.csv", mimeType="text/csv", buffer=FILE.encode()))
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_text("1 line needs a look.")).to_be_visible()
    page.get_by_role("link", name="New").click()
    expect(page.get_by_text("Ruta Kalnina, Quay Clinic")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Take in 2 lines").click()
    expect(page.get_by_text("2 added, 0 changed")).to_be_visible()

    page.goto("/therapists")
    page.get_by_label("Name, clinic, phone or e-mail").fill("ruta pier")
    expect(page.locator("#therapist-results .people__one")).to_have_count(1)
    page.get_by_role("link", name="Ruta Kalnina").click()
    page.get_by_role("link", name="Look at both").click()
    page.get_by_label("Quay Clinic").check()
    page.get_by_role("button", name="Make one record").click()
    expect(page.get_by_text("Quay Clinic", exact=False).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="Look at both")).to_be_visible()
