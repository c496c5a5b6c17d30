"""The weeks of a plan and what a re-screen makes of them, by keyboard and by touch."""

import re

from playwright.sync_api import Page, expect

from studio.models.reviews import reviews_of

from ..builders import a_client, a_complete_assessment
from ..programmes import KIT, a_draft, issue
from .axe import violations
from .server import Server

NAME = "José Antonio Echeverría Iturralde"
SEEN = ("f:heel_rises:left=2", "f:knee_valgus:right=1", "f:arms_fall_forward:left=1")


def test_a_plan_is_made_longer_with_its_reason_and_each_block_is_looked_at(page: Page, server: Server) -> None:
    with server.look():
        programme = a_draft(a_client(NAME, equipment=KIT), *SEEN).programme_id
    page.goto(f"/programmes/{programme}/plan")
    side = page.locator(".page__side")
    expect(side).to_contain_text("Findings in 3 body regions")
    expect(page.locator(".plan-blocks__block")).to_have_count(6)
    page.get_by_role("radio", name="By the rules").focus()
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Lay out the weeks").press("Enter")
    expect(side).to_contain_text("Chosen by Dana Whitfield")
    expect(page.locator(".plan-blocks__block")).to_have_count(5)
    block = page.get_by_role("link", name=re.compile("^Transfer"))
    block.press("Enter")
    expect(block).to_have_attribute("aria-current", "true")
    expect(page.locator("#block")).to_contain_text("20% of the session, 12 of 60 minutes")
    assert not violations(page)


def test_after_a_rescreen_each_proposal_is_taken_changed_or_refused(portrait: Page, server: Server) -> None:
    with server.look():
        client = a_client(NAME, equipment=KIT)
        issue(a_draft(client, *SEEN))
        again = a_complete_assessment(client, "f:heel_rises:left=1", "f:knee_valgus:right=1").assessment_id
        client_id = client.id
    portrait.goto(f"/assessments/{again}/review")
    portrait.get_by_label("Home sessions done").fill("20")
    portrait.get_by_role("button", name="What do the rules suggest?").tap()
    expect(portrait.get_by_role("alert")).to_contain_text("More were done than planned")
    portrait.get_by_label("of those planned").fill("22")
    portrait.get_by_role("button", name="What do the rules suggest?").tap()
    proposals = portrait.locator(".review")
    expect(proposals).not_to_have_count(0)
    assert not violations(portrait)
    first, second = proposals.nth(0), proposals.nth(1)
    first.get_by_role("button", name="Accept").tap()
    expect(first).to_contain_text("accepted")
    second.get_by_text("Another step, or none").tap()
    second.get_by_label("Another step").select_option("hold")
    second.get_by_role("button", name="Decide so").tap()
    expect(second).to_contain_text("Enter the reason")
    second.get_by_label("Why").fill("She moves house this month")
    second.get_by_role("button", name="Decide so").tap()
    expect(second).to_contain_text("“She moves house this month”")
    second.get_by_role("button", name="Take it back").tap()
    second.get_by_text("Another step, or none").tap()
    second.get_by_label("Why").fill("Too soon")
    second.get_by_role("button", name="Decide so").tap()
    expect(second).to_contain_text("Refused")
    assert not violations(portrait)
    with server.look():
        replies = [row.reply.value for row in reviews_of(client_id)]
    assert sorted(replies) == ["accepted", "refused"]
    portrait.get_by_role("button", name="Draft the next programme").tap()
    expect(portrait.locator(".exercise-line").first).to_be_visible()
