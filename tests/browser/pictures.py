"""Pictures for docs/screens: a palette is enough for what we draw, and a third of the bytes."""

from pathlib import Path

from PIL import Image
from playwright.sync_api import Page


def keep(page: Page, path: Path, *, whole: bool = False) -> None:
    """Keep what the page shows, or all of it."""
    page.screenshot(path=path, full_page=whole)
    shrink(path)


def shrink(path: Path) -> None:
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    small.save(path, optimize=True)
