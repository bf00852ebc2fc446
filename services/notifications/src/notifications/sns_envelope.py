"""Notifications as SNS signs them: read, and proven to be SNS's and our topic's.

https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import urllib3
from chassis.refusal import Invalid, NotFound, Unavailable
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

SIGNED = {
    "Notification": ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"),
    "SubscriptionConfirmation": ("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"),
}
"""What is signed of each type, in this order; Subject only where there is one."""

SNS_HOST = re.compile(r"sns\.[a-z0-9-]{1,32}\.amazonaws\.com")
LONGEST_ANSWER = 65_536
SECONDS = 3.0

Envelope = Mapping[str, str]


class SnsDesk:
    """Opens what SNS sends. `stand_in_url` is trusted beside Amazon's own hosts; empty for none."""

    def __init__(self, topic_arn: str, stand_in_url: str = "") -> None:
        self._topic_arn = topic_arn
        self._stand_in_url = stand_in_url
        self._http = urllib3.PoolManager(retries=False, timeout=SECONDS)
        self._keys: dict[str, RSAPublicKey] = {}

    async def open(self, payload: bytes) -> Envelope:
        """The notification. Raises Invalid, NotFound where no topic is set, Unavailable without the certificate."""
        if not self._topic_arn:
            raise NotFound("mail_feedback_off", "No topic is configured for what becomes of mails.")
        envelope = read(payload)
        if envelope["TopicArn"] != self._topic_arn:
            raise Invalid("mail_feedback_topic_unknown", "This is not the topic that we listen to.", "TopicArn")
        key = await self._key(envelope["SigningCertURL"])
        verify(envelope, key)
        return envelope

    async def confirm(self, envelope: Envelope) -> None:
        """Answers SNS that we do want to listen. Raises Invalid for an address that is not SNS's, Unavailable."""
        await self._fetch(envelope["SubscribeURL"], "SubscribeURL")

    async def _key(self, url: str) -> RSAPublicKey:
        if url not in self._keys:
            self._keys[url] = key_of(await self._fetch(url, "SigningCertURL"))
        return self._keys[url]

    async def _fetch(self, url: str, field: str) -> bytes:
        if not self._is_trusted(url):
            raise Invalid("mail_feedback_foreign_address", "The address is not one of Amazon SNS.", field)
        return await asyncio.to_thread(self._get, url)

    def _is_trusted(self, url: str) -> bool:
        if self._stand_in_url and url.startswith(self._stand_in_url.rstrip("/") + "/"):
            return True
        parts = urlsplit(url)
        return parts.scheme == "https" and SNS_HOST.fullmatch(parts.netloc) is not None

    def _get(self, url: str) -> bytes:
        try:
            answer = self._http.request("GET", url, redirect=False, preload_content=False)
            content = answer.read(LONGEST_ANSWER)
            answer.release_conn()
        except urllib3.exceptions.HTTPError as error:
            raise Unavailable("sns_unavailable", "Amazon SNS did not answer.") from error
        if answer.status != 200:
            raise Unavailable("sns_unavailable", "Amazon SNS did not answer as expected.")
        return bytes(content)


def read(payload: bytes) -> Envelope:
    """The fields. Raises Invalid for what is no notification of SNS in its second signature version."""
    try:
        told = json.loads(payload)
        envelope = {name: str(told[name]) for name in told}
        signed = SIGNED[envelope["Type"]]
        complete = {"SigningCertURL", "Signature", "SignatureVersion", *signed} - {"Subject"}
    except (ValueError, TypeError, KeyError) as error:
        raise Invalid("mail_feedback_malformed", "This is no notification of Amazon SNS.") from error
    if not complete <= envelope.keys() or envelope["SignatureVersion"] != "2":
        raise Invalid("mail_feedback_malformed", "A notification needs every field and SignatureVersion 2.")
    return envelope


def verify(envelope: Envelope, key: RSAPublicKey) -> None:
    """Raises Invalid unless the notification was signed with `key`."""
    try:
        signature = base64.b64decode(envelope["Signature"], validate=True)
        key.verify(signature, signed_text(envelope), PKCS1v15(), SHA256())
    except (InvalidSignature, binascii.Error) as error:
        raise Invalid("mail_feedback_signature_wrong", "The signature is not Amazon's.", "Signature") from error


def signed_text(envelope: Envelope) -> bytes:
    """What SNS signs: names and values, a line each."""
    lines = [line for name in SIGNED[envelope["Type"]] if name in envelope for line in (name, envelope[name])]
    return "".join(f"{line}\n" for line in lines).encode()


def key_of(certificate: bytes) -> RSAPublicKey:
    """The key of a PEM certificate. Raises Unavailable when it is none: it came from where Amazon's come from."""
    try:
        key = x509.load_pem_x509_certificate(certificate).public_key()
    except ValueError as error:
        raise Unavailable("sns_certificate_unreadable", "Amazon's certificate could not be read.") from error
    if not isinstance(key, RSAPublicKey):
        raise Unavailable("sns_certificate_unreadable", "Amazon's certificate has no RSA key.")
    return key
