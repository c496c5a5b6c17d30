"""A setting that makes no sense is refused with one line that says what to do."""

from pathlib import Path

import pytest

from studio.config import BadSetting, settings_from


def test_an_address_in_capitals_is_still_behind_tls(tmp_path: Path) -> None:
    given = {
        "PLUMBLINE_DATA": str(tmp_path),
        "PLUMBLINE_SECRET_KEY": "k",
        "PLUMBLINE_PUBLIC_URL": "HTTPS://studio.example/",
    }
    settings = settings_from(given)
    assert settings.public_url == "https://studio.example"
    assert settings.secure_cookies


@pytest.mark.parametrize("address", ["http://[", "studio.example", "ftp://studio.example", "https://"])
def test_half_an_address_is_refused(tmp_path: Path, address: str) -> None:
    given = {"PLUMBLINE_DATA": str(tmp_path), "PLUMBLINE_SECRET_KEY": "k", "PLUMBLINE_PUBLIC_URL": address}
    with pytest.raises(BadSetting, match="give the whole address"):
        settings_from(given)


def test_an_empty_key_is_no_key(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("\n")
    with pytest.raises(BadSetting, match="is empty"):
        settings_from({"PLUMBLINE_DATA": str(tmp_path)})
