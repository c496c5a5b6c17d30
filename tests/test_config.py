"""A setting that makes no sense is refused with one line that says what to do."""

from pathlib import Path

import pytest

from studio.config import BadSetting, MailServer, StripeAccount, settings_from


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


def mail_from(tmp_path: Path, url: str, sender: str = "mail@studio.example") -> MailServer | None:
    given = {"PLUMBLINE_DATA": str(tmp_path), "PLUMBLINE_SECRET_KEY": "k", "PLUMBLINE_SMTP_URL": url}
    return settings_from(given | {"PLUMBLINE_MAIL_FROM": sender}).mail


def test_a_mail_server_is_read_with_its_password(tmp_path: Path) -> None:
    found = mail_from(tmp_path, "smtp://studio%40example:a%3Ab%2Fc@mail.example")
    assert found == MailServer("mail.example", 587, "starttls", "mail@studio.example", "studio@example", "a:b/c")
    assert "a:b/c" not in repr(found)


@pytest.mark.parametrize(
    ("url", "port", "way"),
    [
        ("smtps://mail.example", 465, "tls"),
        ("smtp://mail.example:2525", 2525, "starttls"),
        ("smtp://localhost:25", 25, "open"),
        ("smtp://[::1]:25", 25, "open"),
        ("smtps://localhost", 465, "tls"),
    ],
)
def test_the_way_to_the_mail_server_is_open_only_within_this_machine(
    tmp_path: Path, url: str, port: int, way: str
) -> None:
    found = mail_from(tmp_path, url)
    assert found is not None
    assert (found.port, found.way) == (port, way)


@pytest.mark.parametrize(
    "url",
    ["mail.example", "http://mail.example", "smtp://", "smtp://mail.example:no", "smtp://user@mail.example",
     "smtp://user:secret/with@mail.example", "smtp://user:secret#@mail.example", "smtp://mail.example/inbox"],
)  # fmt: skip
def test_a_mail_server_that_makes_no_sense_is_refused_without_its_password(tmp_path: Path, url: str) -> None:
    with pytest.raises(BadSetting, match="give smtp://user") as refused:
        mail_from(tmp_path, url)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "sender", ["", "studio", "a@b", "a@b.example, c@d.example", "Studio <a@b.example>", "a@b.ex\n"]
)
def test_mails_come_from_one_address(tmp_path: Path, sender: str) -> None:
    with pytest.raises(BadSetting, match="give the address that mails come from"):
        mail_from(tmp_path, "smtps://mail.example", sender)


def test_without_a_mail_server_there_is_none(tmp_path: Path) -> None:
    assert mail_from(tmp_path, "") is None


def stripe_from(tmp_path: Path, **given: str) -> StripeAccount | None:
    return settings_from({"PLUMBLINE_DATA": str(tmp_path), "PLUMBLINE_SECRET_KEY": "k"} | given).stripe


def test_keys_for_payments_are_off_until_they_are_set_and_live_ones_need_a_word(tmp_path: Path) -> None:
    key, secret = {"PLUMBLINE_STRIPE_KEY": "rk_test_1"}, {"PLUMBLINE_STRIPE_WEBHOOK_SECRET": "whsec_1"}
    live, word = {"PLUMBLINE_STRIPE_KEY": "sk_live_1"}, {"PLUMBLINE_PAYMENTS_LIVE": "yes"}
    assert stripe_from(tmp_path) is None
    found = stripe_from(tmp_path, **key, **secret)
    assert found == StripeAccount("rk_test_1", "whsec_1")
    assert "1" not in repr(found)
    assert stripe_from(tmp_path, **live, **secret, **word) == StripeAccount("sk_live_1", "whsec_1", live=True)
    for wrong in (key, secret, live | secret, key | secret | word, {"PLUMBLINE_STRIPE_KEY": "pk_test_1"} | secret):
        with pytest.raises(BadSetting) as refused:
            stripe_from(tmp_path, **wrong)
        assert "_1" not in str(refused.value)
