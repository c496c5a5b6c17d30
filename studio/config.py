"""Settings from the environment: typed, read once, refused with one clear line when they make no sense."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import SplitResult, unquote, urlsplit

HERE = ("localhost", "127.0.0.1", "::1")


class BadSetting(ValueError):
    """A setting that cannot be used; the message says what to do."""


@dataclass(frozen=True)
class MailServer:
    """Where mails are handed in, and from which address. `timeout` is the seconds it may be silent.

    The way there is encrypted from the start ("tls") or before anything is said ("starttls"), with a certificate that
    holds; only to this machine itself it may be "open".
    """

    host: str
    port: int
    way: Literal["tls", "starttls", "open"]
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 60


@dataclass(frozen=True)
class StripeAccount:
    """The keys of a Stripe account; `base` is where it answers (tests have their own). Only `live` moves money."""

    key: str = field(repr=False)
    webhook_secret: str = field(repr=False)
    live: bool = False
    base: str = "https://api.stripe.com"


@dataclass(frozen=True)
class Settings:
    """Everything the environment decides.

    `argon2_cost` is (time, memory in KiB, lanes); tests lower it, nothing else should.
    """

    data: Path
    database_url: str
    secret_key: str
    public_url: str = ""
    trusted_proxies: int = 0
    allow_old_sqlite: bool = False
    testing: bool = False
    mail: MailServer | None = None
    stripe: StripeAccount | None = None
    argon2_cost: tuple[int, int, int] = (3, 65536, 4)
    overrides: Mapping[str, object] = field(default_factory=dict)

    @property
    def secure_cookies(self) -> bool:
        return self.public_url.startswith("https://")

    @property
    def sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where this studio's data live: PLUMBLINE_DATA, else `instance/` beside the program."""
    return Path(environ.get("PLUMBLINE_DATA") or Path(__file__).parent.parent / "instance").resolve()


def settings_from(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; raises BadSetting with what to do."""
    data = data_folder(environ)
    return Settings(
        data=data,
        database_url=_database_url(environ.get("PLUMBLINE_DATABASE_URL", ""), data),
        secret_key=environ.get("PLUMBLINE_SECRET_KEY", "") or _secret_from(data / "secret-key"),
        public_url=_public_url(environ.get("PLUMBLINE_PUBLIC_URL", "")),
        trusted_proxies=_whole(environ, "PLUMBLINE_TRUSTED_PROXIES", 0, 0, 10),
        allow_old_sqlite=_flag(environ, "PLUMBLINE_ALLOW_OLD_SQLITE"),
        mail=_mail_server(environ.get("PLUMBLINE_SMTP_URL", ""), environ.get("PLUMBLINE_MAIL_FROM", "")),
        stripe=_stripe(environ),
    )


def _database_url(value: str, data: Path) -> str:
    if not value:
        return f"sqlite:///{data / 'studio.sqlite'}"
    if value.startswith("sqlite:///"):
        return value
    for name in ("postgresql://", "postgres://", "postgresql+psycopg://"):
        if value.startswith(name):
            return "postgresql+psycopg://" + value.removeprefix(name)
    raise BadSetting("PLUMBLINE_DATABASE_URL: use sqlite:///… or postgresql://…, or leave it out")


def _secret_from(file: Path) -> str:
    try:
        key = file.read_text().strip()
    except FileNotFoundError:
        raise BadSetting(
            f"No secret key: start with bin/run, which makes {file}, or set PLUMBLINE_SECRET_KEY"
        ) from None
    except OSError as error:
        raise BadSetting(f"Cannot read {file}: {error.strerror}. Make it readable for this user") from None
    if not key:
        raise BadSetting(f"{file} is empty: remove it and start with bin/run, which makes a new one")
    return key


def _public_url(value: str) -> str:
    try:
        parts = urlsplit(value)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        whole = False
    if value and not whole:
        raise BadSetting("PLUMBLINE_PUBLIC_URL: give the whole address, for example https://studio.example")
    return parts.geturl().rstrip("/") if value else ""


def _mail_server(url: str, sender: str) -> MailServer | None:
    if not url:
        return None
    parts, port = _mail_address(url)
    host = parts.hostname or ""
    way: Literal["tls", "starttls", "open"] = "open" if host in HERE else "starttls"
    if parts.scheme == "smtps":
        way = "tls"
    if not re.fullmatch(r"[^\s@,;:<>()\"]+@[^\s@,;:<>()\"]+\.[^\s@,;:<>()\"]+", sender):
        raise BadSetting("PLUMBLINE_MAIL_FROM: give the address that mails come from, for example mail@studio.example")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(host, port or (465 if way == "tls" else 587), way, sender, user, password)


def _mail_address(url: str) -> tuple[SplitResult, int | None]:
    """The parts of the server's address; what is wrong is said without it, because the password is in it."""
    try:
        parts = urlsplit(url)
        port = parts.port
        rest = parts.path.strip("/") or parts.query or parts.fragment
        whole = parts.scheme in ("smtp", "smtps") and parts.hostname and bool(parts.username) == bool(parts.password)
    except ValueError:
        whole = rest = None
    if not whole or rest:
        raise BadSetting(
            "PLUMBLINE_SMTP_URL: give smtp://user:password@host:587 or smtps://user:password@host:465, "
            "with %40 for @, %2F for / and %3A for : in the user or the password"
        )
    return parts, port


def _stripe(environ: Mapping[str, str]) -> StripeAccount | None:
    """Keys are never said back: whoever reads over a shoulder must not learn one."""
    key, secret = environ.get("PLUMBLINE_STRIPE_KEY", ""), environ.get("PLUMBLINE_STRIPE_WEBHOOK_SECRET", "")
    wanted = _flag(environ, "PLUMBLINE_PAYMENTS_LIVE")
    if not key and not secret:
        return None
    kind = re.fullmatch(r"(?:sk|rk)_(test|live)_\w+", key)
    if not kind:
        raise BadSetting("PLUMBLINE_STRIPE_KEY: give a secret or restricted key of Stripe, sk_test_… or rk_test_…")
    if not re.fullmatch(r"whsec_\S+", secret):
        raise BadSetting("PLUMBLINE_STRIPE_WEBHOOK_SECRET: give the signing secret of the webhook at Stripe, whsec_…")
    live = kind[1] == "live"
    if live and not wanted:
        raise BadSetting("PLUMBLINE_STRIPE_KEY moves money: set PLUMBLINE_PAYMENTS_LIVE=yes too, or use a test key")
    if wanted and not live:
        raise BadSetting("PLUMBLINE_PAYMENTS_LIVE=yes goes with a live key, and PLUMBLINE_STRIPE_KEY is one for tests")
    return StripeAccount(key, secret, live)


def _whole(environ: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    value = environ.get(name, "") or str(default)
    if not value.isdecimal() or not low <= int(value) <= high:
        raise BadSetting(f"{name}: give a whole number from {low} to {high}, not {value!r}")
    return int(value)


def _flag(environ: Mapping[str, str], name: str) -> bool:
    value = environ.get(name, "") or "no"
    if value not in ("yes", "no"):
        raise BadSetting(f"{name}: give yes or no, not {value!r}")
    return value == "yes"
