"""The second factor of staff: time-based codes (RFC 6238), each good once, and recovery codes for a lost phone."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from datetime import datetime
from uuid import UUID

import pyotp

from identity.domain.sealing import seal, unseal

ISSUER_NAME = "ToteTaxi"
STEP_SECONDS = 30
STEPS_TOLERATED = 1
"""A phone's clock may be half a minute wrong either way (RFC 6238, 5.2)."""

RECOVERY_CODES = 10
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RECOVERY_CODE_LENGTH = 16
"""80 random bits, so that a plain digest keeps them safe."""


def new_totp_secret() -> str:
    """Base32, 160 bits."""
    return pyotp.random_base32()


def sealed_totp(encryption_key: bytes, staff_id: UUID, secret: str) -> bytes:
    """A secret as the database keeps it; of no use in another account's row."""
    return seal(encryption_key, staff_id, {"totp": secret})


def unsealed_totp(encryption_key: bytes, staff_id: UUID, sealed: bytes) -> str:
    """The secret again. Raises WrongEncryptionKeyError."""
    return unseal(encryption_key, staff_id, sealed)["totp"]


def otpauth_uri(secret: str, username: str) -> str:
    """What an authenticator app reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=ISSUER_NAME)


def matching_step(secret: str, code: str, now: datetime, last_step: int | None) -> int | None:
    """The time step that `code` belongs to; None when it is wrong, or not newer than the last one used."""
    current = int(now.timestamp()) // STEP_SECONDS
    generator = pyotp.TOTP(secret, interval=STEP_SECONDS)
    found = None
    for step in range(current - STEPS_TOLERATED, current + STEPS_TOLERATED + 1):
        is_right = hmac.compare_digest(generator.generate_otp(step).encode(), code.encode())
        if is_right and (last_step is None or step > last_step):
            found = step
    return found


def typed_code(text: str) -> str:
    """A code as we compare it: people put spaces and hyphens in, and mistake O for 0."""
    code = re.sub(r"[\s-]", "", text).upper()
    return code if code.isdigit() else code.translate(str.maketrans("OIL", "011"))


def new_recovery_codes() -> list[str]:
    """Shown once, in groups of four characters."""
    return [new_recovery_code() for _ in range(RECOVERY_CODES)]


def new_recovery_code() -> str:
    """Such as 7F3K-9Q2M-4XTA-1B8C."""
    characters = "".join(secrets.choice(ALPHABET) for _ in range(RECOVERY_CODE_LENGTH))
    return "-".join(characters[start : start + 4] for start in range(0, RECOVERY_CODE_LENGTH, 4))


def recovery_digest(code: str) -> bytes:
    """What the database knows a recovery code by."""
    return hashlib.sha256(typed_code(code).encode()).digest()
