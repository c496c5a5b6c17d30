"""A form on a page as the browser would send it."""

from typing import Any

from bs4 import BeautifulSoup


def form_of(page: BeautifulSoup, which: str = "form.form--client") -> dict[str, Any]:
    """What the browser would send of a form if nothing were touched; the token is the session's business."""
    form: dict[str, Any] = {}
    for box in page.select(f"main {which} [name]:not([name=csrf_token])"):
        name = str(box["name"])
        if box.name == "textarea":
            form[name] = box.get_text().removeprefix("\r\n")
        elif box.name == "select":
            chosen = box.select_one("option[selected]")
            form[name] = str(chosen["value"]) if chosen else ""
        elif box.get("type") in ("checkbox", "radio"):
            if box.has_attr("checked"):
                form.setdefault(name, []).append(box["value"])
        else:
            form[name] = str(box.get("value") or "")
    return form
