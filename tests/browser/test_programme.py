"""The programme page in a real browser: changed by taps and keys, undone, issued, with and without scripts."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from studio.models.programmes import load_programme

from ..builders import a_client
from ..programmes import KIT, a_draft, names
from .axe import violations
from .conftest import PHONE, PORTRAIT, TABLET, SignIn
from .server import Server


@pytest.fixture
def programme(server: Server) -> int:
    """A fresh draft of four lines."""
    with server.look():
        draft = a_draft(a_client("Thandiwe Mokoena-Featherstonehaugh", equipment=KIT))
        return draft.programme_id


def lines(page: Page) -> list[str]:
    return [
        re.sub(r"^\d+\. ", "", one)
        for one in page.locator(".exercise-line h3").evaluate_all(
            "found => found.map(one => one.querySelector('a').textContent)"
        )
    ]


def stored(server: Server, programme: int) -> list[str]:
    with server.look():
        found = load_programme(programme)
        assert found is not None
        assert found.draft is not None
        return names(found.draft)


def test_a_line_is_removed_and_brought_back(page: Page, server: Server, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    before = lines(page)
    page.get_by_role("button", name=f"Remove {before[0]}").click()
    expect(page.locator(".exercise-line")).to_have_count(len(before) - 1)
    expect(page.locator(".toast")).to_contain_text(f"{before[0]} removed")
    expect(page.locator("[data-save-text]")).to_have_text(re.compile(r"Saved \d\d:\d\d"))
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".exercise-line")).to_have_count(len(before))
    assert lines(page) == before


def test_swapping_opens_in_place_and_keeps_the_cursor(page: Page, server: Server, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    before = lines(page)
    opener = page.get_by_role("link", name=f"Swap {before[0]}")
    opener.click()
    panel = page.locator(".panel")
    expect(panel).to_contain_text("Harder")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(opener).to_be_focused()
    opener.click()
    panel.get_by_role("button", name="Take this: Calf roll with legs stacked").click()
    expect(page.locator(".exercise-line").first).to_contain_text("Calf roll with legs stacked")
    expect(panel).to_have_count(0)
    assert stored(server, programme)[0] == "inh_calf_roll_stacked"


def test_a_dose_is_changed_within_its_range(page: Page, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    minutes = page.locator(".minutes__sum b")
    before = int(minutes.inner_text())
    page.get_by_role("link", name=re.compile("Change the dose of Calf roll")).click()
    time = page.get_by_label("Time, seconds")
    expect(time).to_be_visible()
    time.fill("500")
    page.get_by_role("button", name="Keep this dose").click()
    expect(page.locator(".error-summary")).to_contain_text("enter a number from 30 to 120")
    expect(time).to_have_value("500")
    time.fill("120")
    page.get_by_role("button", name="Keep this dose").click()
    expect(page.locator(".exercise-line").first).to_contain_text("2 minutes, each leg")
    expect(minutes).to_have_text(str(before + 2))


def test_the_arrow_keys_move_a_line_within_its_phase(page: Page, server: Server, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    page.get_by_role("link", name="Add to Lengthen").click()
    page.get_by_label("Search the library").fill("straight-knee wall")
    page.get_by_role("button", name="Add: Straight-knee wall calf stretch").click()
    expect(page.locator(".exercise-line")).to_have_count(5)
    added = page.locator(".exercise-line", has_text="Straight-knee wall")
    grip = added.locator("[data-grip]")
    grip.focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".exercise-line").nth(1)).to_contain_text("Straight-knee wall")
    expect(grip).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".exercise-line").nth(2)).to_contain_text("Straight-knee wall")


def test_an_excluded_exercise_is_used_only_with_a_reason(page: Page, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    page.get_by_role("link", name=re.compile("^Use anyway")).first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Reason").fill("Cleared by her physician")
    dialog.get_by_role("button", name="Use it").click()
    expect(page.locator(".exercise-line")).to_have_count(5)
    expect(page.locator(".programme")).to_contain_text("Used all the same by Dana Whitfield: Cleared by her physician")
    expect(dialog).to_have_count(0)


def test_two_coaches_on_one_draft_see_each_other(page: Page, sign_in: SignIn, programme: int) -> None:
    other = sign_in("other_coach")
    page.goto(f"/programmes/{programme}")
    other.goto(f"/programmes/{programme}")
    first, second = lines(page)[:2]
    page.get_by_role("button", name=f"Remove {first}").click()
    expect(page.locator(".exercise-line")).to_have_count(3)
    other.get_by_role("button", name=f"Remove {second}").click()
    expect(other.locator(".programme .notice")).to_contain_text("Your change was not made")
    assert lines(other) == lines(page)
    other.get_by_role("button", name=f"Remove {second}").click()
    expect(other.locator(".exercise-line")).to_have_count(2)


def test_words_are_kept_while_they_are_typed_and_go_on_the_sheet(page: Page, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    kept = re.compile(r"/versions/1$")
    with page.expect_response(kept):
        page.get_by_role("radio", name="5").check()
    with page.expect_response(kept):
        page.get_by_label("A few words to the client").fill("See you on Tuesday")
        page.keyboard.press("Tab")
    expect(page.locator("[data-save-text]")).to_have_text(re.compile(r"Saved \d\d:\d\d"))
    page.reload()
    expect(page.get_by_label("A few words to the client")).to_have_value("See you on Tuesday")
    expect(page.get_by_role("radio", name="5")).to_be_checked()


def test_typing_on_while_the_words_are_saved_loses_nothing(page: Page, programme: int) -> None:
    held: list[Route] = []
    page.route(re.compile(r"/versions/1$"), lambda route: held.append(route))
    page.goto(f"/programmes/{programme}")
    box = page.get_by_label("A few words to the client")
    box.press_sequentially("See you")
    with page.expect_request(re.compile(r"/versions/1$")):
        page.keyboard.press("Tab")
    expect(page.locator("[data-save-text]")).to_have_text("Saving")
    box.focus()
    page.keyboard.press("End")
    box.press_sequentially(" on Tuesday")
    held[0].continue_()
    expect(page.locator("[data-save-text]")).to_have_text(re.compile(r"Saved \d\d:\d\d"))
    expect(box).to_have_value("See you on Tuesday")
    expect(box).to_be_focused()


def test_issuing_opens_the_sheet_even_with_words_just_typed(page: Page, server: Server, programme: int) -> None:
    page.goto(f"/programmes/{programme}")
    page.get_by_label("A few words to the client").fill("Typed a moment before")
    sheet = re.compile(rf"/programmes/{programme}/versions/1\.pdf$")
    with page.expect_response(sheet) as answer:
        page.get_by_role("button", name="Issue version 1 and print").click(no_wait_after=True)
    assert answer.value.status == 200
    assert answer.value.headers["content-type"] == "application/pdf"
    assert answer.value.headers["content-disposition"].startswith("inline;")
    assert answer.value.request.is_navigation_request()
    assert answer.value.frame == page.main_frame
    page.goto("about:blank")
    with server.look():
        found = load_programme(programme)
        assert found is not None
        assert found.issued is not None
        assert found.issued.message == "Typed a moment before"


def test_everything_works_without_scripts(sign_in: SignIn, server: Server, programme: int) -> None:
    plain = sign_in("coach", TABLET, java_script_enabled=False)
    plain.goto(f"/programmes/{programme}")
    first = plain.locator(".exercise-line h3 a").first.inner_text()
    plain.get_by_role("link", name=f"Swap {first}").click()
    plain.get_by_role("button", name="Take this: Calf roll with legs stacked").click()
    assert plain.locator(".exercise-line h3 a").first.inner_text() == "Calf roll with legs stacked"
    plain.get_by_role("button", name="Undo").click()
    assert plain.locator(".exercise-line h3 a").first.inner_text() == first
    plain.get_by_role("link", name="Add to Activate").click()
    plain.get_by_label("Search the library").fill("glute bridge")
    plain.get_by_role("button", name="Search").click()
    plain.get_by_role("button", name="Add: Glute bridge").click()
    assert stored(server, programme)[3:5].count("act_glute_bridge") == 1


@pytest.mark.parametrize("size", [TABLET, PORTRAIT, PHONE], ids=["lying", "standing", "phone"])
def test_the_pages_are_open_to_everybody(sign_in: SignIn, programme: int, size: dict[str, int]) -> None:
    page = sign_in("coach", size)
    for address in (f"/programmes/{programme}", "/exercises", "/exercises/inh_calf_roll"):
        page.goto(address)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{address} scrolls sideways"
    page.goto(f"/programmes/{programme}")
    openers = (
        page.get_by_role("link", name=re.compile("^Swap")).first,
        page.get_by_role("link", name=re.compile("^Change the dose")).nth(1),
        page.get_by_role("link", name="Add to Activate"),
    )
    for number, opener in enumerate(openers, start=1):
        opener.click()
        expect(page.locator(".panel")).to_have_count(number)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
