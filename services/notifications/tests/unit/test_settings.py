"""Settings that can't work stop the service at start."""

from __future__ import annotations

import pytest
from chassis.settings import load_settings
from notifications.settings import NotificationsSettings

REQUIRED = {
    "DATABASE_URL": "postgresql://notifications:secret@localhost/notifications",
    "NATS_URL": "nats://notifications:secret@localhost:4222",
    "MAIL_FROM": "ToteTaxi <hello@totetaxi.example>",
    "PUBLIC_URL": "https://totetaxi.example",
    "BOOKING_TARGET": "localhost:50052",
    "WEBHOOK_ENCRYPTION_KEY": "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
}


def load(monkeypatch: pytest.MonkeyPatch, **changes: str) -> NotificationsSettings:
    for name, value in {**REQUIRED, **changes}.items():
        monkeypatch.setenv(f"NOTIFICATIONS_{name}", value)
    return load_settings(NotificationsSettings)


def test_the_defaults_work(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch)
    assert (settings.mail_transport, settings.smtp_url.get_secret_value()) == ("ses", "")


def test_the_region_is_the_one_every_aws_tool_uses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    assert load(monkeypatch).aws_region == "eu-central-1"


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("MAIL_TRANSPORT", "smtp", "NOTIFICATIONS_SMTP_URL"),
        ("MAIL_TRANSPORT", "pigeon", "NOTIFICATIONS_MAIL_TRANSPORT"),
        ("LEASE_SECONDS", "10", "NOTIFICATIONS_LEASE_SECONDS"),
        ("PUBLIC_URL", "totetaxi.example", "NOTIFICATIONS_PUBLIC_URL"),
        ("MAIL_FROM", "nobody", "NOTIFICATIONS_MAIL_FROM"),
        ("WEBHOOK_ENCRYPTION_KEY", "c2hvcnQ=", "NOTIFICATIONS_WEBHOOK_ENCRYPTION_KEY"),
        ("WEBHOOK_PRIVATE_TARGETS", "true", "NOTIFICATIONS_WEBHOOK_PRIVATE_TARGETS"),
    ],
)
def test_a_setting_that_can_not_work_is_named_at_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, value: str, named: str
) -> None:
    with pytest.raises(SystemExit):
        load(monkeypatch, **{name: value})
    assert named in capsys.readouterr().err
