"""Settings from the environment: typed, read once, refused with one clear line when they make no sense."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit


class BadSetting(ValueError):
    """A setting that cannot be used; the message says what to do."""


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
