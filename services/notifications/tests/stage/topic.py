"""What answers like SNS: it signs with a key of its own and serves its certificate over HTTP."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from functools import cache
from threading import Thread
from typing import Any
from uuid import uuid4

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from notifications.sns_envelope import signed_text
from werkzeug import Request, Response
from werkzeug.serving import make_server

LOOK_EVERY_SECONDS = 0.02
"""How soon it notices that it shall close."""

ARN = "arn:aws:sns:us-east-1:123456789012:mail-feedback"


@cache
def key_of_the_topics() -> RSAPrivateKey:
    """One for all, since making one takes as long as a test."""
    return generate_private_key(65537, 2048)


class Topic:
    """One topic with a subscriber."""

    def __init__(self) -> None:
        self._key = key_of_the_topics()
        self.asked: list[str] = []
        self._server = make_server("127.0.0.1", 0, self._answer)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(LOOK_EVERY_SECONDS,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def says(self, message: Any, **changes: str) -> dict[str, str]:
        """A notification, signed, of which nothing was changed since but `changes`."""
        return self._signed("Notification", Message=json.dumps(message)) | changes

    def says_at(self, timestamp: str, message: Any) -> dict[str, str]:
        """A notification of another moment, signed."""
        return self._signed("Notification", Message=json.dumps(message), Timestamp=timestamp)

    def asks_to_confirm(self, url: str = "") -> dict[str, str]:
        """What a topic sends first."""
        confirm = url or f"{self.url}/confirm"
        return self._signed("SubscriptionConfirmation", Message="Hello.", Token="a-token", SubscribeURL=confirm)

    def _signed(self, kind: str, **fields: str) -> dict[str, str]:
        envelope = {
            "Type": kind,
            "MessageId": str(uuid4()),
            "TopicArn": ARN,
            "Timestamp": "2027-06-11T19:15:00.000Z",
            "SignatureVersion": "2",
            "SigningCertURL": f"{self.url}/certificate.pem",
            **fields,
        }
        signature = self._key.sign(signed_text(envelope), PKCS1v15(), SHA256())
        return envelope | {"Signature": base64.b64encode(signature).decode()}

    @Request.application  # type: ignore[arg-type]
    def _answer(self, request: Request) -> Response:
        self.asked.append(request.path)
        return Response(self._certificate() if request.path == "/certificate.pem" else b"ok")

    def _certificate(self) -> bytes:
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sns.amazonaws.com")])
        now = datetime.now(UTC)
        builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(self._key.public_key())
        dated = builder.not_valid_before(now).not_valid_after(now + timedelta(days=1)).serial_number(1)
        return dated.sign(self._key, SHA256()).public_bytes(Encoding.PEM)
