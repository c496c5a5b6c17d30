"""Where to go next: only to our own paths, whatever the address says."""

from urllib.parse import urlsplit

from flask import request, url_for


def own_path(target: str | None) -> str | None:
    """`target` when it is a path of this site, else None: no scheme, no host, nothing a browser reads as one."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")) or not target.isprintable():
        return None
    parts = urlsplit(target)
    return target if not parts.scheme and not parts.netloc and "\\" not in target else None


def home() -> str:
    return url_for("today.show")


def unencrypted() -> bool:
    """Plain http from another machine: what is typed can be read on the way."""
    return not request.is_secure and (request.host.rsplit(":", 1)[0]) not in ("localhost", "127.0.0.1", "[::1]")
