"""Settings of identity."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from chassis.sealing import encryption_key_of
from chassis.settings import ServiceSettings, settings_config
from pydantic import AfterValidator, Field, SecretStr

from identity.domain.access_terms import AccessTerms, LockTerms, SessionTerms
from identity.domain.key_terms import KeyTerms

SHORTEST_SECRET = 16


def must_be_an_encryption_key(value: SecretStr) -> SecretStr:
    """Refuses what is no 32 bytes in base64, at start and not at the first rotation."""
    encryption_key_of(value.get_secret_value())
    return value


def must_be_long_enough(value: dict[str, SecretStr]) -> dict[str, SecretStr]:
    """Refuses secrets that could be guessed."""
    for name, secret in value.items():
        if len(secret.get_secret_value()) < SHORTEST_SECRET:
            raise ValueError(f"the secret of {name} is shorter than {SHORTEST_SECRET} characters")
    return value


class IdentitySettings(ServiceSettings):
    """What identity needs to run."""

    model_config = settings_config("IDENTITY_")

    service_secrets: Annotated[dict[str, SecretStr], AfterValidator(must_be_long_enough)] = Field(
        description='a JSON object of service names and secrets, such as {"pricing": "…", "gateway": "…"}'
    )
    key_encryption_key: Annotated[SecretStr, AfterValidator(must_be_an_encryption_key)] = Field(
        description="32 random bytes in base64, such as `openssl rand -base64 32` prints"
    )
    signing_key_days: int = Field(90, ge=1, le=3650, description="days until a signing key is replaced by itself")
    signing_key_overlap_seconds: int = Field(
        3600, ge=120, le=7 * 86400, description="seconds that the old key still verifies after a rotation"
    )
    signing_key_notice_seconds: int = Field(
        30, ge=0, le=3600, description="seconds that a new key is published before it signs"
    )

    hashing_threads: int = Field(2, ge=1, le=64, description="how many passwords are hashed at the same time")
    hashing_queue: int = Field(
        64, ge=1, le=10_000, description="how many more may wait; the others are told to come back"
    )
    staff_lock_failures: int = Field(5, ge=1, le=100, description="wrong passwords that lock a staff account")
    staff_lock_minutes: int = Field(30, ge=1, le=1440, description="minutes that such a lock lasts")
    customer_lock_failures: int = Field(10, ge=1, le=100, description="wrong passwords that lock a customer's account")
    customer_lock_minutes: int = Field(15, ge=1, le=1440, description="minutes that such a lock lasts")
    customer_idle_hours: int = Field(336, ge=1, le=8760, description="hours until an unused customer session ends")
    customer_session_days: int = Field(30, ge=1, le=365, description="days until any customer session ends")
    staff_idle_minutes: int = Field(60, ge=1, le=1440, description="minutes until an unused staff session ends")
    staff_session_hours: int = Field(12, ge=1, le=168, description="hours until any staff session ends")
    verification_hours: int = Field(72, ge=1, le=720, description="hours that a link to verify an email is good")
    password_reset_minutes: int = Field(30, ge=1, le=1440, description="minutes that a password link is good")
    invitation_hours: int = Field(72, ge=1, le=720, description="hours that an invitation of staff is good")

    demo_password: SecretStr = Field(
        SecretStr("Passw0rd!x"),
        min_length=8,
        validation_alias="TOTETAXI_DEMO_PASSWORD",
        description="the password of staff1 and admin1, 8 characters at least; they exist in local stacks alone",
    )

    def encryption_key(self) -> bytes:
        """The key that seals private keys."""
        return encryption_key_of(self.key_encryption_key.get_secret_value())

    def access_terms(self) -> AccessTerms:
        """How long sessions, links and locks last."""
        return AccessTerms(
            customer_lock=LockTerms(self.customer_lock_failures, timedelta(minutes=self.customer_lock_minutes)),
            staff_lock=LockTerms(self.staff_lock_failures, timedelta(minutes=self.staff_lock_minutes)),
            customer_session=SessionTerms(
                timedelta(hours=self.customer_idle_hours), timedelta(days=self.customer_session_days)
            ),
            staff_session=SessionTerms(
                timedelta(minutes=self.staff_idle_minutes), timedelta(hours=self.staff_session_hours)
            ),
            verification=timedelta(hours=self.verification_hours),
            password_reset=timedelta(minutes=self.password_reset_minutes),
            invitation=timedelta(hours=self.invitation_hours),
            is_second_factor_enforced=self.environment != "local",
        )

    def key_terms(self) -> KeyTerms:
        """How signing keys are sealed and how they follow each other."""
        return KeyTerms(
            encryption_key=self.encryption_key(),
            lifetime=timedelta(days=self.signing_key_days),
            overlap=timedelta(seconds=self.signing_key_overlap_seconds),
            notice=timedelta(seconds=self.signing_key_notice_seconds),
        )
