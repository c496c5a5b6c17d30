"""A real mail server that keeps what it takes, for tests that send."""

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from studio.clock import utcnow

from .browser.server import free_port

OUTSIDE = "127.0.0.2"  # this machine too, but no name of it that our settings know
PASSWORD = "correct horse: battery/staple"


@dataclass
class Mailbox:
    """What arrived. An address that begins with "gone" is refused for good, one with "busy" for now.

    It takes `silent` seconds to greet.
    """

    port: int
    mails: list[EmailMessage] = field(default_factory=list)
    silent: float = 0
    greeted: int = 0
    tries: int = 0
    to: list[str] = field(default_factory=list)
    signed_in: list[bool] = field(default_factory=list)

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, options: list[str]) -> str:
        self.tries += 1
        if address.startswith("gone"):
            return "550 5.1.1 No such person here"
        if address.startswith("busy"):
            return "451 4.7.1 Come back later"
        self.to.append(address)
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, _server: Any, session: Any, envelope: Any) -> str:
        self.signed_in.append(bool(session.authenticated))
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 OK"

    async def handle_EHLO(self, _server: Any, session: Any, _envelope: Any, hostname: str, responses: list[str]) -> Any:
        session.host_name = hostname
        self.greeted += 1
        await asyncio.sleep(self.silent)
        return responses

    def one(self) -> EmailMessage:
        assert len(self.mails) == 1
        return self.mails[0]


@contextmanager
def mail_server(host: str = "127.0.0.1", port: int = 0, **ways: Any) -> Iterator[Mailbox]:
    """A server for as long as it lasts. `certificate` lets it offer STARTTLS, `password` asks for a user."""
    box = Mailbox(port or free_port())
    if certificate := ways.pop("certificate", None):
        ways["tls_context"] = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        ways["tls_context"].load_cert_chain(certificate)
    if ways.pop("from_the_start", False):
        ways["ssl_context"] = ways.pop("tls_context")
    if ways.pop("password", False):
        ways |= {"authenticator": _let_in, "auth_required": True, "auth_require_tls": True}
    controller = Controller(box, hostname=host, port=box.port, ready_timeout=10, **ways)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


def a_certificate(folder: Path, host: str = OUTSIDE) -> Path:
    """A certificate for a host with its key, good for an hour and vouched for by itself."""
    key, now = ec.generate_private_key(ec.SECP256R1()), utcnow()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).add_extension(
        x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))]), critical=False
    )
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    made = made.not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(hours=1))
    file = folder / "certificate.pem"
    private = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file.write_bytes(
        made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, *private)
    )
    return file


def _let_in(_server: Any, _session: Any, _envelope: Any, _mechanism: str, said: Any) -> AuthResult:
    right = isinstance(said, LoginPassword) and (said.login, said.password) == (b"studio", PASSWORD.encode())
    return AuthResult(success=right, handled=right)
