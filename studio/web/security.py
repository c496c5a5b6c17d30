"""Headers of every answer, and a second belt against forged requests."""

from flask import Flask, Response, abort, request

from .htmx import vary

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
}
SAFE = ("GET", "HEAD", "OPTIONS")


def init_app(app: Flask) -> None:
    app.before_request(_refuse_cross_site)
    app.after_request(vary)
    app.after_request(_set_headers)
    if app.config["SESSION_COOKIE_SECURE"]:
        app.after_request(_set_hsts)


def _refuse_cross_site() -> None:
    # Browsers say where a request comes from; a form on another site gets no further than here.
    if request.method not in SAFE and request.headers.get("Sec-Fetch-Site", "same-origin") not in (
        "same-origin",
        "none",
    ):
        abort(400)


def _set_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    # Health data must not stay in a browser's cache; addressed files get their own rule after this.
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def _set_hsts(response: Response) -> Response:
    response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response
