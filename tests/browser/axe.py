"""What axe finds against WCAG 2.2 AA on the page as it is shown."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _source() -> str:
    return (Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """One line for each broken rule: its name, what it asks, and where it is broken."""
    size = page.viewport_size
    if size and size["height"] > size["width"]:
        # The whole page at once: what happens to lie half under the bar now would be taken for too small to tap.
        whole = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": size["width"], "height": max(size["height"], whole)})
    try:
        return _violations(page)
    finally:
        if size:
            page.set_viewport_size(size)


def _violations(page: Page) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    # Which elements keep a rule takes half of its time to say, and nobody asks.
    found: list[dict[str, Any]] = page.evaluate(
        "async (tags) => (await axe.run({runOnly: tags, resultTypes: ['violations']})).violations.map("
        "({id, help, nodes}) => ({id, help, where: nodes.map((node) => node.target.join(' '))}))",
        RULES,
    )
    return [f"{one['id']}: {one['help']} at {', '.join(one['where'][:4])}" for one in found]
