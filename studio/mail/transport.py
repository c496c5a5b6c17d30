"""Handing a mail in: to the mail server, or in a demo to a folder."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from pathlib import Path

from ..config import MailServer
from .message import one_line

TOO_BIG = 552


class Undelivered(Exception):
    """The mail was not taken; the message says why, for the people of the studio."""


class Refused(Undelivered):
    """This mail is not wanted, now or later."""


class NotNow(Undelivered):
    """This mail may be taken later."""


class Down(Undelivered):
    """No mail is taken at present."""


def deliver(mail: EmailMessage, server: MailServer) -> None:
    """Hand it in; raises Refused, NotNow or Down."""
    to: str = mail["To"].addresses[0].addr_spec
    with _speaking_to(server) as smtp:
        try:
            # Not send_message: it puts a sign before each line that begins with "From".
            smtp.sendmail(server.sender, to, mail.as_bytes(), () if to.isascii() else ("SMTPUTF8", "BODY=8BITMIME"))
        except smtplib.SMTPRecipientsRefused as error:
            code, said = next(iter(error.recipients.values()))
            raise _about(code, "The address was refused", said) from error
        except smtplib.SMTPDataError as error:
            raise _about(error.smtp_code, "The mail was refused", error.smtp_error) from error
        except smtplib.SMTPSenderRefused as error:
            if error.smtp_code == TOO_BIG:
                raise Refused("The mail is too big for the mail server") from error
            raise Down(_words("The mail server refused our own address", error.smtp_code, error.smtp_error)) from error
        except smtplib.SMTPNotSupportedError as error:
            raise Refused("The mail server cannot write to an address with these letters") from error


def knock(server: MailServer) -> None:
    """Does it let us in? Raises Down."""
    with _speaking_to(server):
        pass


def lay_down(mail: EmailMessage, folder: Path) -> None:
    """Put it into a folder, as a file that every mail program opens."""
    folder.mkdir(parents=True, exist_ok=True)
    name = str(mail["Message-ID"]).strip("<>").partition("@")[0]
    (folder / f"{name}.eml").write_bytes(bytes(mail))


@contextmanager
def _speaking_to(server: MailServer) -> Iterator[smtplib.SMTP]:
    """A connection, kept private as the setting says, and signed in."""
    try:
        with _closing(_connect(server)) as smtp:
            if server.way == "starttls":
                smtp.starttls(context=ssl.create_default_context())
            if server.user:
                smtp.login(server.user, server.password)
            yield smtp
    except smtplib.SMTPAuthenticationError as error:
        said = _words("The mail server refused the user or the password", error.smtp_code, error.smtp_error)
        raise Down(said) from error
    except smtplib.SMTPResponseException as error:
        raise Down(_words("The mail server takes nothing", error.smtp_code, error.smtp_error)) from error
    except smtplib.SMTPNotSupportedError as error:
        raise Down(f"The mail server cannot do what the setting asks: {error}") from error
    except ssl.SSLCertVerificationError as error:
        raise Down(f"The mail server's certificate does not hold: {error.verify_message}") from error
    except (OSError, smtplib.SMTPException) as error:  # also every error of smtplib that is none of these
        raise Down(
            f"The mail server cannot be reached: {one_line(str(error)) or type(error).__name__}"[:300]
        ) from error


def _connect(server: MailServer) -> smtplib.SMTP:
    if server.way == "tls":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
    return smtplib.SMTP(server.host, server.port, timeout=server.timeout)


@contextmanager
def _closing(smtp: smtplib.SMTP) -> Iterator[smtplib.SMTP]:
    """Say goodbye to it; how it takes that is no matter any more, the mail is theirs."""
    try:
        yield smtp
        with suppress(OSError, smtplib.SMTPException):
            smtp.quit()
    finally:
        smtp.close()


def _about(code: int, what: str, said: bytes | str) -> Undelivered:
    kind = Refused if code >= 500 else NotNow
    return kind(_words(what, code, said))


def _words(what: str, code: int, said: bytes | str) -> str:
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    return one_line(f"{what}: {code} {text}")[:300]
