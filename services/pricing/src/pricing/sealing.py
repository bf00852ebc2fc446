"""Sealed quotes: a held price inside its own id, so that holding it stores nothing and nobody can change it."""

from __future__ import annotations

import base64
import hmac
import zlib

from chassis.refusal import Invalid
from totetaxi.pricing.v1.sealed_quote_pb2 import SealedQuote

LONGEST_ID = 2048
"""Characters, as the contract bounds a quote id."""

CONTEXT = b"totetaxi.pricing.v1.SealedQuote\0"
"""What is signed is no signature of anything else under the same secret."""

MAC_BYTES = 16
PLAIN, DEFLATED = b"p", b"d"
WORTH_DEFLATING = 400
"""Bytes; below this it takes longer and saves little."""


class Seal:
    """Seals with today's secret, and opens what it or the one before it sealed."""

    def __init__(self, secret: str, previous: str = "") -> None:
        self._secrets = [text.encode() for text in (secret, previous) if text]

    def seal(self, quote: SealedQuote) -> str:
        """The quote as an opaque id. Raises Invalid for a request too large to travel in one."""
        body = packed(quote.SerializeToString(deterministic=True))
        text = written(body + mac(self._secrets[0], body))
        if len(text) > LONGEST_ID:
            message = (
                "This request is too large to be held by a preview; ask for fewer different items, or CreateQuote."
            )
            raise Invalid("too_large_to_hold", message, "hold")
        return text

    def open(self, text: str) -> SealedQuote | None:
        """The quote inside `text`; None for whatever we didn't write just so."""
        sealed = read(text)
        body, signature = sealed[:-MAC_BYTES], sealed[-MAC_BYTES:]
        if not any(hmac.compare_digest(mac(secret, body), signature) for secret in self._secrets):
            return None
        return SealedQuote.FromString(unpacked(body))


def mac(secret: bytes, body: bytes) -> bytes:
    """HMAC-SHA256, its first 16 bytes (RFC 2104, section 5)."""
    return hmac.digest(secret, CONTEXT + body, "sha256")[:MAC_BYTES]


def packed(plain: bytes) -> bytes:
    """Deflated where that is shorter."""
    if len(plain) < WORTH_DEFLATING:
        return PLAIN + plain
    deflated = zlib.compress(plain, 9)
    return DEFLATED + deflated if len(deflated) < len(plain) else PLAIN + plain


def unpacked(body: bytes) -> bytes:
    """The plain bytes of a body whose signature was proven."""
    return zlib.decompress(body[1:]) if body[:1] == DEFLATED else body[1:]


def written(sealed: bytes) -> str:
    """base64url without padding (RFC 4648)."""
    return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


def read(text: str) -> bytes:
    """The bytes of `text`; empty unless it is the one way to write them, so that a quote has one id."""
    try:
        sealed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return b""
    return sealed if written(sealed) == text else b""
