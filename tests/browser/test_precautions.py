"""Limits from a letter to the coach's sheet, and a clearance with its paper that frees a region."""

import re

from playwright.sync_api import Page, expect

from studio.models.standing import standing
from studio.models.studios import studio_today

from ..builders import a_client, a_complete_assessment
from ..documents import reading
from ..limits import a_pdf
from ..programmes import KIT, a_draft, draft_of, issue
from .axe import violations
from .server import Server

NAME = "Thandiwe Mokoena-Featherstonehaugh"


def said_by(page: Page, name: str) -> None:
    page.get_by_label("Who says so?").fill(name)


def test_a_limit_with_its_side_takes_an_exercise_out_until_somebody_signs_for_it(page: Page, server: Server) -> None:
    with server.look():
        client = a_client(NAME, equipment=KIT)
        programme, client_id = a_draft(client).programme_id, client.id
    page.goto(f"/clients/{client_id}/precautions")
    page.get_by_role("link", name="New precaution").click()
    said_by(page, "Dr Adeyemi")
    page.get_by_role("group", name="Is it in writing?").get_by_label("Yes").check()
    page.get_by_label("Which area?").select_option("foot_ankle")
    page.get_by_label("Movement", exact=True).select_option("dorsiflexion")
    page.get_by_label("Up to").first.fill("5")
    page.get_by_role("button", name="Save the precaution").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("link", name="Choose the side").click()
    expect(page.get_by_label("Which side?")).to_be_focused()
    page.keyboard.type("Right")
    assert not violations(page)
    page.get_by_role("button", name="Save the precaution").click()
    expect(page.locator("#precautions")).to_contain_text("Right foot or ankle")
    assert not violations(page)

    page.goto(f"/programmes/{programme}")
    out = page.locator(".aside-list__item", has_text="Half-kneeling knee-over-toes drive")
    expect(out).to_contain_text("Dr Adeyemi")
    use = out.get_by_role("link", name=re.compile("^Use anyway"))
    use.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("to 5° at most")
    dialog.get_by_role("button", name="Use it").click()
    expect(dialog.get_by_role("alert").first).to_contain_text("reason")
    dialog.get_by_label("Reason").fill("Dr Adeyemi agreed by phone")
    assert not violations(page)
    dialog.get_by_role("button", name="Use it").click()
    line = page.locator(".exercise-line", has_text="Half-kneeling knee-over-toes drive")
    expect(line).to_contain_text("Used all the same by Dana Whitfield: Dr Adeyemi agreed by phone")

    with server.look():
        issue(draft_of(programme))
    page.goto(f"/programmes/{programme}")
    sheet = page.get_by_role("link", name="Coach’s sheet").get_attribute("href") or ""
    told = reading.text(page.request.get(sheet).body())
    assert "Used all the same: Dr Adeyemi agreed by phone (Dana Whitfield)" in told
    assert re.search(r"In spite of: Right foot or ankle: .* to 5° at most.*Dr Adeyemi", told)


def test_a_clearance_with_its_paper_frees_the_region_that_rests(phone: Page, server: Server) -> None:
    with server.look():
        client = a_client(NAME)
        a_complete_assessment(client, "pain:knee_valgus=knee.right.4")
        client_id = client.id
    phone.goto(f"/clients/{client_id}/precautions")
    expect(phone.locator("#blocks")).to_contain_text("Right knee")
    phone.get_by_role("link", name="New clearance").tap()
    phone.get_by_role("group", name="What does it say?").get_by_label("Full").check()
    phone.get_by_label("Knee", exact=True).check()
    said_by(phone, "Dr Adeyemi")
    phone.get_by_role("button", name="Put on file").tap()
    expect(phone.get_by_role("alert")).to_contain_text("Attach the paper, or say where it is kept")
    paper = {"name": "Letter of Dr Adeyemi.pdf", "mimeType": "application/pdf", "buffer": a_pdf()}
    phone.get_by_label(re.compile("^The paper")).set_input_files(paper)  # type: ignore[arg-type]
    assert not violations(phone)
    phone.get_by_role("button", name="Put on file").tap()
    expect(phone.locator("#clearances")).to_contain_text("Letter of Dr Adeyemi.pdf")
    expect(phone.locator("#blocks")).to_have_count(0)
    assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert not violations(phone)
    with server.look():
        assert standing(client_id, studio_today()).pains == ()
