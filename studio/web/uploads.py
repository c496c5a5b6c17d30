"""Larger requests, only where a file may come."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, request

MIB = 1024 * 1024
LARGEST = 9 * MIB  # the largest file that is kept, and the form around it
SEVERAL = 64 * MIB  # more than the files of a referral may have, so that too many of them can be answered politely

View = TypeVar("View", bound=Callable[..., Any])


def takes_files(view: View) -> View:
    """Let this view be sent a file; everything else refuses a request of that size unread."""
    view.__files__ = LARGEST  # type: ignore[attr-defined]
    return view


def takes_several_files(view: View) -> View:
    """Let this view be sent the files of a referral."""
    view.__files__ = SEVERAL  # type: ignore[attr-defined]
    return view


def init_app(app: Flask) -> None:
    """Must come before whatever reads the form, or that reads it with the small limit."""
    app.before_request(_allow)


def _allow() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if most := getattr(view, "__files__", 0):
        request.max_content_length = most
